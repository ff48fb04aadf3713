import { describe, expect, it } from 'vitest'
import { exportsOf } from './files.ts'

const HEADER = 'Owner,Deal,Stage,Amount'

async function read(lines: readonly string[]) {
  const { deals, warnings, inputs } = await exportsOf({ 'deals.csv': lines })
  return { deals: deals.map(({ name, owner }) => `${name}: ${owner ?? 'nobody'}`), warnings, input: inputs[0] }
}

describe('a grouped report', () => {
  it('has its owner on the first row of a group, which a sum ends', async () => {
    const groups = [
      'Dana,Acme,Proposal,1',
      ',Globex,Proposal,2',
      'Subtotal,,,3',
      'Kim,Hooli,Proposal,4',
      'Subtotal,,,4',
      'Total,,,7',
    ]
    const { deals, warnings, input } = await read([HEADER, ...groups])
    expect(deals).toEqual(['Acme: Dana', 'Globex: Dana', 'Hooli: Kim'])
    expect(warnings).toEqual([
      'deals.csv: this report is grouped: 1 deal below the first of a group was given its owner',
    ])
    expect(input?.ignored).toMatchObject([
      { reason: 'a sum', count: 3, places: [{ line: 4, value: 'Subtotal | 3' }, { line: 6 }, { line: 7 }] },
    ])
  })

  it('has its stage on the first row of a group, below its owner or alone', async () => {
    const stages = async (lines: readonly string[]) => {
      const { deals, warnings } = await exportsOf({ 'deals.csv': lines })
      return [deals.map(({ stage, owner }) => `${stage ?? 'none'}, ${owner ?? 'nobody'}`), warnings] as const
    }
    const alone = ['Proposal,Acme,Dana,1', ',Globex,Kim,2', 'Subtotal,,,3', 'New,Hooli,Dana,4', 'Subtotal,,,4']
    expect(await stages(['Stage,Deal,Owner,Amount', ...alone])).toEqual([
      ['Proposal, Dana', 'Proposal, Kim', 'New, Dana'],
      ['deals.csv: this report is grouped: 1 deal below the first of a group was given its stage'],
    ])
    const counted = ['Proposal (2),Acme,Dana,1', ',Globex,Kim,2', 'New (1),Hooli,Dana,4']
    expect((await stages(['Stage,Deal,Owner,Amount', ...counted]))[0]).toEqual([
      'Proposal, Dana',
      'Proposal, Kim',
      'New, Dana',
    ])
    const gap = ['Proposal,Acme,Dana,1', ',Globex,Kim,2', 'New,Hooli,Dana,4']
    expect(await stages(['Stage,Deal,Owner,Amount', ...gap])).toEqual([
      ['Proposal, Dana', 'none, Kim', 'New, Dana'],
      [],
    ])
  })

  it('has counts beside its owners and rows of sums and counts, as Lightning writes it', async () => {
    const groups = [
      'Dana W (2),Acme,Proposal,1',
      ',Globex,Proposal,2',
      'Subtotal,Sum,,"$3,000.00"',
      ',Count,,2',
      'Kim (1),Hooli,Proposal,4',
      'Subtotal,Sum,,4',
      ',Count,,1',
    ]
    expect((await read([HEADER, ...groups])).deals).toEqual(['Acme: Dana W', 'Globex: Dana W', 'Hooli: Kim'])
    const bare = ['Dana W (2),Acme,Proposal,1', ',Globex,Proposal,2', 'Kim (1),Hooli,Proposal,4']
    expect((await read([HEADER, ...bare])).deals).toEqual(['Acme: Dana W', 'Globex: Dana W', 'Hooli: Kim'])
  })

  it('has merged cells, each with a name that stands there once', async () => {
    const rows = ['Dana,Acme,Proposal,1', ',Globex,Proposal,2', ',Initech,New,2', ',Umbrella,New,3']
    const merged = [...rows, 'Kim,Hooli,New,1', ',Stark,New,4']
    const { deals, warnings } = await read([HEADER, ...merged, 'Total,,,13'])
    expect(deals.slice(3)).toEqual(['Umbrella: Dana', 'Hooli: Kim', 'Stark: Kim'])
    expect(warnings).toEqual([
      'deals.csv: this report is grouped: 4 deals below the first of a group were given its owner',
    ])
    const again = await read([HEADER, ...merged, 'Dana,Wayne,New,1', ',Cyber,New,1'])
    expect(again.deals).toContain('Stark: nobody')
    const pairs = await read([HEADER, 'Dana,Acme,New,1', ',Globex,New,2', 'Kim,Hooli,New,1', ',Stark,New,4'])
    expect(pairs.deals).toContain('Stark: nobody')
    // Sorted by owner, and the most are nobody's.
    const unowned = ['Acme', 'Globex', 'Initech', 'Stark', 'Wayne', 'Cyber'].map((name) => `,${name},New,1`)
    const sorted = await read([HEADER, 'Dana,Hooli,New,1', 'Kim,Umbrella,New,1', ...unowned])
    expect(sorted.deals.slice(2)).toEqual(sorted.deals.slice(2).filter((deal) => deal.endsWith(': nobody')))
  })

  it('has headings that name the column', async () => {
    const groups = [
      '"Opportunity Owner: Dana (2 records)","",""',
      'Acme,Proposal,1',
      'Globex,Proposal,2',
      '"Opportunity Owner: Kim (1 record)","",""',
      'Hooli,New,1',
    ]
    const { deals, warnings, input } = await read(['Opportunity Name,Stage,Amount', ...groups])
    expect(deals).toEqual(['Acme: Dana', 'Globex: Dana', 'Hooli: Kim'])
    expect(warnings).toHaveLength(1)
    expect(input?.columns.map(({ field }) => field)).toContain('owner')
  })

  it('has names alone above its groups, which are the owners where no deal has one', async () => {
    const rows = ['Dana,,,', 'Acme,New,1,2026-01-02', 'Globex,New,2,2026-01-02', 'Kim,,,', 'Hooli,New,4,2026-01-02']
    const { deals, warnings, input } = await read(['Deal,Stage,Amount,Created', ...rows])
    expect(deals).toEqual(['Acme: Dana', 'Globex: Dana', 'Hooli: Kim'])
    expect(warnings).toEqual([
      'deals.csv: this report is grouped: its deals were given the owner that stands above their group, such as “Dana”',
    ])
    expect(input?.rows).toEqual({ read: 5, used: 3, rejected: 0, ignored: 2 })
  })

  it('… or the stages where no deal has one', async () => {
    const rows = ['New (1),,3,', 'Acme,Dana,3,2026-01-02', 'Proposal (1),,4,', 'Hooli,Kim,4,2026-01-02']
    const { deals } = await exportsOf({ 'deals.csv': ['Opportunity,Salesperson,Expected Revenue,Created on', ...rows] })
    expect(deals.map(({ name, stage }) => `${name}: ${stage}`)).toEqual(['Acme: New', 'Hooli: Proposal'])
  })

  it('has no such names where groups stand in groups, or a deal above them all', async () => {
    const nested = ['Dana,,,', 'North,,,', 'Acme,New,1,2026-01-02', 'Kim,,,', 'Hooli,New,4,2026-01-02']
    expect((await read(['Deal,Stage,Amount,Created', ...nested])).deals).toEqual(['Acme: nobody', 'Hooli: nobody'])
    const below = ['Acme,New,1,2026-01-02', 'Kim,,,', 'Hooli,New,4,2026-01-02']
    expect((await read(['Deal,Stage,Amount,Created', ...below])).deals).toHaveLength(3)
    const counted = ['Acme,New,1,2026-01-02', 'Kim (1),,4,', 'Hooli,New,4,2026-01-02']
    expect((await read(['Deal,Stage,Amount,Created', ...counted])).deals).toEqual(['Acme: nobody', 'Hooli: nobody'])
  })

  it('has no such names where they are months', async () => {
    const groups = ['October 2026,,,', 'Acme,New,1,2026-01-02', 'Nov 2026,,,', 'Hooli,New,4,2026-01-02']
    const { deals, input } = await read(['Deal,Stage,Amount,Created', ...groups])
    expect(deals).toEqual(['Acme: nobody', 'Hooli: nobody'])
    expect(input?.rows).toEqual({ read: 4, used: 2, rejected: 0, ignored: 2 })
    // One who is called like a month is somebody.
    const april = ['April,,,', 'Acme,New,1,2026-01-02', 'Kim,,,', 'Hooli,New,4,2026-01-02']
    expect((await read(['Deal,Stage,Amount,Created', ...april])).deals).toEqual(['Acme: April', 'Hooli: Kim'])
  })

  it('has headings that are no deals', async () => {
    const groups = ['Dana (2),,,3000.0', 'Acme,Dana,New,1', 'Globex,Dana,New,1']
    const { deals, warnings } = await read(['Opportunity,Salesperson,Stage,Expected Revenue', ...groups])
    expect([deals, warnings]).toEqual([['Acme: Dana', 'Globex: Dana'], []])
  })

  it('is asked for ungrouped where its rows do not tell whose they are', async () => {
    const { deals, warnings } = await read([
      HEADER,
      'Dana,Acme,Proposal,1',
      'Kim,Globex,Proposal,2',
      'Subtotal,,,3',
      ',Hooli,Proposal,4',
    ])
    expect(deals).toContain('Hooli: nobody')
    expect(warnings).toEqual([
      'deals.csv: this report is grouped (line 4), and 1 deal of it names no owner: export it without grouping and subtotals',
    ])
  })

  it('is none where owners are blank, and a deal may have a number in brackets', async () => {
    const { deals, warnings } = await read([HEADER, 'Dana,Acme (2),Proposal,1', ',Globex,Proposal,2', 'Total,,,3'])
    expect([deals, warnings]).toEqual([['Acme (2): Dana', 'Globex: nobody'], []])
    const flat = await read([HEADER, 'Dana,Acme,Proposal,1', ',Globex,Proposal,2', 'Kim,Hooli,New,1', 'Total,,,3'])
    expect([flat.deals[1], flat.warnings]).toEqual(['Globex: nobody', []])
  })
})

