import { once, remembered } from '../kit/remembered.ts'
import { MAILING, NON_SELLING, NOTHING_SAID, PRESENTATION, PROSPECTING } from '../vocabulary/activities.ts'
import { DIRECTIONS, INCOMING, NOT_CONNECTED, NOT_CONNECTED_SAID, OUTGOING } from '../vocabulary/calls.ts'
import { firstMention, isOneOf, mentions } from '../vocabulary/match.ts'
import type { ActivityRow } from './fields.ts'

/** What an activity was. */
export const activityKinds = ['call', 'email', 'meeting', 'task', 'note', 'other'] as const
export type ActivityKind = (typeof activityKinds)[number]

/**
 * Whether it took place: told by its status, or else by whether its day has come. A `scheduled` meeting is one whose
 * outcome was never filled in: calendars write that there, and most people leave it.
 */
export const activityStates = ['by-day', 'done', 'open', 'cancelled', 'scheduled'] as const
export type ActivityState = (typeof activityStates)[number]

/** Who began it: the client, or we. */
export const directions = ['in', 'out'] as const
export type Direction = (typeof directions)[number]

/** What an activity was for, where its type or its subject says so. */
export type Nature = 'prospecting' | 'presentation' | 'mailing' | NonSelling

/** Work that others could do. */
export interface NonSelling {
  /** `invoices and payments`, or the config's own word. */
  readonly nonSelling: string
}

/** In English, and in German, French, Spanish, Italian, Portuguese, Dutch and Swedish where they say it otherwise. */
const KIND_WORDS: readonly (readonly [RegExp, ActivityKind])[] = [
  [/mail|letter|courriel|correo/i, 'email'],
  [/call|phone|dial|anruf|tel[eé]f|\bappel\b|llamada|chiamata|ligação|samtal/i, 'call'],
  [
    /meet|event|demo|visit|appointment|presentation|lunch|\btermin\b|besuch|besprechung|rendez.?vous|réunion|reuni|riunione|incontro|afspraak|bezoek|möte|besök/i,
    'meeting',
  ],
  [/note|notiz|\bnota\b/i, 'note'],
  [/task|to.?do|follow|aufgabe|tâche|tarea|tarefa|\btaak\b|uppgift/i, 'task'],
]

/**
 * @param ofFile what all of the file's activities are, where its columns tell: a file of meetings has no column for
 *   that. A type that says something wins, a subject does not.
 */
export function kindOf({ type, subject, sender, recipient }: ActivityRow, ofFile?: ActivityKind): ActivityKind {
  const isSent = sender !== undefined && recipient !== undefined
  if (type === undefined) return ofFile ?? (isSent ? 'email' : kindCalled(subject ?? ''))
  const kind = kindOfType(type)
  return kind === 'other' ? (ofFile ?? kind) : kind
}

function kindCalled(text: string): ActivityKind {
  return KIND_WORDS.find(([words]) => words.test(text))?.[1] ?? 'other'
}

const kindOfType = remembered(kindCalled)

const CANCELLED = /cancel|no.?show|reschedul|deferred|storniert|abgesagt|annul|geannuleerd|inställd/i
const DONE =
  /complet|done|closed|finished|held|connected|sent|abgeschlossen|erledigt|durchgeführt|terminé|effectué|réalisé|realizad|finalizad|conclu[ií]d|voltooid|afgerond|slutför|genomför/i
const OPEN =
  /open|not started|in progress|waiting|scheduled|planned|pending|to do|\boffen\b|geplant|nicht begonnen|in bearbeitung|ouvert|planifié|prévu|à faire|en cours|abiert|pendien|programad|aperto|aperta|abert|pianificat|gepland|pågå|planera/i

export function stateOf(row: ActivityRow, kind: ActivityKind): ActivityState {
  if (row.isClosed !== undefined) return row.isClosed ? 'done' : 'open'
  if (row.status !== undefined) return stateOfStatus(row.status)
  if (kind !== 'meeting' || row.outcome === undefined) return 'by-day'
  const state = stateOfStatus(row.outcome)
  return state === 'open' ? 'scheduled' : state
}

const stateOfStatus = remembered((said: string): ActivityState => {
  if (CANCELLED.test(said)) return 'cancelled'
  if (DONE.test(said)) return 'done'
  return OPEN.test(said) ? 'open' : 'by-day'
})

/**
 * From the column of directions, else from the type (“Inbound call”), else from which side its owner stands on, else from
 * what mail add-ins put before subjects.
 */
export function directionOf(row: ActivityRow, kind: ActivityKind): Direction | undefined {
  const told = row.direction ?? row.callDirection
  const said = told === undefined ? undefined : directionSaid(told)
  const typed = said ?? (row.type === undefined ? undefined : directionOfType(row.type)) ?? directionOfOwner(row)
  if (typed !== undefined || row.subject === undefined || (kind !== 'email' && kind !== 'call')) return typed
  return directionOfSubject(row.subject)
}

