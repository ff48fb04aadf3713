import { describe, expect, it } from 'vitest'
import { readExports } from '../../src/ingest/read-exports.ts'
import { streamSource } from '../../src/ingest/source.ts'
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
})
