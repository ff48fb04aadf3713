import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { bandOf, measureSizeBands } from '../../book/team/size-bands.ts'
import { groupBy } from '../../kit/collections.ts'
import { oncePer } from '../../kit/remembered.ts'
import { closedInYear, isWon, type ClosedDeal } from './closed.ts'

/** Something that sorts deals into a few kinds: a column, or what is measured on them. */
export interface Driver {
  /** As it is called in a sentence, and in the evidence. */
  readonly column: string
  /** `export`: the words of a cell. `measured`: worked out from other columns and files. */
  readonly from: 'export' | 'measured'
  readonly of: (deal: Deal) => string | undefined
}

/** Values of measured drivers, so that whoever words them can name them. */
export const MEASURED = {
  decisionMaker: { column: 'decision maker', with: 'named', without: 'none named' },
  contacts: { column: 'contacts', with: 'two or more', without: 'one' },
  meeting: { column: 'meeting', with: 'held', without: 'none' },
  call: { column: 'call', with: 'made', without: 'none' },
  customer: { column: 'customer', with: 'had a deal before', without: 'new' },
  size: { column: 'size' },
  owner: { column: 'owner' },
} as const

/** Every driver that this book has. */
export const driversOf = oncePer((book: Book): readonly Driver[] => [
  ...book.columns.map(({ name, of }): Driver => ({ column: name, from: 'export', of: (deal) => of(deal) })),
  ...measured(book),
])

function measured(book: Book): Driver[] {
  const { decisionMaker, contacts, meeting, call, customer, size } = MEASURED
  const driver = (column: string, of: Driver['of']): Driver => ({ column, from: 'measured', of })
  const touched = (deal: Deal, kind: 'meeting' | 'call') => book.activities.touches(deal).some((t) => t.kind === kind)
  const bands = measureSizeBands(book.deals)
  const sizeOf = (amount: number | undefined) => {
    const band = bandOf(amount, bands)
    return band === undefined ? undefined : SIZES[band]
  }
  return [
    ...(book.knowledge.get('contactRoles') === undefined
      ? [driver(decisionMaker.column, ({ hasDecisionMaker: is }) => told(is, decisionMaker))]
      : []),
    ...(book.knowledge.get('contacts') === undefined
      ? [driver(contacts.column, (deal) => told(deal.contacts && deal.contacts.length > 1, contacts))]
      : []),
    ...(book.knowledge.get('dealActivities') === undefined
      ? [
          driver(meeting.column, (deal) => told(touched(deal, 'meeting'), meeting)),
          driver(call.column, (deal) => told(touched(deal, 'call'), call)),
        ]
      : []),
    driver(customer.column, (deal) => told(hadDealBefore(book)(deal), customer)),
    ...(bands === undefined ? [] : [driver(size.column, ({ amount }) => sizeOf(amount))]),
  ]
}

function told(is: boolean | undefined, words: { readonly with: string; readonly without: string }) {
  return is === undefined ? undefined : is ? words.with : words.without
}

const hadDealBefore = oncePer((book: Book) => {
  const byAccount = groupBy(
    book.deals.filter(({ account, created }) => account !== undefined && created !== undefined),
    ({ account }) => account,
  )
  const first = new Map(
    [...byAccount].map(([account, deals]) => [account, Math.min(...deals.map((d) => d.created ?? 0))]),
  )
  return ({ account, created }: Deal): boolean | undefined =>
    account === undefined || created === undefined ? undefined : (first.get(account) ?? created) < created
})

const SIZES = ['small', 'medium', 'large'] as const

/** How much more often a column may be filled in closed deals than in open ones, as a share. */
const FILLED_APART = 0.25
/** A column that tells the outcome of so many closed deals is the outcome. */
const DETERMINES = 0.95
const FEW = 5
/** A value that no open deal has, where so many were to be expected, appears only after closing. */
const EXPECTED = 8

/**
 * Whether a driver was known while the deal was open. It is not where it is filled in closed deals and empty in open ones
 * or the other way, where a value appears only after closing, or where it nearly is the outcome.
 */
export function isHindsight({ of }: Pick<Driver, 'of'>, book: Book): boolean {
  const closed = closedInYear(book)
  const { open } = book
  const filled = (deals: readonly Deal[]) =>
    deals.filter((deal) => of(deal) !== undefined).length / Math.max(1, deals.length)
  if (open.length >= FEW && Math.abs(filled(closed) - filled(open)) > FILLED_APART) return true
  const kinds = groupBy(closed, of)
  const counted = [...kinds.values()]
  const foretold = counted.reduce(
    (all, deals) => all + Math.max(deals.filter(isWon).length, deals.filter((d) => !isWon(d)).length),
    0,
  )
  const won = closed.filter(isWon).length
  const base = Math.max(won, closed.length - won)
  if (foretold / closed.length >= DETERMINES && base / closed.length < DETERMINES - 0.05) return true
  const inOpen = new Set(open.map(of))
  return [...kinds].some(
    ([value, deals]) => !inOpen.has(value) && (deals.length / closed.length) * open.length >= EXPECTED,
  )
}

/** The drivers that may be compared with how deals ended. */
export const honestDrivers = oncePer((book: Book): readonly Driver[] =>
  driversOf(book).filter((driver) => closedInYear(book).length > 0 && !isHindsight(driver, book)),
)

/** Closed deals by a driver's value; an empty cell is a value of its own. */
export function byValue(
  driver: Pick<Driver, 'of'>,
  closed: readonly ClosedDeal[],
): ReadonlyMap<string | undefined, ClosedDeal[]> {
  return groupBy(closed, (deal) => driver.of(deal))
}
