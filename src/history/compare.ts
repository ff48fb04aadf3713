import type { Book } from '../book/book.ts'
import type { Deal } from '../book/deals/deal.ts'
import { isComparable, isRevalued } from '../book/known/reading.ts'
import type { PastReview } from '../book/past/past.ts'
import type { SeenDeal } from '../book/past/seen-deal.ts'
import type { DealRef } from '../engine/finding.ts'
import { compareText } from '../kit/collections.ts'
import { isNamedAlike } from '../language/person-name.ts'
import { isoOrNull } from '../language/words.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { isOneOf } from '../vocabulary/match.ts'
import { missingDeals } from './missing.ts'

export const changeKinds = [
  'created',
  'reopened',
  'won',
  'lost',
  'pushed',
  'pulled-in',
  'advanced',
  'moved-back',
  'amount-up',
  'amount-down',
  'owner',
  'gone',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** What became of one deal since the last review. */
export interface Change {
  readonly deal: DealRef
  readonly change: ChangeKind
  readonly from: string | number | null
  readonly to: string | number | null
  /** Why it was lost, in the export's words. */
  readonly reason: string | null
  /** Whose deal it is now; the earlier owner for one that is gone. */
  readonly owner: string | undefined
  readonly amount: number | undefined
}

/** What two reviews have in common is compared, and nothing else. */
interface Comparison {
  readonly book: Book
  readonly last: PastReview
  /** Whether won and lost are told from the same columns. */
  readonly canTellStates: boolean
}

/** Everything that changed since the last review, biggest deals first. Nothing where there is none. */
export function compare(book: Book): readonly Change[] {
  const [last] = book.past.reviews
  if (last === undefined) return []
  const comparison = { book, last, canTellStates: isComparable('states', last.reading, book.reading) }
  const changes = book.deals.flatMap((deal) => changesOf(deal, comparison))
  for (const [id, seen] of missingDeals(book, last).gone)
    changes.push({
      deal: { id, name: seen.name },
      change: 'gone',
      from: seen.stage ?? null,
      to: null,
      reason: null,
      owner: seen.owner,
      amount: seen.amount,
    })
  return changes.sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0) || compareText(a.deal.id, b.deal.id))
}

type About = Pick<Change, 'deal' | 'owner' | 'amount' | 'reason'>

function changesOf(deal: Deal, comparison: Comparison): Change[] {
  const { last } = comparison
  const about = { deal: { id: deal.id, name: deal.name }, owner: deal.owner, amount: deal.amount, reason: null }
  const before = last.deals.get(deal.id)
  if (before === undefined) return firstSeen(deal, about, last)
  if (deal.state !== before.state && (deal.state === 'won' || deal.state === 'lost'))
    return isClosedSince(deal, before, comparison)
      ? [{ ...about, change: deal.state, from: before.stage ?? null, to: deal.stage ?? null, reason: reasonOf(deal) }]
      : []
  if (deal.state !== 'open') return []
  const wasClosed = before.state === 'won' || before.state === 'lost'
  if (wasClosed && comparison.canTellStates)
    return [{ ...about, change: 'reopened', from: before.stage ?? null, to: deal.stage ?? null }]
  return [...movesOf(deal, before, about, comparison), ...handedOver(deal, before, about)]
}

function movesOf(deal: Deal, before: SeenDeal, about: About, { book, last }: Comparison): Change[] {
  const amount = isRevalued(deal.amount, before.amount, last.reading, book.reading) ? undefined : before.amount
  const moves = [
    moved(before.closeDate, deal.closeDate, ['pushed', 'pulled-in'], isoOrNull),
    moved(
      book.stages.isGiven ? book.stages.position(before.stage) : undefined,
      deal.position,
      ['advanced', 'moved-back'],
      (place) => (place === deal.position ? (deal.stage ?? null) : (before.stage ?? null)),
    ),
    moved(amount, deal.amount, ['amount-up', 'amount-down'], (value) => value),
  ]
  return moves.flatMap((move) => (move === undefined ? [] : [{ ...about, ...move }]))
}

function handedOver(deal: Deal, before: SeenDeal, about: About): Change[] {
  if (before.owner === undefined || deal.owner === undefined || isNamedAlike(before.owner, deal.owner)) return []
  return [{ ...about, change: 'owner', from: before.owner, to: deal.owner }]
}

/** A deal that the last review did not see: new, or closed since; else that review's export was the narrower one. */
function firstSeen(deal: Deal, about: About, last: PastReview): Change[] {
  const isNew = deal.created === undefined ? deal.state === 'open' : isCreatedSince(deal.created, last)
  const isClosed = deal.state === 'won' || deal.state === 'lost'
  if (isClosed && (deal.closedOn === undefined ? isNew : deal.closedOn > last.asOf))
    return [{ ...about, change: deal.state, from: null, to: deal.stage ?? null, reason: reasonOf(deal) }]
  return isNew && !isClosed ? [{ ...about, change: 'created', from: null, to: deal.stage ?? null }] : []
}

/** Days before a review within which its export may have been made. */
const EXPORTED_WITHIN = 7

/**
 * A review in the morning does not see what is created in the afternoon. And an export is often older than one thought:
 * what is newer than its newest deal was not there yet. What was created the same day may have been added later that day;
 * this is believed only of an export whose newest deal is fresh, else the deal was there and left out.
 */
export function isCreatedSince(created: PlainDate, { asOf, newest }: PastReview): boolean {
  if (created >= asOf) return true
  if (newest === undefined) return false
  return created > newest || (created === newest && asOf - newest <= EXPORTED_WITHIN)
}

function reasonOf(deal: Deal): string | null {
  return deal.lostReason ?? null
}

/**
 * Whether it was closed, and is not only told to be by other columns or another config than last time: a day of closing
 * after the last review shows it, and so does another stage.
 */
function isClosedSince(deal: Deal, before: SeenDeal, { book, last, canTellStates }: Comparison): boolean {
  if (deal.closedOn !== undefined && deal.closedOn > last.asOf) return true
  const { won, lost } = book.settings.stages
  const isTheSame = deal.stage !== undefined && deal.stage === before.stage
  return canTellStates && !(isTheSame && isOneOf(deal.stage ?? '', [...won, ...lost]))
}

/** A value known then and now that is not the same: which way it went. What cannot be compared is no change. */
function moved<N extends number>(
  before: N | undefined,
  now: N | undefined,
  [up, down]: readonly [ChangeKind, ChangeKind],
  show: (value: N) => string | number | null,
): Pick<Change, 'change' | 'from' | 'to'> | undefined {
  if (before === undefined || now === undefined || before === now) return undefined
  return { change: now > before ? up : down, from: show(before), to: show(now) }
}
