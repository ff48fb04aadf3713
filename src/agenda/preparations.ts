import type { Book } from '../book/book.ts'
import { ENOUGH_CLOSINGS } from '../book/measures.ts'
import type { Rep } from '../book/rep.ts'
import { compareText } from '../collections.ts'
import { addDays } from '../plain-date.ts'
import type { DealItem, Preparation } from './agenda.ts'

const AHEAD_DAYS = 14

/**
 * For each meeting that a deal on the page has coming within two weeks, a peer to prepare it with: who wins more than
 * this rep does, those of the same manager first.
 */
export function prepare(rep: Rep, deals: readonly DealItem[], book: Book): readonly Preparation[] {
  const meetings = book.activities.plannedMeetings().filter(({ day }) => day <= addDays(book.asOf, AHEAD_DAYS))
  const peers = strongerWinners(rep, book)
  return deals.flatMap(({ deal }, at) => {
    const meeting = meetings.find((planned) => planned.deals.some(({ id }) => id === deal.id))
    const peer = peers[at % Math.max(1, peers.length)]
    if (meeting === undefined || peer === undefined) return []
    return [{ deal: { id: deal.id, name: deal.name }, day: meeting.day, person: meeting.person, peer: peer.name }]
  })
}

function strongerWinners(rep: Rep, { reps }: Book): readonly Rep[] {
  const rate = ({ closings, isNew }: Rep) =>
    isNew || closings.newBusinessWon + closings.newBusinessLost < ENOUGH_CLOSINGS ? undefined : closings.winRate
  const own = rate(rep) ?? 0
  const isNear = (other: Rep) => Number(other.manager === rep.manager)
  return reps
    .filter((other) => other !== rep && (rate(other) ?? 0) > own)
    .sort((a, b) => isNear(b) - isNear(a) || (rate(b) ?? 0) - (rate(a) ?? 0) || compareText(a.name, b.name))
}
