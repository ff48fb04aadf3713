import { oncePer } from '../../kit/remembered.ts'
import { addDays } from '../../time/plain-date.ts'
import type { Book } from '../book.ts'
import { arrivalOf } from '../deals/arrival.ts'

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
