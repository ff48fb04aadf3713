import type { PlainDate } from '../../src/time/plain-date.ts'

/** The standard Salesforce path. */
export const OPEN_STAGES = [
  'Prospecting',
  'Qualification',
  'Needs Analysis',
  'Value Proposition',
  'Id. Decision Makers',
  'Perception Analysis',
  'Proposal/Price Quote',
  'Negotiation/Review',
] as const

export type OpenStage = (typeof OPEN_STAGES)[number]
export type Stage = OpenStage | 'Closed Won' | 'Closed Lost'
export type DealType = 'New Business' | 'Expansion'
export type Role = 'Decision Maker' | 'Economic Buyer' | 'Influencer' | 'Evaluator' | 'Business User'

export interface Person {
  readonly id: string
  readonly name: string
  readonly title: string
}

/** A person on a deal, and since when. */
export interface Contact {
  readonly person: Person
  readonly role: Role
  readonly since: PlainDate
}

/** From `day` on the deal has this value. */
export interface Change<T> {
  readonly day: PlainDate
  readonly to: T
}

/** How a deal is looked after: what its activities and next steps are made from. */
export interface Rhythm {
  /** Fewest and most days between two touches. */
  readonly every: readonly [number, number]
  /** After this day nobody has touched it. */
  readonly until?: PlainDate
  /** Whether each touch ends with the next one in the calendar. */
  readonly plans: boolean
  /** What stands in the next step where nothing is planned. */
  readonly note?: string
  /** A champion who keeps having to ask somebody else. */
  readonly loops?: boolean
}

/** One deal as it really went, up to the second export. Each export shows as much of it as had happened by then. */
export interface Deal {
  readonly key: string
  /** Empty where nobody owns it. */
  readonly rep: string
  readonly account: string
  readonly name: string
  readonly type: DealType
  readonly source: string
  readonly created: PlainDate
  readonly end?: { readonly day: PlainDate; readonly won: boolean }
  readonly stages: readonly Change<Stage>[]
  readonly amounts: readonly Change<number | undefined>[]
  /** The close dates promised. */
  readonly promises: readonly Change<PlainDate>[]
  readonly contacts: readonly Contact[]
  readonly rhythm: Rhythm
}

export type ActivityType = 'Call' | 'Email' | 'Meeting' | 'Task'

export interface Activity {
  readonly id: string
  readonly deal?: Deal
  readonly who?: { readonly id: string; readonly name: string }
  readonly owner: string
  readonly type: ActivityType
  readonly subject: string
  readonly day: PlainDate
  /** From this day on it stands in the calendar. */
  readonly known: PlainDate
  /** For calls. */
  readonly disposition?: string
  /** What the next step says while this is ahead. */
  readonly step?: string
}
