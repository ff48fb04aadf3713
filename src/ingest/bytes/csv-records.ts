import { type CsvError, Parser } from 'csv-parse'
import { lineEnds } from './lines.ts'
import { SimpleLines } from './simple-lines.ts'

/**
 * The most bytes one record may have. A quote that is never closed would otherwise collect the rest of the file in
 * memory.
 */
export const MAX_RECORD_BYTES = 8 * 1024 * 1024

/** Bytes are looked at in slices, so that the bound above is looked at often enough. */
const SLICE_BYTES = 64 * 1024
/**
 * csv-parse is fed pieces that grow from this size. It is given up after each, and what it had begun is read again:
 * where every line is damaged, that is so for every line.
 */
const SMALLEST_PIECE_BYTES = 1024
/** So many bytes of simple lines in a row are worth giving up csv-parse, of which a new one costs as much as a page. */
const WORTHWHILE_BYTES = 4096

const CR = 13
const LF = 10

/** Where to go on reading when not all of the bytes were made use of. */
export interface Resume {
  /** Bytes from the start of what was handed over to the start of a line. */
  readonly offset: number
  /** The number of that line. */
  readonly number: number
}

export interface RecordHandler {
  /** A record, the physical line it starts on, and how many physical lines it takes. One of one line is not resumed. */
  record(cells: readonly string[], line: number, lines: number): Resume | undefined
  /** Bytes no record could be made of: a quote is not closed. They start at the start of a line. */
  damage(bytes: Buffer, line: number, more: boolean): Resume | undefined
}

/** csv-parse without the stream around it: a record is handed over at the moment it is complete. */
class BareParser extends Parser {
  readonly #record: (cells: readonly string[]) => void

  constructor(delimiter: string, record: (cells: readonly string[]) => void) {
    super({
      delimiter,
      // Without all three named, the first line end of the file decides, and lines with another end run together.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
    })
    this.#record = record
  }

  override push(cells: readonly string[] | null): boolean {
    if (cells === null) return true
    // For every record that is not as wide as the first one csv-parse makes an Error, stack and all, and drops it: four
    // times slower where a title stands above the header. It takes the record that follows none for the first.
    const info: { records: number } = this.info
    info.records = 0
    this.#record(cells)
    return true
  }

  feed(bytes: Buffer): void {
    // oxlint-disable-next-line no-underscore-dangle -- the name is Node's
    this._transform(bytes, 'utf8', throwing)
  }

  /** False when the bytes end inside a quoted cell. */
  finish(): boolean {
    let failure: CsvError | undefined
    // oxlint-disable-next-line no-underscore-dangle -- the name is Node's
    this._flush((error) => {
      failure = error as CsvError | undefined
    })
    if (failure !== undefined && failure.code !== 'CSV_QUOTE_NOT_CLOSED') throw failure
    return failure === undefined
  }
}

function throwing(error?: Error | null): void {
  if (error !== undefined && error !== null) throw error
}

/**
 * Cuts UTF-8 bytes into records: simple lines at once, all else by csv-parse, which starts anew wherever a line is not
 * simple. Everything is synchronous: `feed` returns when the records completed by that chunk have been handed over. The
 * bytes of the current record are kept, no more.
 */
export class RecordReader {
  readonly #delimiter: string
  readonly #handler: RecordHandler
  /** Undefined at the start of a record, before it is known whether it is a simple line. */
  #parser: BareParser | undefined
  #piece = SMALLEST_PIECE_BYTES
  /** Set while simple lines are being handed over. */
  #simple: SimpleLines | undefined
  /** The chunks that hold the current record; offsets count from the first byte fed. */
  #kept: Buffer[] = []
  #keptFrom = 0
  #total = 0
  #fed = 0
  #recordFrom = 0
  #recordTo = 0
  /** Set when the parser has to be replaced; what the old one still hands over is not looked at. */
  #resumed = false
  #line = 1
  /** Where the parser started, and the last line by its own count. */
  #parserFrom = 0
  #parserLine = 0
  /** Inside a line that is longer than a record may be: what is dropped of it, its rest or the LF of its CR LF. */
  #skipping: 'nothing' | 'line' | 'line feed' = 'nothing'

  constructor(delimiter: string, handler: RecordHandler) {
    this.#delimiter = delimiter
    this.#handler = handler
  }

  /** The bytes of the record being handed over, with its line end. */
  raw(): Buffer {
    return this.#simple?.raw() ?? this.#bytes(this.#recordFrom, this.#recordTo)
  }

  feed(bytes: Buffer): void {
    for (let at = 0; at < bytes.length; at += SLICE_BYTES) this.#feedSlice(bytes.subarray(at, at + SLICE_BYTES))
  }

  finish(): void {
    this.#read(true)
    let closed = this.#parser?.finish() ?? true
    while (this.#resumed) {
      this.#giveUpParser()
      this.#read(true)
      closed = this.#parser?.finish() ?? true
    }
    if (!closed && this.#recordFrom < this.#total) {
      this.#handler.damage(this.#bytes(this.#recordFrom, this.#total), this.#line, false)
    }
  }

  /** Reads what has not been looked at: all but an unfinished line, or all where nothing follows. */
  #read(isLast: boolean): void {
    while (this.#fed < this.#total) {
      if (this.#parser === undefined) {
        this.#readSimple()
        if (this.#fed === this.#total || (!isLast && this.#mayBecomeSimple())) return
      }
      this.#parse((this.#parser ??= this.#newParser()))
    }
  }

