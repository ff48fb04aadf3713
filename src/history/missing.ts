import type { Book } from '../book/book.ts'
import type { PastReview } from '../book/past/past.ts'
import type { SeenDeal } from '../book/past/seen-deal.ts'
import { groupBy } from '../kit/collections.ts'

/** What became of the last review's open deals that are not in this export. */
export interface Missing {
  readonly gone: readonly (readonly [id: string, deal: SeenDeal])[]
  /** Owners of whom this export has nothing at all, and how many open deals each had: it seems to be a narrower one. */
  readonly leftOut: ReadonlyMap<string, number>
}

/** With fewer it may be chance that all of somebody's deals are gone at once. */
const ENOUGH_TO_BE_LEFT_OUT = 2

export function missingDeals(book: Book, last: PastReview): Missing {
  const absent = [...last.deals].filter(([id, { state }]) => state === 'open' && !book.ids.has(id))
  if (absent.length === 0) return { gone: [], leftOut: new Map() }
  const present = new Set(book.deals.map(({ owner }) => owner))
  const had = groupBy(
    [...last.deals.values()].filter(({ state }) => state === 'open'),
    ({ owner }) => owner,
  )
  const leftOut = new Map(
    [...groupBy(absent, ([, { owner }]) => owner)].flatMap(([owner, deals]) => {
      const all = had.get(owner)?.length ?? 0
      const isLeftOut = owner !== undefined && !present.has(owner) && deals.length === all
      return isLeftOut && all >= ENOUGH_TO_BE_LEFT_OUT ? [[owner, all] as const] : []
    }),
  )
  return { gone: absent.filter(([, { owner }]) => owner === undefined || !leftOut.has(owner)), leftOut }
}
