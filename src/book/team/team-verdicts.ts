import { oncePer } from '../../kit/remembered.ts'
import { addDays } from '../../time/plain-date.ts'
import type { Book } from '../book.ts'
import { isCleanUp } from './clean-ups.ts'
import { isQualified } from '../deals/qualified.ts'
import { elapsedShare, previousPeriod } from '../goals/period.ts'
import { median, sum } from '../kit/statistics.ts'
import type { PastRepVerdict } from '../past/past.ts'
import { valueFor } from '../settings.ts'
import { measureCreation } from './measures.ts'
import { isAbsent, type Rep } from './rep.ts'
import { type Outcome, type RepRecord } from './verdicts.ts'
import { judgeTeam, type Verdict, type Verdicts, type WeakBefore } from './judge-team.ts'

/** Nobody is compared in the first 90 days. */
const NEW_REP_DAYS = 90
const YEAR_DAYS = 365
/** As far back as a replay looks: eight weeks, and what is usual before them. */
const WEEKS = 40

/** What stands of each rep's two outcomes. */
export const verdictsOf = oncePer((book: Book): Verdicts => {
  const reps = book.reps.filter((rep) => !isAbsent(rep))
  const middle = median(reps.map((rep) => wonInYear(rep, book)))
  const records = reps.map((rep) => ({ ...recordOf(rep, book), isOnCourse: isOnCourse(rep, middle, book) }))
  return judgeTeam(records, book.asOf, weakBefore(book))
})

/** Of the goal as much is won as of the period is gone; without goals as much in a year as the middle rep. */
function isOnCourse(rep: Rep, middle: number | undefined, book: Book): boolean {
  if (rep.goal?.won !== undefined) return rep.goal.won >= rep.goal.amount * elapsedShare(book.period, book.asOf)
  return middle !== undefined && middle > 0 && wonInYear(rep, book) >= middle
}

function wonInYear({ deals }: Rep, { asOf }: Book): number {
  const since = addDays(asOf, -YEAR_DAYS)
  return sum(
    deals.flatMap(({ state, closedOn, amount }) =>
      state === 'won' && closedOn !== undefined && closedOn > since && closedOn <= asOf ? (amount ?? []) : [],
    ),
  )
}

function recordOf(rep: Rep, book: Book): RepRecord {
  const { calendar, settings } = book
  const firstWeek = rep.since === undefined ? Infinity : (calendar.weekOf(rep.since) ?? -1)
  // Where the outcome of too many is not known, or nothing was ever lost, no rate says anything.
  const isKnown = book.team.closings.winRate !== undefined && rep.closings.winRate !== undefined
  const closings = (isKnown ? rep.deals : [])
    .flatMap((deal) => {
      const { state, isRenewal, closedOn, closeDateAhead } = deal
      if (isRenewal || (state !== 'won' && state !== 'lost') || isCleanUp(deal, book)) return []
      // Whoever promised a day that is still to come was at it within the year.
      const day = closedOn ?? (closeDateAhead === undefined ? undefined : book.asOf)
      return day === undefined || day > book.asOf ? [] : [{ day, isWon: state === 'won' }]
    })
    .sort((a, b) => a.day - b.day)
  const first = hasNoDeals(rep) ? undefined : (rep.since ?? closings[0]?.day)
  return {
    name: rep.name,
    createdByWeek: qualifiedByWeek(rep, book),
    workedByWeek: Array.from(
      { length: WEEKS },
      (_, week) => week <= firstWeek && !calendar.isClosedWeek(week, rep.name),
    ),
    closings,
    // Of whom no creation date is known the first closing tells the same.
    from: first === undefined ? undefined : addDays(first, NEW_REP_DAYS),
    standard: {
      creation: valueFor(settings.standards.newOpportunities, rep.name, rep.level),
      winning: valueFor(settings.standards.winRate, rep.name, rep.level),
    },
  }
}

/** Whoever has never had a deal in these files may sell nothing, or sell elsewhere: nothing is compared. A goal says otherwise. */
export function hasNoDeals({ deals, opened, goal }: Rep): boolean {
  return deals.length === 0 && opened.length === 0 && goal === undefined
}

/** Beside a standard only what the config calls qualified counts; beside the others, everything. */
function qualifiedByWeek(rep: Rep, book: Book): readonly number[] {
  const { standards } = book.settings
  const qualified = valueFor(standards.qualified, rep.name, rep.level)
  const all = rep.creation.newBusinessByWeek
  if (qualified === undefined || valueFor(standards.newOpportunities, rep.name, rep.level) === undefined) return all
  const others = rep.deals.filter((deal) => !isQualified(deal, qualified, book))
  const unqualified = measureCreation(others, book.calendar, rep.name, rep.since).newBusinessByWeek
  return all.map((count, week) => count - (unqualified[week] ?? 0))
}

/** A review longer ago than this says nothing about now. */
const LAST_REVIEW_DAYS = 56

/** What the last review said, where it is recent and kept its verdicts. */
function weakBefore({ past, asOf }: Book): WeakBefore {
  const last = past.reviews.find(({ kept, asOf: day }) => kept !== undefined && day >= asOf - LAST_REVIEW_DAYS)
  const verdicts = last?.kept?.verdicts
  if (verdicts === undefined) return undefined
  const weak = (outcome: Outcome) =>
    new Set(verdicts.filter((one) => one.outcome === outcome && one.isWeak).map(({ rep }) => rep))
  return { creation: weak('creation'), winning: weak('winning') }
}

/** What a review keeps of its verdicts. */
export function keptVerdicts(book: Book): readonly PastRepVerdict[] {
  const verdicts = verdictsOf(book)
  return (['creation', 'winning'] as const).flatMap((outcome) =>
    [...verdicts[outcome]].map(([rep, { isWeak, probability }]) => ({
      rep,
      outcome,
      isWeak,
      probability: Math.round(probability * 1000) / 1000,
    })),
  )
}

/**
 * A verdict on winning; whoever reached the last or the current goal is not called ineffective, whatever the rate says.
 */
export function winningVerdict(rep: Rep, book: Book): Verdict | undefined {
  const verdict = verdictsOf(book).winning.get(rep.name)
  return verdict === undefined || !verdict.isWeak || !hasReachedGoal(rep, book)
    ? verdict
    : { ...verdict, isWeak: false }
}

/** The present goal, or that of the period before. */
function hasReachedGoal(rep: Rep, book: Book): boolean {
  const { period, goals, asOf } = book
  const reached = [rep.goal, goals.of(rep, rep.deals, previousPeriod(period), asOf)]
  return reached.some((goal) => goal?.won !== undefined && goal.won >= goal.amount)
}
