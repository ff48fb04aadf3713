import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { groupBy } from '../../kit/collections.ts'
import { date, rate, sum, type Said, person } from '../../language/sentence.ts'
import { addDays } from '../../time/plain-date.ts'
import { byAmount, outcomesOf, type Outcomes } from '../facts/closed.ts'
import { contactOf } from '../facts/people.ts'
import { say, sayOfOthers } from '../say/say.ts'

const HALF_A_YEAR = 183
/** Amounts this far apart are another kind of deal. */
const SIMILAR = 1 / 3
const RECORD = { least: 2, most: 12 } as const

/** What other deals at the same customer say of a deal. */
export class Neighbours {
  readonly #lost: ReadonlyMap<string, readonly Deal[]>
  readonly #open: ReadonlyMap<string, readonly Deal[]>
  readonly #isNamed: boolean
  readonly #closed: ReadonlyMap<string, readonly Deal[]>

  constructor({ deals, open, asOf }: Pick<Book, 'deals' | 'open' | 'asOf'>) {
    const since = addDays(asOf, -HALF_A_YEAR)
    this.#lost = byAccount(
      deals.filter(({ state, closedOn }) => state === 'lost' && closedOn !== undefined && closedOn > since),
    )
    this.#open = byAccount(open)
    const closed = deals.filter(({ state, isRenewal }) => !isRenewal && (state === 'won' || state === 'lost'))
    this.#closed = groupBy(
      closed.filter(({ account, owner }) => account !== undefined && owner !== undefined),
      ofRepThere,
    )
    // Where nearly every deal shares its customer with others, that says nothing about any of them.
    const shared = [...this.#open.values()].filter((group) => group.length > 1).flat().length
    this.#isNamed = shared < open.length / 2
  }

  /** A similar deal that this customer turned down in the last half-year. */
  lostThere(deal: Deal): Said | undefined {
    if (deal.account === undefined || !this.#isNamed) return undefined
    const similar = (this.#lost.get(deal.account) ?? []).filter((lost) => isSimilar(lost, deal))
    const last = similar.toSorted((a, b) => (b.closedOn ?? 0) - (a.closedOn ?? 0))[0]
    if (last?.closedOn === undefined) return undefined
    const day = date(last.closedOn)
    return (last.amount ?? 0) === 0
      ? say('reason.lost-there-plain', { day })
      : say('reason.lost-there', { amount: sum([last]), day })
  }

  /** The largest open deal of another rep with the same person. */
  otherOn(deal: Deal): Deal | undefined {
    const contact = contactOf(deal)
    if (deal.account === undefined || contact === undefined) return undefined
    const others = (this.#open.get(deal.account) ?? []).filter(
      (other) => other.owner !== undefined && other.owner !== deal.owner && contactOf(other) === contact,
    )
    return others.toSorted(byAmount)[0]
  }

  /** Another rep who works on the same person. */
  sharedContact(deal: Deal): Said | undefined {
    const largest = this.otherOn(deal)
    if (largest?.owner === undefined) return undefined
    const rep = person(largest.owner)
    return (largest.amount ?? 0) === 0
      ? sayOfOthers('reason.shared-contact-plain', { rep })
      : sayOfOthers('reason.shared-contact', { rep, amount: sum([largest]) })
  }

  /** How this rep's deals at the customer ended so far, where there are some and not too many to tell apart. */
  recordOf(deal: Deal): Outcomes | undefined {
    const own = this.#closed.get(ofRepThere(deal)) ?? []
    return own.length < RECORD.least || own.length > RECORD.most ? undefined : outcomesOf(own)
  }

  wonThere(deal: Deal): Said | undefined {
    const record = this.recordOf(deal)
    return record === undefined ? undefined : say('reason.won-there', { rate: rate(record.won, record.closed) })
  }

  /** The day of that loss. */
  lostOn(deal: Deal): Deal | undefined {
    return (this.#lost.get(deal.account ?? '') ?? [])
      .filter((lost) => isSimilar(lost, deal))
      .toSorted((a, b) => (b.closedOn ?? 0) - (a.closedOn ?? 0))[0]
  }
}

/** One rep at one customer. */
function ofRepThere({ account = '', owner = '' }: Deal): string {
  return JSON.stringify([account, owner])
}

function byAccount(deals: readonly Deal[]): ReadonlyMap<string, readonly Deal[]> {
  return groupBy(
    deals.filter(({ account }) => account !== undefined),
    ({ account }) => account ?? '',
  )
}

function isSimilar({ amount, type }: Deal, other: Deal): boolean {
  if (amount === undefined || other.amount === undefined || amount === 0) return type === other.type
  return Math.abs(amount - other.amount) <= SIMILAR * Math.max(amount, other.amount)
}
