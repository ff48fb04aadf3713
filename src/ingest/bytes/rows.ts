import { Repair, type Repaired, isTornRow } from './damage.ts'
import { decoded } from './decode.ts'
import { isWellQuoted, unwrapped } from './lines.ts'
import type { Dialect } from './dialect.ts'
import { headerMatcher } from './header.ts'
import { footerKind, isBlank, isLoneCell, isPlainBeginning } from './footers.ts'
import { RecordReader, type Resume } from './csv-records.ts'
import { requoted, writtenAs } from './quoting.ts'
import type { RowSink } from './row-sink.ts'
import { Shapes } from './shape.ts'
import type { Source } from './source.ts'

/** `read` = `used` + `rejected` + `ignored`. The header and what stands before it are not read rows. */
export interface RowCount {
  readonly read: number
  readonly used: number
  readonly rejected: number
  /** Blank lines, repeated headers, footers, and what the sink ignored. */
  readonly ignored: number
}

const MOST_CHARACTERS = 200

/** More short rows than this after a blank row are no footer, and no second table. */
const MOST_HELD_ROWS = 100

const LINE_END = /(?:\r\n|\n|\r)$/

/** Reads the rows below the header. Memory stays bounded whatever the file's size and damage. */
export async function readRows(source: Source, dialect: Dialect, sink: RowSink): Promise<RowCount> {
  const rows = new Rows(dialect, writtenAs(dialect.quoting, sink))
  for await (const chunk of requoted(decoded(source, dialect.decoding), dialect.quoting)) rows.reader.feed(chunk)
  return rows.finish()
}

/** A row that may be a footer, or of a second table, if nothing but such rows follows. */
interface HeldRow {
  readonly cells: readonly string[]
  readonly line: number
  readonly text: string
}

class Rows {
  readonly reader: RecordReader
  readonly #sink: RowSink
  readonly #dialect: Dialect
  readonly #width: number
  readonly #isHeader: (cells: readonly string[]) => boolean
  readonly #shapes = new Shapes()
  readonly #repair: Repair
  #used = 0
  #rejected = 0
  #ignored = 0
  #afterBlank = false
  #lastUsed: readonly string[] = []
  #held: HeldRow[] = []
  /** How many columns the second table has whose rows are held; undefined where they are footers. */
  #tableWidth: number | undefined

  constructor(dialect: Dialect, sink: RowSink) {
    this.#dialect = dialect
    this.#sink = sink
    this.#width = dialect.header.length
    this.#isHeader = headerMatcher(dialect.header)
    this.#repair = new Repair(dialect.delimiter, this.#width, this.#shapes)
    this.reader = new RecordReader(dialect.delimiter, {
      record: (cells, line, lines) => this.#record(cells, line, lines),
      damage: (bytes, line, more) => this.#stretch(this.#repair.pieces(bytes, line, more)),
    })
  }

  finish(): RowCount {
    this.reader.finish()
    for (const { cells, line, text } of this.#held)
      if (this.#tableWidth === undefined) this.#footer(cells, line)
      else this.#reject(line, text, SECOND_TABLE)
    const [used, rejected, ignored] = [this.#used, this.#rejected, this.#ignored]
    return { read: used + rejected + ignored, used, rejected, ignored }
  }

  #record(cells: readonly string[], line: number, lines: number): Resume | undefined {
    if (line <= this.#dialect.headerLine && this.#isAboveData(cells, line, lines)) return undefined
    if (lines > 1) return this.#tallRecord(cells, line)
    this.#judge(cells, line, undefined)
    return undefined
  }

  /** The header itself and what stands above it. A stray quote up there can have swallowed the header, though. */
  #isAboveData(cells: readonly string[], line: number, lines: number): boolean {
    const { headerLine } = this.#dialect
    return line === headerLine ? lines === 1 || this.#isHeader(cells) : line + lines <= headerLine
  }

  #tallRecord(cells: readonly string[], line: number): Resume | undefined {
    const repaired = this.#repaired(cells, line)
    if (repaired !== undefined) return this.#stretch(repaired)
    this.#judge(cells, line, undefined)
    return undefined
  }

  /** Undefined where a record of several lines is a row like any other. */
  #repaired(cells: readonly string[], line: number): Repaired | undefined {
    const hasWidth = this.#hasWidth(cells)
    if (hasWidth && !this.#repair.mayHaveSwallowed(cells)) return undefined
    const raw = this.reader.raw()
    if (hasWidth) return this.#repair.swallowed(raw, line, true)
    // Quoted as it should be and of a wrong width: one row with a cell too many, unless a quote opened in one row and
    // closed in another has swallowed what stands between.
    if (isWellQuoted(raw, this.#dialect.delimiter)) {
      return this.#repair.holdsRow(raw) ? this.#repair.pieces(raw, line, true) : undefined
    }
    return this.#repair.isShortRow(raw) ? undefined : this.#repair.pieces(raw, line, true)
  }

  #stretch({ pieces, resume }: Repaired): Resume | undefined {
    for (const piece of pieces) {
      const { line } = piece
      if (line.number <= this.#dialect.headerLine) continue
      if (piece.kind === 'row') this.#judge(piece.cells, line.number, piece.text)
      else if (piece.kind === 'bare' && this.#isNoRow(piece.cells)) {
        this.#judge(piece.cells, line.number, line.text, !line.ended)
      } else this.#lost(line.number, line.text, !line.ended)
    }
    return resume
  }

  #isNoRow(cells: readonly string[]): boolean {
    return (
      isBlank(cells) || footerKind(cells) !== undefined || (this.#afterBlank && this.#width > 1 && isLoneCell(cells))
    )
  }

  #lost(line: number, text: string, cut: boolean): void {
    this.#settle()
    this.#reject(line, text, cut ? CUT : TORN)
  }

  /** `text` is undefined for the reader's current record, whose text is made only when it is needed. */
  #judge(cells: readonly string[], line: number, text: string | undefined, cut?: boolean): void {
    if (this.#afterBlank && this.#isOfSecondTable(cells)) {
      this.#held.push({ cells, line, text: shortened(text ?? this.#text()) })
    } else if (cells.length === this.#width && isPlain(cells) && !this.#isHeader(cells)) {
      this.#row(cells, line, text)
    } else this.#oddRow(cells, line, text, cut)
  }

