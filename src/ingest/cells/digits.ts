/**
 * What the digits of one amount say about its decimal mark.
 * - `none`: nothing (`1200`, `1 200`).
 * - `point`, `comma`: it is that one, or this is no number.
 * - `commaThousands`: one comma before three digits, which groups if the mark is a point.
 * - `pointThousands`: one point before three digits, which groups if the mark is a comma.
 */
export type Mark = 'none' | 'point' | 'comma' | 'commaThousands' | 'pointThousands'

export interface Digits {
  /** The digits with a point for the decimal mark and no grouping; an undecided separator is taken for grouping. */
  readonly text: string
  readonly mark: Mark
  /** What groups the thousands: a comma, point, space or apostrophe; '' where nothing does. */
  readonly grouping: string
}

/** Lakhs and crores: 12,34,567. */
const TWOS = /^\d{1,2}(?:,\d{2})*,\d{3}$/
const GROUPED = new Map([
  [',', /^\d{1,3}(?:,\d{3})+$/],
  ['.', /^\d{1,3}(?:\.\d{3})+$/],
  [' ', /^\d{1,3}(?: \d{3})+$/],
  ["'", /^\d{1,3}(?:'\d{3})+$/],
])

/**
 * Takes digits with separators apart: only digits, points, commas, single spaces and apostrophes. Undefined where the
 * groups are not groups (`1,23,4`), so that a slip is never read as some other number. Before an exponent
 * (`1.234E5`) one separator is always the decimal mark.
 */
export function readDigits(text: string, scientific = false): Digits | undefined {
  const points = countOf(text, '.')
  const commas = countOf(text, ',')
  if (points > 0 && commas > 0) return withDecimals(text, text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',')
  const separator = points > 0 ? '.' : ','
  const count = points + commas
  if (count === 0) {
    const whole = readWhole(text)
    return whole && { ...whole, mark: 'none' }
  }
  if (count === 1) return scientific ? withDecimals(text, separator) : oneSeparator(text, separator)
  const whole = readWhole(text)
  return whole && { ...whole, mark: separator === ',' ? 'point' : 'comma' }
}

/** `1.234` is two numbers, of which the column knows one; `12.34`, `0.123` and `1 234.567` are decimals. */
function oneSeparator(text: string, separator: '.' | ','): Digits | undefined {
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return withDecimals(text, separator)
  const mark = separator === ',' ? 'commaThousands' : 'pointThousands'
  return { text: text.replace(separator, ''), mark, grouping: separator }
}

function withDecimals(text: string, decimal: '.' | ','): Digits | undefined {
  const at = text.lastIndexOf(decimal)
  const decimals = text.slice(at + 1)
  const whole = readWhole(text.slice(0, at))
  if (whole === undefined || whole.grouping === decimal || !/^\d*$/.test(decimals)) return undefined
  if (decimals === '' && text.length === 1) return undefined
  return { text: `${whole.text}.${decimals}`, mark: decimal === '.' ? 'point' : 'comma', grouping: whole.grouping }
}

/** The whole part: plain digits, none (`.5`), or groups by one and the same separator. */
function readWhole(text: string): { text: string; grouping: string } | undefined {
  let at = 0
  while (at < text.length && text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++
  if (at === text.length) return { text: text === '' ? '0' : text, grouping: '' }
  const grouping = text.charAt(at)
  const grouped = GROUPED.get(grouping)?.test(text) === true || (grouping === ',' && TWOS.test(text))
  return grouped ? { text: text.replaceAll(grouping, ''), grouping } : undefined
}

function countOf(text: string, separator: string): number {
  let count = 0
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) count++
  return count
}
