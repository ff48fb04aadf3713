import type { DealState } from '../vocabulary/deal-state.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { LeftOut } from './replay.ts'
import type { Outcome, Outcomes } from './sample.ts'

/** How a deal stood on one day. */
export interface Sighting {
  readonly state: DealState
  readonly created: PlainDate | undefined
  /** The day it was closed, where it is told. */
  readonly closedOn: PlainDate | undefined
}

/** Every deal that was seen on one day, by id. */
export interface Sightings {
  readonly day: PlainDate
  readonly deals: ReadonlyMap<string, Sighting>
}

/**
 * What became of the deals, by the last that was seen of each. One that was open and is gone from what came later may
 * have been won, lost or deleted: nobody knows, and it is in no count. Nor is one without a creation date where the others
 * have one: such rows are hardly ever closed, and would make every warning beside them look worse than it is.
 *
 * @param days oldest first.
 */
export function followed(days: readonly Sightings[]): { outcomes: Outcomes; leftOut: LeftOut } {
  const last = new Map<string, { readonly seen: Sighting; readonly on: PlainDate; readonly closedFrom?: PlainDate }>()
  for (const { day, deals } of days)
    for (const [id, seen] of deals) {
      const before = last.get(id)
      const isClosed = seen.state === 'won' || seen.state === 'lost'
      const closedFrom = before?.seen.state === seen.state ? (before.closedFrom ?? day) : day
      last.set(id, isClosed ? { seen, on: day, closedFrom } : { seen, on: day })
    }
  const end = days.at(-1)?.day
  const outcomes = new Map<string, Outcome>()
  const leftOut = { notCreated: 0, notDated: 0, unknown: 0, gone: 0 }
  const undated = [...last.values()].filter(({ seen }) => seen.created === undefined).length
  const areDated = undated * 2 < last.size
  for (const [id, { seen, on, closedFrom }] of last)
    if (areDated && seen.created === undefined) leftOut.notCreated++
    else if (seen.state === 'won' || seen.state === 'lost')
      outcomes.set(id, { state: seen.state, on: seen.closedOn ?? closedFrom ?? on })
    else if (seen.state === 'unknown') leftOut.unknown++
    else if (on === end) outcomes.set(id, undefined)
    else leftOut.gone++
  return { outcomes, leftOut }
}
