import { benjaminiHochberg } from '../book/kit/many-tests.ts'
import type { WonRatio } from '../book/kit/won-ratio.ts'

/** What the past says of a rule. `source` and the last two are additions to the first version of the document. */
export const verdicts = [
  'predicts',
  'does-not-predict',
  'too-little-data',
  'not-replayable',
  'wrong-way',
  'no-evidence',
] as const
export type Verdict = (typeof verdicts)[number]

/**
 * When a rule may be judged at all, and what is no difference worth a word. At best about 35 wins show that a warning cuts
 * winning to three in ten, about 95 that it halves it, and about 330 that it takes three in ten away; where a third of the
 * deals carry it, it takes half as many again (docs/backtest.md).
 */
export const GATE = { deals: 20, expectedWins: 5, wins: 20 } as const
export const WINS_FOR = [
  { ratio: 0.3, wins: 35 },
  { ratio: 0.5, wins: 95 },
  { ratio: 0.7, wins: 330 },
] as const
/** Within these limits a rule makes no difference that a manager would notice. */
export const NO_DIFFERENCE = { low: 0.8, high: 1.25 } as const
/** Of all rules that are said to predict, so many at most do so by chance. */
const FALSE_SHARE = 0.1

/** Whether there is enough to judge by: flagged deals, wins to be expected among them, and wins at all. */
export function isEnough({ deals, expectedWins, allWins, won }: WonRatio): boolean {
  return won !== undefined && deals >= GATE.deals && expectedWins >= GATE.expectedWins && allWins >= GATE.wins
}

/** The verdicts on rules that were compared, corrected for how many there are. */
export function judged(ratios: readonly WonRatio[]): readonly Verdict[] {
  const tested = ratios.filter(isEnough)
  const corrected = benjaminiHochberg(tested.map(({ won }) => won?.p ?? 1))
  return ratios.map((one) => {
    const at = tested.indexOf(one)
    return at < 0 ? 'too-little-data' : verdictOf(one, corrected[at] ?? 1)
  })
}

function verdictOf({ won }: WonRatio, p: number): Verdict {
  if (won === undefined) return 'too-little-data'
  const { ratio, interval } = won
  if (interval.low >= NO_DIFFERENCE.low && interval.high <= NO_DIFFERENCE.high) return 'does-not-predict'
  // What may be no difference by its own range is not called one, however few rules were compared.
  if (p > FALSE_SHARE || (interval.low <= 1 && interval.high >= 1)) return 'no-evidence'
  return ratio < 1 ? 'predicts' : 'wrong-way'
}
