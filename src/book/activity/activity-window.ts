import type { PlainDate } from '../../time/plain-date.ts'
import type { ReviewCalendar } from '../kit/calendar.ts'
import type { DealEvents } from './deal-events.ts'
import type { Deal } from '../deals/deal.ts'

/** The days that the exports of activities reach from and to. */
export interface ActivityWindow {
  /**
   * The day with which they begin, where they hold only the last weeks or months: what was done before that day is
   * unknown, and not nothing. Undefined where they hold all there is.
   */
  readonly begins: PlainDate | undefined
  /** Whether the deals' own column with the last activity tells of the time before. */
  readonly isToldBefore: boolean
  /**
   * The day with which they end, where everybody’s ends there and that is days ago: such an export is more likely old than
   * a whole team silent. Undefined where they go on to the review.
   */
  readonly ends: PlainDate | undefined
}

/** From this share of the open deals on, ten at least, it is the export that begins late, and not the work on the deals. */
const CUT_OFF = { share: 0.25, deals: 10 }
/** So long a deal can lie before anybody touches it. */
const WAITING_DAYS = 14

/** More than a weekend without an activity, after four weeks with at least so many of them. */
const STOPPED = { days: 4, within: 28, activities: 20 }

/** Cut off where a quarter of the open deals was there a fortnight or more before the first activity of all. */
export function activityWindow(
  dealEvents: DealEvents,
  deals: readonly Deal[],
  calendar: ReviewCalendar,
): ActivityWindow {
  const first = firstDay(dealEvents, calendar.asOf)
  const open = deals.filter(({ state }) => state === 'open')
  const older = open.filter(
    ({ created }) => created !== undefined && first !== undefined && created <= first - WAITING_DAYS,
  )
  const isCutOff = older.length >= CUT_OFF.deals && older.length >= CUT_OFF.share * open.length
  const begins = isCutOff ? first : undefined
  const isToldBefore =
    begins !== undefined && open.some(({ lastActivity }) => lastActivity !== undefined && lastActivity < begins)
  return { begins, isToldBefore, ends: lastDayOfAll(dealEvents, calendar) }
}

/** The day of the first completed activity. */
export function firstDay(dealEvents: DealEvents, asOf: PlainDate): PlainDate | undefined {
  const { events } = dealEvents
  let first: PlainDate | undefined
  for (let event = 0; event < events.length; event++) {
    const day = events.day(event)
    if (day !== undefined && day < (first ?? Infinity) && dealEvents.tookPlace(event, asOf)) first = day
  }
  return first
}

/** Undefined where there is no such stop. */
function lastDayOfAll(dealEvents: DealEvents, calendar: ReviewCalendar): PlainDate | undefined {
  const { events } = dealEvents
  const days: PlainDate[] = []
  for (let event = 0; event < events.length; event++) {
    const day = events.day(event)
    if (day === undefined || day <= calendar.asOf - STOPPED.within - WAITING_DAYS) continue
    if (dealEvents.tookPlace(event, calendar.asOf)) days.push(day)
  }
  const [last] = days.toSorted((a, b) => b - a)
  if (last === undefined || calendar.daysSince(last, undefined) <= STOPPED.days) return undefined
  return days.filter((day) => day > last - STOPPED.within).length < STOPPED.activities ? undefined : last
}
