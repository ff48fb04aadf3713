import type { TeamContent } from './content.ts'
import { Lines, type Layout } from './lines.ts'
import { writeTable } from './text-table.ts'
import { writePromised, writeRaised, writeWeekly } from './text-parts.ts'

/** The page of somebody who leads reps: the team in one table, what is theirs to do, what was let pass. */
export function renderTeam(team: TeamContent, layout: Layout): string {
  const lines = new Lines(layout)
  const { bold, dim } = lines.paint
  lines.text(bold(team.title))
  lines.text(team.line)
  for (const line of team.inCommon) lines.text(line, { indent: 2, label: '! ' })
  if (team.goal !== undefined) lines.text(team.goal, { indent: 2, label: `${dim('goal')}  ` })
  if (team.table.rows.length > 0) {
    lines.blank()
    lines.raw(writeTable(team.table, layout))
    if (team.more !== undefined) lines.text(team.more)
  }
  lines.blank()
  writeWeekly(lines, team.leads)
  for (const raised of team.raised) writeRaised(lines, raised, 2)
  for (const setting of team.settings) lines.text(setting, { indent: 2 })
  writeList(lines, 'Let pass', 'seen three reviews running, and nothing promised:', team.letPass)
  writeList(lines, 'Pair', 'who can show whom:', team.pairs)
  if (team.join !== undefined) lines.text(team.join, { indent: 2, label: `${bold('Join')}  ` })
  for (const pattern of team.patterns) lines.text(pattern, { indent: 2 })
  if (team.since !== undefined) lines.text(team.since, { indent: 2 })
  for (const one of team.commitments) writePromised(lines, one, 2)
  if (team.unassigned !== undefined) lines.text(team.unassigned, { indent: 2, label: `${bold('Unassigned')}  ` })
  for (const note of team.notes) lines.text(note, { indent: 2 })
  return lines.toString()
}

function writeList(lines: Lines, title: string, what: string, items: readonly string[]): void {
  if (items.length === 0) return
  lines.text(`${lines.paint.bold(title)}  ${what}`, { indent: 2 })
  for (const item of items) lines.text(item, { indent: 4, label: lines.bullet })
}
