import type { Agenda } from '../../agenda/agenda.ts'
import { reportContent } from '../content/compose-content.ts'
import { BEFORE_THE_MEETING, type HalfPage, type ReportContent } from '../content/content.ts'
import { Lines, type Layout } from './lines.ts'
import { renderPage } from './text-page.ts'
import { writeTable } from './text-table.ts'
import { renderTeam } from './text-team.ts'

/** The agenda for a terminal or a plain mail: a page a rep, then the manager's own; in a large team that comes first. */
export function renderText(agenda: Agenda, layout: Layout): string {
  const separator = `\n${layout.paint.dim((layout.ascii === undefined ? '─' : '-').repeat(layout.width))}\n`
  const content = reportContent(agenda)
  if (content.half !== undefined) return [title(content, layout), writeHalf(content.half, layout)].join(separator)
  const reps = content.reps.map((rep) => renderPage(rep, layout))
  const teams = content.teams.map((team) => renderTeam(team, layout))
  const pages = content.isTeamFirst ? [...teams, ...reps] : [...reps, ...teams]
  return [title(content, layout), ...pages, ...notChecked(content, layout)].join(separator)
}

function title({ title: day, summary, half, readFirst, unreliable }: ReportContent, layout: Layout): string {
  const lines = new Lines(layout)
  if (half === undefined) lines.ends(layout.paint.bold(day), summary)
  else lines.text(layout.paint.bold(day))
  for (const text of readFirst) lines.text(text, { label: layout.paint.bold('READ FIRST  ') })
  for (const text of unreliable) lines.text(text, { label: layout.paint.bold('DON’T RELY ON  ') })
  return lines.toString()
}

function writeHalf(half: HalfPage, layout: Layout): string {
  const lines = new Lines(layout)
  const { bold } = layout.paint
  lines.text(bold(half.lead))
  lines.blank()
  lines.raw(writeTable(half.table, layout))
  lines.blank()
  lines.text(half.because)
  lines.blank()
  lines.text(bold(BEFORE_THE_MEETING.toUpperCase()))
  for (const [at, text] of half.todo.entries()) lines.text(text, { label: `${at + 1}  ` })
  lines.blank()
  lines.text(bold(half.stood.title.toUpperCase()))
  for (const text of half.stood.lines) lines.text(text)
  return lines.toString()
}

function notChecked({ notChecked: items }: ReportContent, layout: Layout): readonly string[] {
  if (items.length === 0) return []
  const lines = new Lines(layout)
  lines.text('Not checked, which is not “all clear”:')
  for (const item of items) lines.text(item, { indent: 2, label: lines.bullet })
  return [lines.toString()]
}
