import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { stageKey } from '../../book/deals/stage-story.ts'
import { oncePer } from '../../kit/remembered.ts'
import { addDays, type PlainDate } from '../../time/plain-date.ts'

const YEAR = 365

/** A deal of which it is known how and when it ended. */
export type ClosedDeal = Deal & { readonly closedOn: PlainDate; readonly state: 'won' | 'lost' }

const isClosed = (deal: Deal): deal is ClosedDeal =>
  (deal.state === 'won' || deal.state === 'lost') && deal.closedOn !== undefined

/** New business that closed in the 365 days up to the review. */
export const closedInYear = oncePer(({ deals, asOf }: Book): readonly ClosedDeal[] =>
  deals.filter(isClosed).filter(({ isRenewal, closedOn }) => {
    return !isRenewal && closedOn > addDays(asOf, -YEAR) && closedOn <= asOf
  }),
)

/** Every deal that has closed by the review. */
export const allClosed = oncePer(({ deals, asOf }: Book): readonly ClosedDeal[] =>
  deals.filter(isClosed).filter(({ closedOn }) => closedOn <= asOf),
)

export const isWon = ({ state }: Pick<Deal, 'state'>) => state === 'won'

/** Won and all of some closed deals. */
export interface Closings {
  readonly won: readonly Deal[]
  readonly closed: readonly Deal[]
}

export function closings(closed: readonly Deal[]): Closings {
  return { won: closed.filter(isWon), closed }
}

export const winRate = ({ won, closed }: Closings) => (closed.length === 0 ? 0 : won.length / closed.length)

/** As the tests of `book/kit` want it. */
export const asShare = ({ won, closed }: Closings) => ({ won: won.length, of: closed.length })

/** Of these deals, those whose history has them in the stage or in a later one. */
export function cameTo<D extends Deal>(stage: string, deals: readonly D[], { stages }: Book): readonly D[] {
  const reached = new Set(stages.names.slice(stages.names.indexOf(stage)).map(stageKey))
  return deals.filter(({ stagesHeld }) => stagesHeld?.some((held) => reached.has(stageKey(held.stage))) === true)
}
