import type { PlainDate } from '../../time/plain-date.ts'
import type { Activities } from '../activity/activities.ts'
import type { Deal } from '../deals/deal.ts'
import { type Past, type PastReview, seenOf } from '../past/past.ts'
import type { SeenDeal } from '../past/seen-deal.ts'
import type { DataCheck } from './data-check.ts'

interface Now {
  readonly deals: readonly Deal[]
  readonly activities: Activities
  readonly asOf: PlainDate
}

/** Of fewer deals it is likely that none of them has moved in a week. */
const ENOUGH = 5

/** What was found, and whether this is the data of the last review again. */
export function withSameData(data: DataCheck, { reviews: [last] }: Past, now: Now): DataCheck {
  if (last === undefined || last.asOf >= now.asOf || !isSameData(last, now)) return data
  return { ...data, findings: [...data.findings, { id: 'same-data', as: last.asOf }] }
}

/** Whether nothing has come or changed since: no deal, no field that a review keeps, no activity. */
function isSameData(last: PastReview, { deals, activities }: Now): boolean {
  const open = deals.filter(({ state }) => state === 'open')
  if (open.length < ENOUGH) return false
  if (deals.some(({ created, lastActivity }) => (created ?? 0) > last.asOf || (lastActivity ?? 0) > last.asOf))
    return false
  if (activities.hasAnyAfter(last.asOf)) return false
  return open.every((deal) => isSame(seenOf(deal), last.deals.get(deal.id))) && hasSameOpen(open, last)
}

function hasSameOpen(open: readonly Deal[], last: PastReview): boolean {
  const ids = new Set(open.map(({ id }) => id))
  return [...last.deals].every(([id, { state }]) => state !== 'open' || ids.has(id))
}

function isSame(now: SeenDeal, before: SeenDeal | undefined): boolean {
  return before !== undefined && JSON.stringify(known(now)) === JSON.stringify(known(before))
}

function known({ name, owner, state, stage, amount, closeDate, nextStep, contacts }: SeenDeal): unknown {
  return [name, owner, state, stage, amount, closeDate, nextStep, contacts]
}
