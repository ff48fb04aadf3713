import type { Book } from '../../book/book.ts'
import { amountOn, dueOn } from '../../book/deals/held.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { previousPeriod, type Period } from '../../book/goals/period.ts'
import { totalAmount } from '../../book/team/measures.ts'
import { addDays, type PlainDate } from '../../time/plain-date.ts'

/** What of the amount that was due on the same day of an earlier period came in by its end. */
export interface Earlier {
  readonly label: string
  readonly due: readonly Deal[]
  readonly won: readonly Deal[]
  /** 0 to 1. */
  readonly share: number
}

export type Reach = 'in-reach' | 'tight' | 'out-of-reach' | 'unknown'

/** What is due by the end of the period, and how much of it has to come in. */
export interface Outlook {
  readonly due: readonly Deal[]
  readonly dueAmount: number
  /** To go ÷ due; undefined where nothing is to go or nothing is due. */
  readonly need: number | undefined
  readonly gap: number | undefined
  /** The last period first. */
  readonly earlier: readonly Earlier[]
  readonly reach: Reach
}

const LEAST_WINS = 20
const LEAST_DUE = 5
const KNOWN = 0.8

/** Open deals that are due by the end of the period, overdue ones among them. */
export function dueInPeriod(open: readonly Deal[], { period }: Pick<Book, 'period'>): readonly Deal[] {
  return open.filter(({ closeDate }) => closeDate !== undefined && closeDate <= period.to)
}

/** @param gap what is to go of the goal; undefined without a goal. */
export function outlookOf(
  { deals, open }: { readonly deals: readonly Deal[]; readonly open: readonly Deal[] },
  gap: number | undefined,
  book: Book,
  likeWhom: readonly Earlier[] = [],
): Outlook {
  const due = dueInPeriod(open, book)
  const dueAmount = totalAmount(due) ?? 0
  const need = gap === undefined || gap === 0 || dueAmount === 0 ? undefined : gap / dueAmount
  const own = earlierPeriods(deals, book)
  return { due, dueAmount, need, gap, earlier: own, reach: reachOf(need, own.length >= 2 ? own : likeWhom, book) }
}

/** Under what both earlier periods brought it is in reach, over both it is out of reach. */
function reachOf(need: number | undefined, earlier: readonly Earlier[], { norms }: Book): Reach {
  if (need === undefined || earlier.length < 2 || norms.wins < LEAST_WINS) return 'unknown'
  const shares = earlier.map(({ share }) => share)
  if (need <= Math.min(...shares)) return 'in-reach'
  return need > Math.max(...shares) ? 'out-of-reach' : 'tight'
}

function earlierPeriods(deals: readonly Deal[], { period, asOf }: Book): readonly Earlier[] {
  const into = asOf - period.from
  const periods = [previousPeriod(period)]
  periods.push(previousPeriod(periods[0] ?? period))
  return periods.flatMap((earlier) => {
    const day = addDays(earlier.from, into)
    return day > earlier.to ? [] : (brought(deals, earlier, day) ?? [])
  })
}

/** Of what was open and due by the end on that day; undefined where too little of it is known. */
function brought(deals: readonly Deal[], period: Period, day: PlainDate): Earlier | undefined {
  const standing = deals.filter(
    ({ created, closedOn, state }) =>
      created !== undefined && created <= day && (state === 'open' || (closedOn !== undefined && closedOn > day)),
  )
  const known = standing.filter(({ datesHeld = [] }) =>
    datesHeld.some(({ since }) => since === undefined || since <= day),
  )
  if (standing.length === 0 || known.length < KNOWN * standing.length) return undefined
  const due = known.filter(({ datesHeld }) => (dueOn(datesHeld, day) ?? Infinity) <= period.to)
  if (due.length < LEAST_DUE) return undefined
  const won = due.filter(({ state, closedOn }) => state === 'won' && closedOn !== undefined && closedOn <= period.to)
  const worth = (some: readonly Deal[]) =>
    some.reduce((total, { amountsHeld, amount }) => total + (amountOn(amountsHeld, day) ?? amount ?? 0), 0)
  const all = worth(due)
  return all === 0 ? undefined : { label: period.label, due, won, share: worth(won) / all }
}
