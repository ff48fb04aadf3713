import type { Agenda } from '../../agenda/agenda.ts'
import type { Book } from '../../book/book.ts'
import { totalAmount } from '../../book/team/measures.ts'
import { bookWords } from '../../book/book-words.ts'
import type { Words } from '../../language/words.ts'
import type { TeamContent } from '../content/content.ts'
import { isOfManagers } from '../content/content-team.ts'
import { isCreationKnown, upToNow } from '../content/lead-lines.ts'
import { withoutDomain } from '../content/rep-names.ts'
import { textWidth } from './chart.ts'
import { goalsChart } from './goal-chart.ts'
import { html, when, type Html } from './markup.ts'
import { deals, footer, list, promisedItem, raisedItem, weeksTable } from './rep-section.ts'
import { scatterChart } from './scatter-chart.ts'
import { weeksChart, weeksStrip } from './weeks-chart.ts'

/** Reps. A longer table would push the pictures out of sight. */
const LONG_TABLE = 12

/** The team at a glance: numbers, pictures and one table first, then what is the manager's to do. */
export function teamSection(team: TeamContent, id: string, agenda: Agenda): Html {
  const words = bookWords(agenda.book)
  const isTop = team.page.manager.isTop
  const drawn = pictures(team, id, agenda, words)
  const listed = html`${table(team, agenda)}${when(team.more, () => html`<p class="note">${team.more}</p>`)}`
  return html`<section class="${isTop ? 'team' : 'team page'}" id="${id}">
    <div class="head">
      <h2><bdi>${team.title}</bdi></h2>
    </div>
    <p class="cause">${team.line}</p>
    ${team.inCommon.map((line) => html`<p class="common">${line}</p>`)}
    ${tiles(team, agenda.book, words)}${team.table.rows.length > LONG_TABLE ? [drawn, listed] : [listed, drawn]}${ofNobody(team)}${duties(team)}
  </section> `
}

/** The four numbers that a board asks for. */
function tiles({ page }: TeamContent, book: Book, words: Words): Html {
  const { creation, closings, open } = page.manager
  const [now = 0, ...before] = creation.newBusinessByWeek
  const amount = totalAmount(open)
  const closed = closings.newBusinessWon + closings.newBusinessLost
  const shown = [
    ...(isCreationKnown(book)
      ? [{ number: String(now), text: `new this week; the four before: ${upToNow(before, 4, ', ')}` }]
      : []),
    ...(closings.winRate === undefined
      ? []
      : [{ number: words.percent(closings.winRate), text: `of ${closed} closed in a year won` }]),
    {
      number: amount === undefined ? String(open.length) : words.money(amount),
      text: amount === undefined ? 'open deals' : `in ${words.count(open.length, 'open deal')}`,
    },
    ...(page.takes?.gap === undefined || page.takes.gap === null
      ? []
      : [
          {
            number: words.money(page.takes.gap),
            text: `to go of the ${page.takes.period} goal of ${words.money(page.takes.goal)}`,
          },
        ]),
  ]
  return html`<ul class="tiles">
    ${shown.map(({ number, text }) => html`<li><b>${number}</b><span>${text}</span></li>`)}
  </ul> `
}

/** Columns that a phone has no room for; what they say is on the reps' own pages. */
const WIDE_ONLY = new Set(['Amount', '4 wks', 'Won–lost'])
const RENEWALS = 'Renewals'
/** The column of names without a break in one, in CSS pixels and letters of it; see `.glance .name`. */
const NAME = { width: 136, font: 14 } as const

function table({ table: content, page }: TeamContent, agenda: Agenda): Html | undefined {
  const { pages, book } = agenda
  if (content.rows.length === 0) return undefined
  const isOfReps = !isOfManagers(page, agenda)
  const names = content.rows.map(([name = '']) => name)
  // On a phone the last column, which is the cause, stands under the name, and so do the renewals.
  const isWideOnly = (head: string, column: number) =>
    WIDE_ONLY.has(head) || head === RENEWALS || column === content.head.length - 1
  const classes = content.head.map((head, column) =>
    [content.isNumber[column] === true ? 'number' : '', isWideOnly(head, column) ? 'only-wide' : '']
      .filter((name) => name !== '')
      .join(' '),
  )
  const renewalsAt = content.head.indexOf(RENEWALS) - 1
  const head = content.head.map((name, column) => html`<th scope="col" class="${classes[column]}">${name}</th>`)
  const rows = content.rows.map(([name = '', ...cells], row) => {
    const rep = isOfReps ? page.reps[row] : undefined
    const renewals = cells[renewalsAt] ?? '–'
    const under = html`${cells.at(-1)}${renewals === '–' ? undefined : html` · <span class="number">renewals ${renewals}</span>`}`
    const number = rep === undefined ? -1 : pages.indexOf(rep)
    const shown = nameInTable(name, names)
    const named = number < 0 ? shown : html`<a href="#rep-${number + 1}">${shown}</a>`
    const extra = isOfReps
      ? html`<td class="only-full">
            ${isCreationKnown(book) ? weeksStrip((rep?.rep.creation.newBusinessByWeek ?? []).slice(0, 12)) : undefined}
          </td>
          <td class="only-full thing-cell">${rep?.oneThing?.action ?? 'Nothing that needs the meeting'}</td>`
      : undefined
    return html`<tr>
      <td class="name">${named}<span class="under only-narrow">${under}</span></td>
      ${cells.map((cell, column) => html`<td class="${classes[column + 1]}">${cell}</td>`)}${extra}
    </tr> `
  })
  const extraHead = isOfReps
    ? html`<th scope="col" class="only-full">New, 12 weeks</th>
        <th scope="col" class="only-full">The one thing</th>`
    : undefined
  return html`<table class="glance">
    <thead>
      <tr>
        ${head}${extraHead}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table> `
}

