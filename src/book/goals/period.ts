import { addDays, calendarParts, firstOfMonth, type Days, type PlainDate } from '../../time/plain-date.ts'
import type { NamedPeriod } from '../../records/named-period.ts'

/** How long a goal runs. */
export type PeriodKind = 'month' | 'quarter' | 'year'

/** A stretch of the fiscal calendar for which a goal is set. */
export interface Period {
  readonly kind: PeriodKind
  /** The month a fiscal year starts with, 1 to 12. */
  readonly fiscalYearStart: number
  readonly from: PlainDate
  /** Its last day, which belongs to it. */
  readonly to: PlainDate
  /** `Q4`, `November`, `2026`; `FY27 Q1`, `FY27` where the fiscal year does not start in January. */
  readonly label: string
}

export const MONTHS_IN: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, year: 12 }

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** The period that a day lies in. A fiscal year is called after the calendar year in which it ends. */
export function periodContaining(day: PlainDate, kind: PeriodKind, fiscalYearStart = 1): Period {
  const { year, month } = calendarParts(day)
  const months = MONTHS_IN[kind]
  // Months since the fiscal year began, 0 to 11.
  const into = (month - fiscalYearStart + 12) % 12
  const first = month - (into % months)
  const from = firstOfMonth(year, first)
  const to = addDays(firstOfMonth(year, first + months), -1)
  const part = Math.floor(into / months) + 1
  const startYear = month >= fiscalYearStart ? year : year - 1
  return { kind, fiscalYearStart, from, to, label: labelOf(kind, part, startYear, fiscalYearStart, from) }
}

function labelOf(kind: PeriodKind, part: number, startYear: number, fiscalYearStart: number, from: PlainDate): string {
  if (kind === 'month') return MONTHS[calendarParts(from).month - 1] ?? ''
  const isCalendar = fiscalYearStart === 1
  const year = isCalendar ? String(startYear) : `FY${String((startYear + 1) % 100).padStart(2, '0')}`
  if (kind === 'year') return year
  return isCalendar ? `Q${part}` : `${year} Q${part}`
}

/**
 * The days of a period that a sheet names, in this year. A quarter, half or year is of the fiscal year of that name, as everywhere;
 * a month of the calendar.
 */
export function daysOfNamed(
  { months, part }: NamedPeriod,
  year: number,
  fiscalYearStart: number,
): Pick<Period, 'from' | 'to'> {
  const startYear = months === 1 || fiscalYearStart === 1 ? year : year - 1
  const first = (months === 1 ? 1 : fiscalYearStart) + (part - 1) * months
  return { from: firstOfMonth(startYear, first), to: addDays(firstOfMonth(startYear, first + months), -1) }
}

export function nextPeriod({ to, kind, fiscalYearStart }: Period): Period {
  return periodContaining(addDays(to, 1), kind, fiscalYearStart)
}

export function previousPeriod({ from, kind, fiscalYearStart }: Period): Period {
  return periodContaining(addDays(from, -1), kind, fiscalYearStart)
}

export function isWithin(day: PlainDate | undefined, { from, to }: Period): boolean {
  return day !== undefined && day >= from && day <= to
}

/** Days of the period, both ends included. */
export function lengthOf({ from, to }: Pick<Period, 'from' | 'to'>): Days {
  return to - from + 1
}

/** The share of the period's days that have passed, this day included: 0 to 1. */
export function elapsedShare(period: Pick<Period, 'from' | 'to'>, day: PlainDate): number {
  return (day - period.from + 1) / lengthOf(period)
}
