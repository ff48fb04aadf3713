import type { Agenda } from '../../agenda/agenda.ts'
import { bookWords } from '../../book/book-words.ts'
import type { Words } from '../../language/words.ts'
import { composeReport } from '../content/compose-report.ts'
import type { Sheet } from '../content/document.ts'
import { Lines, type Layout } from './lines.ts'
import { TextWriter } from './text-blocks.ts'

/** The report for a terminal or a plain mail: the team first, then a page a rep. */
export function renderText(agenda: Agenda, layout: Layout, isFull = false): string {
  const words = bookWords(agenda.book)
  const separator = `\n${layout.paint.dim(rule(layout, '─'))}\n`
  const { sheets, appendix } = composeReport(agenda, isFull)
  const parts = [...sheets, ...(appendix.length > 0 ? [{ kind: 'appendix' as const, blocks: appendix }] : [])]
  return parts.map((sheet) => renderSheet(sheet, words, layout)).join(separator)
}

interface Printed {
  readonly kind: Sheet['kind'] | 'appendix'
  readonly blocks: Sheet['blocks']
}

/** One page. */
export function renderSheet({ kind, blocks }: Printed, words: Words, layout: Layout): string {
  const lines = new Lines(layout)
  const writer = new TextWriter(lines, words, kind === 'rep' || kind === 'appendix' ? '' : rule(layout, '═'))
  for (const block of blocks) writer.write(block)
  return lines.toString()
}

function rule({ ascii, width }: Layout, line: '═' | '─'): string {
  const drawn = ascii === undefined ? line : line === '═' ? '=' : '-'
  return drawn.repeat(width)
}
