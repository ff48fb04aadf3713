import type { ActivityKind, Direction, Nature } from '../ingest/activity-traits.ts'
import type { PlainDate } from '../plain-date.ts'
import type { Deal } from './deal.ts'

/** A completed activity on a deal or with an account. Notes are among them, as in a deal's last activity. */
export interface Touch {
  readonly day: PlainDate
  readonly kind: ActivityKind
  /** Who began it; undefined where nothing says so. */
  readonly direction: Direction | undefined
  /** Whom it was with, by the name to show. */
  readonly person: string | undefined
  /** Whether that person can say yes, by their contact role. */
  readonly isDeciding: boolean
  readonly owner: string | undefined
  readonly isConversation: boolean
  readonly nature: Nature | undefined
}

/** A meeting with a client: a person is named, or a deal or an account was found, and it is no internal one. */
export interface ClientMeeting {
  readonly day: PlainDate
  /** In the order of the export; none where only the person or the account is known. */
  readonly deals: readonly Deal[]
  readonly person: string | undefined
  readonly owner: string | undefined
  readonly attendees: readonly string[]
}

/** Completed touches by who began them. */
export interface TouchCounts {
  readonly total: number
  readonly incoming: number
  readonly outgoing: number
  /** Of which nothing says who began them. */
  readonly undirected: number
}
