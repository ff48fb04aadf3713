import { remembered } from '../remembered.ts'

/** How persons' names are compared: exports, configs and calendars write them in more than one way. */

/** Without case, and without what stands in brackets: `Kim Osei (inactive user)`. */
export const personKey = remembered((name: string) =>
  name
    .replace(/\s*[(<][^)>]*[)>]\s*$/u, '')
    .toLowerCase()
    .trim(),
)

const parts = remembered((name: string) =>
  personKey(name)
    .split(/[\s,]+/u)
    .sort()
    .join(' '),
)

/** Whether two names mean the same person: “Osei, Kim” is “Kim Osei”. */
export function isSamePerson(a: string, b: string): boolean {
  return parts(a) === parts(b)
}
