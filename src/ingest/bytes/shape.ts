/** Rows looked at. The shape of a column shows in the first few hundred. */
const SAMPLE_ROWS = 300
/** Fewer rows than this say nothing about a column. */
const ENOUGH_ROWS = 5
/** A column with more shapes than this is free text. */
const MOST_SHAPES = 4
/** A row with a longer cell is not kept in memory to be looked at later. */
const LONGEST_KEPT = 1000

/**
 * What the cells of each column have looked like so far, so that a piece of a torn cell can be told from a row: after
 * `2026-11-20` in every row, `Springfield` is no date. Only columns of numbers, dates and ids tell anything.
 */
export class Shapes {
  #rows = 0
  /** Rows whose shapes nobody has asked for yet: in most files nobody ever does. */
  #unread: (readonly string[])[] = []
  readonly #columns: Set<string>[] = []

  learn(cells: readonly string[]): void {
    if (this.#rows >= SAMPLE_ROWS) return
    this.#rows++
    if (cells.some((cell) => cell.length > LONGEST_KEPT)) this.#read(cells)
    else this.#unread.push(cells)
  }

  #read(cells: readonly string[]): void {
    cells.forEach((cell, at) => {
      if (cell === '') return
      const shapes = (this.#columns[at] ??= new Set())
      if (shapes.size <= MOST_SHAPES) shapes.add(shapeOf(cell))
    })
  }

  get full(): boolean {
    return this.#rows >= SAMPLE_ROWS
  }

  /** How the cells agree with the columns that tell: `unknown` where no such column has a cell here. */
  compare(cells: readonly string[]): 'fits' | 'contradicts' | 'unknown' {
    if (this.#rows < ENOUGH_ROWS) return 'unknown'
    for (const row of this.#unread) this.#read(row)
    this.#unread = []
    let told = false
    for (const [at, cell] of cells.entries()) {
      const shapes = this.#columns[at]
      if (cell === '' || shapes === undefined || !isTelling(shapes)) continue
      if (!shapes.has(shapeOf(cell))) return 'contradicts'
      told = true
    }
    return told ? 'fits' : 'unknown'
  }
}

function isTelling(shapes: ReadonlySet<string>): boolean {
  return shapes.size <= MOST_SHAPES && [...shapes].every((shape) => /[#9]/.test(shape))
}

/** `2026-11-20` is `9-9-9`, `$1,200.50` is `$9`, `0065e00000XyZab` is `#15`, `Acme Ltd` is `a a`. */
export function shapeOf(cell: string): string {
  const text = cell.trim()
  if (/^(?=.*\d)(?=.*[A-Za-z])[\dA-Za-z]+$/.test(text)) return `#${text.length}`
  return text
    .slice(0, 40)
    .replaceAll(/\p{L}+/gu, 'a')
    .replaceAll(/\d+(?:[.,]\d+)*/g, '9')
    .replaceAll(/\s+/g, ' ')
}
