import type { Ratio } from '../../book/kit/jackknife.ts'
import { look } from '../html/look.ts'
import { html, when, type Html } from '../html/markup.ts'
import { htmlDocument } from '../html/shell.ts'
import { type BacktestPage, type RuleLine, TIMES } from './sentences.ts'

const style = `${look}
.ratios { margin: 22px 0 26px; font-size: 14px; }
.ratio { display: grid; grid-template-columns: 210px 1fr; gap: 14px; align-items: center; color: var(--soft); }
.ratio svg { height: 30px; font-size: 12px; }
.ratio .track { stroke: var(--accent); stroke-width: 3; }
.ratio circle { fill: var(--accent); }
.ratio .none { fill: var(--line); }
.ratio .same { stroke: var(--ink); stroke-width: 1; stroke-dasharray: 4 3; }
.ratio.axis svg { height: 18px; font-weight: 400; }
.rule { border-top: 1px solid var(--line); padding: 12px 0; }
.rule h2 { font-size: 20px; }
.rule .label { display: block; }
@media screen and (max-width: 760px) { .ratio { grid-template-columns: 1fr; gap: 0; } }
@media print { .rule, .ratio { break-inside: avoid; } }
`

/** One page with one picture: how often the deals of each warning are won, beside the others. */
export function backtestHtml(page: BacktestPage): string {
  const body = html`<section class="sheet">
    <h1>${page.title}</h1>
    ${page.facts.map((fact) => html`<p class="note">${fact}</p> `)}${pictureHtml(page)}${page.rules.map(ruleHtml)}${when(
      page.placebo,
      () => html`${page.placebo && ruleHtml(page.placebo)}`,
    )}${when(page.notReplayed.length > 0, () => notReplayedHtml(page))}
    ${page.notes.map((note) => html`<p class="note">${note}</p> `)}
  </section> `
  return htmlDocument({ title: page.title, style, body })
}

function ruleHtml({ title, verdict, said }: RuleLine): Html {
  return html`<div class="rule">
    <h2>${title}</h2>
    ${when(verdict, () => html`<span class="label">${verdict}</span>`)}
    <p>${said}</p>
  </div> `
}

function notReplayedHtml({ notReplayed }: BacktestPage): Html {
  return html`<div class="rule">
    <h2>Cannot be replayed</h2>
    ${notReplayed.map(({ titles, remedy }) => html`<p>To look back at these, ${remedy}: ${titles.join(', ')}.</p> `)}
  </div> `
}

/** From a twentieth to four times as often, each doubling as wide as the next. */
const AXIS = { from: 0.05, to: 4 } as const

function place(ratio: number): string {
  const share = Math.log(ratio / AXIS.from) / Math.log(AXIS.to / AXIS.from)
  return `${(2 + 96 * Math.max(0, Math.min(1, share))).toFixed(1)}%`
}

function pictureHtml({ rules, placebo }: BacktestPage): Html | undefined {
  const shown = rules.flatMap(({ title, ratio }) => (ratio === undefined ? [] : [{ title, ratio }]))
  if (shown.length === 0) return undefined
  const noise = placebo?.ratio
  const all = noise === undefined ? shown : [...shown, { title: 'Placebo: drawn blindly', ratio: noise }]
  return html`<div class="ratios" role="img" aria-label="Won how many times as often as other deals, by warning">
    ${all.map(({ title, ratio }) => rowHtml(title, ratio, noise))}
    <div class="ratio axis">
      <span>${TIMES}</span>
      <svg aria-hidden="true">
        ${[0.1, 0.25, 0.5, 1, 2].map(
          (ratio) =>
            html`<text x="${place(ratio)}" y="12" text-anchor="middle"
              >${ratio === 1 ? 'as often' : `${ratio} ×`}</text
            >`,
        )}
      </svg>
    </div>
  </div> `
}

function rowHtml(title: string, { ratio, interval }: Ratio, noise: Ratio | undefined): Html {
  return html`<div class="ratio">
    <span>${title}</span>
    <svg aria-hidden="true">
      ${noise && noiseHtml(noise)}
      <line class="same" x1="${place(1)}" x2="${place(1)}" y1="0" y2="100%" />
      <line class="track" x1="${place(interval.low)}" x2="${place(interval.high)}" y1="15" y2="15" />
      <circle cx="${place(ratio)}" cy="15" r="5" />
    </svg>
  </div> `
}

/** What no effect looks like, behind each of them. */
function noiseHtml({ interval }: Ratio): Html {
  const from = Number.parseFloat(place(interval.low))
  const width = Number.parseFloat(place(interval.high)) - from
  return html`<rect class="none" x="${from.toFixed(1)}%" width="${width.toFixed(1)}%" height="100%" />`
}
