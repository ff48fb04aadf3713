import { asShown } from '../../language/words.ts'
import type { Book } from '../book.ts'
import { isDeadWeight } from '../deals/dead-weight.ts'
import type { Deal } from '../deals/deal.ts'
import { asPercent, sum } from '../kit/statistics.ts'
import { valueFor } from '../settings.ts'
import type { Group } from '../team/groups.ts'
import { type LastDay, lastDayForNew } from '../team/norms.ts'
import type { Rep } from '../team/rep.ts'
import {
  earningOf,
  historicalRateOf,
  ownRecord,
  type OwnRecord,
  usualRate,
  type WinRate,
  winRateOf,
} from '../team/win-rates.ts'
import type { Goal } from './goal.ts'
import { type GoalSum, sumGoals } from './goals.ts'
import { isWithin, type Period } from './period.ts'

/** How open deals are taken: which of them count, and at which rate. */
interface Reckoning {
  readonly counts: (deal: Deal, book: Book) => boolean
  readonly rate: typeof winRateOf
}

/** As a page says it: what it asks to close brings nothing, and a rep's deals end as the rep's deals do. */
const HONEST: Reckoning = { counts: (deal, book) => !isDeadWeight(deal, book), rate: winRateOf }

/** As the catalogue of the rules has it: whatever is promised, at the historical rate of its stage. */
const AS_PROMISED: Reckoning = { counts: () => true, rate: historicalRateOf }

/** The open deals that are promised for a period. */
export interface OpenInPeriod {
  readonly deals: number
  /** Of those with a known amount; undefined where deals are promised and no amount is known. */
  readonly amount: number | undefined
  /** Each amount × its win rate; undefined where no rate is known. */
  readonly expected: number | undefined
  /** The same at the team's rates. */
  readonly usual: number | undefined
  /** Deals without an amount in the review's currency: in no sum. */
  readonly uncounted: number
  /** Promised for the period too, and not counted: in no sum. */
  readonly leftOut: { readonly deals: number; readonly amount: number }
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
  /** toWin ÷ (win rate × average won amount), both as they are shown; not rounded. */
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
  readonly coverage: Coverage | undefined
  /** By which the open deals were taken, where it differs from the team's. */
  readonly record: OwnRecord | undefined
}

/** The same for the goals of several together. */
export interface WhatTheyTake extends Takes {
  /** Who is short of their own goal, the furthest first. */
  readonly short: readonly { readonly rep: string; readonly missing: number }[]
}

/** Undefined for a rep without a goal; what cannot be reckoned is undefined in it. */
export function whatItTakes(rep: Rep, book: Book, by = HONEST): WhatItTakes | undefined {
  const { goal } = rep
  if (goal === undefined) return undefined
  return {
    ...takesOf(goal, rep, [rep], book, by),
    goal,
    coverage: goal.gap === undefined ? undefined : coverageFor(goal.gap, rep, book),
    record: ownRecord(rep, book),
  }
}

/** The same as the rules take it, whose findings are to be the same for every rep. */
export function asPromised(rep: Rep, book: Book): WhatItTakes | undefined {
  return whatItTakes(rep, book, AS_PROMISED)
}

/** One's surplus covers another's gap: goals and wins are added up first. Undefined where nobody has a goal. */
export function whatTheyTake(group: Group, book: Book): WhatTheyTake | undefined {
  const reps = group.reps.filter(({ goal }) => goal !== undefined)
  const goal = sumGoals(reps.flatMap((rep) => rep.goal ?? []))
  if (goal === undefined) return undefined
  const short = reps.flatMap((rep) => {
    const missing = missingIn(book.period, [rep], book, HONEST) ?? 0
    return missing > 0 ? [{ rep: rep.name, missing }] : []
  })
  return { ...takesOf(goal, group, reps, book, HONEST), short: short.sort((a, b) => b.missing - a.missing) }
}

function takesOf(goal: GoalSum, whose: Pick<Rep, 'closings'>, reps: readonly Rep[], book: Book, by: Reckoning): Takes {
  const open = openOf(reps, book.period, book, by)
  const lastDay = lastDayForNew(book)
  const toWin = lastDay === undefined ? undefined : missingIn(lastDay.period, reps, book, by)
  const creation = lastDay === undefined || toWin === undefined ? undefined : creationFor(toWin, lastDay, whose, book)
  return { goal, open, missing: missingOf(goal, open), creation }
}

/** What is still to be won in a period when its open deals bring what such deals have brought. */
function missingIn(period: Period, reps: readonly Rep[], book: Book, by: Reckoning): number | undefined {
  const goal = sumGoals(reps.flatMap((rep) => book.goals.of(rep, rep.deals, period, book.asOf) ?? []))
  return goal === undefined ? undefined : missingOf(goal, openOf(reps, period, book, by))
}

function missingOf({ gap }: GoalSum, { expected }: OpenInPeriod): number | undefined {
  return gap === undefined || expected === undefined ? undefined : Math.max(0, inCents(gap - expected))
}

function openOf(reps: readonly Rep[], period: Period, book: Book, by: Reckoning): OpenInPeriod {
  const all = reps.map((rep) => openIn(period, rep, book, by))
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
function openIn(period: Period, rep: Rep, book: Book, by: Reckoning): OpenInPeriod {
  const promised = rep.open.filter(({ closeDate }) => isWithin(closeDate, period))
  const deals = promised.filter((deal) => by.counts(deal, book))
  const dead = promised.filter((deal) => !by.counts(deal, book))
  const counted = deals.filter((deal) => deal.amount !== undefined)
  const isKnown = counted.length > 0 || (deals.length === 0 && hasAmounts(book.deals))
  const brought = (whose: Rep | undefined) => {
    const shares = counted.flatMap((deal) => {
      const rate = by.rate(deal, whose, book)?.rate
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
function creationFor(
  toWin: number,
  lastDay: LastDay,
  whose: Pick<Rep, 'closings'>,
  book: Book,
): CreationNeeded | undefined {
  const { winRate, averageWon } = earningOf(whose, book) ?? {}
  if (winRate === undefined || averageWon === undefined) return undefined
  // As both are shown beside the number: a reader comes to the same.
  const each = asPercent(winRate.rate) * asShown(averageWon)
  if (each <= 0) return undefined
  const opportunities = toWin / each
  return { lastDay, toWin, winRate, averageWon, opportunities, perWeek: opportunities / lastDay.weeks }
}

/** Rates are binary fractions: what is exactly enough must not be a hundred-millionth short. */
function inCents(amount: number): number {
  return Math.round(amount * 100) / 100
}
