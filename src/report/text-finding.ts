import type { Agenda } from '../agenda/agenda.ts'
import type { Finding, Severity } from '../engine/finding.ts'
import { padEnd, type Lines } from './lines.ts'

/** What is wrong, with its severity in front for a manager. */
export function writeProblem(
  lines: Lines,
  { severity, problem }: Finding,
  audience: Agenda['audience'],
  indent = 7,
): void {
  // A rep reads what was seen and not how bad somebody finds it.
  lines.text(problem, { indent, label: audience === 'rep' ? padEnd('seen', 8) : severityLabel(severity, lines) })
}

function severityLabel(severity: Severity, { paint }: Lines): string {
  const colour = { high: paint.red, medium: paint.yellow, low: paint.dim }[severity]
  return colour(padEnd(severity, 8))
}

export function writeAsk(lines: Lines, question: string | undefined, indent = 7): void {
  if (question !== undefined) lines.text(question, { indent, label: lines.paint.cyan(padEnd('ask', 8)) })
}
