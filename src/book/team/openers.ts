import { groupBy } from '../../kit/collections.ts'
import type { DealRow, RepRow } from '../../records/fields.ts'
import { isMachine } from '../../vocabulary/people.ts'
import type { SeenDeal } from '../past/seen-deal.ts'

/** Whoever opens over half of the deals and owns hardly any types them in for the others. */
const MOST = 0.5
const HARDLY_ANY = 0.1

/**
 * Tells who opened a deal: whom the export names as its creator, where that is somebody who sells; else the first owner
 * that an earlier review saw; else the owner.
 */
export function openers(views: readonly { readonly row: DealRow }[], reps: readonly Pick<RepRow, 'rep'>[]) {
  const rows = views.map(({ row }) => row)
  const owned = groupBy(rows, ({ owner }) => owner)
  const created = groupBy(rows, ({ createdBy }) => createdBy)
  const listed = new Set(reps.flatMap(({ rep }) => rep ?? []))
  const named = rows.length - (created.get(undefined)?.length ?? 0)
  const sells = (name: string) => {
    const own = owned.get(name)?.length ?? 0
    if (isMachine(name) || (own === 0 && !listed.has(name))) return false
    return (created.get(name)?.length ?? 0) <= MOST * named || own >= HARDLY_ANY * rows.length
  }
  const sellers = new Set([...created.keys()].filter((name) => name !== undefined && sells(name)))
  return ({ createdBy, owner }: DealRow, seen: readonly SeenDeal[]): string | undefined => {
    if (createdBy !== undefined && sellers.has(createdBy)) return createdBy
    return seen.findLast((deal) => deal.owner !== undefined)?.owner ?? owner
  }
}
