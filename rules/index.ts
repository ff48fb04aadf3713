import type { AnyRule } from '../src/engine/rule.ts'
import { agingDeal } from './aging-deal.ts'
import { amountCut } from './amount-cut.ts'
import { anemicPipeline } from './anemic-pipeline.ts'
import { blindOpportunity } from './blind-opportunity.ts'
import { clientListWithoutPeople } from './client-list-without-people.ts'
import { closeDatePassed } from './close-date-passed.ts'
import { closeDatePushed } from './close-date-pushed.ts'
import { commitmentsMissed } from './commitments-missed.ts'
import { creationBelowStandard } from './creation-below-standard.ts'
import { creationHole } from './creation-hole.ts'
import { fewLiveConversations } from './few-live-conversations.ts'
import { findingLeftStanding } from './finding-left-standing.ts'
import { gatekeeperLoop } from './gatekeeper-loop.ts'
import { goalOutOfReach } from './goal-out-of-reach.ts'
import { lagMeasuresOnly } from './lag-measures-only.ts'
import { lostAtGatekeeper } from './lost-at-gatekeeper.ts'
import { lowWinRate } from './low-win-rate.ts'
import { managerOutOfTheField } from './manager-out-of-the-field.ts'
import { missingEssentials } from './missing-essentials.ts'
import { neverWorked } from './never-worked.ts'
import { noDecisionMaker } from './no-decision-maker.ts'
import { noNewOpportunities } from './no-new-opportunities.ts'
import { noNextStep } from './no-next-step.ts'
import { noStandardSet } from './no-standard-set.ts'
import { nonSellingWork } from './non-selling-work.ts'
import { oneSidedCommitments } from './one-sided-commitments.ts'
import { reactivePipeline } from './reactive-pipeline.ts'
import { renewalsOutrunNewBusiness } from './renewals-outrun-new-business.ts'
import { sameUpdate } from './same-update.ts'
import { seniorRepNotProspecting } from './senior-rep-not-prospecting.ts'
import { singleThreadedChampion } from './single-threaded-champion.ts'
import { sporadicProspecting } from './sporadic-prospecting.ts'
import { stageMovedBack } from './stage-moved-back.ts'
import { staleDeal } from './stale-deal.ts'
import { stuckInStage } from './stuck-in-stage.ts'
import { tooLittleActivity } from './too-little-activity.ts'
import { underWorked } from './under-worked.ts'
import { unfocusedProspecting } from './unfocused-prospecting.ts'
import { vendorRelationship } from './vendor-relationship.ts'
import { weakValueProposition } from './weak-value-proposition.ts'

/** Every built-in rule, in the order of the catalogue: creation first. */
export const rules: readonly AnyRule[] = [
  noNewOpportunities,
  creationBelowStandard,
  sporadicProspecting,
  unfocusedProspecting,
  reactivePipeline,
  creationHole,
  seniorRepNotProspecting,
  tooLittleActivity,
  fewLiveConversations,
  nonSellingWork,
  lowWinRate,
  anemicPipeline,
  goalOutOfReach,
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
