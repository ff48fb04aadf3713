import { calendarParts, isoDate, parseIsoDate, type PlainDate } from './plain-date.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const SYMBOLS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥', INR: '₹' }

/**
 * Puts money, dates and counts into words. The same on every machine: nothing here asks for its locale, because the
 * same input must give the same bytes.
 */
export interface Words {
  /** The deal or the rep that is spoken about. */
  readonly subject: string
  /** `$120k`, `€1.2M`, `$950`; no symbol where the currency is not known. */
  money(amount: number, inCurrency?: string): string
  /** `30 Nov`, with the year when it is not the year of the review. */
  date(iso: string): string
  /** `Fri 27 Nov`: the day by which something agreed now can be asked about, a week ahead. */
  readonly nextReview: string
  /** `1 deal`, `2 deals`. */
  count(count: number, noun: string, plural?: string): string
  /** `31 %`, with a space that does not break. */
  percent(share: number): string
  /** `a`, `a and b`, `a, b and c`. */
  list(items: readonly string[]): string
}

export function wordsFor(asOf: PlainDate, currency: string | undefined, subject = ''): Words {
  const next = calendarParts((asOf + 7) as PlainDate)
  return {
    subject,
    money: (amount, inCurrency = currency) => money(amount, inCurrency),
    date: (iso) => shortDate(iso, asOf),
    nextReview: `${WEEKDAYS[next.weekday]} ${next.day} ${MONTHS[next.month - 1]}`,
    count: (count, noun, plural = `${noun}s`) => `${count} ${count === 1 ? noun : plural}`,
    percent: (share) => `${Math.round(share * 100)}\u00A0%`,
    list: (items) => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`),
  }
}

function shortDate(iso: string, asOf: PlainDate): string {
  const date = parseIsoDate(iso)
  if (date === undefined) return iso
  const { year, month, day } = calendarParts(date)
  const short = `${day} ${MONTHS[month - 1]}`
  return year === calendarParts(asOf).year ? short : `${short} ${year}`
}

function money(amount: number, currency: string | undefined): string {
  const size = Math.abs(amount)
  const short =
    size >= 9_999_500
      ? `${Math.round(size / 1e6)}M`
      : size >= 999_500
        ? `${(size / 1e6).toFixed(1)}M`
        : size >= 9_995
          ? `${Math.round(size / 1e3)}k`
          : size >= 1_000
            ? `${(size / 1e3).toFixed(1)}k`
            : String(Math.round(size))
  const symbol = currency === undefined ? '' : (SYMBOLS[currency] ?? `${currency} `)
  return `${amount < 0 ? '−' : ''}${symbol}${short}`
}

/** For evidence: `YYYY-MM-DD`, null where it is not known. */
export function isoOrNull(date: PlainDate | undefined): string | null {
  return date === undefined ? null : isoDate(date)
}
