import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { stakeOf } from '../../book/deals/stake.ts'
import { POINTS, type Finding } from '../../engine/finding.ts'

/** Points × (0.5 + the amount's percentile among the team's open deals), × 1.5 when it closes in this period. */
export function worthOf(deal: Deal, points: number, book: Book): number {
  return points * stakeOf(deal, book)
}

/** Worst first. */
export function bySeverity(a: Finding, b: Finding): number {
  return POINTS[b.severity] - POINTS[a.severity]
}
