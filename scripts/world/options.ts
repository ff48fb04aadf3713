/**
 * What a world is like. Everything has a default: `world({ seed: 3 })` is a team of equal reps in which nothing is planted.
 * Days are `YYYY-MM-DD`; shares and rates are from 0 to 1; a factor multiplies what is usual (1 is usual).
 */
export interface WorldOptions {
  readonly seed: number
  /** The first day on which deals are opened. */
  readonly from: string
  /** The last day with entries in it: an export of a later day holds nothing more. */
  readonly to: string
  /** How many reps, or each by itself. */
  readonly reps: number | readonly RepOptions[]
  /** New deals a week and rep. */
  readonly dealsAWeek: number
  /** Of what closes, so much is won; factors of reps, columns and the rest multiply it. */
  readonly winRate: number
  /** Median days from opening to closing. */
  readonly cycleDays: number
  /** Median amount. */
  readonly amount: number
  /** A rep's goal for a quarter; undefined: no goals. */
  readonly goal: number | undefined
  /** Columns that tell something or nothing. */
  readonly columns: readonly ColumnOptions[]
  /** Further columns with two to six values each that tell nothing. */
  readonly noiseColumns: number
  /** From a day on, for everybody or for one group of deals: fewer new ones, or fewer wins. */
  readonly changes: readonly ChangeOptions[]
  /** From this day on one rep's open deals are another's, and the first opens none. Reps by number, from 0. */
  readonly handover: { readonly from: number; readonly to: number; readonly day: string } | undefined
  /** So many of the rep's open deals get close dates within these days. */
  readonly cluster:
    | { readonly rep: number; readonly deals: number; readonly from: string; readonly days: number }
    | undefined
  /** Share of lost deals whose customer is offered the same product again within four months. */
  readonly retries: number
  /** Share of deals whose owner cell is empty. */
  readonly withoutOwner: number
  /** Share of deals opened at a customer that belongs to another rep. */
  readonly sharedAccounts: number
  /** The win factor of deals above twice the median amount. */
  readonly largeWinFactor: number
  /** The win factor of deals without a decision maker among the contacts. */
  readonly noDecisionMakerWinFactor: number
  /** Share of deals with one contact; undefined: about a third. */
  readonly oneContactShare: number | undefined
  /** The win factor of deals with one contact. */
  readonly oneContactWinFactor: number
  /** Share of deals that never close and stay open. */
  readonly neverClosed: number
}

export interface RepOptions {
  readonly name?: string
  readonly manager?: string
  readonly team?: string
  readonly region?: string
  readonly winFactor?: number
  readonly creationFactor?: number
  readonly amountFactor?: number
  /** How often close dates are moved: 1 is usual, 3 moves them three times as often. */
  readonly moveFactor?: number
  /** Share of this rep’s losses from the last open stage; usual is a quarter. */
  readonly lostLate?: number
  /** Share of this rep’s losses for which the reason is the price; usual is a fifth. */
  readonly lostOnPrice?: number
  /** From this day on the rep logs, opens and closes nothing; the deals stay. */
  readonly leaves?: string
  /** The export marks the owner so: `(deactivated)`. */
  readonly mark?: string
  /** From this day on `winFactor` and `creationFactor` hold; before it both are 1. */
  readonly since?: string
  /** From this day on `creationFactor` is 1 again: a burst of new deals. */
  readonly until?: string
}

export interface ColumnOptions {
  readonly name: string
  /** Each value with its share of the deals and the win factor it carries. */
  readonly values: readonly { readonly value: string; readonly share: number; readonly winFactor?: number }[]
  /** `closed`: filled in when a deal closes, and empty before; `won`: filled in only in won deals. */
  readonly filled?: 'always' | 'closed' | 'won'
}

export interface ChangeOptions {
  readonly since: string
  readonly until?: string
  readonly creationFactor?: number
  readonly winFactor?: number
  /** Only deals of this rep (a number from 0), product, source or region. */
  readonly rep?: number
  readonly product?: string
  readonly source?: string
  readonly region?: string
}

export const DEFAULTS: WorldOptions = {
  seed: 1,
  from: '2025-05-01',
  to: '2026-11-20',
  reps: 5,
  dealsAWeek: 1.5,
  winRate: 0.35,
  cycleDays: 45,
  amount: 30_000,
  goal: undefined,
  columns: [],
  noiseColumns: 0,
  changes: [],
  handover: undefined,
  cluster: undefined,
  retries: 0,
  withoutOwner: 0,
  sharedAccounts: 0.05,
  largeWinFactor: 1,
  noDecisionMakerWinFactor: 1,
  oneContactShare: undefined,
  oneContactWinFactor: 1,
  neverClosed: 0.02,
}
