import type { Severity } from './finding.ts'

/** A deal of an example, as an export would tell it; dates `YYYY-MM-DD`. What is left out has a healthy value. */
export interface ExampleDeal {
  readonly name?: string
  readonly owner?: string
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
  /** How many such deals there are; they differ in nothing but their id. */
  readonly times?: number
}

/** One situation and what the rule says of it: a test, and a line of the rule's documentation. */
export interface Example {
  readonly kind: 'hit' | 'miss' | 'boundary'
  /** What the situation is, for a reader. */
  readonly title: string
  /** The first deal, or its owner, is the one that is judged. */
  readonly deals: readonly ExampleDeal[]
  readonly options?: Readonly<Record<string, number | boolean | string | readonly string[]>>
  /** Undefined: the rule says nothing. */
  readonly says?: { readonly severity: Severity; readonly evidence?: Readonly<Record<string, unknown>> }
}

/** The day on which all examples are reviewed: a Friday. */
export const EXAMPLE_DAY = '2026-11-20'
