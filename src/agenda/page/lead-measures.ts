import { ACTIVITY_WEEKS, type ActivityWeek } from '../../book/activity/activity-weeks.ts'
import type { Book } from '../../book/book.ts'
import type { Creation, Rep } from '../../book/team/rep.ts'
import type { LeadMeasure } from '../agenda.ts'

/**
 * What can be acted on, by week: new opportunities, and where the exports have activities first meetings, client
 * conversations and presentations. What nobody in the whole team ever did is a blind spot of the export and no zero.
 */
export function leadMeasures(
  { creation, reps }: { readonly creation: Creation; readonly reps: readonly Rep[] },
  book: Book,
): readonly LeadMeasure[] {
  const measures: LeadMeasure[] = []
  if (book.knowledge.get('created') === undefined)
    measures.push({ id: 'newOpportunities', byWeek: creation.newBusinessByWeek.slice(0, ACTIVITY_WEEKS) })
  if (book.knowledge.get('activities') !== undefined) return measures
  const team = book.activities.teamWeeks()
  const own = book.activities.teamWeeks(reps)
  for (const [id, count] of COUNTS)
    if (team.some((week) => count(week) > 0)) measures.push({ id, byWeek: own.map(count) })
  return measures
}

const COUNTS = [
  ['firstMeetings', (week: ActivityWeek) => week.firstMeetings],
  ['conversations', (week: ActivityWeek) => week.clientConversations],
  ['presentations', (week: ActivityWeek) => week.presentations],
] as const
