import type { TeamContent } from '../content/content.ts'
import { Lines, type Layout } from './lines.ts'
import { writeEachDeal, writeFixes } from './text-page.ts'
import { writeTable } from './text-table.ts'
import { writePromised, writeRaised, writeWeekly } from './text-parts.ts'

/** The page of somebody who leads reps: the team in one table, what is theirs to do, what was let pass. */
export function renderTeam(team: TeamContent, layout: Layout): string {
  const lines = new Lines(layout)
  const { bold, dim } = lines.paint
  lines.text(bold(team.title))
  lines.text(team.line)
  for (const line of team.inCommon) lines.text(line, { indent: 2, label: `${bold('In common')}  ` })
  if (team.goal !== undefined) lines.text(team.goal, { indent: 2, label: `${dim('goal')}  ` })
  if (team.table.rows.length > 0) {
    lines.blank()
    lines.raw(writeTable(team.table, layout))
    if (team.more !== undefined) lines.text(team.more)
  }
  writeOfNobody(lines, team)
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
  if (team.ofNobody === undefined) writeUnassigned(lines, team)
  for (const note of team.notes) lines.text(note, { indent: 2 })
  return lines.toString()
}

function writeUnassigned(lines: Lines, { unassigned }: TeamContent): void {
  if (unassigned !== undefined) lines.text(unassigned, { indent: 2, label: `${lines.paint.bold('Unassigned')}  ` })
}

/** Where no deal is anybody's, they are gone through here. */
function writeOfNobody(lines: Lines, team: TeamContent): void {
  const { ofNobody } = team
  if (ofNobody === undefined) return
  lines.blank()
  writeUnassigned(lines, team)
  if (ofNobody.dealCounts !== undefined) {
    lines.text(ofNobody.dealCounts, { indent: 2, label: `${lines.paint.bold('DEALS WORTH THE TIME')}   ` })
    writeEachDeal(lines, ofNobody)
  }
  writeFixes(lines, ofNobody.fixes)
}

function writeList(lines: Lines, title: string, what: string, items: readonly string[]): void {
  if (items.length === 0) return
  lines.text(`${lines.paint.bold(title)}  ${what}`, { indent: 2 })
  for (const item of items) lines.text(item, { indent: 4, label: lines.bullet })
}
