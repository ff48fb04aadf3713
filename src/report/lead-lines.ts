import type { LeadMeasure } from '../agenda/agenda.ts'
import { padEnd, type Lines } from './lines.ts'

/** What each lead measure is called. */
export const leadNames: Record<LeadMeasure['id'], string> = {
  newOpportunities: 'new opportunities',
  firstMeetings: 'first meetings',
  conversations: 'client conversations',
  presentations: 'presentations',
}

const SHOWN = 5
const LABEL = 21

/** One line a measure: this week, the weeks back, and bars that run up to now. */
export function writeLeadMeasures(lines: Lines, measures: readonly LeadMeasure[]): void {
  for (const { id, byWeek } of measures) {
    const [now = 0, ...before] = byWeek.slice(0, SHOWN)
    lines.text(`weeks back: ${before.join(' ')}${lines.bars(byWeek)}`, {
      indent: 5,
      label: `${padEnd(leadNames[id], LABEL)}${String(now).padStart(3)}   `,
    })
  }
}
