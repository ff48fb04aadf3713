import type { LeadMeasure } from '../../agenda/agenda.ts'
import type { Book } from '../../book/book.ts'
import type { Weekly } from './content.ts'

const leadNames: Record<LeadMeasure['id'], string> = {
  newOpportunities: 'new opportunities',
  firstMeetings: 'first meetings',
  conversations: 'client conversations',
  presentations: 'presentations',
}

/** Lead measures by what they are called. */
export function weekly(measures: readonly LeadMeasure[]): readonly Weekly[] {
  return measures.map(({ id, byWeek }) => ({ name: leadNames[id], byWeek }))
}

/** The last weeks as one reads them, from left to right up to now: “2 1 1 0 0”. */
export function upToNow(byWeek: readonly number[], weeks: number, between = ' '): string {
  return byWeek.slice(0, weeks).toReversed().join(between)
}

/** Whether any export says when deals were created; where none does, no deal is new and none is old. */
export function isCreationKnown({ knowledge }: Book): boolean {
  return knowledge.get('created') === undefined
}
