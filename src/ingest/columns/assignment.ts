/**
 * Gives each row a column of its own so that the total is highest (the Hungarian method, with rows² × columns steps). Worths
 * are 0 and above; a row that nothing is left for has none.
 *
 * @returns for each row its column, or undefined.
 */
export function bestAssignment(worths: readonly (readonly number[])[]): readonly (number | undefined)[] {
  const matching = new Matching(worths)
  for (let row = 1; row <= worths.length; row++) matching.add(row)
  return matching.found()
}

/** The rows that have a column so far. Rows and columns are counted from 1; column 0 is the row that looks for one. */
class Matching {
  readonly #worths: readonly (readonly number[])[]
  /** The columns there are, and one more for each row that stands for none: so every row finds one. */
  readonly #columns: number
  readonly #rowPrice: Float64Array
  readonly #columnPrice: Float64Array
  readonly #rowOf: Int32Array
  /** The column from which each was reached. */
  readonly #before: Int32Array

  constructor(worths: readonly (readonly number[])[]) {
    this.#worths = worths
    this.#columns = (worths[0]?.length ?? 0) + worths.length
    this.#rowPrice = new Float64Array(worths.length + 1)
    this.#columnPrice = new Float64Array(this.#columns + 1)
    this.#rowOf = new Int32Array(this.#columns + 1)
    this.#before = new Int32Array(this.#columns + 1)
  }

  /** Finds a column for one more row, and other columns for those that have to give way. */
  add(row: number): void {
    this.#rowOf[0] = row
    let column = this.#freeColumn()
    while (column !== 0) {
      const from = this.#before[column] ?? 0
      this.#rowOf[column] = this.#rowOf[from] ?? 0
      column = from
    }
  }

  /** The column without a row that is reached at the least price. */
  #freeColumn(): number {
    const least = new Float64Array(this.#columns + 1).fill(Infinity)
    const isUsed = new Uint8Array(this.#columns + 1)
    let column = 0
    do {
      isUsed[column] = 1
      const { step, next } = this.#nearest(column, least, isUsed)
      this.#raise(step, least, isUsed)
      column = next
    } while (this.#rowOf[column] !== 0)
    return column
  }

  #nearest(column: number, least: Float64Array, isUsed: Uint8Array): { step: number; next: number } {
    const row = this.#rowOf[column] ?? 0
    let [step, next] = [Infinity, 0]
    for (let at = 1; at <= this.#columns; at++) {
      if (isUsed[at] === 1) continue
      const cost = -(this.#worths[row - 1]?.[at - 1] ?? 0)
      const price = cost - (this.#rowPrice[row] ?? 0) - (this.#columnPrice[at] ?? 0)
      if (price < (least[at] ?? 0)) [least[at], this.#before[at]] = [price, column]
      if ((least[at] ?? 0) < step) [step, next] = [least[at] ?? 0, at]
    }
    return { step, next }
  }

  #raise(step: number, least: Float64Array, isUsed: Uint8Array): void {
    for (let at = 0; at <= this.#columns; at++) {
      if (isUsed[at] === 1) {
        const row = this.#rowOf[at] ?? 0
        this.#rowPrice[row] = (this.#rowPrice[row] ?? 0) + step
        this.#columnPrice[at] = (this.#columnPrice[at] ?? 0) - step
      } else least[at] = (least[at] ?? 0) - step
    }
  }

  found(): readonly (number | undefined)[] {
    const columns = Array<number | undefined>(this.#worths.length).fill(undefined)
    for (let column = 1; column <= this.#columns; column++) {
      const row = (this.#rowOf[column] ?? 0) - 1
      if (row >= 0 && (this.#worths[row]?.[column - 1] ?? 0) > 0) columns[row] = column - 1
    }
    return columns
  }
}
