import { fill, fillAll } from '../../language/fill.ts'
import type { Said } from '../../language/sentence.ts'
import type { Words } from '../../language/words.ts'
import type { DealEntry } from '../content/document.ts'
import type { Letter, LetterPart } from '../content/letter.ts'
import { allHtml, saidHtml } from '../html/said.ts'
import { html, type Html } from '../html/markup.ts'
import { Lines, type Layout } from '../text/lines.ts'
import { frame, paragraph, row, spoken, strong } from './parts.ts'

const INDENT = 4

/** A letter as plain text. */
export function letterText({ parts }: Letter, words: Words, layout: Layout): string {
  const lines = new Lines(layout)
  for (const part of parts) {
    lines.blank()
    if (part.kind === 'words') lines.text(fillAll(part.said, words))
    else if (part.kind === 'question') lines.text(fillAll(part.said, words), { indent: INDENT })
    else writeDeal(lines, part.entry, words)
  }
  return lines.toString()
}

function writeDeal(lines: Lines, entry: DealEntry, words: Words): void {
  const { name, reasons, question } = entry
  const why = reasons.map((reason) => ` ${sentence(reason, words)}`).join('')
  lines.text(`${name}${factsOf(entry, words)}.${why}`, { indent: INDENT })
  if (question !== undefined) lines.text(fill(question, words), { indent: INDENT })
}

/** `, $35k, due 9 Dec` */
function factsOf({ amount, due }: DealEntry, words: Words): string {
  const worth = amount === undefined ? '' : `, ${words.money(amount.amount, amount.currency)}`
  return `${worth}${due === undefined ? '' : `, due ${words.date(due)}`}`
}

/** A reason by itself. */
function sentence(reason: Said, words: Words): string {
  const text = fill(reason, words)
  return `${text.replace(/^(?:“)?\p{Ll}/u, (start) => start.toUpperCase())}.`
}

/** A letter as HTML: as plain as one would write it. */
export function letterHtml({ subject, parts }: Letter, words: Words): string {
  return frame(fill(subject, words), [row(parts.map((part) => partHtml(part, words)))]).toString()
}

function partHtml(part: LetterPart, words: Words): Html {
  if (part.kind === 'words') return paragraph(allHtml(part.said, words), 'margin:0 0 14px')
  if (part.kind === 'question') return paragraph(spoken(allHtml(part.said, words)), 'margin:0 0 14px 18px')
  const { name, reasons, question } = part.entry
  const why = reasons.map((reason) => ` ${sentence(reason, words)}`).join('')
  const head = html`${strong(html`<bdi>${name}</bdi>`)}${factsOf(part.entry, words)}.${why}`
  const asked = question && html`<br />${spoken(saidHtml(question, words))}`
  return paragraph(html`${head}${asked}`, 'margin:0 0 14px 18px')
}
