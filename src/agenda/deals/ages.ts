import type { Book } from '../../book/book.ts'
import { ENOUGH_WON } from '../../book/team/norms.ts'
import { Distribution } from '../../book/kit/statistics.ts'
import { oncePer } from '../../kit/remembered.ts'
import type { Days } from '../../time/plain-date.ts'

const cycles = oncePer(
  ({ deals }: Pick<Book, 'deals'>) =>
    new Distribution(deals.flatMap(({ state, isRenewal, age }) => (state === 'won' && !isRenewal ? (age ?? []) : []))),
)

/** Days of the win that took longest; undefined below 20 wins. */
export function longestWin(book: Pick<Book, 'deals'>): Days | undefined {
  return quantile(book, 1)
}

/** Days that half of all wins take; undefined below 20 wins. */
export function usualWin(book: Pick<Book, 'deals'>): Days | undefined {
  return quantile(book, 0.5)
}

/** Days that nineteen in twenty wins take at most: what is older is old. */
export function oldLimit(book: Pick<Book, 'deals'>): Days | undefined {
  return quantile(book, 0.95)
}

function quantile(book: Pick<Book, 'deals'>, q: number): Days | undefined {
  return cycles(book).size < ENOUGH_WON ? undefined : cycles(book).quantile(q)
}
