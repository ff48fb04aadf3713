import type { Events } from '../../records/events.ts'
import { idKey } from '../../records/ids.ts'
import type { People } from '../../records/people.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import { companyKey } from '../../vocabulary/accounts.ts'
import { once } from '../../kit/remembered.ts'

/** How many activities found their deal, and by what. */
export interface Joined {
  readonly total: number
  readonly byDeal: number
  readonly byContact: number
  readonly byAccount: number
  readonly unmatched: number
}

/** By what an activity can find its deals. */
export interface DealKeys {
  readonly id: string
  readonly name: string | undefined
  /** Ids, addresses or names, as the deal's own columns have them. */
  readonly contacts: readonly string[]
  /** Account id and name. */
  readonly accounts: readonly string[]
  readonly owner: string | undefined
}

/** The activities of each deal, as numbers of events, in one block of memory. */
export class DealEvents {
  readonly joined: Joined
  readonly events: Events
  readonly #join: Join
  readonly #byName: Lookup
  readonly #starts: Int32Array
  readonly #at: Int32Array

  /** @param deals the n-th is deal n. */
  constructor(events: Events, deals: readonly DealKeys[], people: People) {
    this.events = events
    this.#byName = lookup(deals, ({ name }) => (name === undefined ? [] : [nameKey(name)]))
    const join = joiner(events, deals, people, this.#byName)
    this.#join = join
    const starts = new Int32Array(deals.length + 1)
    const joined = { total: events.length, byDeal: 0, byContact: 0, byAccount: 0, unmatched: 0 }
    const found: (readonly number[])[] = []
    for (let at = 0; at < events.length; at++) {
      const { deals: joinedTo, by } = join(at)
      joined[by]++
      found.push(joinedTo)
      for (const deal of joinedTo) starts[deal + 1] = (starts[deal + 1] ?? 0) + 1
    }
    for (let deal = 0; deal < deals.length; deal++) starts[deal + 1] = (starts[deal + 1] ?? 0) + (starts[deal] ?? 0)
    const next = starts.slice()
    this.#at = new Int32Array(starts.at(-1) ?? 0)
    for (const [at, joinedTo] of found.entries())
      for (const deal of joinedTo) {
        this.#at[next[deal] ?? 0] = at
        next[deal] = (next[deal] ?? 0) + 1
      }
    this.#starts = starts
    this.joined = joined
  }

  /** The deals of an event, as numbers; none where it found none. */
  dealsOf(event: number): readonly number[] {
    return this.#join(event).deals
  }

  /** The deals that the event itself names, by id or by name, and not by whom it was with. */
  dealsNamedBy(event: number): readonly number[] {
    const { deals, by } = this.#join(event)
    return by === 'byDeal' ? deals : []
  }

  /** Whether the event calls its deal as several are called, so that only its owner can tell which is meant. */
  sharesName(event: number): boolean {
    const name = this.events.dealOf(event)
    return name !== undefined && (this.#byName(nameKey(name))?.length ?? 0) > 1
  }

  /** By what an event found its deals. */
  foundBy(event: number): FoundBy {
    return this.#join(event).by
  }

  /** The numbers of the deal's events, in the order of the export. */
  of(deal: number): Int32Array {
    return this.#at.subarray(this.#starts[deal], this.#starts[deal + 1])
  }

  /** Whether the event took place, up to and including this day. What a program sends to many is nobody's. */
  tookPlace(event: number, asOf: PlainDate): boolean {
    const day = this.events.day(event)
    if (day === undefined || day > asOf || this.events.nature(event) === 'mailing') return false
    const state = this.events.state(event)
    return state === 'done' || state === 'by-day' || (state === 'scheduled' && day < asOf)
  }

  /** The day of an event that is still to come, this day included; undefined where it is none. */
  plannedFor(event: number, asOf: PlainDate): PlainDate | undefined {
    const day = this.events.day(event)
    const state = this.events.state(event)
    if (day === undefined || state === 'cancelled' || state === 'done' || this.events.nature(event) === 'mailing')
      return undefined
    return day > asOf || (day === asOf && (state === 'open' || state === 'scheduled')) ? day : undefined
  }
}

/** By the deal it names, by a contact of the deal, or only by the account. */
export type FoundBy = 'byDeal' | 'byContact' | 'byAccount' | 'unmatched'

type Join = (event: number) => { deals: readonly number[]; by: FoundBy }

type Lookup = (key: string) => readonly number[] | undefined

/**
 * By the deal's id, or its name where only one deal has it, or one of the activity's owner: many exports link by name;
 * where the activity names none that we know, by the person who is a deal's contact; else by the account that it, or its
 * person, belongs to.
 */
function joiner(events: Events, deals: readonly DealKeys[], people: People, byName: Lookup): Join {
  const byId = lookup(deals, ({ id }) => [idKey(id)])
  const byContact = lookup(deals, ({ contacts }) => contacts.map((contact) => contact.toLowerCase()))
  const byAccount = lookup(deals, ({ accounts }) => accounts.map(accountKey))
  const byAnyContact = (...names: readonly (string | undefined)[]) => {
    for (const name of names) {
      const found = name === undefined ? undefined : byContact(name.toLowerCase())
      if (found !== undefined) return found
    }
    return undefined
  }
  const named = (name: string, event: number) => {
    const found = byName(nameKey(name)) ?? NO_DEALS
    if (found.length < 2) return only(found)
    const owner = events.ownerOf(event)
    return owner === undefined ? undefined : only(found.filter((deal) => deals[deal]?.owner === owner))
  }
  return (event) => {
    const id = events.dealOf(event)
    const ofDeal = id === undefined ? undefined : (byId(idKey(id)) ?? named(id, event))
    if (ofDeal !== undefined) return { deals: ofDeal, by: 'byDeal' }
    const person = events.personOf(event)
    const said = events.personNameOf(event)
    // What is regarding a contact names it where others name the deal.
    const ofPerson = byAnyContact(person, said, id)
    if (ofPerson !== undefined) return { deals: ofPerson, by: 'byContact' }
    // Salesforce names a deal or an account in the same column.
    const account = events.accountOf(event) ?? id ?? (person === undefined ? undefined : people.find(person)?.account)
    const ofAccount = account === undefined ? undefined : byAccount(accountKey(account))
    return ofAccount === undefined ? { deals: NO_DEALS, by: 'unmatched' } : { deals: ofAccount, by: 'byAccount' }
  }
}

const NO_DEALS: readonly number[] = []

/** Of two deals nobody can say which is meant. */
function only(deals: readonly number[]): readonly number[] | undefined {
  return deals.length === 1 ? deals : undefined
}

/** Under which a deal is found by its name. */
function nameKey(name: string): string {
  return idKey(name).toLowerCase()
}

/** Under which an account is found, whether by its id or its name: “Northwind Inc” is Northwind. */
export function accountKey(account: string): string {
  const isId = /^(?=.*\d)\S+$/u.test(account)
  return isId ? idKey(account).toLowerCase() : companyKey(account)
}

/** The deals that have a key; put in order when the first is looked up: without activities nobody asks. */
function lookup(deals: readonly DealKeys[], keysOf: (deal: DealKeys) => readonly string[]): Lookup {
  const index = once(() => indexBy(deals, keysOf))
  return (key) => index().get(key)
}

function indexBy(deals: readonly DealKeys[], keysOf: (deal: DealKeys) => readonly string[]): Map<string, number[]> {
  const index = new Map<string, number[]>()
  for (const [at, deal] of deals.entries())
    for (const key of new Set(keysOf(deal))) {
      const known = index.get(key)
      if (known === undefined) index.set(key, [at])
      else known.push(at)
    }
  return index
}
