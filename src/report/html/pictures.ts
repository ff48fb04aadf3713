import { fill } from '../../language/fill.ts'
import type { Words } from '../../language/words.ts'
import { calendarParts, firstOfMonth, type PlainDate } from '../../time/plain-date.ts'
import type { Bars, Moves, Picture, Progress } from '../content/document.ts'
import { html, when, type Html } from './markup.ts'

// Pictures are drawn in percent of the room there is, so that letters stay as large as they are on every screen and on paper.

export function pictureHtml(picture: Picture, words: Words): Html {
  switch (picture.kind) {
    case 'progress':
      return progressHtml(picture, words)
    case 'bars':
      return barsHtml(picture, words)
    case 'moves':
      return movesHtml(picture, words)
  }
}

const percent = (share: number) => `${(Math.max(0, Math.min(1, share)) * 100).toFixed(1)}%`

/** A label in the middle below its place, but inside the picture at either end. */
const anchorAt = (share: number) => (share < 0.12 ? 'start' : share > 0.88 ? 'end' : 'middle')

function progressHtml({ won, goal, gone }: Progress, words: Words): Html {
  const share = goal > 0 ? won / goal : 0
  // Beside a short bar its label stands behind it.
  const isShort = share < 0.12
  return html`<svg class="progress" aria-hidden="true">
    <rect class="all" y="6" width="100%" height="28" rx="4" />
    <rect class="part" y="6" width="${percent(share)}" height="28" rx="4" />
    <text class="${isShort ? 'beside' : 'inside'}" x="${isShort ? percent(share) : '0'}" dx="12" y="25">
      ${words.percent(share)} won
    </text>
    <line class="tick" x1="${percent(gone)}" x2="${percent(gone)}" y1="1" y2="39" />
    <text class="below" x="${percent(gone)}" y="56" text-anchor="${anchorAt(gone)}">
      ${words.percent(gone)} of the time gone
    </text>
  </svg> `
}

/** Of the room for bars the longest takes so much: behind it stands its number. */
const LONGEST = 0.58

function barsHtml({ groups }: Bars, words: Words): Html {
  const most = Math.max(...groups.flatMap(({ bars }) => bars.map(({ value }) => value)), 0)
  const length = (value: number) => percent(most > 0 ? (value / most) * LONGEST : 0)
  return html`<div class="bars">
    ${groups.map(
      ({ title, bars }) =>
        html`${when(title, () => html`<p class="over">${title}</p>`)}${bars.map(
          ({ label, value, said, isHot, isPart }) =>
            html`<div class="bar${isHot ? ' hot' : ''}${isPart ? ' of' : ''}">
              <span>${label}</span
              ><svg>
                <line class="from" x1="0" x2="0" y1="0" y2="100%" />
                <rect width="${length(value)}" height="100%" />
                <text x="${length(value)}" dx="8" y="50%" dy=".36em">${fill(said, words)}</text>
              </svg>
            </div> `,
        )}`,
    )}
  </div> `
}

function movesHtml({ today, deals }: Moves, words: Words): Html {
  const days = deals.flatMap(({ dates }) => dates)
  const [first, last] = [Math.min(today, ...days), Math.max(today, ...days)]
  // Room for half of a date at either end.
  const at = (day: number) => percent(0.06 + (0.88 * (day - first)) / Math.max(1, last - first))
  const now = html`<line class="today" x1="${at(today)}" x2="${at(today)}" y1="0" y2="100%" />`
  return html`<div class="moves">
    ${deals.map(
      ({ name, amount, dates, moved }) =>
        html`<div class="move">
          <span
            ><b><bdi>${name}</bdi></b> ${amount && words.money(amount.amount, amount.currency)}</span
          >
          <svg>${now}${trackHtml(dates, at, words)}</svg>
          <span class="times">${moved}×</span>
        </div> `,
    )}
    <div class="move axis" aria-hidden="true">
      <span></span>
      <svg>
        ${ticks(first as PlainDate, last as PlainDate).map((day) => html`<text x="${at(day)}" y="13" text-anchor="middle">${words.date(day)}</text>`)}
      </svg>
      <span class="times">moved</span>
    </div>
  </div> `
}

/** Hollow dots for the dates that were, a full one for the one there is. */
function trackHtml(dates: readonly PlainDate[], at: (day: number) => string, words: Words): Html {
  const [first] = dates
  const last = dates.at(-1)
  if (first === undefined || last === undefined) return html``
  return html`<line
      class="track"
      x1="${at(Math.min(...dates))}"
      x2="${at(Math.max(...dates))}"
      y1="22"
      y2="22"
    />${dates.slice(0, -1).map((day) => html`<circle class="was" cx="${at(day)}" cy="22" r="4" />`)}<circle
      class="is"
      cx="${at(last)}"
      cy="22"
      r="5"
    /><text class="was" x="${at(first)}" y="11" text-anchor="middle">${first === last ? '' : words.date(first)}</text
    ><text class="is" x="${at(last)}" y="11" text-anchor="middle">${words.date(last)}</text>`
}

/** The first days of months in between, no more than there is room for. */
function ticks(first: PlainDate, last: PlainDate): readonly PlainDate[] {
  const { year, month } = calendarParts(first)
  const months: PlainDate[] = []
  for (let next = month + 1; firstOfMonth(year, next) <= last; next++) months.push(firstOfMonth(year, next))
  const every = Math.ceil(months.length / 4)
  return months.filter((_, at) => at % every === 0)
}
