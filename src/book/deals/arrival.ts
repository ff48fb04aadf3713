import { isTender } from '../../vocabulary/sources.ts'
import type { Deal } from './deal.ts'

/** How a deal came: as a tender, by the client's own wish, or otherwise. */
export type Arrival = 'tender' | 'inbound' | 'other'

/**
 * From the deal's source; where that is nobody's in particular or not known, from what its type or name says of a
 * tender; where nothing says, from who began its first activity. Undefined where that is not known either.
 */
export function arrivalOf(deal: Deal): Arrival | undefined {
  const { sourceKind, type, name, begunBy } = deal
  if (sourceKind === 'tender' || sourceKind === 'inbound') return sourceKind
  if (sourceKind === 'own') return 'other'
  if (isTender(type ?? '') || isTender(name)) return 'tender'
  if (sourceKind === 'other') return 'other'
  if (begunBy === undefined) return undefined
  return begunBy === 'in' ? 'inbound' : 'other'
}
