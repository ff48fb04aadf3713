import { century } from './date-code.ts'
import { isWeekday, monthNamed } from '../../vocabulary/date-names.ts'
import { DateScan } from './date-scan.ts'
import { cleanText } from '../../vocabulary/nothing.ts'

const LONGEST = 80

const WEEKDAY = /^(\p{L}{2,}(?:-feira)?)[.,]*\s+(?=\S)/u
/** Dates with a month in letters; what stands between the parts is kept for showing the style. */
const NAMED: readonly RegExp[] = [
  /^(?<day>\d{1,2})(?:st|nd|rd|th|er|[.ºª°])?(?:\s+(?:de|of)(?=\s))?(?<gap>[\s\-/.,]*)(?<month>\p{L}{3,})(?<after>\.?(?:\s+del?)?[\s\-/.,'’]+|)(?<year>\d{4}|\d{2})(?!\d)/iu,
  /^(?<month>\p{L}{3,})(?<gap>\.?[\s\-/]*)(?<day>\d{1,2})(?:st|nd|rd|th)?(?<after>\s{0,3}[,\s\-/.]\s{0,3}'?)(?<year>\d{4}|\d{2})(?!\d)/iu,
  /^(?<year>\d{4})(?<gap>[\s\-/.,]*)(?<month>\p{L}{3,})(?<after>\.?[\s\-/]*)(?<day>\d{1,2})(?!\d)/u,
]
const SHOWN = [
  ['day', 'month', 'year'],
  ['month', 'day', 'year'],
  ['year', 'month', 'day'],
] as const

/** `г.` after a Russian year, and the little words between a date and a time. */
const BEFORE_TIME =
  /^\s*(?:(?:года|г)(?=[.\s,]|$)\.?)?[\s,]*(?:(?:at|um|kl|klo|om|à|a las|às|alle|alle ore|в)\.?\s+(?=\d))?/iu
/** Zones by name mean nothing certain (IST is three of them): the date is the one written. */
const ZONE_NAME = /\s{1,9}(?:[ECMP][SD]?T|C?EST|CET|WES?T|BST|IST|MSK|JST|AES?D?T|Uhr)$/i
/** What a browser writes after its offset: `GMT+0100 (Central European Standard Time)`. */
const ZONE_REMARK = /(GMT[+-]\d{4})\s*\(.*\)$/
/** `="2026-11-20"` and `'2026-11-20` keep a spreadsheet from reading the cell. */
const GUARDED = /^=?"(.*)"$|^'(.*)$/

/** Reads a date with words in it, or with more around it than the fast scanner takes. Undefined for any other text. */
export function scanWords(cell: string): DateScan | undefined {
  if (cell.length > LONGEST) return undefined
  const guarded = GUARDED.exec(cell.trim())
  const text = cleanText(guarded?.[1] ?? guarded?.[2] ?? cell.trim())
    .replace(ZONE_REMARK, '$1')
    .replace(ZONE_NAME, '')
  const read = readDate(text)
  if (read !== undefined) return read
  const weekday = WEEKDAY.exec(text)
  if (weekday === null || !isWeekday(weekday[1] ?? '')) return undefined
  return readDate(text.slice(weekday[0].length))
}

function readDate(text: string): DateScan | undefined {
  const scan = new DateScan()
  if (scan.scan(text)) return scan
  return readNamed(text, scan) ? scan : undefined
}

function readNamed(text: string, scan: DateScan): boolean {
  const kind = NAMED.findIndex((pattern) => pattern.test(text))
  const groups = NAMED[kind]?.exec(text)?.groups
  const shown = SHOWN[kind]
  if (groups === undefined || shown === undefined) return false
  const { day = '', month = '', year = '', gap = '', after = '' } = groups
  const number = monthNamed(month)
  const rest = text.replace(NAMED[kind]!, '').replace(BEFORE_TIME, ' ')
  if (number === undefined || !scan.scanTime(rest)) return false
  scan.ordered = false
  scan.first = year.length === 4 ? Number(year) : century(Number(year))
  scan.second = number
  scan.third = Number(day)
  const letters = { day: 'D', month: month.length > 4 ? 'MMMM' : 'MMM', year: year.length === 4 ? 'YYYY' : 'YY' }
  scan.pattern = `${letters[shown[0]]}${gap || ' '}${letters[shown[1]]}${after}${letters[shown[2]]}`
  return true
}
