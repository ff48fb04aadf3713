import { POINTS, type Finding } from '../../engine/finding.ts'

/** Worst first. */
export function bySeverity(a: Finding, b: Finding): number {
  return POINTS[b.severity] - POINTS[a.severity]
}
