import { firstBy, groupBy } from '../kit/collections.ts'
import { oncePer } from '../kit/remembered.ts'
import type { Book } from './book.ts'
import type { Deal } from './deals/deal.ts'
import type { Rep } from './team/rep.ts'

// What is looked for again and again, for every finding or every rep: sorted once, so that a lookup costs the same in a
// small book and in a large one.

const places = oncePer(({ deals }: Pick<Book, 'deals'>) => firstBy(deals.keys(), (at) => deals[at]?.id))
const byName = oncePer(({ reps }: Pick<Book, 'reps'>) => firstBy(reps, ({ name }) => name))
const byOwner = oncePer((deals: readonly Deal[]) => groupBy(deals, ({ owner }) => owner))

/** The deal with this id; undefined where the book has none. */
export function dealById(id: string, book: Pick<Book, 'deals'>): Deal | undefined {
  const place = places(book).get(id)
  return place === undefined ? undefined : book.deals[place]
}

/** The deals with these ids, in the order of the book. */
export function dealsByIds(ids: ReadonlySet<string>, book: Pick<Book, 'deals'>): readonly Deal[] {
  const found = [...ids].flatMap((id) => places(book).get(id) ?? []).sort((a, b) => a - b)
  return found.flatMap((place) => book.deals[place] ?? [])
}

/** The rep with exactly this name; undefined where nobody has it, or no name is given. */
export function repByName(name: string | undefined, book: Pick<Book, 'reps'>): Rep | undefined {
  return name === undefined ? undefined : byName(book).get(name)
}

/** Those of these deals that somebody owns, in their order. */
export function dealsOf<D extends Deal>(owner: string, deals: readonly D[]): readonly D[] {
  return (byOwner(deals) as Map<string | undefined, D[]>).get(owner) ?? []
}
