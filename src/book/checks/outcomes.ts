import type { Exports } from '../../records/exports.ts'
import type { DealStates } from '../states/states.ts'
import type { DataFinding } from './data-check.ts'

type OutcomesMissing = Extract<DataFinding, { id: 'outcomes-missing' }>

/** Fewer deals than this may well all have gone one way. */
const ENOUGH = 3

/** What the list of deals cannot show: a list without lost deals has no win rate, and one without open deals no pipeline. */
export function missingOutcomes({ deals }: Exports, states: DealStates): readonly OutcomesMissing[] {
  const counts = { open: 0, won: 0, lost: 0, unknown: 0 }
  for (const row of deals) counts[states.of(row)]++
  const { open, won, lost, unknown } = counts
  const said = (missing: OutcomesMissing['missing'], count: number) => [
    { id: 'outcomes-missing' as const, missing, deals: count },
  ]
  // Of deals whose state nobody can tell it is not known what they are.
  if (unknown > 0 || states.unclear.length > 0) return []
  if (open === 0 && won + lost >= ENOUGH) return said('open', won + lost)
  if (lost === 0 && won >= ENOUGH) return said('lost', won)
  if (won === 0 && lost >= ENOUGH) return said('won', lost)
  return won + lost === 0 && open >= ENOUGH ? said('closed', open) : []
}