/** An address that is too long goes without its domain; what is still too long breaks where an address has a joint. */
function nameInTable(name: string, all: readonly string[]): Html {
  const shown = textWidth(name, NAME.font) <= NAME.width ? name : withoutDomain(name, all)
  const parts = /^[^\s@]+@[^\s@]+$/.test(name) ? shown.split(/(?=[@._])|(?<=-)/) : [shown]
  return html`<bdi>${parts.map((part, at) => (at === 0 ? part : html`<wbr />${part}`))}</bdi>`
}

function pictures({ page }: TeamContent, id: string, agenda: Agenda, words: Words): Html {
  const { book } = agenda
  const goal = goalsChart(`${id}-goals`, page, book.progress.share, words)
  const scatter = scatterChart(id, page.reps, {
    book,
    words,
    names: isOfManagers(page, agenda) ? 'the managers’ tables have the names' : 'the table has the names',
  })
  const weeks = isCreationKnown(book)
    ? weeksChart(`${id}-weeks`, page.manager.creation.newBusinessByWeek.slice(0, 12), undefined, words)
    : html`<p class="note">New opportunities and ages are not drawn: no export says when a deal was created.</p>`
  const lacksScatter = scatter === undefined && page.reps.length > 1 && isCreationKnown(book)
  // On paper those of a small team stand side by side; many names need the width.
  return html`<div class="${page.reps.length > LONG_TABLE ? 'pictures' : 'pictures few'}">
    <div>
      <div class="figures">${weeks}${goal}</div>
      ${when(page.takes?.text, () => html`<p class="note">${page.takes?.text}</p>`)}
    </div>
    ${when(scatter, () => html`<div class="figures one">${scatter}</div>`)}${when(
      lacksScatter,
      () =>
        html`<p class="note">
          Activity and win rate are not drawn: fewer than two reps have closed a deal within a year.
        </p>`,
    )}
  </div> `
}

/** What is the manager's own to do. */
function duties(team: TeamContent): Html {
  const raised = [...team.raised.map(raisedItem), ...team.settings.map((text) => html`<li>${text}</li>`)]
  // Side by side on paper.
  return html`<div class="pair">
      ${when(
        team.leads.length > 0,
        () =>
          html`<div class="together">
            <h3>Lead measures</h3>
            ${weeksTable(team.leads)}
          </div>`,
      )}${when(
        raised.length > 0,
        () =>
          html`<div>
            <h3>Yours to do</h3>
            ${list(raised)}
          </div>`,
      )}
    </div>
    ${titled('Let pass', 'seen three reviews running, and nothing promised', team.letPass)}${titled('Pair', 'who can show whom', team.pairs)}${titled('Join', '', lineOf(team.join))}${titled('The team’s habits', '', team.patterns)}${when(
      team.since !== undefined || team.commitments.length > 0,
      () =>
        html`<h3>Since last time</h3>
          ${list([...lineOf(team.since).map((text) => html`<li>${text}</li>`), ...team.commitments.map(promisedItem)])}`,
    )}${team.ofNobody === undefined ? unassigned(team) : undefined}${team.notes.map((note, at) => html`<p class="note${at === 0 ? ' first-note' : ''}">${note}</p>`)}`
}

function unassigned(team: TeamContent): Html | undefined {
  return titled('Unassigned', '', lineOf(team.unassigned))
}

/** Where no deal is anybody's, they are gone through here. */
function ofNobody(team: TeamContent): Html | undefined {
  if (team.ofNobody === undefined) return undefined
  const section = deals(team.ofNobody)
  const gone =
    section &&
    html`<h3>${section.title} <span class="rest">${section.rest}</span></h3>
      ${section.body}`
  return html`${unassigned(team)}${gone}${footer(team.ofNobody)}`
}

function lineOf(text: string | undefined): readonly string[] {
  return text === undefined ? [] : [text]
}

function titled(title: string, rest: string, lines: readonly string[]): Html | undefined {
  if (lines.length === 0) return undefined
  return html`<h3>${title}${when(rest, () => html` <span class="rest">${rest}</span>`)}</h3>
    ${list(lines.map((line) => html`<li>${line}</li>`))}`
}
