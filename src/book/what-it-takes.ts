import type { Book } from './book.ts'
import { isDeadWeight } from './dead-weight.ts'
import type { Deal } from './deal.ts'
import { sumGoals, type Goal, type GoalSum } from './goals.ts'
import type { Group } from './groups.ts'
import { lastDayForNew, type LastDay } from './norms.ts'
import { isWithin, type Period } from './period.ts'
import type { Rep } from './rep.ts'
import { valueFor } from './settings.ts'
import { sum } from './statistics.ts'
import { earningOf, ownRecord, winRateOf, type OwnRecord, type WinRate } from './win-rates.ts'

/** The open deals that are promised for a period, those left out from which nothing is to be expected. */
export interface OpenInPeriod {
  readonly deals: number
  /** Of those with a known amount; undefined where deals are promised and no amount is known. */
  readonly amount: number | undefined
  /** Each amount × the win rate from its stage, at the rep's own record; undefined where no rate is known. */
  readonly expected: number | undefined
  /** The same at the team's rates. */
  readonly usual: number | undefined
  /** Deals without an amount in the review's currency: in no sum. */
  readonly uncounted: number
  /** Promised for the period too, and dead weight (`isDeadWeight`): in no sum. */
  readonly leftOut: { readonly deals: number; readonly amount: number }
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

/** What would have to be true for a goal to be reached. */
export interface Takes {
  readonly goal: GoalSum
  readonly open: OpenInPeriod
  /** What is missing when the open deals bring what such deals have brought: gap − expected, never below 0. */
  readonly missing: number | undefined
  /** For what is missing; for that of the first later period where nothing new can be won in this one. */
  readonly creation: CreationNeeded | undefined
}

/** The same for one rep's goal. */
export interface WhatItTakes extends Takes {
  readonly goal: Goal
  /** gap × the standard for coverage: what should be open; undefined where none is set. */
  readonly coverage: { readonly ratio: number; readonly amount: number } | undefined
  /** By which the open deals were taken, where it differs from the team's. */
  readonly record: OwnRecord | undefined
}

/** The same for the goals of several together. */
export interface WhatTheyTake extends Takes {
  /** Who is short of their own goal, the furthest first. */
  readonly short: readonly { readonly rep: string; readonly missing: number }[]
}

/** Undefined for a rep without a goal; what cannot be reckoned is undefined in it. */
export function whatItTakes(rep: Rep, book: Book): WhatItTakes | undefined {
  const { goal } = rep
  if (goal === undefined) return undefined
  const standard = valueFor(book.settings.standards.coverage, rep.name, rep.level)
  return {
    ...takesOf(goal, rep, [rep], book),
    goal,
    coverage:
      goal.gap === undefined || standard === undefined
        ? undefined
        : { ratio: standard, amount: inCents(goal.gap * standard) },
    record: ownRecord(rep, book),
  }
}

/** One's surplus covers another's gap: goals and wins are added up first. Undefined where nobody has a goal. */
export function whatTheyTake(group: Group, book: Book): WhatTheyTake | undefined {
  const reps = group.reps.filter(({ goal }) => goal !== undefined)
  const goal = sumGoals(reps.flatMap((rep) => rep.goal ?? []))
  if (goal === undefined) return undefined
  const short = reps.flatMap((rep) => {
    const missing = missingIn(book.period, [rep], book) ?? 0
    return missing > 0 ? [{ rep: rep.name, missing }] : []
  })
  return { ...takesOf(goal, group, reps, book), short: short.sort((a, b) => b.missing - a.missing) }
}

function takesOf(goal: GoalSum, whose: Pick<Rep, 'closings'>, reps: readonly Rep[], book: Book): Takes {
  const open = openOf(reps, book.period, book)
  const lastDay = lastDayForNew(book)
  const toWin = lastDay === undefined ? undefined : missingIn(lastDay.period, reps, book)
  const creation = lastDay === undefined || toWin === undefined ? undefined : creationFor(toWin, lastDay, whose, book)
  return { goal, open, missing: missingOf(goal, open), creation }
}

/** What is still to be won in a period when its open deals bring what such deals have brought. */
function missingIn(period: Period, reps: readonly Rep[], book: Book): number | undefined {
  const goal = sumGoals(reps.flatMap((rep) => book.goals.of(rep, rep.deals, period, book.asOf) ?? []))
  return goal === undefined ? undefined : missingOf(goal, openOf(reps, period, book))
}

function missingOf({ gap }: GoalSum, { expected }: OpenInPeriod): number | undefined {
  return gap === undefined || expected === undefined ? undefined : Math.max(0, inCents(gap - expected))
}

function openOf(reps: readonly Rep[], period: Period, book: Book): OpenInPeriod {
  const all = reps.map((rep) => openIn(period, rep, book))
  const added = (value: (of: OpenInPeriod) => number | undefined) => {
    const values = all.flatMap((of) => value(of) ?? [])
    return values.length === all.length ? sum(values) : undefined
  }
  return {
    deals: sum(all.map(({ deals }) => deals)),
    amount: added(({ amount }) => amount),
    expected: added(({ expected }) => expected),
    usual: added(({ usual }) => usual),
    uncounted: sum(all.map(({ uncounted }) => uncounted)),
    leftOut: {
      deals: sum(all.map(({ leftOut }) => leftOut.deals)),
      amount: sum(all.map(({ leftOut }) => leftOut.amount)),
    },
  }
}

/** Renewals are among them: the goal is for all business. */
function openIn(period: Period, rep: Rep, book: Book): OpenInPeriod {
  const promised = rep.open.filter(({ closeDate }) => isWithin(closeDate, period))
  const deals = promised.filter((deal) => !isDeadWeight(deal, book))
  const dead = promised.filter((deal) => isDeadWeight(deal, book))
  const counted = deals.filter((deal) => deal.amount !== undefined)
  const isKnown = counted.length > 0 || (deals.length === 0 && hasAmounts(book.deals))
  const brought = (by: Rep | undefined) => {
    const shares = counted.flatMap((deal) => {
      const rate = winRateOf(deal, by, book)?.rate
      return rate === undefined ? [] : [(deal.amount ?? 0) * rate]
    })
    return isKnown && shares.length === counted.length ? sum(shares) : undefined
  }
  return {
    deals: deals.length,
    amount: isKnown ? sum(counted.map((deal) => deal.amount ?? 0)) : undefined,
    expected: brought(rep),
    usual: brought(undefined),
    uncounted: deals.length - counted.length,
    leftOut: { deals: dead.length, amount: sum(dead.map((deal) => deal.amount ?? 0)) },
  }
}

function hasAmounts(deals: readonly Deal[]): boolean {
  return deals.some((deal) => deal.amount !== undefined)
}

/** Undefined where too little was closed to reckon with, or nothing was won. */
function creationFor(
  toWin: number,
  lastDay: LastDay,
  whose: Pick<Rep, 'closings'>,
  book: Book,
): CreationNeeded | undefined {
  const { winRate, averageWon } = earningOf(whose, book) ?? {}
  if (winRate === undefined || averageWon === undefined) return undefined
  const each = winRate.rate * averageWon
  if (each <= 0) return undefined
  const opportunities = toWin / each
  return { lastDay, toWin, winRate, averageWon, opportunities, perWeek: opportunities / lastDay.weeks }
}

/** Rates are binary fractions: what is exactly enough must not be a hundred-millionth short. */
function inCents(amount: number): number {
  return Math.round(amount * 100) / 100
}
