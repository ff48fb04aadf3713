import { compareText } from '../../kit/collections.ts'
import { oncePer } from '../../kit/remembered.ts'
import type { DealRow } from '../../records/fields.ts'
import { idKey } from '../../records/ids.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import type { Deal } from '../deals/deal.ts'
import type { Commitment, Dismissal, Verdict } from './commitments.ts'
import type { SeenDeal } from './seen-deal.ts'

/** What a review said of a commitment. */
export interface PastVerdict {
  readonly verdict: Verdict
  /** The first of the reviews in a row that said so. */
  readonly since: PlainDate
  /** How many reviews in a row said so. */
  readonly times: number
}

/** How the export of a review was read: what differs here cannot be told from a change in the pipeline. */
export interface Reading {
  /** Field of the opportunities to the name of its column; empty where it is not known. */
  readonly columns: ReadonlyMap<string, string>
  readonly currency: string | undefined
  /** What one unit of another currency was worth. */
  readonly rates: ReadonlyMap<string, number>
}

/** Where it is not known how an export was read: it is compared as if nothing differed. */
export const noReading: Reading = { columns: new Map(), currency: undefined, rates: new Map() }

/** What a review said of one outcome of one rep. */
export interface PastRepVerdict {
  readonly rep: string
  readonly outcome: 'creation' | 'winning'
  readonly isWeak: boolean
  /** Corrected for the number of reps, 0 to 1. */
  readonly probability: number
}

/** An earlier review: what it saw and what it said. */
export interface PastReview {
  readonly asOf: PlainDate
  /** The last day on which a deal of its export was created. */
  readonly newest: PlainDate | undefined
  /** It saw the data of the review before it once more: nothing stood longer because of it. */
  readonly isSameData?: boolean
  /** By deal id: the open ones, and those closed shortly before. */
  readonly deals: ReadonlyMap<string, SeenDeal>
  /** Each finding as `findingKey` names it. */
  readonly findings: ReadonlySet<string>
  readonly reading: Reading
  /** Names of those who had a page. */
  readonly reps: readonly string[]
  /** By id of the commitment. */
  readonly judged: ReadonlyMap<string, PastVerdict>
  /** What reviews keep since the second version of their file; undefined for one of the first. */
  readonly kept?: KeptByReview | undefined
}

/** What later reviews and the backtest need to know of what was said. */
export interface KeptByReview {
  /** Ids of the rules that ran: one that did not run said nothing, and that means nothing. */
  readonly rules: readonly string[]
  /** By key of the finding. */
  readonly severities: ReadonlyMap<string, 'low' | 'medium' | 'high'>
  /** Of everybody who could be compared. */
  readonly verdicts: readonly PastRepVerdict[]
}

/** What is remembered: earlier reviews, newest first, and what was promised and dismissed in them. */
export interface Past {
  readonly reviews: readonly PastReview[]
  readonly commitments: readonly Commitment[]
  readonly dismissals: readonly Dismissal[]
}

export const noPast: Past = { reviews: [], commitments: [], dismissals: [] }

/** What a review keeps of a deal. */
export function seenOf(deal: Deal): SeenDeal {
  return {
    name: deal.name,
    owner: deal.owner,
    state: deal.state,
    stage: deal.stage,
    amount: deal.amount,
    created: deal.created,
    closeDate: deal.closeDate ?? deal.closedOn,
    nextStep: deal.nextStep?.text,
    contacts: deal.contacts?.map(({ name }) => name).sort(compareText),
  }
}

/** What a rule says about a subject, by name: the same from one review to the next. */
export function findingKey(finding: {
  readonly rule: string
  readonly scope: string
  readonly rep: string | null
  readonly manager: string | null
  readonly deal: { readonly id: string } | null
  readonly account: string | null
}): string {
  const { rule, scope, rep, manager, deal, account } = finding
  return `${rule} ${scope} ${deal?.id ?? account ?? rep ?? manager ?? '–'}`
}

/** What the reviews saw of a deal, newest first, up to the first that did not see it. */
export function sightings(past: Past, id: string): readonly SeenDeal[] {
  const seen: SeenDeal[] = []
  for (const review of past.reviews) {
    const deal = review.deals.get(id)
    if (deal === undefined) break
    seen.push(deal)
  }
  return seen
}

const ofOwnData = oncePer((reviews: readonly PastReview[]) => reviews.filter(({ isSameData }) => isSameData !== true))

/** How many reviews in a row, the newest first, said this. */
export function reviewsSaying(past: Past, key: string): number {
  const reviews = ofOwnData(past.reviews)
  const silent = reviews.findIndex(({ findings }) => !findings.has(key))
  return silent < 0 ? reviews.length : silent
}

/** Ids of deals: the export's own, else name, account and day of creation, which together nearly always tell two apart. */
export function dealId(row: DealRow): string {
  if (row.id !== undefined) return idKey(row.id)
  return [row.name, row.account, row.created].map((part) => part ?? '').join(' · ')
}
