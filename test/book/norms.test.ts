import { describe, expect, it } from 'vitest'
import { lastDayForNew, measureNorms, stageNorm } from '../../src/book/norms.ts'
import { periodContaining } from '../../src/book/period.ts'
import { addDays } from '../../src/plain-date.ts'
import { bookOf, day, iso, TODAY, type Cells } from '../support/exports.ts'

/** Won deals that took 1, 2, 3 … days, each from a Prospecting of as many days to the closing. */
function wins(count: number, more: Cells<'opportunities'> = {}) {
  const first = day('2026-02-02')
  const created = Array.from({ length: count }, (_, at) => addDays(first, at))
  return {
    deals: created.map((from, at) => ({
      owner: 'Dana',
      stage: 'Closed Won',
      created: iso(from) ?? '',
      closeDate: iso(addDays(from, at + 1)) ?? '',
      ...more,
    })),
    history: created.map((from, at) => ({ dealId: `deal-${at + 1}`, changed: iso(from) ?? '', stage: 'Prospecting' })),
  }
}

describe('norms', () => {
  it('from twenty wins on are the team’s own', () => {
    expect(bookOf(wins(19)).norms).toMatchObject({ wins: 19, medianCycle: undefined, fastCycle: undefined })
    // Of 1 to 20: the quartile is 5.75, the median 10.5, nine tenths 18.1.
    expect(bookOf(wins(20)).norms).toMatchObject({
      wins: 20,
      fastCycle: 5.75,
      medianCycle: 10.5,
      oldAge: { days: 18, from: 'team' },
    })
  })

  it('leave renewals out', () => {
    expect(bookOf(wins(20, { type: 'Renewal' })).norms.wins).toBe(0)
  })

  it('of a stage come from the wins that have been in it, else they are thirty days', () => {
    const { norms } = bookOf(wins(20))
    expect(stageNorm(norms, 'prospecting')).toEqual({ days: 10.5, from: 'team', wins: 20 })
    expect(stageNorm(norms, 'Needs Analysis')).toEqual({ days: 30, from: 'default', wins: 0 })
    expect(stageNorm(norms, undefined).from).toBe('default')
    expect(stageNorm(bookOf(wins(19)).norms, 'Prospecting')).toEqual({ days: 30, from: 'default', wins: 0 })
  })

  it('count the days of a stage together that a deal came back to', () => {
    const told = wins(20)
    const moves = told.deals.flatMap(({ created }, at) => [
      { dealId: `deal-${at + 1}`, changed: created, stage: 'Prospecting' },
      { dealId: `deal-${at + 1}`, changed: iso(addDays(day(created ?? ''), 10)) ?? '', stage: 'Qualification' },
      { dealId: `deal-${at + 1}`, changed: iso(addDays(day(created ?? ''), 14)) ?? '', stage: 'Prospecting' },
    ])
    const deals = told.deals.map((cells) => ({ ...cells, closeDate: iso(addDays(day(cells.created ?? ''), 20)) ?? '' }))
    const { norms } = bookOf({ deals, history: moves })
    expect([stageNorm(norms, 'Prospecting').days, stageNorm(norms, 'Qualification').days]).toEqual([16, 4])
  })
})

describe('the last day on which a new opportunity can still be won', () => {
  const lastDay = (fastCycle: number | undefined, kind: 'month' | 'quarter' = 'quarter') => {
    const norms = { ...measureNorms([]), fastCycle }
    return lastDayForNew({ norms, period: periodContaining(day(TODAY), kind), asOf: day(TODAY) })
  }

  it('is the end of the period less the time that the fastest quarter of the wins took', () => {
    expect(lastDay(10)).toMatchObject({ isLater: false, weeks: 31 / 7, period: { label: 'Q4' } })
    expect(iso(lastDay(10)?.day)).toBe('2026-12-21')
    expect(iso(lastDay(9.25)?.day)).toBe('2026-12-21')
  })

  it.each([
    [27, 'Q4', '2026-12-04'],
    [28, 'Q1', '2027-03-03'],
  ])('%i days: two weeks away it counts, a day less is too late: %s', (fast, label, expected) => {
    expect(lastDay(fast)?.period.label).toBe(label)
    expect(iso(lastDay(fast)?.day)).toBe(expected)
  })

  it('can lie several months ahead', () => {
    expect(lastDay(100, 'month')).toMatchObject({ isLater: true, period: { label: 'March' } })
  })

  it('is unknown below twenty wins', () => {
    expect(lastDay(undefined)).toBeUndefined()
  })
})
