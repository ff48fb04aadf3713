import type { Book } from '../book/book.ts'
import type { Deal } from '../book/deal.ts'
import { stakeOf } from '../book/stake.ts'
import { POINTS, type Finding } from '../engine/finding.ts'

/** Points × (0.5 + the amount's percentile among the team's open deals), × 1.5 when it closes in this period. */
export function worthOf(deal: Deal, points: number, book: Book): number {
  return points * stakeOf(deal, book)
}

/** Worst first. */
export function bySeverity(a: Finding, b: Finding): number {
  return POINTS[b.severity] - POINTS[a.severity]
}

/** In one conversation. */
export const MAX_ASKS = 3

/** Each finding's best question first, then their second ones: one conversation of at most three questions. */
export function mergeAsks(indexes: readonly number[], findings: readonly Finding[]): string[] {
  const spoken = indexes.flatMap((index) => findings[index] ?? [])
  const serious = spoken.filter((finding) => finding.severity !== 'low')
  const asks = (serious.length > 0 ? serious : spoken).map((finding) => finding.asks)
  const turns = Math.max(0, ...asks.map((list) => list.length))
  const inTurn = Array.from({ length: turns }, (_, turn) => asks.flatMap((list) => list[turn] ?? [])).flat()
  return [...new Set(inTurn)].slice(0, MAX_ASKS)
}