  /**
   * Below a blank row: names of fewer columns than the header has, in whose place the rows have numbers, and what stands
   * below such names.
   */
  #isOfSecondTable(cells: readonly string[]): boolean {
    const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1
    if (this.#held.length > 0) {
      return (
        this.#tableWidth !== undefined && width > 1 && width <= this.#tableWidth && this.#held.length < MOST_HELD_ROWS
      )
    }
    const names = cells.slice(0, width)
    if (width < 2 || width >= this.#width || names.some((cell) => cell.trim() === '' || /\d/.test(cell))) return false
    if (!names.some((_, at) => /\d/.test(this.#lastUsed[at] ?? ''))) return false
    this.#tableWidth = width
    return true
  }

  #oddRow(cells: readonly string[], line: number, text: string | undefined, cut?: boolean): void {
    const whole = unwrapped(cells, this.#dialect.delimiter)
    if (this.#width > 1 && whole?.length === this.#width) this.#judge(whole, line, text, cut)
    else if (isBlank(cells)) {
      this.#ignore(cells, line, 'blank')
      this.#afterBlank = true
    } else if (this.#isHeader(cells)) {
      this.#settle()
      this.#ignore(cells, line, 'the header once more')
    } else if (footerKind(cells) !== undefined) this.#footer(cells, line)
    else if (this.#afterBlank && this.#width > 1 && isLoneCell(cells) && this.#held.length < MOST_HELD_ROWS) {
      this.#held.push({ cells, line, text: shortened(text ?? this.#text()) })
    } else if (cells.length < this.#width) this.#shortRow(cells, line, text, cut)
    else if (this.#hasWidth(cells)) this.#row(padded(cells, this.#width), line, text)
    else {
      this.#settle()
      const reason = `${cells.length} cells, the header has ${this.#width}: an unquoted delimiter?`
      this.#reject(line, text ?? this.#text(), reason)
    }
  }

  /** Spreadsheets leave empty cells off at the end of a row; a file that was cut off leaves off the rest of it. */
  #shortRow(cells: readonly string[], line: number, text: string | undefined, cut?: boolean): void {
    if (cut ?? (text === undefined && !LINE_END.test(this.#text()))) {
      this.#settle()
      this.#reject(line, text ?? this.#text(), CUT)
    } else if (text === undefined && isTornRow(cells, this.#dialect.delimiter, this.#shapes)) {
      this.#lost(line, this.#text(), false)
    } else this.#row(padded(cells, this.#width), line, text)
  }

  #row(cells: readonly string[], line: number, text: string | undefined): void {
    if (this.#afterBlank) this.#settle()
    if (!this.#shapes.full) this.#shapes.learn(cells)
    const verdict = this.#sink.row(cells, line)
    if (verdict === 'used' || verdict === 'folded') {
      this.#used++
      this.#lastUsed = cells
    } else if ('ignored' in verdict) this.#ignore(cells, line, verdict.ignored)
    else this.#reject(line, verdict.value ?? text ?? this.#text(), verdict.rejected, verdict.column)
  }

  /** A full row follows the held ones, so they are rows like any other. */
  #settle(): void {
    this.#afterBlank = false
    const held = this.#held
    this.#held = []
    this.#tableWidth = undefined
    for (const { cells, line, text } of held) this.#row(padded(cells, this.#width), line, text)
  }

  #footer(cells: readonly string[], line: number): void {
    this.#ignore(cells, line, footerKind(cells) === 'sum' ? 'a sum' : 'a note below the rows')
    this.#sink.footer?.(cells, line)
  }

  #ignore(cells: readonly string[], line: number, reason: string): void {
    this.#ignored++
    this.#sink.ignored?.(cells, line, reason)
  }

  #reject(line: number, text: string, reason: string, column?: string): void {
    this.#rejected++
    const row = { line, value: shortened(text), reason }
    this.#sink.rejected(column === undefined ? row : { ...row, column })
  }

  /** As many cells as the header, or more that are all empty. */
  #hasWidth(cells: readonly string[]): boolean {
    return cells.length >= this.#width && cells.slice(this.#width).every((cell) => cell.trim() === '')
  }

  #text(): string {
    return this.reader.raw().toString('utf8')
  }
}

const SECOND_TABLE = 'another table stands below the first: put it into a file of its own'

const TORN = 'a stray or missing quote: the cells of this line cannot be told apart'

const CUT = 'the file ends in the middle of this row'

/** Surely neither blank nor a footer. */
function isPlain(cells: readonly string[]): boolean {
  return isPlainBeginning(cells[0]?.charCodeAt(0) ?? 0, cells[1]?.charCodeAt(0) ?? 0)
}

function padded(cells: readonly string[], width: number): readonly string[] {
  if (cells.length === width) return cells
  return cells.length > width ? cells.slice(0, width) : [...cells, ...Array<string>(width - cells.length).fill('')]
}

function shortened(text: string): string {
  const line = text.replace(LINE_END, '')
  return line.length <= MOST_CHARACTERS ? line : `${line.slice(0, MOST_CHARACTERS - 1)}…`
}
