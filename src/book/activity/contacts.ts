import { compareText, groupBy } from '../../kit/collections.ts'
import { remembered } from '../../kit/remembered.ts'
import { nonSellingOf } from '../../records/activity-traits.ts'
import type { Events } from '../../records/events.ts'
import type { Exports } from '../../records/exports.ts'
import type { ContactRoleRow } from '../../records/fields.ts'
import { idKey } from '../../records/ids.ts'
import type { People } from '../../records/people.ts'
import { addDays, type PlainDate } from '../../time/plain-date.ts'
import { INTERNAL } from '../../vocabulary/activities.ts'
import { isDeciding as decides } from '../../vocabulary/people.ts'
import type { Contact } from '../deals/deal.ts'
import type { Spoken } from '../deals/spoken.ts'
import type { DealEvents } from './deal-events.ts'

const ENGAGED_DAYS = 90

/** The persons of each deal, from whatever the exports hold. */
export class ContactBook {
  readonly #roles: ReadonlyMap<string, readonly ContactRoleRow[]>
  readonly #people: People
  readonly #dealEvents: DealEvents
  readonly #isDeciding: (role: string) => boolean
  readonly #asOf: PlainDate

  constructor(
    exports: Pick<Exports, 'contactRoles' | 'people'>,
    dealEvents: DealEvents,
    asOf: PlainDate,
    deciding: readonly string[],
  ) {
    this.#people = exports.people
    this.#roles = groupBy(
      exports.contactRoles.filter(({ dealId }) => dealId !== undefined),
      ({ dealId }) => idKey(dealId ?? ''),
    )
    this.#dealEvents = dealEvents
    this.#asOf = asOf
    this.#isDeciding = remembered((role) => decides(role, deciding))
  }

  /**
   * Who is engaged on the deal: the persons named in its completed activities of the last 90 days; where there are
   * none, its contact roles; where there are none either, its contact column.
   */
  of(deal: number, id: string, contactColumn: string | undefined): readonly Contact[] {
    const roles = this.#roles.get(idKey(id)) ?? []
    const engaged = this.#engaged(deal, roles)
    if (engaged.length > 0) return engaged
    if (roles.length > 0) return uniqueByName(roles.map((row) => this.#fromRole(row)))
    return (contactColumn ?? '')
      .split(';')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => ({ name: this.#nameOf(name) ?? name, role: undefined, isDeciding: false }))
  }

  /** Whether anyone in a deciding role is on the deal, by its contact roles. */
  hasDecisionMaker(id: string): boolean {
    return (this.#roles.get(idKey(id)) ?? []).some((row) => this.#decides(row.role))
  }

  /** The first in a deciding role, by its contact roles. */
  deciderOf(id: string): Contact | undefined {
    return this.rolesOf(id).find(({ isDeciding, name }) => isDeciding && sayable(name) !== undefined)
  }

  /**
   * Whom to speak to about an open deal, and what its last activity was.
   *
   * @param columns the cells of its contact columns, best first.
   */
  spoken(deal: number, id: string, columns: readonly string[], lastActivity: PlainDate | undefined): Spoken {
    const { events } = this.#dealEvents
    const roles = this.#roles.get(idKey(id)) ?? []
    const own = this.#ownNames(roles, columns)
    const known = new Set(own.map((name) => name.toLowerCase()))
    const nameOf = (event: number) => sayable(this.#personOf(event, roles)?.name)
    const took = [...this.#dealEvents.of(deal)].filter((event) => this.#dealEvents.tookPlace(event, this.#asOf))
    const isOwn = (event: number) =>
      this.#dealEvents.foundBy(event) !== 'byAccount' || known.has(nameOf(event)?.toLowerCase() ?? '')
    // Whoever belongs to the account only is spoken of where the deal has nobody of its own.
    const isAlone = own.length === 0 && !took.some((event) => nameOf(event) !== undefined && isOwn(event))
    const about = (event: number) => isAlone || isOwn(event)
    const ofDay = took.filter((event) => events.day(event) === lastActivity)
    const spoken = ofDay.filter((event) => isSpeaking(events, event) && about(event))
    const lastWith = (isMeant: (event: number) => boolean) =>
      nameOf(latest(events, took, (event) => isMeant(event) && nameOf(event) !== undefined && about(event)) ?? NOBODY)
    return {
      speakTo: lastWith((event) => events.kind(event) !== 'note') ?? own[0] ?? lastWith(() => true),
      lastSpokenTo: spoken.flatMap((event) => nameOf(event) ?? []).sort(compareText)[0],
      hasSpoken: ofDay.length === 0 ? undefined : spoken.length > 0,
    }
  }

  /** Those of its roles, whoever decides first; else those of its columns. */
  #ownNames(roles: readonly ContactRoleRow[], columns: readonly string[]): readonly string[] {
    const fromRoles = roles
      .map((row) => this.#fromRole(row))
      .sort((a, b) => Number(b.isDeciding) - Number(a.isDeciding))
    const named = fromRoles.flatMap(({ name }) => sayable(name) ?? [])
    if (named.length > 0) return named
    const cells = columns.map((cell) => cell.split(';').flatMap((name) => sayable(this.#nameOf(name.trim())) ?? []))
    return cells.find((names) => names.length > 0) ?? []
  }

  /** Whom an event, on this deal if on any, was with, where it names somebody. */
  personIn(event: number, id: string | undefined): Contact | undefined {
    return this.#personOf(event, (id === undefined ? undefined : this.#roles.get(idKey(id))) ?? [])
  }

  /** The contact roles of a deal. */
  rolesOf(id: string): readonly Contact[] {
    return (this.#roles.get(idKey(id)) ?? []).map((row) => this.#fromRole(row))
  }

  #engaged(deal: number, roles: readonly ContactRoleRow[]): Contact[] {
    const { events } = this.#dealEvents
    const since = addDays(this.#asOf, -ENGAGED_DAYS)
    const people = new Map<string, Contact>()
    for (const event of this.#dealEvents.of(deal)) {
      const day = events.day(event)
      if (day === undefined || day <= since || !this.#dealEvents.tookPlace(event, this.#asOf)) continue
      const person = this.#personOf(event, roles)
      // One person can stand there by id and by name.
      if (person !== undefined && !people.has(person.name)) people.set(person.name, person)
    }
    return [...people.values()].sort((a, b) => compareText(a.name, b.name))
  }

  #personOf(event: number, roles: readonly ContactRoleRow[]): Contact | undefined {
    const { events } = this.#dealEvents
    const key = events.personOf(event)
    if (key === undefined) return undefined
    const said = events.personNameOf(event)
    const row = roles.find(
      ({ contactId, contactName }) =>
        (contactId !== undefined && idKey(contactId) === idKey(key)) || contactName === key || contactName === said,
    )
    const person = this.#people.find(key)
    const name = row?.contactName ?? person?.name ?? said ?? key
    // Who runs the company can say yes, whatever their role on the deal is called.
    const isDeciding = this.#decides(row?.role) || this.#decides(person?.title)
    return { name, role: row?.role ?? person?.title, title: row?.title ?? person?.title, isDeciding }
  }

  #fromRole(row: ContactRoleRow): Contact {
    const name = row.contactName ?? this.#nameOf(row.contactId) ?? '?'
    const title = row.title ?? (row.contactId === undefined ? undefined : this.#people.find(row.contactId)?.title)
    return { name, role: row.role, title, isDeciding: this.#decides(row.role) }
  }

  #decides(role: string | undefined): boolean {
    return role !== undefined && this.#isDeciding(role)
  }

  #nameOf(key: string | undefined): string | undefined {
    return key === undefined ? undefined : (this.#people.find(key)?.name ?? key)
  }
}

/** Stands for no event. */
const NOBODY = -1

/** A conversation of two, as far as the export says it: what was only sent, tried or written down is none. */
function isSpeaking(events: Events, event: number): boolean {
  if (events.kind(event) === 'email') return events.direction(event) === 'in'
  return events.isConversation(event) && nonSellingOf(events.nature(event)) !== INTERNAL
}

/** The last of those that are meant, on one day the first that was a conversation. */
function latest(events: Events, some: readonly number[], isMeant: (event: number) => boolean): number | undefined {
  let best: number | undefined
  const rank = (event: number) => (events.day(event) ?? 0) * 2 + Number(isSpeaking(events, event))
  for (const event of some) if ((best === undefined || rank(event) > rank(best)) && isMeant(event)) best = event
  return best
}

/** A name that can be said to somebody: no bare id, and without the address that some exports put behind it. */
function sayable(name: string | undefined): string | undefined {
  const said = name?.replace(/\s{0,9}[(<][^\s()<>]{1,200}@[^\s()<>]{1,200}[)>]$/u, '').trim()
  if (said === undefined || said === '' || said === '?') return undefined
  return said.includes('@') || /\s/u.test(said) || !/\d/u.test(said) ? said : undefined
}

function uniqueByName(contacts: readonly Contact[]): Contact[] {
  return [...new Map(contacts.map((contact) => [contact.name, contact])).values()]
}