function directionOfOwner({ owner, sender, recipient }: ActivityRow): Direction | undefined {
  if (owner === undefined || sender === recipient) return undefined
  const own = owner.trim().toLowerCase()
  if (sender?.trim().toLowerCase() === own) return 'out'
  return recipient?.trim().toLowerCase() === own ? 'in' : undefined
}

/** Who it was with, and whose it is: an e-mail that came in is from the client. */
export function sidesOf(
  { personName, owner, sender, recipient }: ActivityRow,
  direction: Direction | undefined,
): { person: string | undefined; owner: string | undefined } {
  const [client, own] = direction === 'in' ? [sender, recipient] : [recipient, sender]
  const addressed = client?.split(';', 1)[0]?.trim()
  return { person: personName ?? addressed, owner: owner ?? (direction === undefined ? undefined : own) }
}

const directionSaid = remembered((text: string): Direction | undefined => {
  if (isOneOf(text, DIRECTIONS.in)) return 'in'
  return isOneOf(text, DIRECTIONS.out) ? 'out' : directionNamed(text)
})

const directionOfType = remembered(directionNamed)

function directionNamed(text: string): Direction | undefined {
  if (mentions(text, INCOMING)) return 'in'
  return mentions(text, OUTGOING) ? 'out' : undefined
}

/** Salesforce’s own (`← Email: …`), Outreach’s and Salesloft’s (`[Outreach] [Email] [In] …`). */
const MAIL_MARK = /^(?:(?<mark>[←→])|(?:\[[^\]]{1,20}\] ?){0,3}\[(?<word>in|out)\])/iu

function directionOfSubject(subject: string): Direction | undefined {
  const groups = MAIL_MARK.exec(subject)?.groups
  if (groups === undefined) return undefined
  return groups['mark'] === '←' || groups['word']?.toLowerCase() === 'in' ? 'in' : 'out'
}

/** Whether a call is known to have reached nobody. */
export function isUnanswered({ outcome, status, type, subject }: ActivityRow): boolean {
  return (
    (outcome !== undefined && saysUnanswered(outcome)) ||
    (status !== undefined && saysUnanswered(status)) ||
    (type !== undefined && saysUnanswered(type)) ||
    (subject !== undefined && subjectSaysUnanswered()(subject) !== undefined)
  )
}

const saysUnanswered = remembered((text: string) => mentions(text, NOT_CONNECTED))
const subjectSaysUnanswered = once(() => firstMention([NOT_CONNECTED_SAID]))

/** Reads what activities were for. Its numbers fit a byte: 0 is unknown. */
export class NatureReader {
  readonly #natures: readonly (Nature | undefined)[]
  readonly #inText: (text: string) => number
  readonly #inType: (text: string) => number

  /** @param own the config's `words.nonSelling`: each a category of its own, and stronger than everything else. */
  constructor(own: readonly string[] = []) {
    const categories = Object.entries(NON_SELLING)
    const ownWords = own.slice(0, MOST_OWN)
    this.#natures = [
      undefined,
      'prospecting',
      'presentation',
      'mailing',
      ...categories.map(([nonSelling]) => ({ nonSelling })),
      ...ownWords.map((nonSelling) => ({ nonSelling })),
    ]
    // Made when the first activity comes: most reviews of a small export have none.
    const usual = once(() =>
      firstMention([NOTHING_SAID, PROSPECTING, PRESENTATION, MAILING, ...categories.map(([, words]) => words)]),
    )
    const configured = once(() => firstMention(ownWords.map((word) => [word])))
    this.#inText = (text) => {
      const at = configured()(text)
      return at === undefined ? (usual()(text) ?? 0) : at + 4 + categories.length
    }
    this.#inType = remembered(this.#inText)
  }

  /** The type, where it says; else the subject. Nobody calls or meets a list of addresses. */
  read({ type, subject }: ActivityRow, kind: ActivityKind): number {
    const typed = type === undefined ? 0 : this.#inType(type)
    const read = typed !== 0 || subject === undefined ? typed : this.#inText(subject)
    return this.#natures[read] === 'mailing' && (kind === 'call' || kind === 'meeting') ? 0 : read
  }

  nature(number: number): Nature | undefined {
    return this.#natures[number]
  }
}

/** What fits a byte beside the usual ones. */
const MOST_OWN = 200

/** The category, where the activity was no selling. */
export function nonSellingOf(nature: Nature | undefined): string | undefined {
  return typeof nature === 'object' ? nature.nonSelling : undefined
}
