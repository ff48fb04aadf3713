import type { Book } from './book.ts'
import type { Deal } from './deal.ts'
import type { Goal } from './goals.ts'
import { lastDayForNew, type LastDay } from './norms.ts'
import { isWithin, type Period } from './period.ts'
import type { Rep } from './rep.ts'
import { valueFor } from './settings.ts'
import { sum } from './statistics.ts'
import { earningOf, usualRate, winRateOf, type WinRate } from './win-rates.ts'

/** The open deals that are promised for a period. */
export interface OpenInPeriod {
  readonly deals: number
  /** Of those with a known amount; undefined where deals are promised and no amount is known. */
  readonly amount: number | undefined
  /** Each amount × the historical win rate from its stage; undefined where no rate is known. */
  readonly expected: number | undefined
  /** Deals without an amount in the review's currency: in neither sum. */
  readonly uncounted: number
}

/** How much open pipeline a gap needs. */
export interface Coverage {
  /** Open pipeline ÷ gap. */
  readonly ratio: number
  /** `win rate`: 1 ÷ it, no less than 2 and no more than 6. */
  readonly of: 'standard' | 'win rate'
  /** The rate that was used; undefined with a standard. */
  readonly winRate: WinRate | undefined
  /** gap × ratio, in the review's currency. */
  readonly amount: number
}

/** How many new opportunities an amount takes, at the win rate and average won amount of the rep, else of the team. */
export interface CreationNeeded {
  /** Until when, and in which period what is created now can still be won. */
  readonly lastDay: LastDay
  /** What new opportunities have to win, in the review's currency. */
  readonly toWin: number
  readonly winRate: WinRate
  readonly averageWon: number
  /** toWin ÷ (win rate × average won amount); not rounded. */
  readonly opportunities: number
  /** opportunities ÷ the weeks until the last day. */
  readonly perWeek: number
}

/** What would have to be true for a rep to reach the goal. */
export interface WhatItTakes {
  readonly goal: Goal
  readonly open: OpenInPeriod
  readonly coverage: Coverage | undefined
  /** What is missing when the open deals bring what such deals have brought: gap − expected, never below 0. */
  readonly missing: number | undefined
  /** For what is missing; for that of the first later period where nothing new can be won in this one. */
  readonly creation: CreationNeeded | undefined
}

/** Undefined for a rep without a goal; what cannot be reckoned is undefined in it. */
export function whatItTakes(rep: Rep, book: Book): WhatItTakes | undefined {
  const { goal } = rep
  if (goal === undefined) return undefined
  const open = openIn(book.period, rep, book)
  const lastDay = lastDayForNew(book)
  const target = lastDay === undefined ? undefined : missingIn(lastDay.period, rep, book)
  return {
    goal,
    open,
    coverage: goal.gap === undefined ? undefined : coverageFor(goal.gap, rep, book),
    missing: missingOf(goal, open),
    creation: target === undefined ? undefined : creationFor(target, rep, book),
  }
}

/** What is still to be won in a period when its open deals bring what such deals have brought. */
function missingIn(period: Period, rep: Rep, book: Book): number | undefined {
  const goal = goalIn(period, rep, book)
  return goal === undefined ? undefined : missingOf(goal, openIn(period, rep, book))
}

function goalIn(period: Period, rep: Rep, { goals, asOf }: Book): Goal | undefined {
  return goals.of(rep, rep.deals, period, asOf)
}

function missingOf({ gap }: Goal, { expected }: OpenInPeriod): number | undefined {
  return gap === undefined || expected === undefined ? undefined : Math.max(0, inCents(gap - expected))
}

/** Renewals are among them: the goal is for all business. */
export function openIn(period: Period, rep: Rep, book: Book): OpenInPeriod {
  const deals = rep.open.filter(({ closeDate }) => isWithin(closeDate, period))
  const counted = deals.filter((deal) => deal.amount !== undefined)
  const isKnown = counted.length > 0 || (deals.length === 0 && hasAmounts(book.deals))
  const shares = counted.flatMap((deal) => {
    const rate = winRateOf(deal, rep, book)?.rate
    return rate === undefined ? [] : [(deal.amount ?? 0) * rate]
  })
  return {
    deals: deals.length,
    amount: isKnown ? sum(counted.map((deal) => deal.amount ?? 0)) : undefined,
    expected: isKnown && shares.length === counted.length ? sum(shares) : undefined,
    uncounted: deals.length - counted.length,
  }
}

function hasAmounts(deals: readonly Deal[]): boolean {
  return deals.some((deal) => deal.amount !== undefined)
}

const COVERAGE = { least: 2, most: 6 } as const

function coverageFor(gap: number, rep: Rep, book: Book): Coverage | undefined {
  const standard = valueFor(book.settings.standards.coverage, rep.name, rep.level)
  if (standard !== undefined)
    return { ratio: standard, of: 'standard', winRate: undefined, amount: inCents(gap * standard) }
  const winRate = usualRate(rep, book)
  if (winRate === undefined) return undefined
  // Nothing won of all that closed needs the most that can be asked.
  const ratio = Math.min(COVERAGE.most, Math.max(COVERAGE.least, 1 / winRate.rate))
  return { ratio, of: 'win rate', winRate, amount: inCents(gap * ratio) }
}

/** Undefined where too little was closed to reckon with, or nothing was won. */
function creationFor(toWin: number, rep: Rep, book: Book): CreationNeeded | undefined {
  const lastDay = lastDayForNew(book)
  const { winRate, averageWon } = earningOf(rep, book) ?? {}
  if (lastDay === undefined || winRate === undefined || averageWon === undefined) return undefined
  const each = winRate.rate * averageWon
  if (each <= 0) return undefined
  const opportunities = toWin / each
  return { lastDay, toWin, winRate, averageWon, opportunities, perWeek: opportunities / lastDay.weeks }
}

/** Rates are binary fractions: what is exactly enough must not be a hundred-millionth short. */
function inCents(amount: number): number {
  return Math.round(amount * 100) / 100
}
