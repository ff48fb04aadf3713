import type { Agenda } from '../../agenda/agenda.ts'
import { bookWords } from '../../book/book-words.ts'
import { fill, fillAll } from '../../language/fill.ts'

export function insightsDocument({ insights, book }: Pick<Agenda, 'insights' | 'book'>) {
  const words = bookWords(book)
  return insights.map(({ insight, title, scope, rep, said, evidence, deals, stake, rank, isBest }) => ({
    id: insight,
    title,
    scope,
    rep,
    text: fillAll(said.text, words),
    caveat: said.caveat === undefined ? null : fill(said.caveat, words),
    ask: fill(said.ask, words),
    evidence,
    deals: deals.map(({ id }) => id),
    stake: stake ?? null,
    rank,
    isBest,
  }))
}
