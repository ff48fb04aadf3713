import type { RepPage } from '../../agenda/agenda.ts'
import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { totalAmount } from '../../book/team/measures.ts'
import { compareText, groupBy } from '../../kit/collections.ts'
import type { Words } from '../../language/words.ts'
import { at, CHART_WIDTH, figure, fitted, picture, roundUp, textWidth } from './chart.ts'
import { html, type Html } from './markup.ts'

const ROW = 31
const TOP = 20
/** Of a row, where its dots stand. */
const DOTS = 21
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
  const amounts = dots.flatMap(({ deal }) => deal.amount ?? [])
  // Undefined where no amount is known: all dots are alike then.
  const largest = amounts.length === 0 ? undefined : Math.max(1, ...amounts)
  const ranks = new Map(page.deals.map(({ deal }, rank) => [deal.id, rank + 1]))
  const drawn = shown.map(([stage, own], row) => {
    const y = TOP + row * ROW
    const amount = totalAmount(own.map(({ deal }) => deal))
    const count = `${own.length}${amount === undefined ? '' : ` · ${words.money(amount)}`}`
    const name = fitted(stage, FONT, CHART_WIDTH - textWidth(count, FONT) - 16)
    const circles = own
      // Small dots lie on large ones, and a number on all of them.
      .toSorted((a, b) => Number(ranks.has(a.deal.id)) - Number(ranks.has(b.deal.id)) || amountOf(b) - amountOf(a))
      .map((dot) => circle(dot, ranks.get(dot.deal.id), { x: x(dot.age), y: y + DOTS, largest }, words))
    return html`<text class="label ink" x="0" y="${y + 11}">${name}</text
      ><text class="label end" x="${CHART_WIDTH}" y="${y + 11}">${count}</text
      ><line class="axis" x1="0" x2="${CHART_WIDTH}" y1="${y + DOTS}" y2="${y + DOTS}" />${circles}`
  })
  const isCut = oldest > end
  const axis = html`<text class="label" x="0" y="${floor + 16}">new</text
    ><text class="label end" x="${CHART_WIDTH}" y="${floor + 16}">${Math.round(end)}${isCut ? '+' : ''} days</text>`
  const title = `Open deals of ${page.rep.name} by stage and age`
  const description = shown.map(([stage, own]) => spoken(stage, own, old)).join(' ')
  return figure(
    'Pipeline by stage and age',
    picture(id, { title, description }, { width: CHART_WIDTH, height }, [oldArea(x(old), floor, old), ...drawn, axis]),
    caption(page, book, { shown, rows, dots: dots.length, worth: amounts.length }, words),
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
  { x, y, largest }: { x: number; y: number; largest: number | undefined },
  words: Words,
): Html {
  const share = Math.max(0, deal.amount ?? 0) / (largest ?? 1)
  const radius = deal.amount === undefined ? 4 : 3 + 6 * Math.sqrt(share)
  const size = rank === undefined ? radius : Math.max(radius, 8)
  const amount = deal.amount === undefined ? '' : `, ${words.money(deal.amount)}`
  const number = rank === undefined ? undefined : html`<text class="rank" x="${at(x)}" y="${at(y + 4)}">${rank}</text>`
  const kind =
    rank === undefined ? (deal.amount === undefined && largest !== undefined ? 'dot hollow' : 'dot') : 'dot chosen'
  return html`<g
    ><title>${deal.name}${amount}, ${words.count(age, 'day')}</title
    ><circle class="${kind}" cx="${at(x)}" cy="${y}" r="${at(size)}" />${number}</g
  >`
}

function amountOf({ deal }: Dot): number {
  return deal.amount ?? 0
}

/** Where deals are old, and from when on that is. */
function oldArea(x: number, floor: number, old: number): Html {
  const text = `older than ${old} days`
  const start = Math.min(x, CHART_WIDTH - textWidth(text, FONT))
  return html`<rect
      class="old"
      x="${at(x)}"
      y="${TOP - 4}"
      width="${at(CHART_WIDTH - x)}"
      height="${floor - TOP + 4}"
    /><text class="label" x="${at(start)}" y="${TOP - 9}">${text}</text>`
}

function spoken(stage: string, own: readonly Dot[], old: number): string {
  const late = own.filter(({ age }) => age > old).length
  return `${stage}: ${own.length}, ${late} older than ${old} days.`
}

function caption(
  page: RepPage,
  { norms }: Book,
  { shown, rows, dots, worth }: { shown: readonly unknown[]; rows: readonly unknown[]; dots: number; worth: number },
  words: Words,
): Html {
  const { days, from } = norms.oldAge
  const dated = page.rep.open.length - dots
  const size = worth > 0 ? ', larger the more it is worth' : ''
  const without = worth === 0 ? ' None has an amount.' : worth < dots ? ' Hollow: no amount.' : ''
  return html`A dot a deal${size}${page.deals.length > 0 ? ', numbered as below' : ''}.${without}
    <span class="key old-key"></span> older than ${days}
    days${from === 'team' ? ', in which nine in ten wins were won' : ''}.${dated > 0 ? ` ${words.count(dated, 'deal')} without a creation date ${dated === 1 ? 'is' : 'are'} not in it.` : ''}${rows.length > shown.length ? ` ${words.count(rows.length - shown.length, 'more stage')} left out.` : ''}`
}
