import type { Agenda } from '../../agenda/agenda.ts'
import { meetingOf } from '../../agenda/facts/days.ts'
import { printedPages } from '../../agenda/printed-pages.ts'
import { say } from '../../agenda/say/say.ts'
import { date } from '../../language/sentence.ts'
import type { Report, Sheet } from './document.ts'
import { composeAppendix } from './appendix.ts'
import { noticeSheet } from './notice-sheet.ts'
import { repSheet } from './rep-sheet.ts'
import { teamSheet } from './team-sheet.ts'
import { allReps, chosenTalks, MANY_REPS } from './team-table.ts'

/**
 * The review as a document: the team first, then a page a rep. Every format writes this and adds nothing.
 *
 * @param isFull with everybody's page where the team is large, and with what is behind the pages.
 */
export function composeReport(agenda: Agenda, isFull = false): Report {
  const { book, audience } = agenda
  const notice = noticeSheet(book)
  return {
    title: say('title.mail', { day: date(meetingOf(book)) }),
    meeting: meetingOf(book),
    audience,
    sheets:
      notice === undefined ? [...teamSheets(agenda), ...repSheets(agenda, isFull), ...everybody(agenda)] : [notice],
    appendix: isFull && notice === undefined ? composeAppendix(agenda) : [],
  }
}

function teamSheets(agenda: Agenda): readonly Sheet[] {
  const { manager, managers, isWholeTeam, audience } = agenda
  if (audience === 'rep') return []
  const pages = isWholeTeam ? [manager] : managers
  return pages.map((page) => teamSheet(page, agenda))
}

/** Everybody's page; of a large team only those to see first and those to thank. */
function repSheets(agenda: Agenda, isFull: boolean): readonly Sheet[] {
  const pages = printedPages(agenda)
  const isLarge = !isFull && agenda.isWholeTeam && agenda.audience === 'manager' && pages.length > MANY_REPS
  const { seeFirst, thank } = chosenTalks(agenda.manager.screen, agenda.book)
  const chosen = new Set([...seeFirst, ...thank].map(({ rep }) => rep))
  return pages.filter(({ rep }) => !isLarge || chosen.has(rep)).map((page) => repSheet(page, agenda))
}

/** Of a large team everybody in one table, at the end. */
function everybody({ isWholeTeam, audience, manager, book }: Agenda): readonly Sheet[] {
  if (!isWholeTeam || audience === 'rep' || manager.screen.talks.length <= MANY_REPS) return []
  return [{ kind: 'team', id: 'all-reps', name: undefined, blocks: [allReps(manager.screen, book)] }]
}
