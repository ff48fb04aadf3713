import { expect, it } from 'vitest'
import { namesClient, testProposition } from '../../src/book/deals/value-proposition.ts'
import { bookOf, firstDeal, times, type Cells } from '../support/exports.ts'

const DEAL: Cells<'opportunities'> = { owner: 'Dana Whitfield', stage: 'Proposal', account: 'Northwind Ltd' }

function failedOf(valueProposition: string | undefined, others: readonly Cells<'opportunities'>[] = []) {
  const book = bookOf({ deals: [{ ...DEAL, valueProposition }, ...others.map((cells) => ({ ...DEAL, ...cells }))] })
  return testProposition(firstDeal(book), book, { mostWords: 60, mostSame: 3 }).failed
}

it.each<[string | undefined, string[]]>([
  ['Northwind ships 20 % more by March.', []],
  ['Northwind halves its downtime within a quarter', []],
  ['Northwind: payback in 6 months', []],
  [undefined, ['empty']],
  [' – ', ['empty']],
  ['Northwind ships more by Q2 2027', ['no number']],
  ['Northwind ships more from 1 March', ['no number']],
  ['Northwind saves 2000 pallets', ['no time']],
  ['We may march on: Northwind saves 20 %', ['no time']],
  ['Saves 20 % within a year', ['client not named']],
  ['Better visibility', ['client not named', 'no number', 'no time']],
  [`Northwind saves 20 % by March${' more'.repeat(55)}`, []],
  [`Northwind saves 20 % by March${' more'.repeat(56)}`, ['too long']],
])('%s: %j', (text, failed) => {
  expect(failedOf(text)).toEqual(failed)
})

it.each<[string, Cells<'opportunities'>[], boolean]>([
  ['three other clients', ['A', 'B', 'C'].map((account) => ({ account })), true],
  ['two', ['A', 'B'].map((account) => ({ account })), false],
  ['three more deals with the same client', times(3, {}), false],
  [
    'written a little otherwise',
    ['A', 'B', 'C'].map((account) => ({ account, valueProposition: 'northwind saves  20% by march!' })),
    true,
  ],
  [
    'a word of difference',
    ['A', 'B', 'C'].map((account) => ({ account, valueProposition: 'Northwind saves 30 % by March' })),
    false,
  ],
])('the same text, %s', (_, others, isSame) => {
  const text = 'Northwind saves 20 % by March'
  const failed = failedOf(
    text,
    others.map((cells) => ({ valueProposition: text, ...cells })),
  )
  expect(failed.includes('same as others')).toBe(isSame)
})

it.each<[string, string | undefined, boolean | undefined]>([
  ['Northwind saves', 'Northwind Traders Ltd.', true],
  ['The group saves', 'Northwind Group', false],
  ['IBM saves', 'International Business Machines', true],
  ['Sally Ortiz saves', 'Northwind', true],
  ['Northwinds saves', 'Northwind', false],
  ['Anybody saves', undefined, undefined],
])('“%s” names %s: %s', (text, account, names) => {
  const contacts = [{ name: 'Sally Ortiz', role: undefined, isDeciding: false }]
  expect(namesClient(text, { account, contacts })).toBe(names)
})
