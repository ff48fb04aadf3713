import type { Book } from '../book/book.ts'
import { findingKey, seenOf, type PastReview } from '../book/past.ts'
import type { Finding } from '../engine/finding.ts'
import { addDays } from '../plain-date.ts'

/** Deals closed longer ago than this are news in no later review. */
const KEPT_AFTER_CLOSING_DAYS = 100

/** What a review saw and said: all that later ones compare with. */
export function seenBy(book: Book, findings: readonly Finding[]): PastReview {
  const since = addDays(book.asOf, -KEPT_AFTER_CLOSING_DAYS)
  const kept = book.deals.filter(
    ({ state, closedOn }) => state === 'open' || closedOn === undefined || closedOn > since,
  )
  return {
    asOf: book.asOf,
    deals: new Map(kept.map((deal) => [deal.id, seenOf(deal)])),
    findings: new Set(findings.map(findingKey)),
  }
}
