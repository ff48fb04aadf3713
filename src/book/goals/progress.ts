import type { PlainDate } from '../../time/plain-date.ts'
import type { Deal } from '../deals/deal.ts'
import {
  elapsedShare,
  isWithin,
  lengthOf,
  nextPeriod,
  periodContaining,
  previousPeriod,
  type Period,
} from './period.ts'

/** The share of a period's goal that is usually won by this day of it. */
export interface Progress {
  /** 0 to 1. */
  readonly share: number
  readonly from: 'earlier periods' | 'days elapsed'
  /** How many earlier periods and wins it was measured on; none where the days decide. */
  readonly periods: number
  readonly wins: number
}

/** Earlier periods are history from four full ones on, with twenty wins together. */
const ENOUGH = { periods: 4, wins: 20 } as const
/** What was usual longer ago is not looked at. */
const MOST_PERIODS = 8

/**
 * Of the amounts that the team won in earlier full periods of the file, the share that was won by the same part of
 * the period as has passed by as-of; where there are fewer than four such periods or twenty wins, the share of the
 * days that have passed. A period is full when the file has an earlier win than all of its days.
 */
export function measureProgress(deals: readonly Deal[], period: Period, asOf: PlainDate): Progress {
  const elapsed = elapsedShare(period, asOf)
  const wins = deals.flatMap(({ state, closedOn, amount }) =>
    state === 'won' && closedOn !== undefined && amount !== undefined && amount > 0 && closedOn < period.from
      ? [{ day: closedOn, amount }]
      : [],
  )
  const periods = fullPeriods(wins, period)
  const counted = { periods: 0, wins: 0, early: 0, all: 0 }
  for (const earlier of periods) {
    const until = earlier.from + Math.round(elapsed * lengthOf(earlier)) - 1
    const own = wins.filter(({ day }) => isWithin(day, earlier))
    if (own.length === 0) continue
    counted.periods++
    counted.wins += own.length
    for (const { day, amount } of own) {
      counted.all += amount
      if (day <= until) counted.early += amount
    }
  }
  if (counted.periods < ENOUGH.periods || counted.wins < ENOUGH.wins)
    return { share: elapsed, from: 'days elapsed', periods: 0, wins: 0 }
  return { share: counted.early / counted.all, from: 'earlier periods', periods: counted.periods, wins: counted.wins }
}

function fullPeriods(wins: readonly { readonly day: PlainDate }[], present: Period): Period[] {
  const first = wins.reduce<PlainDate | undefined>((a, { day }) => (a === undefined || day < a ? day : a), undefined)
  if (first === undefined) return []
  const earliest = nextPeriod(periodContaining(first, present.kind, present.fiscalYearStart))
  const periods: Period[] = []
  let period = previousPeriod(present)
  while (period.from >= earliest.from && periods.length < MOST_PERIODS) {
    periods.push(period)
    period = previousPeriod(period)
  }
  return periods
}
