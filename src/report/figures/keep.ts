import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deals/deal.ts'
import type { DealBehind, KeptPage } from '../../history/kept-page.ts'
import type { Words } from '../../language/words.ts'
import type { Report } from '../content/document.ts'
import { figuresIn } from './figures.ts'

/** The figures of a page with the deals behind them: what is asked about later, when the export may be gone. */
export function keptPage(report: Report, book: Book, words: Words): KeptPage {
  const figures = figuresIn(report, words)
  const wanted = new Set(figures.flatMap(({ ids, of = [] }) => [...ids, ...of]))
  const deals = book.deals.filter(({ id }) => wanted.has(id))
  return {
    asOf: book.asOf,
    currency: book.currency,
    figures,
    deals: new Map(deals.map((deal) => [deal.id, shownOf(deal)])),
  }
}

function shownOf(deal: Deal): DealBehind {
  const { id, name, account, owner, state, stage, amount, created, closedOn, closeDate } = deal
  return {
    id,
    name,
    customer: account,
    rep: owner,
    state,
    stage,
    amount,
    opened: created,
    closed: closedOn,
    due: state === 'open' ? closeDate : undefined,
  }
}
