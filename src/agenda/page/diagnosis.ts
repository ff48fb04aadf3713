import type { Book } from '../../book/book.ts'
import {
  judgeOutcomes,
  type CreationJudgement,
  type GoalJudgement,
  type RateJudgement,
  type WinningJudgement,
} from '../../book/team/outcomes.ts'
import { judgeProspecting, type ProspectingJudgement } from '../../book/activity/prospecting-pace.ts'
import { isAbsent, type Rep } from '../../book/team/rep.ts'
import { askedPace, hasTeamFallen, ownPace, type AskedPace } from '../../book/team/usual-creation.ts'
import { winRateTrend } from '../../book/team/win-rates.ts'
import { oncePer } from '../../kit/remembered.ts'
import type { Words } from '../../language/words.ts'

/** The root causes; the fourth, leadership, shows only across the team. */
export type Cause = 'producing' | 'too-little-activity' | 'too-little-effectiveness' | 'both' | 'cannot-tell'

export interface Diagnosis {
  readonly cause: Cause
  /** The two or three numbers that say so, each a clause that can be read aloud. */
  readonly because: readonly string[]
  readonly creation: CreationJudgement | undefined
  /** What is asked for where creation is below; undefined where it is not. */
  readonly asked: AskedPace | undefined
  readonly winning: WinningJudgement | undefined
  /** Enough is done to find new business, and too little comes of it: effectiveness is missing in creating. */
  readonly isCreatingIneffective: boolean
}

/** Whom the sentences are for: a rep’s own copy compares with nobody else’s numbers. */
type Reader = 'manager' | 'rep'

/** Too little activity, too little effectiveness, both, neither, or an honest “cannot tell”. */
export function diagnose(rep: Rep, book: Book, words: Words, reader: Reader = 'manager'): Diagnosis {
  if (isAbsent(rep))
    return {
      cause: 'cannot-tell',
      because: ['nothing in this export is theirs'],
      creation: undefined,
      asked: undefined,
      winning: undefined,
      isCreatingIneffective: false,
    }
  const { creation, winning } = judgeOutcomes(rep, book)
  const behind = winning?.goal?.verdict === 'below' ? [aboutGoal(winning.goal, words)] : []
  const activity = creation?.verdict === 'below' ? judgeProspecting(rep, book) : undefined
  const isCreatingIneffective = activity?.isEnough === true
  const isBothUnder = isUnderOnBoth(creation, winning)
  return {
    cause: isBothUnder ? 'cannot-tell' : causeOf(creation, winning, isCreatingIneffective),
    isCreatingIneffective,
    because: [
      ...(creation === undefined
        ? ['no creation dates to judge by']
        : aboutCreation(rep, creation, book, words, reader)),
      ...(activity === undefined ? [] : [aboutProspecting(activity, words, reader)]),
      winning === undefined
        ? whyNoRate(book)
        : aboutWinRate(winning.rate, words, reader) + aboutTrend(rep, book, words),
      ...(isBothUnder ? ['both are low, and too few to tell from chance'] : []),
      ...behind,
    ],
    creation,
    asked:
      creation?.verdict === 'below' && creation.against !== undefined
        ? askedPace(rep, book, creation, creation.against)
        : undefined,
    winning,
  }
}

/** Under so much of what is expected it looks low, whatever chance may explain. */
const LOW = 0.9

/** Low on both counts, and each may be chance: that is neither “producing” nor a cause. Who brings the goal produces. */
function isUnderOnBoth(creation: CreationJudgement | undefined, winning: WinningJudgement | undefined): boolean {
  if (creation?.verdict !== 'not-below' || winning?.rate.verdict !== 'not-below') return false
  if (winning.goal?.verdict === 'not-below' || winning.goal?.verdict === 'below') return false
  const { created, weeks, against } = creation
  const { won, closed, reference } = winning.rate
  return (
    against !== undefined &&
    reference !== undefined &&
    created < LOW * against.perWeek * weeks &&
    won < LOW * reference.winRate * closed
  )
}

/** Only verdicts are causes: too little created, too little won. A missed number is a result. */
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
  return creation === 'unknown' || rate === 'unknown' ? 'cannot-tell' : 'producing'
}

/** Fewer reps than this are no benchmark: the median is judged by, and not held up to anyone. */
const BENCHMARK_REPS = 5

