import { expect, test } from 'vitest'
import { readExports } from '../../src/ingest/read-exports.ts'
import { parseIsoDate, type PlainDate } from '../../src/time/plain-date.ts'
import { sourceOf } from './reading.ts'

const HEADER = 'Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Close Date,Amount'

async function warningsOf(rows: readonly string[], columns: Readonly<Record<string, string>> = {}, header = HEADER) {
  const source = await sourceOf(`${[header, ...rows].join('\n')}\n`)
  const today = parseIsoDate('2026-11-20') as PlainDate
  const options = { columns, zone: 'UTC', dateOrder: undefined, decimal: undefined, today }
  return (await readExports([{ source, fromFolder: false }], options)).warnings
}

const SAME = '006A00000000001,Acme,Dana,Proposal,100,2026-12-01,100'
const EMPTY = '006A00000000002,Globex,Dana,Proposal,100,2026-12-01,'
const OTHER = '006A00000000003,Initech,Dana,Proposal,,2026-12-01,300'

test('two columns of one name say so where they differ, once, and which flag decides', async () => {
  expect(await warningsOf([SAME, EMPTY, OTHER, OTHER.replace('003', '004')])).toEqual([
    'deals.csv, line 4: columns 5 and 7 are both called “Amount” and hold nothing and “300”; the first is taken for the amount. ' +
      'If that is right, say --set columns.amount="Amount"; if not, rename the other in the export and name that',
  ])
})

test('and nothing where they hold the same, or the user has decided', async () => {
  expect(await warningsOf([SAME, EMPTY])).toEqual([])
  expect(await warningsOf([OTHER], { amount: 'Amount' })).toEqual([])
})

test('and nothing of a row that is no deal', async () => {
  expect(await warningsOf([SAME, ',,Dana,Proposal,100,2026-12-01,300'])).toEqual([
    'deals.csv: 1 row could not be read: line 3 (neither an id nor a name)',
  ])
})

test('and are shown as they are written where only signs tell them apart', async () => {
  const [warning] = await warningsOf([OTHER], {}, `${HEADER} ($)`)
  expect(warning).toContain('columns 5 and 7 are called “Amount” and “Amount ($)”, which is the same here, and hold')
})
