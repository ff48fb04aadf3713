import { addDays } from '../plain-date.ts'
import type { Book } from './book.ts'
import type { Deal } from './deal.ts'
import { ENOUGH_CLOSINGS } from './measures.ts'
import type { Closings, Rep } from './rep.ts'
import { stageKey } from './stage-story.ts'
import { wilson } from './statistics.ts'

/** Won of closed. */
export interface Outcomes {
  readonly won: number
  readonly closed: number
}

/** What a rate was measured on: deals that have been in a stage, a rep's closings, the team's. */
export type RateSource = 'stage' | 'rep' | 'team'

/** A win rate with how far it can be trusted. */
export interface WinRate extends Outcomes {
  /** Won ÷ closed, 0 to 1. */
  readonly rate: number
  /** Wilson interval at z = 1.645: nine in ten such intervals hold the true rate. */
  readonly low: number
  readonly high: number
  readonly of: RateSource
}

/** How the closed deals ended that have ever been in a stage. */
export interface StageOutcomes {
  /** New business by `stageKey`. */
  readonly byStage: ReadonlyMap<string, Outcomes>
  /** Renewals, from any stage. */
  readonly renewals: Outcomes
}

/** Counts, over all closings in the file up to as-of, the outcomes of the deals that have been in each stage. */
export function measureStageOutcomes(deals: readonly Deal[]): StageOutcomes {
  const byStage = new Map<string, { won: number; closed: number }>()
  const renewals = { won: 0, closed: 0 }
  for (const { state, isRenewal, stagesHeld } of deals) {
    if (state !== 'won' && state !== 'lost') continue
    if (isRenewal) count(renewals, state)
    else
      for (const key of new Set(stagesHeld?.map(({ stage }) => stageKey(stage)))) {
        const known = byStage.get(key) ?? { won: 0, closed: 0 }
        count(known, state)
        byStage.set(key, known)
      }
  }
  return { byStage, renewals }
}

function count(outcomes: { won: number; closed: number }, state: 'won' | 'lost'): void {
  outcomes.closed++
  if (state === 'won') outcomes.won++
}

/** Undefined below ten closings. */
export function rateOf({ won, closed }: Outcomes, of: RateSource): WinRate | undefined {
  const interval = wilson(won, closed)
  return interval === undefined || closed < ENOUGH_CLOSINGS
    ? undefined
    : { rate: won / closed, won, closed, ...interval, of }
}

type Rates = Pick<Book, 'stageOutcomes' | 'team'>

/**
 * The historical win rate of new business: of the deals that have ever been in this stage; where fewer than ten of
 * those were closed, of the rep's closings in 365 days; where those are fewer than ten, of the team's. Undefined
 * where the team's are too few.
 */
export function winRateFrom(stage: string | undefined, rep: Rep | undefined, book: Rates): WinRate | undefined {
  const outcomes = stage === undefined ? undefined : book.stageOutcomes.byStage.get(stageKey(stage))
  const ofStage = outcomes === undefined ? undefined : rateOf(outcomes, 'stage')
  return ofStage ?? usualRate(rep, book)
}

/** The win rate of the rep's own closings in 365 days where there are ten, else of the team's. */
export function usualRate(rep: Rep | undefined, { team }: Rates): WinRate | undefined {
  const own = rep === undefined ? undefined : rateOf(closedOf(rep.closings), 'rep')
  return own ?? rateOf(closedOf(team.closings), 'team')
}

/** The rate by which an open deal's amount is to be taken: that of its stage; a renewal's, of the renewals. */
export function winRateOf(deal: Deal, rep: Rep | undefined, book: Rates): WinRate | undefined {
  const ofRenewals = deal.isRenewal ? rateOf(book.stageOutcomes.renewals, 'team') : undefined
  return ofRenewals ?? winRateFrom(deal.stage, rep, book)
}

function closedOf({ newBusinessWon, newBusinessLost }: Closings): Outcomes {
  return { won: newBusinessWon, closed: newBusinessWon + newBusinessLost }
}

/** What a won opportunity is worth and how often one is won, and whose numbers these are. */
export interface Earning {
  readonly winRate: WinRate
  /** Mean amount of the won new business of 365 days; undefined where no amount is known. */
  readonly averageWon: number | undefined
}

/** The rep's own where ten were closed and amounts are known, else the team's; undefined where those are too few. */
export function earningOf(rep: Rep, book: Rates): Earning | undefined {
  const own = rateOf(closedOf(rep.closings), 'rep')
  if (own !== undefined && rep.closings.averageWon !== undefined)
    return { winRate: own, averageWon: rep.closings.averageWon }
  const { closings } = book.team
  const team = rateOf(closedOf(closings), 'team')
  return team === undefined ? undefined : { winRate: team, averageWon: closings.averageWon }
}

const RECENT_DAYS = 182
const BEFORE_DAYS = 365
const Z = 1.645

/** A rep's win rate of the last half-year beside that of the year before it. */
export interface WinRateTrend {
  readonly recent: WinRate
  readonly before: WinRate
  /** By the test of two proportions (pooled, z = 1.645): `unmoved` is what chance explains. */
  readonly change: 'up' | 'down' | 'unmoved'
}

/** Undefined where either stretch has fewer than ten closings of new business. */
export function winRateTrend({ deals }: Pick<Rep, 'deals'>, { asOf }: Pick<Book, 'asOf'>): WinRateTrend | undefined {
  const split = addDays(asOf, -RECENT_DAYS)
  const start = addDays(split, -BEFORE_DAYS)
  const recent = { won: 0, closed: 0 }
  const before = { won: 0, closed: 0 }
  for (const { state, isRenewal, closedOn } of deals) {
    if (isRenewal || closedOn === undefined || (state !== 'won' && state !== 'lost')) continue
    if (closedOn > split && closedOn <= asOf) count(recent, state)
    else if (closedOn > start && closedOn <= split) count(before, state)
  }
  const [now, then] = [rateOf(recent, 'rep'), rateOf(before, 'rep')]
  if (now === undefined || then === undefined) return undefined
  const pooled = (now.won + then.won) / (now.closed + then.closed)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / now.closed + 1 / then.closed))
  const z = error === 0 ? 0 : (now.rate - then.rate) / error
  return { recent: now, before: then, change: z >= Z ? 'up' : z <= -Z ? 'down' : 'unmoved' }
}
