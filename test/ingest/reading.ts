import { type DialectOverrides, type HeaderScore, detectDialect } from '../../src/ingest/bytes/dialect.ts'
import { type RowCount, readRows } from '../../src/ingest/bytes/rows.ts'
import type { RejectedRow, Verdict } from '../../src/ingest/bytes/row-sink.ts'
import { type Source, streamSource } from '../../src/ingest/bytes/source.ts'

/** Everything that came out of one file. */
export interface Reading {
  readonly header: readonly string[]
  readonly headerLine: number
  readonly delimiter: string
  readonly encoding: string
  readonly count: RowCount
  readonly rows: readonly (readonly string[])[]
  /** Physical lines on which the rows start. */
  readonly lines: readonly number[]
  readonly rejected: readonly (RejectedRow & { column?: string })[]
  readonly footers: readonly string[]
}

export interface HowToRead extends DialectOverrides {
  readonly chunkBytes?: number
  readonly headerScore?: HeaderScore
  readonly verdict?: (cells: readonly string[], line: number) => Verdict
}

export function inChunks(content: string | Buffer, bytes = 1 << 20): AsyncIterable<Buffer> {
  const buffer = typeof content === 'string' ? Buffer.from(content) : content
  return (async function* chunks(): AsyncGenerator<Buffer> {
    for (let at = 0; at < buffer.length; at += bytes) yield buffer.subarray(at, at + bytes)
  })()
}

export async function sourceOf(content: string | Buffer, chunkBytes?: number): Promise<Source> {
  return streamSource('deals.csv', inChunks(content, chunkBytes))
}

const KNOWN_NAMES = new Set(['id', 'name', 'stage', 'amount', 'close date', 'owner', 'created'])

export function knownNames(cells: readonly string[]): number {
  return cells.filter((cell) => KNOWN_NAMES.has(cell.trim().replaceAll(/\s+/g, ' ').toLowerCase())).length
}

/** Reads a file the way a review does, and collects what a sink is told. */
export async function reading(content: string | Buffer, how: HowToRead = {}): Promise<Reading> {
  const source = await sourceOf(content, how.chunkBytes)
  const dialect = await detectDialect(source, how, how.headerScore ?? knownNames)
  const rows: (readonly string[])[] = []
  const lines: number[] = []
  const rejected: RejectedRow[] = []
  const footers: string[] = []
  const count = await readRows(source, dialect, {
    row(cells, line) {
      rows.push(cells)
      lines.push(line)
      return how.verdict?.(cells, line) ?? 'used'
    },
    rejected: (row) => rejected.push(row),
    footer: (cells) => footers.push(cells.filter((cell) => cell !== '').join(' | ')),
  })
  const { header, headerLine, delimiter, decoding } = dialect
  return { header, headerLine, delimiter, encoding: decoding.encoding, count, rows, lines, rejected, footers }
}
