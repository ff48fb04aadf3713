import type { Book } from '../book.ts'
import type { Deal } from './deal.ts'
import type { Qualified, Requirement } from '../settings.ts'
import { isStage } from './stage-story.ts'

type Known = Pick<Book, 'deals' | 'stages'>

const MEETS: Readonly<Record<Requirement, (deal: Deal) => boolean>> = {
  amount: ({ amount, foreign }) => amount !== undefined || foreign !== undefined,
  closeDate: ({ closeDate, closedOn }) => closeDate !== undefined || closedOn !== undefined,
  account: ({ account }) => account !== undefined,
  contact: ({ contacts }) => contacts !== undefined && contacts.length > 0,
  decisionMaker: ({ hasDecisionMaker }) => hasDecisionMaker === true,
  // A deal that is closed has no next step any more.
  nextStep: ({ state, nextStep, planned }) => state !== 'open' || nextStep !== undefined || planned !== undefined,
}

/**
 * Whether a deal has what the config asks of an opportunity. What the exports cannot tell is not held against it: a
 * requirement that no deal meets is a column that is not there, and a closed deal without history was in unknown stages.
 */
export function isQualified(deal: Deal, { stage, requires }: Qualified, book: Known): boolean {
  return requires.every((requirement) => meets(deal, requirement, book)) && hasReached(deal, stage, book)
}

function meets(deal: Deal, requirement: Requirement, { deals }: Known): boolean {
  const isMet = MEETS[requirement]
  return isMet(deal) || !deals.some(isMet)
}

/** Whether it is, or has ever been, in the stage or one that comes after it. */
function hasReached(deal: Deal, stage: string | undefined, { stages }: Known): boolean {
  if (stage === undefined || deal.state === 'won') return true
  const held = [
    ...(deal.stagesHeld ?? []).map((entry) => entry.stage),
    ...(deal.stage === undefined ? [] : [deal.stage]),
  ]
  if (held.some((own) => isStage(own, stage))) return true
  const wanted = stages.position(stage)
  const reached = held.flatMap((own) => stages.position(own) ?? [])
  // A stage without a place in the order may lie before or after.
  return wanted === undefined || reached.length === 0 || Math.max(...reached) >= wanted
}

/** Stages that the config asks for and that no deal knows: a typing error would let everything count. */
export function unknownStages({ deals, stages, settings }: Pick<Book, 'deals' | 'stages' | 'settings'>): string[] {
  const { default: forAll, levels, reps } = settings.standards.qualified
  const asked = [forAll, ...levels.values(), ...reps.values()].flatMap((qualified) => qualified?.stage ?? [])
  const isKnown = (stage: string) =>
    stages.names.some((name) => isStage(name, stage)) || deals.some((deal) => isStage(deal.stage, stage))
  return [...new Set(asked)].filter((stage) => !isKnown(stage))
}
