import type { Days } from '../plain-date.ts'
import type { Deal } from './deal.ts'
import { Distribution } from './statistics.ts'

/** From this many won deals on, the team's own history replaces a default. */
export const ENOUGH_WON = 20

const DEFAULT_OLD_DAYS = 90

/** A number of days and whether it was measured on the team's wins or is a default. */
export interface Norm {
  readonly days: Days
  readonly from: 'team' | 'default'
}

/** What is usual for the team's won new business in the file. */
export interface Norms {
  /** Won new business with a known cycle. */
  readonly wins: number
  /** Median days from creation to winning; undefined below 20 wins. */
  readonly medianCycle: Days | undefined
  /** The age by which nine in ten wins were won; 90 days below 20 wins. */
  readonly oldAge: Norm
}

export function measureNorms(deals: readonly Deal[]): Norms {
  const cycles = new Distribution(
    deals.flatMap((deal) => (deal.state === 'won' && !deal.isRenewal && deal.age !== undefined ? [deal.age] : [])),
  )
  const p90 = cycles.quantile(0.9)
  if (cycles.size < ENOUGH_WON || p90 === undefined)
    return { wins: cycles.size, medianCycle: undefined, oldAge: { days: DEFAULT_OLD_DAYS, from: 'default' } }
  return { wins: cycles.size, medianCycle: cycles.median, oldAge: { days: Math.round(p90), from: 'team' } }
}
