import { groupBy } from '../../kit/collections.ts'
import type { Exports } from '../../records/exports.ts'
import type { DealRow } from '../../records/fields.ts'
import { addDays, type Days, isoDate, type PlainDate } from '../../time/plain-date.ts'
import type { DealStates } from '../states/states.ts'
import type { Unreliable } from './data-check.ts'

type Field = 'probability' | 'valueProposition' | 'lastActivity' | 'stageChanged' | 'amount'

interface Found extends Omit<Unreliable, 'field' | 'column'> {
  readonly field: Field
  /** Which values are dropped; all where it is not said. */
  readonly isDropped?: (row: DealRow) => boolean
}

/** The columns that tell nothing, and the exports without what stands in them. */
export function withoutMeaningless(
  exports: Exports,
  states: DealStates,
  asOf: PlainDate,
): { exports: Exports; unreliable: readonly Unreliable[] } {
  const { deals } = exports
  const open = deals.filter((row) => states.of(row) === 'open')
  const found = [
    probabilityByDate(open),
    propositionThatRepeats(deals),
    activityMonthsAhead(deals, asOf),
    stageOlderThanDeal(deals),
    amountsOfNothing(deals),
  ].filter((one) => one !== undefined)
  const atClosing = filledAtClosing(deals, states)
  const unreliable = [...found, ...atClosing].map(({ field, why, count, of, sample }) => ({
    field,
    column: columnOf(exports, field),
    why,
    count,
    of,
    sample,
  }))
  if (found.length === 0) return { exports, unreliable }
  const rows = deals.map((row) => {
    const dropped = found.filter(({ isDropped }) => isDropped?.(row) ?? true)
    return dropped.length === 0
      ? row
      : { ...row, ...Object.fromEntries(dropped.map(({ field }) => [field, undefined])) }
  })
  return { exports: { ...exports, deals: rows }, unreliable }
}

function columnOf({ inputs }: Exports, field: string): string {
  const columns = inputs.filter(({ kind }) => kind === 'opportunities').flatMap((input) => input.columns)
  return columns.find((column) => column.field === field)?.column ?? field
}

const FEW = 20
const FOLLOWS = 0.9

/** A probability that rises as the close date comes nearer, whatever the stage, is that date written twice. */
function probabilityByDate(open: readonly DealRow[]): Found | undefined {
  const known = open.flatMap(({ probability, closeDate, stage }) =>
    probability === undefined || closeDate === undefined ? [] : [{ probability, closeDate, stage: stage ?? '' }],
  )
  if (known.length < FEW || new Set(known.map(({ probability }) => probability)).size < 3) return undefined
  const isByStage = [...groupBy(known, ({ stage }) => stage).values()].every(
    (same) => new Set(same.map(({ probability }) => probability)).size === 1,
  )
  if (isByStage) return undefined
  const ranked = rankCorrelation(
    known.map(({ probability }) => probability),
    known.map(({ closeDate }) => closeDate),
  )
  if (Math.abs(ranked) < FOLLOWS) return undefined
  return { field: 'probability', why: 'follows-close-date', count: known.length, of: open.length, sample: undefined }
}

/** Spearman's: the correlation of the ranks, equal values sharing theirs. */
function rankCorrelation(xs: readonly number[], ys: readonly number[]): number {
  const [a, b] = [ranks(xs), ranks(ys)]
  const mean = (a.length + 1) / 2
  let [both, ofA, ofB] = [0, 0, 0]
  for (const [at, rank] of a.entries()) {
    const [x, y] = [rank - mean, (b[at] ?? mean) - mean]
    both += x * y
    ofA += x * x
    ofB += y * y
  }
  return ofA === 0 || ofB === 0 ? 0 : both / Math.sqrt(ofA * ofB)
}

function ranks(values: readonly number[]): number[] {
  const places = groupBy(
    [...values].sort((a, b) => a - b).map((value, at) => ({ value, place: at + 1 })),
    ({ value }) => value,
  )
  const rankOf = new Map(
    [...places].map(([value, same]) => [value, ((same[0]?.place ?? 0) + (same.at(-1)?.place ?? 0)) / 2]),
  )
  return values.map((value) => rankOf.get(value) ?? 0)
}

const TENTH = 0.1
const REPEATED = 3
const HALF = 0.5

