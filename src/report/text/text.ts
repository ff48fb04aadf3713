import type { Agenda } from '../../agenda/agenda.ts'
import { bookWords } from '../../book/book-words.ts'
import type { Words } from '../../language/words.ts'
import { composeReport } from '../content/compose-report.ts'
import type { Sheet } from '../content/document.ts'
import { Lines, type Layout } from './lines.ts'
import { TextWriter } from './text-blocks.ts'

/** The report for a terminal or a plain mail: the team first, then a page a rep. */
export function renderText(agenda: Agenda, layout: Layout): string {
  const words = bookWords(agenda.book)
  const separator = `\n${layout.paint.dim(rule(layout, '─'))}\n`
  return composeReport(agenda)
    .sheets.map((sheet) => renderSheet(sheet, words, layout))
    .join(separator)
}

/** One page. */
export function renderSheet({ kind, blocks }: Sheet, words: Words, layout: Layout): string {
  const lines = new Lines(layout)
  const writer = new TextWriter(lines, words, kind === 'rep' ? '' : rule(layout, '═'))
  for (const block of blocks) writer.write(block)
  return lines.toString()
}

function rule({ ascii, width }: Layout, line: '═' | '─'): string {
  const drawn = ascii === undefined ? line : line === '═' ? '=' : '-'
  return drawn.repeat(width)
}
