import type { Severity } from '../../engine/finding.ts'
import type { Labelled, Raised, Seen, Weekly } from '../content/content.ts'
import { upToNow } from '../content/lead-lines.ts'
import { padEnd, type Lines } from './lines.ts'
import { NO_BREAK } from './width.ts'

// What the pages of a text report have in common.

/** What is wrong, with its severity in front for a manager. */
export function writeSeen(lines: Lines, { severity, problem }: Seen, indent = 7): void {
  lines.text(problem, { indent, label: severity === undefined ? padEnd('seen', 8) : severityLabel(severity, lines) })
}

function severityLabel(severity: Severity, { paint }: Lines): string {
  const colour = { high: paint.red, medium: paint.yellow, low: paint.dim }[severity]
  return colour(padEnd(severity, 8))
}

export function writeAsk(lines: Lines, question: string | undefined, indent = 7): void {
  if (question !== undefined) lines.text(question, { indent, label: lines.paint.cyan(padEnd('ask', 8)) })
}

export function writeRaised(lines: Lines, { severity, problem, ask }: Raised, indent = 7): void {
  if (problem !== undefined) writeSeen(lines, { severity, problem }, indent)
  writeAsk(lines, ask, indent)
}

/** What was promised and what became of it. */
export function writePromised(lines: Lines, { label, text }: Labelled, indent: number): void {
  const { paint } = lines
  const colour = { kept: paint.green, missed: paint.red }[label] ?? paint.dim
  lines.text(text, { indent, label: colour(padEnd(label, 9)) })
}

const WEEKS_SHOWN = 5
const NAME = 21
/** Columns that the weeks take without their bars, with numbers of two digits. */
const WEEKS_WIDTH = 30

/** A line a lead measure: this week, the last weeks up to now, and bars for twelve of them. */
export function writeWeekly(lines: Lines, measures: readonly Weekly[]): void {
  for (const { name, byWeek } of measures)
    lines.text(`${WEEKS_SHOWN} weeks to now: ${upToNow(byWeek, WEEKS_SHOWN, NO_BREAK)}${lines.bars(byWeek)}`, {
      indent: 5,
      least: WEEKS_WIDTH,
      label: `${padEnd(name, NAME)}${String(byWeek[0] ?? 0).padStart(3)}   `,
    })
}
