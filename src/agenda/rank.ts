import type { Book } from '../book/book.ts'
import type { Deal } from '../book/deal.ts'
import type { Finding, Severity } from '../engine/finding.ts'

const POINTS: Record<Severity, number> = { high: 3, medium: 2, low: 1 }
const COUNTED = 3
const CLOSING_SOON = 1.5

/** A deal's points: its worst finding plus half of each further one, at most three counted. */
export function pointsOf(findings: readonly Finding[]): number {
  const points = findings.map((finding) => POINTS[finding.severity]).sort((a, b) => b - a)
  return points.slice(0, COUNTED).reduce((total, next, at) => total + (at === 0 ? next : next / 2), 0)
}

/** Points × (0.5 + the amount's percentile among the team's open deals), × 1.5 when it closes in this period. */
export function worthOf(deal: Deal, points: number, book: Book): number {
  const percentile = deal.amount === undefined ? 0.5 : (book.openAmounts.percentileOf(deal.amount) ?? 0.5)
  const closesInPeriod = deal.closeDate !== undefined && deal.closeDate >= book.asOf && deal.closeDate <= book.period.to
  return points * (0.5 + percentile) * (closesInPeriod ? CLOSING_SOON : 1)
}

/** Worst first. */
export function bySeverity(a: Finding, b: Finding): number {
  return POINTS[b.severity] - POINTS[a.severity]
}
