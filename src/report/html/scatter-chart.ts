import type { RepPage } from '../../agenda/agenda.ts'
import type { Book } from '../../book/book.ts'
import { usualCreation } from './usual-creation.ts'
import type { Words } from '../../words.ts'
import { at, figure, fitted, picture, roundUp, textWidth } from './chart.ts'
import { html, type Html } from './markup.ts'
import { placeLabels, type Box } from './place-labels.ts'

const FONT = 12
const LINE = 14
const LONGEST_NAME = 130

interface Point {
  readonly page: RepPage
  /** New opportunities a week. */
  readonly activity: number
  readonly winRate: number
}

interface Size {
  readonly width: number
  readonly height: number
  readonly className: string
}

const SIZES: readonly Size[] = [
  { width: 1000, height: 400, className: 'wide' },
  { width: 340, height: 440, className: 'narrow' },
]

/** Between two numbers on the axis of activity. */
const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50]
/** From so many names on the picture is taller. */
const MANY = 12

const MARGIN = { left: 40, right: 12, top: 14, bottom: 42 } as const

/**
 * Who opens how much and wins how much of it: on the left too little activity, at the bottom too little
 * effectiveness. Undefined for fewer than two reps with both numbers.
 */
export function scatterChart(id: string, pages: readonly RepPage[], book: Book, words: Words): Html | undefined {
  const points = pages.flatMap((page): Point[] => {
    const activity = usualCreation(page, book)
    const { winRate } = page.rep.closings
    return activity === undefined || winRate === undefined ? [] : [{ page, activity, winRate }]
  })
  if (points.length < 2) return undefined
  const missing = pages.length - points.length
  const title = 'Activity and win rate of the team'
  const description = points
    .map(
      ({ page, activity, winRate }) =>
        `${page.rep.name}: ${words.number(activity, 1)} new a week, wins ${words.percent(winRate)}.`,
    )
    .join(' ')
  const drawings = SIZES.map((given) => {
    const size = points.length > MANY ? { ...given, height: given.height + 120 } : given
    const { content, unnamed } = draw(points, book, size, words)
    return {
      unnamed,
      drawing: picture(`${id}-scatter-${size.className}`, { title, description }, size, content),
    }
  })
  const [left = 0, leftOnPhone = 0] = drawings.map(({ unnamed }) => unnamed)
  return figure(
    'Activity and win rate',
    drawings.map(({ drawing }) => drawing),
    html`<span class="item"><span class="key producing-key"></span> producing</span>
      <span class="item"><span class="key below-key"></span> too little activity, effectiveness or both</span>
      <span class="item"><span class="key open-key"></span> cannot tell yet</span>
      <span class="item"><span class="key mark-key"></span> the median rep’s pace, the team’s win rate</span
      >${missing > 0 ? html` <span class="item">${words.count(missing, 'rep')} without both numbers left out.</span>` : undefined}${leftOnPhone > 0 ? html` <span class="${left > 0 ? 'item' : 'item only-narrow'}">Where dots are too close, the table has the names.</span>` : undefined}`,
  )
}

function draw(points: readonly Point[], book: Book, size: Size, words: Words) {
  const plot: Box = {
    x: MARGIN.left,
    y: MARGIN.top,
    width: size.width - MARGIN.left - MARGIN.right,
    height: size.height - MARGIN.top - MARGIN.bottom,
  }
  const most = roundUp(Math.max(0.5, ...points.map(({ activity }) => activity)) * 1.08)
  const best = Math.min(1, Math.ceil(Math.max(0.1, ...points.map(({ winRate }) => winRate)) * 10.8) / 10)
  const x = (activity: number) => plot.x + (activity / most) * plot.width
  const y = (rate: number) => plot.y + plot.height - (rate / best) * plot.height
  const corners = quadrants(plot, size)
  const labels = points.map(({ page, activity, winRate }) => {
    const name = fitted(page.rep.name, FONT, LONGEST_NAME)
    return { name, x: x(activity), y: y(winRate), width: textWidth(name, FONT), height: LINE }
  })
  const places = placeLabels(
    labels,
    { blocked: corners.map(({ box }) => box), avoided: lines(plot, { most, x, y }, book) },
    plot,
  )
  const dots = points.map(({ page, activity, winRate }, index) => {
    const [cx, cy] = [x(activity), y(winRate)]
    const { cause } = page.diagnosis
    const kind = cause === 'producing' ? 'producing' : cause === 'cannot-tell' ? 'open' : 'below'
    const place = places[index]
    const label = labels[index]
    return html`${
        place?.isFar === true
          ? html`<line
              class="lead"
              x1="${at(cx)}"
              y1="${at(cy)}"
              x2="${at(nearest(cx, place.x, place.width))}"
              y2="${at(nearest(cy, place.y, place.height))}"
            />`
          : undefined
      }<circle class="rep-${kind}" cx="${at(cx)}" cy="${at(cy)}" r="5"
        ><title>
          ${page.rep.name}: ${words.number(activity, 1)} new a week, wins ${words.percent(winRate)}
        </title></circle
      >${
        place === undefined || label === undefined
          ? undefined
          : html`<text class="label ink halo" x="${at(place.x)}" y="${at(place.y + 11)}">${label.name}</text>`
      }`
  })
  const unnamed = places.filter((place) => place === undefined).length
  return {
    content: [...frame(plot, { most, best, x, y }, book, words), ...corners.map(({ text }) => text), ...dots],
    unnamed,
  }
}

