import { standardNotation, type Notation } from './notation.ts'
import {
  addDays,
  calendarParts,
  isoDate,
  parseIsoDate,
  type CalendarParts,
  type PlainDate,
} from '../time/plain-date.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const MONTH_NAMES = [
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
]
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const SYMBOLS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥', INR: '₹' }

/**
 * Puts money, dates and counts into words. The same on every machine: nothing here asks for its locale, because the
 * same input must give the same bytes.
 */
export interface Words {
  /** The deal or the rep that is spoken about. */
  readonly subject: string
  /** `$120k`, `€1.2M`, `$950`; `$` where the currency is not known: the report says so. */
  money(amount: number, inCurrency?: string): string
  /** `$4.54M`: for what a team comes to, with two digits after the mark. */
  total(amount: number, inCurrency?: string): string
  /** `Nov 30`, with the year when it is more than half a year away. */
  date(day: string | PlainDate): string
  /** `January`. */
  month(day: PlainDate): string
  /** `Monday, Nov 23, 2026`. */
  fullDate(day: PlainDate): string
  /** `Fri, Nov 27`, with the year when it is more than half a year away. */
  weekday(day: PlainDate): string
  /** `Fri 27 Nov`: the day by which something agreed now can be asked about: a week ahead, or the workday after. */
  readonly nextReview: string
  /** `1 deal`, `2 deals`. */
  count(count: number, noun: string, plural?: string): string
  /** `1.9`; with so many digits after the mark, where that is said. */
  number(value: number, digits?: number): string
  /** `31 %`, with a space that does not break. */
  percent(share: number): string
  /** `a`, `a and b`, `a, b and c`. */
  list(items: readonly string[]): string
}

interface Manner {
  /** As the reader's locale writes, where one was asked for. */
  readonly notation?: Notation
  /** A week ahead unless it is said. */
  readonly nextReview?: PlainDate
}

