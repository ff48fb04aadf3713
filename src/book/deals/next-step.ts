import { addDays, calendarParts, firstOfMonth, plainDate, type PlainDate } from '../../time/plain-date.ts'
import { daysSaid, type SaidDay } from '../../vocabulary/day-words.ts'
import type { NextStep } from './deal.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Whole names only: “marketing” is no month. */
const MONTH = String.raw`(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?`

/**
 * Finds the day in a next step such as “11/27: pricing call with the CFO” or “Demo on 3 Dec”. Of several, as in a
 * running log, it is the first that has not passed, else the last. Without a year a day is the one nearest to the day
 * of the review, and so it is where day and month could be either way round. A day in words (“by Friday”, “next week”)
 * counts from the day on which it was written.
 *
 * @param written the day on which the text was seen first.
 */
export function readNextStep(text: string | undefined, asOf: PlainDate, written = asOf): NextStep | undefined {
  if (text === undefined) return undefined
  const numbered = datesIn(text, asOf)
  const dates = (numbered.length > 0 ? numbered : daysSaid(text).map((said) => dayOf(said, written))).sort(
    (a, b) => a - b,
  )
  return { text, date: dates.find((date) => date >= asOf) ?? dates.at(-1) }
}

const WEEK = 7
const FRIDAY = 5

function dayOf(said: SaidDay, written: PlainDate): PlainDate {
  if (said.kind === 'days') return addDays(written, said.days)
  const { year, month, weekday } = calendarParts(written)
  if (said.kind === 'weekday') {
    const ahead = (said.weekday - weekday + WEEK) % WEEK
    // On a Monday “next Friday” is the one of the week after.
    return addDays(written, ahead + (said.isNextWeek && weekday < said.weekday && weekday > 0 ? WEEK : 0))
  }
  const friday = addDays(written, (FRIDAY - weekday + WEEK) % WEEK)
  switch (said.of) {
    case 'week':
      return friday
    case 'next week':
      return addDays(friday, WEEK)
    case 'month':
      return addDays(firstOfMonth(year, month + 1), -1)
    case 'next month':
      return addDays(firstOfMonth(year, month + 2), -1)
  }
}

const ISO = /\b(?<year>\d{4})[-/](?<month>\d{1,2})[-/](?<day>\d{1,2})\b/g
/** `11/27`, `27.11.2026`, `27.11.`; not shares or versions: `50/50 %`, `3.5`, `1/2 of`. */
const NUMERIC =
  /(?<![\d/.])(?<a>\d{1,2})(?<mark>[/.])(?<b>\d{1,2})(?:\k<mark>(?<year>\d{4}|\d{2})(?!\d)|(?<dot>\.(?!\d)))?(?!\s*%|\d|[/.]\d|\)?\s+of\b)/g
const DAY_FIRST = new RegExp(String.raw`\b(?<day>\d{1,2})(?:st|nd|rd|th)?\s+${MONTH}(?:,?\s+(?<year>\d{4})\b)?`, 'gi')
const MONTH_FIRST = new RegExp(
  String.raw`\b${MONTH}\s+(?<day>\d{1,2})(?:st|nd|rd|th)?\b(?!:\d)(?:,?\s+(?<year>\d{4})\b)?`,
  'gi',
)
/** Said of shares and hours far more often than of days. */
const NO_DATES = new Set(['24/7', '1/2', '1/3', '2/3', '1/4', '3/4', '50/50'])

type Reader = (groups: Readonly<Record<string, string | undefined>>, asOf: PlainDate) => PlainDate | undefined

const READERS: readonly (readonly [RegExp, Reader])[] = [
  [ISO, ({ year, month, day }) => plainDate(Number(year), Number(month), Number(day))],
  [NUMERIC, numericDate],
  [DAY_FIRST, ({ year, month, day }, asOf) => near(year, monthOf(month), Number(day), asOf)],
  [MONTH_FIRST, ({ year, month, day }, asOf) => near(year, monthOf(month), Number(day), asOf)],
]

/** Each part of the text is read once: the “Dec 15” of “3 Dec 15:00” is none. */
function datesIn(text: string, asOf: PlainDate): PlainDate[] {
  if (!/\d/u.test(text)) return []
  const taken: [from: number, to: number][] = []
  const dates: PlainDate[] = []
  for (const [pattern, read] of READERS)
    for (const match of text.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length]
      if (taken.some(([start, end]) => from < end && start < to)) continue
      // “May” is a month, and “may” is not.
      if ((from > 0 && NO_DATES.has(match[0])) || match.groups?.['month'] === 'may') continue
      taken.push([from, to])
      const date = read(match.groups ?? {}, asOf)
      if (date !== undefined) dates.push(date)
    }
  return dates
}

function numericDate(
  { a, b, mark, year, dot }: Readonly<Record<string, string | undefined>>,
  asOf: PlainDate,
): PlainDate | undefined {
  if (mark === '.' && year === undefined && dot === undefined) return undefined
  const [first, second] = [Number(a), Number(b)]
  if (mark === '.') return near(year, second, first, asOf)
  return nearest([near(year, first, second, asOf), near(year, second, first, asOf)], asOf)
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
