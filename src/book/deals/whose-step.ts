import type { Days } from '../../time/plain-date.ts'
import { isOurStep } from '../../vocabulary/next-steps.ts'
import type { Book } from '../book.ts'
import type { Deal } from './deal.ts'

/** Next steps that were all ours to do. */
export interface OurSteps {
  /** The present one first; one that stood for several reviews once. */
  readonly texts: readonly string[]
  /** How long it is known to have been so. */
  readonly days: Days
}

/**
 * The next steps of a deal, back to the first earlier review at least so many days ago, where every one was something
 * that we do. Undefined where one was the client's, was nobody's in particular, or is not known, and where no review
 * that saw the deal lies so far back.
 */
export function ourSteps(deal: Deal, { past, asOf }: Book, days: Days): OurSteps | undefined {
  const present = deal.nextStep?.text
  if (present === undefined || !isOurStep(present)) return undefined
  const texts = new Set([present])
  for (const review of past.reviews) {
    const step = review.deals.get(deal.id)?.nextStep
    if (step === undefined || !isOurStep(step)) return undefined
    texts.add(step)
    if (asOf - review.asOf >= days) return { texts: [...texts], days: asOf - review.asOf }
  }
  return undefined
}
