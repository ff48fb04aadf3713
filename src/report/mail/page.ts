import { fill } from '../../language/fill.ts'
import type { Words } from '../../language/words.ts'
import type {
  Bars,
  Block,
  DealEntry,
  Deals,
  Head,
  Line,
  Picture,
  Points,
  Report,
  Row,
  Sentences,
  Sheet,
  Table,
} from '../content/document.ts'
import { html, when, type Html } from '../html/markup.ts'
import { allHtml, saidHtml } from '../html/said.ts'
import {
  ACCENT,
  bar,
  barRow,
  bars,
  box,
  frame,
  heading,
  HOT,
  pair,
  paragraph,
  row,
  SOFT,
  spoken,
  strong,
  title,
} from './parts.ts'

/** Bytes. Gmail cuts a message off at 102 KB, and what it cuts off nobody opens. */
const MOST = 88_000

/**
 * The report as HTML that mail programs show as it is meant, the team first, small enough that none cuts it off: reps who
 * no longer fit are counted, and `rest` says where they are. What is written on by hand and what is folded away is left
 * to the page.
 */
export function mailHtml(report: Report, words: Words, rest: string): string {
  const subject = fill(report.title, words)
  const shown: Html[] = []
  let size = bytes(frame(subject, [])) + bytes(moreHtml(report.sheets.length, rest))
  for (const [at, sheet] of report.sheets.entries()) {
    const next = sheetHtml(sheet, at === 0 ? 'h1' : 'h2', words)
    size += bytes(next)
    if (size > MOST) break
    shown.push(next)
  }
  const left = report.sheets.length - shown.length
  return frame(subject, [...shown, ...(left > 0 ? [moreHtml(left, rest)] : [])]).toString()
}

function bytes(part: Html): number {
  return Buffer.byteLength(part.toString())
}

function moreHtml(left: number, rest: string): Html {
  return row(paragraph(html`${strong(`${left} more ${left === 1 ? 'rep' : 'reps'}`)} ${rest}`))
}

function sheetHtml({ blocks }: Sheet, level: 'h1' | 'h2', words: Words): Html {
  return row(blocks.map((block) => blockHtml(block, level, words)))
}

function blockHtml(block: Block, level: 'h1' | 'h2', words: Words): Html | undefined {
  switch (block.kind) {
    case 'head':
      return headHtml(block, level, words)
    case 'lines':
      return html`${block.lines.map((line) => lineHtml(line, words))}`
    case 'points':
      return pointsHtml(block, words)
    case 'table':
      return tableHtml(block, words)
    case 'deals':
      return dealsHtml(block, words)
    case 'sentences':
      return sentencesHtml(block, words)
    case 'blanks':
    case 'fold':
      return undefined
  }
}

function headHtml({ kicker, title: name, aside, facts, factsAside }: Head, level: 'h1' | 'h2', words: Words): Html {
  const below = [aside, ...facts, ...(factsAside === undefined ? [] : [factsAside])]
  const line = below.map((fact, at) => html`${at === 0 ? '' : ' · '}${saidHtml(fact, words)}`)
  const above = when(kicker, () => paragraph(strong(kicker, ACCENT), 'margin:0;font-size:13px'))
  return html`${above}${title(saidHtml(name, words), level)}${paragraph(line, SOFT)}`
}

function lineHtml({ id, label, said, picture }: Line, words: Words): Html {
  const tag = strong(label, id === 'read-first' ? HOT : ACCENT)
  const body = allHtml(said, words)
  const drawn = picture && pictureHtml(picture, words)
  if (id === 'read-first') return box(paragraph(html`${tag} ${body}`), 'hot')
  if (id === 'do' || id === 'promised')
    return box(
      html`${paragraph(tag, 'margin:0')}${paragraph(body, 'margin:2px 0 0;font-size:17px;line-height:23px;font-weight:bold')}`,
      'accent',
    )
  const text = paragraph(html`${tag} ${id === 'ask' ? spoken(body) : body}`, 'margin:10px 0 0')
  return html`${text}${drawn}`
}

