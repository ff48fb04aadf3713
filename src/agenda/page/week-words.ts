import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deals/deal.ts'
import type { Change } from '../../history/compare.ts'
import { date, list, sum, type Said } from '../../language/sentence.ts'
import { parseIsoDate } from '../../time/plain-date.ts'
import { closedIn, openedIn } from '../facts/closed.ts'
import { dealName, dealSlot } from '../facts/names.ts'
import { say, type TemplateId } from '../say/say.ts'

const WEEK = 7

type Counted = 'won' | 'lost' | 'opened'

/** `won 6 ($184k)`: without the sum where no amount is known. */
function part(what: Counted, deals: readonly Deal[]): readonly Said[] {
  if (deals.length === 0) return []
  const worth = sum(deals)
  const n = { kind: 'count' as const, ids: deals.map(({ id }) => id) }
  // A sum of the few whose amount is known would be taken for that of all.
  const isKnown = worth.amount > 0 && worth.ids.length >= deals.length / 2
  return [say(isKnown ? `changed.${what}` : `changed.${what}-plain`, isKnown ? { n, worth } : { n })]
}

/** What was won, lost and opened, and what moved, since the last review; without one in the last week. */
export function changeParts(deals: readonly Deal[], changes: readonly Change[], book: Book): readonly Said[] {
  if (book.past.reviews.length === 0) {
    const { won, lost } = closedIn(deals, book.asOf, WEEK)
    return [...part('won', won), ...part('lost', lost), ...part('opened', openedIn(deals, book.asOf, WEEK))]
  }
  const byId = new Map(deals.map((deal) => [deal.id, deal]))
  const of = (kind: Change['change']) =>
    changes.flatMap(({ change, deal }) => (change === kind ? (byId.get(deal.id) ?? []) : []))
  const moves = (kind: Change['change'], id: TemplateId) => {
    const moved = of(kind)
    return moved.length === 0 ? [] : [say(id, { n: { kind: 'count', ids: moved.map((deal) => deal.id) } })]
  }
  return [
    ...part('won', of('won')),
    ...part('lost', of('lost')),
    ...part('opened', of('created')),
    ...moves('reopened', 'changed.reopened'),
    ...moves('advanced', 'changed.moved-up'),
    ...moves('moved-back', 'changed.moved-back'),
  ]
}

/** The CHANGED line of a page. */
export function changedWords(
  deals: readonly Deal[],
  open: readonly Deal[],
  changes: readonly Change[],
  book: Book,
): readonly Said[] {
  const parts = changeParts(deals, changes, book)
  const isCompared = book.past.reviews.length > 0
  if (parts.length === 0 && !isCompared) return []
  const first = parts.length === 0 ? [] : [say(isCompared ? 'changed.parts' : 'changed.week', { parts: list(parts) })]
  return [...first, ...largestMoves(open, changes)]
}

/** The largest deal that was put off, and the largest that was cut. */
function largestMoves(open: readonly Deal[], changes: readonly Change[]): readonly Said[] {
  const find = (kind: Change['change']) => {
    const change = changes.find((one) => one.change === kind)
    const deal = open.find(({ id }) => id === change?.deal.id)
    return change === undefined || deal === undefined ? undefined : { change, deal }
  }
  const [pushed, cut] = [find('pushed'), find('amount-down')]
  const day = typeof pushed?.change.to === 'string' ? parseIsoDate(pushed.change.to) : undefined
  const named = (deal: Deal) => ({ kind: 'name' as const, text: dealName(deal, open), ids: [deal.id] })
  return [
    ...(pushed === undefined || day === undefined
      ? []
      : pushed.deal.amount === undefined
        ? [say('changed.now-plain', { deal: named(pushed.deal), day: date(day) })]
        : [say('changed.now', { deal: named(pushed.deal), worth: sum([pushed.deal]), day: date(day) })]),
    ...(cut === undefined || cut.deal.amount === undefined
      ? []
      : [say('changed.cut', { deal: named(cut.deal), worth: sum([cut.deal]) })]),
  ]
}

interface Named {
  /** How many before the rest is counted; one more is named rather than counted alone. */
  readonly most?: number
  /** Why each is named, by id. */
  readonly why?: ReadonlyMap<string, Said | undefined>
}

/** Names in one line: the first few, and how many more with their sum. */
export function namesWithRest(deals: readonly Deal[], open: readonly Deal[], { most = 3, why }: Named = {}) {
  const shown = deals.length <= most + 1 ? deals : deals.slice(0, most)
  const rest = deals.slice(shown.length)
  const named = shown.map((deal) => nameInList(deal, open, why?.get(deal.id)))
  const n = { kind: 'count' as const, ids: rest.map(({ id }) => id) }
  const more =
    rest.length === 0
      ? []
      : [sum(rest).amount > 0 ? say('part.more', { n, worth: sum(rest) }) : say('part.more-plain', { n })]
  return list([...named, ...more])
}

function nameInList(deal: Deal, open: readonly Deal[], why: Said | undefined): Said {
  const slots = { deal: dealSlot(deal, open), worth: sum([deal]) }
  const isKnown = deal.amount !== undefined
  if (why === undefined) return say(isKnown ? 'part.deal-worth' : 'part.deal', slots)
  return say(isKnown ? 'part.deal-why' : 'part.deal-why-plain', { ...slots, why: list([why]) })
}
