import { fill, fillAll } from '../../language/fill.ts'
import type { Said } from '../../language/sentence.ts'
import type { Words } from '../../language/words.ts'
import type {
  Blanks,
  Block,
  DealEntry,
  Deals,
  Head,
  Line,
  Lines,
  Points,
  Report,
  Sentences,
  Sheet,
  Table,
} from '../content/document.ts'
import { escapeCell, escapeMarkdown } from './markdown-text.ts'

/** How words are written. */
interface Marks {
  readonly words: Words
  /** What may hold names: it is shown, and nothing else becomes of it. */
  readonly text: (given: string) => string
  /** The same in a table. */
  readonly cell: (given: string) => string
}

/**
 * The report as Markdown, for issues, chats and wikis. What comes first is an alert on GitHub and a quote elsewhere; what
 * is to be talked about can be ticked off.
 */
export function pageMarkdown(report: Report, words: Words, ascii = (text: string) => text): string {
  const marks: Marks = {
    words,
    // The bar between two facts makes no table outside of one, and with a backslash it would be in the reader's way.
    text: (given) => escapeMarkdown(ascii(given)).replaceAll(String.raw` \| `, ' | '),
    cell: (given) => escapeCell(ascii(given)),
  }
  const parts = [
    ...report.sheets.map((sheet, at) => sheetText(sheet, at === 0, marks)),
    joined(report.appendix.map((block) => blockText(block, '##', marks))),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n---\n\n')}\n`
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n')
}

function sheetText({ blocks }: Sheet, isFirst: boolean, marks: Marks): string {
  return joined(blocks.map((block) => blockText(block, isFirst ? '#' : '##', marks)))
}

function blockText(block: Block, level: string, marks: Marks): string {
  switch (block.kind) {
    case 'head':
      return headText(block, level, marks)
    case 'lines':
      return linesText(block, marks)
    case 'points':
      return pointsText(block, marks)
    case 'table':
      return tableText(block, marks)
    case 'deals':
      return dealsText(block, marks)
    case 'sentences':
      return sentencesText(block, marks)
    case 'blanks':
      return blanksText(block, marks)
    case 'fold':
      return joined([
        `${level} ${said(block.title, marks)}`,
        ...block.blocks.map((inside) => blockText(inside, `${level}#`, marks)),
      ])
  }
}

function said(one: Said, { words, text }: Marks): string {
  return text(fill(one, words))
}

function all(sentences: readonly Said[], { words, text }: Marks): string {
  return text(fillAll(sentences, words))
}

function headText({ kicker, title, aside, facts, factsAside }: Head, level: string, marks: Marks): string {
  const below = [aside, ...facts, ...(factsAside === undefined ? [] : [factsAside])]
  const line = below.map((fact) => fill(fact, marks.words)).filter((fact) => fact !== '')
  const name = fill(title, marks.words)
  const heading = marks.text(kicker === undefined ? name : `${kicker} · ${name}`)
  return joined([`${level} ${heading}`, marks.text(line.join(' · '))])
}

/** Nobody may overlook these. */
const FIRST: ReadonlySet<Line['id']> = new Set(['read-first', 'do', 'promised'])

function linesText({ lines }: Lines, marks: Marks): string {
  const parts = lines.map((line) => {
    const body = all(line.said, marks)
    const shown = `**${marks.text(line.label)}** ${line.id === 'ask' ? `*${body}*` : body}`
    return { isFirst: FIRST.has(line.id), shown: FIRST.has(line.id) ? `> [!IMPORTANT]\n> ${shown}` : `- ${shown}` }
  })
  // A quote stands by itself, and lines without one are a list.
  return parts
    .map(({ isFirst, shown }, at) => {
      const before = parts[at - 1]
      if (before === undefined) return shown
      return `${isFirst || before.isFirst ? '\n\n' : '\n'}${shown}`
    })
    .join('')
}

function pointsText({ points }: Points, marks: Marks): string {
  return points
    .map(({ said: [title, ...rest] }, at) => {
      const bold = title === undefined ? '' : `**${said(title, marks)}**`
      return `${at + 1}. ${[bold, all(rest, marks)].filter((part) => part !== '').join(' ')}`
    })
    .join('\n')
}

function tableText({ title, columns, rows, notes }: Table, marks: Marks): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const body = rows.map(({ kind, cells }) =>
    columns.map(({ isNumber }, at) => {
      const one = cells[at]
      const text = one === undefined ? '' : fill(one, marks.words)
      if (text === '') return isNumber && kind !== 'title' ? marks.cell('–') : ''
      return kind === 'title' || kind === 'total' ? `**${marks.cell(text)}**` : marks.cell(text)
    }),
  )
  return joined([
    title === undefined ? '' : `**${said(title, marks)}**`,
    [
      line(columns.map((column) => marks.cell(column.title))),
      line(columns.map(({ isNumber }) => (isNumber ? '--:' : '---'))),
      ...body.map(line),
    ].join('\n'),
    all(notes, marks),
  ])
}

function dealsText({ title, entries, rest }: Deals, marks: Marks): string {
  return joined([
    `**${said(title, marks)}**`,
    entries.map((entry) => dealText(entry, marks)).join('\n'),
    rest === undefined ? '' : said(rest, marks),
  ])
}

/** A deal can be ticked off; its question stands below it. */
function dealText({ due, name, amount, reasons, question }: DealEntry, marks: Marks): string {
  const { words, text } = marks
  const day = due === undefined ? '' : `${words.date(due)} · `
  const worth = amount === undefined ? '' : `, ${words.money(amount.amount, amount.currency)}`
  const why = text(reasons.map((reason) => fill(reason, words)).join('; '))
  const asked = question === undefined ? '' : `\n  *${said(question, marks)}*`
  return `- [ ] **${text(`${day}${name}${worth}`)}**${why === '' ? '' : ` ${why}`}${asked === '' ? '' : `  ${asked}`}`
}

function sentencesText({ title, items }: Sentences, marks: Marks): string {
  return joined([
    title === undefined ? '' : `**${said(title, marks)}**`,
    items.map((item) => `- ${all(item, marks)}`).join('\n'),
  ])
}

const BLANK = '…………………………'

/** Another mark than that of the list above, which it would otherwise be a part of. */
function blanksText({ fields }: Blanks, { text }: Marks): string {
  return fields
    .map(({ label, hasDay }) => `* [ ] **${text(label)}** ${text(BLANK + (hasDay ? ' by ………' : ''))}`)
    .join('\n')
}
