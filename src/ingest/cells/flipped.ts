import { ownCopy } from './misfits.ts'

interface Seen {
  readonly cell: string
  readonly line: number
}

const FEWEST = 2
const LAST_MONTH = 12

/**
 * Tells a column that a spreadsheet has read with day and month the other way around: days up to 12 became dates of its own
 * (2026-03-11), and all others stayed as they were (27/10/2026).
 */
export class Flipped {
  #turned = 0
  #kept = 0
  #isOther = false
  #first: Partial<Record<'turned' | 'kept', Seen>> = {}

  /** A date with its year in front. */
  addPlain(day: number, cell: string, line: number): void {
    if (day > LAST_MONTH) this.#isOther = true
    else if (this.#turned++ === 0) this.#first.turned = { cell: ownCopy(cell), line }
  }

  /** A date as people write it, and whether its day could be a month. */
  addOrdered(isEither: boolean, cell: string, line: number): void {
    if (isEither) this.#isOther = true
    else if (this.#kept++ === 0) this.#first.kept = { cell: ownCopy(cell), line }
  }

  /** One cell of each kind, where the column is such a one. */
  found(): { turned: Seen; kept: Seen } | undefined {
    const { turned, kept } = this.#first
    const isFlipped = !this.#isOther && this.#turned >= FEWEST && this.#kept >= FEWEST
    return isFlipped && turned !== undefined && kept !== undefined ? { turned, kept } : undefined
  }
}
