import type { Book } from '../book/book.ts'
import type { JudgedCommitment } from '../book/past/commitments.ts'
import type { FoundInsight } from '../engine/insight.ts'
import type { Finding } from '../engine/finding.ts'
import type { AnyRule } from '../engine/rule.ts'
import type { Change } from '../history/compare.ts'
import type { DealItem, LearnFrom } from './agenda.ts'
import type { Diagnosis } from './page/diagnosis.ts'
import type { DominantPattern } from './page/dominant-pattern.ts'

export interface Bounds {
  readonly maxDeals: number
  /** Undefined: as many as the deals take. */
  readonly minutesPerRep: number | undefined
}

/** What every page is composed from. */
export interface Composition {
  readonly book: Book
  readonly rules: ReadonlyMap<string, AnyRule>
  /** The findings that nobody has put aside. */
  readonly findings: readonly Finding[]
  /** The same by rep; those of no rep under null. */
  readonly byRep: ReadonlyMap<string | null, readonly Finding[]>
  /** Rules that speak about more than a third of the team's open deals. */
  readonly teamCollapsed: ReadonlySet<string>
  readonly changes: readonly Change[]
  readonly commitments: readonly JudgedCommitment[]
  readonly diagnoses: ReadonlyMap<string, Diagnosis>
  /** What the headlines of those who produce name. */
  readonly patterns: ReadonlyMap<string, DominantPattern | undefined>
  /** Rep to whoever shows them how. */
  readonly peers: ReadonlyMap<string, LearnFrom>
  readonly openIds: ReadonlySet<string>
  /** Half the team or more creates too little: then it is the team’s before it is anyone’s. */
  readonly isTeamShort: boolean
  /** Whether something was promised about it. */
  readonly isCommitted: (finding: Finding) => boolean
  readonly bounds: Bounds
  /** What was found in the files, the team's and each rep's. */
  readonly insights: readonly FoundInsight[]
}

/** A deal that could be gone through, and its place among the rep's. */
export type RankedDeal = Omit<DealItem, 'asks'>
