import { compareText, groupBy } from '../../kit/collections.ts'
import type { Exports } from '../../records/exports.ts'
import type { Past, PastReview, Reading } from '../past/past.ts'
import type { SeenDeal } from '../past/seen-deal.ts'

/** What is compared from one review to the next, and the fields of the export that it is read from. */
const COMPARED = {
  stages: ['stage'],
  states: ['stage', 'status', 'isClosed', 'isWon', 'isLost', 'wonOn', 'lostOn'],
  amounts: ['amount', 'currency'],
  closeDates: ['closeDate'],
  owners: ['owner'],
  nextSteps: ['nextStep'],
} as const

export type Compared = keyof typeof COMPARED

export function readingOf({ inputs }: Exports, currency: string | undefined, rates: Reading['rates']): Reading {
  const mapped = inputs.filter(({ kind }) => kind === 'opportunities').flatMap(({ columns }) => columns)
  const byField = groupBy(mapped, ({ field }) => field)
  // Where several files of opportunities have it by different names, all of them.
  const names = [...byField].map(([field, columns]): [string, string] => [
    field,
    [...new Set(columns.map(({ column }) => column))].sort(compareText).join(' | '),
  ])
  return { columns: new Map(names), currency, rates }
}

/** Whether a value then and one now mean the same. What nobody knows of either reading is taken for the same. */
export function isComparable(what: Compared, then: Reading, now: Reading): boolean {
  if (what === 'amounts' && then.currency !== undefined && then.currency !== now.currency) return false
  return COMPARED[what].every((field) => isSameColumn(field, then, now))
}

/** Whether deals then and now are the same by their ids, else by what stands in for one (`dealId`). */
export function areSameIds(then: Reading, now: Reading): boolean {
  const isSame = (field: string) => isSameColumn(field, then, now)
  return (
    isSame('id') && (then.columns.size === 0 || then.columns.has('id') || ['name', 'account', 'created'].every(isSame))
  )
}

/** The columns that differ: the first that does, then and now. */
export function differentColumn(what: Compared, then: Reading, now: Reading) {
  const field = COMPARED[what].find((name) => !isSameColumn(name, then, now))
  return field === undefined ? undefined : { before: then.columns.get(field), after: now.columns.get(field) }
}

function isSameColumn(field: string, then: Reading, now: Reading): boolean {
  if (then.columns.size === 0 || now.columns.size === 0) return true
  return then.columns.get(field) === now.columns.get(field)
}

/**
 * The past as this export can be compared with it: what was read from other columns is unknown, so that another mapping
 * is never taken for a change in the pipeline.
 */
export function comparablePast(past: Past, now: Reading): Past {
  return { ...past, reviews: past.reviews.map((review) => comparableReview(review, now)) }
}

function comparableReview(review: PastReview, now: Reading): PastReview {
  const { reading: then } = review
  if (!areSameIds(then, now)) return { ...review, deals: new Map() }
  const can = (what: Compared) => isComparable(what, then, now)
  const unknown: Partial<SeenDeal> = {
    ...(!can('stages') && { stage: undefined }),
    ...(!can('amounts') && { amount: undefined }),
    ...(!can('closeDates') && { closeDate: undefined }),
    ...(!can('owners') && { owner: undefined }),
    ...(!can('nextSteps') && { nextStep: undefined }),
  }
  if (Object.keys(unknown).length === 0) return review
  return { ...review, deals: new Map([...review.deals].map(([id, deal]) => [id, { ...deal, ...unknown }])) }
}

/** Whether an amount moved as a rate of the config did, and the deal stood still. */
export function isRevalued(
  amount: number | undefined,
  before: number | undefined,
  then: Reading,
  now: Reading,
): boolean {
  const ratio = (amount ?? 0) / (before ?? 0)
  return [...now.rates].some(([currency, rate]) => {
    const old = then.rates.get(currency)
    return old !== undefined && old !== rate && Math.abs(ratio / (rate / old) - 1) < SAME_RATIO
  })
}

/** Amounts have two decimals at most. */
const SAME_RATIO = 1e-4
