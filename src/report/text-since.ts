import { commitmentLine, debtor } from '../agenda/commitments.ts'
import type { ManagerPage, RepPage } from '../agenda/agenda.ts'
import type { Book } from '../book/book.ts'
import { verdicts, type JudgedCommitment, type Verdict } from '../book/commitments.ts'
import type { Words } from '../words.ts'
import { padEnd, type Lines } from './lines.ts'
import { sinceLastTime, teamSince } from './since.ts'

const LABEL = 9

/** What was promised and what became of it: kept first, because what happened gets named. */
export function writeCommitments(lines: Lines, judged: readonly JudgedCommitment[], book: Book, words: Words): void {
  for (const verdict of verdicts)
    for (const one of judged.filter((other) => other.verdict === verdict))
      lines.text(commitmentLine(one, book, words), { indent: 5, label: verdictLabel(verdict, lines) })
}

function verdictLabel(verdict: Verdict, { paint }: Lines): string {
  const colour = { kept: paint.green, missed: paint.red, open: paint.dim, moot: paint.dim }[verdict]
  return colour(padEnd(verdict, LABEL))
}

/** What matters most first; deals that moved a stage forward, as they should, together in one line. */
export function writeChanges(lines: Lines, page: RepPage, words: Words): void {
  const { changes, more, losses, forward } = sinceLastTime(page, words)
  for (const { label, text } of changes) lines.text(text, { indent: 5, label: padEnd(label, LABEL) })
  if (more !== undefined) lines.text(`and ${more}`, { indent: 14, style: lines.paint.dim })
  if (losses !== undefined) lines.text(losses, { indent: 5 })
  if (forward !== undefined) lines.text(forward, { indent: 5, label: 'forward  ' })
}

/** The team's changes in a line, and on the manager's page what the manager owes. */
export function writeTeamSince(lines: Lines, page: ManagerPage, book: Book, words: Words): void {
  const since = teamSince(page, book, words)
  if (since !== undefined) lines.text(since, { indent: 2 })
  for (const one of page.commitments)
    lines.text(`${debtor(one)}: ${commitmentLine(one, book, words)}`, {
      indent: 2,
      label: verdictLabel(one.verdict, lines),
    })
}
