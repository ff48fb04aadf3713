import { describe, expect, it } from 'vitest'
import { ReviewCalendar, type Closure } from '../../src/book/kit/calendar.ts'
import { isoDate } from '../../src/time/plain-date.ts'
import { day, TODAY } from '../support/exports.ts'

function closed(from: string, to: string, reps?: readonly string[]): Closure {
  return { from: day(from), to: day(to), reps }
}

function calendar(...closures: Closure[]) {
  return new ReviewCalendar(day(TODAY), closures)
}

describe('weeks back from a Friday', () => {
  it.each([
    ['2026-11-20', 0, 'the day of the review itself'],
    ['2026-11-14', 0, 'the Saturday before is the first day of week 0'],
    ['2026-11-13', 1, 'the Friday before is the last of week 1'],
    ['2026-11-07', 1, 'and the Saturday its first'],
    ['2026-11-06', 2, 'a fortnight ago'],
    ['2025-11-21', 52, 'nearly a year'],
  ])('%s is in week %i: %s', (date, week) => {
    expect(calendar().weekOf(day(date))).toBe(week)
  })

  it('a day ahead is in none', () => {
    expect(calendar().weekOf(day('2026-11-21'))).toBeUndefined()
  })
})

describe('days of silence', () => {
  it('count from the day after to the day of the review', () => {
    expect(calendar().daysSince(day('2026-11-06'), undefined)).toBe(14)
    expect(calendar().daysSince(day('2026-11-20'), undefined)).toBe(0)
  })

  it('leave out closed days, both ends of the holiday included', () => {
    expect(calendar(closed('2026-11-09', '2026-11-11')).daysSince(day('2026-11-06'), undefined)).toBe(11)
  })

  it.each([
    ['closed on the day of the last activity', '2026-11-06', 14],
    ['closed on the day after', '2026-11-07', 13],
    ['closed on the day of the review', '2026-11-20', 13],
    ['closed tomorrow', '2026-11-21', 14],
  ])('%s', (_, date, days) => {
    expect(calendar(closed(date, date)).daysSince(day('2026-11-06'), undefined)).toBe(days)
  })

  it('a day in two holidays is left out once', () => {
    const both = calendar(closed('2026-11-09', '2026-11-11'), closed('2026-11-11', '2026-11-12'))
    expect(both.daysSince(day('2026-11-06'), undefined)).toBe(10)
  })

  it('one person’s leave is nobody else’s', () => {
    const leave = calendar(closed('2026-11-09', '2026-11-13', ['Dana']))
    expect(leave.daysSince(day('2026-11-06'), 'Dana')).toBe(9)
    expect(leave.daysSince(day('2026-11-06'), 'Priya')).toBe(14)
    expect(leave.daysSince(day('2026-11-06'), undefined)).toBe(14)
  })
})

describe('a closed week', () => {
  // Week 1 runs from Saturday 7 to Friday 13 November.
  it('has no open weekday; the weekend does not matter', () => {
    const holiday = calendar(closed('2026-11-09', '2026-11-13'))
    expect([0, 1, 2].map((week) => holiday.isClosedWeek(week, 'Dana'))).toEqual([false, true, false])
  })

  it('is none with one weekday open', () => {
    expect(calendar(closed('2026-11-09', '2026-11-12')).isClosedWeek(1, 'Dana')).toBe(false)
    expect(calendar(closed('2026-11-10', '2026-11-13')).isClosedWeek(1, 'Dana')).toBe(false)
  })

  it('can be made of a holiday and a person’s leave', () => {
    const both = calendar(closed('2026-11-09', '2026-11-10'), closed('2026-11-11', '2026-11-13', ['Dana']))
    expect(both.isClosedWeek(1, 'Dana')).toBe(true)
    expect(both.isClosedWeek(1, 'Priya')).toBe(false)
  })

  it('runs from Thursday to Wednesday when the review is on a Wednesday', () => {
    const review = (from: string) => new ReviewCalendar(day('2026-11-18'), [closed(from, '2026-11-18')])
    expect(review('2026-11-12').isClosedWeek(0, 'Dana')).toBe(true)
    expect(review('2026-11-13').isClosedWeek(0, 'Dana')).toBe(false)
  })
})

describe('the next review', () => {
  const after = (asOf: string, ...closures: Closure[]) => isoDate(new ReviewCalendar(day(asOf), closures).nextReview)

  it.each([
    ['2026-11-20', '2026-11-27', 'a Friday'],
    ['2017-09-30', '2017-10-09', 'and the Monday after a Saturday'],
    ['2017-12-31', '2018-01-08', 'and after a Sunday'],
  ])('of %s is on %s, %s', (asOf, next) => {
    expect(after(asOf)).toBe(next)
  })

  it('is on the first workday after a holiday', () => {
    expect(after('2026-12-18', closed('2026-12-24', '2027-01-02'))).toBe('2027-01-04')
  })

  it('waits for nobody’s leave', () => {
    expect(after('2026-11-20', closed('2026-11-23', '2026-12-11', ['Dana']))).toBe('2026-11-27')
  })

  it('stands where everything is closed for more than a month', () => {
    expect(after('2026-11-20', closed('2026-11-21', '2027-03-31'))).toBe('2026-11-27')
  })
})
