import type { Book } from '../book/book.ts'
import {
  judgeOutcomes,
  type CreationJudgement,
  type ExpectedPace,
  type GoalJudgement,
  type RateJudgement,
  type WinningJudgement,
} from '../book/outcomes.ts'
import { judgeProspecting, type ProspectingJudgement } from '../book/prospecting-pace.ts'
import type { Rep } from '../book/rep.ts'
import { winRateTrend } from '../book/win-rates.ts'
import type { Words } from '../words.ts'

/** The root causes; the fourth, leadership, shows only across the team. */
export type Cause = 'producing' | 'too-little-activity' | 'too-little-effectiveness' | 'both' | 'cannot-tell'

export interface Diagnosis {
  readonly cause: Cause
  /** The two or three numbers that say so, each a clause that can be read aloud. */
  readonly because: readonly string[]
  readonly creation: CreationJudgement | undefined
  readonly winning: WinningJudgement | undefined
  /** Enough is done to find new business, and too little comes of it: effectiveness is missing in creating. */
  readonly isCreatingIneffective: boolean
}

/** Too little activity, too little effectiveness, both, neither, or an honest “cannot tell”. */
export function diagnose(rep: Rep, book: Book, words: Words): Diagnosis {
  if (rep.since === undefined && rep.deals.length === 0)
    return {
      cause: 'cannot-tell',
      because: ['nothing in this export is theirs'],
      creation: undefined,
      winning: undefined,
      isCreatingIneffective: false,
    }
  const { creation, winning } = judgeOutcomes(rep, book)
  const behind = winning?.goal?.verdict === 'below' ? [aboutGoal(winning.goal, words)] : []
  const activity = creation?.verdict === 'below' ? judgeProspecting(rep, book) : undefined
  const isCreatingIneffective = activity?.isEnough === true
  return {
    cause: causeOf(creation, winning, isCreatingIneffective),
    isCreatingIneffective,
    because: [
      creation === undefined ? 'no creation dates to judge by' : aboutCreation(creation, book, words),
      ...(activity === undefined ? [] : [aboutProspecting(activity, words)]),
      winning === undefined
        ? 'closings without dates'
        : aboutWinRate(winning.rate, words) + aboutTrend(rep, book, words),
      ...behind,
    ],
    creation,
    winning,
  }
}

/**
 * Being behind the goal is a result: it tells that a rep does not produce, and its cause is where creation or the win
 * rate is below. Where neither is, what is created is not turned into the goal; where one is unknown, nobody can say.
 */
function causeOf(
  created: CreationJudgement | undefined,
  winning: WinningJudgement | undefined,
  isCreatingIneffective: boolean,
): Cause {
  const creation = created?.verdict ?? 'unknown'
  const rate = winning?.rate.verdict ?? 'unknown'
  if (creation === 'below' && isCreatingIneffective) return 'too-little-effectiveness'
  if (creation === 'below') return rate === 'below' ? 'both' : 'too-little-activity'
  if (rate === 'below') return 'too-little-effectiveness'
  const isBehind = winning?.verdict === 'below'
  if (isBehind) return creation === 'not-below' && rate === 'not-below' ? 'too-little-effectiveness' : 'cannot-tell'
  return creation === 'unknown' || (winning?.verdict ?? 'unknown') === 'unknown' ? 'cannot-tell' : 'producing'
}

/** Fewer reps than this are no benchmark: the median is judged by, and not held up to anyone. */
const BENCHMARK_REPS = 5

/** Whose pace it is, in a reader's words. */
export function paceName(of: ExpectedPace['of'], { reps, period }: Book): string {
  if (of === 'goal') return `pace that the ${period.label} goal takes`
  return of === 'standard' ? 'standard' : reps.length < BENCHMARK_REPS ? 'usual pace' : 'median rep’s pace'
}

function aboutCreation(judged: CreationJudgement, book: Book, words: Words): string {
  const { created, unqualified, weeks, against } = judged
  const seen = `${created} ${unqualified > 0 ? 'new and qualified' : 'new'} in ${words.count(weeks, 'week')}`
  if (against === undefined || (against.of === 'median rep' && book.reps.length < BENCHMARK_REPS)) return seen
  return `${seen} (${against.of} ${(against.perWeek * weeks).toFixed(0)})`
}

function aboutProspecting({ prospecting, weeks, against }: ProspectingJudgement, words: Words): string {
  const whose = against.of === 'standard' ? 'standard' : 'those who produce'
  const seen = words.count(prospecting, 'prospecting activity', 'prospecting activities')
  return `${seen} in ${words.count(weeks, 'week')} (${whose} ${Math.round(against.perWeek * weeks)})`
}

function aboutWinRate({ verdict, won, closed, reference }: RateJudgement, words: Words): string {
  if (closed === 0) return 'nothing closed in a year'
  if (verdict === 'unknown' || reference === undefined) return `won ${won} of ${closed} closed, too few to judge`
  return `wins ${words.percent(won / closed)} of ${closed} (${reference.of} ${words.percent(reference.winRate)})`
}

/** A talented rep who has stopped needs other help than one who never won more. */
function aboutTrend(rep: Rep, book: Book, words: Words): string {
  const trend = winRateTrend(rep, book)
  if (trend === undefined) return ''
  const { recent, before, months, change } = trend
  const earlier = months < 12 ? `${months} months` : 'year'
  return `, ${words.percent(recent.rate)} in the last half-year, ${change} from ${words.percent(before.rate)} in the ${earlier} before`
}

/** The share that is due, and by what it is known, beside what was won: a reader can redo it. */
function aboutGoal({ goal, progress, expected }: GoalJudgement, words: Words): string {
  const { label } = goal.period
  const due =
    progress.from === 'earlier periods'
      ? `${words.percent(progress.share)} is usually won by now`
      : `${words.percent(progress.share)} of the days have passed`
  const won = `won ${words.money(goal.won ?? 0)} of the ${label} goal of ${words.money(goal.amount)}`
  return `${won}, where ${words.money(expected)} was due: ${due}`
}
