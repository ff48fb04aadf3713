import type { Agenda, ManagerPage } from '../agenda/agenda.ts'
import { sum } from '../book/statistics.ts'
import { calendarParts, isoDate } from '../plain-date.ts'
import { wordsFor } from '../words.ts'
import { Lines, type Layout } from './lines.ts'
import { renderManagerPage, renderNotChecked } from './text-manager.ts'
import { renderPage } from './text-page.ts'

/** From this many reps on nobody reads to the end to find the team: its page comes first. */
const LARGE_TEAM = 20

/** The agenda for a terminal or a plain mail: a page a rep, then the manager's own; in a large team that comes first. */
export function renderText(agenda: Agenda, layout: Layout): string {
  const separator = `\n${layout.paint.dim((layout.ascii === undefined ? '─' : '-').repeat(layout.width))}\n`
  const reps = agenda.pages.map((page) => renderPage(page, agenda, layout))
  const isLarge = reps.length > LARGE_TEAM
  const managers = managersToShow(agenda, isLarge).map((page) => renderManagerPage(page, agenda, layout))
  const pages = isLarge ? [...managers, ...reps] : [...reps, ...managers]
  const notChecked = renderNotChecked(agenda, layout)
  return [title(agenda, layout), ...pages, ...(notChecked === '' ? [] : [notChecked])].join(separator)
}

/** Whoever leads all comes first where managers come first, else last. */
function managersToShow({ managers, manager, isWholeTeam }: Agenda, isLarge: boolean): readonly ManagerPage[] {
  if (!isWholeTeam) return managers
  return isLarge ? [manager, ...managers] : [...managers, manager]
}

function title(agenda: Agenda, layout: Layout): string {
  const { book } = agenda
  const { weekday, year } = calendarParts(book.asOf)
  const words = wordsFor(book.asOf, book.currency, '', book.settings.notation)
  const lines = new Lines(layout)
  const day = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'][weekday]
  const open = agenda.isWholeTeam ? book.open.length : sum(agenda.pages.map((page) => page.rep.open.length))
  const minutes = sum(agenda.pages.map((page) => page.minutes))
  lines.ends(
    layout.paint.bold(
      `Pipeline review · ${day} ${words.date(isoDate(book.asOf))}${book.settings.notation.isMonthFirst ? ',' : ''} ${year}`,
    ),
    `${words.count(agenda.pages.length, 'rep')} · ${words.count(open, 'open deal')} · about ${minutes} min`,
  )
  return lines.toString()
}
