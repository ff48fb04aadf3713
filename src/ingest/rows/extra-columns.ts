import { isNothing, readText } from '../../vocabulary/nothing.ts'
import type { ExtraColumn } from '../../records/exports.ts'
import type { DealRow } from '../../records/fields.ts'

/** More different texts than this sort nothing. */
const MOST_VALUES = 12
/** Wide exports have hundreds of columns, and each costs every row a little. */
const MOST_COLUMNS = 40

/** A row's numbers fit into one that is exact, 16 to the power of 13. */
const BASE = 16
const MOST_IN_KEY = 13
const MOST_KNOWN = 20_000

/** What one column holds; `undefined` once it held too many different texts. */
interface Column {
  readonly name: string
  /** The cell as it stands to the number of its text, from 1; 0 is nothing. */
  numbers: Map<string, number> | undefined
  readonly values: string[]
}

/**
 * The columns of the deals that no field was found for. A row keeps one character a column, its number in the column's
 * texts: a deal of 200,000 costs some bytes and not a map of its own.
 */
export class ExtraColumns {
  readonly #columns: Column[] = []
  /** The numbers of the present row. */
  #codes: number[] = []
  readonly #known = new Map<number, string>()
  /** Index in the present file and number here. */
  #present: readonly (readonly [index: number, number: number])[] = []

  /** The rows to come have these columns. */
  beginFile(header: readonly string[], unmapped: readonly number[]): void {
    const named = unmapped.filter((at) => (header[at] ?? '') !== '')
    this.#present = named.slice(0, MOST_COLUMNS).map((at) => [at, this.#numberOf(header[at] ?? '')])
    this.#codes = Array<number>(this.#columns.length).fill(0)
    this.#known.clear()
  }

  #numberOf(name: string): number {
    const known = this.#columns.findIndex((column) => column.name === name)
    if (known >= 0) return known
    return this.#columns.push({ name, numbers: new Map(), values: [] }) - 1
  }

  /** Notes what a row holds that was read as this deal. */
  see(cells: readonly string[], deal: DealRow): void {
    if (this.#present.length === 0) return
    const codes = this.#codes.fill(0)
    let isOver = false
    for (const [index, number] of this.#present) {
      const column = this.#columns[number]
      if (column?.numbers === undefined) continue
      codes[number] = numberIn(column, column.numbers, cells[index] ?? '')
      isOver ||= column.values.length > MOST_VALUES
    }
    if (isOver) this.#leaveOut()
    deal.extra = this.#packed(codes)
  }

  /** Rows repeat what they hold, and equal ones share their text. */
  #packed(codes: readonly number[]): string {
    if (codes.length > MOST_IN_KEY) return String.fromCharCode(...codes)
    const key = codes.reduce((sum, code) => sum * BASE + code, 0)
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const text = String.fromCharCode(...codes)
    if (this.#known.size < MOST_KNOWN) this.#known.set(key, text)
    return text
  }

  #leaveOut(): void {
    for (const column of this.#columns) if (column.values.length > MOST_VALUES) column.numbers = undefined
    this.#present = this.#present.filter(([, number]) => this.#columns[number]?.numbers !== undefined)
  }

  /** The columns that sort the deals: with 2 to 12 different texts. */
  found(): readonly ExtraColumn[] {
    return this.#columns.flatMap(({ name, numbers, values }, at) => {
      if (numbers === undefined || values.length < 2) return []
      const of = (deal: DealRow) => values[(deal.extra?.charCodeAt(at) || 0) - 1]
      return [{ column: name, values, of }]
    })
  }
}

function numberIn(column: Column, numbers: Map<string, number>, cell: string): number {
  const known = numbers.get(cell)
  if (known !== undefined) return known
  const text = isNothing(cell) ? undefined : readText(cell)
  const at = text === undefined ? -1 : column.values.indexOf(text)
  const number = text === undefined ? 0 : at >= 0 ? at + 1 : column.values.push(text)
  numbers.set(cell, number)
  return number
}