function nearest(value: number, from: number, length: number): number {
  return Math.min(Math.max(value, from), from + length)
}

/** What each corner stands for. */
function quadrants(plot: Box, { width }: Size): { box: Box; text: Html }[] {
  const isNarrow = width < 500
  const names = [
    { name: isNarrow ? 'activity' : 'too little activity', right: false, bottom: false },
    { name: 'producing', right: true, bottom: false },
    { name: 'both', right: false, bottom: true },
    { name: isNarrow ? 'effectiveness' : 'too little effectiveness', right: true, bottom: true },
  ]
  return names.map(({ name, right, bottom }) => {
    const length = textWidth(name, FONT)
    const x = right ? plot.x + plot.width - length - 4 : plot.x + 6
    const y = bottom ? plot.y + plot.height - 20 : plot.y + 2
    return {
      box: { x, y, width: length, height: 16 },
      text: html`<text
        class="corner"
        x="${at(right ? plot.x + plot.width - 4 : x)}"
        y="${at(y + 12)}"
        text-anchor="${right ? 'end' : 'start'}"
        >${name}</text
      >`,
    }
  })
}

/** The dashed lines, which a label had better not cross. */
function lines(plot: Box, { most, x, y }: Pick<Scale, 'most' | 'x' | 'y'>, { team }: Book): readonly Box[] {
  const { medianPace: median } = team
  const { winRate: rate } = team.closings
  return [
    ...(median === undefined || median > most ? [] : [{ x: x(median), y: plot.y, width: 0, height: plot.height }]),
    ...(rate === undefined ? [] : [{ x: plot.x, y: y(rate), width: plot.width, height: 0 }]),
  ]
}

interface Scale {
  readonly most: number
  readonly best: number
  readonly x: (activity: number) => number
  readonly y: (rate: number) => number
}

function frame(plot: Box, { most, best, x, y }: Scale, book: Book, words: Words): readonly Html[] {
  const floor = plot.y + plot.height
  const right = plot.x + plot.width
  const step = STEPS.find((size) => most / size <= 6) ?? most
  const across = Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, tick) => tick * step)
  const up = Array.from({ length: Math.round(best * 10) + 1 }, (_, tenth) => tenth / 10).filter(
    (rate) => best <= 0.5 || Math.round(rate * 10) % 2 === 0,
  )
  return [
    ...up.map(
      (value) =>
        html`<line class="grid" x1="${plot.x}" x2="${right}" y1="${at(y(value))}" y2="${at(y(value))}" /><text
            class="label"
            x="${plot.x - 6}"
            y="${at(y(value) + 4)}"
            text-anchor="end"
            >${words.percent(value)}</text
          >`,
    ),
    ...across.map(
      (value, index) =>
        html`<text
          class="label"
          x="${at(x(value))}"
          y="${floor + 17}"
          text-anchor="${index === across.length - 1 && value === most ? 'end' : 'middle'}"
          >${words.number(Number(value.toFixed(2)))}</text
        >`,
    ),
    html`<line class="axis" x1="${plot.x}" x2="${right}" y1="${floor}" y2="${floor}" /><text
        class="label"
        x="${right}"
        y="${floor + 35}"
        text-anchor="end"
        >new opportunities a week →</text
      ><text class="label" x="0" y="${floor + 35}">↑ win rate</text>`,
    ...lines(plot, { most, x, y }, book).map(
      (line) =>
        html`<line
          class="mark"
          x1="${at(line.x)}"
          x2="${at(line.x + line.width)}"
          y1="${at(line.y)}"
          y2="${at(line.y + line.height)}"
        />`,
    ),
  ]
}
