import type { Book } from '../book/book.ts'
import type { Manager } from '../book/groups.ts'
import { stakeOf, worthJoining } from '../book/stake.ts'
import { groupBy } from '../collections.ts'
import { pointsOf, type Finding } from '../engine/finding.ts'
import { addDays } from '../plain-date.ts'
import type { MeetingToJoin } from './agenda.ts'

const AHEAD_DAYS = 7

/** Of the meetings that the manager's reps have with clients this week, the one about the largest deal in most danger. */
export function meetingToJoin(manager: Manager, findings: readonly Finding[], book: Book): MeetingToJoin | undefined {
  const reps = new Set(manager.reps.map(({ name }) => name))
  const meetings = book.activities
    .plannedMeetings()
    .filter(({ day, owner }) => day <= addDays(book.asOf, AHEAD_DAYS) && owner !== undefined && reps.has(owner))
  const byDeal = groupBy(findings, ({ deal }) => deal?.id ?? '')
  const best = worthJoining(meetings, (deal) => stakeOf(deal, book) * (1 + pointsOf(byDeal.get(deal.id) ?? [])))
  if (best === undefined) return undefined
  const { meeting, deal } = best
  return { day: meeting.day, rep: meeting.owner, person: meeting.person, deal }
}
