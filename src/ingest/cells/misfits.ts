/** A cell that could not be read. */
export interface Rejected {
  /** Physical line of the file, the first is 1. */
  readonly line: number
  readonly value: string
  readonly reason: string
}

/** So many are kept with their text; beyond, they are counted. A user reads the first few, and a file may hold millions. */
const KEPT = 1000
const LONGEST_VALUE = 80

/** Cells that cannot be read, or could not be if the column turns out to mean one thing and not the other. */
export class Misfits {
  readonly kept: Rejected[] = []
  #count = 0

  get count(): number {
    return this.#count
  }

  add(line: number, value: string, reason: string): void {
    this.#count++
    if (this.#count <= KEPT)
      this.kept.push({
        line,
        value: value.length > LONGEST_VALUE ? ownCopy(value.slice(0, LONGEST_VALUE)) : value,
        reason,
      })
  }
}

/** All of these, in the order of the file. */
export function inFileOrder(misfits: readonly Misfits[]): readonly Rejected[] {
  return misfits.flatMap((each) => each.kept).sort((a, b) => a.line - b.line)
}

/** The same text in memory of its own: V8 keeps the whole chunk of a file alive for one cell cut out of it. */
export function ownCopy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}
