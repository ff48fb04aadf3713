import type { Book } from '../book/book.ts'
import { findingKey, type PastReview } from '../book/past/past.ts'
import type { SeenDeal } from '../book/past/seen-deal.ts'
import type { Days } from '../time/plain-date.ts'
import type { Backtest } from './backtest.ts'
import type { Sighting, Sightings } from './followed.ts'
import { type Horizon, horizonOf } from './horizon.ts'
import { backtestOfReviews } from './of-exports.ts'
import type { Kit } from './replay.ts'
import { MARKS, type ReviewDay } from './sample.ts'

/**
 * What was really said in the reviews that were kept, and what became of those deals by later ones.
 *
 * @param kept oldest first.
 * @param today a newer export, where one was given: it tells what became of the deals since the last review.
 */
export function backtestOfHistory(
  kept: readonly PastReview[],
  today: Book | undefined,
  kit: Kit,
  asked: Horizon,
): Backtest {
  const seen = kept.map(({ asOf, deals }): Sightings => ({
    day: asOf,
    deals: new Map([...deals].map(([id, deal]): [string, Sighting] => [id, seenAs(deal)])),
  }))
  const now: Sightings[] =
    today === undefined
      ? []
      : [
          {
            day: today.asOf,
            deals: new Map(today.deals.map(({ id, state, created, closedOn }) => [id, { state, created, closedOn }])),
          },
        ]
  const sightings = [...seen, ...now].toSorted((a, b) => a.day - b.day)
  return backtestOfReviews('history', kept.flatMap(reviewDay(kit)), sightings, horizonOf(cyclesIn(kept), asked), kit)
}

/** A review keeps one date of a deal: of a closed one the day it was closed. */
function seenAs({ state, created, closeDate }: SeenDeal): Sighting {
  return { state, created, closedOn: state === 'won' || state === 'lost' ? closeDate : undefined }
}

/** Reviews of the first version do not tell which rules ran: of those nobody knows what silence meant. */
function reviewDay({ rules }: Kit) {
  return ({ asOf, deals, kept }: PastReview): ReviewDay[] => {
    if (kept === undefined) return []
    const ran = new Set(kept.rules)
    const open = [...deals].flatMap(([id, { state, created }]) =>
      state === 'open' ? [{ id, age: created === undefined ? undefined : asOf - created }] : [],
    )
    const said = rules.flatMap(({ id: rule }): [string, Uint8Array][] => {
      if (!ran.has(rule)) return []
      const markOf = (id: string) =>
        MARKS[kept.severities.get(findingKey({ ...NOBODY, rule, deal: { id } })) ?? 'silent']
      return [[rule, Uint8Array.from(open, ({ id }) => markOf(id))]]
    })
    return [{ day: asOf, open, said: new Map(said), failures: new Map() }]
  }
}

const NOBODY = { scope: 'deal', rep: null, manager: null, account: null } as const

/** Of every win that a review saw. */
function cyclesIn(kept: readonly PastReview[]): readonly Days[] {
  const cycles = new Map<string, Days>()
  for (const { deals } of kept)
    for (const [id, { state, created, closeDate }] of deals)
      if (state === 'won' && created !== undefined && closeDate !== undefined && closeDate >= created)
        cycles.set(id, closeDate - created)
  return [...cycles.values()]
}
