import type { Exports } from '../../records/exports.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import type { Settings } from '../settings.ts'

/**
 * Whether the review's day lies before the export was made, by the day it says itself or something in it that can only
 * be of the past: a creation, a stage change, a closing. Not an activity: a task done early keeps the day it was due.
 */
export function isSetBack(
  { inputs, deals, history }: Pick<Exports, 'inputs' | 'deals' | 'history'>,
  { exportedAt, isReplay }: Pick<Settings, 'exportedAt' | 'isReplay'>,
  asOf: PlainDate,
): boolean {
  if (isReplay === true) return true
  if (exportedAt !== undefined) return exportedAt > asOf
  const isLater = (day: PlainDate | undefined) => day !== undefined && day > asOf
  return (
    inputs.some(({ exportDay }) => isLater(exportDay?.day)) ||
    deals.some((deal) => [deal.created, deal.stageChanged, deal.wonOn, deal.lostOn].some(isLater)) ||
    history.some(({ changed }) => isLater(changed))
  )
}
