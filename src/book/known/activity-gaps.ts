import type { Events } from '../../records/events.ts'
import { anExport, type Fix, type Gap } from './gaps.ts'

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

const PARTS: Record<Lack, string> = {
  owner: 'the owner of each activity',
  deal: 'the deal of each activity',
  type: 'the type or subject of each activity',
  subject: 'the type or subject of each activity',
  contact: 'the contact of each activity',
  direction: 'the direction of each email and call',
  incoming: 'the emails and calls that came in',
  prospecting: 'a type or subject that says which activities were prospecting',
  attendees: 'who was at each meeting',
}

/** A part of the activities; the whole export where there is none. */
export function activitiesOr(events: Events, lack: Lack): Fix {
  return events.length === 0 ? anExport('activities') : { kind: 'activities', of: PARTS[lack] }
}

interface Instead {
  readonly words: string
  readonly fixes: readonly Fix[]
}

const NOTHING: Instead = { words: '', fixes: [] }

/**
 * What would let a rule run: an export of activities where there is none; where there is one, only what it lacks.
 *
 * @param instead what would do as well, whether or not there are activities, in words and as data.
 */
export function activityGap(
  events: Events,
  missing: string,
  wholly: string,
  lack: Lack,
  instead: Instead = NOTHING,
): Gap {
  const enable = `${events.length === 0 ? wholly : LACKING[lack]}${instead.words}`
  return { missing, fixes: [activitiesOr(events, lack), ...instead.fixes], enable }
}

/** The same of directions: a file of tasks holds no e-mails and calls of which anybody could say who began them. */
export function directionGap(events: Events, wholly: string, instead: Instead = NOTHING): Gap {
  const { both, directed } = countDirections(events)
  const lack = both > 0 && directed * 2 >= both ? 'incoming' : 'direction'
  const enable = `${both === 0 ? wholly : LACKING[lack]}${instead.words}`
  const fix: Fix = both === 0 ? anExport('activities') : { kind: 'activities', of: PARTS[lack] }
  return { missing: 'directions of activities', fixes: [fix, ...instead.fixes], enable }
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
