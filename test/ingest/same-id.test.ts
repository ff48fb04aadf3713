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
  return readExports(exports, {
    columns: { product: 'Product' },
    zone: 'UTC',
    dateOrder: undefined,
    decimal: undefined,
    today: AS_OF,
  })
}

const HEADER = 'Deal ID,Deal,Account,Owner,Stage,Amount,Created,Contact,Product'
const row = (more: Readonly<Record<string, string>> = {}) =>
  Object.values({
    id: '1',
    deal: 'Pilot',
    account: 'Acme',
    owner: 'Dana',
    stage: 'Demo',
    amount: '100',
    created: '2026-10-01',
    contact: 'Pat Ely',
    product: 'Licence',
    ...more,
  }).join(',')

describe('rows of one id in one file', () => {
  it('that differ in the contact or the product are one deal with all of them, in whatever order', async () => {
    const rows = [row(), row({ contact: 'Ivo Lund' }), row({ product: 'Support' })]
    for (const lines of [rows, rows.toReversed()]) {
      const { deals, rejected, inputs } = await exportsOf({ 'a.csv': [HEADER, ...lines] })
      expect(deals).toMatchObject([{ id: '1', amount: 100, contact: 'Ivo Lund; Pat Ely', product: 'Licence; Support' }])
      expect(rejected).toEqual([])
      expect(inputs[0]?.rows).toEqual({ read: 3, used: 3, rejected: 0, ignored: 0 })
    }
  })

  it('add up the amounts of products that differ', async () => {
    const rows = [row(), row({ product: 'Support', amount: '100' }), row({ product: 'Set-up', amount: '50' })]
    const { deals } = await exportsOf({ 'a.csv': [HEADER, ...rows] })
    expect(deals.map(({ amount }) => amount)).toEqual([250])
  })

  it('fill what the first leaves empty', async () => {
    const { deals } = await exportsOf({ 'a.csv': [HEADER, row({ account: '' }), row({ product: 'Support' })] })
    expect(deals).toMatchObject([{ account: 'Acme' }])
  })

  it.each([
    ['stage', { stage: 'Proposal' }],
    ['owner', { owner: 'Lee' }],
    ['amount', { amount: '200' }],
  ])('that differ in the %s are of two days: the first counts, and the other says why not', async (field, more) => {
    const { deals, rejected } = await exportsOf({ 'a.csv': [HEADER, row(), row(more)] })
    expect(deals).toHaveLength(1)
    expect(rejected).toMatchObject([{ line: 3, reason: `the same id as a.csv, line 2, and another ${field}` }])
  })

  it('under another name are another deal, and that is said', async () => {
    const other = row({ deal: 'Roll-out', amount: '300' })
    const { deals, rejected, warnings } = await exportsOf({ 'a.csv': [HEADER, row(), other] })
    expect(deals.map(({ id, name, amount }) => [id, name, amount])).toEqual([
      ['1', 'Pilot', 100],
      [undefined, 'Roll-out', 300],
    ])
    expect(rejected).toEqual([])
    expect(warnings).toEqual([
      'a.csv, line 3: the id 1 of “Roll-out” is another deal’s too: 1 such deal counts without an id',
    ])
  })
})

describe('one id in two files', () => {
  it('is two deals where the name and something else differ: both lists number their deals 1, 2, 3', async () => {
    const other = row({ deal: 'Oak', account: 'Oak SA', owner: 'Lee' })
    const { deals, rejected } = await exportsOf({ 'a.csv': [HEADER, row()], 'b.csv': [HEADER, other] })
    expect(deals.map(({ name }) => name)).toEqual(['Pilot', 'Oak'])
    expect(rejected).toEqual([])
  })

  it('is one where a deal was only renamed since', async () => {
    const { deals } = await exportsOf({ 'a.csv': [HEADER, row()], 'b.csv': [HEADER, row({ deal: 'Pilot 2' })] })
    expect(deals).toHaveLength(1)
  })
})
