import { personKey, personSaid } from '../../language/person-name.ts'
import type { RepRow, UserRow } from '../../records/fields.ts'
import { idKey } from '../../records/ids.ts'

/** Where a text was first met, and how often. */
export interface Met {
  count: number
  readonly file: string
  readonly line: number
}

/** Counts a text, and remembers the first place. */
export function meet(met: Map<string, Met>, text: string, file: string, line: number): void {
  const known = met.get(text)
  if (known === undefined) met.set(text, { count: 1, file, line })
  else known.count++
}

/** Whom an owner's text means. */
interface Said {
  /** The same for one person however the name is written. */
  readonly key: string
  /** Undefined where only an address is known. */
  readonly name: string | undefined
  /** What tells two of one name apart: an address, else an id. */
  readonly mark: string | undefined
}

/** Owners' texts that name several people, of whom the first was taken. */
export interface Several extends Met {
  readonly text: string
  readonly first: string
}

interface Sources {
  readonly users: readonly Person[]
  readonly reps: readonly RepRow[]
  /** The owners of deals as their cells have them. */
  readonly deals: ReadonlyMap<string, Met>
  /** All others that are named anywhere. */
  readonly others: Iterable<string>
}

/**
 * Who an owner column speaks of. Ids and addresses become names where a file of users or reps tells them, and each
 * person is called as the deals write the name most often, in whatever file and however it is written there. Two of one
 * name whose ids or addresses differ among the deals stay two.
 */
export class Owners {
  /** By id and by address, as users and reps files tell. */
  readonly #told = new Map<string, Said>()
  /** Names that stand alone: of a cell that names several people each has to be one of them. */
  readonly #singles = new Set<string>()
  /** Names of two or more. */
  readonly #shared: ReadonlySet<string>
  /** How each person may be called, with the deals that do. */
  readonly #ballots = new Map<string, Map<string, { readonly isName: boolean; votes: number }>>()
  readonly #names = new Map<string, string>()
  readonly #deals: ReadonlyMap<string, Met>

  constructor({ users, reps, deals, others }: Sources) {
    this.#deals = deals
    const people = [...reps.map((row) => ({ ...row, name: row.rep })), ...users]
    for (const person of people) {
      const name = fullName(person)
      if (name === '') continue
      for (const by of [person.id, person.email]) if (by !== undefined) this.#tell(by, name, person.email ?? person.id)
    }
    for (const { by, name, mark } of unambiguous(people)) if (!this.#told.has(told(by))) this.#tell(by, name, mark)
    const named = people.map(fullName).filter((name) => name !== '')
    const all = [...deals.keys(), ...named, ...others]
    this.#learnSingles([...deals.keys(), ...named])
    this.#shared = sharedKeys([...deals.keys()].map((text) => this.#said(text)))
    for (const text of all) this.#vote(text, this.#firstOf(text) === undefined ? (deals.get(text)?.count ?? 0) : 0)
  }

  /** Whom an owner's cell means, as everybody is called in the review. */
  nameOf(owner: string): string {
    const known = this.#names.get(owner)
    if (known !== undefined) return known
    const said = this.#said(owner)
    const name = this.#elected(said) ?? this.#textOf(said, owner)
    this.#names.set(owner, name)
    return name
  }

  /** The same of a row of a reps file, whose address tells two of one name apart. */
  repNamed(rep: string, email: string | undefined): string {
    return this.nameOf(email !== undefined && this.#shared.has(personKey(rep)) ? `${rep} <${email}>` : rep)
  }

  /** Whom a row of a list of users means. */
  userNamed(user: UserRow): string | undefined {
    const by = user.id ?? user.email
    const name = fullName(user)
    return name === '' ? undefined : this.nameOf(by ?? name)
  }

  /** Of those who attend some are clients: only an id or an address that a file tells, or a name, means one of ours. */
  attendeeNamed(attendee: string): string {
    const said = this.#read(attendee)
    return said.name === undefined ? attendee : (this.#elected(said) ?? attendee)
  }

  /** The owners of deals that name several people. */
  get several(): readonly Several[] {
    return [...this.#deals].flatMap(([text, met]) => {
      const first = this.#firstOf(text)
      return first === undefined ? [] : [{ ...met, text, first: this.nameOf(text) }]
    })
  }

  #tell(by: string, name: string, mark = by): void {
    this.#told.set(told(by), { key: personKey(name), name, mark: told(mark) })
  }

  #learnSingles(texts: readonly string[]): void {
    for (const text of texts) if (separatorIn(text) === undefined) this.#singles.add(this.#read(text).key)
    for (const text of texts)
      if (separatorIn(text) === ',' && this.#firstOf(text) === undefined) this.#singles.add(this.#read(text).key)
  }

  #read(text: string): Said {
    const { name, email } = personSaid(text)
    const known = this.#told.get(told(email ?? text)) ?? this.#told.get(text.toLowerCase())
    return known ?? { key: personKey(text), name, mark: email }
  }

