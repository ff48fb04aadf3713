import { fill } from '../../language/fill.ts'
import type { Words } from '../../language/words.ts'
import type { Column, Row, Table } from '../content/document.ts'
import { html, when, type Html } from './markup.ts'
import { saidHtml } from './said.ts'

/** A table. On a narrow screen each row is a few short lines, in which a number has its column's title behind it. */
export function tableHtml({ title, id, columns, rows, notes }: Table, words: Words): Html {
  const body = rows.filter(({ kind }) => !isBelow(kind))
  const below = rows.filter(({ kind }) => isBelow(kind))
  // Where one of the rows has a bar, there is room for one in each.
  const hasBars = rows.some(({ reached }) => reached !== undefined)
  const row = (one: Row) => rowHtml(one, columns, hasBars, words)
  return html`<table class="figures ${id}">
      ${
        title &&
        html`<caption>
          ${saidHtml(title, words)}
        </caption>`
      }
      <thead>
        <tr>
          ${columns.map((column, at) => html`<th scope="col" class="${classOf(column, at)}">${column.title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${body.map(row)}
      </tbody>
      ${when(
        below.length > 0,
        () =>
          html`<tfoot>
            ${below.map(row)}
          </tfoot>`,
      )}
    </table>
    ${when(notes.length > 0, () => html`<p class="note">${notes.map((note) => html`${saidHtml(note, words)} `)}</p>`)} `
}

function isBelow(kind: Row['kind']): boolean {
  return kind === 'nobody' || kind === 'total'
}

function classOf({ id, isNumber }: Column, at: number): string {
  return `${at === 0 ? 'who' : isNumber ? 'number' : 'words'} ${id}`
}

function rowHtml(row: Row, columns: readonly Column[], hasBars: boolean, words: Words): Html {
  const { kind, cells, sheet, tone } = row
  const [first] = cells
  const name = first && saidHtml(first, words)
  const linked = sheet === undefined || name === undefined ? name : html`<a href="#${sheet}">${name}</a>`
  if (kind === 'title')
    return html`<tr class="title">
      <th scope="rowgroup" colspan="${columns.length}">${linked}</th>
    </tr> `
  const bar = hasBars ? barHtml(row) : undefined
  const others = columns.slice(1).map((column, at) => {
    const cell = cells[at + 1]
    const isEmpty = cell === undefined || fill(cell, words) === ''
    const shown = isEmpty ? (column.isNumber ? '–' : '') : saidHtml(cell, words)
    const drawn = at === 0 && bar !== undefined ? html`${bar}<span>${shown}</span>` : shown
    return html`<td class="${classOf(column, at + 1)}${isEmpty ? ' empty' : ''}" data-title="${column.title}">
      ${drawn}
    </td> `
  })
  return html`<tr class="${kind}${tone === undefined ? '' : ` ${tone}`}">
    <th scope="row" class="who">${linked}</th>
    ${others}
  </tr> `
}

/** How much of the goal is reached; the number stands beside it. */
function barHtml({ reached }: Row): Html {
  if (reached === undefined) return html`<svg class="reached none" aria-hidden="true"></svg>`
  const width = Math.max(0, Math.min(1, reached)) * 100
  return html`<svg class="reached" aria-hidden="true">
    <rect class="all" width="100%" height="100%" />
    <rect class="part" width="${width.toFixed(1)}%" height="100%" />
  </svg>`
}
