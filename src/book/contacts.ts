import type { Exports } from '../ingest/exports.ts'
import type { ContactRoleRow } from '../ingest/fields.ts'
import type { People } from '../ingest/people.ts'
import { addDays, type PlainDate } from '../plain-date.ts'
import type { Contact } from './deal.ts'
import { idKey } from '../ingest/ids.ts'
import type { DealEvents } from './deal-events.ts'
import { compareText, groupBy } from '../collections.ts'
import { remembered } from '../remembered.ts'
import { isOneOf, mentions } from '../vocabulary/match.ts'
import { DECIDING, DECIDING_TITLES } from '../vocabulary/people.ts'

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
    const titles = [...DECIDING_TITLES, ...deciding]
    this.#isDeciding = remembered((role) => mentions(role, DECIDING) || isOneOf(role, titles))
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

  /** Whom the deal's last completed activity was with, where it names somebody. */
  lastSpokenTo(deal: number, id: string, lastActivity: PlainDate | undefined): string | undefined {
    const { events } = this.#dealEvents
    const roles = this.#roles.get(idKey(id)) ?? []
    const names = [...this.#dealEvents.of(deal)]
      .filter((event) => events.day(event) === lastActivity && this.#dealEvents.tookPlace(event, this.#asOf))
      .flatMap((event) => this.#personOf(event, roles)?.name ?? [])
    return names.sort(compareText)[0]
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
    return { name, role: row?.role ?? person?.title, isDeciding }
  }

  #fromRole(row: ContactRoleRow): Contact {
    const name = row.contactName ?? this.#nameOf(row.contactId) ?? '?'
    return { name, role: row.role, isDeciding: this.#decides(row.role) }
  }

  #decides(role: string | undefined): boolean {
    return role !== undefined && this.#isDeciding(role)
  }

  #nameOf(key: string | undefined): string | undefined {
    return key === undefined ? undefined : (this.#people.find(key)?.name ?? key)
  }
}

function uniqueByName(contacts: readonly Contact[]): Contact[] {
  return [...new Map(contacts.map((contact) => [contact.name, contact])).values()]
}
