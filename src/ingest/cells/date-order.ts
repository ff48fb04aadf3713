import type { PlainDate } from '../../time/plain-date.ts'
import type { DateCode, DateOrder } from './date-code.ts'
import type { DateColumn } from './date-column.ts'

/** Dates of the same rows, of which one cannot come before the other: created and closed, of closed deals. */
export interface DatePair {
  readonly earlier: DateColumn
  readonly later: DateColumn
  readonly codes: readonly (readonly [DateCode, DateCode])[]
}

export interface OrderEvidence {
  /** The last day that anything in the file can have happened: the export's, not an earlier day to look back from. */
  readonly notAfter?: PlainDate | undefined
  /** The columns that this holds for: created, not close. */
  readonly notAfterColumns?: readonly DateColumn[]
  readonly pairs?: readonly DatePair[]
}

/** Pairs are evidence where an order breaks at least so many, and so many times those that the other breaks. */
const PAIRS = { least: 3, times: 4 }
const AFTER_TIMES = 10

/**
 * Which order the dates of one file have. A column's own values decide first, or the order that was asked for; then a
 * decided sibling with the same separator; then pairs; then that nothing was created after the export; and last, that
 * no locale writes month first with points. Returns the columns that stay undecided: the user must say.
 */
export function decideOrders(
  columns: readonly DateColumn[],
  evidence: OrderEvidence,
): { decided: Map<DateColumn, DateOrder>; undecided: readonly DateColumn[] } {
  const decided = new Map<DateColumn, DateOrder>()
  const open = new Set<DateColumn>()
  for (const column of columns) {
    const orders = column.possibleOrders()
    if (orders.length === 1) decided.set(column, orders[0]!)
    else if (orders.length > 1) open.add(column)
  }
  const ways: readonly Way[] = [bySibling, byPairs, byNotAfter, byPoints]
  // Each column that is decided may decide its siblings: after a success, begin with the first way again.
  while (open.size > 0) {
    const found = firstFound(ways, open, decided, evidence)
    if (found === undefined) break
    decided.set(...found)
    open.delete(found[0])
  }
  return { decided, undecided: [...open] }
}

type Way = (column: DateColumn, decided: Orders, evidence: OrderEvidence) => DateOrder | undefined
type Orders = ReadonlyMap<DateColumn, DateOrder>

function firstFound(ways: readonly Way[], open: Iterable<DateColumn>, decided: Orders, evidence: OrderEvidence) {
  const columns = [...open]
  for (const way of ways) {
    for (const column of columns) {
      const order = way(column, decided, evidence)
      if (order !== undefined && column.possibleOrders().includes(order)) return [column, order] as const
    }
  }
  return undefined
}

/**
 * The order of the decided columns with the same separator, where they agree. Where the year may stand in front, a column
 * that may as well be written so has decided nothing: `26/12/26`.
 */
function bySibling(column: DateColumn, decided: Orders): DateOrder | undefined {
  const mayBeYearFirst = column.possibleOrders().includes('ymd')
  const orders = new Set(
    [...decided]
      .filter(
        ([other, order]) =>
          other.separator === column.separator && (!mayBeYearFirst || order === 'ymd' || other.hasNoYearFirst),
      )
      .map(([, order]) => order),
  )
  return orders.size === 1 ? [...orders][0] : undefined
}

/** The order under which clearly fewer rows end before they begin. */
function byPairs(column: DateColumn, decided: Orders, { pairs = [] }: OrderEvidence): DateOrder | undefined {
  const broken = { mdy: 0, dmy: 0 }
  for (const pair of pairs) {
    if (pair.earlier !== column && pair.later !== column) continue
    for (const order of ['mdy', 'dmy'] as const) broken[order] += countBroken(pair, column, order, decided)
  }
  return clearlyFewer(broken, PAIRS.least, PAIRS.times)
}

/** Columns with the same separator have the same order; a column of another that is undecided is no evidence. */
function countBroken(pair: DatePair, column: DateColumn, order: DateOrder, decided: Orders): number {
  const other = pair.earlier === column ? pair.later : pair.earlier
  const needsOrder = other.possibleOrders().length > 0
  const otherOrder = decided.get(other) ?? (!needsOrder || other.separator === column.separator ? order : undefined)
  if (otherOrder === undefined) return 0
  const [earlierOrder, laterOrder] = pair.earlier === column ? [order, otherOrder] : [otherOrder, order]
  let broken = 0
  for (const [from, to] of pair.codes) {
    const earlier = pair.earlier.dayUnder(from, earlierOrder)
    const later = pair.later.dayUnder(to, laterOrder)
    if (earlier !== undefined && later !== undefined && earlier > later) broken++
  }
  return broken
}

/** The order under which nothing, or nearly nothing, happened after the export. */
function byNotAfter(column: DateColumn, _decided: Orders, evidence: OrderEvidence): DateOrder | undefined {
  const { notAfter, notAfterColumns = [] } = evidence
  if (notAfter === undefined || !notAfterColumns.includes(column)) return undefined
  const after = { mdy: column.countAfter(notAfter, 'mdy'), dmy: column.countAfter(notAfter, 'dmy') }
  return clearlyFewer(after, 1, AFTER_TIMES)
}

/** `3.11.2026`: the locales that write points put the day first. */
function byPoints(column: DateColumn): DateOrder | undefined {
  return column.separator === '.' && !column.possibleOrders().includes('ymd') ? 'dmy' : undefined
}

function clearlyFewer(counts: { mdy: number; dmy: number }, least: number, times: number): DateOrder | undefined {
  const fewer = Math.min(counts.mdy, counts.dmy)
  const more = Math.max(counts.mdy, counts.dmy)
  if (more < least || more < fewer * times) return undefined
  return counts.mdy < counts.dmy ? 'mdy' : 'dmy'
}
