import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { elapsedShare, type Period, previousPeriod } from '../../book/goals/period.ts'
import { productIn } from '../../book/columns.ts'
import { groupBy } from '../../kit/collections.ts'
import { sum } from '../../language/sentence.ts'
import { addDays } from '../../time/plain-date.ts'
import { outcomesOf, type Outcomes } from './closed.ts'

/** What one rep closed in this period, and by the same day of the one before. */
export interface TwoPeriods {
  readonly now: Outcomes
  readonly before: Outcomes
  readonly wonNow: number
  readonly wonBefore: number
}

/** What explains most of a change in money won: fewer or more of one product, a win rate, the size or the number of wins. */
export type Explained =
  | {
      readonly kind: 'product'
      readonly product: string
      readonly now: readonly Deal[]
      readonly before: readonly Deal[]
    }
  | { readonly kind: 'rate' | 'size' | 'number' }

/** Under this share of a period hardly anything has closed yet. */
const ENOUGH_GONE = 0.5
const FEWEST_WINS = 5
const FEWEST_OF_PRODUCT = 3
/** A product all but stopped where a third of its wins are left. */
const LEFT = 1 / 3
const MOST = 0.5

/** Undefined where too little of the period is gone, or too little was won before it. */
export function twoPeriods(deals: readonly Deal[], { period, asOf }: Pick<Book, 'period' | 'asOf'>) {
  if (elapsedShare(period, asOf) < ENOUGH_GONE) return undefined
  const earlier = previousPeriod(period)
  const until = asOf >= period.to ? earlier.to : Math.min(earlier.to, addDays(earlier.from, asOf - period.from))
  const now = outcomesOf(deals.filter(({ closedOn }) => isIn(closedOn, period.from, asOf)))
  const before = outcomesOf(deals.filter(({ closedOn }) => isIn(closedOn, earlier.from, until)))
  if (before.won.length < FEWEST_WINS || before.won.every(({ amount }) => amount === undefined)) return undefined
  return { now, before, wonNow: sum(now.won).amount, wonBefore: sum(before.won).amount } satisfies TwoPeriods
}

function isIn(day: number | undefined, from: number, to: number): boolean {
  return day !== undefined && day >= from && day <= to
}

/** New business opened in a period. */
export function openedDuring(deals: readonly Deal[], { from, to }: Pick<Period, 'from' | 'to'>): readonly Deal[] {
  return deals.filter(({ created, isRenewal }) => !isRenewal && isIn(created, from, to))
}

/** The largest part of the change: what it would have been had only this part changed. */
export function explain({ now, before, wonNow, wonBefore }: TwoPeriods, book: Book): Explained {
  const change = wonNow - wonBefore
  const product = productOf(now.won, before.won, change, book)
  if (product !== undefined) return product
  const rates = { now: shareOf(now), before: shareOf(before) }
  const each = { now: wonNow / Math.max(1, now.won.length), before: wonBefore / Math.max(1, before.won.length) }
  const parts = [
    { kind: 'rate', part: now.closed.length * (rates.now - rates.before) * each.before },
    { kind: 'size', part: now.won.length * (each.now - each.before) },
    { kind: 'number', part: (now.closed.length - before.closed.length) * rates.before * each.before },
  ] as const
  const [most] = parts.toSorted((a, b) => (b.part - a.part) * Math.sign(change))
  return { kind: most?.kind ?? 'number' }
}

function shareOf({ won, closed }: Outcomes): number {
  return closed.length === 0 ? 0 : won.length / closed.length
}

/** A product that all but stopped, and was most of the money that is missing. */
function productOf(now: readonly Deal[], before: readonly Deal[], change: number, book: Book): Explained | undefined {
  const of = productIn(book)
  const groups = groupBy(before, of)
  const nowOf = groupBy(now, of)
  const [best] = [...groups]
    .flatMap(([product, wins]) => {
      const left = nowOf.get(product) ?? []
      const gap = sum(left).amount - sum(wins).amount
      return product !== undefined &&
        wins.length >= FEWEST_OF_PRODUCT &&
        left.length <= LEFT * wins.length &&
        gap <= MOST * change
        ? [{ product, wins, left, gap }]
        : []
    })
    .toSorted((a, b) => a.gap - b.gap)
  return best === undefined || change >= 0
    ? undefined
    : { kind: 'product', product: best.product, now: best.left, before: best.wins }
}
