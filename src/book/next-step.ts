import { calendarParts, plainDate, type PlainDate } from '../plain-date.ts'
import type { NextStep } from './deal.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`

/**
 * Finds the day in a next step such as “11/27: pricing call with the CFO” or “Demo on 3 Dec”. Of several, as in a
 * running log, it is the first that has not passed, else the last. Without a year a day is the one nearest to the day
 * of the review, and so it is where day and month could be either way round.
 */
export function readNextStep(text: string | undefined, asOf: PlainDate): NextStep | undefined {
  if (text === undefined) return undefined
  const dates = datesIn(text, asOf).sort((a, b) => a - b)
  return { text, date: dates.find((date) => date >= asOf) ?? dates.at(-1) }
}

const ISO = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g
/** `11/27`, `27.11.2026`; not `24/7`-like rates, shares or versions: `3.5`, `50/50 %`, `1/2 of`. */
const NUMERIC = /(?<![\d/.])(\d{1,2})([/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?!\s*%|\d|[/.]\d|\)?\s+of\b)/g
const DAY_FIRST = new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?\s+${MONTH}(?:,?\s+(\d{4}))?`, 'gi')
const MONTH_FIRST = new RegExp(String.raw`\b${MONTH}\s+(\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s+(\d{4}))?`, 'gi')

function datesIn(text: string, asOf: PlainDate): PlainDate[] {
  const found = [
    ...[...text.matchAll(ISO)].map(([, year, month, day]) => plainDate(Number(year), Number(month), Number(day))),
    ...[...text.matchAll(NUMERIC)].map(([, first, mark, second, year]) => {
      if (mark === '.' && year === undefined) return undefined
      const [a, b] = [Number(first), Number(second)]
      return nearest([near(year, a, b, asOf), near(year, b, a, asOf)], asOf)
    }),
    ...[...text.matchAll(DAY_FIRST)].map(([, day, month, year]) => near(year, monthOf(month), Number(day), asOf)),
    ...[...text.matchAll(MONTH_FIRST)].map(([, month, day, year]) => near(year, monthOf(month), Number(day), asOf)),
  ]
  return found.filter((date) => date !== undefined)
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1
}

function near(year: string | undefined, month: number, day: number, asOf: PlainDate): PlainDate | undefined {
  if (year !== undefined) return plainDate(Number(year) + (year.length === 2 ? 2000 : 0), month, day)
  const thisYear = calendarParts(asOf).year
  return nearest(
    [thisYear - 1, thisYear, thisYear + 1].map((candidate) => plainDate(candidate, month, day)),
    asOf,
  )
}

function nearest(readings: readonly (PlainDate | undefined)[], asOf: PlainDate): PlainDate | undefined {
  return readings.flatMap((date) => date ?? []).sort((a, b) => Math.abs(a - asOf) - Math.abs(b - asOf))[0]
}
