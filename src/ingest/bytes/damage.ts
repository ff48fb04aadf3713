import { type Line, physicalLines, splitRecord } from './lines.ts'
import type { Shapes } from './shape.ts'

/**
 * What can be told apart in a damaged stretch: `row` has as many cells as the header (or its last ones are left off), `bare` is a line without quotes that
 * is not a row (blank, or a footer), `lost` is a line nothing can be made of.
 */
export type Piece =
  | { readonly kind: 'row'; readonly cells: readonly string[]; readonly line: Line; readonly text: string }
  | { readonly kind: 'bare'; readonly cells: readonly string[]; readonly line: Line }
  | { readonly kind: 'lost'; readonly line: Line }

/** What a stretch comes to. */
export interface Repaired {
  readonly pieces: readonly Piece[]
  /** A line at the end whose last cell goes on below the stretch: reading has to start anew there. */
  readonly resume: Line | undefined
}

/** Reading starts anew only this near the end, so that no byte is read over and over. */
const RESUME_BYTES = 64 * 1024

/** Physical lines a cell with line breaks may take when it is looked for inside a damaged stretch. */
const MOST_LINES = 200

const LINE_BREAK = /[\r\n]/

export class Repair {
  readonly #delimiter: string
  readonly #width: number
  readonly #shapes: Shapes

  /** `width` is the number of cells in the header. */
  constructor(delimiter: string, width: number, shapes: Shapes) {
    this.#delimiter = delimiter
    this.#width = width
    this.#shapes = shapes
  }

  /** Reads a stretch line by line, so that one stray quote costs its own row. `more`: the file goes on below it. */
  pieces(bytes: Buffer, firstLine: number, more: boolean): Repaired {
    const lines = physicalLines(bytes, firstLine)
    const pieces: Piece[] = []
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at] as Line
      const { cells, open } = splitRecord(line.text, this.#delimiter)
      if (!open && (this.#isRow(cells, line.text) || this.#isShort(cells, line))) {
        pieces.push({ kind: 'row', cells, line, text: line.text })
      } else if (!line.text.includes('"')) pieces.push({ kind: 'bare', cells, line })
      else {
        const tall = open ? this.#tallRow(lines, at) : undefined
        const resumes = more && at > 0 && bytes.length - line.offset < RESUME_BYTES
        if (tall === 'goes on' && resumes) return { pieces, resume: line }
        const found = tall === undefined || tall === 'goes on' ? undefined : tall
        pieces.push(found?.piece ?? { kind: 'lost', line })
        at += (found?.lines ?? 1) - 1
      }
    }
    return { pieces, resume: undefined }
  }

