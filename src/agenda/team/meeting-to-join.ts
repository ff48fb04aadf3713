import type { Book } from '../../book/book.ts'
import type { Manager } from '../../book/team/groups.ts'
import type { Finding } from '../../engine/finding.ts'
import { WhereToJoin, type Joining } from '../../engine/where-to-join.ts'
import { addDays } from '../../time/plain-date.ts'
import type { Words } from '../../language/words.ts'
import type { MeetingToJoin } from '../agenda.ts'

const AHEAD_DAYS = 7

/** Of the meetings that the manager's reps have with clients this week, the one where the manager is of most use. */
export function meetingToJoin(
  manager: Manager,
  findings: readonly Finding[],
  book: Book,
  words: Words,
): MeetingToJoin | undefined {
  const { name } = manager
  const reps = new Set(manager.reps.map((rep) => rep.name))
  const meetings = book.activities
    .plannedMeetings()
    .filter(({ day, owner }) => day <= addDays(book.asOf, AHEAD_DAYS) && owner !== undefined && reps.has(owner))
    .filter((meeting) => name === undefined || !book.activities.isAt(meeting, name))
  const best = new WhereToJoin(name, book, findings).among(meetings)
  if (best === undefined) return undefined
  const { meeting, deal, lastJoined } = best
  return { day: meeting.day, rep: meeting.owner, person: meeting.person, deal, lastJoined, text: textOf(best, words) }
}

function textOf({ meeting, deal, lastJoined }: Joining, words: Words): string {
  const { day, owner = 'the team', person } = meeting
  const worth = deal.amount === undefined ? '' : `, ${words.money(deal.amount)}`
  const last = lastJoined === undefined ? '' : ` You last joined ${owner} on ${words.date(lastJoined)}.`
  return `${words.date(day)}, ${owner} with ${person ?? deal.account ?? 'the client'} about ${deal.name}${worth}.${last}`
}
