import { addDays, type PlainDate } from '../../time/plain-date.ts'
import type { ReviewCalendar } from '../kit/calendar.ts'
import type { Deal } from '../deals/deal.ts'
import type { Closings, Creation, Rep } from './rep.ts'
import { mean, median, sum } from '../kit/statistics.ts'

/** The longest streak that is counted. */
export const LONGEST_STREAK = 52
/** How far back creation is counted: a rep's own pace lies before a streak, which can be long. */
const WEEKS = 156

const CLOSING_DAYS = 365

/** Closings from which a win rate, a rep's or the team's, is worth saying and reckoning with. */
export const ENOUGH_CLOSINGS = 10

/** @param since the rep's first day: a streak does not reach beyond it. */
export function measureCreation(
  deals: readonly Deal[],
  calendar: ReviewCalendar,
  rep: string | undefined,
  since: PlainDate | undefined,
): Creation {
  const byWeek = Array.from({ length: WEEKS }, () => 0)
  const newBusinessByWeek = [...byWeek]
  let lastCreated: PlainDate | undefined
  let lastNewBusiness: PlainDate | undefined
  for (const deal of deals) {
    if (deal.created === undefined) continue
    lastCreated = later(lastCreated, deal.created)
    if (!deal.isRenewal) lastNewBusiness = later(lastNewBusiness, deal.created)
    const week = calendar.weekOf(deal.created)
    if (week === undefined || week >= WEEKS) continue
    byWeek[week] = (byWeek[week] ?? 0) + 1
    if (!deal.isRenewal) newBusinessByWeek[week] = (newBusinessByWeek[week] ?? 0) + 1
  }
  const weeksWithoutNew = emptyWeeks(byWeek, calendar, rep, since)
  return { byWeek, newBusinessByWeek, lastCreated, lastNewBusiness, weeksWithoutNew }
}

function later(a: PlainDate | undefined, b: PlainDate): PlainDate {
  return a === undefined || b > a ? b : a
}

/** Weeks in a row, from week 0 on, in which nothing was created; closed weeks and those before `since` do not count. */
export function emptyWeeks(
  byWeek: readonly number[],
  calendar: ReviewCalendar,
  rep: string | undefined,
  since: PlainDate | undefined,
): number {
  const first = since === undefined ? undefined : calendar.weekOf(since)
  let weeks = 0
  for (const [week, created] of byWeek.slice(0, LONGEST_STREAK).entries()) {
    if (created > 0 || (first !== undefined && week > first)) break
    if (!calendar.isClosedWeek(week, rep)) weeks++
  }
  return weeks
}

/** New business a week over the weeks `from` to `to`, closed weeks and those before `since` left out. */
export function pace(
  creation: Creation,
  calendar: ReviewCalendar,
  weeks: { from: number; to: number },
  rep: Pick<Rep, 'name' | 'since'>,
): { created: number; weeks: number; perWeek: number } | undefined {
  const first = rep.since === undefined ? WEEKS : (calendar.weekOf(rep.since) ?? -1)
  let created = 0
  let counted = 0
  for (let week = weeks.from; week <= Math.min(weeks.to, first, WEEKS - 1); week++) {
    if (calendar.isClosedWeek(week, rep.name)) continue
    created += creation.newBusinessByWeek[week] ?? 0
    counted++
  }
  return counted === 0 ? undefined : { created, weeks: counted, perWeek: created / counted }
}

/** Above this share of closings without a day or an outcome the others are a chosen few. */
const UNDATED = 0.2

/**
 * Counts what was closed in the 365 days up to and including the as-of day.
 *
 * @param isRateKnown false where the export holds only one of the two outcomes.
 */
export function measureClosings(deals: readonly Deal[], asOf: PlainDate, isRateKnown = true): Closings {
  const since = addDays(asOf, -CLOSING_DAYS)
  const closed = deals.filter(({ closedOn, closeDateAhead }) =>
    // Whoever promised a day that is still to come was at it within the year.
    closedOn === undefined ? closeDateAhead !== undefined : closedOn > since && closedOn <= asOf,
  )
  const won = closed.filter((deal) => deal.state === 'won')
  const lost = closed.filter((deal) => deal.state === 'lost')
  const newBusiness = won.filter((deal) => !deal.isRenewal)
  const newBusinessLost = lost.filter((deal) => !deal.isRenewal).length
  const trials = newBusiness.length + newBusinessLost
  const unclear = deals.filter(isUnclear).length
  const isKnown = isRateKnown && trials > 0 && unclear <= UNDATED * (closed.length + unclear)
  return {
    won: won.length,
    lost: lost.length,
    newBusinessWon: newBusiness.length,
    newBusinessLost,
    unclear,
    winRate: isKnown ? newBusiness.length / trials : undefined,
    averageWon: mean(newBusiness.flatMap((deal) => deal.amount ?? [])),
    cycleDays: median(newBusiness.flatMap((deal) => deal.age ?? [])),
  }
}

/** Whether a deal is or may be over, and the outcome or the day of closing is not known. */
function isUnclear({ state, isStateAsked, closedOn, closeDateAhead }: Deal): boolean {
  return (
    isStateAsked || state === 'unknown' || (state !== 'open' && closedOn === undefined && closeDateAhead === undefined)
  )
}

/** Sum of the known amounts; undefined where none is known. */
export function totalAmount(deals: readonly Deal[]): number | undefined {
  const amounts = deals.flatMap((deal) => deal.amount ?? [])
  return amounts.length === 0 ? undefined : sum(amounts)
}
