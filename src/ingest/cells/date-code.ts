import { YEARS, type PlainDate } from '../../time/plain-date.ts'

export type DateOrder = 'mdy' | 'dmy' | 'ymd'
export const ORDERS: readonly DateOrder[] = ['mdy', 'dmy', 'ymd']

/**
 * A date as read: a PlainDate's number, or a code (5e8 and above, an integer below 2^31 so that V8 keeps it as a
 * small integer) for a midnight that is another day in the review's zone, for one whose order of day and month is not yet
 * known, or for a spreadsheet's day number or an instant, which are dates only if all of the column is.
 */
export type DateCode = number & { readonly dateCode: unique symbol }

const MOVED_FROM = 500_000_000
const ORDERED_FROM = 1_000_000_000
const NUMBER_FROM = 1_500_000_000

/** What distinguishes a two-digit year from a counted one in a code: 0 to 129 are 1970 to 2099. */
const SHORT_YEAR_FROM = YEARS.last - YEARS.first + 1

/** Whole days that a zone moves a timestamp, -2 to 2, under each order: summer time depends on the month. */
export type Shifts = Readonly<Record<DateOrder, number>>
export const NO_SHIFTS: Shifts = { mdy: 0, dmy: 0, ymd: 0 }
/** No shift under any order: three digits to the base of five, each 2 more than its shift. */
const UNSHIFTED = 2 + 2 * 5 + 2 * 25

/** The parts of a date in the order they are written; the last is a year under every order but `ymd`. */
export interface Parts {
  readonly first: number
  readonly second: number
  readonly third: number
  readonly yearDigits: 2 | 4
}

/** @param moved days that the zone moves it, if it has a time at all: only all of the column tells. */
export function plainCode(day: PlainDate, moved = 0): DateCode {
  return (moved === 0 ? day : MOVED_FROM + withMove(day, moved)) as DateCode
}

/** A day and -2 to 2 days beside it in one number. */
function withMove(day: PlainDate, moved: number): number {
  return (day << 3) + moved + 2
}

function unpacked(number: number, isMoved: boolean): PlainDate | undefined {
  return inYears((number >> 3) + (isMoved ? (number & 7) - 2 : 0))
}

/** `third` is 0 to 99, or a year within YEARS; `first` and `second` are 0 to 99. */
export function orderedCode({ first, second, third, yearDigits }: Parts, shifts: Shifts): DateCode {
  const year = yearDigits === 2 ? SHORT_YEAR_FROM + third : third - YEARS.first
  const shift = shifts === NO_SHIFTS ? UNSHIFTED : shifts.mdy + shifts.dmy * 5 + shifts.ymd * 25 + UNSHIFTED
  return (ORDERED_FROM + ((((year << 7) | first) << 14) | (second << 7) | shift)) as DateCode
}

/** A day that was written as a number. */
export function numberCode(day: PlainDate, moved = 0): DateCode {
  return (NUMBER_FROM + withMove(day, moved)) as DateCode
}

/** Whether the order of day and month makes no difference to it. */
export function isPlain(code: DateCode): boolean {
  return code < ORDERED_FROM
}

/** @param isMoved whether midnights are times, which a zone moves to another day. */
export function plainDay(code: DateCode, isMoved: boolean): PlainDate | undefined {
  return code < MOVED_FROM ? (code as number as PlainDate) : unpacked(code - MOVED_FROM, isMoved)
}

export function isNumber(code: DateCode): boolean {
  return code >= NUMBER_FROM
}

export function numberDay(code: DateCode, isMoved: boolean): PlainDate | undefined {
  return unpacked(code - NUMBER_FROM, isMoved)
}

/** The day of a code under an order; undefined where the calendar has none. */
export function orderedDay(code: DateCode, order: DateOrder, isMoved: boolean): PlainDate | undefined {
  const packed = code - ORDERED_FROM
  const year = packed >> 21
  const short = year >= SHORT_YEAR_FROM
  const third = short ? year - SHORT_YEAR_FROM : year + YEARS.first
  const day = dayOf((packed >> 14) & 127, (packed >> 7) & 127, third, short ? 2 : 4, order)
  if (day === undefined) return undefined
  const shift = packed & 127
  if (shift === UNSHIFTED || !isMoved) return day
  const power = order === 'mdy' ? 1 : order === 'dmy' ? 5 : 25
  return inYears(day + (Math.trunc(shift / power) % 5) - 2)
}

/** The day that three parts name under an order. A year in four digits is never in front here. */
export function dayOf(first: number, second: number, third: number, yearDigits: 2 | 4, order: DateOrder) {
  if (order === 'ymd') return yearDigits === 4 ? undefined : dayNumber(century(first), second, third)
  const year = yearDigits === 4 ? third : century(third)
  return order === 'mdy' ? dayNumber(year, first, second) : dayNumber(year, second, first)
}

export function inYears(day: number): PlainDate | undefined {
  return day >= 0 && day <= LAST_DAY ? (day as PlainDate) : undefined
}

/** A year of two digits: 69 is 2069, 70 is 1970. */
export function century(year: number): number {
  return year < YEARS.first % 100 ? 2000 + year : 1900 + year
}

const MONTH_LENGTHS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const DAYS_BEFORE = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

/** What `plainDate` says, by arithmetic alone, in a tenth of the time: this runs for every date cell of a file. */
export function dayNumber(year: number, month: number, day: number): PlainDate | undefined {
  if (year < YEARS.first || year > YEARS.last || month < 1 || month > 12 || day < 1) return undefined
  const leap = (year & 3) === 0 && (year % 100 !== 0 || year % 400 === 0)
  if (day > (MONTH_LENGTHS[month] ?? 0) + (leap && month === 2 ? 1 : 0)) return undefined
  // Every fourth year from 1972 to 2096 is a leap year: 2000 is one.
  const days = (year - 1970) * 365 + ((year - 1969) >> 2) + (DAYS_BEFORE[month] ?? 0) + day - 1
  return (leap && month > 2 ? days + 1 : days) as PlainDate
}

const LAST_DAY = dayNumber(YEARS.last, 12, 31) ?? 0
