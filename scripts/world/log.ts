import type { PlainDate } from '../../src/time/plain-date.ts'
import type { RepOptions, WorldOptions } from './options.ts'

export const STAGES = ['Qualification', 'Needs Analysis', 'Proposal', 'Negotiation'] as const
export const WON = 'Closed Won'
export const LOST = 'Closed Lost'
export const PRODUCTS = ['Starter', 'Standard', 'Premium', 'Service Plan'] as const
export const SOURCES = ['Outbound', 'Inbound', 'Referral', 'Trade Show'] as const
export const REGIONS = ['North', 'South', 'East', 'West'] as const
export const REASONS = ['Price', 'Competitor', 'No decision', 'Timing', 'Missing feature'] as const

export interface WorldRep extends RepOptions {
  readonly name: string
  readonly email: string
  readonly manager: string
  readonly region: string
}

export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly title: string
  readonly isDeciding: boolean
  readonly account: Customer
}

export interface Customer {
  readonly id: string
  readonly name: string
  readonly region: string
  readonly people: readonly Person[]
  /** When the first deal was won there: from then on a deal is existing business. */
  wonSince: PlainDate | undefined
}

/** What happened to a deal on one day. What a deal is at the end of a day is the sum of these. */
export type Entry =
  | { readonly day: PlainDate; readonly kind: 'stage'; readonly to: string; readonly reason?: string }
  | { readonly day: PlainDate; readonly kind: 'amount'; readonly to: number }
  | { readonly day: PlainDate; readonly kind: 'close date'; readonly to: PlainDate }
  | { readonly day: PlainDate; readonly kind: 'owner'; readonly to: WorldRep | undefined }
  | { readonly day: PlainDate; readonly kind: 'contact'; readonly to: Person }
  | { readonly day: PlainDate; readonly kind: 'activity'; readonly activity: Activity }

export interface Activity {
  readonly id: string
  readonly type: 'Call' | 'Email' | 'Meeting'
  readonly person: Person
  readonly owner: WorldRep
  /** When it was put into the calendar: from then on it is planned, from `day` on it is done. */
  readonly known: PlainDate
  readonly day: PlainDate
}

export interface DealLog {
  readonly id: string
  readonly name: string
  readonly customer: Customer
  readonly product: string
  readonly source: string
  readonly type: 'New Business' | 'Existing Business'
  readonly created: PlainDate
  readonly createdBy: WorldRep
  /** In the order of their days. The first of each kind are of the day it was created. */
  readonly entries: readonly Entry[]
  /** The cells of further columns, by name; whether an export shows them depends on how the deal stands. */
  readonly columns: ReadonlyMap<string, string>
  /** What becomes of it in the end; undefined for a deal that never closes. */
  readonly outcome: 'won' | 'lost' | undefined
}

export interface World {
  readonly options: WorldOptions
  readonly reps: readonly WorldRep[]
  readonly customers: readonly Customer[]
  readonly deals: readonly DealLog[]
}
