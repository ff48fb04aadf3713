import type { People } from '../../records/people.ts'
import type { AccountKeys, EventAccounts } from '../accounts/account-keys.ts'
import type { ContactBook } from './contacts.ts'
import type { DealEvents } from './deal-events.ts'

/** What was read and joined while the deals were built: the n-th deal has number n in all of it. */
export interface ActivityTracks {
  readonly dealEvents: DealEvents
  readonly contacts: ContactBook
  readonly keys: AccountKeys
  readonly eventAccounts: EventAccounts
  readonly people: People
  /** The day since which each account is a client, by its number; -Infinity where it always was. */
  readonly clientSince: ReadonlyMap<number, number>
}
