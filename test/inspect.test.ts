import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { Progress, reckoningAloud } from '../src/review/progress.ts'
import type { Io } from '../src/system/io.ts'
import { streamSource } from '../src/ingest/bytes/source.ts'
import { run } from './support/run.ts'

describe('inspect --format json', () => {
  it('tells of each file what it is, which column is which field, and what became of its rows', async () => {
    const { code, stdout } = await run([
      'inspect',
      'fixtures/blemished/opportunities.csv',
      '--format',
      'json',
      '--as-of',
      '2026-11-20',
      '--no-config',
    ])
    expect(code).toBe(0)
    const inspection = JSON.parse(stdout)
    expect(inspection.schema).toBe('pipeline-coach/inspection@1')
    const [input] = inspection.inputs
    expect(input).toMatchObject({ kind: 'opportunities', crm: 'salesforce', encoding: 'utf-8', headerLine: 1 })
    expect(input.rows).toEqual({ read: 14, used: 5, rejected: 3, ignored: 6 })
    expect(input.columns).toContainEqual({
      field: 'amount',
      column: 'Amount',
      samples: ['$12,000.00', 'about 9k', '$8,500.00'],
      style: '1,234.50',
      confidence: 1,
      rivals: [],
    })
    expect(inspection.deals).toEqual({ open: 5, won: 0, lost: 0, unknown: 0, createdLater: 0 })
    expect(inspection.stages).toMatchObject({ from: 'crm', won: {}, lost: {} })
    expect(inspection.rejected).toContainEqual({
      file: 'fixtures/blemished/opportunities.csv',
      line: 4,
      column: 'Close Date',
      value: '2/30/2027',
      reason: 'no such day',
    })
    expect(inspection.notChecked.map(({ rule }: { rule: string }) => rule)).toContain('no-decision-maker')
  })
})

/** A terminal (or a pipe) and a clock that goes on by half a second whenever it is asked. */
function terminal(isTTY: boolean) {
  let text = ''
  const stderr = Object.assign(
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        text += chunk.toString()
        done()
      },
    }),
    { isTTY },
  )
  let now = 0
  const io = { stderr, now: () => new Date((now += 500)) } as unknown as Io
  return { io, said: () => text }
}

async function readAll(io: Io, isQuiet: boolean): Promise<void> {
  const progress = new Progress(io, isQuiet)
  const source = await streamSource(
    'deals.csv',
    (async function* () {
      for (let chunk = 0; chunk < 6; chunk++) yield await Promise.resolve(Buffer.alloc(1_000_000))
    })(),
  )
  for await (const chunk of progress.watch(source).open()) expect(chunk.length).toBe(1_000_000)
  progress.end()
}

describe('reading', () => {
  it('says on a terminal how far it has come, after a second, and wipes that out at the end', async () => {
    const { io, said } = terminal(true)
    await readAll(io, false)
    expect(
      said()
        .split('\r')
        .filter((part) => part.trim() !== '')
        .map((part) => part.trim()),
    ).toEqual([
      'reading deals.csv: 2 MB',
      'reading deals.csv: 3 MB',
      'reading deals.csv: 4 MB',
      'reading deals.csv: 5 MB',
      'reading deals.csv: 6 MB',
    ])
    expect(said()).toMatch(/\r +\r$/)
  })

  it.each([
    ['in a pipe', false, false],
    ['with --quiet', true, true],
  ])('says nothing %s', async (_, isTTY, isQuiet) => {
    const { io, said } = terminal(isTTY)
    await readAll(io, isQuiet)
    expect(said()).toBe('')
  })
})

describe('judging', () => {
  const aloud = async (isTTY: boolean, count: number) => {
    const { io, said } = terminal(isTTY)
    const deals = Array<unknown>(count)
    const shown = await reckoningAloud({ what: 'judging', deals }, {}, io, () => said())
    return { shown, after: said() }
  }

  it('of many deals says so on a terminal while it goes on, and wipes that out', async () => {
    const { shown, after } = await aloud(true, 200_000)
    expect(shown).toBe('judging 200,000 deals')
    expect(after).toMatch(/^judging 200,000 deals\r {21}\r$/)
  })

  it.each([
    ['in a pipe', false, 200_000],
    ['of a team', true, 500],
  ])('says nothing %s', async (_, isTTY, count) => {
    expect(await aloud(isTTY, count)).toEqual({ shown: '', after: '' })
  })
})

it('inspect counts the deals that were created after the day of the review', async () => {
  const stdin =
    'Deal,Owner,Stage,Created\nAcme,Dana,New,2026-11-02\nGlobex,Dana,New,2026-11-12\nHooli,Dana,New,2026-11-13\n'
  const { stdout } = await run(['inspect', '-', '--as-of', '2026-11-11', '--no-config'], { stdin })
  expect(stdout).toContain('1 open, 0 won, 0 lost, 2 created after 2026-11-11 and left out')
  const { stdout: today } = await run(['inspect', '-', '--as-of', '2026-11-13', '--no-config'], { stdin })
  expect(today).toContain('3 open, 0 won, 0 lost\n')
})
