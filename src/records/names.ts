import { readText } from '../vocabulary/nothing.ts'

/** Stands for "none" in a column of numbers. */
export const NONE = -1

/** Texts that repeat, each kept once and spoken of by a number. */
export class Names {
  readonly #index = new Map<string, number>()
  readonly #texts: string[] = []

  /** The number of a cell's text, a new one when it was not met before; -1 where the cell holds none. */
  add(cell: string): number {
    const known = this.#index.get(cell)
    if (known !== undefined) return known
    const text = readText(cell)
    const number = text === undefined ? NONE : (this.#index.get(text) ?? this.#texts.push(text) - 1)
    if (text !== undefined) this.#index.set(text, number)
    if (text !== cell) this.#index.set(cell, number)
    return number
  }

  at(index: number): string {
    const text = this.#texts[index]
    if (text === undefined) throw new RangeError(`no name ${index}`)
    return text
  }

  get size(): number {
    return this.#texts.length
  }

  [Symbol.iterator](): IterableIterator<string> {
    return this.#texts.values()
  }
}
