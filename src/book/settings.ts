import { standardNotation, type Notation } from '../language/notation.ts'
import { ofPerson } from '../language/person-name.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { Closure } from './kit/calendar.ts'
import type { PeriodKind } from './goals/period.ts'
import type { StageSettings } from './deals/stages.ts'

/** A value that may differ by level or for single reps. */
export interface ByRep<T> {
  readonly default: T | undefined
  readonly levels: ReadonlyMap<string, T>
  readonly reps: ReadonlyMap<string, T>
}

export function valueFor<T>(by: ByRep<T>, rep: string, level: string | undefined): T | undefined {
  return ofPerson(by.reps, rep) ?? (level === undefined ? undefined : by.levels.get(level.toLowerCase())) ?? by.default
}

/** Whether anybody is told how many new opportunities are expected. */
export function hasCreationStandard({ standards: { newOpportunities } }: Settings): boolean {
  return newOpportunities.default !== undefined || newOpportunities.levels.size > 0 || newOpportunities.reps.size > 0
}

/** What can be required of an opportunity before it counts as one. */
export const requirements = ['amount', 'closeDate', 'account', 'contact', 'decisionMaker', 'nextStep'] as const
export type Requirement = (typeof requirements)[number]

/** What makes a new opportunity count: a stage reached, and what has to be known of it. */
export interface Qualified {
  readonly stage: string | undefined
  readonly requires: readonly Requirement[]
}

/** What a rep is to win in a period. */
export interface GoalSettings {
  readonly period: PeriodKind
  /** The month a fiscal year starts with, 1 to 12. */
  readonly fiscalYearStart: number
  /** In the review's currency, for one period. */
  readonly amount: ByRep<number>
}

/** What the config says about one person. */
export interface RepSettings {
  readonly email: string | undefined
  readonly level: string | undefined
  readonly manager: string | undefined
  readonly startDate: PlainDate | undefined
}

/** What the manager told about the team: how the exports are to be understood and what is expected. */
export interface Settings {
  readonly stages: StageSettings
  readonly closures: readonly Closure[]
  /** Owners that are no reps. Undefined: whatever reads as a bot, queue, integration or inactive user. */
  readonly ignoreOwners: readonly string[] | undefined
  readonly reps: ReadonlyMap<string, RepSettings>
  /** Who “you” is on the manager's page. */
  readonly manager: string | undefined
  readonly standards: {
    /** New opportunities a week. */
    readonly newOpportunities: ByRep<number>
    /** What has to be true of a new opportunity to count as one; undefined: every one counts. */
    readonly qualified: ByRep<Qualified>
    /** Prospecting activities a week: for the rule `too-little-activity`. */
    readonly prospectingActivities: ByRep<number>
    /** Won ÷ closed, 0 to 1. */
    readonly winRate: ByRep<number>
    /** Open pipeline that closes in the period ÷ what is still to be won: for `anemic-pipeline`. */
    readonly coverage: ByRep<number>
  }
  readonly goals: GoalSettings
  /** Where the manager wants new business to come from: for `unfocused-prospecting`. */
  readonly targets: { readonly accounts: readonly string[]; readonly segments: readonly string[] }
  readonly words: {
    readonly renewal: readonly string[]
    readonly deciding: readonly string[]
    /** Lead sources that are a rep's own work: for `reactive-pipeline`. */
    readonly ownSources: readonly string[]
    /** Subjects of activities that are not selling: for `non-selling-work`. */
    readonly nonSelling: readonly string[]
  }
  /** The weekday of the meeting, 0 (Sunday) to 6. */
  readonly meetingDay: number
  readonly currency: string | undefined
  /** The day the exports were made, where somebody has named it. */
  readonly exportedAt: PlainDate | undefined
  /** A past day is gone through again for the backtest: of open deals only that is known which carries a date. */
  readonly isReplay?: boolean
  /** What one unit of another currency is worth in `currency`. */
  readonly rates: ReadonlyMap<string, number>
  /** How numbers and dates are written in what is said. */
  readonly notation: Notation
}

export function nobodys<T>(): ByRep<T> {
  return { default: undefined, levels: new Map(), reps: new Map() }
}

export const noSettings: Settings = {
  stages: { order: [], won: [], lost: [] },
  closures: [],
  ignoreOwners: undefined,
  reps: new Map(),
  manager: undefined,
  standards: {
    newOpportunities: nobodys(),
    qualified: nobodys(),
    prospectingActivities: nobodys(),
    winRate: nobodys(),
    coverage: nobodys(),
  },
  goals: { period: 'quarter', fiscalYearStart: 1, amount: nobodys() },
  targets: { accounts: [], segments: [] },
  words: { renewal: [], deciding: [], ownSources: [], nonSelling: [] },
  meetingDay: 1,
  currency: undefined,
  exportedAt: undefined,
  rates: new Map(),
  notation: standardNotation,
}