  /** Whether the cells of a record of several lines give any ground to look at its text. Nearly all give none. */
  mayHaveSwallowed(cells: readonly string[]): boolean {
    const tall = cells.findIndex((cell) => LINE_BREAK.test(cell))
    const first = cells[tall]?.split(LINE_BREAK, 1)[0] ?? ''
    if (tall + first.split(this.#delimiter).length === this.#width) return true
    return cells.some((cell) => cell.startsWith('"') && LINE_BREAK.test(cell))
  }

  /**
   * A record of several lines that came out whole: were rows swallowed by a stray quote? Undefined where it is an
   * ordinary cell with line breaks, which is by far the more likely.
   */
  swallowed(bytes: Buffer, firstLine: number, more: boolean): Repaired | undefined {
    const text = bytes.toString('utf8').replace(/(?:\r\n|\n|\r)$/, '')
    const split = splitRecord(text, this.#delimiter)
    if (!split.torn && (this.#width < 2 || !this.#looksLikeRows(bytes, firstLine, split.tall))) return undefined
    const repaired = this.pieces(bytes, firstLine, more)
    const rows = repaired.pieces.filter((piece) => piece.kind === 'row').length
    const whole = rows === 1 && repaired.pieces.length === 1
    return repaired.resume !== undefined || (rows > 0 && !whole) ? repaired : undefined
  }

  /** A record that is short, of several lines, and otherwise in order: a spreadsheet left the last cells off. */
  isShortRow(bytes: Buffer): boolean {
    const text = bytes.toString('utf8').replace(/(?:\r\n|\n|\r)$/, '')
    const { cells, open, torn } = splitRecord(text, this.#delimiter)
    if (open || torn || cells.length >= this.#width) return false
    const [, ...rest] = physicalLines(bytes, 1)
    return rest.every(({ text: own }) => splitRecord(own, this.#delimiter).cells.length < this.#width - 1)
  }

  /** Whether a line below the first is a row by itself: as wide as the header and shaped like the rows so far. */
  holdsRow(bytes: Buffer): boolean {
    if (this.#width < 3) return false
    const [, ...rest] = physicalLines(bytes, 1)
    return rest.some(({ text }) => {
      const { cells } = splitRecord(text, this.#delimiter)
      return cells.length === this.#width && this.#shapes.compare(cells) !== 'contradicts'
    })
  }

  /** Every line has the cells of a row once its stray quote is taken out, and they look like those of other rows. */
  #looksLikeRows(bytes: Buffer, firstLine: number, tall: number): boolean {
    const lines = physicalLines(bytes, firstLine)
    const opener = splitRecord(lines[0]?.text ?? '', this.#delimiter)
    const unquoted = [...opener.cells.slice(0, tall), ...(opener.cells[tall] ?? '').split(this.#delimiter)]
    if (!opener.open || unquoted.length !== this.#width) return false
    const rest = lines.slice(1).map(({ text }) => splitRecord(text, this.#delimiter))
    if (rest.some(({ cells, open }) => open || cells.length !== this.#width)) return false
    const verdicts = new Set(rest.map(({ cells }) => this.#compare(cells, unquoted)))
    if (verdicts.has('contradicts')) return false
    return verdicts.has('fits') || (rest.length > 1 && this.#width > 3)
  }

  /** Against the rows so far; where they tell nothing, against the line the stray quote stands on. */
  #compare(cells: readonly string[], opener: readonly string[]): 'fits' | 'contradicts' | 'unknown' {
    const verdict = this.#shapes.compare(cells)
    if (verdict !== 'unknown') return verdict
    const telling = opener.flatMap((cell, at) => (/\d/.test(cell) && cells[at] !== '' ? [at] : []))
    if (telling.length === 0) return 'unknown'
    return telling.every((at) => sameKind(cells[at] ?? '', opener[at] ?? '')) ? 'fits' : 'contradicts'
  }

  #isRow(cells: readonly string[], text: string): boolean {
    if (cells.length < this.#width || cells.slice(this.#width).some((cell) => cell.trim() !== '')) return false
    // An odd quote may be an inch mark, or the end of a cell whose first lines stand above.
    return isBalanced(text) || this.#shapes.compare(cells) !== 'contradicts'
  }

  /** A spreadsheet leaves empty last cells off; so does the rest of a torn cell, but that is not shaped like a row. */
  #isShort(cells: readonly string[], line: Line): boolean {
    const few = cells.length > 1 && cells.length < this.#width
    return few && line.ended && isBalanced(line.text) && this.#shapes.compare(cells) === 'fits'
  }

  /** A row whose quoted cell goes on over the next lines, none of which is a row by itself. */
  #tallRow(lines: readonly Line[], from: number): { piece: Piece; lines: number } | 'goes on' | undefined {
    const line = lines[from] as Line
    let text = line.text
    for (let at = from + 1; at < Math.min(lines.length, from + MOST_LINES); at++) {
      const next = (lines[at] as Line).text
      const alone = splitRecord(next, this.#delimiter)
      if (this.#width > 1 && !alone.open && isBalanced(next) && this.#isRow(alone.cells, next)) return undefined
      text += `\n${next}`
      if (!next.includes('"')) continue
      const { cells, open, torn } = splitRecord(text, this.#delimiter)
      if (torn) return undefined
      if (open) continue
      if (!this.#isRow(cells, text)) return undefined
      return { piece: { kind: 'row', cells, line, text }, lines: at - from + 1 }
    }
    return from + MOST_LINES > lines.length ? 'goes on' : undefined
  }
}

/** A row read by itself that a stray quote has shifted: a cell swallowed a delimiter, or is the end of a torn cell. */
export function isTornRow(cells: readonly string[], delimiter: string, shapes: Shapes): boolean {
  if (!cells.some((cell) => cell.includes('"'))) return false
  if (cells.some((cell) => cell.startsWith('"') && cell.includes(delimiter))) return true
  return !cells.every(isBalanced) && shapes.compare(cells) === 'contradicts'
}

function isBalanced(text: string): boolean {
  let quotes = 0
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) quotes++
  return quotes % 2 === 0
}

function sameKind(left: string, right: string): boolean {
  return /\d/.test(left) === /\d/.test(right) && /\p{L}/u.test(left) === /\p{L}/u.test(right)
}
