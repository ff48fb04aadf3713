import { fill } from '../../language/fill.ts'
import type { Words } from '../../language/words.ts'
import type {
  Blanks,
  Block,
  DealEntry,
  Deals,
  Fold,
  Head,
  Line,
  Lines,
  Points,
  Sentences,
  Sheet,
} from '../content/document.ts'
import { html, when, type Html } from './markup.ts'
import { pictureHtml } from './pictures.ts'
import { allHtml, ledHtml, saidHtml } from './said.ts'
import { tableHtml } from './table.ts'

/** Where a block stands. */
export interface Place {
  readonly words: Words
  /** Of the title. */
  readonly level: 'h1' | 'h2'
  readonly sheet: Sheet['kind'] | 'appendix'
}

/** A block as HTML. */
export function blockHtml(block: Block, place: Place): Html {
  const { words } = place
  switch (block.kind) {
    case 'head':
      return headHtml(block, place)
    case 'lines':
      return linesHtml(block, words)
    case 'points':
      return pointsHtml(block, words)
    case 'table':
      return tableHtml(block, words)
    case 'deals':
      return dealsHtml(block, words)
    case 'sentences':
      return sentencesHtml(block, words)
    case 'blanks':
      return blanksHtml(block)
    case 'fold':
      return foldHtml(block, place)
  }
}

function headHtml({ kicker, title, aside, facts, factsAside }: Head, { words, level, sheet }: Place): Html {
  const name = saidHtml(title, words)
  const heading = level === 'h1' ? html`<h1>${name}</h1>` : html`<h2>${name}</h2>`
  if (sheet === 'rep')
    return html`<header class="head">
        ${heading}
        <p class="meta">${saidHtml(aside, words)}</p>
      </header>
      ${when(
        facts.length > 0,
        () =>
          html`<ul class="facts">
            ${facts.map((fact) => html`<li>${ledHtml([fact], words)}</li>`)}
          </ul>`,
      )}`
  const meta = [aside, ...facts, ...(factsAside === undefined ? [] : [factsAside])]
  return html`<header class="head">
    ${when(kicker, () => html`<p class="kicker">${kicker}</p>`)}${heading}
    <p class="meta">${meta.map((one, at) => html`${at === 0 ? '' : ' · '}<span>${saidHtml(one, words)}</span>`)}</p>
  </header> `
}

/** Some lines have a place of their own on the page; those between them are a list. */
function linesHtml({ lines }: Lines, words: Words): Html {
  const parts: Html[] = []
  let listed: Html[] = []
  const close = () => {
    if (listed.length > 0) parts.push(html`<dl class="lines">${listed}</dl> `)
    listed = []
  }
  for (const line of lines) {
    const apart = APART[line.id]?.(line, words)
    if (apart === undefined) listed.push(lineHtml(line, words))
    else {
      close()
      parts.push(apart)
    }
  }
  close()
  return html`${parts}`
}

const APART: Partial<Record<Line['id'], (line: Line, words: Words) => Html>> = {
  'read-first': ({ label, said }, words) =>
    html`<aside class="first">
      <h3>${label}</h3>
      <p>${allHtml(said, words)}</p>
    </aside> `,
  period: ({ label, said, picture }, words) =>
    html`<div class="period">
      <p><span class="label">${label}</span> ${ledHtml(said, words)}</p>
      ${picture && pictureHtml(picture, words)}
    </div> `,
}

/** Set in the type of what is talked about; every other line is small. */
const LARGE: ReadonlySet<Line['id']> = new Set(['do', 'why', 'ask', 'goal', 'help', 'promised'])

function lineHtml({ id, label, said, picture }: Line, words: Words): Html {
  const size = LARGE.has(id) ? 'large' : 'small'
  return html`<div class="${size} ${id}">
    <dt>${label}</dt>
    <dd>
      <p>${allHtml(said, words)}</p>
      ${picture && pictureHtml(picture, words)}
    </dd>
  </div> `
}

function pointsHtml({ points }: Points, words: Words): Html {
  return html`<ol class="points">
    ${points.map(
      ({ said: [title, ...rest], picture }, at) =>
        html`<li>
          <h3><span>${at + 1}</span> ${title && saidHtml(title, words)}</h3>
          <p>${allHtml(rest, words)}</p>
          ${picture && pictureHtml(picture, words)}
        </li> `,
    )}
  </ol> `
}

function dealsHtml({ title, entries, rest }: Deals, words: Words): Html {
  return html`<table class="deals">
      <caption>
        ${saidHtml(title, words)}
      </caption>
      <tbody>
        ${entries.map((entry) => dealHtml(entry, words))}
      </tbody>
    </table>
    ${rest && html`<p class="note">${saidHtml(rest, words)}</p>`} `
}

function dealHtml({ due, isOverdue, name, amount, reasons, question }: DealEntry, words: Words): Html {
  const day = due === undefined ? '' : words.date(due)
  const worth = amount === undefined ? '' : words.money(amount.amount, amount.currency)
  const why = reasons.map((reason, at) => html`${at === 0 ? '' : '; '}${saidHtml(reason, words)}`)
  return html`<tr>
    <td class="${isOverdue ? 'due late' : 'due'}">${day}</td>
    <td class="deal" colspan="${question === undefined ? 2 : 1}">
      <b><bdi>${name}</bdi></b> <span class="amount">${worth}</span>
      <p class="why">${why}</p>
    </td>
    ${question && html`<td class="question">${saidHtml(question, words)}</td>`}
  </tr> `
}

function sentencesHtml({ title, items }: Sentences, words: Words): Html {
  return html`<div class="sentences">
    ${title && html`<h3>${saidHtml(title, words)}</h3>`} ${items.map((item) => html`<p>${allHtml(item, words)}</p> `)}
  </div> `
}

function blanksHtml({ fields }: Blanks): Html {
  return html`<ul class="blanks">
    ${fields.map(
      ({ label, hasDay }) =>
        html`<li>
          <span>${label}</span><i></i>${when(hasDay, () => html`<span class="by">by</span><i class="day"></i>`)}
        </li> `,
    )}
  </ul> `
}

function foldHtml({ title, blocks }: Fold, place: Place): Html {
  return html`<details>
    <summary>${fill(title, place.words)}</summary>
    ${blocks.map((block) => blockHtml(block, { ...place, level: 'h2' }))}
  </details> `
}
