import type { Book } from '../book/book.ts'
import type { ForeignAmount } from '../book/currency.ts'
import type { Deal } from '../book/deal.ts'
import type { Rep } from '../book/rep.ts'
import type { DealRef, Finding, NotChecked } from '../engine/finding.ts'
import type { Change } from '../history/compare.ts'
import type { Diagnosis } from './diagnosis.ts'

/** The one action worth most this week. */
export interface OneThing {
  readonly rule: string
  readonly deal: DealRef | null
  readonly action: string
  /** The reason with its arithmetic, checkable by hand. */
  readonly why: string
  /** In the export's currency; null where amounts do not allow it. */
  readonly worth: number | null
}

/** One deal worth the meeting's minutes: several findings, one conversation. */
export interface DealItem {
  readonly deal: Deal
  readonly rank: number
  /** Indexes into the agenda's findings, worst first. */
  readonly findings: readonly number[]
  /** At most three questions. */
  readonly asks: readonly string[]
}

/** A rule that speaks about more than a third of the open deals: one line, because what everything carries ranks nothing. */
export interface Collapsed {
  readonly rule: string
  readonly title: string
  readonly count: number
  readonly of: number
  /** The largest of them. */
  readonly largest: readonly DealRef[]
}

/** Deals older than nearly all wins, or overdue and silent: close them, or say what has changed. */
export interface StillAnOpportunity {
  readonly count: number
  readonly amount: number | undefined
  readonly largest: readonly DealRef[]
}

/** Data hygiene: to be put right before the meeting, not in it. */
export interface Fix {
  readonly rule: string
  readonly title: string
  readonly deals: readonly DealRef[]
}

export interface RepPage {
  readonly rep: Rep
  readonly openAmount: number | undefined
  /** Open amounts in currencies that are not added up. */
  readonly foreignAmounts: readonly ForeignAmount[]
  readonly diagnosis: Diagnosis
  /** Null on the page of a healthy rep. */
  readonly oneThing: OneThing | null
  /** Findings about the rep and not about a deal: indexes. */
  readonly about: readonly number[]
  readonly deals: readonly DealItem[]
  /** Deals with a finding that would be ranked: those shown and those left out. */
  readonly flagged: number
  readonly collapsed: readonly Collapsed[]
  readonly stillAnOpportunity: StillAnOpportunity | undefined
  readonly changes: readonly Change[]
  readonly recognise: readonly string[]
  readonly fixBeforeMeeting: readonly Fix[]
  readonly minutes: number
}

export interface ManagerPage {
  /** Indexes of findings on deals without a rep. */
  readonly findings: readonly number[]
  /** What is the team's before it is anyone's, first. */
  readonly team: readonly string[]
  readonly collapsed: readonly Collapsed[]
  readonly unassigned: readonly Deal[]
  /** What the exports themselves call for a word about. */
  readonly notes: readonly string[]
}

/** The review as a value: every format renders this and adds nothing. */
export interface Agenda {
  readonly book: Book
  readonly findings: readonly Finding[]
  readonly notChecked: readonly NotChecked[]
  /** By need: those with the most to gain first, healthy ones last. */
  readonly pages: readonly RepPage[]
  readonly manager: ManagerPage
  /** False where only some reps were asked for: then there is no page about the team. */
  readonly isWholeTeam: boolean
}
