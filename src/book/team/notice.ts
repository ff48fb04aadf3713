import { logChoose, midFisher } from '../kit/chances.ts'
import { sum } from '../kit/statistics.ts'
import { VERDICT } from './verdicts.ts'

/** Half as often as the others: a difference that nobody would want to miss. */
const HALF = 0.5

/**
 * In how many of ten cases a rep who wins half as often as the others would be noticed in a file like this: the chance for
 * the rep with the median number of closings, 0 to 1. Undefined where there is nobody to compare with, or nothing won.
 *
 * @param closings of each rep in 365 days.
 */
export function chanceToNotice(closings: readonly { readonly won: number; readonly of: number }[]): number | undefined {
  const seen = closings.filter(({ of }) => of > 0).toSorted((a, b) => a.of - b.of)
  const typical = seen[Math.floor(seen.length / 2)]
  const all = { won: sum(seen.map(({ won }) => won)), of: sum(seen.map(({ of }) => of)) }
  if (typical === undefined || seen.length < 2 || all.won === 0) return undefined
  const rate = all.won / all.of
  const { of } = typical
  const others = { won: Math.round(rate * (all.of - of)), of: all.of - of }
  const allowed = (1 - VERDICT.speak) / (VERDICT.looks * seen.length)
  let chance = 0
  for (let won = 0; won <= of; won++)
    if (midFisher({ won, of }, others) <= allowed)
      chance += Math.exp(logChoose(of, won) + won * Math.log(HALF * rate) + (of - won) * Math.log1p(-HALF * rate))
  return Math.min(1, chance)
}
