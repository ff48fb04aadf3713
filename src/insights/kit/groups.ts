import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { groupBy } from '../../kit/collections.ts'
import { driversOf } from './drivers.ts'

/** Some of a list of deals that have one thing in common. */
export interface Group {
  readonly column: string
  readonly value: string
  readonly isRep: boolean
  /** Indexes into the deals. */
  readonly members: readonly number[]
}

/** The teams and the managers of the reps, where there are several. */
function teamsOf({ reps }: Book) {
  return (['team', 'manager'] as const).flatMap((column) => {
    const byRep = new Map(reps.map((rep) => [rep.name, rep[column]]))
    if (new Set(byRep.values()).size < 2) return []
    return [{ column, isRep: false, of: ({ owner }: Deal) => byRep.get(owner ?? '') }]
  })
}

/** Every rep, and every value of the columns that sort deals; measured drivers change with age and are no groups. */
export function groupsOf(deals: readonly Deal[], book: Book): Group[] {
  const columns = [
    { column: 'owner', isRep: true, of: ({ owner }: Deal) => owner },
    ...teamsOf(book),
    ...driversOf(book)
      .filter(({ from }) => from === 'export')
      .map(({ column, of }) => ({ column, isRep: false, of })),
  ]
  return columns.flatMap(({ column, isRep, of }) => {
    const byValue = groupBy(deals.keys(), (at) => {
      const deal = deals[at]
      return deal === undefined ? undefined : of(deal)
    })
    return [...byValue].flatMap(([value, members]): Group[] =>
      value === undefined ? [] : [{ column, value, isRep, members }],
    )
  })
}
