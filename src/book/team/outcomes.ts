import { addDays, type PlainDate } from '../../time/plain-date.ts'
import type { Book } from '../book.ts'
import { isQualified } from '../deals/qualified.ts'
import type { Goal } from '../goals/goal.ts'
import { isGoalJudged } from '../goals/goals.ts'
import type { Progress } from '../goals/progress.ts'
import { asPromised, type CreationNeeded } from '../goals/what-it-takes.ts'
import { poissonAtMost } from '../kit/chances.ts'
import { valueFor } from '../settings.ts'
import { measureCreation, pace } from './measures.ts'
import type { Rep } from './rep.ts'
import { verdictsOf, winningVerdict } from './team-verdicts.ts'
import { VERDICT } from './verdicts.ts'
import { earningOf } from './win-rates.ts'

/** Whether a rep produces: the two outcomes, each judged only on enough data. */
export type Verdict = 'below' | 'not-below' | 'unknown'

/** A pace of creation that is to be expected, and what says so. */
export interface ExpectedPace {
  /** New business a week. */
  readonly perWeek: number
  readonly of: 'standard' | 'goal' | 'others'
  /** The arithmetic, where the goal says so. */
  readonly needed?: CreationNeeded
}

/** New business created over some weeks beside what was to be expected. */
export interface CreationJudgement {
  readonly verdict: Verdict
  /** New business that counts: of what the config calls qualified, except beside the others. */
  readonly created: number
  /** New business of the same weeks that does not count, because it is not qualified. */
  readonly unqualified: number
  /** Open new business without a creation date: it may be of these weeks too. */
  readonly undated: number
  readonly weeks: number
  /** The pace that was to be expected, and whose it is; undefined where there is nothing to compare with. */
  readonly against: ExpectedPace | undefined
}

const BELOW = 0.75
const UNLIKELY = 0.1

/**
 * Creation is below where the verdict says so (`verdicts.ts`): beside the others of the same weeks, or the standard.
 * Unknown where open deals without a creation date could make it enough, or where counts are too small to tell anything.
 * Undefined where the rep was not there in those weeks.
 */
export function judgeCreation(rep: Rep, book: Book): CreationJudgement | undefined {
  const verdict = verdictsOf(book).creation.get(rep.name)
  const weeks = verdict?.of ?? CREATION_WEEKS
  const seen = judgeWeeks(rep, book, weeks, BELOW, standardPace(rep, book))
  if (seen === undefined || verdict === undefined)
    return seen === undefined ? undefined : { ...seen, verdict: 'unknown' }
  const { count, against, expected, others } = verdict
  const perRep = others === undefined || others.of === 0 ? expected : others.count / others.of
  const isEnoughWithUndated = count + seen.undated >= (1 - VERDICT.margin) * expected * weeks
  return {
    ...seen,
    created: count,
    weeks,
    verdict: !verdict.isWeak ? 'not-below' : isEnoughWithUndated ? 'unknown' : 'below',
    against: { perWeek: perRep, of: against },
  }
}

/** The weeks of a creation verdict where nobody can be compared. */
const CREATION_WEEKS = 13

/** The standard; where none is set, what the goal takes; undefined where that takes nothing or is unknown. */
export function expectedPace(rep: Rep, book: Book): ExpectedPace | undefined {
  return standardPace(rep, book) ?? goalPace(rep, book)
}

function standardPace(rep: Rep, { settings }: Book): ExpectedPace | undefined {
  const perWeek = valueFor(settings.standards.newOpportunities, rep.name, rep.level)
  return perWeek === undefined ? undefined : { perWeek, of: 'standard' }
}

/** What the goal takes beside what the open deals will bring; nothing where those are enough for it. */
function goalPace(rep: Rep, book: Book): ExpectedPace | undefined {
  const needed = asPromised(rep, book)?.creation
  return needed === undefined || needed.perWeek === 0 ? undefined : { perWeek: needed.perWeek, of: 'goal', needed }
}

/** New business of the last so many weeks beside an expected pace: below under a given share of it. */
export function judgeWeeks(
  rep: Rep,
  book: Book,
  weeks: number,
  share: number,
  against: ExpectedPace | undefined,
): CreationJudgement | undefined {
  const own = pace(rep.creation, book.calendar, { from: 0, to: weeks - 1 }, rep)
  if (own === undefined) return undefined
  const unqualified = against === undefined ? 0 : countUnqualified(rep, book, weeks)
  const created = own.created - unqualified
  const undated = countUndated(rep, addDays(book.asOf, -7 * weeks))
  const base = { created, unqualified, undated, weeks: own.weeks }
  if (against === undefined || against.perWeek === 0) return { ...base, verdict: 'unknown', against: undefined }
  const expected = against.perWeek * own.weeks
  const isShort = (count: number) => count < share * expected
  const verdict = !isShort(created) ? 'not-below' : isShort(created + undated) ? 'below' : 'unknown'
  return { ...base, verdict, against }
}

/** So few are unlikely by chance where `expected` were to be expected. */
export function isUnlikelyFew(count: number, expected: number): boolean {
  return poissonAtMost(count, expected) < UNLIKELY
}

/** What a rep is below where no standard says so: under three quarters of what is usual, and not by chance. */
export function isBelowUsual(count: number, usual: number): boolean {
  return count < BELOW * usual && isUnlikelyFew(count, usual)
}

