import { describe, expect, it } from 'vitest'
import { lastDayForNew, measureNorms, stageNorm } from '../../src/book/team/norms.ts'
import { periodContaining } from '../../src/book/goals/period.ts'
import { addDays } from '../../src/time/plain-date.ts'
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
    expect(bookOf(wins(19)).norms).toMatchObject({ wins: 19, medianCycle: undefined })
    // Of 1 to 20: the median is 10.5, nine tenths 18.1.
    expect(bookOf(wins(20)).norms).toMatchObject({
      wins: 20,
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

describe('the last day on which a new opportunity is soon enough', () => {
  const lastDay = (medianCycle: number | undefined, kind: 'month' | 'quarter' = 'quarter') => {
    const norms = { ...measureNorms([]), medianCycle }
    return lastDayForNew({ norms, period: periodContaining(day(TODAY), kind), asOf: day(TODAY) })
  }

  it('is the end of the period less the time that half of the wins took', () => {
    expect(lastDay(10)).toMatchObject({ isLater: false, weeks: 31 / 7, cycle: 10, period: { label: 'Q4' } })
    expect(iso(lastDay(10)?.day)).toBe('2026-12-21')
    expect(iso(lastDay(9.25)?.day)).toBe('2026-12-21')
  })

  it.each([
    [27, 'Q4', '2026-12-04'],
    [28, 'Q1', '2027-03-03'],
  ])('%i days: two weeks away it counts, a day less is too late: %s', (cycle, label, expected) => {
    expect(lastDay(cycle)?.period.label).toBe(label)
    expect(iso(lastDay(cycle)?.day)).toBe(expected)
  })

  it('from the day after it in this period on a new one is more likely late, whether that has passed or not', () => {
    expect([10, 28, 60].map((cycle) => iso(lastDay(cycle)?.lateFrom))).toEqual([
      '2026-12-22',
      '2026-12-04',
      '2026-11-02',
    ])
  })

  it('can lie several months ahead', () => {
    expect(lastDay(100, 'month')).toMatchObject({ isLater: true, period: { label: 'March' } })
  })

  it('is unknown below twenty wins', () => {
    expect(lastDay(undefined)).toBeUndefined()
  })
})
