import type { Days, PlainDate } from '../../time/plain-date.ts'
import type { SourceKind } from '../../vocabulary/sources.ts'
import type { ForeignAmount } from '../kit/currency.ts'
import type { SeenDeal } from '../past/seen-deal.ts'
import type { AmountHeld, DateHeld } from './held.ts'
import type { DealOrigin } from './deal-origin.ts'
import type { Spoken } from './spoken.ts'
import type { StageHeld } from './stage-story.ts'
import type { DealState } from '../../vocabulary/deal-state.ts'

/** A person on the client's side of a deal. */
export interface Contact {
  readonly name: string
  /** On the deal; else their title. */
  readonly role: string | undefined
  /** As the contact roles or the contacts file have it. */
  readonly title?: string | undefined
  /** Whether the role, or the title, is one that can say yes. */
  readonly isDeciding: boolean
}

/** How often the close date of a deal has been moved later. */
export interface Pushes {
  readonly count: number
  /** The earliest close date on record; undefined where only a count is known. */
  readonly firstPromised: PlainDate | undefined
  readonly source: 'push count' | 'original close date' | 'history' | 'earlier reviews'
}

export interface NextStep {
  readonly text: string
  /** The day named in the text or in a column of its own. */
  readonly date: PlainDate | undefined
}

/** A deal as it stood on the day of the review, and what is measured on it. Undefined is unknown. */
export interface Deal extends DealOrigin, Spoken {
  readonly id: string
  readonly name: string
  readonly account: string | undefined
  readonly accountId: string | undefined
  /** Undefined where the export has no owner for it. */
  readonly owner: string | undefined
  /** Who opened it: whom the export names as its creator, else its first owner on record, else the owner. */
  readonly opener: string | undefined
  readonly state: DealState
  /** Whether its stage may be won or lost as well, for all that can be seen. */
  readonly isStateAsked: boolean
  readonly stage: string | undefined
  /** 0 for the first open stage to 1 for the last. */
  readonly position: number | undefined
  /** In the review's currency. */
  readonly amount: number | undefined
  /** Whether the amount is the list price of its product: the deal has none of its own. */
  readonly isListPrice: boolean
  /** The amount where it is in another currency and no rate converts it: never added up. */
  readonly foreign: ForeignAmount | undefined
  readonly created: PlainDate | undefined
  /** The day on which an import made it, where that is all that is known of its creation. */
  readonly importedOn: PlainDate | undefined
  /** The day an open deal is promised for. */
  readonly closeDate: PlainDate | undefined
  /** The day a won or lost deal was closed. */
  readonly closedOn: PlainDate | undefined
  /**
   * A won or lost deal's close date where it lies ahead: whoever closed it left it as it was. The deal counts as closed
   * within the year, and a win towards the goal of the period that this day is in, as CRMs have it.
   */
  readonly closeDateAhead: PlainDate | undefined
  readonly isRenewal: boolean
  /** Its type as the export has it: new business, renewal … */
  readonly type: string | undefined
  /** Its lead source as the export has it. */
  readonly source: string | undefined
  /** Whose doing it is; undefined without a source, and where that says nothing (“Other”). */
  readonly sourceKind: SourceKind | undefined
  /** What it is worth to the client, in the rep's words. */
  readonly valueProposition: string | undefined
  /** Why a lost deal was lost, in the export's words. */
  readonly lostReason: string | undefined
  /** Open deals: days since creation. Closed ones: days from creation to closing, the cycle. */
  readonly age: Days | undefined
  readonly lastActivity: PlainDate | undefined
  /** Days without an activity, closed days left out; since its creation for a deal that never had one. */
  readonly daysSilent: Days | undefined
  /** Whether something is planned with the client. */
  readonly isPlanned: boolean
  /** The day of the next planned activity, where it has one. */
  readonly planned: PlainDate | undefined
  readonly nextStep: NextStep | undefined
  /** Undefined where the export holds no contacts at all. */
  readonly contacts: readonly Contact[] | undefined
  /** How many persons are on the deal, where a column counts them or they are named. */
  readonly contactCount: number | undefined
  /** The forecast category as the export has it. */
  readonly forecast: string | undefined
  /** Whether the rep has committed to it in the forecast: “Commit”. */
  readonly isCommitted: boolean
  /** Whether someone who can say yes is known; undefined where the export has no roles. */
  readonly hasDecisionMaker: boolean | undefined
  /** Somebody who can say yes, where the exports name one. */
  readonly decider: Contact | undefined
  /** Every day it was due on, oldest first, the present one last; undefined where no history has them. */
  readonly datesHeld: readonly DateHeld[] | undefined
  readonly pushes: Pushes | undefined
  /** What the last review saw of it. */
  readonly before: SeenDeal | undefined
  /** The day from which the present stage stands: from the history or the column with the last stage change. */
  readonly stageSince: PlainDate | undefined
  /** Open deals: days in the present stage, closed days left out. */
  readonly daysInStage: Days | undefined
  /** Whether its stage has ever changed; undefined where nothing tells. */
  readonly hasMoved: boolean | undefined
  /** Every stage it has been in, oldest first, the present one last; undefined where no history has them. */
  readonly stagesHeld: readonly StageHeld[] | undefined
  /** Every amount it has had, oldest first; undefined where no history has them. */
  readonly amountsHeld: readonly AmountHeld[] | undefined
}
