import type { Qualified } from '../../book/settings.ts'
import type { ExampleAccount, ExampleActivity, ExampleBackground } from './example-rows.ts'
import type { Cure, Place, Severity } from '../finding.ts'

/** A deal of an example, as an export would tell it; dates `YYYY-MM-DD`. What is left out has a healthy value. */
export interface ExampleDeal extends ExampleBackground {
  readonly name?: string
  /** Null: nobody’s. */
  readonly owner?: string | null
  /** Who opened it, where the export says so. */
  readonly createdBy?: string
  readonly stage?: string | null
  readonly amount?: number | null
  readonly created?: string | null
  readonly closeDate?: string | null
  readonly lastActivity?: string | null
  readonly nextStep?: string | null
  readonly nextActivity?: string | null
  readonly pushCount?: number | null
  readonly type?: string
  /** Names of its contacts; `Ada Moss (Decision Maker)` gives one a role. */
  readonly contacts?: readonly string[]
  /** Earlier close dates, each with the day from which it stood: `[['2026-09-01', '2026-09-30'], …]`. */
  readonly closeDates?: readonly (readonly [from: string, closeDate: string])[]
  /** Stages it has been in, each with the day from which it stood; the present one last. */
  readonly stages?: readonly (readonly [from: string, stage: string])[]
  /** Earlier amounts, each with the day from which it stood. */
  readonly amounts?: readonly (readonly [from: string, amount: number])[]
  /** The CRM's own day of the last stage change. */
  readonly stageChanged?: string
  /** What earlier reviews saw of it, the newest first, a week apart: only what differed. */
  readonly earlier?: readonly Pick<ExampleDeal, 'stage' | 'amount' | 'closeDate' | 'nextStep' | 'contacts'>[]
  /** How many such deals there are; they differ in nothing but their id. */
  readonly times?: number
}

/** What another rule says of a rep, or of a deal. */
export interface ExampleFinding {
  readonly rule: string
  readonly rep: string
  /** The name of the rep’s deal that it is about. Left out: about the rep. */
  readonly deal?: string
  readonly age: number
  readonly severity?: Severity
  readonly place?: Place
  readonly cures?: Cure
  /** Put aside at the last review. */
  readonly isDismissed?: true
}

/** What was promised in an earlier review, and what became of it. */
export interface ExamplePromise {
  /** A rep's name, or `manager`. */
  readonly rep: string
  readonly text: string
  readonly verdict: 'kept' | 'missed' | 'open' | 'moot'
  readonly timesMissed?: number
  /** What it would have put right, as a proof names it. */
  readonly clears?: string
}

/** A person of the reps file. */
export interface ExampleRep {
  readonly rep: string
  readonly level?: string
  readonly startDate?: string
  readonly manager?: string
  readonly goal?: number
}

/** What the config says about the team: for everybody the same. */
export interface ExampleConfig {
  /** New opportunities a week. */
  readonly perWeek?: number
  readonly qualified?: Partial<Qualified>
  /** For a calendar quarter. */
  readonly goal?: number
  /** Prospecting activities a week. */
  readonly prospecting?: number
  readonly winRate?: number
  readonly coverage?: number
  readonly targetAccounts?: readonly string[]
  readonly targetSegments?: readonly string[]
  readonly ownSources?: readonly string[]
  readonly manager?: string
  /** Days on which nobody could work, both included. */
  readonly closed?: readonly [from: string, to: string]
}

/** One situation and what the rule says of it: a test, and a line of the rule's documentation. */
export interface Example {
  readonly kind: 'hit' | 'miss' | 'boundary'
  /** What the situation is, for a reader. */
  readonly title: string
  /** The first deal, or its owner, is the one that is judged. */
  readonly deals: readonly ExampleDeal[]
  readonly reps?: readonly ExampleRep[]
  /** What was done on no deal. */
  readonly activities?: readonly ExampleActivity[]
  /** What an export of accounts tells of them and of their people. */
  readonly accounts?: readonly ExampleAccount[]
  readonly config?: ExampleConfig
  /** Which manager’s page is looked at. Left out: that of whoever leads all. */
  readonly page?: string
  /** What other rules say of a rep, and for how many reviews they have. */
  readonly said?: readonly ExampleFinding[]
  readonly promised?: readonly ExamplePromise[]
  readonly options?: Readonly<Record<string, number | boolean | string | readonly string[]>>
  /** Undefined: the rule says nothing. */
  readonly says?: { readonly severity: Severity; readonly evidence?: Readonly<Record<string, unknown>> }
}

/** The day on which all examples are reviewed: a Friday. */
export const EXAMPLE_DAY = '2026-11-20'
