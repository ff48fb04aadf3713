import type { RepPage } from '../../agenda/agenda.ts'
import type { Book } from '../../book/book.ts'
import { usualCreation } from './usual-creation.ts'
import type { Words } from '../../language/words.ts'
import { at, figure, picture, roundUp, shownName, textWidth } from './chart.ts'
import { html, type Html } from './markup.ts'
import { placeLabels, type Box, type Labelled, type Placed } from './place-labels.ts'

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
 * Who opens how much and wins how much of it, and how both stand to the team’s own. `names` is where the names are that
 * found no place. Undefined for fewer than two reps with both numbers.
 */
export function scatterChart(
  id: string,
  pages: readonly RepPage[],
  { book, words, names }: { readonly book: Book; readonly words: Words; readonly names: string },
): Html | undefined {
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
      ${linesItem(book)}${missing > 0 ? html` <span class="item">${words.count(missing, 'rep')} without both numbers left out.</span>` : undefined}${leftOnPhone > 0 ? html` <span class="${left > 0 ? 'item' : 'item only-narrow'}">Where dots are too close, ${names}.</span>` : undefined}`,
  )
}

/** What the dashed lines are: those that are drawn. */
function linesItem({ team }: Book): Html | undefined {
  const drawn = [
    ...(team.medianPace === undefined ? [] : ['the median rep’s pace']),
    ...(team.closings.winRate === undefined ? [] : ['the team’s win rate']),
  ]
  return drawn.length === 0
    ? undefined
    : html`<span class="item"><span class="key mark-key"></span> ${drawn.join(', ')}</span>`
}

function draw(points: readonly Point[], book: Book, size: Size, words: Words) {
  const plot: Box = {
    x: MARGIN.left,
    y: MARGIN.top,
    width: size.width - MARGIN.left - MARGIN.right,
    height: size.height - MARGIN.top - MARGIN.bottom,
  }
  const { medianPace = 0, closings } = book.team
  // Without both lines nobody could see on which side of them a dot stands.
  const most = roundUp(Math.max(0.5, medianPace, ...points.map(({ activity }) => activity)) * 1.08)
  const highest = Math.max(0.1, closings.winRate ?? 0, ...points.map(({ winRate }) => winRate))
  const best = Math.min(1, Math.ceil(highest * 10.8) / 10)
  const x = (activity: number) => plot.x + (activity / most) * plot.width
  const y = (rate: number) => plot.y + plot.height - (rate / best) * plot.height
  const marks = {
    pace: book.team.medianPace === undefined ? undefined : x(book.team.medianPace),
    rate: closings.winRate === undefined ? undefined : y(closings.winRate),
  }
  const corners = quadrants(plot, marks)
  const names = points.map(({ page }) => page.rep.name)
  const labels = points.map((point): Label => {
    const name = shownName(point.page.rep.name, names, FONT, LONGEST_NAME)
    return { point, name, x: x(point.activity), y: y(point.winRate), width: textWidth(name, FONT), height: LINE }
  })
  const places = placeLabels(labels, { blocked: corners.map(({ box }) => box), avoided: lines(plot, marks) }, plot)
  const dots = labels.map((label, index) => dot(label, places[index], words))
  const unnamed = places.filter((place) => place === undefined).length
  return {
    content: [...frame(plot, { most, best, x, y }, marks, words), ...corners.map(({ text }) => text), ...dots],
    unnamed,
  }
}

/** A dot and the name that belongs beside it. */
interface Label extends Labelled {
  readonly point: Point
  readonly name: string
}

function dot({ point, name, x: cx, y: cy }: Label, place: Placed | undefined, words: Words): Html {
  const { page, activity, winRate } = point
  const { cause } = page.diagnosis
  const kind = cause === 'producing' ? 'producing' : cause === 'cannot-tell' ? 'open' : 'below'
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
      ><title>${page.rep.name}: ${words.number(activity, 1)} new a week, wins ${words.percent(winRate)}</title></circle
    >${
      place === undefined
        ? undefined
        : html`<text class="label ink halo" x="${at(place.x)}" y="${at(place.y + 11)}">${name}</text>`
    }`
}

function nearest(value: number, from: number, length: number): number {
  return Math.min(Math.max(value, from), from + length)
}

/** The dashed lines of a picture, where their numbers are known. */
interface Marks {
  readonly pace: number | undefined
  readonly rate: number | undefined
}

/**
 * What the axes say of each corner, in a line or two, and nothing where that does not fit between the dashed lines and
 * the edge. Never a diagnosis: that is made with more than these two numbers.
 */
function quadrants(plot: Box, { pace, rate }: Marks): { box: Box; text: Html }[] {
  return [false, true].flatMap((bottom) =>
    [false, true].flatMap((right) => {
      const name = [
        ...(pace === undefined ? [] : [right ? 'opens more' : 'opens less']),
        ...(rate === undefined ? [] : [bottom ? 'wins less' : 'wins more']),
      ]
      const width = right ? plot.x + plot.width - (pace ?? plot.x) : (pace ?? plot.x + plot.width) - plot.x
      const height = bottom ? plot.y + plot.height - (rate ?? plot.y) : (rate ?? plot.y + plot.height) - plot.y
      const written = [[name.join(', ')], name.map((part, index) => (index < name.length - 1 ? `${part},` : part))]
      const fits = (texts: readonly string[]) =>
        Math.max(...texts.map((text) => textWidth(text, FONT))) + 12 <= width && texts.length * LINE + 8 <= height
      const texts = name.length === 0 ? undefined : written.find(fits)
      return texts === undefined ? [] : [corner(texts, plot, { right, bottom })]
    }),
  )
}

function corner(
  texts: readonly string[],
  plot: Box,
  { right, bottom }: { readonly right: boolean; readonly bottom: boolean },
): { box: Box; text: Html } {
  const width = Math.max(...texts.map((text) => textWidth(text, FONT)))
  const height = texts.length * LINE
  const x = right ? plot.x + plot.width - width - 4 : plot.x + 6
  const y = bottom ? plot.y + plot.height - height - 6 : plot.y + 2
  const text = texts.map(
    (part, index) =>
      html`<text
        class="corner"
        x="${at(right ? plot.x + plot.width - 4 : x)}"
        y="${at(y + 12 + index * LINE)}"
        text-anchor="${right ? 'end' : 'start'}"
        >${part}</text
      >`,
  )
  return { box: { x, y, width, height: height + 2 }, text: html`${text}` }
}

/** The dashed lines, which a label had better not cross. */
function lines(plot: Box, { pace, rate }: Marks): readonly Box[] {
  return [
    ...(pace === undefined ? [] : [{ x: pace, y: plot.y, width: 0, height: plot.height }]),
    ...(rate === undefined ? [] : [{ x: plot.x, y: rate, width: plot.width, height: 0 }]),
  ]
}

interface Scale {
  readonly most: number
  readonly best: number
  readonly x: (activity: number) => number
  readonly y: (rate: number) => number
}

function frame(plot: Box, { most, best, x, y }: Scale, marks: Marks, words: Words): readonly Html[] {
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
    ...lines(plot, marks).map(
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
