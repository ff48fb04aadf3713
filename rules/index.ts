import type { AnyRule } from '../src/engine/rule.ts'
import { agingDeal } from './deals/aging-deal.ts'
import { amountCut } from './deals/amount-cut.ts'
import { anemicPipeline } from './winning/anemic-pipeline.ts'
import { blindOpportunity } from './people/blind-opportunity.ts'
import { clientListWithoutPeople } from './people/client-list-without-people.ts'
import { closeDatePassed } from './deals/close-date-passed.ts'
import { closeDatePushed } from './deals/close-date-pushed.ts'
import { commitmentsMissed } from './leading/commitments-missed.ts'
import { creationBelowStandard } from './creation/creation-below-standard.ts'
import { creationHole } from './creation/creation-hole.ts'
import { fewLiveConversations } from './activity/few-live-conversations.ts'
import { findingLeftStanding } from './leading/finding-left-standing.ts'
import { gatekeeperLoop } from './people/gatekeeper-loop.ts'
import { goalOutOfReach } from './winning/goal-out-of-reach.ts'
import { lagMeasuresOnly } from './leading/lag-measures-only.ts'
import { lostAtGatekeeper } from './people/lost-at-gatekeeper.ts'
import { lowWinRate } from './winning/low-win-rate.ts'
import { managerOutOfTheField } from './leading/manager-out-of-the-field.ts'
import { missingEssentials } from './deals/missing-essentials.ts'
import { neverWorked } from './deals/never-worked.ts'
import { noDecisionMaker } from './people/no-decision-maker.ts'
import { noNewOpportunities } from './creation/no-new-opportunities.ts'
import { noNextStep } from './deals/no-next-step.ts'
import { noStandardSet } from './leading/no-standard-set.ts'
import { nonSellingWork } from './activity/non-selling-work.ts'
import { oneSidedCommitments } from './people/one-sided-commitments.ts'
import { reactivePipeline } from './creation/reactive-pipeline.ts'
import { renewalsOutrunNewBusiness } from './winning/renewals-outrun-new-business.ts'
import { sameUpdate } from './deals/same-update.ts'
import { seniorRepNotProspecting } from './creation/senior-rep-not-prospecting.ts'
import { singleThreadedChampion } from './people/single-threaded-champion.ts'
import { sporadicProspecting } from './creation/sporadic-prospecting.ts'
import { stageMovedBack } from './deals/stage-moved-back.ts'
import { staleDeal } from './deals/stale-deal.ts'
import { stuckInStage } from './deals/stuck-in-stage.ts'
import { tooLittleActivity } from './activity/too-little-activity.ts'
import { underWorked } from './deals/under-worked.ts'
import { unfocusedProspecting } from './creation/unfocused-prospecting.ts'
import { vendorRelationship } from './people/vendor-relationship.ts'
import { weakValueProposition } from './people/weak-value-proposition.ts'

/** Every built-in rule, in the order of the catalogue: creation first. */
export const rules: readonly AnyRule[] = [
  creationBelowStandard,
  noNewOpportunities,
  sporadicProspecting,
  unfocusedProspecting,
  reactivePipeline,
  creationHole,
  seniorRepNotProspecting,
  tooLittleActivity,
  fewLiveConversations,
  nonSellingWork,
  lowWinRate,
  goalOutOfReach,
  anemicPipeline,
  renewalsOutrunNewBusiness,
  staleDeal,
  neverWorked,
  underWorked,
  stuckInStage,
  agingDeal,
  closeDatePassed,
  closeDatePushed,
  stageMovedBack,
  amountCut,
  singleThreadedChampion,
  noDecisionMaker,
  gatekeeperLoop,
  lostAtGatekeeper,
  noNextStep,
  oneSidedCommitments,
  blindOpportunity,
  weakValueProposition,
  vendorRelationship,
  sameUpdate,
  missingEssentials,
  clientListWithoutPeople,
  findingLeftStanding,
  managerOutOfTheField,
  noStandardSet,
  lagMeasuresOnly,
  commitmentsMissed,
]
