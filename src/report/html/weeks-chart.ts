import type { Words } from '../../language/words.ts'
import { at, CHART_WIDTH, figure, picture } from './chart.ts'
import { html, type Html } from './markup.ts'

const HEIGHT = 128
const TOP = 20
const FLOOR = 104
/** Of a digit, with some air. */
const CAP = 12

// What all have in common stands once, around them: of two hundred reps it is a tenth of the page.
const NOW = html`class="now" `
const STRONG = html`class="strong" `

/** A pace that the weeks are held against. */
export interface Pace {
  readonly perWeek: number
  /** “median rep’s pace” */
  readonly name: string
}

/** New opportunities by week, the present one last. */
export function weeksChart(id: string, byWeek: readonly number[], pace: Pace | undefined, words: Words): Html {
  const weeks = byWeek.toReversed()
  const top = Math.max(1, pace?.perWeek ?? 0, ...weeks)
  const step = CHART_WIDTH / weeks.length
  const y = (count: number) => FLOOR - (count / top) * (FLOOR - TOP)
  const bars = weeks.map((count, week) => {
    const height = Math.max(count === 0 ? 1 : 2, FLOOR - y(count))
    return html`<rect
      ${week === weeks.length - 1 ? NOW : undefined}x="${at(week * step + 3)}"
      y="${at(FLOOR - height)}"
      width="${at(step - 6)}"
      height="${at(height)}"
      rx="2"
    />`
  })
  const pacing = pace === undefined ? undefined : y(pace.perWeek)
  /** On its bar; where the line would run through it, on the line. */
  const baseline = (count: number) => {
    const onBar = y(count) - 5
    return pacing !== undefined && pacing < onBar + 2 && pacing > onBar - CAP ? pacing - 4 : onBar
  }
  const values = weeks.map(
    (count, week) =>
      html`<text
        ${week === weeks.length - 1 ? STRONG : undefined}x="${at((week + 0.5) * step)}"
        y="${at(baseline(count))}"
        >${count}</text
      >`,
  )
  const line =
    pacing === undefined
      ? []
      : [html`<line class="mark" x1="0" x2="${CHART_WIDTH}" y1="${at(pacing)}" y2="${at(pacing)}" />`]
  const axis = html`<line class="axis" x1="0" x2="${CHART_WIDTH}" y1="${FLOOR}" y2="${FLOOR}" /><text
      class="label"
      x="2"
      y="${FLOOR + 17}"
      >${weeks.length - 1} weeks ago</text
    ><text class="label end" x="${CHART_WIDTH - 2}" y="${FLOOR + 17}">this week</text>`
  const held = pace === undefined ? '' : ` The ${pace.name} is ${words.number(pace.perWeek, 1)} a week.`
  const description = `From ${weeks.length - 1} weeks ago to this week: ${weeks.join(', ')}.${held}`
  const total = weeks.reduce((sum, count) => sum + count, 0)
  return figure(
    'New opportunities by week',
    picture(id, { title: 'New opportunities by week', description }, { width: CHART_WIDTH, height: HEIGHT }, [
      html`<g class="bar">${bars}</g>`,
      ...line,
      html`<g class="value">${values}</g>`,
      axis,
    ]),
    html`${words.count(total, 'opportunity', 'opportunities')} in ${weeks.length}
    weeks.${pace === undefined ? '' : html` <span class="key mark-key"></span> ${pace.name}: ${words.number(pace.perWeek, 1)} a week.`}`,
  )
}

/** Bars without numbers, for a cell of a table that has the numbers. */
export function weeksStrip(byWeek: readonly number[]): Html {
  const weeks = byWeek.toReversed()
  const top = Math.max(1, ...weeks)
  const bars = weeks.map((count, week) => {
    const height = count === 0 ? 1 : Math.max(2, (count / top) * 20)
    return html`<rect
      ${week === weeks.length - 1 ? NOW : undefined}x="${week * 7}"
      y="${at(22 - height)}"
      width="5"
      height="${at(height)}"
    />`
  })
  return html`<svg
    class="strip bar"
    viewBox="0 0 ${weeks.length * 7} 22"
    width="${weeks.length * 7}"
    height="22"
    aria-hidden="true"
  >
    ${bars}
  </svg>`
}
