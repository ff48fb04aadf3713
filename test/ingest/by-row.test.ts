import { describe, expect, it } from 'vitest'
import { readExports, type ExportFile } from '../../src/ingest/read-exports.ts'
import { streamSource } from '../../src/ingest/bytes/source.ts'
import { parseIsoDate, type PlainDate } from '../../src/time/plain-date.ts'
import { inChunks } from './reading.ts'

async function exportsOf(files: Readonly<Record<string, readonly string[]>>) {
  const exports: ExportFile[] = []
  for (const [name, lines] of Object.entries(files))
    exports.push({ source: await streamSource(name, inChunks(`${lines.join('\n')}\n`)), fromFolder: false })
  const today = parseIsoDate('2026-11-20') as PlainDate
  return readExports(exports, { columns: {}, zone: 'UTC', dateOrder: undefined, decimal: undefined, today })
}

describe('a field that each row has in a column of its own', () => {
  const files = {
    'deals.csv': ['Id,Name,StageName', '006A00000000001AAA,Northwind,Prospecting'],
    'activities.csv': [
      'Activity Type,Activity Date,Activity Owner,Associated Contact,Call Outcome,Meeting Outcome',
      'Call,2026-11-02,Dana,Ada Moss,No Answer,',
      'Meeting,2026-11-03,Dana,Ada Moss,,Completed',
      'Meeting,2026-11-04,Dana,Ada Moss, ,Canceled',
      'Meeting,2026-11-05,Dana,Ada Moss,,',
      'Call,2026-11-06,Dana,Ada Moss,Connected,No Show',
    ],
  }

  it('is the first of them that is filled', async () => {
    const { activities } = await exportsOf(files)
    const all = Array.from({ length: activities.length }, (_, at) => at)
    expect(all.map((at) => activities.state(at))).toEqual(['by-day', 'done', 'cancelled', 'by-day', 'by-day'])
    expect(all.map((at) => activities.isConversation(at))).toEqual([false, true, true, true, true])
  })

  it('is shown with each of its columns, and every row is counted once', async () => {
    const { inputs } = await exportsOf(files)
    const input = inputs.find(({ kind }) => kind === 'activities')
    expect(input?.rows).toEqual({ read: 5, used: 5, rejected: 0, ignored: 0 })
    expect(input?.unmapped).toEqual([])
    expect(input?.columns.filter(({ field }) => field === 'outcome')).toMatchObject([
      { field: 'outcome', column: 'Call Outcome', samples: ['No Answer', 'Connected'], style: undefined },
      { field: 'outcome', column: 'Meeting Outcome', samples: ['Completed', 'Canceled'], style: undefined },
    ])
  })
})
