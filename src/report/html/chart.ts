import { withoutDomain } from '../content/rep-names.ts'
import { html, type Html } from './markup.ts'

/** What is common to the pictures: sizes are in CSS pixels of a narrow screen, so that no text is ever scaled down. */
export const CHART_WIDTH = 340

/** A picture with its text alternative. `id` is unique on the page. */
export function picture(
  id: string,
  text: { title: string; description: string },
  size: { width: number; height: number; className?: string },
  content: readonly Html[],
): Html {
  return html`<svg
    role="img"
    class="${size.className === undefined ? 'chart' : `chart ${size.className}`}"
    viewBox="0 0 ${size.width} ${size.height}"
    aria-labelledby="${id}-t ${id}-d"
  >
    <title id="${id}-t">${text.title}</title>
    <desc id="${id}-d">${text.description}</desc>
    ${content}
  </svg>`
}

/** A picture under its heading, with a line that says how to read it. */
export function figure(heading: string, drawing: Html | readonly Html[], caption: Html | string): Html {
  return html`<figure>
    <h4>${heading}</h4>
    ${drawing}
    <figcaption>${caption}</figcaption>
  </figure> `
}

/** A coordinate: a tenth of a pixel is enough. */
export function at(value: number): string {
  return String(Math.round(value * 10) / 10)
}

const WIDE = /[mwMW@%—…]/
const SLIM = /[iljtfr.,:;'|!() ]/

/** The width of a text in a sans-serif face, a little too wide rather than too narrow. */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const sign of text)
    ems += sign > '\u1100' ? 1.05 : WIDE.test(sign) ? 0.98 : SLIM.test(sign) ? 0.4 : /\p{Lu}/u.test(sign) ? 0.74 : 0.64
  return ems * size
}

/** Cut to a width. */
export function fitted(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text
  const signs = Array.from(
    new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text),
    ({ segment }) => segment,
  )
  while (signs.length > 1 && textWidth(`${signs.join('')}…`, size) > room) signs.pop()
  return `${signs.join('').trimEnd()}…`
}

/** A rep’s name beside their mark: an address that is too long without its domain, and cut only then. */
export function shownName(name: string, all: readonly string[], size: number, room: number): string {
  return fitted(textWidth(name, size) <= room ? name : withoutDomain(name, all), size, room)
}

/** The end of an axis: the next round number. */
export function roundUp(value: number): number {
  const scale = 10 ** Math.floor(Math.log10(Math.max(value, 1e-9)))
  return ([1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((step) => step * scale >= value) ?? 10) * scale
}
