import { remembered } from '../remembered.ts'

/** How persons' names are compared: exports, configs and calendars write them in more than one way. */

/** Without case, and without what stands in brackets: `Kim Osei (inactive user)`. */
export const personKey = remembered((name: string) =>
  name
    .replace(/\s*[(<][^)>]*[)>]\s*$/u, '')
    .toLowerCase()
    .trim(),
)

/** The same for every way of writing a name: `Osei, Kim`, `Kim Osei` and the address `kim.osei@example.com`. */
export const nameParts = remembered((name: string) => {
  const [, local] = /^([^\s@]+)@\S+$/u.exec(name.trim()) ?? []
  return (local?.toLowerCase().replaceAll(/[._-]+/gu, ' ') ?? personKey(name))
    .split(/[\s,]+/u)
    .sort()
    .join(' ')
})

/** Whether two names mean the same person: “Osei, Kim” is “Kim Osei”, and so is kim.osei@example.com. */
export function isSamePerson(a: string, b: string): boolean {
  return nameParts(a) === nameParts(b)
}