/** Open new business of which nobody knows that it was there before a day. */
export function countUndated({ open }: Pick<Rep, 'open'>, before: PlainDate): number {
  return open.filter(
    ({ isRenewal, created, importedOn }) => !isRenewal && created === undefined && (importedOn ?? before) >= before,
  ).length
}

function countUnqualified(rep: Rep, book: Book, weeks: number): number {
  const qualified = valueFor(book.settings.standards.qualified, rep.name, rep.level)
  if (qualified === undefined) return 0
  const since = addDays(book.asOf, -7 * weeks)
  const others = rep.deals.filter(
    (deal) => deal.created !== undefined && deal.created > since && !isQualified(deal, qualified, book),
  )
  const creation = measureCreation(others, book.calendar, rep.name, rep.since)
  return pace(creation, book.calendar, { from: 0, to: weeks - 1 }, rep)?.created ?? 0
}

/** Wins and losses of the last 365 days beside the team's rate, or the standard. */
export interface RateJudgement {
  readonly verdict: Verdict
  readonly won: number
  readonly closed: number
  /** Deals that are over, of which the outcome or the day is not known. */
  readonly unclear: number
  /** The rate of all other reps together, or the standard. */
  readonly reference: { readonly winRate: number; readonly of: 'standard' | 'others' } | undefined
}

/**
 * The win rate is below where the verdict says so (`verdicts.ts`): beside all others together, or the standard. Clean-ups
 * are no losses. Unknown where too little was closed to tell anything, and in a rep's first 90 days.
 */
export function judgeWinRate(rep: Rep, book: Book): RateJudgement {
  const { newBusinessWon: won, newBusinessLost: lost, unclear } = rep.closings
  const tested = winningVerdict(rep, book)
  if (tested !== undefined) {
    const reference = { winRate: tested.expected, of: tested.against } as const
    const verdict = tested.isWeak ? 'below' : 'not-below'
    return { verdict, won: tested.count, closed: tested.of, unclear, reference }
  }
  const standard = valueFor(book.settings.standards.winRate, rep.name, rep.level)
  const winRate = standard ?? book.team.closings.winRate
  const isUnknown = winRate === undefined || (won + lost > 0 && rep.closings.winRate === undefined)
  const of = standard === undefined ? 'others' : 'standard'
  const reference = isUnknown ? undefined : ({ winRate, of } as const)
  return { verdict: 'unknown', won, closed: won + lost, unclear, reference }
}

/** What was won in the period beside what of the goal is usually won by this day. In the review's currency. */
export interface GoalJudgement {
  readonly verdict: Verdict
  readonly goal: Goal
  readonly progress: Progress
  /** goal × the share that is usually won by this day. */
  readonly expected: number
}

const BEHIND = 0.8
/** Without an average win to go by, this much of the goal has to be due. */
const DUE_SHARE = 0.25

/**
 * Behind the goal when under 80 % of goal × the share that the team has usually won by this day is won. Nobody
 * is behind before one average win was due. Judged where four in five wins of the period have an amount, and where the rep
 * was there from its beginning. Undefined without a goal.
 */
export function judgeGoal(rep: Rep, book: Book): GoalJudgement | undefined {
  const { goal } = rep
  if (goal === undefined) return undefined
  const { progress } = book
  const expected = goal.amount * progress.share
  const base = { goal, progress, expected }
  const average = earningOf(rep, book)?.averageWon
  const isDue = average === undefined ? progress.share >= DUE_SHARE : expected >= average
  if (goal.won === undefined || !isGoalJudged(rep, goal)) return { ...base, verdict: 'unknown' }
  if (goal.won >= BEHIND * expected) return { ...base, verdict: 'not-below' }
  return { ...base, verdict: isDue ? 'below' : 'unknown' }
}

/** Winning, and the goal beside it. */
export interface WinningJudgement {
  /** The win rate’s. A missed number is a result, and no cause. */
  readonly verdict: Verdict
  readonly rate: RateJudgement
  readonly goal: GoalJudgement | undefined
}

export function judgeWinning(rep: Rep, book: Book): WinningJudgement {
  const rate = judgeWinRate(rep, book)
  return { verdict: rate.verdict, rate, goal: judgeGoal(rep, book) }
}

/** The two outcomes by which a rep is known; undefined where the exports cannot tell. */
export interface OutcomesJudged {
  readonly creation: CreationJudgement | undefined
  readonly winning: WinningJudgement | undefined
}

export function judgeOutcomes(rep: Rep, book: Book): OutcomesJudged {
  return {
    creation: book.knowledge.get('created') === undefined ? judgeCreation(rep, book) : undefined,
    winning: book.knowledge.get('closings') === undefined ? judgeWinning(rep, book) : undefined,
  }
}

/**
 * A rep produces who is below in neither outcome, and short neither of a goal nor of a standard that is set: those are
 * no verdicts, but who misses them is not left alone. Too little data is not “not producing”.
 */
export function produces(rep: Rep, book: Book): boolean {
  const { creation, winning } = judgeOutcomes(rep, book)
  const isShort = creation !== undefined && isShortOfStandard(rep, book)
  return creation?.verdict !== 'below' && winning?.verdict !== 'below' && winning?.goal?.verdict !== 'below' && !isShort
}

const STANDARD_WEEKS = 4

function isShortOfStandard(rep: Rep, book: Book): boolean {
  const standard = standardPace(rep, book)
  return standard !== undefined && judgeWeeks(rep, book, STANDARD_WEEKS, BELOW, standard)?.verdict === 'below'
}
