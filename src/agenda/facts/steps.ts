import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { oncePer } from '../../kit/remembered.ts'

/** No next step with a date, and nothing planned. */
export function isWithoutStep({ nextStep, planned }: Deal, { asOf }: Pick<Book, 'asOf'>): boolean {
  return nextStep?.date === undefined && (planned === undefined || planned < asOf)
}

const HALF = 0.5

/** Whether most of the team's open deals have none: said once, and no list of one rep's. */
export const isWithoutSteps = oncePer(
  (book: Pick<Book, 'open' | 'asOf'>) =>
    book.open.filter((deal) => isWithoutStep(deal, book)).length > HALF * book.open.length,
)
