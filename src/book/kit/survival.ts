/**
 * Competing risks: a deal is won or lost, whichever comes first, and one that is still open tells how long it has not
 * been either.
 *
 * Source: Aalen and Johansen (1978), An empirical transition matrix for non-homogeneous Markov chains; in plain words
 * Putter, Fiocco and Geskus (2007), Tutorial in biostatistics: competing risks.
 */

/** One case: how long it was seen, and how it ended. */
export interface Spell {
  readonly days: number
  readonly end: 'won' | 'lost' | 'open'
  /** The day of its life from which it was seen; 0 where it was seen from its beginning (left truncation). */
  readonly from?: number
}

/** Steps of the curve: each number holds from its day until the next. */
export interface IncidenceCurve {
  readonly days: readonly number[]
  /** The share won by this day (cumulative incidence). */
  readonly won: readonly number[]
  /** The share still open after this day. */
  readonly open: readonly number[]
  /** How many cases were at risk on this day: where few were, the curve knows little. */
  readonly atRisk: readonly number[]
  readonly cases: number
  readonly wins: number
}

/** The Aalen–Johansen estimate of the cumulative incidence of winning, with losing as the competing risk. */
export function aalenJohansen(spells: readonly Spell[]): IncidenceCurve {
  const ends = [...spells].sort((a, b) => a.days - b.days)
  const entries = spells.map(({ from = 0 }) => from).sort((a, b) => a - b)
  const curve = { days: [] as number[], won: [] as number[], open: [] as number[], atRisk: [] as number[] }
  let [entered, left, incidence, survival, wins] = [0, 0, 0, 1, 0]
  for (let at = 0; at < ends.length;) {
    const day = ends[at]?.days ?? 0
    // At risk on a day: whoever was seen before it. A deal won on the day it was opened was at risk, too.
    while (entered < entries.length && ((entries[entered] ?? 0) < day || (entries[entered] ?? 0) <= 0)) entered++
    const atRisk = entered - left
    let [won, lost] = [0, 0]
    for (; at < ends.length && ends[at]?.days === day; at++) {
      const end = ends[at]?.end
      if (end === 'won') won++
      else if (end === 'lost') lost++
      left++
    }
    if (won + lost === 0 || atRisk <= 0) continue
    wins += won
    incidence += (survival * won) / atRisk
    survival *= Math.max(0, 1 - (won + lost) / atRisk)
    curve.days.push(day)
    curve.won.push(incidence)
    curve.open.push(survival)
    curve.atRisk.push(atRisk)
  }
  return { ...curve, cases: spells.length, wins }
}

/** The value of a step curve at a day; `before` where the day is before the first step. */
function valueAt(days: readonly number[], values: readonly number[], day: number, before: number): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? 0) <= day) low = middle + 1
    else high = middle
  }
  return low === 0 ? before : (values[low - 1] ?? before)
}

/** Fewer cases than this at risk tell nothing of what comes after. */
const FEWEST_AT_RISK = 10

/**
 * P(won within `horizon` days | open at `age`): what the curve gains after this age, of what was still open then. Of an
 * age that fewer than ten cases have reached, what is known of the last age that ten have: hope does not begin anew.
 * Undefined where no case was open so long.
 */
export function chanceWon(curve: IncidenceCurve, age: number, horizon: number): number | undefined {
  const { days, won, open, atRisk } = curve
  const last = atRisk.findLastIndex((cases) => cases >= FEWEST_AT_RISK)
  const from = last < 0 ? age : Math.min(age, (days[last] ?? age) - 1)
  const still = valueAt(days, open, from, 1)
  if (still <= 1e-9) return undefined
  const gained = valueAt(days, won, from + horizon, 0) - valueAt(days, won, from, 0)
  return Math.min(1, Math.max(0, gained / still))
}
