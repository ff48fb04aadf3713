import { oncePer } from '../../kit/remembered.ts'
import { addDays, type PlainDate } from '../../time/plain-date.ts'
import type { Book } from '../book.ts'
import type { Deal } from '../deals/deal.ts'
import { stageKey } from '../deals/stage-story.ts'
import { asPercent, wilson } from '../kit/statistics.ts'
import { ENOUGH_CLOSINGS } from './measures.ts'
import type { Closings, Rep } from './rep.ts'
import { count, type Outcomes } from './stage-outcomes.ts'

/** What a rate was measured on: deals that have been in a stage, a rep's closings, the team's, the renewals. */
export type RateSource = 'stage' | 'rep' | 'team' | 'renewals'

/** A win rate with how far it can be trusted. */
export interface WinRate extends Outcomes {
  /** Won ÷ closed, 0 to 1. */
  readonly rate: number
  /** Wilson interval at z = 1.645: nine in ten such intervals hold the true rate. */
  readonly low: number
  readonly high: number
  readonly of: RateSource
  /** Where the team's rate from a stage was taken at the rep's own record. */
  readonly record?: OwnRecord
}

/** A rep's win rate of 365 days beside the team's, where chance does not explain the difference. */
export interface OwnRecord {
  readonly own: WinRate
  readonly team: WinRate
  /** Own ÷ team, each to the percent: a reader redoes it from the page. */
  readonly factor: number
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
 * those were closed, of the rep's closings in 365 days; where those are fewer than ten, of the team's. Undefined where
 * the team's are too few.
 */
function historicalRateFrom(stage: string | undefined, rep: Rep | undefined, book: Rates): WinRate | undefined {
  const outcomes = stage === undefined ? undefined : book.stageOutcomes.byStage.get(stageKey(stage))
  return (outcomes === undefined ? undefined : rateOf(outcomes, 'stage')) ?? usualRate(rep, book)
}

/** The historical rate, that of a stage at the rep's own record where that is known to differ (`ownRecord`). */
export function winRateFrom(stage: string | undefined, rep: Rep | undefined, book: Rates): WinRate | undefined {
  const historical = historicalRateFrom(stage, rep, book)
  const record = rep === undefined || historical?.of !== 'stage' ? undefined : ownRecord(rep, book)
  return historical === undefined || record === undefined ? historical : atRecord(historical, record)
}

/**
 * A rep's own record, undefined where the interval of their win rate holds the team's: what chance explains is no
 * record. Elsewhere the team's rate from a stage × own ÷ team is what the rep's deals bring. One rep's deals from one
 * stage are mostly too few for a rate of their own (three wins of seventy tell it within half), one's closings are not;
 * and a rep who wins a third as often does so from every stage. The plain ratio, and not that of the odds, because a
 * reader can redo it.
 */
export function ownRecord(rep: Pick<Rep, 'closings'>, { team }: Pick<Book, 'team'>): OwnRecord | undefined {
  const own = rateOf(closedOf(rep.closings), 'rep')
  const teams = rateOf(closedOf(team.closings), 'team')
  if (own === undefined || teams === undefined || asPercent(teams.rate) === 0) return undefined
  if (own.low <= teams.rate && teams.rate <= own.high) return undefined
  return { own, team: teams, factor: asPercent(own.rate) / asPercent(teams.rate) }
}

/** No deal brings more than its amount. */
function atRecord(ofStage: WinRate, record: OwnRecord): WinRate {
  const scaled = (rate: number) => Math.min(1, rate * record.factor)
  const { rate, low, high } = ofStage
  return { ...ofStage, rate: scaled(rate), low: scaled(low), high: scaled(high), record }
}

/** The win rate of the rep's own closings in 365 days where there are ten, else of the team's. */
export function usualRate(rep: Rep | undefined, { team }: Rates): WinRate | undefined {
  const own = rep === undefined ? undefined : rateOf(closedOf(rep.closings), 'rep')
  return own ?? rateOf(closedOf(team.closings), 'team')
}

/** The rate by which an open deal's amount is to be taken: that of its stage; a renewal's, of the renewals. */
export function winRateOf(deal: Deal, rep: Rep | undefined, book: Rates): WinRate | undefined {
  return ofRenewals(deal, book) ?? winRateFrom(deal.stage, rep, book)
}

/** The same, whatever the rep's own record. */
export function historicalRateOf(deal: Deal, rep: Rep | undefined, book: Rates): WinRate | undefined {
  return ofRenewals(deal, book) ?? historicalRateFrom(deal.stage, rep, book)
}

function ofRenewals({ isRenewal }: Deal, book: Rates): WinRate | undefined {
  return isRenewal ? rateOf(book.stageOutcomes.renewals, 'renewals') : undefined
}

function closedOf({ newBusinessWon, newBusinessLost, winRate }: Closings): Outcomes {
  if (winRate === undefined) return { won: 0, closed: 0 }
  return { won: newBusinessWon, closed: newBusinessWon + newBusinessLost }
}

/** What a won opportunity is worth and how often one is won, and whose numbers these are. */
export interface Earning {
  readonly winRate: WinRate
  /** Mean amount of the won new business of 365 days; undefined where no amount is known. */
  readonly averageWon: number | undefined
}

/**
 * The rep's own, or that of several together, where ten were closed and amounts are known, else the team's; undefined
 * where those are too few.
 */
export function earningOf(rep: Pick<Rep, 'closings'>, book: Pick<Book, 'team'>): Earning | undefined {
  const own = rateOf(closedOf(rep.closings), 'rep')
  if (own !== undefined && rep.closings.averageWon !== undefined)
    return { winRate: own, averageWon: rep.closings.averageWon }
  const { closings } = book.team
  const team = rateOf(closedOf(closings), 'team')
  return team === undefined ? undefined : { winRate: team, averageWon: closings.averageWon }
}

const RECENT_DAYS = 182
const BEFORE_DAYS = 365
/** Earlier history under half a year is one season, and not what was usual. */
const LEAST_BEFORE_DAYS = 182
const Z = 1.645

/** A rep's win rate of the last half-year beside that of up to a year before it. */
export interface WinRateTrend {
  readonly recent: WinRate
  readonly before: WinRate
  /** Whole months that `before` reaches back, 5 to 12. */
  readonly months: number
  readonly change: 'up' | 'down'
}

/**
 * Undefined where either stretch has fewer than ten closings of new business or the earlier one spans under half a
 * year, and where the change is one that chance explains, or that everybody else has gone through too (both by the
 * test of proportions, z = 1.645).
 */
export function winRateTrend(
  { deals }: Pick<Rep, 'deals'>,
  book: Pick<Book, 'asOf' | 'deals'>,
): WinRateTrend | undefined {
  const own = halvesOf(deals, book.asOf)
  const [recent, before] = [rateOf(own.recent, 'rep'), rateOf(own.before, 'rep')]
  if (recent === undefined || before === undefined || own.days < LEAST_BEFORE_DAYS) return undefined
  const all = halvesOfAll(book)
  const mine = changeOf(own)
  const others = changeOf({ recent: without(all.recent, own.recent), before: without(all.before, own.before) })
  const isApart = Math.abs(zOf(mine)) >= Z && zOf(minus(mine, others)) * Math.sign(mine.by) >= Z
  if (!isApart) return undefined
  return { recent, before, months: Math.round((own.days * 12) / 365), change: mine.by > 0 ? 'up' : 'down' }
}

/** Closings of new business before and since half a year ago, and how many days the earlier ones reach back. */
function halvesOf(deals: readonly Deal[], asOf: PlainDate) {
  const split = addDays(asOf, -RECENT_DAYS)
  const start = addDays(split, -BEFORE_DAYS)
  const recent = { won: 0, closed: 0 }
  const before = { won: 0, closed: 0 }
  let first: PlainDate = split
  for (const { state, isRenewal, closedOn } of deals) {
    if (isRenewal || closedOn === undefined || (state !== 'won' && state !== 'lost')) continue
    if (closedOn < first) first = closedOn
    if (closedOn > split && closedOn <= asOf) count(recent, state)
    else if (closedOn > start && closedOn <= split) count(before, state)
  }
  return { recent, before, days: Math.min(BEFORE_DAYS, split - first) }
}

const halvesOfAll = oncePer(({ deals, asOf }: Pick<Book, 'asOf' | 'deals'>) => halvesOf(deals, asOf))

function without(all: Outcomes, own: Outcomes): Outcomes {
  return { won: all.won - own.won, closed: all.closed - own.closed }
}

/** By how much a rate has changed, and the variance of that by chance. */
interface Change {
  readonly by: number
  readonly variance: number
}

/** No change where one of the stretches has too few closings to know. */
function changeOf({ recent, before }: { recent: Outcomes; before: Outcomes }): Change {
  if (recent.closed < ENOUGH_CLOSINGS || before.closed < ENOUGH_CLOSINGS) return { by: 0, variance: 0 }
  const pooled = (recent.won + before.won) / (recent.closed + before.closed)
  return {
    by: recent.won / recent.closed - before.won / before.closed,
    variance: pooled * (1 - pooled) * (1 / recent.closed + 1 / before.closed),
  }
}

function minus(one: Change, other: Change): Change {
  return { by: one.by - other.by, variance: one.variance + other.variance }
}

function zOf({ by, variance }: Change): number {
  return variance === 0 ? 0 : by / Math.sqrt(variance)
}
