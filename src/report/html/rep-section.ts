import type { Book } from '../../book/book.ts'
import { paceName } from '../../agenda/page/diagnosis.ts'
import { bookWords } from '../../book/book-words.ts'
import type { Words } from '../../language/words.ts'
import type { DealContent, DealsContent, Labelled, Raised, RepContent, Seen, Weekly } from '../content/content.ts'
import { isCreationKnown, upToNow } from '../content/lead-lines.ts'
import { goalChart } from './goal-chart.ts'
import { html, when, type Html } from './markup.ts'
import { pipelineChart } from './pipeline-chart.ts'
import { weeksChart, weeksStrip, type Pace } from './weeks-chart.ts'

/** A rep's page. */
export function repSection(rep: RepContent, number: number, book: Book): Html {
  const words = bookWords(book)
  const id = `rep-${number}`
  const { cause } = rep.page.diagnosis
  const tone = cause === 'producing' ? 'producing' : cause === 'cannot-tell' ? '' : 'below'
  const head = html`<div class="head">
      <h2><bdi>${rep.name}</bdi></h2>
      <p class="size">${rep.size}</p>
    </div>
    <p class="cause"><b class="${tone}">${rep.cause}.</b> ${rep.because}</p>`
  const body =
    rep.healthy === undefined
      ? [thing(rep), figures(rep, id, book, words), ...sections(rep), footer(rep)]
      : [
          html`<p class="cause">${rep.healthy} <b>What do you need from me?</b></p>`,
          list(rep.commitments.map(promisedItem)),
        ]
  return html`<section class="page" id="${id}">${head} ${body}</section> `
}

function thing({ oneThing, goal }: RepContent): Html | undefined {
  if (oneThing === undefined) return undefined
  const { action, why, ask } = oneThing
  return html`<div class="thing">
    <p class="over">The one thing</p>
    <p class="action">${action}</p>
    <p class="why">${why}</p>
    ${when(ask, () => asked(ask ?? ''))}${when(goal, () => html`<p>${goal?.text}</p>`)}${when(goal?.ask, () => asked(goal?.ask ?? ''))}
  </div> `
}

/** What the exports do not know is not drawn as nothing. */
function figures(rep: RepContent, id: string, book: Book, words: Words): Html | undefined {
  const drawn = [
    isCreationKnown(book) ? weeksChart(`${id}-weeks`, rep.creation.byWeek, paceOf(rep, book), words) : undefined,
    pipelineChart(`${id}-pipeline`, rep.page, book, words),
    goalChart(`${id}-goal`, rep.page.takes, book.progress.share, words),
  ]
  return drawn.every((one) => one === undefined) ? undefined : html`<div class="figures">${drawn}</div> `
}

function paceOf({ page }: RepContent, book: Book): Pace | undefined {
  const against = page.diagnosis.creation?.against
  return against === undefined ? undefined : { perWeek: against.perWeek, name: paceName(against.of, book) }
}

function sections(rep: RepContent): readonly Html[] {
  const shown = [creation(rep), changes(rep), deals(rep)].filter((section) => section !== undefined)
  const drawn = shown.map(({ title, rest, body }, at) => html`<div>${heading(at + 1, title, rest)}${body}</div>`)
  // On paper what is new and what has changed stand side by side, so that a page a rep is a page.
  const beside = rep.dealCounts === undefined ? drawn.length : drawn.length - 1
  return [
    html`<div class="pair">${drawn.slice(0, beside)}</div>`,
    ...drawn.slice(beside),
    people(rep),
    heading(shown.length + 1, 'Commit', ''),
    html`<ul class="lines">
      <li>
        What <span></span>
        <div class="by">by <span></span></div>
      </li>
      <li>What do you need from me? <span></span></li>
    </ul> `,
  ]
}

interface Section {
  readonly title: string
  readonly rest: string
  readonly body: readonly (Html | undefined)[]
}

function heading(number: number, title: string, rest: string): Html {
  return html`<h3>
    <span class="no">${number}</span>${title}${when(rest, () => html` <span class="rest">${rest}</span>`)}
  </h3> `
}

function creation({ creation: created, about }: RepContent): Section {
  return {
    title: `New this week: ${created.now}`,
    rest: '',
    body: [
      created.leads.length === 0 ? undefined : weeksTable(created.leads),
      list([
        ...created.asks.map((question) => html`<li>${asked(question)}</li>`),
        ...created.shared.map((line) => html`<li>${line}</li>`),
        ...about.map(raisedItem),
      ]),
    ],
  }
}

