import type { Book } from './book.ts'
import { pace } from './measures.ts'
import type { Rep } from './rep.ts'
import { valueFor } from './settings.ts'
import { poissonAtMost, wilson } from './statistics.ts'

/** Whether a rep produces: the two outcomes, each judged only on enough data. */
export type Verdict = 'below' | 'not-below' | 'unknown'

/** New business created over some weeks beside what was to be expected. */
export interface CreationJudgement {
  readonly verdict: Verdict
  readonly created: number
  readonly weeks: number
  /** The pace that was to be expected, and whose it is; undefined where there is nothing to compare with. */
  readonly against: { readonly perWeek: number; readonly of: 'standard' | 'median rep' } | undefined
}

const BELOW = 0.75
const UNLIKELY = 0.1
const CREATION_WEEKS = { least: 4, most: 26 } as const

/**
 * Creation is below when new business over the longer of four weeks and one median cycle (26 weeks at most) is under
 * 75 % of the standard; where none is set, under 75 % of the median rep's pace and so few unlikely by chance (Poisson,
 * P(X ≤ x) < 0.10). Undefined where the rep was not there in those weeks.
 */
export function judgeCreation(rep: Rep, book: Book): CreationJudgement | undefined {
  const cycle = Math.ceil((book.norms.medianCycle ?? 0) / 7)
  return judgeWeeks(rep, book, Math.min(CREATION_WEEKS.most, Math.max(CREATION_WEEKS.least, cycle)), BELOW)
}

/** The same over a given number of weeks and below a given share. */
export function judgeWeeks(rep: Rep, book: Book, weeks: number, share: number): CreationJudgement | undefined {
  const own = pace(rep.creation, book.calendar, { from: 0, to: weeks - 1 }, rep)
  if (own === undefined) return undefined
  const standard = valueFor(book.settings.standards.newOpportunities, rep.name, rep.level)
  const median = rep.isNew ? undefined : book.team.medianPace
  const perWeek = standard ?? median
  const base = { created: own.created, weeks: own.weeks }
  if (perWeek === undefined || perWeek === 0) return { ...base, verdict: 'unknown', against: undefined }
  const expected = perWeek * own.weeks
  const isFew = own.created < share * expected
  const isBelow = isFew && (standard !== undefined || poissonAtMost(own.created, expected) < UNLIKELY)
  const of = standard === undefined ? 'median rep' : 'standard'
  return { ...base, verdict: isBelow ? 'below' : 'not-below', against: { perWeek, of } }
}

/** Wins and losses of the last 365 days beside the team's rate, or the standard. */
export interface WinningJudgement {
  readonly verdict: Verdict
  readonly won: number
  readonly closed: number
  readonly reference: { readonly winRate: number; readonly of: 'standard' | 'team' } | undefined
}

const ENOUGH = 5
const Z = 1.645

/**
 * Winning is below when even the upper end of the Wilson interval (z = 1.645) is under the team's rate or the
 * standard; judged only where at that rate five wins and five losses were to be expected.
 */
export function judgeWinning(rep: Rep, book: Book): WinningJudgement {
  const { newBusinessWon: won, newBusinessLost: lost } = rep.closings
  const { winRate: standard } = book.settings.standards
  const winRate = standard ?? book.team.closings.winRate
  const closed = won + lost
  if (winRate === undefined) return { verdict: 'unknown', won, closed, reference: undefined }
  const reference = { winRate, of: standard === undefined ? 'team' : 'standard' } as const
  const isEnough = closed * winRate >= ENOUGH && closed * (1 - winRate) >= ENOUGH
  const upper = wilson(won, closed, Z)?.high
  if (!isEnough || upper === undefined || rep.isNew) return { verdict: 'unknown', won, closed, reference }
  return { verdict: upper < winRate ? 'below' : 'not-below', won, closed, reference }
}
