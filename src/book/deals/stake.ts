import { addDays } from '../../time/plain-date.ts'
import { oncePer } from '../../kit/remembered.ts'
import type { ClientMeeting } from '../activity/touches.ts'
import type { Book } from '../book.ts'
import { median } from '../kit/statistics.ts'
import { chanceOfWinning } from '../team/win-by-age.ts'
import type { Deal } from './deal.ts'

/** Days within which a deal is due now. */
export const DUE_SOON_DAYS = 14

const DUE = { now: 2, thisPeriod: 1.5, later: 1 } as const
/** What a second and a third reason to talk about a deal add each. */
const REASON = 0.25
const MOST_REASONS = 3

/** What the one ranking formula multiplies. */
export interface StakeParts {
  /** In the review's currency; where the deal has none, the median of what such deals are worth. */
  readonly amount: number
  /** P(won | age, stage, size); 1 for every deal where too little was closed to know. */
  readonly chance: number
  readonly due: number
  readonly reasons: number
}

/**
 * stake = amount × P(won) × due weight × (1 + ¼ for a second and a third reason) × evidence weight: the one order of
 * deals, on the page, in the meeting and in JSON.
 *
 * @param evidence the weight of the evidence for what is said of the deal; 1 until something gives another.
 */
export function stake({ amount, chance, due, reasons }: StakeParts, evidence = 1): number {
  const extra = Math.min(MOST_REASONS, Math.max(1, reasons)) - 1
  return amount * chance * due * (1 + REASON * extra) * evidence
}

type Facts = Pick<Book, 'deals' | 'open' | 'asOf' | 'period' | 'stageOutcomes' | 'team'>

/** What is at stake in an open deal. In the review's currency, weighed: an order, and not money to be shown. */
export function stakeOf(deal: Deal, book: Facts, reasons = 1): number {
  return stake(stakeParts(deal, book, reasons))
}

export function stakeParts(deal: Deal, book: Facts, reasons = 1): StakeParts {
  return {
    amount: deal.amount ?? usualAmount(book),
    chance: chanceOfWinning(deal, book)?.chance ?? 1,
    due: dueWeight(deal, book),
    reasons,
  }
}

/** Overdue or due in 14 days 2, later in this period 1.5, later or not known 1. */
function dueWeight({ closeDate }: Deal, { asOf, period }: Facts): number {
  if (closeDate === undefined) return DUE.later
  if (closeDate <= addDays(asOf, DUE_SOON_DAYS)) return DUE.now
  return closeDate <= period.to ? DUE.thisPeriod : DUE.later
}

/** The median of the open amounts, else of the won ones; 1 where nobody knows any. */
const usualAmount = oncePer((book: Facts): number => {
  const known = (deals: readonly Deal[]) => deals.flatMap(({ amount }) => amount ?? [])
  return median(known(book.open)) ?? median(known(book.deals.filter(({ state }) => state === 'won'))) ?? 1
})

/** What a deal weighs: by the first number, of equals by the next. */
export type Weigh = (deal: Deal) => readonly number[]

/** Of these deals the one that weighs most, the first of equals; undefined where there is none. */
export function heaviest(deals: readonly Deal[], weigh: Weigh): Deal | undefined {
  let best: { deal: Deal; weight: readonly number[] } | undefined
  for (const deal of deals) {
    const weight = weigh(deal)
    if (best === undefined || isHeavier(weight, best.weight)) best = { deal, weight }
  }
  return best?.deal
}

function isHeavier(weight: readonly number[], other: readonly number[]): boolean {
  const at = weight.findIndex((number, place) => number !== other[place])
  return at >= 0 && (weight[at] ?? 0) > (other[at] ?? 0)
}

/** A meeting and the deal for which it is worth being there. */
export interface WorthJoining {
  readonly meeting: ClientMeeting
  readonly deal: Deal
}

/**
 * The meeting whose open deal weighs most, the soonest of equals; undefined where none of them is about an open deal.
 *
 * @param meetings the next first.
 */
export function worthJoining(meetings: readonly ClientMeeting[], weigh: Weigh): WorthJoining | undefined {
  const joined = new Map<Deal, ClientMeeting>()
  for (const meeting of meetings)
    for (const deal of meeting.deals) if (deal.state === 'open' && !joined.has(deal)) joined.set(deal, meeting)
  const deal = heaviest([...joined.keys()], weigh)
  const meeting = deal === undefined ? undefined : joined.get(deal)
  return deal === undefined || meeting === undefined ? undefined : { meeting, deal }
}
