import type { Agenda } from '../../agenda/agenda.ts'
import { reportContent } from '../content/compose-content.ts'
import {
  BEFORE_THE_MEETING,
  type DealContent,
  type DealsContent,
  DO_NOT_RELY_ON,
  type HalfPage,
  type Labelled,
  type Raised,
  READ_FIRST,
  type RepContent,
  type ReportContent,
  type Seen,
  type TableContent,
  type TeamContent,
} from '../content/content.ts'
import { html, when, type Html } from '../html/markup.ts'
import { upToNow } from '../content/lead-lines.ts'

/** Bytes. Gmail cuts a message off at 102 KB, and what it cuts off nobody opens. */
const MOST = 88_000
/** For what follows the reps' pages. */
const TAIL = 4_000
const NOT_CHECKED_SHOWN = 12
/** Of lead measures: this one and those before. */
const WEEKS = 5

/** Mail programs know tables and styles on each tag, and little else; Outlook shows no SVG. */
const FONT = 'font-family:Arial,Helvetica,sans-serif;color:#1b1f24'
const SOFT = 'color:#56606b'
const SEVERITY = { high: '#a8261c', medium: '#855300', low: '#56606b' } as const

/**
 * The agenda as HTML that mail programs show as it is meant, small enough that none cuts it off: reps who no longer fit
 * are counted, and `rest` says where they are.
 */
export function renderMailHtml(agenda: Agenda, rest: string): string {
  const content = reportContent(agenda)
  const start = [
    top(content),
    ...content.teams.toSorted((a, b) => Number(b.page.manager.isTop) - Number(a.page.manager.isTop)).map(team),
  ]
  let size = bytes(frame(content, start)) + TAIL
  const shown: Html[] = []
  for (const page of content.reps) {
    const next = rep(page)
    size += bytes(next)
    if (size > MOST) break
    shown.push(next)
  }
  const left = content.reps.length - shown.length
  return frame(content, [
    ...start,
    ...shown,
    ...(left > 0
      ? [row(html`<p style="margin:0;${FONT}"><b>${left} more ${left === 1 ? 'rep' : 'reps'}</b> ${rest}</p>`)]
      : []),
    ...notChecked(content),
  ]).toString()
}

function bytes(part: Html): number {
  return Buffer.byteLength(part.toString())
}

