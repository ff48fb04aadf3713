import { expect, it } from 'vitest'
import { heaviest, stake, stakeOf, worthJoining } from '../../src/book/deals/stake.ts'
import { bookOf, iso, type Cells } from '../support/exports.ts'

const DEAL: Cells<'opportunities'> = { owner: 'Dana Whitfield', stage: 'Prospecting', created: '2026-09-01' }

const deals: Cells<'opportunities'>[] = [
  { ...DEAL, name: 'small', amount: 1_000 },
  { ...DEAL, name: 'large', amount: 9_000 },
  { ...DEAL, name: 'small and closing', amount: 1_000, closeDate: '2026-12-31' },
  { ...DEAL, name: 'won', amount: 90_000, stage: 'Closed Won', closeDate: '2026-11-02' },
]

it('what is at stake: the amount, and twice as much where it is due within two weeks', () => {
  const due = (closeDate: string) => ({ ...DEAL, amount: 1_000, closeDate })
  const book = bookOf({ deals: ['2026-11-19', '2026-12-04', '2026-12-05', '2026-12-31', '2027-01-01'].map(due) })
  expect(book.open.map((deal) => stakeOf(deal, book))).toEqual([2_000, 2_000, 1_500, 1_500, 1_000])
})

it('a second and a third reason weigh a quarter more each, a fourth nothing', () => {
  const parts = { amount: 1_000, chance: 0.5, due: 1 }
  expect([1, 2, 3, 4].map((reasons) => stake({ ...parts, reasons }))).toEqual([500, 625, 750, 750])
  expect(stake({ ...parts, reasons: 1 }, 0)).toBe(0)
})

it('a deal without an amount weighs as much as the median one', () => {
  const book = bookOf({ deals: [{ ...DEAL, name: 'unknown' }, ...deals] })
  expect(stakeOf(book.open[0] ?? fail(), book)).toBe(1_000)
})

it('the heaviest', () => {
  const book = bookOf({ deals })
  expect(heaviest(book.open, (deal) => [stakeOf(deal, book)])?.name).toBe('large')
  expect(heaviest([], () => [1])).toBeUndefined()
  const closing = (name: string) => Number(name === 'small and closing')
  expect(heaviest(book.open, ({ name, amount = 0 }) => [-amount, closing(name)])?.name).toBe('small and closing')
})

function fail(): never {
  throw new Error('no such deal')
}

it('the meeting most worth joining is about the heaviest open deal, and its next one', () => {
  const meeting = (dealId: string, date: string): Cells<'activities'> => ({ type: 'Meeting', dealId, date })
  const book = bookOf({
    deals,
    activities: [
      meeting('deal-2', '2026-11-27'),
      meeting('deal-2', '2026-11-26'),
      meeting('deal-1', '2026-11-23'),
      meeting('deal-4', '2026-11-23'),
    ],
  })
  const best = worthJoining(book.activities.plannedMeetings(), (deal) => [stakeOf(deal, book)])
  expect([best?.deal.name, iso(best?.meeting.day)]).toEqual(['large', '2026-11-26'])
  expect(worthJoining([], () => [1])).toBeUndefined()
})
