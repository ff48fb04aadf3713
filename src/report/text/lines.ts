import type { ChalkInstance } from 'chalk'
import { NO_BREAK, widthOf, wrap } from './width.ts'

/** How a text report is laid out. */
export interface Layout {
  /** Columns of the terminal, or 80 in a pipe. */
  readonly width: number
  readonly paint: ChalkInstance
  /** Writes our own words in ASCII; undefined where they may be written as they should be. */
  readonly ascii?: ((text: string) => string) | undefined
}

export const NARROWEST = 40

/** A text in fewer columns than this is a column of words: it stands below its label then. */
const LEAST_ROOM = 20

/** How far what stands below its label is indented. */
const BELOW = 2

interface TextOptions {
  readonly indent?: number
  readonly label?: string
  readonly least?: number
  readonly style?: (line: string) => string
}

/** Collects lines of at most the layout's width. */
export class Lines {
  readonly #lines: string[] = []
  readonly #layout: Layout

  constructor(layout: Layout) {
    this.#layout = layout
  }

  get width(): number {
    return this.#layout.width
  }

  get paint(): ChalkInstance {
    return this.#layout.paint
  }

  /** What stands before each line of a list. */
  get bullet(): string {
    return this.#layout.ascii === undefined ? '· ' : '- '
  }

  /** Whether a text stands on one line beside what takes so many columns. */
  fits(text: string, beside: number): boolean {
    return beside + widthOf(this.own(text)) <= this.#layout.width
  }

  blank(): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('')
  }

  /** Bars that run as time does, up to now, for weeks counted back; ASCII has none, and the numbers stand before them. */
  bars(weeksBack: readonly number[]): string {
    return this.#layout.ascii === undefined ? `   ${sparkline(weeksBack.toReversed())}` : ''
  }

  /** Laid out already. */
  raw(text: string): void {
    this.#lines.push(...text.split('\n'))
  }

  /**
   * Wrapped text; `label` stands before its first line and the rest is indented to it. Where beside the label there is
   * less than `least` room for it (20 columns), the text stands below.
   */
  text(text: string, options: TextOptions = {}): void {
    const { indent = 0, least = LEAST_ROOM, style = (line: string) => line } = options
    const label = this.own(options.label ?? '')
    const own = this.own(text)
    const hanging = indent + widthOf(label)
    const room = this.#layout.width - hanging
    const isBelow = label !== '' && room < least && widthOf(own) > room
    if (isBelow) this.#lines.push(' '.repeat(indent) + label.trimEnd())
    const before = ' '.repeat(isBelow ? indent + BELOW : hanging)
    for (const [at, line] of wrap(own, this.#layout.width - before.length).entries())
      this.#lines.push(((at === 0 && !isBelow ? ' '.repeat(indent) + label : before) + style(line)).trimEnd())
  }

  /** Left and right on one line where both fit, else one below the other. */
  ends(leftEnd: string, rightEnd: string): void {
    const [left, right] = [this.own(leftEnd), this.own(rightEnd)]
    const gap = this.#layout.width - widthOf(left) - widthOf(right)
    if (gap >= 2) this.#lines.push(left + ' '.repeat(gap) + right)
    else {
      this.text(left)
      this.text(right, { indent: 2 })
    }
  }

  /** Our own words as they may be written here. */
  own(text: string): string {
    return this.#layout.ascii?.(text) ?? text
  }

  toString(): string {
    while (this.#lines.at(-1) === '') this.#lines.pop()
    // What must not be torn apart by wrapping (“29 %”) was held together until here.
    return `${this.#lines.join('\n')}\n`.replaceAll(NO_BREAK, ' ')
  }
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

const BARS = '▁▂▃▄▅▆▇█'

/** One bar a number; the highest is full. */
export function sparkline(values: readonly number[]): string {
  const top = Math.max(1, ...values)
  return values.map((value) => BARS[Math.round((value / top) * (BARS.length - 1))]).join('')
}