  #said(text: string): Said {
    return this.#firstOf(text) ?? this.#read(text)
  }

  /** The first of several people in one cell; undefined where it names one, or parts that nobody is called. */
  #firstOf(text: string): Said | undefined {
    const by = separatorIn(text)
    if (by === undefined || (by === ',' && this.#isCalled(text))) return undefined
    const parts = text
      .split(by)
      .map((part) => part.trim())
      .filter((part) => part !== '')
    const [first] = parts
    if (first === undefined || parts.length < 2) return undefined
    // A semicolon stands in nobody's name; a comma does.
    const isList = by === ';' || by === '|'
    const areNames = isList ? this.#isCalled(first) : parts.every((part) => this.#isCalled(part))
    return areNames ? this.#read(first) : undefined
  }

  #isCalled(text: string): boolean {
    return this.#singles.has(this.#read(text).key)
  }

  #identity({ key, mark }: Said): string {
    return mark !== undefined && this.#shared.has(key) ? `${key} <${mark}>` : key
  }

  #textOf({ name, key, mark }: Said, text: string): string {
    if (name === undefined) return text
    return mark !== undefined && this.#shared.has(key) ? `${name} (${mark})` : name
  }

  #vote(text: string, votes: number): void {
    const said = this.#said(text)
    const identity = this.#identity(said)
    const ballot = this.#ballots.get(identity) ?? new Map<string, { isName: boolean; votes: number }>()
    this.#ballots.set(identity, ballot)
    const spelling = this.#textOf(said, text)
    const known = ballot.get(spelling)
    if (known === undefined) ballot.set(spelling, { isName: said.name !== undefined, votes })
    else known.votes += votes
  }

  /** A name before an address, then what stands on most deals, then what was met first. */
  #elected(said: Said): string | undefined {
    const ballot = [...(this.#ballots.get(this.#identity(said)) ?? [])]
    const [first, ...others] = ballot
    return others.reduce((best, other) => {
      if (best === undefined || best[1].isName === other[1].isName)
        return best === undefined || other[1].votes > best[1].votes ? other : best
      return other[1].isName ? other : best
    }, first)?.[0]
  }
}

/** What parts several people in one cell, the surest first. */
const SEPARATORS = [';', '|', ',', '&', '/'] as const

function separatorIn(text: string): string | undefined {
  return SEPARATORS.find((separator) => text.includes(separator))
}

function told(by: string): string {
  return by.includes('@') ? by.toLowerCase() : idKey(by)
}

/** Names that stand for two or more: the deals' owners of that name have different addresses or ids. */
function sharedKeys(ofDeals: readonly Said[]): ReadonlySet<string> {
  const marks = new Map<string, Set<string>>()
  for (const { key, mark } of ofDeals) if (mark !== undefined) marks.set(key, (marks.get(key) ?? new Set()).add(mark))
  return new Set([...marks].flatMap(([key, own]) => (own.size > 1 ? [key] : [])))
}

type Person = Partial<Pick<UserRow, 'id' | 'name' | 'firstName' | 'lastName' | 'email'>>

interface Alias {
  readonly by: string
  readonly name: string
  readonly mark: string | undefined
}

/** What else people are called, where it means one of them alone: a login, a first name, `nashby` for Nora Ashby. */
function unambiguous(people: readonly Person[]): readonly Alias[] {
  const aliases = new Map<string, Alias | undefined>()
  for (const person of people) {
    const name = fullName(person)
    const [first = '', ...others] = name.split(' ')
    const last = others.at(-1)
    if (last === undefined) continue
    const login = person.name === name ? undefined : person.name
    const local = person.email?.split('@', 1)[0]
    for (const by of [login, local, first, `${first.slice(0, 1)}${last}`].map((text) => text?.toLowerCase())) {
      if (by === undefined) continue
      const known = aliases.get(by)
      const isAnother = aliases.has(by) && known?.name !== name
      aliases.set(by, isAnother ? undefined : { by, name, mark: person.email ?? person.id })
    }
  }
  return [...aliases.values()].filter((alias) => alias !== undefined)
}

/** First and last name where both are there: a column called “User name” may hold the login. */
function fullName({ name, firstName, lastName }: Person): string {
  const parts = [firstName, lastName].filter((part) => part !== undefined)
  return parts.length === 2 || name === undefined ? parts.join(' ') : name
}
