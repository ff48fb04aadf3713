import { describe, expect, it } from 'vitest'
import { bookOf, day, firstDeal, iso, TODAY, type Cells, type Told } from '../support/exports.ts'

const open: Cells<'opportunities'> = { owner: 'Dana', stage: 'Prospecting', amount: 20_000, created: '2026-10-01' }
const won: Cells<'opportunities'> = { ...open, stage: 'Closed Won', created: '2026-09-01', closeDate: '2026-11-10' }
const exported = (text: string) => ({ exportedAt: day(text) })

describe('a closed deal whose close date lies ahead', () => {
  it('is closed where nothing shows that the export is a later one, on a day that nobody knows', () => {
    expect(firstDeal(bookOf({ deals: [won] }, { asOf: '2026-11-09' }))).toMatchObject({
      state: 'won',
      closedOn: undefined,
      closeDateAhead: day('2026-11-10'),
      closeDate: undefined,
    })
    const settings = exported('2026-11-09')
    expect(firstDeal(bookOf({ deals: [won] }, { asOf: '2026-11-09', settings })).state).toBe('won')
  })

  it.each([
    ['a creation', { deals: [won, { ...open, created: '2026-11-10' }] }],
    ['a stage change', { deals: [won, { ...open, stageChanged: '2026-11-10' }] }],
    ['a closing', { deals: [won, { ...won, wonOn: '2026-11-10' }] }],
    ['a history', { deals: [won], history: [{ dealId: 'deal-9', changed: '2026-11-10', stage: 'Prospecting' }] }],
  ] satisfies [string, Told][])('the export is a later one where %s lies after the review', (_, told) => {
    expect(firstDeal(bookOf(told, { asOf: '2026-11-09' })).state).toBe('open')
  })

  it('an exact day of closing needs no such sign', () => {
    expect(firstDeal(bookOf({ deals: [{ ...won, closedOn: '2026-11-10' }] }, { asOf: '2026-11-09' })).state).toBe(
      'open',
    )
  })

  it('whoever closed it and left its close date ahead closed it when it came into its stage', () => {
    const ahead = { ...won, closeDate: '2026-12-15' }
    const closed = (told: Told, asOf = TODAY) => {
      const deal = firstDeal(bookOf(told, { asOf }))
      return [deal.state, iso(deal.closedOn), iso(deal.closeDateAhead)]
    }
    const change = { dealId: 'deal-1', changed: '2026-11-18', stage: 'Closed Won' }
    const before = { ...change, stage: 'Negotiation/Review' }
    expect(closed({ deals: [{ ...ahead, stageChanged: '2026-11-18' }] })).toEqual(['won', '2026-11-18', '2026-12-15'])
    expect(closed({ deals: [ahead], history: [change, before] })).toEqual(['won', '2026-11-18', '2026-12-15'])
    // The same day in every later review, or it would be won twice.
    expect(closed({ deals: [ahead], history: [before, change] }, '2026-12-20')).toEqual([
      'won',
      '2026-11-18',
      undefined,
    ])
    // Where a status tells, the stage is the one it was closed in.
    const byStatus = { ...ahead, stage: 'Negotiation', status: 'Won', stageChanged: '2026-11-02' }
    expect(closed({ deals: [byStatus] })).toEqual(['won', undefined, '2026-12-15'])
  })

  it('one closed ahead of its close date counts in the win rate, and no week', () => {
    const deals = [won, { ...won, closeDate: '2026-12-15' }, { ...won, stage: 'Closed Lost', closeDate: '2026-12-15' }]
    const { team } = bookOf({ deals })
    expect([team.closings.won, team.closings.lost]).toEqual([2, 1])
  })
})
