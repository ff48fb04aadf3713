import { isAscii } from 'node:buffer'

const LF = 10
const CR = 13
const QUOTE = 34
const NOT_ASCII = /[\u0080-\u00FF]/g

/** V8 copies a shorter slice of a text. A longer one points into the text, and keeps all of it in memory. */
const SHORTEST_POINTER = 13

/**
 * Cuts simple lines into cells: those that end in LF or CR LF and whose quotes, if they have any, stand around whole
 * cells, or doubled inside one. That is nearly every line of nearly every export, and jumping from delimiter to
 * delimiter takes a fifth of csv-parse's time, which goes from byte to byte. What any other line means is for csv-parse
 * to say: this stops in front of it.
 */
export class SimpleLines {
  readonly #delimiter: string
  /** Whole lines, and the same as text, a character for a byte: what cuts them is ASCII, part of no other character. */
  readonly #bytes: Buffer
  readonly #text: string
  #start = 0
  #at = 0
  /** Where each of these comes next, `NOWHERE` for none: a text without quotes is searched for one only once. */
  #comma = -1
  #quote = -1
  #cr = -1
  #notAscii = -1

  /** @param bytes from the start of a line on; an unfinished last line is left alone. */
  constructor(bytes: Buffer, delimiter: string) {
    this.#delimiter = delimiter
    this.#bytes = bytes.subarray(0, bytes.lastIndexOf(LF) + 1)
    this.#text = this.#bytes.toString('latin1')
    if (isAscii(this.#bytes)) this.#notAscii = NOWHERE
  }

  /** The cells of the next line; undefined where it is not simple, or there is none. */
  next(): readonly string[] | undefined {
    const lf = this.#text.indexOf('\n', this.#at)
    if (lf === -1) return undefined
    const end = lf > this.#at && this.#text.charCodeAt(lf - 1) === CR ? lf - 1 : lf
    if (this.#cr < this.#at) this.#cr = this.#find('\r', this.#at)
    const cells = this.#cr < end ? undefined : this.#cells(this.#at, end)
    if (cells === undefined) return undefined
    this.#start = this.#at
    this.#at = lf + 1
    return cells
  }

  /** The line that came last, with its end. */
  raw(): Buffer {
    return this.#bytes.subarray(this.#start, this.#at)
  }

  /** How many bytes the lines took that came so far. */
  get length(): number {
    return this.#at
  }

  #cells(from: number, end: number): readonly string[] | undefined {
    const cells: string[] = []
    for (let at = from; ; at++) {
      if (this.#quote < at) this.#quote = this.#find('"', at)
      const isQuoted = this.#quote === at
      const to = isQuoted ? this.#closed(at) : this.#delimited(at, end)
      if (to > end) return undefined
      cells.push(isQuoted ? this.#unquoted(at, to) : this.#cell(at, to))
      if (to === end) return cells
      if (isQuoted && !this.#text.startsWith(this.#delimiter, to)) return undefined
      at = to
    }
  }

  /** Where a cell without quotes ends; `NOWHERE` where there is a quote in it. */
  #delimited(from: number, end: number): number {
    if (this.#comma < from) this.#comma = this.#find(this.#delimiter, from)
    const to = Math.min(this.#comma, end)
    return this.#quote < to ? NOWHERE : to
  }

  /** The place behind the quote that closes a cell. */
  #closed(from: number): number {
    let close = this.#find('"', from + 1)
    while (this.#text.charCodeAt(close + 1) === QUOTE) close = this.#find('"', close + 2)
    return close + 1
  }

  #unquoted(from: number, to: number): string {
    const cell = this.#cell(from + 1, to - 1)
    return cell.includes('"') ? cell.replaceAll('""', '"') : cell
  }

  #cell(from: number, to: number): string {
    if (this.#notAscii < from) this.#notAscii = this.#findNotAscii(from)
    if (this.#notAscii < to) return this.#bytes.toString('utf8', from, to)
    return to - from < SHORTEST_POINTER ? this.#text.slice(from, to) : this.#bytes.toString('latin1', from, to)
  }

  #find(sign: string, from: number): number {
    const at = this.#text.indexOf(sign, from)
    return at === -1 ? NOWHERE : at
  }

  #findNotAscii(from: number): number {
    NOT_ASCII.lastIndex = from
    return NOT_ASCII.test(this.#text) ? NOT_ASCII.lastIndex - 1 : NOWHERE
  }
}

const NOWHERE = Infinity
