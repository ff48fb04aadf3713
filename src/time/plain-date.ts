/**
 * A calendar date: no time, no zone. Kept as whole days since 1970-01-01, so that the difference of two
 * dates is a number of days whatever a zone's clocks did in between.
 */
export type PlainDate = number & { readonly plainDate: unique symbol }

/** A number of whole days. */
export type Days = number

const MS_PER_DAY = 86_400_000

/** The years a date may lie in. A year outside them is a typing error or a spreadsheet's empty date. */
export const YEARS = { first: 1970, last: 2099 } as const

/** The date, or undefined where the calendar has no such day (31 February) or the year is out of bounds. */
export function plainDate(year: number, month: number, day: number): PlainDate | undefined {
  if (year < YEARS.first || year > YEARS.last || month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const days = Date.UTC(year, month - 1, day) / MS_PER_DAY
  return new Date(days * MS_PER_DAY).getUTCDate() === day ? (days as PlainDate) : undefined
}

/** The first day of a month; months run on, so that 13 is the next year's January and 0 the last year's December. */
export function firstOfMonth(year: number, month: number): PlainDate {
  return (Date.UTC(year, month - 1, 1) / MS_PER_DAY) as PlainDate
}

/** Reads `YYYY-MM-DD`, and nothing else. */
export function parseIsoDate(text: string): PlainDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match === null ? undefined : plainDate(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** `YYYY-MM-DD`. */
export function isoDate(date: PlainDate): string {
  const before = written[date]
  if (before !== undefined) return before
  const text = new Date(date * MS_PER_DAY).toISOString().slice(0, 10)
  // Dates lie in a hundred and thirty years; a number that is none of them is not kept.
  if (date >= 0 && date < MOST_DAYS) written[date] = text
  return text
}

/** Every finding writes dates, and there are few different ones. */
const written: string[] = []
const MOST_DAYS = 50_000

export interface CalendarParts {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
  /** 0 is Sunday. */
  readonly weekday: number
}

export function calendarParts(date: PlainDate): CalendarParts {
  const at = new Date(date * MS_PER_DAY)
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), weekday: at.getUTCDay() }
}

export function addDays(date: PlainDate, days: Days): PlainDate {
  return (date + days) as PlainDate
}

/** The date of an instant on this machine's clock. */
export function localDate(instant: Date): PlainDate {
  const date = plainDate(instant.getFullYear(), instant.getMonth() + 1, instant.getDate())
  if (date === undefined) throw new RangeError(`instant out of range: ${instant.toISOString()}`)
  return date
}

/** The date of an instant in a zone (an IANA name such as `Europe/Madrid`). */
export function dateInZone(instant: Date, zone: string): PlainDate {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short', calendar: 'gregory' })
  const date = parseIsoDate(parts.format(instant))
  if (date === undefined) throw new RangeError(`instant out of range: ${instant.toISOString()}`)
  return date
}