const WEEKS_SHOWN = 5

/** Lead measures: this week, the last weeks up to now, and bars for twelve of them. */
export function weeksTable(measures: readonly Weekly[]): Html {
  const rows = measures.map(
    ({ name, byWeek }) =>
      html`<tr>
        <td>${name}</td>
        <td class="number">${byWeek[0] ?? 0}</td>
        <td class="only-wide">${upToNow(byWeek, WEEKS_SHOWN, ' · ')}</td>
        <td>${weeksStrip(byWeek)}</td>
      </tr>`,
  )
  return html`<table class="weeks">
    <thead>
      <tr>
        <th>By week</th>
        <th class="number">This week</th>
        <th class="only-wide">${WEEKS_SHOWN} weeks to now</th>
        <th>12 weeks to now</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table> `
}

function changes({ commitments, promisedAsk, changes: told, changeNotes, lost }: RepContent): Section | undefined {
  if (commitments.length + told.length + changeNotes.length === 0 && lost === undefined) return undefined
  const items = [
    ...commitments.map(promisedItem),
    ...(promisedAsk === undefined ? [] : [html`<li>${asked(promisedAsk)}</li>`]),
    ...told.map(({ label, text }) => html`<li><span class="tag">${label}</span>${text}</li>`),
    ...changeNotes.map((note) => html`<li class="facts">${note}</li>`),
    ...(lost === undefined ? [] : [raisedItem(lost)]),
  ]
  return { title: 'Since last time', rest: '', body: [list(items)] }
}

export function deals({ dealCounts, deals: items, patterns, together }: DealsContent): Section | undefined {
  if (dealCounts === undefined) return undefined
  return {
    title: 'Deals worth the time',
    rest: dealCounts,
    body: [
      html`<div class="deals">${items.map(deal)}</div>`,
      ...patterns.map((pattern) => html`<p>${pattern}</p>`),
      ...together.map(({ label, text }) => html`<p class="deal"><b>${label}</b> ${text}</p> `),
    ],
  }
}

function deal({ name, facts, seen, asks }: DealContent, index: number): Html {
  return html`<div class="deal">
    <h4><span class="no">${index + 1}</span><bdi>${name}</bdi></h4>
    <p class="facts">${facts.join(' · ')}</p>
    ${list(seen.map((one) => html`<li>${seenText(one)}</li>`))}${asks.map(asked)}
  </div> `
}

function people({ people: lines, recognise }: RepContent): Html {
  const said = [...lines, ...recognise.map((text) => ({ label: 'Recognise', text }))]
  return html`${said.map(({ label, text }) => html`<p class="deal"><b>${label}</b> ${text}</p> `)}`
}

export function footer({ fixes, notChecked }: Pick<RepContent, 'fixes'> & Partial<RepContent>): Html | undefined {
  const notes = [
    ...fixes.map((fix) => `Fix before the meeting: ${fix}`),
    ...(notChecked === undefined ? [] : [`Not checked, for want of: ${notChecked}`]),
  ]
  if (notes.length === 0) return undefined
  return html`${notes.map((note, at) => html`<p class="note${at === 0 ? ' first-note' : ''}">${note}</p> `)}`
}

/** What was promised, and what became of it. */
export function promisedItem({ label, text }: Labelled): Html {
  return html`<li><span class="tag ${label}">${label}</span>${text}</li>`
}

/** What is seen, and under it what to ask. */
export function raisedItem({ ask, severity, problem }: Raised): Html {
  return html`<li>
    ${problem === undefined ? undefined : seenText({ severity, problem })}${ask === undefined ? undefined : asked(ask)}
  </li>`
}

function seenText({ severity, problem }: Seen): Html {
  return severity === undefined
    ? html`<span class="tag">seen</span>${problem}`
    : html`<span class="tag ${severity}">${severity}</span>${problem}`
}

function asked(question: string): Html {
  return html`<p class="ask"><span class="tag">Ask</span>${question}</p>`
}

export function list(items: readonly Html[]): Html | undefined {
  return items.length === 0
    ? undefined
    : html`<ul class="plain">
        ${items}
      </ul> `
}