function pictureHtml(picture: Picture, words: Words): Html | undefined {
  if (picture.kind === 'progress')
    return html`<div style="padding:8px 0 4px">
      ${bar(picture.goal > 0 ? picture.won / picture.goal : 0, 'accent', 12, true)}
    </div> `
  // Dates on a line would need a drawing; they stand in the words.
  return picture.kind === 'bars' ? barsHtml(picture, words) : undefined
}

function barsHtml({ groups }: Bars, words: Words): Html {
  const most = Math.max(...groups.flatMap((group) => group.bars.map(({ value }) => value)), 0)
  return bars(
    groups.flatMap((group) =>
      group.bars.map(({ label, value, said, isHot, isPart }, at) => {
        const name = group.title !== undefined && at === 0 ? html`${group.title}<br />${label}` : label
        const drawn = bar(most > 0 ? value / most : 0, isHot ? 'hot' : 'plain', isPart ? 7 : 11, false)
        return barRow(name, drawn, strong(fill(said, words)), isHot ? HOT : '')
      }),
    ),
  )
}

function pointsHtml({ points }: Points, words: Words): Html {
  return html`${points.map(({ said: [first, ...rest], picture }, at) => {
    const bold = first && strong(saidHtml(first, words))
    const text = html`${strong(String(at + 1), ACCENT)}&nbsp; ${bold} ${allHtml(rest, words)}`
    return html`${paragraph(text, 'margin:14px 0 0')}${picture && pictureHtml(picture, words)}`
  })}`
}

/** A phone has no room for eight columns: each row is a name, what to talk about, and the numbers below in words. */
function tableHtml({ title: name, columns, rows, notes }: Table, words: Words): Html {
  const about = columns.findLastIndex(({ isNumber }, at) => at > 0 && !isNumber)
  const line = ({ kind, cells, tone }: Row) => {
    const [first] = cells
    const shown = first && saidHtml(first, words)
    if (kind === 'title') return heading(shown)
    const numbers = columns.flatMap(({ title: column }, at) => {
      const cell = cells[at]
      if (at === 0 || at === about || cell === undefined) return []
      return [`${column}\u00A0${fill(cell, words).replaceAll(' ', '\u00A0')}`]
    })
    const talk = about < 0 ? undefined : cells[about]
    return pair(strong(shown, tone === 'bad' ? HOT : ''), talk && saidHtml(talk, words), numbers.join(' · '))
  }
  return html`<div style="padding:14px 0 0">${name && heading(saidHtml(name, words))}${rows.map(line)}</div>
    ${when(notes.length > 0, () => paragraph(allHtml(notes, words), `${SOFT};font-size:13px;line-height:18px`))} `
}

function dealsHtml({ title: name, entries, rest }: Deals, words: Words): Html {
  return html`${heading(saidHtml(name, words))}${entries.map((entry) => dealHtml(entry, words))}${rest && paragraph(saidHtml(rest, words), SOFT)}`
}

function dealHtml({ due, isOverdue, name, amount, reasons, question }: DealEntry, words: Words): Html {
  const day = due === undefined ? undefined : html`<span style="${isOverdue ? HOT : SOFT}">${words.date(due)}</span> · `
  const worth = amount === undefined ? '' : `, ${words.money(amount.amount, amount.currency)}`
  const why = reasons.map((reason, at) => html`${at === 0 ? ': ' : '; '}${saidHtml(reason, words)}`)
  return html`${paragraph(html`${day}${strong(html`<bdi>${name}</bdi>`)}${worth}${why}`, 'margin:10px 0 0')}${question && paragraph(spoken(saidHtml(question, words)), 'margin:2px 0 0')}`
}

function sentencesHtml({ title: name, items }: Sentences, words: Words): Html {
  return html`${name && heading(saidHtml(name, words))}${items.map((item) => paragraph(allHtml(item, words)))}`
}
