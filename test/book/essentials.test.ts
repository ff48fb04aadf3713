import { expect, it } from 'vitest'
import { essentialsMissing } from '../../src/book/deals/essentials.ts'
import { bookOf, firstDeal, times, type Cells } from '../support/exports.ts'

const whole: Cells<'opportunities'> = {
  owner: 'Dana',
  stage: 'Prospecting',
  amount: 20_000,
  created: '2026-10-16',
  closeDate: '2026-12-31',
}

it.each<[string, Cells<'opportunities'>, number, readonly string[]]>([
  ['nothing', {}, 1, []],
  ['all three', { owner: undefined, amount: undefined, closeDate: undefined }, 1, ['amount', 'close date', 'owner']],
  ['an amount of nothing', { amount: 0 }, 1, ['amount']],
  ['an amount in another currency is one', { currency: 'EUR' }, 1, []],
  ['half of the deals lack it', { amount: undefined }, 5, ['amount']],
  ['more than half do: a blind spot', { amount: undefined }, 6, []],
])('%s', (_, cells, count, expected) => {
  const book = bookOf({ deals: [...times(count, { ...whole, ...cells }), ...times(5, whole)] })
  expect(essentialsMissing(firstDeal(book), book)).toEqual(expected)
})
