/** One physical line, without its end. */
export interface Line {
  /** Counted from 1. */
  readonly number: number
  /** Bytes from the start of the stretch to the start of the line. */
  readonly offset: number
  readonly text: string
  /** False for a last line that nothing ends: the file may have been cut there. */
  readonly ended: boolean
}

const CR = 13
const LF = 10

/**
 * The physical lines of some bytes. Each text is its own string, not a slice of one long one, which would stay in
 * memory for as long as any cell of it.
 */
export function physicalLines(bytes: Buffer, first: number): Line[] {
  const lines: Line[] = []
  let start = 0
  // As Latin-1 a character is a byte, and a pattern finds the ends in a tenth of the time that a walk takes.
  for (const { 0: end, index } of bytes.toString('latin1').matchAll(/\r\n|\n|\r/g)) {
    lines.push({ number: first + lines.length, offset: start, text: bytes.toString('utf8', start, index), ended: true })
    start = index + end.length
  }
  if (start < bytes.length) {
    lines.push({ number: first + lines.length, offset: start, text: bytes.toString('utf8', start), ended: false })
  }
  return lines
}

/** How many line ends a text holds; CR, LF and CR LF are one each. */
export function lineEnds(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) count++
  }
  return count
}

/** What the text of one record comes apart into. */
export interface Split {
  readonly cells: readonly string[]
  /** The text ends inside a quoted cell. */
  readonly open: boolean
  /** A quoted cell that holds a line end goes on after its closing quote: that quote was meant to open a cell. */
  readonly torn: boolean
  /** Index of the first cell that holds a line end; -1 for none. */
  readonly tall: number
}

/** Splits the text of one record as csv-parse does with `relax_quotes`, and says what was odd about it. */
export function splitRecord(text: string, delimiter: string): Split {
  const cells: string[] = []
  let torn = false
  let tall = -1
  for (let at = 0; ; at++) {
    const quoted = text[at] === '"' ? quotedCell(text, at, delimiter) : undefined
    const end = quoted?.end ?? endOfCell(text, at, delimiter)
    const cell = quoted?.cell ?? text.slice(at, end)
    if (/[\r\n]/.test(cell)) {
      if (tall === -1) tall = cells.length
      torn ||= quoted === undefined || quoted.relaxed
    }
    cells.push(cell)
    if (quoted?.open === true) return { cells, open: true, torn, tall }
    if (end >= text.length) return { cells, open: false, torn, tall }
    at = end
  }
}

/**
 * The cells of a row that was put in quotes as a whole (`"a,b,""c, d"""`): what a spreadsheet makes of a CSV that was
 * pasted into its first column. Undefined where it is none, and for a sentence, which has a space behind each delimiter.
 */
export function unwrapped(cells: readonly string[], delimiter: string): readonly string[] | undefined {
  const [first] = cells
  if (cells.length !== 1 || first?.includes(delimiter) !== true) return undefined
  const { cells: found, open, torn } = splitRecord(first, delimiter)
  const isSentence = found.slice(1).every((cell) => cell.startsWith(' '))
  return open || torn || isSentence ? undefined : found
}

interface QuotedCell {
  readonly cell: string
  /** Where the delimiter stands, or the text ends. */
  readonly end: number
  readonly open: boolean
  readonly relaxed: boolean
}

function quotedCell(text: string, start: number, delimiter: string): QuotedCell {
  let cell = ''
  for (let from = start + 1; ;) {
    const quote = text.indexOf('"', from)
    if (quote === -1) return { cell: cell + text.slice(from), end: text.length, open: true, relaxed: false }
    if (text[quote + 1] === '"') {
      cell += text.slice(from, quote + 1)
      from = quote + 2
      continue
    }
    cell += text.slice(from, quote)
    const next = quote + 1
    if (next >= text.length || text[next] === delimiter) return { cell, end: next, open: false, relaxed: false }
    const end = endOfCell(text, next, delimiter)
    return { cell: `"${cell}${text.slice(quote, end)}`, end, open: false, relaxed: true }
  }
}

function endOfCell(text: string, from: number, delimiter: string): number {
  const end = text.indexOf(delimiter, from)
  return end === -1 ? text.length : end
}

const QUOTE = 0x22

/**
 * Whether every quote of a record stands where RFC 4180 has it: around a whole cell, or doubled inside one. A stray
 * quote that swallows rows is nearly always given away by the quotes it meets there.
 */
export function isWellQuoted(record: Buffer, delimiter: string): boolean {
  const comma = delimiter.charCodeAt(0)
  let isQuoted = false
  for (let at = 0; at < record.length; at++) {
    if (record[at] !== QUOTE) continue
    const [before, after] = [record[at - 1], record[at + 1]]
    if (!isQuoted) {
      if (at > 0 && before !== comma) return false
      isQuoted = true
    } else if (after === QUOTE) at++
    else {
      if (after !== undefined && after !== comma && after !== LF && after !== CR) return false
      isQuoted = false
    }
  }
  return !isQuoted
}
