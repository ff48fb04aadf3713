import { isoDate, type PlainDate } from '../../time/plain-date.ts'
import type { CellKind } from '../../records/fields.ts'
import { isEmptyMarker, isNothing } from '../../vocabulary/nothing.ts'
import { readFlag } from '../../vocabulary/yes-and-no.ts'

/** What the first rows show of a column. Shares are of the cells that hold something. */
export interface Facts {
  readonly rows: number
  readonly filled: number
  readonly distinct: number
  readonly digits: number
  readonly numbers: number
  /** Numbers below zero; above it. */
  readonly negative: number
  readonly positive: number
  /** Whole numbers of up to four digits, such as counts. */
  readonly small: number
  readonly dates: number
  /** Dates, and numbers that may stand for them: 45572, 20210105. */
  readonly dateCodes: number
  readonly flags: number
  readonly emails: number
  /** Dates that surely lie ahead. */
  readonly ahead: number
  /** The first of the cells, to tell whether two columns say the same. */
  readonly beginning: string
}

const DIGITAL_DATE = /^\s*(\d{1,4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,4})/u
const WORDED_DATE =
  /^\s*(?:\p{L}{2,10},?\s+)?(?:\d{1,2}\.?[\s-](?:de\s)?\p{L}{3,10}\.?,?[\s-](?:de\s)?'?\d{2,4}|\p{L}{3,10}\.?\s\d{1,2},?\s\d{4})/u
const DATE_CODE = /^(?:[34]\d{4}(?:[.,]\d+)?|(?:19|20)\d{6}|1\d{9}(?:\d{3})?)$/u
const NUMBER = /^[-+(]?\p{Sc}?[-+]?[\d\s.,'’]{1,40}[%\p{Sc}]?\)?$/u
const NEGATIVE = /^[\p{Sc}\s]*[-(]|-$/u
const SMALL = /^\d{1,4}(?:[.,]0+)?$/u
const EMAIL = /^[^\s@]{1,64}@\S{1,200}$/u
/** Longer cells are words. */
const LONGEST = 40

/** Looks at the cells of one column among the first rows. */
export function factsOf(cells: readonly string[], today: PlainDate): Facts {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => !isEmptyMarker(cell) && !isNothing(cell))
  const share = (is: (cell: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter((cell) => cell.length <= LONGEST && is(cell)).length / filled.length
  const month = isoDate(today).slice(0, 7)
  const isDate = (cell: string) => DIGITAL_DATE.test(cell) || WORDED_DATE.test(cell)
  return {
    rows: cells.length,
    filled: filled.length,
    distinct: new Set(filled).size,
    digits: share((cell) => /\d/u.test(cell)),
    numbers: share((cell) => NUMBER.test(cell) && /\d/u.test(cell) && !isDate(cell)),
    negative: share((cell) => NUMBER.test(cell) && NEGATIVE.test(cell)),
    positive: share((cell) => NUMBER.test(cell) && /[1-9]/u.test(cell) && !NEGATIVE.test(cell)),
    small: share((cell) => SMALL.test(cell)),
    dates: share(isDate),
    dateCodes: share((cell) => isDate(cell) || DATE_CODE.test(cell)),
    flags: share((cell) => readFlag(cell) !== undefined),
    emails: share((cell) => EMAIL.test(cell)),
    ahead: share((cell) => isAhead(cell, month)),
    beginning: cells.slice(0, 30).join('\n'),
  }
}

/** Whether a date lies in a later month, whichever of its numbers is the month. */
function isAhead(cell: string, month: string): boolean {
  const [, first = '', second = '', third = ''] = DIGITAL_DATE.exec(cell) ?? []
  const isYearFirst = first.length === 4
  if (!isYearFirst && third.length !== 4) return false
  const year = isYearFirst ? first : third
  const earliest = isYearFirst ? Number(second) : Math.min(Number(first), Number(second))
  return `${year}-${String(earliest).padStart(2, '0')}` > month
}

/** Fields in which numbers alone say nothing. */
const IN_WORDS = new Set([
  'contact',
  'nextStep',
  'lostReason',
  'decisionMaker',
  'champion',
  'personName',
  'subject',
  'valueProposition',
  'outcome',
])
/** … and in which days are something else. */
const NO_DATES = new Set([
  ...IN_WORDS,
  'stage',
  'status',
  'owner',
  'name',
  'account',
  'type',
  'source',
  'forecastCategory',
  'createdBy',
  'id',
])
/** What names somebody or something: a yes and a no do not. */
const NAMES = new Set(['owner', 'account', 'name', 'contact'])
const FEWEST_NAMES = 4
const ADDRESSES = new Set(['email', 'ownerEmail', 'personEmail'])
/** Few rows repeat nothing by chance. */
const ENOUGH_ROWS = 30
/** Where fewer of the texts differ than this, they repeat: each id has several rows. */
export const REPEATED = 0.95
/** A column without values may be what its name says. */
const EMPTY = 0.95

/** Days that every list of deals has: where they cannot be read that is to be said, and not that there are none. */
const MAIN_DATES = new Set(['created', 'closeDate'])
const DAMAGED = 0.62

/** How well the values go with a field: 0 where they cannot be it, 1 where they say nothing, more where they look like it. */
export function evidence(field: string, cell: CellKind, facts: Facts): number {
  if (facts.filled === 0) return EMPTY
  const full = 1 + (0.03 * facts.filled) / facts.rows
  return full * Math.max(byType(cell, facts), MAIN_DATES.has(field) ? DAMAGED : 0) * byField(field, facts)
}

function byType(cell: CellKind, { digits, numbers, small, dates, dateCodes, flags }: Facts): number {
  if (cell === 'flag') return flags < 0.5 ? 0 : 1.08
  if (cell === 'date') {
    if (digits < 0.4 || small > 0.6) return 0
    return dateCodes > 0.6 ? 1.08 : 0.9
  }
  if (cell === 'money') {
    if (digits < 0.4 || dates > 0.5) return 0
    return numbers > 0.6 ? 1.06 : 1
  }
  if (cell === 'number') {
    if (digits < 0.5 || dates > 0.5) return 0
    return numbers > 0.8 ? 1.08 : 0.9
  }
  return 1
}

function byField(field: string, facts: Facts): number {
  const { numbers, dates, flags, emails, distinct } = facts
  if (dates > 0.6 && NO_DATES.has(field)) return 0
  if (ADDRESSES.has(field)) return emails > 0.5 ? 1.05 : 0
  if (NAMES.has(field) && flags > 0.8 && distinct < FEWEST_NAMES) return 0.7
  if (IN_WORDS.has(field)) return numbers > 0.6 ? 0 : 1
  return BY_FIELD[field]?.(facts) ?? 1
}

/** No deal is worth less than nothing: such a column says by how much something grows. */
const MANY_NEGATIVE = 0.1
const A_CHANGE = 0.5

const notInNumbers = ({ numbers }: Facts) => (numbers > 0.5 ? 0 : 1)
/** Codes of few digits sort deals, long numbers are ids. */
const fewNumbers = ({ numbers, small }: Facts) => (numbers > 0.8 && small < 0.8 ? 0.7 : 1)

const ofPeople = ({ numbers, dates }: Facts) => (numbers > 0.5 || dates > 0.5 ? 0 : 1.15)

/** What the values of single fields show. */
const BY_FIELD: Readonly<Partial<Record<string, (facts: Facts) => number>>> = {
  currency: notInNumbers,
  convertedCurrency: notInNumbers,
  amount: ({ negative, positive }) => (negative >= MANY_NEGATIVE && positive < 0.5 ? A_CHANGE : 1),
  sender: ofPeople,
  recipient: ofPeople,
  closedOn: ({ ahead }) => (ahead > 0.2 ? 0 : 1),
  closeDate: ({ ahead }) => (ahead > 0.1 ? 1.04 : 1),
  // Not `Start date` where projects are still to start.
  created: ({ ahead }) => (ahead > 0.3 ? 0.75 : 1),
  owner: ({ rows, filled, distinct }) => (rows >= ENOUGH_ROWS && distinct === filled && filled > rows / 2 ? 0.75 : 1),
  type: fewNumbers,
  source: fewNumbers,
  forecastCategory: fewNumbers,
}