  #readSimple(): void {
    const lines = new SimpleLines(this.#bytes(this.#recordFrom, this.#total), this.#delimiter)
    this.#simple = lines
    for (let cells = lines.next(); cells !== undefined; cells = lines.next())
      this.#handler.record(cells, this.#line++, 1)
    this.#simple = undefined
    const { length } = lines
    this.#piece = length < WORTHWHILE_BYTES ? this.#piece : SMALLEST_PIECE_BYTES
    this.#recordFrom += length
    this.#fed = this.#recordFrom
  }

  /** Whether all that is left is the beginning of a line. */
  #mayBecomeSimple(): boolean {
    const rest = this.#bytes(this.#recordFrom, this.#total)
    return rest.length < SLICE_BYTES && !rest.includes(LF) && !rest.includes(CR)
  }

  #newParser(): BareParser {
    this.#parserFrom = this.#recordFrom
    this.#parserLine = 0
    return new BareParser(this.#delimiter, (cells) => this.#onRecord(cells))
  }

  /** Feeds the parser a piece of what it has not seen, and lets go of it when a record was completed by that. */
  #parse(parser: BareParser): void {
    const before = this.#recordFrom
    const to = Math.min(this.#total, this.#fed + this.#piece)
    const bytes = this.#bytes(this.#fed, to)
    this.#fed = to
    this.#piece = Math.min(this.#piece * 2, SLICE_BYTES)
    parser.feed(bytes)
    if (this.#resumed || this.#recordFrom > before) this.#giveUpParser()
  }

  #giveUpParser(): void {
    if (this.#resumed) this.#piece = SMALLEST_PIECE_BYTES
    this.#resumed = false
    this.#parser = undefined
    this.#fed = this.#recordFrom
  }

  #onRecord(cells: readonly string[]): void {
    if (this.#resumed || this.#parser === undefined) return
    const { bytes, lines } = this.#parser.info
    this.#recordTo = this.#parserFrom + bytes
    // Inside quotes csv-parse counts CR LF as two lines, so its count only tells one line from several.
    const taken = lines - this.#parserLine === 1 ? 1 : 1 + cells.reduce((sum, cell) => sum + lineEnds(cell), 0)
    this.#parserLine = lines
    const resume = this.#handler.record(cells, this.#line, taken)
    this.#line = resume?.number ?? this.#line + taken
    this.#recordFrom = resume === undefined ? this.#recordTo : this.#recordFrom + resume.offset
    this.#resumed = resume !== undefined
  }

  #feedSlice(slice: Buffer): void {
    const bytes = this.#skipping === 'nothing' ? slice : this.#afterSkipped(slice)
    if (bytes.length === 0) return
    this.#kept.push(bytes)
    this.#total += bytes.length
    this.#read(false)
    if (this.#total - this.#recordFrom > MAX_RECORD_BYTES) this.#giveUpRecord()
    this.#forget()
  }

  /** Hands over the whole lines of a record that has grown too long, and starts anew at the line it had come to. */
  #giveUpRecord(): void {
    const bytes = this.#bytes(this.#recordFrom, this.#total)
    const whole = endOfLastLine(bytes)
    const given = whole === 0 ? bytes : bytes.subarray(0, whole)
    const resume = this.#handler.damage(given, this.#line, true)
    this.#line = resume?.number ?? this.#line + (whole === 0 ? 0 : lineEnds(given.toString('latin1')))
    this.#recordFrom += resume?.offset ?? given.length
    if (whole === 0) this.#skipping = 'line'
    this.#resumed = true
    this.#giveUpParser()
    this.#read(false)
  }

  /** What follows the skipped line. Its end stays out of the parser, or it would make a blank line. */
  #afterSkipped(slice: Buffer): Buffer {
    let from = 0
    if (this.#skipping === 'line') {
      const at = slice.findIndex((byte) => byte === LF || byte === CR)
      if (at === -1) return slice.subarray(slice.length)
      this.#line++
      this.#skipping = slice[at] === CR ? 'line feed' : 'nothing'
      from = at + 1
    }
    if (this.#skipping === 'line feed' && from < slice.length) {
      this.#skipping = 'nothing'
      if (slice[from] === LF) from++
    }
    return slice.subarray(from)
  }

  #forget(): void {
    let gone = 0
    for (const chunk of this.#kept) {
      if (this.#keptFrom + chunk.length > this.#recordFrom) break
      this.#keptFrom += chunk.length
      gone++
    }
    if (gone > 0) this.#kept.splice(0, gone)
  }

  #bytes(from: number, to: number): Buffer {
    const parts: Buffer[] = []
    let start = this.#keptFrom
    for (const chunk of this.#kept) {
      if (start >= to) break
      if (start + chunk.length > from) parts.push(chunk.subarray(Math.max(0, from - start), to - start))
      start += chunk.length
    }
    return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)
  }
}

/** The offset after the last line end. A CR at the very end may be half of one and does not count. */
function endOfLastLine(bytes: Buffer): number {
  for (let at = bytes.length - 1; at >= 0; at--) {
    if (bytes[at] === LF || (bytes[at] === CR && at < bytes.length - 1)) return at + 1
  }
  return 0
}
