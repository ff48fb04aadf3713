import { oncePer, remembered } from '../../kit/remembered.ts'
import { mentions } from '../../vocabulary/match.ts'
import { PROPOSAL } from '../../vocabulary/stages.ts'
import type { StageOrder } from './stages.ts'

/**
 * Whether a deal in this stage has a proposal out: the stage's name says so, or it stands after one that does, in the
 * order of the stages. Undefined where neither tells: no stage, or none of the stages is called so.
 */
export function isAtProposal(stage: string | undefined, order: StageOrder): boolean | undefined {
  return stage === undefined ? undefined : atProposal(order)(stage)
}

/** Stages are few and come in every deal. */
const atProposal = oncePer((order: StageOrder) => {
  const { names } = order
  const first = names.findIndex(saysProposal)
  return remembered((stage): boolean | undefined => {
    if (saysProposal(stage)) return true
    const at = order.placeOf(stage)
    return first < 0 || at === undefined ? undefined : at >= first
  })
})

/** “Value Proposition”, in Salesforce’s and Zoho’s own stages, comes well before. */
function saysProposal(stage: string): boolean {
  return mentions(stage.replace(/value[\s_-]*(?:proposition|proposal)/iu, ''), PROPOSAL)
}
