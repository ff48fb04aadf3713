import type { Events } from '../../records/events.ts'
import type { Gap } from './gaps.ts'

/** What an export of activities can lack. What is to be added where there is none stands with each need. */
const LACKING = {
  owner: 'add the owner of each activity',
  deal: 'add the deal that each activity was on, or its contact where deals name theirs',
  type: 'add the type of each activity: call, e-mail, meeting',
  subject: 'add the subject or type of each activity',
  contact: 'add the contact of each activity',
  direction: 'add the direction of each e-mail and call (incoming or outgoing)',
  incoming: 'add the e-mails and calls that came in (all in the export went out)',
  prospecting: 'say in the type or subject of activities which were prospecting, or add those on no deal',
  attendees: 'add who was at each meeting: its owner or attendees',
} as const

type Lack = keyof typeof LACKING

/**
 * What would let a rule run: an export of activities where there is none; where there is one, only what it lacks.
 *
 * @param instead what would do as well, whether or not there are activities.
 */
export function activityGap(events: Events, missing: string, wholly: string, lack: Lack, instead = ''): Gap {
  return { missing, enable: `${events.length === 0 ? wholly : LACKING[lack]}${instead}` }
}

/** The same of directions: a file of tasks holds no e-mails and calls of which anybody could say who began them. */
export function directionGap(events: Events, wholly: string, instead = ''): Gap {
  const { both, directed } = countDirections(events)
  const lack = both > 0 && directed * 2 >= both ? 'incoming' : 'direction'
  return { missing: 'directions of activities', enable: `${both === 0 ? wholly : LACKING[lack]}${instead}` }
}

/** Of half of the calls and e-mails it is told, and not only ever that they went out: many exports hold no other. */
export function isDirected(events: Events): boolean {
  const { both, directed, incoming } = countDirections(events)
  return incoming > 0 && directed * 2 >= both
}

function countDirections(events: Events): { both: number; directed: number; incoming: number } {
  let [both, directed, incoming] = [0, 0, 0]
  for (let at = 0; at < events.length; at++) {
    const kind = events.kind(at)
    if (kind !== 'call' && kind !== 'email') continue
    both++
    const direction = events.direction(at)
    if (direction !== undefined) directed++
    if (direction === 'in') incoming++
  }
  return { both, directed, incoming }
}
