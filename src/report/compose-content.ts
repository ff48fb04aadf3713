import type { Agenda } from '../agenda/agenda.ts'
import { sum } from '../book/statistics.ts'
import { groupBy } from '../collections.ts'
import { calendarParts, isoDate } from '../plain-date.ts'
import { wordsFor } from '../words.ts'
import { repContent } from './content-page.ts'
import { teamContent } from './content-team.ts'
import type { ReportContent } from './content.ts'

/** From this many reps on nobody reads to the end to find the team. */
const LARGE_TEAM = 20

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** Puts an agenda into words: what the formats with marks of their own have in common. */
export function reportContent(agenda: Agenda): ReportContent {
  const { book, pages, isWholeTeam } = agenda
  const { weekday, year } = calendarParts(book.asOf)
  const words = wordsFor(book.asOf, book.currency, '', book.settings.notation)
  const open = isWholeTeam ? book.open.length : sum(pages.map((page) => page.rep.open.length))
  const minutes = sum(pages.map((page) => page.minutes))
  const isTeamFirst = pages.length > LARGE_TEAM
  const leaders = isTeamFirst ? [agenda.manager, ...agenda.managers] : [...agenda.managers, agenda.manager]
  const managers = isWholeTeam ? leaders : agenda.managers
  return {
    title: `Pipeline review · ${WEEKDAYS[weekday]} ${words.date(isoDate(book.asOf))}${book.settings.notation.isMonthFirst ? ',' : ''} ${year}`,
    summary: `${words.count(pages.length, 'rep')} · ${words.count(open, 'open deal')} · about ${minutes} min`,
    reps: pages.map((page) => repContent(page, agenda)),
    isTeamFirst,
    teams: managers.map((page) => teamContent(page, agenda)),
    notChecked: notChecked(agenda),
  }
}

function notChecked({ notChecked: entries }: Agenda): readonly string[] {
  return [...groupBy(entries, (entry) => entry.enable)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([enable, same]) => `“${same.map((entry) => entry.title.toLowerCase()).join('”, “')}”: ${enable}.`)
}
