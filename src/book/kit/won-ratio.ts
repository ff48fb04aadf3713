/**
 * How often deals with a mark are won, beside deals without it that were open on the same day. One deal stands in many
 * days, so days are no independent cases: how sure the ratio is comes from leaving out one deal at a time.
 *
 * Sources: Mantel and Haenszel (1959), and Rothman, Greenland and Lash, Modern Epidemiology, chapter 15 (the risk ratio
 * over strata); Clopper and Pearson (1934), the exact limits of a share.
 */
import { byDeal, type Cases, groupsOf } from './cases.ts'
import { binomialAtMost } from './chances.ts'
import { Jackknife, type Ratio, TAIL } from './jackknife.ts'

/** What came out of the comparison. */
export interface WonRatio {
  /** Cases with the mark and without, and how many of them were not won. */
  readonly marked: number
  readonly markedNotWon: number
  readonly unmarked: number
  readonly unmarkedNotWon: number
  /** Different deals with the mark, and without. */
  readonly deals: number
  readonly otherDeals: number
  /** Of the marked deals, each taken on the first day of its mark: how many were won, and how many are won unmarked. */
  readonly wonDeals: number
  readonly expectedWins: number
  /** Different deals that were won, with the mark or without. */
  readonly allWins: number
  /** Won share with the mark ÷ without. Undefined where there is nothing to compare. */
  readonly won: Ratio | undefined
  /** Share not won with the mark ÷ without, over all days together. */
  readonly notWon: Ratio | undefined
}

/** Nothing was compared. */
export const nothingCompared: WonRatio = {
  marked: 0,
  markedNotWon: 0,
  unmarked: 0,
  unmarkedNotWon: 0,
  deals: 0,
  otherDeals: 0,
  wonDeals: 0,
  expectedWins: 0,
  allWins: 0,
  won: undefined,
  notWon: undefined,
}

/** Fewer marked deals than this were won: the exact limits of a share hold, and the others do not. */
const FEW_WINS = 5

export function wonRatio(cases: Cases): WonRatio {
  const table = new Table(cases)
  const counts = table.counts()
  const base = { ...counts, won: undefined, notWon: undefined }
  if (counts.marked === 0 || counts.unmarked === 0 || counts.allWins === 0) return base
  const { won, notWon } = table.ratios()
  const isFew = counts.wonDeals < FEW_WINS && counts.expectedWins > 0 && counts.expectedWins < counts.deals
  return { ...base, won: won && isFew ? exact(won.ratio, counts) : won, notWon }
}

/** The limits of the share of marked deals that are won, over the share that was to be expected. */
function exact(ratio: number, { deals, wonDeals, expectedWins }: WonRatio | Counts): Ratio {
  const usual = expectedWins / deals
  const low = wonDeals === 0 ? 0 : shareAt(deals, (share) => 1 - binomialAtMost(wonDeals - 1, deals, share) > TAIL)
  const high = shareAt(deals, (share) => binomialAtMost(wonDeals, deals, share) <= TAIL)
  const below = binomialAtMost(wonDeals, deals, usual)
  const above = wonDeals === 0 ? 1 : 1 - binomialAtMost(wonDeals - 1, deals, usual)
  return { ratio, interval: { low: low / usual, high: high / usual }, p: Math.min(1, 2 * Math.min(below, above)) }
}

