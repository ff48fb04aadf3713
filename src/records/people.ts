import type { ContactRow } from './fields.ts'
import { idKey, isRounded } from './ids.ts'

/** A person on a client's side, as a contacts file tells. */
export interface Person {
  readonly name: string
  readonly title: string | undefined
  /** The account's id, name or domain: what the deals call it. */
  readonly account: string | undefined
}

/** The contacts file, to be asked by id or by e-mail address, whichever the other files use. */
export class People {
  readonly #byKey = new Map<string, Person>()
  readonly #all: Person[] = []

  static of(rows: readonly ContactRow[]): People {
    const people = new People()
    for (const row of rows) people.add(row)
    return people
  }

  add(row: ContactRow): void {
    const name = row.name ?? [row.firstName, row.lastName].filter((part) => part !== undefined).join(' ')
    const person = {
      name: name === '' ? (row.email ?? '?') : name,
      title: row.title,
      account: row.accountId ?? row.account,
    }
    this.#all.push(person)
    for (const key of [row.id, row.email])
      if (key !== undefined && !isRounded(key)) this.#byKey.set(personKey(key), person)
  }

  find(key: string): Person | undefined {
    return this.#byKey.size === 0 ? undefined : this.#byKey.get(personKey(key))
  }

  /** Everybody, in the order of the file. */
  all(): readonly Person[] {
    return this.#all
  }

  get size(): number {
    return this.#byKey.size
  }
}

function personKey(key: string): string {
  return key.includes('@') ? key.toLowerCase() : idKey(key)
}
