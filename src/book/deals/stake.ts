import type { Book } from '../book.ts'
import type { Deal } from './deal.ts'
import type { ClientMeeting } from '../activity/touches.ts'

const CLOSING_SOON = 1.5

/**
 * What a deal weighs beside the others: 0.5 + its amount's percentile among the team's open deals (unknown: the
 * median), × 1.5 when it closes in this period. From 0.5 to 2.25.
 */
export function stakeOf(deal: Deal, book: Book): number {
  const percentile = deal.amount === undefined ? 0.5 : (book.openAmounts.percentileOf(deal.amount) ?? 0.5)
  const closesInPeriod = deal.closeDate !== undefined && deal.closeDate >= book.asOf && deal.closeDate <= book.period.to
  return (0.5 + percentile) * (closesInPeriod ? CLOSING_SOON : 1)
}

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