export function wordsFor(
  asOf: PlainDate,
  currency: string | undefined,
  { notation = standardNotation, nextReview = addDays(asOf, 7) }: Manner = {},
): Words {
  const next = calendarParts(nextReview)
  return {
    subject: '',
    money: (amount, inCurrency = currency) => money(amount, inCurrency, notation),
    total: (amount, inCurrency = currency) => total(amount, inCurrency, notation),
    date: (day) => shortDate(day, asOf, notation),
    month: (day) => MONTH_NAMES[calendarParts(day).month - 1] ?? '',
    fullDate: (day) => fullDate(calendarParts(day), notation),
    weekday: (day) => onWeekday(calendarParts(day), shortDate(day, asOf, notation), notation),
    nextReview: onWeekday(next, dayAndMonth(next, notation), notation),
    count: (count, noun, plural = `${noun}s`) => `${grouped(String(count), notation)} ${count === 1 ? noun : plural}`,
    number: (value, digits) => grouped(digits === undefined ? String(value) : value.toFixed(digits), notation),
    percent: (share) => `${halfUp(share * 100, 0)}${notation.isPercentApart ? '\u00A0' : ''}%`,
    list: (items) => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`),
  }
}

/** A year more than half a year away: nearer, nobody takes the day for another year's. */
const NEAR_DAYS = 183

function shortDate(given: string | PlainDate, asOf: PlainDate, notation: Notation): string {
  const date = typeof given === 'string' ? parseIsoDate(given) : given
  if (date === undefined) return String(given)
  const parts = calendarParts(date)
  const short = dayAndMonth(parts, notation)
  if (Math.abs(date - asOf) <= NEAR_DAYS) return short
  return `${short}${notation.isMonthFirst ? ',' : ''} ${parts.year}`
}

const WEEKDAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** `Monday, Nov 23, 2026`, `Monday, 23 Nov 2026`. */
function fullDate(parts: CalendarParts, notation: Notation): string {
  const day = dayAndMonth(parts, notation)
  return `${WEEKDAY_NAMES[parts.weekday]}, ${day}${notation.isMonthFirst ? ',' : ''} ${parts.year}`
}

/** `Fri, Nov 27`, `Fri 27 Nov`. */
function onWeekday({ weekday }: CalendarParts, day: string, { isMonthFirst }: Notation): string {
  return `${WEEKDAYS[weekday]}${isMonthFirst ? ',' : ''} ${day}`
}

function dayAndMonth({ day, month }: CalendarParts, { isMonthFirst }: Notation): string {
  const name = MONTHS[month - 1]
  return isMonthFirst ? `${name} ${day}` : `${day} ${name}`
}

/** `2,409`; where the comma is the mark, `2.409`. */
function grouped(digits: string, notation: Notation): string {
  const [whole = '', rest] = digits.split('.')
  const thousands = whole.replaceAll(/\B(?=(?:\d{3}){1,9}$)/g, notation.decimal === ',' ? '.' : ',')
  return rest === undefined ? thousands : `${thousands}${notation.decimal}${rest}`
}

function decimal(digits: string, notation: Notation): string {
  return digits.replace('.', notation.decimal)
}

const SCALES = [
  { from: 1e9, suffix: 'B' },
  { from: 1e6, suffix: 'M' },
  { from: 1e3, suffix: 'k' },
] as const

function money(amount: number, currency: string | undefined, notation: Notation): string {
  const { value, suffix } = scaled(Math.abs(amount))
  const symbol = currency === undefined ? '$' : (SYMBOLS[currency] ?? `${currency} `)
  const sign = amount < 0 && Number(value) !== 0 ? '−' : ''
  return `${sign}${symbol}${decimal(value, notation)}${suffix}`
}

/** From a million on with two digits after the mark; below it as any other amount. */
function total(amount: number, currency: string | undefined, notation: Notation): string {
  const millions = Math.abs(amount) / 1e6
  if (millions < 0.9995 || millions >= 99.95) return money(amount, currency, notation)
  const symbol = currency === undefined ? '$' : (SYMBOLS[currency] ?? `${currency} `)
  return `${amount < 0 ? '−' : ''}${symbol}${decimal(millions.toFixed(millions < 9.995 ? 2 : 1), notation)}M`
}

/**
 * `5.5k` below ten thousand, `59k` below a million, `1.2M` and `14.1M` from there on. What would round up to 1000 is one
 * of the next scale; a thousand has no `.0`.
 */
function scaled(size: number): { value: string; suffix: string } {
  for (const { from, suffix } of SCALES) {
    if (size < from * 0.9995) continue
    const value = size / from
    const isFine = suffix === 'k' ? value < 9.95 : value < 99.95
    const digits = halfUp(value, isFine ? 1 : 0)
    return { value: suffix === 'k' ? digits.replace(/\.0$/, '') : digits, suffix }
  }
  return { value: halfUp(size, 0), suffix: '' }
}

/** Half rounds up, as people round: 2.45 is 2.5 whatever its binary digits. */
function halfUp(value: number, digits: number): string {
  const scale = 10 ** digits
  return (Math.round(Number((value * scale).toPrecision(12))) / scale).toFixed(digits)
}

/** The amount that `money` shows: for sums that a reader redoes from what is on the page. */
export function asShown(amount: number): number {
  const { value, suffix } = scaled(Math.abs(amount))
  const from = SCALES.find((scale) => scale.suffix === suffix)?.from ?? 1
  return Math.sign(amount) * Number(value) * from
}

/** For evidence: `YYYY-MM-DD`, null where it is not known. */
export function isoOrNull(date: PlainDate | undefined): string | null {
  return date === undefined ? null : isoDate(date)
}

/**
 * For evidence: so many digits that a share rounds to the percent as it would have unrounded. With three of them 54.49 %
 * becomes 54.5 %, which is then said as 55 %.
 */
export function shareInEvidence(share: number): number {
  return Math.round(share * 1e6) / 1e6
}
