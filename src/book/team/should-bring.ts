import { addDays, type Days, type PlainDate } from '../../time/plain-date.ts'
import type { Book } from '../book.ts'
import type { Deal } from '../deals/deal.ts'
import { Distribution } from '../kit/statistics.ts'
import { chanceByAge, measureWinByAge, winByAge, type WinByAge } from './win-by-age.ts'

/** What the open deals should bring within some days, by the win-by-age curve. In the review's currency. */
export interface ShouldBring {
  readonly amount: number
  /** What such deals brought in eight of ten past stretches as long; undefined where too few of them are known. */
  readonly range: { readonly low: number; readonly high: number } | undefined
  /** Deals without an amount or an age: in no sum. */
  readonly uncounted: number
}

/** Undefined below twenty wins: without a curve nobody knows how fast deals are won. */
export function shouldBring(
  open: readonly Deal[],
  book: Pick<Book, 'deals' | 'asOf'>,
  within: Days,
): ShouldBring | undefined {
  const curve = winByAge(book)
  if (curve === undefined) return undefined
  const { amount, uncounted } = expectedOf(open, curve, within)
  const ratios = pastRatios(book, within)
  const [low, high] = [ratios.quantile(0.1), ratios.quantile(0.9)]
  const isKnown = ratios.size >= LEAST_PAST && low !== undefined && high !== undefined
  return { amount, uncounted, range: isKnown ? { low: low * amount, high: high * amount } : undefined }
}

export function expectedOf(
  open: readonly Deal[],
  curve: WinByAge,
  within: Days,
): { amount: number; uncounted: number } {
  let [amount, uncounted] = [0, 0]
  for (const deal of open) {
    const chance = chanceByAge(deal, curve, within)
    if (deal.amount === undefined || chance === undefined) uncounted++
    else amount += deal.amount * chance.chance
  }
  return { amount, uncounted }
}

/** So many past days have to tell how far off the curve was. */
const LEAST_PAST = 8
/** Days between two of them, and how far back they reach. */
const PAST = { step: 14, most: 26 } as const

/** What came of the deals open on past days, over what a curve of that day's own past would have said. */
function pastRatios({ deals, asOf }: Pick<Book, 'deals' | 'asOf'>, within: Days): Distribution {
  const ratios: number[] = []
  for (let back = 0; back < PAST.most; back++) {
    const day = addDays(asOf, -within - back * PAST.step)
    const then = dealsOn(deals, day)
    const curve = measureWinByAge(then, day)
    if (curve === undefined) break
    const said = expectedOf(
      then.filter(({ state }) => state === 'open'),
      curve,
      within,
    ).amount
    if (said > 0) ratios.push(cameOf(deals, day, within) / said)
  }
  return new Distribution(ratios)
}

/** The deals as they stood on a past day, as far as their own dates tell. Stages and time in them are left out. */
function dealsOn(deals: readonly Deal[], day: PlainDate): readonly Deal[] {
  return deals.flatMap((deal): Deal[] => {
    const { created, closedOn, state } = deal
    if (created === undefined || created > day || (state !== 'open' && closedOn === undefined)) return []
    const isOpen = state === 'open' || (closedOn ?? 0) > day
    return [isOpen ? { ...deal, state: 'open', closedOn: undefined, age: day - created, stage: undefined } : deal]
  })
}

function cameOf(deals: readonly Deal[], day: PlainDate, within: Days): number {
  let came = 0
  for (const { state, created, closedOn, amount, isRenewal } of deals)
    if (state === 'won' && !isRenewal && created !== undefined && created <= day && closedOn !== undefined)
      if (closedOn > day && closedOn <= day + within) came += amount ?? 0
  return came
}
