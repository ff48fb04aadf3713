import type { Book } from '../book/book.ts'
import {
  judgeCreation,
  judgeWinning,
  type CreationJudgement,
  type Verdict,
  type WinningJudgement,
} from '../book/outcomes.ts'
import type { Rep } from '../book/rep.ts'
import type { Words } from '../words.ts'

/** The root causes; the fourth, leadership, shows only across the team. */
export type Cause = 'producing' | 'too-little-activity' | 'too-little-effectiveness' | 'both' | 'cannot-tell'

export interface Diagnosis {
  readonly cause: Cause
  /** The two or three numbers that say so, each a clause that can be read aloud. */
  readonly because: readonly string[]
  readonly creation: CreationJudgement | undefined
  readonly winning: WinningJudgement | undefined
}

/** Too little activity, too little effectiveness, both, neither, or an honest “cannot tell”. */
export function diagnose(rep: Rep, book: Book, words: Words): Diagnosis {
  if (rep.since === undefined && rep.deals.length === 0)
    return {
      cause: 'cannot-tell',
      because: ['nothing in this export is theirs'],
      creation: undefined,
      winning: undefined,
    }
  const creation = book.knowledge.get('created') === undefined ? judgeCreation(rep, book) : undefined
  const winning = book.knowledge.get('closings') === undefined ? judgeWinning(rep, book) : undefined
  return {
    cause: causeOf(creation?.verdict ?? 'unknown', winning?.verdict ?? 'unknown'),
    because: [
      creation === undefined ? 'no creation dates to judge by' : aboutCreation(creation, book, words),
      winning === undefined ? 'closings without dates' : aboutWinning(winning, words),
    ],
    creation,
    winning,
  }
}

function causeOf(creation: Verdict, winning: Verdict): Cause {
  if (creation === 'below') return winning === 'below' ? 'both' : 'too-little-activity'
  if (winning === 'below') return 'too-little-effectiveness'
  return creation === 'unknown' || winning === 'unknown' ? 'cannot-tell' : 'producing'
}

/** Fewer reps than this are no benchmark: the median is judged by, and not held up to anyone. */
const BENCHMARK_REPS = 5

/** Whose pace it is, in a reader's words. */
export function paceName(of: 'standard' | 'median rep', { reps }: Book): string {
  return of === 'standard' ? 'standard' : reps.length < BENCHMARK_REPS ? 'usual pace' : 'median rep’s pace'
}

function aboutCreation({ created, weeks, against }: CreationJudgement, book: Book, words: Words): string {
  const seen = `${created} new in ${words.count(weeks, 'week')}`
  if (against === undefined || (against.of === 'median rep' && book.reps.length < BENCHMARK_REPS)) return seen
  return `${seen} (${against.of} ${(against.perWeek * weeks).toFixed(0)})`
}

function aboutWinning({ verdict, won, closed, reference }: WinningJudgement, words: Words): string {
  if (closed === 0) return 'nothing closed in a year'
  if (verdict === 'unknown' || reference === undefined) return `won ${won} of ${closed} closed, too few to judge`
  return `wins ${words.percent(won / closed)} of ${closed} (${reference.of} ${words.percent(reference.winRate)})`
}
