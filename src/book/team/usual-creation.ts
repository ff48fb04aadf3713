import type { Book } from '../book.ts'
import { pace } from './measures.ts'
import { isBelowUsual, type CreationJudgement, type ExpectedPace } from './outcomes.ts'
import { isAbsent, type Rep } from './rep.ts'
import { oncePerBoth } from '../../kit/remembered.ts'
import { median } from '../kit/statistics.ts'

/** The weeks before those that are judged, and the fewest of them that show what is usual. */
const USUAL = { weeks: 26, atLeast: 8 } as const

/** New business a week of this rep over the half-year before the last so many weeks; undefined under eight weeks of it. */
export function ownPace(rep: Rep, { calendar }: Pick<Book, 'calendar'>, weeks: number): number | undefined {
  const before = pace(rep.creation, calendar, { from: weeks, to: weeks + USUAL.weeks - 1 }, rep)
  return before === undefined || before.weeks < USUAL.atLeast ? undefined : before.perWeek
}

/** How many the median rep has opened in the last so many weeks themselves; undefined where nobody has been here long. */
export const medianCreated = oncePerBoth(({ reps, calendar }: Pick<Book, 'reps' | 'calendar'>, weeks: number) => {
  const counts = reps
    .filter((rep) => !rep.isNew && !isAbsent(rep))
    .flatMap((rep) => pace(rep.creation, calendar, { from: 0, to: weeks - 1 }, rep)?.created ?? [])
  return median(counts)
})

/** Whether even the median rep is below what was usual for the team. */
export function hasTeamFallen(book: Book, weeks: number): boolean {
  const created = medianCreated(book, weeks)
  const usual = book.team.medianPace
  return created !== undefined && usual !== undefined && isBelowUsual(created, usual * weeks)
}

/** What a rep who creates too little is asked for. */
export interface AskedPace {
  /** New business a week by which the shortfall is counted. */
  readonly perWeek: number
  readonly of: ExpectedPace['of'] | 'own'
  /** New opportunities to be opened within a week. */
  readonly target: number
}

/**
 * A standard or a goal asks for itself. Beside the others, whoever has fallen below their own usual pace is asked
 * for that; whose own pace is what is too low, for one more than it.
 */
export function askedPace(
  rep: Rep,
  book: Pick<Book, 'calendar'>,
  { created, weeks }: Pick<CreationJudgement, 'created' | 'weeks'>,
  against: ExpectedPace,
): AskedPace {
  const full = { perWeek: against.perWeek, of: against.of, target: atLeastOne(against.perWeek) }
  const own = against.of === 'others' ? ownPace(rep, book, weeks) : undefined
  if (own === undefined) return full
  if (isBelowUsual(created, own * weeks)) return { perWeek: own, of: 'own', target: atLeastOne(own) }
  return { ...full, target: Math.min(full.target, Math.ceil(own) + 1) }
}

function atLeastOne(perWeek: number): number {
  return Math.max(1, Math.ceil(perWeek))
}
