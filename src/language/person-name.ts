import { remembered } from '../kit/remembered.ts'

/** How persons' names are compared: exports, configs and calendars write them in more than one way. */

/** A name and an address in one text: `Dana Whitfield <d@x.example>`, `Dana Whitfield (d@x.example)`. */
const NAME_AND_ADDRESS = /^(.{0,200}?)\s{0,9}[<(]\s{0,9}([^\s@<>()]{1,200}@[^\s@<>()]{1,200})\s{0,9}[>)]$/u
const ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/u

/** What a text says of somebody: a name, an e-mail address in lower case, or both. */
export interface SaidPerson {
  readonly name: string | undefined
  readonly email: string | undefined
}

export function personSaid(text: string): SaidPerson {
  const trimmed = text.trim()
  if (!trimmed.includes('@')) return { name: trimmed, email: undefined }
  if (ADDRESS.test(trimmed)) return { name: undefined, email: trimmed.toLowerCase() }
  const [, name = '', email] = NAME_AND_ADDRESS.exec(trimmed) ?? []
  if (email === undefined) return { name: trimmed, email: undefined }
  return { name: name === '' ? undefined : name.replaceAll(/^"|"$/gu, ''), email: email.toLowerCase() }
}

/**
 * The same for every way in which exports write one person: whatever the case, the spaces, the apostrophe and the
 * composition of letters, `Osei, Kim` and `Kim Osei`, `Kim Osei <ko@x.example>`; and `kim.osei@example.com` by its words.
 */
export const personKey = remembered((text: string) => {
  const { name, email } = personSaid(text)
  const words = name ?? (email?.split('@', 1)[0] ?? '').replaceAll(/[._-]+/gu, ' ')
  const plain = words.normalize('NFKC').toLowerCase().replaceAll('’', "'").replaceAll(/\s+/gu, ' ').trim()
  const [last = '', first, more] = plain.split(/ ?, ?/u)
  return first === undefined || more !== undefined || first === '' || last === '' ? plain : `${first} ${last}`
})

/** Whether two texts name one person: a review, a promise and a config may each write a name in its own way. */
export function isNamedAlike(a: string, b: string): boolean {
  return a === b || personKey(a) === personKey(b)
}

/** The words of a name in any order, without what stands in brackets: calendars write them as they like. */
export const nameParts = remembered((text: string) =>
  personKey(text.replace(/\s{0,9}\([^)@]{0,200}\)\s{0,9}$/u, ''))
    .split(/[\s,]+/u)
    .sort()
    .join(' '),
)

/** Whether two names mean the same person: “Osei, Kim” is “Kim Osei”, and so is kim.osei@example.com. */
export function isSamePerson(a: string, b: string): boolean {
  return nameParts(a) === nameParts(b)
}

/** Gives each person one spelling, the first of these. */
export function spellerOf(names: readonly string[]): (name: string) => string {
  const spelling = new Map<string, string>()
  for (const name of names) if (!spelling.has(personKey(name))) spelling.set(personKey(name), name)
  return (name) => spelling.get(personKey(name)) ?? name
}

/** What is kept for a person under any way of writing the name; the very same one first. */
export function ofPerson<T>(kept: ReadonlyMap<string, T>, name: string): T | undefined {
  if (kept.size === 0) return undefined
  const exact = kept.get(name)
  if (exact !== undefined) return exact
  for (const [other, value] of kept) if (isNamedAlike(other, name)) return value
  return undefined
}
