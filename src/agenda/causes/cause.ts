import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deals/deal.ts'
import type { Rep } from '../../book/team/rep.ts'
import type { Family, Finding } from '../../engine/finding.ts'
import { list, name, type Said } from '../../language/sentence.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import { dealName } from '../facts/names.ts'
import { say } from '../say/say.ts'
import type { Diagnosis } from '../page/diagnosis.ts'
import type { Neighbours } from '../deals/neighbours.ts'
import type { Reason } from '../deals/reasons.ts'

/** What the page talks about, as the contract calls it. */
export type Topic =
  | 'creation'
  | 'winning'
  | 'slipping'
  | 'contacts'
  | 'size'
  | 'age'
  | 'due'
  | 'reason'
  | 'product'
  | 'none'
  | 'unknown'

/** What the talk with a rep is about first: a verdict on creating or winning, or a topic of named open deals. */
export interface Cause {
  readonly topic: Topic
  /** Which findings are of this conversation. */
  readonly families: readonly Family[]
  /** For the team's table. */
  readonly label: Said
  /** The same with a fact in it, where there is room. */
  readonly headline?: Said
  readonly todo: Said
  /** The most important first: where there is no room, the last ones go. */
  readonly why: readonly Said[]
  /** The best first. */
  readonly asks: readonly Said[]
  /** The open deals it is about, and the one that is named. */
  readonly deals: readonly Deal[]
  readonly first: Deal | undefined
  /** The money it is about, where it is not in open deals. */
  readonly stake?: number
  /** In which part of the deals the difference lies, for JSON. */
  readonly where: Said | undefined
  /** Bars beside the words: what is compared. */
  readonly compared: readonly Compared[]
}

/** A rate of the rep beside that of the others. */
export interface Compared {
  readonly title: string
  readonly mine: Said
  readonly theirs: Said
  readonly values: readonly [mine: number, theirs: number]
}

/** What causes are looked for in. */
export interface Case {
  readonly rep: Rep
  readonly book: Book
  readonly diagnosis: Diagnosis
  /** On open deals, by deal. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>
  readonly reasons: ReadonlyMap<string, readonly Reason[]>
  readonly neighbours: Neighbours
  readonly meeting: PlainDate
  /** By when what is agreed can be done. */
  readonly by: PlainDate
}

/** How many other reps there are, and their deals. */
export function othersOf({ rep, book }: Pick<Case, 'rep' | 'book'>): { reps: number; deals: readonly Deal[] } {
  const others = book.reps.filter((other) => other !== rep && other.deals.length > 0)
  return { reps: others.length, deals: others.flatMap(({ deals }) => deals) }
}

/** Names of deals one after the other. */
export function namesOf(deals: readonly Deal[], open: readonly Deal[]) {
  return list(deals.map((deal) => say('part.deal', { deal: name(dealName(deal, open), [deal.id]) })))
}
