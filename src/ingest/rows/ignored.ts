import type { IgnoredRows } from '../../records/exports.ts'

/** Of the rows that are ignored for one reason so many are named by their lines. */
const PLACES = 5

/** Counts the rows of a file that are no records, by reason. */
export class Ignored {
  readonly #rows = new Map<string, { count: number; places: { line: number; value: string }[] }>()

  add(cells: readonly string[], line: number, reason: string): void {
    const known = this.#rows.get(reason) ?? { count: 0, places: [] }
    known.count++
    if (known.places.length < PLACES)
      known.places.push({ line, value: cells.filter((cell) => cell.trim() !== '').join(' | ') })
    this.#rows.set(reason, known)
  }

  rows(): IgnoredRows[] {
    return [...this.#rows].map(([reason, { count, places }]) => ({ reason, count, places }))
  }
}
