import type { Events } from '../../records/events.ts'
import { nameParts } from '../../language/person-name.ts'

/** Who owns activities, and whether those who attend are named with our people, and not the clients' alone. */
export function shownIn(
  events: Events,
  reps: readonly { readonly name: string }[],
): { readonly names: ReadonlySet<string>; readonly ours: boolean } {
  const ownersOf = new Set<string>()
  for (let event = 0; event < events.length; event++) {
    const owner = events.ownerOf(event)
    if (owner !== undefined) ownersOf.add(owner)
  }
  const names = new Set([...ownersOf].map(nameParts))
  const known = new Set([...names, ...reps.map(({ name }) => nameParts(name))])
  return { names, ours: events.hasAttendees && attendedBy(events, known) }
}

function attendedBy(events: Events, known: ReadonlySet<string>): boolean {
  for (let event = 0; event < events.length; event++)
    if (events.attendeesOf(event).some((name) => known.has(nameParts(name)))) return true
  return false
}
