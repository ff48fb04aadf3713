import { expect, it } from 'vitest'
import { isInTarget } from '../../src/book/deals/targets.ts'
import { bookOf, firstDeal, type Cells } from '../support/exports.ts'

const accounts = [
  { id: '001', name: 'Northwind', segment: 'Manufacturing' },
  { name: 'Initech', segment: 'Software' },
  { name: 'Hooli' },
]

function judge(deal: Cells<'opportunities'>, targets: { accounts?: string[]; segments?: string[] }) {
  const settings = { targets: { accounts: targets.accounts ?? [], segments: targets.segments ?? [] } }
  const book = bookOf({ deals: [{ owner: 'Dana', stage: 'Prospecting', ...deal }], accounts }, { settings })
  return isInTarget(firstDeal(book), book)
}

it.each<[string, Cells<'opportunities'>, { accounts?: string[]; segments?: string[] }, boolean | undefined]>([
  ['a target account, however it is written', { account: ' northwind' }, { accounts: ['Northwind'] }, true],
  ['one known by its id', { accountId: '001' }, { accounts: ['Northwind'] }, true],
  ['only as the whole name', { account: 'Northwind Traders' }, { accounts: ['Northwind'] }, false],
  ['another account', { account: 'Initech' }, { accounts: ['Northwind'] }, false],
  ['an account that is in no file', { account: 'Globex' }, { accounts: ['Northwind'] }, false],
  ['no account', {}, { accounts: ['Northwind'] }, undefined],
  ['a target segment', { account: 'Northwind' }, { segments: ['manufacturing'] }, true],
  ['another segment', { account: 'Initech' }, { segments: ['Manufacturing'] }, false],
  ['an account without a segment', { account: 'Hooli' }, { segments: ['Manufacturing'] }, undefined],
  ['a target account without a segment', { account: 'Hooli' }, { accounts: ['Hooli'], segments: ['Software'] }, true],
  ['either is enough', { account: 'Initech' }, { accounts: ['Northwind'], segments: ['Software'] }, true],
])('%s', (_, deal, targets, is) => {
  expect(judge(deal, targets)).toBe(is)
})
