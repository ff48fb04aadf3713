import type { RepPage } from '../../agenda/agenda.ts'
import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deal.ts'
import { totalAmount } from '../../book/measures.ts'
import { compareText, groupBy } from '../../collections.ts'
import type { Words } from '../../words.ts'
import { at, CHART_WIDTH, figure, fitted, picture, roundUp, textWidth } from './chart.ts'
import { html, type Html } from './markup.ts'

const ROW = 34
const TOP = 4
const SIDE = 11
const STAGES_SHOWN = 9
const FONT = 12
/** Beyond so many times the age at which a deal is old, how old no longer matters. */
const OLDEST = 3

interface Dot {
  readonly deal: Deal
  readonly age: number
}

/** A rep's open deals: a line a stage, a dot a deal, further right the older; undefined where no age is known. */
export function pipelineChart(id: string, page: RepPage, book: Book, words: Words): Html | undefined {
  const dots = page.rep.open.flatMap((deal) => (deal.age === undefined ? [] : [{ deal, age: deal.age }]))
  if (dots.length === 0) return undefined
  const rows = stagesOf(dots)
  const shown = rows.slice(0, STAGES_SHOWN)
  const old = book.norms.oldAge.days
  const oldest = Math.max(...dots.map(({ age }) => age))
  const end = Math.min(roundUp(Math.max(oldest, old * 1.25)), old * OLDEST)
  const x = (age: number) => SIDE + (Math.min(age, end) / end) * (CHART_WIDTH - 2 * SIDE)
  const height = TOP + shown.length * ROW + 22
  const floor = TOP + shown.length * ROW
  const largest = Math.max(1, ...dots.map(({ deal }) => deal.amount ?? 0))
  const ranks = new Map(page.deals.map(({ deal }, rank) => [deal.id, rank + 1]))
  const drawn = shown.map(([stage, own], row) => {
    const y = TOP + row * ROW
    const amount = totalAmount(own.map(({ deal }) => deal))
    const count = `${own.length}${amount === undefined ? '' : ` · ${words.money(amount)}`}`
    const name = fitted(stage, FONT, CHART_WIDTH - textWidth(count, FONT) - 16)
    const circles = own
      .toSorted((a, b) => (b.deal.amount ?? 0) - (a.deal.amount ?? 0))
      .map((dot) => circle(dot, ranks.get(dot.deal.id), { x: x(dot.age), y: y + 24, largest }, words))
    return html`<text class="label ink" x="0" y="${y + 11}">${name}</text
      ><text class="label" x="${CHART_WIDTH}" y="${y + 11}" text-anchor="end">${count}</text
      ><line class="axis" x1="0" x2="${CHART_WIDTH}" y1="${y + 24}" y2="${y + 24}" />${circles}`
  })
  const isCut = oldest > end
  // Only where the dots are: the stages' names stand between.
  const marks = shown.map((_, row) => {
    const y = TOP + row * ROW
    return html`<line class="mark" x1="${at(x(old))}" x2="${at(x(old))}" y1="${y + 15}" y2="${y + 33}" />`
  })
  const axis = html`<text class="label" x="0" y="${floor + 16}">new</text
    ><text class="label" x="${CHART_WIDTH}" y="${floor + 16}" text-anchor="end"
      >${Math.round(end)}${isCut ? '+' : ''} days</text
    >${oldLabel(x(old), floor + 16, old)}`
  const title = `Open deals of ${page.rep.name} by stage and age`
  const description = shown.map(([stage, own]) => spoken(stage, own, old)).join(' ')
  return figure(
    'Pipeline by stage and age',
    picture(id, { title, description }, { width: CHART_WIDTH, height }, [...marks, ...drawn, axis]),
    caption(page, book, { shown, rows, dots: dots.length }, words),
  )
}

function stagesOf(dots: readonly Dot[]): readonly (readonly [string, readonly Dot[]])[] {
  const place = ([stage, [first]]: readonly [string, readonly Dot[]]) =>
    stage === '' ? 2 : (first?.deal.position ?? 1.5)
  return [...groupBy(dots, ({ deal }) => deal.stage ?? '')]
    .sort((a, b) => place(a) - place(b) || compareText(a[0], b[0]))
    .map(([stage, own]) => [stage === '' ? 'no stage' : stage, own] as const)
}

function circle(
  { deal, age }: Dot,
  rank: number | undefined,
  { x, y, largest }: { x: number; y: number; largest: number },
  words: Words,
): Html {
  const radius = deal.amount === undefined ? 4 : 3 + 6 * Math.sqrt(Math.max(0, deal.amount) / largest)
  const size = rank === undefined ? radius : Math.max(radius, 8)
  const amount = deal.amount === undefined ? '' : `, ${words.money(deal.amount)}`
  const number =
    rank === undefined
      ? undefined
      : html`<text class="rank" x="${at(x)}" y="${at(y + 4)}" text-anchor="middle">${rank}</text>`
  const kind = rank === undefined ? (deal.amount === undefined ? 'dot hollow' : 'dot') : 'dot chosen'
  return html`<g
    ><title>${deal.name}${amount}, ${words.count(age, 'day')}</title
    ><circle class="${kind}" cx="${at(x)}" cy="${y}" r="${at(size)}" />${number}</g
  >`
}

/** Stays clear of “new” on the left and of the end of the axis on the right, or away. */
function oldLabel(x: number, y: number, old: number): Html | undefined {
  const text = `${old} days`
  const half = textWidth(text, FONT) / 2
  if (x - half < 34 || x + half > CHART_WIDTH - 74) return undefined
  return html`<text class="label" x="${at(x)}" y="${y}" text-anchor="middle">${text}</text>`
}

function spoken(stage: string, own: readonly Dot[], old: number): string {
  const late = own.filter(({ age }) => age > old).length
  return `${stage}: ${own.length}, ${late} older than ${old} days.`
}

function caption(
  page: RepPage,
  { norms }: Book,
  { shown, rows, dots }: { shown: readonly unknown[]; rows: readonly unknown[]; dots: number },
  words: Words,
): Html {
  const { days, from } = norms.oldAge
  const dated = page.rep.open.length - dots
  return html`A dot a deal, larger the more it is worth${page.deals.length > 0 ? ', numbered as below' : ''}.
    <span class="key mark-key"></span> ${days}
    days${from === 'team' ? ', in which nine in ten wins were won' : ''}.${dated > 0 ? ` ${words.count(dated, 'deal')} without a creation date ${dated === 1 ? 'is' : 'are'} not in it.` : ''}${rows.length > shown.length ? ` ${words.count(rows.length - shown.length, 'more stage')} left out.` : ''}`
}
