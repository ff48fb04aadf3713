import { compareText, groupBy } from '../../kit/collections.ts'
import type { AccountRow } from '../../records/fields.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import { isClientType } from '../../vocabulary/accounts.ts'
import type { ActivityTracks } from '../activity/tracks.ts'
import type { Deal } from '../deals/deal.ts'
import { type AccountKeys, NO_ACCOUNT } from './account-keys.ts'
import type { Account, AccountContact } from './account.ts'

/** The day since which each account is a client: its first win, or always where its type says so. */
export function clientsSince(
  keys: AccountKeys,
  rows: readonly AccountRow[],
  deals: readonly Pick<Deal, 'state' | 'closedOn'>[],
): ReadonlyMap<number, number> {
  const since = new Map<number, number>()
  const note = (account: number, day: number) => {
    if (account !== NO_ACCOUNT) since.set(account, Math.min(day, since.get(account) ?? Infinity))
  }
  for (const [at, { type }] of rows.entries()) if (isClientType(type)) note(keys.ofRows[at] ?? NO_ACCOUNT, -Infinity)
  for (const [at, { state, closedOn }] of deals.entries())
    if (state === 'won') note(keys.ofDeals[at] ?? NO_ACCOUNT, closedOn ?? -Infinity)
  return since
}

/**
 * Every account that a deal or the accounts file names, in the order of their names.
 *
 * @param deals every deal, in the order of `tracks`.
 * @param shown those of them that the book holds.
 */
export function buildAccounts(
  tracks: ActivityTracks,
  rows: readonly AccountRow[],
  deals: readonly Deal[],
  shown: ReadonlySet<Deal>,
  asOf: PlainDate,
): readonly Account[] {
  const { keys } = tracks
  const rowOf = new Map(rows.map((row, at) => [keys.ofRows[at] ?? NO_ACCOUNT, row] as const))
  const dealsOf = groupBy(deals.entries(), ([at]) => keys.ofDeals[at] ?? NO_ACCOUNT)
  const { people, lastSpoken } = peopleOf(tracks, asOf)
  const accounts: Account[] = []
  for (let number = 0; number < keys.size; number++) {
    const row = rowOf.get(number)
    const all = (dealsOf.get(number) ?? []).map(([, deal]) => deal)
    const own = all.filter((deal) => shown.has(deal))
    // Only deals that do not exist yet, or none of a rep's.
    if (row === undefined && own.length === 0) continue
    const contacts = people.get(number) ?? new Map<string, AccountContact>()
    for (const deal of own)
      for (const { name, role } of tracks.contacts.rolesOf(deal.id)) addPerson(contacts, { name, title: role })
    accounts.push({
      number,
      id: row?.id ?? firstOf(all, ({ accountId }) => accountId),
      name: row?.name ?? firstOf(all, ({ account }) => account) ?? firstOf(all, ({ accountId }) => accountId) ?? '?',
      type: row?.type,
      segment: row?.segment,
      isClient: tracks.clientSince.has(number),
      owner: latestOf(own)?.owner ?? row?.owner,
      deals: own,
      contacts: [...contacts.values()].sort((a, b) => compareText(a.name, b.name)),
      lastSpoken: lastSpoken.get(number),
    })
  }
  return withNamesakes(accounts).sort((a, b) => compareText(a.name, b.name) || a.number - b.number)
}

/** Of two accounts of one name nobody can say whose a contact is who is known by the company’s name: either may be. */
function withNamesakes(accounts: readonly Account[]): Account[] {
  const contacts = new Map(
    [...groupBy(accounts, ({ name }) => name.toLowerCase())]
      .filter(([, same]) => same.length > 1)
      .map(([name, same]) => [name, same.flatMap((account) => account.contacts)] as const),
  )
  return accounts.map((account) =>
    account.contacts.length > 0 ? account : { ...account, contacts: contacts.get(account.name.toLowerCase()) ?? [] },
  )
}

type Persons = Map<string, AccountContact>

/** The persons of each account by the contacts file and the activities, and when one of them was last spoken to. */
function peopleOf({ dealEvents, eventAccounts, keys, people }: ActivityTracks, asOf: PlainDate) {
  const { events } = dealEvents
  const persons = new Map<number, Persons>()
  const lastSpoken = new Map<number, PlainDate>()
  const of = (account: number): Persons => {
    const known = persons.get(account) ?? new Map<string, AccountContact>()
    persons.set(account, known)
    return known
  }
  for (const { name, title, account } of people.all()) {
    for (const number of keys.findAll(account)) addPerson(of(number), { name, title })
  }
  // A person has thousands of activities: each is named once.
  const named = new Set<number>()
  for (let event = 0; event < events.length; event++) {
    const { person } = events.numbersOf(event)
    if (person < 0 || events.kind(event) === 'note' || !dealEvents.tookPlace(event, asOf)) continue
    const account = eventAccounts.of(event)
    const day = events.day(event)
    if (account === NO_ACCOUNT || day === undefined) continue
    if (day > (lastSpoken.get(account) ?? -Infinity)) lastSpoken.set(account, day)
    const pair = person * keys.size + account
    if (named.has(pair)) continue
    named.add(pair)
    const key = events.people.at(person)
    const known = people.find(key)
    addPerson(of(account), { name: known?.name ?? events.personNameOf(event) ?? key, title: known?.title })
  }
  return { people: persons, lastSpoken }
}

function addPerson(persons: Persons, person: AccountContact): void {
  const key = person.name.toLowerCase()
  const known = persons.get(key)
  if (known === undefined) persons.set(key, person)
  else if (known.title === undefined && person.title !== undefined) persons.set(key, { ...known, title: person.title })
}

function firstOf<T>(deals: readonly Deal[], tell: (deal: Deal) => T | undefined): T | undefined {
  for (const deal of deals) {
    const told = tell(deal)
    if (told !== undefined) return told
  }
  return undefined
}

function latestOf(deals: readonly Deal[]): Deal | undefined {
  return deals.reduce<Deal | undefined>(
    (latest, deal) => (latest === undefined || (deal.created ?? 0) >= (latest.created ?? 0) ? deal : latest),
    undefined,
  )
}
