import type { Events } from '../../records/events.ts'
import type { AccountRow } from '../../records/fields.ts'
import type { People } from '../../records/people.ts'
import type { DealEvents } from '../activity/deal-events.ts'
import { accountKey } from '../activity/deal-events.ts'

/** What a deal says of its account. */
export interface AccountOfDeal {
  readonly accountId?: string | undefined
  readonly account?: string | undefined
}

/** Stands for no account. */
export const NO_ACCOUNT = -1

/**
 * One number for each account, whatever the files call it: id, name or domain. Two of one name with ids of their own
 * are two.
 */
export class AccountKeys {
  readonly #numbers = new Map<string, number>()
  readonly #withId = new Set<number>()
  /** Further accounts of a name that one has already. */
  readonly #namesakes = new Map<string, number[]>()
  /** The account of the n-th deal, and of the n-th row of the accounts file; -1 is none. */
  readonly ofDeals: Int32Array
  readonly ofRows: Int32Array
  #size = 0

  constructor(rows: readonly AccountRow[], deals: readonly AccountOfDeal[]) {
    this.ofRows = Int32Array.from(rows, ({ id, name, domain }) => this.#add(id, name, domain))
    this.ofDeals = Int32Array.from(deals, ({ accountId, account }) => this.#add(accountId, account, undefined))
  }

  get size(): number {
    return this.#size
  }

  /** The account of this id, name or domain; -1 where there is none. */
  find(key: string | undefined): number {
    return key === undefined ? NO_ACCOUNT : (this.#numbers.get(accountKey(key)) ?? NO_ACCOUNT)
  }

  /** The same, and its namesakes: a name alone does not tell which of them is meant. */
  findAll(key: string | undefined): readonly number[] {
    const first = this.find(key)
    if (key === undefined || first === NO_ACCOUNT) return []
    return [first, ...(this.#namesakes.get(accountKey(key)) ?? [])]
  }

  #add(id: string | undefined, name: string | undefined, domain: string | undefined): number {
    if (id === undefined && name === undefined) return NO_ACCOUNT
    const [byId, byName, byDomain] = [id, name, domain].map((key) => (key === undefined ? undefined : accountKey(key)))
    const number = this.#known(byId, byName) ?? this.#size++
    if (id !== undefined) this.#withId.add(number)
    for (const key of [byId, byName, byDomain]) if (key !== undefined) this.#note(key, number)
    return number
  }

  #note(key: string, number: number): void {
    const first = this.#numbers.get(key)
    if (first === undefined) this.#numbers.set(key, number)
    else if (first !== number) {
      const others = this.#namesakes.get(key) ?? []
      if (!others.includes(number)) this.#namesakes.set(key, [...others, number])
    }
  }

  #known(id: string | undefined, name: string | undefined): number | undefined {
    const byId = id === undefined ? undefined : this.#numbers.get(id)
    if (byId !== undefined) return byId
    const byName = name === undefined ? undefined : this.#numbers.get(name)
    return byName !== undefined && id !== undefined && this.#withId.has(byName) ? undefined : byName
  }
}

/**
 * The account of each activity: the one it names, else that of its deal, else that of its person. Each different name
 * is looked up once, however many activities have it.
 */
export class EventAccounts {
  readonly #dealEvents: DealEvents
  readonly #events: Events
  readonly #keys: AccountKeys
  readonly #ofDeal: Int32Array
  readonly #ofPerson: Int32Array
  readonly #ofAccount: Int32Array

  constructor(dealEvents: DealEvents, keys: AccountKeys, people: People) {
    const { events } = dealEvents
    this.#events = events
    this.#keys = keys
    this.#ofAccount = Int32Array.from({ length: events.accounts.size }, (_, at) => keys.find(events.accounts.at(at)))
    this.#ofDeal = new Int32Array(events.deals.size).fill(UNASKED)
    this.#ofPerson = Int32Array.from({ length: events.people.size }, (_, at) =>
      foundOr(UNASKED, keys.find(people.find(events.people.at(at))?.account)),
    )
    this.#dealEvents = dealEvents
  }

  /** -1 is none that is known. */
  of(event: number): number {
    if (this.#keys.size === 0) return NO_ACCOUNT
    const { deal, person, account } = this.#events.numbersOf(event)
    const named = account < 0 ? NO_ACCOUNT : (this.#ofAccount[account] ?? NO_ACCOUNT)
    if (named !== NO_ACCOUNT) return named
    const ofDeal = deal < 0 ? NO_ACCOUNT : this.#accountOfDeal(deal, event)
    if (ofDeal !== NO_ACCOUNT) return ofDeal
    if (person < 0) return NO_ACCOUNT
    const ofPerson = this.#ofPerson[person] ?? UNASKED
    return ofPerson === UNASKED ? this.#accountOfContact(person, event) : ofPerson
  }

  /** Salesforce names a deal or an account in the same column. */
  #accountOfDeal(deal: number, event: number): number {
    const known = this.#ofDeal[deal] ?? UNASKED
    if (known !== UNASKED) return known
    const [first] = this.#dealEvents.dealsNamedBy(event)
    const found =
      first === undefined ? this.#keys.find(this.#events.dealOf(event)) : (this.#keys.ofDeals[first] ?? NO_ACCOUNT)
    if (!this.#dealEvents.sharesName(event)) this.#ofDeal[deal] = found
    return found
  }

  /** The contact of a deal, where no contacts file tells whose person it is. */
  #accountOfContact(person: number, event: number): number {
    const [first] = this.#dealEvents.dealsOf(event)
    const found = first === undefined ? NO_ACCOUNT : (this.#keys.ofDeals[first] ?? NO_ACCOUNT)
    // Of an activity that names its deal, that is the deal found, and not one of the person's.
    if (this.#events.numbersOf(event).deal < 0) this.#ofPerson[person] = found
    return found
  }
}

const UNASKED = -2

function foundOr(otherwise: number, account: number): number {
  return account === NO_ACCOUNT ? otherwise : account
}
