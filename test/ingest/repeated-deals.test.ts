import { describe, expect, it } from 'vitest'
import { readExports } from '../../src/ingest/read-exports.ts'
import { streamSource } from '../../src/ingest/bytes/source.ts'
import { parseIsoDate, type PlainDate } from '../../src/time/plain-date.ts'
import { inChunks } from './reading.ts'

const AS_OF = parseIsoDate('2026-11-20') as PlainDate

async function exportsOf(files: Readonly<Record<string, readonly string[]>>) {
  const exports = []
  for (const [name, lines] of Object.entries(files))
    exports.push({ source: await streamSource(name, inChunks(`${lines.join('\n')}\n`)), fromFolder: false })
  return readExports(exports, { columns: {}, zone: 'UTC', dateOrder: undefined, decimal: undefined, today: AS_OF })
}

describe('deals of two weeks in one folder', () => {
  const header = 'Deal,Account,Owner,Stage,Created,Last Activity'
  const older = [
    header,
    'Pilot,Acme,Dana,Proposal,2026-10-01,2026-11-10',
    'Roll-out,Acme,Dana,Demo,2026-10-02,2026-11-11',
  ]
  const newer = [header, 'Pilot,Acme,Lee,Negotiation,2026-10-01,2026-11-18']

  it.each([
    ['older first', { 'a.csv': older, 'b.csv': newer }, 'a.csv', 'b.csv'],
    ['newer first', { 'a.csv': newer, 'b.csv': older }, 'b.csv', 'a.csv'],
  ])('without ids count once, as the newer file has them: %s', async (_, files, old, young) => {
    const { deals, warnings, rejected, inputs } = await exportsOf(files)
    expect(deals.map(({ name, stage }) => `${name}: ${stage}`).sort()).toEqual(['Pilot: Negotiation', 'Roll-out: Demo'])
    expect(warnings).toEqual([
      `${old}: an older export: 1 of its 2 deals (line 2: “Pilot”) is in ${young} too, which counts, and 1 other counts as it was then. To see what changed since, add --previous ${old}`,
    ])
    expect(rejected).toMatchObject([
      { file: old, line: 2, value: 'Pilot', reason: `the same name, account and creation as ${young}, line 2` },
    ])
    expect(inputs.find(({ file }) => file === old)?.rows).toEqual({ read: 2, used: 1, rejected: 1, ignored: 0 })
  })

  it('are of the days in the names of their files, where all have one', async () => {
    const week = (stage: string) => ['Deal,Account,Owner,Stage,Created', `Pilot,Acme,Dana,${stage},2026-10-01`]
    const { deals, older: named } = await exportsOf({
      'deals 2026-11-13.csv': week('Demo'),
      'deals 2026-11-20.csv': week('Proposal'),
    })
    expect(deals.map(({ stage }) => stage)).toEqual(['Proposal'])
    expect(named).toEqual(['deals 2026-11-13.csv'])
  })

  it('are no older and newer export where they share only a deal', async () => {
    const more = Array.from({ length: 3 }, (_, at) => `East ${at},E${at},Dana,Demo,2026-10-02,2026-11-11`)
    const { older: named, warnings } = await exportsOf({ 'a.csv': [...older, ...more], 'b.csv': newer })
    expect(named).toEqual([])
    expect(warnings).toEqual(['a.csv, line 2: 1 deal of it (“Pilot”) stands in b.csv too, which is newer and counts'])
  })

  it('with ids count as the newer file has them too', async () => {
    const ids = 'Deal ID,Deal,Owner,Stage,Created'
    const { deals, rejected } = await exportsOf({
      'a.csv': [ids, '1,Pilot,Dana,Demo,2026-10-01'],
      'b.csv': [ids, '1,Pilot,Dana,Won,2026-10-01', '2,Next,Dana,Demo,2026-11-16'],
    })
    expect(deals.map(({ stage }) => stage)).toEqual(['Won', 'Demo'])
    expect(rejected).toMatchObject([{ file: 'a.csv', line: 2, reason: 'the same id as b.csv, line 2' }])
  })

  it('of which nothing tells the newer file count as the first has them, and that is said', async () => {
    const week = (stage: string) => ['Deal,Account,Owner,Stage,Created', `Pilot,Acme,Dana,${stage},2026-10-01`]
    const { deals, warnings } = await exportsOf({ 'a.csv': week('Demo'), 'b.csv': week('Proposal') })
    expect(deals.map(({ stage }) => stage)).toEqual(['Demo'])
    expect(warnings).toEqual([
      'b.csv: 1 row repeats a deal that was read before; the first was kept (line 2: “Pilot” stands in a.csv too); if one of the two is an older export, give it with --previous',
    ])
  })

  it('of which too little is known are all kept', async () => {
    const bare = ['Deal,Owner,Stage', 'Pilot,Dana,Demo']
    const { deals, warnings } = await exportsOf({ 'a.csv': bare, 'b.csv': bare })
    expect([deals.length, warnings]).toEqual([2, []])
  })
})

describe('rows of one file without ids', () => {
  const header = 'Deal,Account,Owner,Stage,Created,Amount'
  const row = 'Pilot,Acme,Dana,Demo,2026-10-01,10'

  it('that are alike in all are kept, and that is said', async () => {
    const { deals, warnings } = await exportsOf({ 'a.csv': [header, row, 'Next,Acme,Dana,Demo,2026-10-01,10', row] })
    expect(deals).toHaveLength(3)
    expect(warnings).toEqual([
      expect.stringMatching(/^a\.csv, line 4: the same as line 2 in all .* 1 such row/) as string,
    ])
  })

  it('that differ in anything are deals', async () => {
    const { warnings } = await exportsOf({ 'a.csv': [header, row, row.replace('Demo', 'Won')] })
    expect(warnings).toEqual([])
  })
})

describe('ids that a spreadsheet has changed', () => {
  it('to rounded numbers tell nothing apart, and the column is named', async () => {
    const { deals, warnings } = await exportsOf({
      'a.csv': [
        'Record ID,Deal Name,Deal Owner,Deal Stage,Create Date',
        ...['Pilot', 'Next', 'Last'].map((name) => `1.23457E+11,${name},Dana,Demo,2026-10-01`),
      ],
    })
    expect(deals.map(({ id, name }) => [id, name])).toEqual(['Pilot', 'Next', 'Last'].map((name) => [undefined, name]))
    expect(warnings).toEqual([
      'a.csv, column “Record ID”: “1.23457E+11” is what a spreadsheet leaves of a long id, so deals are told apart by name, account and day of creation; export again, and format the column as text before saving it',
    ])
  })

  it('to decimals are the whole numbers that they were', async () => {
    const { rejected } = await exportsOf({
      'a.csv': ['Deal ID,Deal,Owner,Stage', '101,Pilot,Dana,Demo', '101.0,Pilot,Dana,Demo', '101.05,Next,Dana,Demo'],
    })
    expect(rejected.map(({ reason }) => reason)).toEqual(['the same id as a.csv, line 2'])
  })
})
