import type { Book } from '../book/book.ts'
import type { Deal } from '../book/deals/deal.ts'
import type { Need } from '../book/known/knowledge.ts'
import type { Said } from '../language/sentence.ts'
import type { Example } from './examples/example.ts'
import type { Evidence } from './finding.ts'
import type { RuleOptions } from './rule.ts'

/** What an insight has seen, of the team or of one rep. */
export interface Sighting<F> {
  /** The rep's name; undefined for the team. */
  readonly rep?: string
  /** Counts and deals: what its sentences and its evidence are made of. */
  readonly facts: F
  /** The open deals that it touches. */
  readonly open: readonly Deal[]
  /** The open money at stake, where it is not what those deals come to. */
  readonly stake?: number
}

/** An insight's words for what it has seen. */
export interface InsightSaid {
  /** The first sentence can stand alone. */
  readonly text: readonly Said[]
  /** What could overturn it: it is printed beside it. */
  readonly caveat?: Said
  /** An open question with a fact in it. */
  readonly ask: Said
}

/**
 * `point`: may be one of the points of the team's screen, or the why of a rep's page. `line`: has a line of its own
 * there. `data`: is about the export and not about selling.
 */
export type InsightPlace = 'period' | 'point' | 'line' | 'data'

/**
 * Something that an analyst would find in the same files. A sibling of a rule: `find` turns the book into facts, `say` turns
 * facts into sentences, `evidence` into JSON; each can be tested alone.
 */
export interface Insight<O extends RuleOptions = RuleOptions, F = unknown> {
  readonly id: string
  readonly title: string
  /** Why it is worth knowing, in two or three sentences. */
  readonly why: string
  readonly place: InsightPlace
  /** Missing: “not checked”. */
  readonly needs: readonly Need[]
  /** The defaults; the config can change each. */
  readonly options: O
  find(book: Book, options: O): readonly Sighting<F>[]
  say(facts: F): InsightSaid
  evidence(facts: F): Evidence
  /** A hit, a miss and a boundary: they are the tests and the documentation. */
  readonly examples: () => readonly InsightExample[]
}

/** One situation and what the insight makes of it; nothing where `says` is left out. */
export interface InsightExample extends Omit<Example, 'says' | 'said' | 'promised'> {
  readonly says?: { readonly rep?: string; readonly evidence: Readonly<Record<string, unknown>> }
}

/** An insight whose facts nobody outside knows. */
export interface AnyInsight extends Omit<Insight, 'say' | 'evidence'> {
  say(facts: unknown): InsightSaid
  evidence(facts: unknown): Evidence
}

/** Checks an insight's parts against each other and forgets them, so that all stand in one list. */
export function defineInsight<const O extends RuleOptions, F>(
  insight: Insight<WidenedOptions<O>, F> & { options: O },
): AnyInsight {
  return insight
}

type WidenedOptions<O> = {
  readonly [K in keyof O]: O[K] extends number ? number : O[K] extends boolean ? boolean : O[K]
}

/** One thing found: a sentence with the counts and the open deals behind it. */
export interface FoundInsight {
  readonly insight: string
  readonly title: string
  readonly place: InsightPlace
  readonly scope: 'team' | 'rep'
  readonly rep: string | null
  readonly said: InsightSaid
  readonly evidence: Evidence
  /** The open deals that it touches. */
  readonly deals: readonly Deal[]
  /** Open money; undefined where amounts are unknown. */
  readonly stake: number | undefined
  /** From 1, by stake: among the team's, or among this rep's. */
  readonly rank: number
  /** One of the team's three, or the rep's one. */
  readonly isBest: boolean
}
