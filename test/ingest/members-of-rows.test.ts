import { expect, it } from 'vitest'
import { exportsOf } from './files.ts'

// Rows of one file that are not made alike cost four times the memory, and each look at them its time.

it.each([
  ['deals', ['Deal,Owner,Stage,Amount', 'Northwind,Dana,Proposal,$1', 'Acme,,Won,']],
  [
    'contacts of deals, of which some have a role',
    ['Opportunity ID,Name,Owner,Contact,Contact Role', '1,Acme,Dana,Ann,Buyer', '2,Atos,Dana,Bo,'],
  ],
  ['a status in place of a stage', ['Deal,Owner,Status', 'Northwind,Dana,Proposal', 'Acme,Dana,Won']],
  ['a column of no field', ['Deal,Owner,Stage,Shoe size', 'Northwind,Dana,Proposal,7', 'Acme,Dana,Won,']],
])('all rows of a file have the same members: %s', async (_, lines) => {
  const [first = {}, second = {}] = (await exportsOf({ 'deals.csv': lines })).deals
  expect(Object.keys(first)).toContain('stage')
  expect(Object.keys(second)).toEqual(Object.keys(first))
})

it('and no more than the file has, and what other cells can fill', async () => {
  const { deals } = await exportsOf({ 'deals.csv': ['Deal,Amount', 'Northwind,$1'] })
  expect(Object.keys(deals[0] ?? {})).toEqual(['name', 'amount', 'currency', 'owner', 'account', 'stage', 'extra'])
})
