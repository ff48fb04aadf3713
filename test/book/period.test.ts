import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  elapsedShare,
  lengthOf,
  nextPeriod,
  periodContaining,
  previousPeriod,
  type PeriodKind,
} from '../../src/book/goals/period.ts'
import { addDays, calendarParts } from '../../src/time/plain-date.ts'
import { bookOf, day, iso } from '../support/exports.ts'
import { noSettings } from '../../src/book/settings.ts'

const shown = (text: string, kind: PeriodKind, start = 1) => {
  const { from, to, label } = periodContaining(day(text), kind, start)
  return `${label}: ${iso(from)} to ${iso(to)}`
}

describe('the period that a day lies in', () => {
  it.each([
    ['2026-11-20', 'month', 1, 'November: 2026-11-01 to 2026-11-30'],
    ['2026-12-31', 'quarter', 1, 'Q4: 2026-10-01 to 2026-12-31'],
    ['2027-01-01', 'quarter', 1, 'Q1: 2027-01-01 to 2027-03-31'],
    ['2026-11-20', 'year', 1, '2026: 2026-01-01 to 2026-12-31'],
    ['2026-11-20', 'quarter', 2, 'FY27 Q4: 2026-11-01 to 2027-01-31'],
    ['2026-10-31', 'quarter', 2, 'FY27 Q3: 2026-08-01 to 2026-10-31'],
    ['2027-01-31', 'year', 2, 'FY27: 2026-02-01 to 2027-01-31'],
    ['2027-02-01', 'year', 2, 'FY28: 2027-02-01 to 2028-01-31'],
    ['2028-02-29', 'month', 4, 'February: 2028-02-01 to 2028-02-29'],
    ['2026-12-15', 'quarter', 12, 'FY27 Q1: 2026-12-01 to 2027-02-28'],
  ] as const)('%s, by the %s, years from month %i', (text, kind, start, expected) => {
    expect(shown(text, kind, start)).toBe(expected)
  })

  const days = fc.integer({ min: Number(day('1971-01-01')), max: Number(day('2098-12-31')) })
  const kinds = fc.constantFrom('month', 'quarter', 'year')
  const starts = fc.integer({ min: 1, max: 12 })

  it('holds that day, begins where the one before ends, and ends where the next begins', () => {
    fc.assert(
      fc.property(days, kinds, starts, (number, kind, start) => {
        const today = addDays(day('1970-01-01'), number)
        const period = periodContaining(today, kind, start)
        expect(period.from <= today && today <= period.to).toBe(true)
        expect(nextPeriod(period).from).toBe(period.to + 1)
        expect(previousPeriod(period).to).toBe(period.from - 1)
        expect(nextPeriod(previousPeriod(period))).toEqual(period)
        expect(calendarParts(period.from).day).toBe(1)
        expect(lengthOf(period)).toBe(period.to - period.from + 1)
      }),
    )
  })

  it('every fiscal year begins with a quarter and a month of its own', () => {
    fc.assert(
      fc.property(days, starts, (number, start) => {
        const year = periodContaining(addDays(day('1970-01-01'), number), 'year', start)
        expect(calendarParts(year.from).month).toBe(start)
        for (const kind of ['month', 'quarter'] as const) {
          expect(periodContaining(year.from, kind, start).from).toBe(year.from)
          expect(periodContaining(year.to, kind, start).to).toBe(year.to)
        }
      }),
    )
  })
})

it('a book’s period is the config’s, else the calendar quarter', () => {
  expect(bookOf({}).period.label).toBe('Q4')
  const goals = { ...noSettings.goals, period: 'month', fiscalYearStart: 4 } as const
  expect(bookOf({}, { settings: { goals } }).period.label).toBe('November')
})

it.each([
  ['2026-10-01', 1 / 92],
  ['2026-11-20', 51 / 92],
  ['2026-12-31', 1],
])('on %s a share of %f of Q4 has passed', (today, share) => {
  expect(elapsedShare(periodContaining(day('2026-11-20'), 'quarter'), day(today))).toBe(share)
})
