import { addDays, type Days, type PlainDate } from '../../time/plain-date.ts'
import type { Book } from '../book.ts'
import type { Deal } from './deal.ts'
import { RENEWAL_DAYS } from './renewals.ts'

/** How much has been done on a deal since it came up. */

/**
 * Days since the creation of a deal that nobody has ever worked on, closed days left out: no activity, and no stage
 * change. Undefined where something was done, and where that cannot be known: it is older than an export of activities
 * that is cut off, or it stands past the first stage and nothing tells how it came there.
 */
export function daysUnworked(deal: Deal, book: Pick<Book, 'activities' | 'knowledge'>): Days | undefined {
  const { created, lastActivity, daysSilent, position } = deal
  if (created === undefined || lastActivity !== undefined || daysSilent === undefined) return undefined
  const { begins, isToldBefore } = book.activities.window
  if (begins !== undefined && created < begins && !isToldBefore) return undefined
  // Where the export has stage changes, a deal without one has had none.
  const hasStageChanges = book.knowledge.get('stageDates') === undefined
  const hasMoved = deal.hasMoved ?? (!hasStageChanges && position !== undefined && position > 0)
  return hasMoved ? undefined : daysSilent
}

/** Completed touches on a deal and the time they are spread over. */
export interface WorkRate {
  readonly touches: number
  /** Weeks, and parts of one; closed days left out. */
  readonly weeks: number
  readonly since: PlainDate
  /** Whether they are counted from ninety days before the close of a renewal. */
  readonly isRenewalClock: boolean
}

/**
 * Touches since a deal was created; where the export of activities begins later, since then; of a renewal, which is as
 * old as its contract, since 90 days before its close. Undefined without a day of creation.
 */
export function workRate(
  deal: Deal,
  { activities, calendar }: Pick<Book, 'activities' | 'calendar'>,
): WorkRate | undefined {
  const { created, closeDate, lastActivity } = deal
  if (created === undefined) return undefined
  const renewing = deal.isRenewal && closeDate !== undefined ? addDays(closeDate, -RENEWAL_DAYS) : created
  const since = Math.max(created, renewing, activities.window.begins ?? created) as PlainDate
  const days = activities.touches(deal).flatMap((touch) => (touch.day >= since ? touch.day : []))
  // The CRM's own column can know of one that the export of activities does not hold.
  const isMissing = lastActivity !== undefined && lastActivity >= since && !days.includes(lastActivity)
  const weeks = calendar.daysSince(since, deal.owner) / 7
  return {
    touches: days.length + (isMissing ? 1 : 0),
    weeks,
    since,
    isRenewalClock: since > created && since === renewing,
  }
}
