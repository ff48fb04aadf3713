import { isEmptyMarker } from './cells/text.ts'
import type { RepRow, UserRow } from './fields.ts'
import { idKey } from './ids.ts'

const NOBODY = new Set(['unassigned', 'not assigned', 'no owner', 'nobody', 'tbd', 'tba', 'tbc', 'unknown', '?'])

/** Whether an owner's name stands for none: `Unassigned`, `TBD`, `N/A`. */
export function isNobody(owner: string): boolean {
  return isEmptyMarker(owner) || NOBODY.has(owner.trim().toLowerCase())
}

/** Who an owner column speaks of: ids and e-mail addresses become names where a file of users or reps tells them. */
export class Owners {
  readonly #names = new Map<string, string>()

  constructor(users: readonly UserRow[], reps: readonly RepRow[]) {
    for (const { rep, email } of reps)
      if (rep !== undefined && email !== undefined) this.#names.set(email.toLowerCase(), rep)
    for (const user of users) {
      const name = fullName(user)
      if (name === '') continue
      // An inactive user's deals are not a rep's: the words of the book leave such owners out.
      const shown = user.isActive === false ? `${name} (inactive user)` : name
      if (user.id !== undefined) this.#names.set(idKey(user.id), shown)
      if (user.email !== undefined) this.#names.set(user.email.toLowerCase(), shown)
    }
  }

  nameOf(owner: string): string {
    if (this.#names.size === 0) return owner
    return this.#names.get(owner.includes('@') ? owner.toLowerCase() : idKey(owner)) ?? owner
  }

  get isEmpty(): boolean {
    return this.#names.size === 0
  }
}

/** First and last name where both are there: a column called “User name” may hold the login. */
function fullName({ name, firstName, lastName }: UserRow): string {
  const parts = [firstName, lastName].filter((part) => part !== undefined)
  return parts.length === 2 || name === undefined ? parts.join(' ') : name
}