/** The least share for which it holds, to a millionth. */
function shareAt(deals: number, holds: (share: number) => boolean): number {
  if (deals === 0) return 1
  let [low, high] = [0, 1]
  while (high - low > 1e-6) {
    const middle = (low + high) / 2
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}

type Counts = Omit<WonRatio, 'won' | 'notWon'>
type DealCounts = { -readonly [K in 'deals' | 'otherDeals' | 'wonDeals' | 'allWins' | 'expectedWins']: number }

/** The cases of each stratum, and of each deal. */
class Table {
  readonly #cases: Cases
  /** The cases that count, those of one deal together. */
  readonly #order: Int32Array
  readonly #marked: Float64Array
  readonly #markedWon: Float64Array
  readonly #unmarked: Float64Array
  readonly #unmarkedWon: Float64Array

  constructor(cases: Cases) {
    this.#cases = cases
    this.#order = byDeal(cases)
    const strata = 1 + this.#order.reduce((most, at) => Math.max(most, cases.stratum[at] ?? 0), 0)
    this.#marked = new Float64Array(strata)
    this.#markedWon = new Float64Array(strata)
    this.#unmarked = new Float64Array(strata)
    this.#unmarkedWon = new Float64Array(strata)
    for (const at of this.#order) this.#add(at, 1)
  }

  #add(at: number, times: number): void {
    const { stratum, mark, won } = this.#cases
    const of = stratum[at] ?? 0
    const [all, good] =
      mark[at] === 1 ? [this.#marked, this.#markedWon] : ([this.#unmarked, this.#unmarkedWon] as const)
    all[of] = (all[of] ?? 0) + times
    good[of] = (good[of] ?? 0) + times * (won[at] ?? 0)
  }

  counts(): Counts {
    const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0)
    const [marked, unmarked] = [total(this.#marked), total(this.#unmarked)]
    const counts = { deals: 0, otherDeals: 0, wonDeals: 0, allWins: 0, expectedWins: 0 }
    for (const rows of groupsOf(this.#order, this.#cases)) this.#countDeal(rows, counts)
    const markedNotWon = marked - total(this.#markedWon)
    const unmarkedNotWon = unmarked - total(this.#unmarkedWon)
    return { marked, markedNotWon, unmarked, unmarkedNotWon, ...counts }
  }

  #countDeal(rows: Int32Array, counts: DealCounts): void {
    const { stratum, mark, won } = this.#cases
    if (rows.some((at) => mark[at] === 0)) counts.otherDeals++
    if (rows.some((at) => won[at] === 1)) counts.allWins++
    const marked = rows.filter((at) => mark[at] === 1)
    const [some] = marked
    if (some === undefined) return
    const first = marked.reduce((one, at) => ((stratum[at] ?? 0) < (stratum[one] ?? 0) ? at : one), some)
    counts.deals++
    counts.wonDeals += won[first] ?? 0
    const day = stratum[first] ?? 0
    const beside = this.#unmarked[day] ?? 0
    if (beside > 0) counts.expectedWins += (this.#unmarkedWon[day] ?? 0) / beside
  }

  /** Both ratios, with what leaving out one deal at a time does to them. */
  ratios(): { won: Ratio | undefined; notWon: Ratio | undefined } {
    const all = this.#sums()
    const half = this.#halfAWin(all)
    const won = new Jackknife(logWon(all, half))
    const notWon = new Jackknife(logNotWon(all))
    for (const rows of groupsOf(this.#order, this.#cases)) {
      const without = { ...all }
      for (const at of rows) {
        const day = this.#cases.stratum[at] ?? 0
        const before = this.#sumsOf(day)
        this.#add(at, -1)
        addTo(without, this.#sumsOf(day), before)
        this.#add(at, 1)
      }
      won.leaveOut(logWon(without, half))
      notWon.leaveOut(logNotWon(without))
    }
    const freedom = Math.max(1, this.#freedom() - 1)
    return { won: won.ratio(freedom), notWon: notWon.ratio(freedom) }
  }

  /** What is known of the won share rests on the wins, of whichever group has fewer deals won. */
  #freedom(): number {
    const { deal, mark, won } = this.#cases
    const [withMark, without] = [new Set<number>(), new Set<number>()]
    for (const at of this.#order) if (won[at] === 1) (mark[at] === 1 ? withMark : without).add(deal[at] ?? 0)
    return Math.min(withMark.size, without.size)
  }

  #sums(): Sums {
    const sums = { ...NONE }
    for (let day = 0; day < this.#marked.length; day++) addTo(sums, this.#sumsOf(day), NONE)
    return sums
  }

  /** What a stratum adds to the sums of Mantel and Haenszel, and to the plain ones. */
  #sumsOf(day: number): Sums {
    const [marked, markedWon] = [this.#marked[day] ?? 0, this.#markedWon[day] ?? 0]
    const [unmarked, unmarkedWon] = [this.#unmarked[day] ?? 0, this.#unmarkedWon[day] ?? 0]
    const all = marked + unmarked
    if (all <= 0) return NONE
    return {
      above: (markedWon * unmarked) / all,
      below: (unmarkedWon * marked) / all,
      weightAbove: (marked * unmarked) / all,
      marked,
      markedWon,
      unmarked,
      unmarkedWon,
    }
  }

  /** Half a deal more won in either group, for as many days as its deals stand in: nothing is divided by zero. */
  #halfAWin({ weightAbove, marked, unmarked }: Sums): Half {
    const { deals, otherDeals } = this.counts()
    return {
      above: deals === 0 ? 0 : weightAbove / (2 * deals),
      below: otherDeals === 0 ? 0 : weightAbove / (2 * otherDeals),
      isKnown: marked > 0 && unmarked > 0,
    }
  }
}

interface Sums {
  above: number
  below: number
  weightAbove: number
  marked: number
  markedWon: number
  unmarked: number
  unmarkedWon: number
}

const NONE: Readonly<Sums> = {
  above: 0,
  below: 0,
  weightAbove: 0,
  marked: 0,
  markedWon: 0,
  unmarked: 0,
  unmarkedWon: 0,
}

interface Half {
  readonly above: number
  readonly below: number
  readonly isKnown: boolean
}

function addTo(sums: Sums, more: Readonly<Sums>, less: Readonly<Sums>): void {
  sums.above += more.above - less.above
  sums.below += more.below - less.below
  sums.weightAbove += more.weightAbove - less.weightAbove
  sums.marked += more.marked - less.marked
  sums.markedWon += more.markedWon - less.markedWon
  sums.unmarked += more.unmarked - less.unmarked
  sums.unmarkedWon += more.unmarkedWon - less.unmarkedWon
}

function logWon({ above, below }: Readonly<Sums>, half: Half): number | undefined {
  const [top, bottom] = [above + half.above, below + half.below]
  return half.isKnown && top > 0 && bottom > 0 ? Math.log(top / bottom) : undefined
}

function logNotWon({ marked, markedWon, unmarked, unmarkedWon }: Readonly<Sums>): number | undefined {
  const [one, other] = [marked - markedWon, unmarked - unmarkedWon]
  return one > 0 && other > 0 ? Math.log(one / marked / (other / unmarked)) : undefined
}
