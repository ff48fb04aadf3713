import type { Book } from '../book/book.ts'
import { Distribution } from '../book/kit/statistics.ts'
import { ENOUGH_WON } from '../book/team/norms.ts'
import type { Days } from '../time/plain-date.ts'

/** How far ahead an end counts; undefined: as long as nine in ten wins took. */
export type Horizon = Days | undefined

/** Below twenty wins nobody knows how long a deal takes here. */
const DEFAULT_DAYS: Days = 90
const MOST_WINS = 0.9

/** From creation to winning, of new business. */
export function cyclesOf({ deals }: Pick<Book, 'deals'>): readonly Days[] {
  return deals.flatMap(({ state, isRenewal, age }) => (state === 'won' && !isRenewal && age !== undefined ? [age] : []))
}

/** @param cycles days from creation to winning. */
export function horizonOf(
  cycles: readonly Days[],
  asked: Horizon,
): { readonly horizon: Days; readonly horizonFrom: 'wins' | 'asked' | 'default' } {
  if (asked !== undefined) return { horizon: asked, horizonFrom: 'asked' }
  if (cycles.length < ENOUGH_WON) return { horizon: DEFAULT_DAYS, horizonFrom: 'default' }
  const days = Math.round(new Distribution(cycles).quantile(MOST_WINS) ?? DEFAULT_DAYS)
  return { horizon: Math.max(1, days), horizonFrom: 'wins' }
}
