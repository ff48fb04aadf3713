import type { Deal } from '../deals/deal.ts'
import { Distribution } from '../kit/statistics.ts'

/** Small, medium, large: a third each of the team's won new business. */
export type SizeBand = 0 | 1 | 2

/** What divides the bands. */
export interface SizeBands {
  /** The largest amount of the small and of the medium ones. */
  readonly edges: readonly [number, number]
  /** The median won amount of each. */
  readonly medians: readonly [number, number, number]
}

/** Three bands by what was won. Undefined where nothing of known amount was won, or all at one price. */
export function measureSizeBands(deals: readonly Deal[]): SizeBands | undefined {
  const amounts = new Distribution(
    deals.flatMap(({ state, isRenewal, amount }) =>
      state === 'won' && !isRenewal && amount !== undefined && amount > 0 ? [amount] : [],
    ),
  )
  const at = (share: number) => amounts.quantile(share)
  const [low, high, small, medium, large] = [at(1 / 3), at(2 / 3), at(1 / 6), at(1 / 2), at(5 / 6)]
  if (low === undefined || high === undefined || low === high) return undefined
  return { edges: [low, high], medians: [small ?? low, medium ?? low, large ?? high] }
}

/** The band of an amount; undefined where it or the bands are not known. */
export function bandOf(amount: number | undefined, bands: SizeBands | undefined): SizeBand | undefined {
  if (amount === undefined || amount <= 0 || bands === undefined) return undefined
  return amount <= bands.edges[0] ? 0 : amount <= bands.edges[1] ? 1 : 2
}
