import { nonSellingOf } from '../../records/activity-traits.ts'
import { NO_ACCOUNT } from '../accounts/account-keys.ts'
import type { ActivityTracks } from './tracks.ts'

/** Which meetings were the first with somebody: a person; where none is named, a deal's people, or an account's. */
export class FirstMeetings {
  readonly #first: ReadonlySet<number>

  constructor(tracks: ActivityTracks, tookPlace: (event: number) => boolean) {
    const { events } = tracks.dealEvents
    const firsts = new Map<string, number>()
    const nameOf = personNamer(tracks)
    for (let event = 0; event < events.length; event++) {
      if (events.kind(event) !== 'meeting' || !tookPlace(event)) continue
      if (nonSellingOf(events.nature(event)) !== undefined) continue
      const key = nameOf(event) ?? placeOf(event, tracks)
      if (key === undefined) continue
      const before = firsts.get(key)
      if (before === undefined || (events.day(event) ?? 0) < (events.day(before) ?? 0)) firsts.set(key, event)
    }
    this.#first = new Set(firsts.values())
  }

  has(event: number): boolean {
    return this.#first.has(event)
  }
}

/** One person can stand there by id in one file and by name in another. */
function personNamer({ dealEvents: { events }, people }: ActivityTracks): (event: number) => string | undefined {
  const names: (string | undefined)[] = []
  return (event) => {
    const { person } = events.numbersOf(event)
    if (person < 0) return undefined
    names[person] ??=
      `person ${(people.find(events.people.at(person))?.name ?? events.personNameOf(event) ?? '').toLowerCase()}`
    return names[person]
  }
}

function placeOf(event: number, { dealEvents, eventAccounts }: ActivityTracks): string | undefined {
  const [deal] = dealEvents.dealsOf(event)
  if (deal !== undefined) return `deal ${deal}`
  const account = eventAccounts.of(event)
  return account === NO_ACCOUNT ? undefined : `account ${account}`
}
