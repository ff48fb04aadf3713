import { describe, expect, it } from 'vitest'
import { readExports } from '../../src/ingest/read-exports.ts'
import { streamSource } from '../../src/ingest/bytes/source.ts'
import { day, TODAY } from '../support/exports.ts'
import { inChunks } from './reading.ts'

async function dealsOf(...lines: string[]) {
  const source = await streamSource('deals.csv', inChunks(`${lines.join('\n')}\n`))
  const options = { columns: {}, zone: 'UTC', dateOrder: undefined, decimal: undefined, today: day(TODAY) }
  return readExports([{ source, fromFolder: false }], options)
}

describe('what an export says of a deal’s state', () => {
  it('what Pipedrive has deleted is in no book', async () => {
    const { deals, inputs } = await dealsOf(
      'Deal - ID,Deal - Title,Deal - Status,Deal - Stage',
      '1,Northwind,Open,Lead In',
      '2,Acme,Deleted,Lead In',
      '3,Contoso,Won,Lead In',
    )
    expect(deals.map(({ id }) => id)).toEqual(['1', '3'])
    expect(inputs[0]?.rows).toEqual({ read: 3, used: 2, rejected: 0, ignored: 1 })
  })

  it('HubSpot’s flags, by whichever of their names', async () => {
    const { deals } = await dealsOf(
      'Record ID,Deal Name,Deal Stage,Is Deal Closed?,Is Closed Won,Is closed lost',
      '1,Northwind,Projekt vergeben,true,false,true',
      '2,Acme,Projekt vergeben,true,true,false',
    )
    expect(deals.map(({ isClosed, isWon, isLost }) => [isClosed, isWon, isLost])).toEqual([
      [true, false, true],
      [true, true, false],
    ])
  })

  it('a status that says where a deal stands is its stage, where no column is', async () => {
    const { deals, inputs } = await dealsOf(
      'Deal,Owner,Amount,Status',
      'Northwind,Dana,1,Proposal',
      'Acme,Dana,2,Won',
      'Contoso,Dana,3,Lead',
    )
    expect(deals.map(({ stage, status }) => [stage, status])).toEqual([
      ['Proposal', undefined],
      ['Won', undefined],
      ['Lead', undefined],
    ])
    expect(inputs[0]?.columns.find(({ column }) => column === 'Status')?.field).toBe('stage')
  })

  it('a status that says open, won or lost is none', async () => {
    const { deals } = await dealsOf('Deal,Owner,Amount,Status', 'Northwind,Dana,1,Open', 'Acme,Dana,2,Won')
    expect(deals.map(({ stage, status }) => [stage, status])).toEqual([
      [undefined, 'Open'],
      [undefined, 'Won'],
    ])
  })

  it.each([
    ['Status', 'W', 'L', 'Open'],
    ['State', 'CA', 'New York', 'NY'],
    ['Outcome', 'Won', 'Chose another solution', 'Lost'],
    ['Won/Lost', 'W', 'L', 'Pricing'],
  ])('a “%s” that holds “%s” and “%s” is no stage', async (column, ...statuses) => {
    const rows = statuses.map((status, at) => `Deal ${at},Dana,1,${status}`)
    const { deals } = await dealsOf(`Deal,Owner,Amount,${column}`, ...rows)
    expect(deals.map(({ stage, status }) => [stage, status])).toEqual(statuses.map((status) => [undefined, status]))
  })

  it('what Salesforce has deleted is in no book', async () => {
    const { deals } = await dealsOf('Id,IsDeleted,Name,StageName', '1,false,Northwind,New', '2,TRUE,Acme,New')
    expect(deals.map(({ id }) => id)).toEqual(['1'])
  })
})

describe('deals without names', () => {
  it('are those of their customers where no column names them', async () => {
    const { deals, rejected } = await dealsOf('Customer,Stage,Amount', 'Northwind,New,1', ',New,2')
    expect(deals.map(({ account }) => account)).toEqual(['Northwind'])
    expect(rejected).toMatchObject([{ line: 3, reason: 'neither an id nor a name' }])
  })

  it('are rejected where a column does', async () => {
    const { rejected } = await dealsOf('Deal,Customer,Stage,Amount', 'Acme,Acme,New,1', ',Northwind,New,1')
    expect(rejected).toMatchObject([{ line: 3 }])
  })
})
