import type { Book } from '../book/book.ts'
import type { ForeignAmount } from '../book/kit/currency.ts'
import type { JudgedCommitment } from '../book/past/commitments.ts'
import type { Deal } from '../book/deals/deal.ts'
import type { Manager } from '../book/team/groups.ts'
import type { WithoutActiveOwner } from '../book/team/roster.ts'
import type { Rep } from '../book/team/rep.ts'
import type { Cure, DealRef, Finding, NotChecked } from '../engine/finding.ts'
import type { FoundInsight } from '../engine/insight.ts'
import type { Change } from '../history/compare.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { Cause, Diagnosis } from './page/diagnosis.ts'
import type { DominantPattern } from './page/dominant-pattern.ts'
import type { GoalLine } from './page/goal-line.ts'
import type { Talk } from './page/talk.ts'
import type { Screen } from './team/screen.ts'

/** The one action worth most this week. */
export interface OneThing {
  readonly rule: string
  readonly cures: Cure
  readonly deal: DealRef | null
  readonly action: string
  /** The reason with its arithmetic, checkable by hand. */
  readonly why: string
  /** In the export's currency; null where amounts do not allow it. */
  readonly worth: number | null
  /** What a rep's own copy has instead, where this is reckoned with colleagues' numbers. */
  readonly forRep: { readonly why: string; readonly worth: number | null } | undefined
}

/** One deal worth the meeting's minutes: several findings, one conversation. */
export interface DealItem {
  readonly deal: Deal
  readonly rank: number
  /** Worst first. */
  readonly findings: readonly Finding[]
  /** At most three questions; none where one of another deal of the page asks for this one too. */
  readonly asks: readonly string[]
}

/** A habit, of which a rule speaks on more than a third of the open deals: said once, and not on each of them. */
export interface Collapsed {
  readonly rule: string
  readonly title: string
  readonly count: number
  readonly of: number
  /** The largest of them. */
  readonly largest: readonly DealRef[]
}

/** A habit of the whole team: a matter of how it is led. */
export interface TeamPattern extends Collapsed {
  /** What these deals come to. */
  readonly amount: number | undefined
  /** Whether it is more than half of what is open, by money where amounts are known: then it is the team’s first. */
  readonly isMost: boolean
  /** How many, how much and how bad, and an open question for whoever leads. */
  readonly text: string
}

