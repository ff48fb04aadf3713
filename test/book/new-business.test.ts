import { expect, it } from 'vitest'
import { newBusinessOf } from '../../src/book/deals/new-business.ts'
import { bookOf, repCalled, type Cells, type Told } from '../support/exports.ts'

const deal = (created: string | undefined, more: Cells<'opportunities'> = {}): Cells<'opportunities'> => ({
  owner: 'Dana',
  stage: 'Prospecting',
  created,
  ...more,
})

function count(deals: Cells<'opportunities'>[], weeks: number, more: Told = {}): number {
  const book = bookOf({ deals: [deal('2026-01-05'), ...deals], ...more })
  return newBusinessOf(repCalled(book, 'Dana'), book.calendar, weeks).length
}

it.each([
  ['2026-11-20', 1],
  ['2026-11-14', 1],
  ['2026-11-13', 0],
])('created on %s: %i in the last week', (created, found) => {
  expect(count([deal(created)], 1)).toBe(found)
})

it('leaves out renewals and what has no day', () => {
  expect(count([deal('2026-11-18', { type: 'Renewal' }), deal(undefined), deal('2026-11-18')], 4)).toBe(1)
})

it('leaves out what was taken over', () => {
  const reps = [{ rep: 'Dana', startDate: '2026-11-10' }]
  expect(count([deal('2026-11-09'), deal('2026-11-10')], 4, { reps })).toBe(1)
})

it('counts what has been closed since', () => {
  expect(count([deal('2026-11-10', { stage: 'Closed Lost', closeDate: '2026-11-12' })], 4)).toBe(1)
})
