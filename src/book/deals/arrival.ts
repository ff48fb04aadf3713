import { oncePer } from '../../kit/remembered.ts'
import { isTender } from '../../vocabulary/sources.ts'
import { addDays } from '../../time/plain-date.ts'
import type { Book } from '../book.ts'
import type { Deal } from './deal.ts'

/** How a deal came: as a tender, by the client's own wish, or otherwise. */
export type Arrival = 'tender' | 'inbound' | 'other'

/**
 * From the deal's source; where that is nobody's in particular or not known, from what its type or name says of a
 * tender; where nothing says, from who began its first activity. Undefined where that is not known either.
 */
export function arrivalOf(deal: Deal): Arrival | undefined {
  const { sourceKind, type, name, begunBy } = deal
  if (sourceKind === 'tender' || sourceKind === 'inbound') return sourceKind
  if (sourceKind === 'own') return 'other'
  if (isTender(type ?? '') || isTender(name)) return 'tender'
  if (sourceKind === 'other') return 'other'
  if (begunBy === undefined) return undefined
  return begunBy === 'in' ? 'inbound' : 'other'
}

/** Creation is looked at over a year: a shorter time would follow each campaign. */
const YEAR = 365

/**
 * The share of the team's new business of the last 365 days, of which it is known how it came, that the client began:
 * by asking us, or by asking several in a tender. Undefined where it is known of none.
 */
export const clientBegunShare = oncePer(({ deals, asOf }: Book): number | undefined => {
  const since = addDays(asOf, -YEAR)
  const arrivals = deals.flatMap((deal) =>
    deal.isRenewal || deal.created === undefined || deal.created <= since ? [] : (arrivalOf(deal) ?? []),
  )
  return arrivals.length === 0 ? undefined : arrivals.filter((arrival) => arrival !== 'other').length / arrivals.length
})
