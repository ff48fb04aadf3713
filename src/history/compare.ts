import type { Book } from '../book/book.ts'
import type { Deal } from '../book/deal.ts'
import type { PastReview } from '../book/past.ts'
import type { StageOrder } from '../book/stages.ts'
import { compareText } from '../collections.ts'
import type { DealRef } from '../engine/finding.ts'
import { isoOrNull } from '../words.ts'

export type ChangeKind =
  | 'created'
  | 'won'
  | 'lost'
  | 'pushed'
  | 'pulled-in'
  | 'advanced'
  | 'moved-back'
  | 'amount-up'
  | 'amount-down'
  | 'owner'
  | 'gone'

/** What became of one deal since the last review. */
export interface Change {
  readonly deal: DealRef
  readonly change: ChangeKind
  readonly from: string | number | null
  readonly to: string | number | null
  /** Whose deal it is now; the earlier owner for one that is gone. */
  readonly owner: string | undefined
  readonly amount: number | undefined
}

/** Everything that changed since the previous export, biggest deals first. Nothing where there is no previous one. */
export function compare(book: Book): readonly Change[] {
  const [last] = book.past.reviews
  if (last === undefined) return []
  const changes = book.deals.flatMap((deal) => changesOf(deal, last, book.stages))
  for (const [id, seen] of last.deals)
    if (!book.ids.has(id) && seen.state === 'open')
      changes.push({
        deal: { id, name: seen.name },
        change: 'gone',
        from: seen.stage ?? null,
        to: null,
        owner: seen.owner,
        amount: seen.amount,
      })
  return changes.sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0) || compareText(a.deal.id, b.deal.id))
}

function changesOf(deal: Deal, last: PastReview, stages: StageOrder): Change[] {
  const before = last.deals.get(deal.id)
  const about = { deal: { id: deal.id, name: deal.name }, owner: deal.owner, amount: deal.amount }
  if (before === undefined) {
    // Closed before the last review, which did not keep it: no news.
    if (deal.closedOn !== undefined && deal.closedOn <= last.asOf) return []
    const change = deal.state === 'won' || deal.state === 'lost' ? deal.state : 'created'
    return [{ ...about, change, from: null, to: deal.stage ?? null }]
  }
  if (deal.state !== before.state && (deal.state === 'won' || deal.state === 'lost'))
    return [{ ...about, change: deal.state, from: before.stage ?? null, to: deal.stage ?? null }]
  if (deal.state !== 'open') return []
  // A guessed order would invent moves.
  const isOrdered = stages.source === 'config' || stages.source === 'crm'
  const moves = [
    moved(before.closeDate, deal.closeDate, ['pushed', 'pulled-in'], isoOrNull),
    moved(isOrdered ? stages.position(before.stage) : undefined, deal.position, ['advanced', 'moved-back'], (place) =>
      place === deal.position ? (deal.stage ?? null) : (before.stage ?? null),
    ),
    moved(before.amount, deal.amount, ['amount-up', 'amount-down'], (amount) => amount),
  ]
  const changes = moves.flatMap((move) => (move === undefined ? [] : [{ ...about, ...move }]))
  if (before.owner !== undefined && deal.owner !== undefined && before.owner !== deal.owner)
    changes.push({ ...about, change: 'owner', from: before.owner, to: deal.owner })
  return changes
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
