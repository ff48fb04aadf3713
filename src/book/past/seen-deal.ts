import type { PlainDate } from '../../time/plain-date.ts'
import type { DealState } from '../../vocabulary/deal-state.ts'

/** What one review saw of one deal. Undefined was not known then, and is compared with nothing. */
export interface SeenDeal {
  readonly name: string
  readonly owner: string | undefined
  readonly state: DealState
  readonly stage: string | undefined
  readonly amount: number | undefined
  /** Undefined, too, in reviews that did not keep it. */
  readonly created?: PlainDate | undefined
  readonly closeDate: PlainDate | undefined
  readonly nextStep: string | undefined
  /** Names, sorted; undefined where that export held no contacts. */
  readonly contacts: readonly string[] | undefined
}