/** A product's name, or one text for a tenth of the deals, is not what the deal is worth to this customer. */
function propositionThatRepeats(deals: readonly DealRow[]): Found | undefined {
  const filled = deals.filter(({ valueProposition }) => valueProposition !== undefined)
  const of = { field: 'valueProposition', of: deals.length } as const
  const products = filled.filter(({ valueProposition, product }) => plain(valueProposition) === plain(product))
  if (products.length >= REPEATED && products.length >= HALF * filled.length)
    return { ...of, why: 'repeats-product', count: products.length, sample: products[0]?.valueProposition }
  // One customer may well be told the same on each of its deals.
  const customers = (rows: readonly DealRow[]) => new Set(rows.map((row) => plain(row.account) || plain(row.name))).size
  const common = [...groupBy(filled, ({ valueProposition }) => plain(valueProposition)).values()].filter(
    (same) => customers(same) >= REPEATED && same.length >= TENTH * filled.length,
  )
  const repeated = common.flat()
  if (repeated.length < HALF * filled.length || repeated.length === 0) return undefined
  return { ...of, why: 'same-text', count: repeated.length, sample: repeated[0]?.valueProposition }
}

function plain(text: string | undefined): string {
  return (text ?? '').trim().toLowerCase()
}

/** Nobody has done anything on a day so far ahead, and nobody plans so far. */
const AHEAD: Days = 60

function activityMonthsAhead(deals: readonly DealRow[], asOf: PlainDate): Found | undefined {
  // In a review of an old day what came after it is no mistake.
  const newest = deals.reduce<PlainDate>(
    (day, { created, stageChanged }) => Math.max(day, created ?? day, stageChanged ?? day) as PlainDate,
    asOf,
  )
  const last = addDays(newest, AHEAD)
  const isDropped = ({ lastActivity }: DealRow) => lastActivity !== undefined && lastActivity > last
  const ahead = deals.filter(isDropped)
  const [first] = ahead
  if (first?.lastActivity === undefined) return undefined
  const sample = isoDate(first.lastActivity)
  return { field: 'lastActivity', why: 'months-ahead', count: ahead.length, of: deals.length, sample, isDropped }
}

/** A deal cannot have come into its stage before it was there. */
function stageOlderThanDeal(deals: readonly DealRow[]): Found | undefined {
  const known = deals.filter(({ created, stageChanged }) => created !== undefined && stageChanged !== undefined)
  const isEarlier = ({ created, stageChanged }: DealRow) =>
    created !== undefined && stageChanged !== undefined && stageChanged < created
  const earlier = known.filter(isEarlier)
  const [first] = earlier
  if (first?.stageChanged === undefined) return undefined
  // Where it is more than an odd row, the column means something else.
  const isColumn = earlier.length >= REPEATED && earlier.length >= TENTH * known.length
  return {
    field: 'stageChanged',
    why: 'older-than-deal',
    count: earlier.length,
    of: known.length,
    sample: isoDate(first.stageChanged),
    ...(isColumn ? {} : { isDropped: isEarlier }),
  }
}

/** Where no deal has ever been worth anything, nobody fills the column. */
function amountsOfNothing(deals: readonly DealRow[]): Found | undefined {
  const filled = deals.filter(({ amount }) => amount !== undefined)
  if (filled.length < REPEATED || filled.some(({ amount }) => amount !== 0)) return undefined
  return { field: 'amount', why: 'always-zero', count: filled.length, of: deals.length, sample: '0' }
}

/** What is learnt when a deal closes says nothing of an open one. */
const AT_CLOSING = ['account', 'accountId', 'product', 'source', 'type', 'contact', 'valueProposition'] as const
const NEARLY_ALL = 0.9
const MANY_BLANK = 0.3

type AtClosing = Omit<Unreliable, 'column'>

/** Columns that are filled in nearly every closed deal and blank in many open ones. */
function filledAtClosing(deals: readonly DealRow[], states: DealStates): AtClosing[] {
  const byState = groupBy(deals, (row) => states.of(row))
  const open = byState.get('open') ?? []
  const closed = [...(byState.get('won') ?? []), ...(byState.get('lost') ?? [])]
  if (open.length < FEW || closed.length < FEW) return []
  return AT_CLOSING.flatMap((field) => {
    const blank = open.filter((row) => row[field] === undefined).length
    const filled = closed.filter((row) => row[field] !== undefined).length
    const isKind = blank >= MANY_BLANK * open.length && filled >= NEARLY_ALL * closed.length
    return isKind
      ? [{ field, why: 'filled-at-closing' as const, count: blank, of: open.length, sample: undefined }]
      : []
  })
}