describe('days that are still to come', () => {
  const header = 'Deal,Owner,Stage,Created'

  it('are no creation dates, and the deal is one all the same', async () => {
    const lines = [header, 'Acme,Dana,Proposal,2062-10-05', 'Globex,Dana,Proposal,2026-11-21']
    const { deals, rejected } = await exportsOf({ 'deals.csv': lines })
    expect(deals.map(({ created }) => created === undefined)).toEqual([true, false])
    expect(rejected).toMatchObject([{ line: 2, column: 'Created', value: '2062-10-05' }])
  })
})

describe('a file that is something else', () => {
  it('is called by its name where it is JSON', async () => {
    for (const text of ['[{"Deal": "Acme"}]', '{ "deals": [] }'])
      await expect(exportsOf({ 'deals.csv': [text] })).rejects.toMatchObject({ what: 'this is JSON, not CSV' })
  })

  it('is an export of accounts with a name and a type', async () => {
    const files = { 'deals.csv': ['Deal,Owner,Stage', 'Acme,Dana,New'], 'accounts.csv': ['Name,Type', 'Acme,Customer'] }
    expect((await exportsOf(files)).accounts).toMatchObject([{ name: 'Acme', type: 'Customer' }])
  })

  it('is told which fields to name where its columns are unknown', async () => {
    await expect(exportsOf({ 'deals.csv': ['Besitzer,Phase', 'Dana,Angebot'] })).rejects.toMatchObject({
      hint: expect.stringMatching(/columns\.FIELD="…" \(id, name, owner, stage.*init/u),
    })
  })
})

describe('a named file of which nothing can be read', () => {
  it('is refused, with the commonest reason', async () => {
    const lines = ['Deal ID,Deal,Owner,Stage', ',,Dana,Proposal', ',,Kim,Proposal']
    await expect(exportsOf({ 'deals.csv': lines })).rejects.toMatchObject({
      what: 'none of its 2 rows could be read as opportunities: neither an id nor a name',
      where: { file: 'deals.csv', line: 2 },
      exitCode: 2,
    })
    await expect(exportsOf({ 'deals.csv': ['Deal,Owner,Stage', 'Total,,'] })).rejects.toMatchObject({
      what: 'none of its rows are opportunities',
    })
  })

  it('is not one whose deals were all read before', async () => {
    const lines = ['Deal ID,Deal,Owner,Stage', '1,Acme,Dana,Proposal']
    expect((await exportsOf({ 'a.csv': lines, 'b.csv': lines })).deals).toHaveLength(1)
  })
})
