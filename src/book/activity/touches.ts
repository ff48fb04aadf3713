import type { ActivityKind, Direction, Nature } from '../../records/activity-traits.ts'
import { compareText } from '../../kit/collections.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import type { Deal } from '../deals/deal.ts'

/** A completed activity on a deal or with an account. Notes are among them, as in a deal's last activity. */
export interface Touch {
  readonly day: PlainDate
  readonly kind: ActivityKind
  /** Who began it; undefined where nothing says so. */
  readonly direction: Direction | undefined
  /** Whom it was with, by the name to show. */
  readonly person: string | undefined
  /** Whether that person can say yes, by their contact role. */
  readonly isDeciding: boolean
  readonly owner: string | undefined
  readonly isConversation: boolean
  /** The client took part: they began it, a meeting took place, or the outcome of a call says that somebody was reached. */
  readonly isAnswer: boolean
  readonly nature: Nature | undefined
}

/** A meeting with a client: a person is named, or a deal or an account was found, and it is no internal one. */
export interface ClientMeeting {
  readonly day: PlainDate
  /** In the order of the export; none where only the person or the account is known. */
  readonly deals: readonly Deal[]
  readonly person: string | undefined
  readonly owner: string | undefined
  readonly attendees: readonly string[]
}

/** Completed touches by who began them. */
export interface TouchCounts {
  readonly total: number
  readonly incoming: number
  readonly outgoing: number
  /** Of which nothing says who began them. */
  readonly undirected: number
}

/** What we did since the client last took part. */
export interface Unanswered {
  /** Undefined where the client never did. */
  readonly lastAnswer: PlainDate | undefined
  /** Those that went out since, oldest first. */
  readonly outgoing: readonly Touch[]
}

/** @param touches oldest first. One of the same day as an answer was answered by it. */
export function unanswered(touches: readonly Touch[]): Unanswered {
  const lastAnswer = touches.findLast(({ isAnswer }) => isAnswer)?.day
  const outgoing = touches.filter(
    ({ direction, isAnswer, day }) => direction === 'out' && !isAnswer && day > (lastAnswer ?? -Infinity),
  )
  return { lastAnswer, outgoing }
}

/** A person on the client's side and what was done with them. */
export interface Engaged {
  readonly name: string
  readonly isDeciding: boolean
  readonly touches: number
  readonly first: PlainDate
  readonly last: PlainDate
}

/** Everybody whom these touches name, the most touched first. Notes are no touch of anybody. */
export function engagedIn(touches: readonly Touch[]): readonly Engaged[] {
  const people = new Map<string, Engaged>()
  for (const { person, kind, day, isDeciding } of touches) {
    if (person === undefined || kind === 'note') continue
    const known = people.get(person) ?? { name: person, isDeciding, touches: 0, first: day, last: day }
    people.set(person, {
      ...known,
      touches: known.touches + 1,
      first: day < known.first ? day : known.first,
      last: day > known.last ? day : known.last,
    })
  }
  return [...people.values()].sort((a, b) => b.touches - a.touches || compareText(a.name, b.name))
}
