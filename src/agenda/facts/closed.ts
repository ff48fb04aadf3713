import type { Deal } from '../../book/deals/deal.ts'
import { oncePerBoth } from '../../kit/remembered.ts'
import { addDays, type Days, type PlainDate } from '../../time/plain-date.ts'
import { YEAR_DAYS } from './days.ts'

export interface Outcomes {
  readonly closed: readonly Deal[]
  readonly won: readonly Deal[]
  readonly lost: readonly Deal[]
}

/** New business that was closed in the 365 days up to as-of: the same deals that a win rate is measured on. */
export const closedInYear = oncePerBoth((deals: readonly Deal[], asOf: PlainDate): Outcomes => {
  const since = addDays(asOf, -YEAR_DAYS)
  return outcomesOf(
    deals.filter(
      ({ isRenewal, closedOn, closeDateAhead }) =>
        !isRenewal && (closedOn === undefined ? closeDateAhead !== undefined : closedOn > since && closedOn <= asOf),
    ),
  )
})

/** Those of these deals that are won or lost. */
export function outcomesOf(deals: readonly Deal[]): Outcomes {
  const won = deals.filter(({ state }) => state === 'won')
  const lost = deals.filter(({ state }) => state === 'lost')
  return { closed: [...won, ...lost], won, lost }
}

/** New business opened in so many days up to a day. */
export function openedIn(deals: readonly Deal[], until: PlainDate, days: Days): readonly Deal[] {
  const since = addDays(until, -days)
  return deals.filter(
    ({ isRenewal, created }) => !isRenewal && created !== undefined && created > since && created <= until,
  )
}

/** Won or lost in so many days up to a day. */
export function closedIn(deals: readonly Deal[], until: PlainDate, days: Days): Outcomes {
  const since = addDays(until, -days)
  return outcomesOf(deals.filter(({ closedOn }) => closedOn !== undefined && closedOn > since && closedOn <= until))
}

export function shareWon({ won, closed }: Outcomes): number {
  return closed.length === 0 ? 0 : won.length / closed.length
}

/** The largest first; of equals by id. */
export function byAmount(a: Deal, b: Deal): number {
  return (b.amount ?? 0) - (a.amount ?? 0) || (a.id < b.id ? -1 : 1)
}