/** Several deals told in one line. */
export interface DealsTogether {
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

/** What can be acted on, by week. */
export interface LeadMeasure {
  readonly id: 'newOpportunities' | 'firstMeetings' | 'conversations' | 'presentations'
  /** Twelve weeks; the first is week 0. */
  readonly byWeek: readonly number[]
}

/** What somebody does measurably better than somebody else. */
export interface Strength {
  readonly on: 'creating' | 'winning' | 'habit'
  /** The rule that speaks least about the peer's deals, where it is a habit. */
  readonly rule: string | null
  /** The peer's number and what it counts, for a reader. */
  readonly text: string
}

/** Everybody coaches: the peer who shows how. */
export interface LearnFrom extends Strength {
  readonly rep: string
  readonly ask: string
}

/** One who can learn from another. */
export interface Pair {
  readonly rep: string
  readonly learnsFrom: string
  readonly on: Strength['on']
  readonly text: string
  /** Each has something to show the other. */
  readonly isMutual: boolean
}

/** A meeting that a weak deal has coming, and who could help to prepare it. */
export interface Preparation {
  readonly deal: DealRef
  readonly day: PlainDate
  readonly person: string | undefined
  readonly peer: string
  readonly on: Strength['on']
  /** Why that peer, as a clause: “who wins 39 % of 87 closed”. */
  readonly reason: string
}

/** What one rule says of a rep's clients: those of one case. */
export interface ClientLine {
  readonly rule: string
  readonly title: string
  readonly count: number
  /** The first few. */
  readonly names: readonly string[]
  readonly ask: string
}

/** What a page has of open deals. */
export interface DealsPart {
  /** Those to go through. */
  readonly deals: readonly DealItem[]
  /** Deals with a finding that would be ranked: those shown and those left out. */
  readonly flagged: number
  readonly collapsed: readonly Collapsed[]
  /** Older than nearly all wins, or overdue and silent: close them, or say what has changed. */
  readonly stillAnOpportunity: DealsTogether | undefined
  /** As old, and worked on. */
  readonly lateButAlive: DealsTogether | undefined
  readonly fixBeforeMeeting: readonly Fix[]
}

/** The deals of a team none of whose deals is anybody's. */
export interface WithoutOwner extends DealsPart {
  readonly minutes: number
}

export interface RepPage extends DealsPart {
  /** What the page says. */
  readonly talk: Talk
  readonly rep: Rep
  /** Of somebody in a reps file of whom these exports hold nothing, and nothing is said. */
  readonly isBlank: boolean
  /** Until when a rep is away; or a question to the manager about one who has shown no sign of life for four weeks. */
  readonly whereabouts: string | undefined
  readonly openAmount: number | undefined
  /** Open amounts in currencies that are not added up. */
  readonly foreignAmounts: readonly ForeignAmount[]
  readonly diagnosis: Diagnosis
  /** What a rep who produces has in much of what is open. */
  readonly pattern: DominantPattern | undefined
  /** What would have to be true for the goal; undefined without one. */
  readonly takes: GoalLine | undefined
  readonly leadMeasures: readonly LeadMeasure[]
  readonly clients: readonly ClientLine[]
  /** Findings about deals that were lost. */
  readonly lost: readonly Finding[]
  /** What three or more losses since last time have in common. */
  readonly losses: string | undefined
  readonly learnFrom: LearnFrom | undefined
  readonly preparations: readonly Preparation[]
  /** Null on the page of a healthy rep. */
  readonly oneThing: OneThing | null
  /** Findings about the rep and not about a deal. */
  readonly about: readonly Finding[]
  /** What they promised and what became of it. */
  readonly commitments: readonly JudgedCommitment[]
  /** What the manager owes them. */
  readonly owed: readonly JudgedCommitment[]
  readonly changes: readonly Change[]
  readonly recognise: readonly string[]
  readonly minutes: number
}

/** What was seen in several reviews and nobody promised anything about. */
export interface LetPass {
  readonly rep: string
  readonly cures: Cure
  readonly deal: DealRef | null
  readonly rule: string
  readonly problem: string
  readonly age: number
}

/** A client meeting in which the manager would be of most use. */
export interface MeetingToJoin {
  readonly day: PlainDate
  readonly rep: string | undefined
  readonly person: string | undefined
  readonly deal: Deal
  /** When the manager was last in a client meeting with this rep; undefined where no record shows one. */
  readonly lastJoined: PlainDate | undefined
  readonly text: string
}

/** The page of somebody who leads reps, or of whoever runs several of those. */
export interface ManagerPage {
  /** What the team's screen says. */
  readonly screen: Screen
  readonly manager: Manager
  /** Their reps' pages, in the order of the report. */
  readonly reps: readonly RepPage[]
  /** Those of whom these exports hold nothing: named, and counted in nothing. */
  readonly absent: readonly RepPage[]
  /** Findings about the team or the manager and, for whoever leads all, on deals without a rep. */
  readonly findings: readonly Finding[]
  /** What is the team's before it is anyone's, first. */
  readonly team: readonly string[]
  /** Creation rules that speak of half the reps or more: on their pages a line is enough. */
  readonly shared: readonly string[]
  /** How many reps have which cause, the commonest first. */
  readonly causes: readonly { readonly cause: Cause; readonly reps: number }[]
  readonly takes: GoalLine | undefined
  readonly leadMeasures: readonly LeadMeasure[]
  readonly letPass: readonly LetPass[]
  readonly pairs: readonly Pair[]
  /** Undefined where none is planned this week, and where a finding says already where to be. */
  readonly join: MeetingToJoin | undefined
  readonly collapsed: readonly TeamPattern[]
  readonly unassigned: readonly Deal[]
  /** Of these, those whose owner has left, by owner. */
  readonly withoutActiveOwner: readonly WithoutActiveOwner[]
  /** What is worth going through of them, where no deal is anybody's; else undefined. */
  readonly withoutOwner: WithoutOwner | undefined
  /** What the manager owes, and what was promised by whoever has no page. */
  readonly commitments: readonly JudgedCommitment[]
  /** The whole team's since the last review, biggest deals first. */
  readonly changes: readonly Change[]
  /** What the exports themselves call for a word about. */
  readonly notes: readonly string[]
}

/** The review as a value: every format renders this and adds nothing. */
export interface Agenda {
  readonly book: Book
  readonly findings: readonly Finding[]
  readonly notChecked: readonly NotChecked[]
  /** What an analyst would find: the team's first, each group by rank. */
  readonly insights: readonly FoundInsight[]
  /** Insights that could not be looked for. */
  readonly insightsNotChecked: readonly NotChecked[]
  /** By need: those with the most to gain first, healthy ones last. */
  readonly pages: readonly RepPage[]
  /** Of whoever leads the whole team. */
  readonly manager: ManagerPage
  /** Where two or more managers are named: a page for each of them. */
  readonly managers: readonly ManagerPage[]
  /** False where only some reps were asked for: then there is no page about the team. */
  readonly isWholeTeam: boolean
  /** A rep reads their own page: no other's numbers, no severities, no manager's page. */
  readonly audience: 'manager' | 'rep'
}
