import type { Book } from '../book/book.ts'
import type { JudgedCommitment } from '../book/commitments.ts'
import type { Deal } from '../book/deal.ts'
import type { Rep } from '../book/rep.ts'
import type { Words } from '../words.ts'

/** What to recognise a rep for: wins of the week, promises kept, and the best creation in three months. */
export function recognise(rep: Rep, commitments: readonly JudgedCommitment[], book: Book, words: Words): string[] {
  const isRecent = (deal: Deal) => deal.closedOn !== undefined && book.calendar.weekOf(deal.closedOn) === 0
  const won = rep.deals.filter((deal) => deal.state === 'won' && isRecent(deal))
  const wins = won.map((deal) => (deal.amount === undefined ? deal.name : `${deal.name}, ${words.money(deal.amount)}`))
  const [week = 0, ...before] = rep.creation.byWeek.slice(0, 13)
  const isBest = week >= 2 && before.every((count) => count < week)
  const kept = commitments.filter(({ verdict }) => verdict === 'kept').length
  const due = kept + commitments.filter(({ verdict }) => verdict === 'missed').length
  return [
    ...(wins.length > 0 ? [`Won this week: ${words.list(wins.slice(0, 3))}`] : []),
    ...(kept > 0 ? [`Kept ${kept} of ${words.count(due, 'promise')}`] : []),
    ...(isBest ? [`${week} new this week, the most in three months`] : []),
  ]
}
