import { groupBy } from '../../kit/collections.ts'
import { oncePer } from '../../kit/remembered.ts'
import type { Book } from '../book.ts'
import { deadAge } from './norms.ts'
import type { Deal } from '../deals/deal.ts'

/** So many old deals of one owner within a week are a clean-up, and not a bad week. */
const CLEAN_UP = { deals: 5, days: 7 } as const

type Facts = Pick<Book, 'deals' | 'norms'>

/**
 * Whether a lost deal was closed as dead in a clean-up: at closing it was older than nearly all wins of its size, and the
 * owner closed at least five such deals within a week. Doing what a page asks for is not held against anybody: such
 * deals are counted apart from losses.
 */
export function isCleanUp(deal: Deal, book: Facts): boolean {
  return cleanUps(book).has(deal)
}

const cleanUps = oncePer(({ deals, norms }: Facts): ReadonlySet<Deal> => {
  const dead = deals.filter(
    (deal) => deal.state === 'lost' && deal.closedOn !== undefined && (deal.age ?? 0) > deadAge(norms, deal).days,
  )
  const found = new Set<Deal>()
  for (const own of groupBy(dead, ({ owner }) => owner).values()) {
    const days = own.toSorted((a, b) => (a.closedOn ?? 0) - (b.closedOn ?? 0))
    for (const [at, deal] of days.entries()) {
      const week = days.slice(at).filter(({ closedOn = 0 }) => closedOn < (deal.closedOn ?? 0) + CLEAN_UP.days)
      if (week.length >= CLEAN_UP.deals) for (const one of week) found.add(one)
    }
  }
  return found
})