function frame({ title }: ReportContent, rows: readonly Html[]): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
      </head>
      <body style="margin:0;padding:0;background:#f4f5f7">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f4f5f7">
          <tr>
            <td align="center" style="padding:16px 8px">
              <table
                role="presentation"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                border="0"
                bgcolor="#ffffff"
                style="max-width:680px;background:#ffffff;border:1px solid #d8dde3"
              >
                ${rows}
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html> `
}

function row(content: Html): Html {
  return html`<tr>
    <td style="padding:20px 16px;word-break:break-word;overflow-wrap:anywhere;border-bottom:1px solid #d8dde3">
      ${content}
    </td>
  </tr> `
}

function top({ title, summary, half, readFirst, unreliable }: ReportContent): Html {
  return row(
    html`<h1 style="margin:0;font-size:22px;line-height:28px;${FONT}">${title}</h1>
      ${half === undefined ? line(summary, SOFT) : halfPage(half)}
      ${readFirst.map((text) => labelled({ label: READ_FIRST, text }))}${unreliable.map((text) => labelled({ label: DO_NOT_RELY_ON, text }))}`,
  )
}

/** Instead of all pages: where the export ends before the day that was asked for. */
function halfPage({ lead, table, because, todo, stood }: HalfPage): Html {
  const [, ...heads] = table.head
  return html`${line(html`<b>${lead}</b>`)}
  ${table.rows.map(([label = '', ...cells]) => labelled({ label, text: cells.map((cell, at) => `${(heads[at] ?? '').toLowerCase()}: ${cell}`).join('; ') }))}
  ${line(because)}${heading(BEFORE_THE_MEETING)}${todo.map((one, at) => line(`${at + 1}. ${one}`))}
  ${heading(stood.title)}${stood.lines.map((text) => line(text))}`
}

function line(text: string | Html, style = ''): Html {
  return html`<p style="margin:6px 0 0;font-size:15px;line-height:21px;${FONT};${style}">${text}</p>`
}

function heading(text: string): Html {
  return html`<h3 style="margin:18px 0 0;font-size:15px;line-height:21px;${FONT}">${text}</h3>`
}

function rep(page: RepContent): Html {
  const head = html`<h2 style="margin:0;font-size:19px;line-height:25px;${FONT}">${page.name}</h2>
    ${line(page.size, SOFT)}${line(html`<b>${page.cause}.</b> ${page.because}`)}`
  if (page.healthy !== undefined)
    return row(
      html`${head}${line(html`${page.healthy} <b>What do you need from me?</b>`)}${page.commitments.map(labelled)}`,
    )
  const { creation } = page
  return row(
    html`${head}${thing(page)}
    ${heading(`New this week: ${creation.now}`)}${weeks(creation)}${creation.leads.map(weeks)}${creation.asks.map(ask)}${creation.shared.map((text) => line(text))}${page.about.map(raised)}
    ${when(hasNews(page), () => html`${heading('Since last time')}${page.commitments.map(labelled)}${when(page.promisedAsk, () => ask(page.promisedAsk ?? ''))}${page.changes.map(labelled)}${page.changeNotes.map((note) => line(note, SOFT))}${page.lost === undefined ? undefined : raised(page.lost)}`)}
    ${dealLines(page)}
    ${page.people.map(labelled)}${page.recognise.map((text) => labelled({ label: 'Recognise', text }))}
    ${heading('Commit')}${line('What, and by when? What do you need from me?')} ${fixLines(page)}`,
  )
}

function hasNews({ commitments, changes, changeNotes, lost }: RepContent): boolean {
  return commitments.length + changes.length + changeNotes.length > 0 || lost !== undefined
}

/** “first meetings, 5 weeks to now: 2 · 1 · 3 · 2 · 4” */
function weeks({ name, byWeek }: { readonly name?: string; readonly byWeek: readonly number[] }): Html | undefined {
  if (byWeek.length === 0) return undefined
  const counts = `${WEEKS} weeks to now: ${upToNow(byWeek, WEEKS, ' · ')}`
  return line(name === undefined ? counts : `${name}, ${counts}`, SOFT)
}

function thing({ oneThing, goal }: RepContent): Html | undefined {
  if (oneThing === undefined) return undefined
  return html`<table
    role="presentation"
    width="100%"
    cellpadding="0"
    cellspacing="0"
    border="0"
    style="margin:12px 0 0"
  >
    <tr>
      <td bgcolor="#f1f4f8" style="padding:12px 16px;border-left:4px solid #1f5c9e">
        <p style="margin:0;font-size:12px;line-height:16px;${FONT};color:#1f5c9e"><b>THE ONE THING</b></p>
        <p style="margin:2px 0 0;font-size:17px;line-height:23px;${FONT}"><b>${oneThing.action}</b></p>
        ${line(oneThing.why, SOFT)}${when(oneThing.ask, () => ask(oneThing.ask ?? ''))}${when(goal, () => line(goal?.text ?? ''))}${when(goal?.ask, () => ask(goal?.ask ?? ''))}
      </td>
    </tr>
  </table>`
}

function deal({ name, facts, seen: problems, asks }: DealContent): Html {
  return html`${line(html`<b>${name}</b>${facts.map((fact) => ` · ${fact}`)}`, 'padding-top:6px')}${problems.map(seen)}${asks.map(ask)}`
}

function dealLines({ dealCounts, deals, patterns, together }: DealsContent): Html | undefined {
  return when(
    dealCounts,
    () =>
      html`${heading(`Deals worth the time${dealCounts === '' ? '' : ` (${dealCounts})`}`)}${deals.map(deal)}${patterns.map((text) => line(text))}${together.map(labelled)}`,
  )
}

function fixLines({ fixes }: DealsContent): readonly Html[] {
  return fixes.map((fix) => line(`Fix before the meeting: ${fix}`, SOFT))
}

function seen({ severity, problem }: Seen): Html {
  const tag =
    severity === undefined
      ? html`<span style="${SOFT}">seen</span>`
      : html`<b style="color:${SEVERITY[severity]}">${severity}</b>`
  return line(html`${tag} ${problem}`)
}

function ask(question: string): Html {
  return line(html`<b style="color:#1f5c9e">Ask</b> ${question}`, 'padding-left:14px')
}

function raised({ ask: question, severity, problem }: Raised): Html {
  return html`${problem === undefined ? undefined : seen({ severity, problem })}${when(question, () => ask(question ?? ''))}`
}

function labelled({ label, text }: Labelled): Html {
  return line(html`<b>${label}</b> ${text}`)
}

function team(page: TeamContent): Html {
  const table = tableOf(page.table)
  const { ofNobody } = page
  const unassigned = when(page.unassigned, () => labelled({ label: 'Unassigned', text: page.unassigned ?? '' }))
  return row(
    html`<h2 style="margin:0;font-size:19px;line-height:25px;${FONT}">${page.title}</h2>
      ${line(page.line)}${page.inCommon.map((text) => line(html`<b>${text}</b>`))}${when(page.goal, () => line(page.goal ?? ''))}
      ${when(page.table.rows.length > 0, () => table)}${when(page.more, () => line(page.more ?? '', SOFT))}
      ${ofNobody === undefined ? undefined : [unassigned, dealLines(ofNobody), ...fixLines(ofNobody)]}${page.leads.map(weeks)}${page.raised.map(raised)}${page.settings.map((text) => line(text))}
      ${titled('Let pass: seen three reviews running, and nothing promised', page.letPass)}${titled('Pair: who can show whom', page.pairs)}${when(page.join, () => labelled({ label: 'Join', text: page.join ?? '' }))}${page.patterns.map((text) => line(text))}${when(page.since, () => line(page.since ?? ''))}${page.commitments.map(labelled)}${ofNobody === undefined ? unassigned : undefined}${page.notes.map((note) => line(note, SOFT))}`,
  )
}

/** The columns that fit a phone; a mail cannot hide some there and show them elsewhere. */
const COLUMNS = new Set(['Open', 'New', 'Wins'])

function tableOf({ head, isNumber, rows }: TableContent): Html {
  const shown = head.flatMap((name, column) =>
    column === 0 || column === head.length - 1 || COLUMNS.has(name) ? [column] : [],
  )
  const cell = 'padding:5px 8px 5px 0;border-bottom:1px solid #d8dde3;font-size:14px;line-height:19px'
  const cells = (tag: 'th' | 'td', texts: readonly string[], style: string) =>
    shown.map((column) => {
      const align = isNumber[column] === true ? 'right' : 'left'
      // A word after a number, which ends where the word begins.
      const gap = align === 'left' && column > 0 ? ';padding-left:8px' : ''
      const text = texts[column] ?? ''
      return tag === 'th'
        ? html`<th align="${align}" style="${cell};${style}${gap};word-break:normal">${text}</th>`
        : html`<td align="${align}" style="${cell};${style}${gap}">${text}</td>`
    })
  return html`<table
    width="100%"
    cellpadding="0"
    cellspacing="0"
    border="0"
    style="margin:12px 0;border-collapse:collapse"
  >
    <tr>
      ${cells('th', head, `${FONT};${SOFT};font-weight:normal`)}
    </tr>
    ${rows.map(
      (texts) =>
        html`<tr>
          ${cells('td', texts, FONT)}
        </tr>`,
    )}
  </table>`
}

function titled(title: string, lines: readonly string[]): Html | undefined {
  return lines.length === 0 ? undefined : html`${heading(title)}${lines.map((text) => line(text))}`
}

function notChecked({ notChecked: lines }: ReportContent): readonly Html[] {
  if (lines.length === 0) return []
  const shown = lines.slice(0, NOT_CHECKED_SHOWN)
  const left = lines.length - shown.length
  return [
    row(
      html`${line('Not checked, which is not “all clear”:', SOFT)}${shown.map((text) => line(text, SOFT))}${left > 0 ? line(`and ${left} more`, SOFT) : undefined}`,
    ),
  ]
}
