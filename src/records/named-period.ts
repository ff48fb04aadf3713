import { monthNamed } from '../vocabulary/date-names.ts'

/** A month, quarter, half-year or year as a sheet of quotas writes it, before a calendar says on which days it runs. */
export interface NamedPeriod {
  /** How many months it takes. */
  readonly months: 1 | 3 | 6 | 12
  /** Which of the year: 4 of `Q4`, 11 of `November`, 1 of a year. */
  readonly part: number
  /** Undefined where the sheet names none: a quota of every year. */
  readonly year: number | undefined
}

/** The cells of a row that tell a period: one for all of it, or one for each part. */
export interface PeriodCells {
  readonly period?: string | undefined
  readonly month?: string | undefined
  readonly quarter?: string | undefined
  readonly year?: string | undefined
}

/**
 * The period that a row's cells name: `Q4 2026`, `2026-Q4`, `4Q26`, `FY26 Q4`, `H2 2026`, `Nov 2026`, `2026-11`, `11/2026`,
 * `2026`, `FY26`; of a month or quarter column also `11` and `4`. Undefined where they name none that can be read.
 */
export function namedPeriod({ period, month, quarter, year }: PeriodCells): NamedPeriod | undefined {
  const said = period ?? month ?? quarter
  if (said === undefined) return year === undefined ? undefined : read(year, undefined)
  const found = read(said, period !== undefined ? undefined : month !== undefined ? 1 : 3)
  if (found === undefined || found.year !== undefined || year === undefined) return found
  const own = read(year, undefined)
  return own?.months === 12 ? { ...found, year: own.year } : undefined
}

const YEAR = String.raw`(?:fy|cy)?\s?'?(?<year>\d{4}|\d{2})`
const PARTS = String.raw`(?:(?<kind>[qh]|quarter|half)\s?(?<part>[1-4])|(?<partFirst>[1-4])(?<kindLast>[qh]))`

const PART_AND_YEAR = [new RegExp(`^${PARTS}(?: ?${YEAR})?$`, 'u'), new RegExp(`^${YEAR} ?${PARTS}$`, 'u')]
const WHOLE_YEAR = /^(?:(?:fy|cy) ?(?<short>\d{2})|(?:fy|cy|year)? ?(?<year>\d{4}))$/u
const MONTH_NUMBERS = [/^(?<year>\d{4}) (?<month>\d{1,2})(?: 0?1)?$/u, /^(?<month>\d{1,2}) (?<year>\d{4})$/u]
const MONTH_WORD = /^(?:(?<before>\d{4}) )?(?<name>\p{L}{3,10})(?: ?'?(?<after>\d{4}|\d{2}))?$/u

/** `own` is how many months the column's own name says, so that a bare number can be read. */
function read(cell: string, own: 1 | 3 | undefined): NamedPeriod | undefined {
  const text = cell
    .toLowerCase()
    .replaceAll(/[\s,./_–-]+/gu, ' ')
    .replaceAll('’', "'")
    .trim()
  if (own !== undefined && /^\d{1,2}$/.test(text)) return inRange(own, Number(text), undefined)
  const found = partOfYear(text) ?? wholeYear(text) ?? monthOfYear(text)
  // The first day of a quarter is written like a month.
  return own === 3 && found?.months === 1 ? undefined : found
}

function partOfYear(text: string): NamedPeriod | undefined {
  for (const pattern of PART_AND_YEAR) {
    const found = pattern.exec(text)?.groups
    if (found === undefined) continue
    const kind = found['kind'] ?? found['kindLast'] ?? ''
    return inRange(kind.startsWith('q') ? 3 : 6, Number(found['part'] ?? found['partFirst']), found['year'])
  }
  return undefined
}

function wholeYear(text: string): NamedPeriod | undefined {
  const found = WHOLE_YEAR.exec(text)?.groups
  return found === undefined ? undefined : inRange(12, 1, found['short'] ?? found['year'])
}

function monthOfYear(text: string): NamedPeriod | undefined {
  for (const pattern of MONTH_NUMBERS) {
    const found = pattern.exec(text)?.groups
    if (found !== undefined) return inRange(1, Number(found['month']), found['year'])
  }
  const found = MONTH_WORD.exec(text)?.groups
  const month = monthNamed(found?.['name'] ?? '')
  return month === undefined ? undefined : inRange(1, month, found?.['before'] ?? found?.['after'])
}

function inRange(months: NamedPeriod['months'], part: number, year: string | undefined): NamedPeriod | undefined {
  if (part < 1 || part > 12 / months) return undefined
  const full = year === undefined ? undefined : Number(year) + (year.length === 2 ? 2000 : 0)
  return full !== undefined && (full < 1990 || full > 2100) ? undefined : { months, part, year: full }
}
