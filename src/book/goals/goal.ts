import type { Period } from './period.ts'

/** Who said what the goal is. */
export type GoalSource = 'goals export' | 'config' | 'reps file'

/** What is to be won in a period, and how far it has come. In the review's currency. */
export interface Goal {
  readonly period: Period
  readonly amount: number
  readonly source: GoalSource
  /** Won in the period up to as-of, all business; undefined where no amount of what was won is known. */
  readonly won: number | undefined
  /** What is still to be won: amount − won, never below 0. */
  readonly gap: number | undefined
  /** Wins of the period. */
  readonly wins: number
  /** Wins whose amount is unknown or in a currency without a rate: they are in no sum. */
  readonly uncounted: number
}
