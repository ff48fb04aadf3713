import type { PlainDate } from '../../time/plain-date.ts'
import type { Deal } from '../deals/deal.ts'

/** A person of an account, from the contacts file, the contact roles or the activities. */
export interface AccountContact {
  readonly name: string
  /** Their title, else their role on a deal. */
  readonly title: string | undefined
}

/** A company that deals or an accounts file name, as it stood on the day of the review. Undefined is unknown. */
export interface Account {
  /** By which the other measures know it: numbers are of one book only. */
  readonly number: number
  readonly id: string | undefined
  readonly name: string
  readonly type: string | undefined
  readonly segment: string | undefined
  /** A deal with it was won, or its type says client. */
  readonly isClient: boolean
  /** The owner of its latest deal; where it has none, of the account. */
  readonly owner: string | undefined
  /** In the order of the export, those of ignored owners left out. */
  readonly deals: readonly Deal[]
  /** Named persons, in the order of their names. */
  readonly contacts: readonly AccountContact[]
  /** The last completed activity, notes left out, with a named person of it. */
  readonly lastSpoken: PlainDate | undefined
}
