import type { Book } from '../book/book.ts'
import type { Deal } from '../book/deals/deal.ts'
import type { SeenDeal } from '../book/past/seen-deal.ts'
import type { Finding } from './finding.ts'

/**
 * Why a finding was put aside in an earlier review; null where it was not, or no longer is: a dismissal ends on its
 * date, and when the deal has changed since.
 */
export function dismissalOf(book: Book, key: string, { deal }: Pick<Finding, 'deal'>): string | null {
  const { dismissals, reviews } = book.past
  const last = dismissals.findLast((dismissal) => dismissal.key === key && dismissal.on <= book.asOf)
  if (last === undefined || (last.until !== undefined && last.until < book.asOf)) return null
  if (deal === null) return last.reason
  const now = book.deals.find(({ id }) => id === deal.id)
  // What the reviews since then saw: the one it was dismissed in is the oldest that counts.
  const since = reviews.filter(({ asOf }) => asOf >= last.on)
  const then = since.at(-1)?.deals.get(deal.id)
  return now !== undefined && then !== undefined && hasChanged(now, then) ? null : last.reason
}

function hasChanged(now: Deal, then: SeenDeal): boolean {
  const differs = <T>(a: T | undefined, b: T | undefined) => a !== undefined && b !== undefined && a !== b
  return (
    differs(now.stage, then.stage) ||
    differs(now.amount, then.amount) ||
    differs(now.closeDate, then.closeDate) ||
    differs(now.owner, then.owner)
  )
}
