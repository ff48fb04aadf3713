import { addDays, type Days, type PlainDate } from '../../time/plain-date.ts'
import { amountOn } from './held.ts'
import type { Book } from '../book.ts'
import type { Deal } from './deal.ts'
import { isRevalued } from '../known/reading.ts'

/** What a deal has lost since the manager last looked at it. */

type Looked = Pick<Book, 'asOf' | 'past'>

/** The day of the last review; where there was none, so many days ago, the as-of day being the last of them. */
export function lastLookedAt({ asOf, past }: Looked, days: Days): PlainDate {
  return past.reviews[0]?.asOf ?? addDays(asOf, -days)
}

/** A later stage from which a deal has come back. */
export interface MovedBack {
  readonly from: string
  /** Of the stage before and of the present one, 0 for the first open stage to 1 for the last. */
  readonly fromPosition: number
  readonly toPosition: number
  /** The day of the move into the present stage; undefined where only an earlier review tells. */
  readonly movedOn: PlainDate | undefined
}

/**
 * The furthest stage that a deal has held since a day, by its history or by the last review, where that is later than
 * its present one. Undefined where it is not, and where the order of the stages was guessed: that would invent moves.
 */
export function movedBackSince(deal: Deal, since: PlainDate, { stages }: Pick<Book, 'stages'>): MovedBack | undefined {
  const { position, before, stagesHeld = [], stageSince } = deal
  if (!stages.isGiven || position === undefined) return undefined
  const held = stagesHeld.slice(0, -1).filter(({ since: from }, at) => {
    const until = stagesHeld[at + 1]?.since
    // A stage left on the day it was entered was a slip of the mouse.
    return until !== undefined && until > since && from !== until
  })
  let furthest: { stage: string; place: number } | undefined
  for (const stage of [before?.stage, ...held.map((entry) => entry.stage)]) {
    const place = stages.position(stage)
    if (stage !== undefined && place !== undefined && place > (furthest?.place ?? position)) furthest = { stage, place }
  }
  if (furthest === undefined) return undefined
  const movedOn = stageSince !== undefined && stageSince > since ? stageSince : undefined
  return { from: furthest.stage, fromPosition: furthest.place, toPosition: position, movedOn }
}

/** An amount that has become smaller. */
export interface AmountCut {
  readonly from: number
  readonly to: number
  /** The part of the earlier amount that is gone, 0 to 1. */
  readonly share: number
  /** ISO code where the amounts are in another currency than the review's. */
  readonly currency: string | undefined
}

/**
 * How much of a deal's amount is gone since a day: against what the last review saw, else what its history had then.
 * What went up and came down again in between is no cut. Undefined where nothing is gone or nothing tells.
 */
export function amountCutSince(
  deal: Deal,
  since: PlainDate,
  book: Pick<Book, 'past' | 'reading'>,
): AmountCut | undefined {
  const to = deal.amount ?? deal.foreign?.amount
  const from = amountSeen(deal, book) ?? amountOn(deal.amountsHeld, since)
  if (to === undefined || from === undefined || from <= 0 || to >= from) return undefined
  return { from, to, share: (from - to) / from, currency: deal.foreign?.currency }
}

/** What the last review saw, where that is in the currency and at the rate of today. */
function amountSeen({ amount, before, foreign }: Deal, { past, reading }: Pick<Book, 'past' | 'reading'>) {
  const [last] = past.reviews
  if (last === undefined || foreign !== undefined || isRevalued(amount, before?.amount, last.reading, reading))
    return undefined
  return before?.amount
}
