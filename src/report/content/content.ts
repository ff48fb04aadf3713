import type { ManagerPage, RepPage } from '../../agenda/agenda.ts'
import type { Severity } from '../../engine/finding.ts'

/** What is seen, in a sentence; how bad somebody finds it is not for the rep's own copy. */
export interface Seen {
  readonly severity: Severity | undefined
  readonly problem: string
}

/** What is seen and what to ask about it. */
export interface Raised extends Omit<Seen, 'problem'> {
  /** Undefined where it stands on the page already. */
  readonly problem: string | undefined
  readonly ask: string | undefined
}

export interface Labelled {
  readonly label: string
  readonly text: string
}

/** A measure by week; the first is this week. */
export interface Weekly {
  readonly name: string
  readonly byWeek: readonly number[]
}

export interface DealContent {
  readonly name: string
  /** Amount, stage, close date. */
  readonly facts: readonly string[]
  readonly seen: readonly Seen[]
  readonly asks: readonly string[]
}

/** What a page says of open deals. */
export interface DealsContent {
  /** “3 of 5 flagged, 2 old”; undefined where there is nothing about deals. */
  readonly dealCounts: string | undefined
  readonly deals: readonly DealContent[]
  readonly patterns: readonly string[]
  /** Deals that are told together: those to be closed, those that are late. */
  readonly together: readonly Labelled[]
  readonly fixes: readonly string[]
}

/** A rep's page in words: what every format says, before any of them says it in its own marks. */
export interface RepContent extends DealsContent {
  readonly page: RepPage
  readonly name: string
  /** “17 open · $512k · about 15 min” */
  readonly size: string
  readonly cause: string
  readonly because: string
  /** All there is to say of a rep with nothing wrong; undefined on every other page. */
  readonly healthy: string | undefined
  readonly oneThing: { readonly action: string; readonly why: string; readonly ask: string | undefined } | undefined
  /** What the goal takes, and what to ask about it. */
  readonly goal: { readonly text: string; readonly ask: string | undefined } | undefined
  readonly creation: {
    /** “2”, or “2 (and 1 renewal)” */
    readonly now: string
    /** Twelve weeks, this one first; none where nothing is dated. */
    readonly byWeek: readonly number[]
    readonly asks: readonly string[]
    /** What half the team has in common: discussed once, and not on every page. */
    readonly shared: readonly string[]
    readonly leads: readonly Weekly[]
  }
  readonly about: readonly Raised[]
  /** About what was promised and missed. */
  readonly promisedAsk: string | undefined
  /** What was promised and what became of it: kept, missed, open or moot. */
  readonly commitments: readonly Labelled[]
  readonly changes: readonly Labelled[]
  /** After the changes: how many more, what losses have in common, what moved on. */
  readonly changeNotes: readonly string[]
  /** What is lost and not over yet: the best of it is enough for a meeting. */
  readonly lost: Raised | undefined
  /** Clients, meetings to prepare, whom to learn from. */
  readonly people: readonly Labelled[]
  readonly recognise: readonly string[]
  /** On the rep's own copy, which has nothing at its end: what was missing. */
  readonly notChecked: string | undefined
}

/** A table; the first column is text, `isNumber` says of which others that they are numbers. */
export interface TableContent {
  readonly head: readonly string[]
  readonly isNumber: readonly boolean[]
  readonly rows: readonly (readonly string[])[]
}

/** The page of whoever leads reps, in words. */
export interface TeamContent {
  readonly page: ManagerPage
  readonly title: string
  /** What was created and won. */
  readonly line: string
  readonly inCommon: readonly string[]
  readonly goal: string | undefined
  readonly table: TableContent
  /** How many reps the table leaves out. */
  readonly more: string | undefined
  readonly leads: readonly Weekly[]
  readonly raised: readonly Raised[]
  readonly settings: readonly string[]
  readonly letPass: readonly string[]
  readonly pairs: readonly string[]
  /** The client meeting most worth joining. */
  readonly join: string | undefined
  readonly patterns: readonly string[]
  /** The team's changes since the last review. */
  readonly since: string | undefined
  /** What the manager owes. */
  readonly commitments: readonly Labelled[]
  readonly unassigned: string | undefined
  /** What to go through of them, where no deal is anybody's. */
  readonly ofNobody: DealsContent | undefined
  readonly notes: readonly string[]
}

/** All there is to say of an export that ends before the day that was asked for. */
export interface HalfPage {
  /** The end of the file, and that it cannot be reviewed as of the day. */
  readonly lead: string
  /** Where each kind of entry ends. */
  readonly table: TableContent
  /** Why nobody is judged. */
  readonly because: string
  /** What to do about it, in this order. */
  readonly todo: readonly string[]
  /** The last day that the file tells about. */
  readonly stood: { readonly title: string; readonly lines: readonly string[] }
}

/** What to do, as the heading of `HalfPage.todo`. */
export const BEFORE_THE_MEETING = 'Before the meeting'
/** The heading of what the files lack. */
export const READ_FIRST = 'Read first'
/** The heading of columns that tell nothing. */
export const DO_NOT_RELY_ON = 'Don’t rely on'

/** The whole report in words. Every string of it can hold what stood in a cell: a format escapes each. */
export interface ReportContent {
  readonly title: string
  /** “6 reps · 120 open deals · about 77 min” */
  readonly summary: string
  /** What the files lack or contradict, and so what is not judged. */
  readonly readFirst: readonly string[]
  /** Columns that are filled and tell nothing. */
  readonly unreliable: readonly string[]
  /** Instead of all pages, where the export ends before the day that was asked for. */
  readonly half: HalfPage | undefined
  readonly reps: readonly RepContent[]
  /** Each manager's page; whoever leads all comes last, and first in a large team. */
  readonly teams: readonly TeamContent[]
  /** In a large team nobody reads to the end to find it. */
  readonly isTeamFirst: boolean
  /** Which rules could not be checked, then what would let most of them be. */
  readonly notChecked: readonly string[]
}
