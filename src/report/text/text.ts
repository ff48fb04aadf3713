import type { Agenda } from '../../agenda/agenda.ts'
import { reportContent } from '../content/compose-content.ts'
import type { ReportContent } from '../content/content.ts'
import { Lines, type Layout } from './lines.ts'
import { renderPage } from './text-page.ts'
import { renderTeam } from './text-team.ts'

/** The agenda for a terminal or a plain mail: a page a rep, then the manager's own; in a large team that comes first. */
export function renderText(agenda: Agenda, layout: Layout): string {
  const separator = `\n${layout.paint.dim((layout.ascii === undefined ? '─' : '-').repeat(layout.width))}\n`
  const content = reportContent(agenda)
  const reps = content.reps.map((rep) => renderPage(rep, layout))
  const teams = content.teams.map((team) => renderTeam(team, layout))
  const pages = content.isTeamFirst ? [...teams, ...reps] : [...reps, ...teams]
  return [title(content, layout), ...pages, ...notChecked(content, layout)].join(separator)
}

function title({ title: day, summary }: ReportContent, layout: Layout): string {
  const lines = new Lines(layout)
  lines.ends(layout.paint.bold(day), summary)
  return lines.toString()
}

function notChecked({ notChecked: items }: ReportContent, layout: Layout): readonly string[] {
  if (items.length === 0) return []
  const lines = new Lines(layout)
  lines.text('Not checked, which is not “all clear”:')
  for (const item of items) lines.text(item, { indent: 2, label: lines.bullet })
  return [lines.toString()]
}
