import { expect, it } from 'vitest'
import { heaviest, stakeOf, worthJoining } from '../../src/book/deals/stake.ts'
import { bookOf, iso, type Cells } from '../support/exports.ts'

const DEAL: Cells<'opportunities'> = { owner: 'Dana Whitfield', stage: 'Prospecting', created: '2026-09-01' }

const deals: Cells<'opportunities'>[] = [
  { ...DEAL, name: 'small', amount: 1_000 },
  { ...DEAL, name: 'large', amount: 9_000 },
  { ...DEAL, name: 'small and closing', amount: 1_000, closeDate: '2026-12-31' },
  { ...DEAL, name: 'won', amount: 90_000, stage: 'Closed Won', closeDate: '2026-11-02' },
]

it('what is at stake: the amount beside the others’, and whether it closes in the period', () => {
  const book = bookOf({ deals })
  expect(book.open.map((deal) => [deal.name, Math.round(stakeOf(deal, book) * 100) / 100])).toEqual([
    ['small', 0.83],
    ['large', 1.33],
    ['small and closing', 1.25],
  ])
  expect(heaviest(book.open, (deal) => [stakeOf(deal, book)])?.name).toBe('large')
  expect(heaviest([], () => [1])).toBeUndefined()
  const closing = (name: string) => Number(name === 'small and closing')
  expect(heaviest(book.open, ({ name, amount = 0 }) => [-amount, closing(name)])?.name).toBe('small and closing')
})

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