/** Whose pace it is, in a reader's words. */
export function paceName(of: AskedPace['of'], { period }: Pick<Book, 'period'>): string {
  if (of === 'goal') return `pace that the ${period.label} goal takes`
  return { standard: 'standard', own: 'usual pace', others: 'pace of the others' }[of]
}

/** The count beside what says how much is to be expected, and what the count may not know. */
function aboutCreation(rep: Rep, judged: CreationJudgement, book: Book, words: Words, reader: Reader): string[] {
  const { created, unqualified, undated, verdict, weeks, against } = judged
  const seen = `${created} ${unqualified > 0 ? 'new and qualified' : 'new'} in ${words.count(weeks, 'week')}`
  const isUnsure = undated > 0 && verdict !== 'not-below'
  return [
    seen + besideUsual(rep, judged, book, reader),
    ...(isUnsure ? [undatedDeals(undated, verdict, book, words)] : []),
    ...(against?.of === 'others' ? teamsChange(judged, book, reader) : []),
  ]
}

/** The standard; where none is set, the rep’s own half-year before, and what the others opened each in the same weeks. */
function besideUsual(rep: Rep, { weeks, against }: CreationJudgement, book: Book, reader: Reader): string {
  if (against === undefined) return ''
  if (against.of !== 'others') return ` (${against.of} ${(against.perWeek * weeks).toFixed(0)})`
  const own = ownPace(rep, book, weeks)
  const others = reader === 'rep' ? undefined : against.perWeek * weeks
  const beside = [
    ...(own === undefined || own * weeks < WORTH_SAYING ? [] : [`own usual ${(own * weeks).toFixed(0)}`]),
    ...(others === undefined ? [] : [`the others ${others.toFixed(0)} each`]),
  ]
  return beside.length === 0 ? '' : ` (${beside.join(', ')})`
}

/** What all share is nobody’s own: said where even the median rep is below what was usual. */
function teamsChange({ weeks }: CreationJudgement, book: Book, reader: Reader): string[] {
  if (!isBenchmark(book) || !hasTeamFallen(book, weeks)) return []
  const usual = ((book.team.medianPace ?? 0) * weeks).toFixed(0)
  return [`the whole team has fallen${reader === 'rep' ? '' : `: the median rep usually opens ${usual}`}`]
}

/** Of one or none in so many weeks nothing is usual. */
const WORTH_SAYING = 1.5

const isBenchmark = oncePer(
  ({ reps }: Pick<Book, 'reps'>) => reps.filter((rep) => !isAbsent(rep)).length >= BENCHMARK_REPS,
)

function undatedDeals(undated: number, verdict: CreationJudgement['verdict'], book: Book, words: Words): string {
  const deals = words.count(undated, 'open deal')
  if (verdict === 'below') return `too few even with ${deals} without a creation date`
  const column = book.reading.columns.get('created')
  const cure = column === undefined ? '' : `: fill “${column}”`
  return `${deals} without a creation date may be new too${cure}`
}

function aboutProspecting({ prospecting, weeks, against }: ProspectingJudgement, words: Words, reader: Reader): string {
  const seen = `${words.count(prospecting, 'prospecting activity', 'prospecting activities')} in ${words.count(weeks, 'week')}`
  if (against.of !== 'standard' && reader === 'rep') return seen
  const whose = against.of === 'standard' ? 'standard' : 'those who produce'
  return `${seen} (${whose} ${Math.round(against.perWeek * weeks)})`
}

function aboutWinRate(judged: RateJudgement, words: Words, reader: Reader): string {
  const { verdict, won, closed, unclear, reference } = judged
  if (unclear > 0 && reference === undefined)
    return `no win rate: the outcome or the day of ${words.count(unclear, 'closed deal')} is not known`
  if (closed === 0) return unclear > 0 ? 'nothing closed on a day that is known' : 'nothing closed in a year'
  if (verdict === 'unknown' || reference === undefined) return `won ${won} of ${closed} closed, too few to judge`
  const seen = `wins ${words.percent(won / closed)} of ${closed}`
  if (reference.of === 'others' && reader === 'rep') return seen
  return `${seen} (${reference.of} ${words.percent(reference.winRate)})`
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

/** Unknown is not none: why no win rate can be told. */
function whyNoRate({ data }: Pick<Book, 'data'>): string {
  const filtered = data.findings.find((one) => one.id === 'outcomes-missing')
  if (filtered?.id !== 'outcomes-missing') return 'closings without dates'
  const missing = filtered.missing === 'closed' ? 'won or lost' : filtered.missing
  return `win rate not known, as this export has no ${missing} deals`
}
