import type { Book } from '../book.ts'
import type { Deal } from './deal.ts'

/** The product of a deal, where a column has it. */
export function productIn({ columns }: Pick<Book, 'columns'>): (deal: Deal) => string | undefined {
  const column = columns.find(({ field }) => field === 'product')
  return (deal) => column?.of(deal)
}
