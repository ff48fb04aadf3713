import { oncePer } from '../../kit/remembered.ts'
import { isoDate, parseIsoDate, type PlainDate } from '../../time/plain-date.ts'

/** What the next export can show when a commitment was kept. */
export type Proof =
  | { readonly kind: 'cleared'; readonly rule: string }
  /** So many created since the commitment was made. */
  | { readonly kind: 'new-opportunities'; readonly count: number }
  /** This stage, or one after it. */
  | { readonly kind: 'stage'; readonly stage: string }
  /** Any on the deal since. */
  | { readonly kind: 'activity' }
  /** One with a date ahead. */
  | { readonly kind: 'next-step' }
  /** Not later than this. */
  | { readonly kind: 'close-date'; readonly date: PlainDate }
  | { readonly kind: 'won' }

/** Who owes it where it is not a rep. */
export const MANAGER = 'manager'

/** Something promised in a review. */
export interface Commitment {
  readonly id: string
  /** The day it was made. */
  readonly on: PlainDate
  /** A rep's name, or `manager`. */
  readonly rep: string
  readonly text: string
  readonly by: PlainDate
  readonly deal: string | undefined
  readonly proof: Proof | undefined
  /** For whom the manager owes it. */
  readonly owedTo: string | undefined
  /** Settled by hand, and not by an export. */
  readonly settled: { readonly as: 'done' | 'dropped'; readonly on: PlainDate } | undefined
}

/** A finding that was put aside: until a day, or until the deal changes. */
export interface Dismissal {
  /** As `findingKey` names it. */
  readonly key: string
  readonly on: PlainDate
  readonly reason: string
  readonly until: PlainDate | undefined
}

export const verdicts = ['kept', 'missed', 'open', 'moot'] as const
export type Verdict = (typeof verdicts)[number]

/** A commitment as one review judges it. */
export interface JudgedCommitment {
  readonly commitment: Commitment
  readonly verdict: Verdict
  /** What shows it, with a day or a count in it; what is missing for one that stays open for want of data. */
  readonly evidence: string
  /** How many times in a row this rep was told of a miss, this one included; 0 where it was not missed. */
  readonly timesMissed: number
  /** How many reviews in a row said so, this one included, and the first of them. */
  readonly standing: { readonly since: PlainDate; readonly times: number }
}

const covered = oncePer((commitments: readonly JudgedCommitment[]) => ({
  deals: new Set(commitments.flatMap(({ commitment }) => commitment.deal ?? [])),
  reps: new Set(commitments.flatMap(({ commitment }) => (commitment.deal === undefined ? [commitment.rep] : []))),
}))

/** Whether something was promised about this deal; about a rep, anything that is about no deal. */
export function isCoveredBy(
  { rep, deal }: { readonly rep: string | null; readonly deal: { readonly id: string } | null },
  commitments: readonly JudgedCommitment[],
): boolean {
  const { deals, reps } = covered(commitments)
  return deal === null ? rep !== null && reps.has(rep) : deals.has(deal.id)
}

/** @returns undefined where the text is none of the proofs. */
export function parseProof(text: string): Proof | undefined {
  const [, kind = '', value] = /^([a-z-]+)(?::(.+))?$/u.exec(text.trim()) ?? []
  if (value === undefined) return kind === 'activity' || kind === 'next-step' || kind === 'won' ? { kind } : undefined
  if (kind === 'cleared') return { kind, rule: value }
  if (kind === 'stage') return { kind, stage: value }
  if (kind === 'new-opportunities') return /^[1-9]\d{0,3}$/u.test(value) ? { kind, count: Number(value) } : undefined
  const date = kind === 'close-date' ? parseIsoDate(value) : undefined
  return date === undefined ? undefined : { kind: 'close-date', date }
}

/** As `parseProof` reads it. */
export function formatProof(proof: Proof): string {
  if (proof.kind === 'cleared') return `cleared:${proof.rule}`
  if (proof.kind === 'stage') return `stage:${proof.stage}`
  if (proof.kind === 'new-opportunities') return `new-opportunities:${proof.count}`
  return proof.kind === 'close-date' ? `close-date:${isoDate(proof.date)}` : proof.kind
}
