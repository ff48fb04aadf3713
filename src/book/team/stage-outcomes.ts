import type { Deal } from '../deals/deal.ts'
import { stageKey } from '../deals/stage-story.ts'

/** Won of closed. */
export interface Outcomes {
  readonly won: number
  readonly closed: number
}

/** How the closed deals ended that have ever been in a stage. */
export interface StageOutcomes {
  /** New business by `stageKey`. */
  readonly byStage: ReadonlyMap<string, Outcomes>
  /** Renewals, from any stage. */
  readonly renewals: Outcomes
}

/** Counts, over all closings in the file up to as-of, the outcomes of the deals that have been in each stage. */
export function measureStageOutcomes(deals: readonly Deal[]): StageOutcomes {
  const byStage = new Map<string, { won: number; closed: number }>()
  const renewals = { won: 0, closed: 0 }
  for (const { state, isRenewal, stagesHeld } of deals) {
    if (state !== 'won' && state !== 'lost') continue
    if (isRenewal) count(renewals, state)
    else
      for (const key of new Set(stagesHeld?.map(({ stage }) => stageKey(stage)))) {
        const known = byStage.get(key) ?? { won: 0, closed: 0 }
        count(known, state)
        byStage.set(key, known)
      }
  }
  return { byStage, renewals }
}

export function count(outcomes: { won: number; closed: number }, state: 'won' | 'lost'): void {
  outcomes.closed++
  if (state === 'won') outcomes.won++
}
