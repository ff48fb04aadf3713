import type { AnyRule } from '../src/engine/rule.ts'
import { agingDeal } from './aging-deal.ts'
import { closeDatePassed } from './close-date-passed.ts'
import { closeDatePushed } from './close-date-pushed.ts'
import { creationBelowStandard } from './creation-below-standard.ts'
import { lowWinRate } from './low-win-rate.ts'
import { noDecisionMaker } from './no-decision-maker.ts'
import { noNewOpportunities } from './no-new-opportunities.ts'
import { noNextStep } from './no-next-step.ts'
import { singleThreadedChampion } from './single-threaded-champion.ts'
import { staleDeal } from './stale-deal.ts'

/** Every built-in rule, in the order of the catalogue: creation first. */
export const rules: readonly AnyRule[] = [
  noNewOpportunities,
  creationBelowStandard,
  lowWinRate,
  staleDeal,
  agingDeal,
  closeDatePassed,
  closeDatePushed,
  singleThreadedChampion,
  noDecisionMaker,
  noNextStep,
]
