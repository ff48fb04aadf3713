import type { Book } from '../../book/book.ts'
import type { Rep } from '../../book/team/rep.ts'
import type { Finding } from '../../engine/finding.ts'
import { groupBy } from '../../kit/collections.ts'
import { oncePer } from '../../kit/remembered.ts'
import { isHeldAgainst } from '../team/silence.ts'
import type { Told } from './choose-deals.ts'
import { Neighbours } from './neighbours.ts'
import { reasonsOf } from './reasons.ts'

interface Seen {
  readonly book: Book
  readonly findings: readonly Finding[]
}

/** Every open deal of a rep of which something was seen, by due date, with all that was: no page has room for it. */
export function allReasons({ open }: Rep, seen: Seen): readonly Told[] {
  const { book } = seen
  const findings = byDeal(seen)
  const neighbours = neighboursIn(book)
  return open
    .map((deal) => ({ deal, reasons: reasonsOf(deal, findings.get(deal.id) ?? [], book, neighbours) }))
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((a, b) => (a.deal.closeDate ?? Infinity) - (b.deal.closeDate ?? Infinity))
}

const neighboursIn = oncePer((book: Book) => new Neighbours(book))

const byDeal = oncePer(({ findings, book }: Seen) => {
  const isShown = isHeldAgainst(book)
  return groupBy(
    findings.filter((one) => one.deal !== null && one.scope === 'deal' && one.dismissed === null && isShown(one)),
    ({ deal }) => deal?.id ?? '',
  )
})
