import type { Book } from '../book/book.ts'
import { dealById } from '../book/lookup.ts'
import type { SeenDeal } from '../book/past/seen-deal.ts'
import { oncePer } from '../kit/remembered.ts'
import type { Finding } from './finding.ts'

/** By key of the finding, up to the day of the review. */
const lastDismissals = oncePer(
  ({ past, asOf }: Book) =>
    new Map(past.dismissals.filter(({ on }) => on <= asOf).map((dismissal) => [dismissal.key, dismissal])),
)

/**
 * Why a finding was put aside in an earlier review; null where it was not, or no longer is: a dismissal ends on its
 * date, and when the deal has changed since.
 */
export function dismissalOf(book: Book, key: string, { deal }: Pick<Finding, 'deal'>): string | null {
  const last = lastDismissals(book).get(key)
  if (last === undefined || (last.until !== undefined && last.until < book.asOf)) return null
  if (deal === null) return last.reason
  const now = dealById(deal.id, book)
  // What the reviews since then saw: the one it was dismissed in is the oldest that counts.
  const since = book.past.reviews.findLast(({ asOf }) => asOf >= last.on)
  const then = since?.deals.get(deal.id)
  return now !== undefined && then !== undefined && hasChanged(now, then) ? null : last.reason
}

type Compared = Pick<SeenDeal, 'stage' | 'amount' | 'closeDate' | 'owner'>

/** Whether a deal is no longer as it was when something about it was put aside. */
export function hasChanged(now: Compared, then: Compared): boolean {
  const differs = <T>(a: T | undefined, b: T | undefined) => a !== undefined && b !== undefined && a !== b
  return (
    differs(now.stage, then.stage) ||
    differs(now.amount, then.amount) ||
    differs(now.closeDate, then.closeDate) ||
    differs(now.owner, then.owner)
  )
}
