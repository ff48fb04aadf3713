import { Problem } from '../../system/problem.ts'
import { type Decoding, decoded, detectEncoding } from './decode.ts'
import { physicalLines } from './lines.ts'
import { fittingHeader } from './header-width.ts'
import { type Quoting, asWritten, quotingOf, requoted } from './quoting.ts'
import { type SampleRow, sampleRows } from './sample.ts'
import type { Source } from './source.ts'

export type Delimiter = ',' | ';' | '\t' | '|' | '~' | '^'

/** How a file is written down, and where its header is. */
export interface Dialect {
  readonly decoding: Decoding
  readonly delimiter: Delimiter
  /** Undefined: as RFC 4180 has it. */
  readonly quoting: Quoting | undefined
  /** Physical line on which the header starts, the first is 1. */
  readonly headerLine: number
  /** How many records come before the header. */
  readonly headerRecord: number
  readonly header: readonly string[]
  /** The first rows below the header, for telling what the columns are. */
  readonly sample: readonly (readonly string[])[]
}

/** What the user said on the command line; it is not doubted. */
export interface DialectOverrides {
  readonly encoding?: string | undefined
  /** One of the characters, or its name. */
  readonly delimiter?: string | undefined
  /** Physical line, the first is 1. */
  readonly headerRow?: number | undefined
}

/** How many of these cells are known column names. */
export type HeaderScore = (cells: readonly string[]) => number

const USUAL: readonly Delimiter[] = [',', ';', '\t', '|']
/** Tried where the usual ones bring out no known column name. */
const RARE: readonly Delimiter[] = ['~', '^']
const DELIMITERS = [...USUAL, ...RARE]

/** Titles, filters and blank rows above a header have never been seen to go further down. */
const HEADER_ROWS = 20
/** Rows whose number of cells is compared. */
const SAMPLE_ROWS = 50
/** Rows whose values show what a column is. */
const VALUE_ROWS = 300
const SAMPLE_BYTES = 256 * 1024

/** Excel's own first line, which names the delimiter: `sep=;`. */
const SEPARATOR_LINE = /^"?sep=([^\r\n])"?[^\S\r\n]*(?=\r|\n|$)/i

interface Reading {
  readonly delimiter: Delimiter
  readonly rows: readonly SampleRow[]
  readonly header: number
  /** Known column names in the header. */
  readonly score: number
  /** 0 to below 1: how uniform the number of cells is, and how far above one. */
  readonly uniformity: number
}

/**
 * Encoding, delimiter and header of a source. The delimiter is the one that brings out most known column names, else the
 * one with the most uniform rows; the header is the best-scoring of the first rows.
 */
export async function detectDialect(
  source: Source,
  overrides: DialectOverrides,
  headerScore: HeaderScore,
): Promise<Dialect> {
  const wanted = overrides.delimiter === undefined ? undefined : namedDelimiter(overrides.delimiter)
  const decoding = await detectEncoding(source, overrides.encoding)
  const written = await sampleOf(decoded(source, decoding))
  const quoting = quotingOf(written.toString('utf8'))
  const sample = quoting === undefined ? written : await sampleOf(requoted(decoded(source, decoding), quoting))
  const separator = SEPARATOR_LINE.exec(sample.toString('utf8', 0, 32))
  const delimiter = wanted ?? DELIMITERS.find((known) => known === separator?.[1])
  const lines = physicalLines(sample, 1)
  const rowsBy = (each: Delimiter) => sampleRows(sample, lines, each, Math.max(SAMPLE_ROWS, overrides.headerRow ?? 0))
  const first = separator === null ? 0 : 1
  const bestOf = (candidates: readonly Delimiter[]) =>
    candidates
      .map((each) => read(rowsBy(each), each, first, overrides.headerRow, headerScore))
      .reduce((left, right) => (isBetter(right, left) ? right : left))
  const usual = bestOf(delimiter === undefined ? USUAL : [delimiter])
  const best = usual.score > 0 || delimiter !== undefined ? usual : bestOf([usual.delimiter, ...RARE])
  const header = best.rows[best.header]
  if (header === undefined) throw noHeader(source.name, overrides.headerRow)
  if (sample.length === SAMPLE_BYTES && lines[header.line - 1]?.ended === false) throw tooLong(source.name, header.line)
  return {
    decoding,
    delimiter: best.delimiter,
    quoting,
    headerLine: header.line,
    headerRecord: best.header,
    header: fittingHeader(
      header.cells.map((cell) => asWritten(cell.trim(), quoting)),
      best,
      source.name,
    ),
    sample: sampleRows(sample, lines, best.delimiter, VALUE_ROWS + best.header)
      .slice(best.header + 1)
      .map(({ cells }) => cells.map((cell) => asWritten(cell, quoting))),
  }
}

function noHeader(file: string, headerRow: number | undefined): Problem {
  if (headerRow === undefined) {
    return new Problem('this file has only blank lines', { where: { file }, hint: 'export it again' })
  }
  return new Problem('there is no header on this line', {
    where: { file, line: headerRow },
    hint: 'give --header-row the line of the file that has the column names',
  })
}

function tooLong(file: string, line: number): Problem {
  return new Problem(`the header is longer than ${SAMPLE_BYTES / 1024} KB`, {
    where: { file, line },
    hint: 'no pipeline has so many columns: export the deals as a list, one deal a row',
  })
}

const DELIMITER_NAMES: Readonly<Record<string, Delimiter>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  '\\t': '\t',
  pipe: '|',
  tilde: '~',
  caret: '^',
}

function namedDelimiter(name: string): Delimiter {
  const found = DELIMITERS.find((each) => each === name) ?? DELIMITER_NAMES[name.toLowerCase()]
  if (found !== undefined) return found
  throw new Problem(`"${name}" is not a delimiter`, { hint: 'use one of: comma, semicolon, tab, pipe, tilde, caret' })
}

async function sampleOf(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const sample: Buffer[] = []
  let length = 0
  for await (const chunk of chunks) {
    sample.push(chunk)
    length += chunk.length
    if (length >= SAMPLE_BYTES) break
  }
  return Buffer.concat(sample).subarray(0, SAMPLE_BYTES)
}

function read(
  rows: readonly SampleRow[],
  delimiter: Delimiter,
  first: number,
  headerRow: number | undefined,
  headerScore: HeaderScore,
): Reading {
  const header =
    headerRow === undefined
      ? headerAt(rows, first, headerScore)
      : rows.findIndex(({ line, lines }) => line <= headerRow && headerRow < line + lines)
  const score = headerScore(rows[header]?.cells ?? [])
  return { delimiter, rows, header, score, uniformity: uniformity(rows.slice(Math.max(first, header))) }
}

/** Index of the header row; where no row has a known name, the first with two cells filled, else the first not blank. */
function headerAt(rows: readonly SampleRow[], first: number, headerScore: HeaderScore): number {
  let best = -1
  let bestScore = 0
  for (let at = first; at < Math.min(rows.length, first + HEADER_ROWS); at++) {
    const score = headerScore(rows[at]?.cells ?? [])
    if (score > bestScore) [best, bestScore] = [at, score]
  }
  const wide = rows.findIndex((row, at) => at >= first && filled(row) > 1)
  // A single known name, such as “Pipeline”, may be a cell of a deal, below a header in words that we do not know.
  const filledAt = (at: number) => (rows[at] === undefined ? 0 : filled(rows[at]))
  const isBelowWider = (at: number) => wide !== -1 && wide < at && filledAt(wide) >= filledAt(at)
  if (best !== -1 && !(bestScore === 1 && isBelowWider(best))) return best
  return wide === -1 ? rows.findIndex((row, at) => at >= first && filled(row) > 0) : wide
}

function filled({ cells }: SampleRow): number {
  return cells.filter((cell) => cell.trim() !== '').length
}

/** The share of rows that have the commonest number of cells, more for many cells; 0 where that is one. */
function uniformity(rows: readonly SampleRow[]): number {
  const counts = new Map<number, number>()
  for (const row of rows) {
    if (filled(row) > 0) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1)
  }
  let total = 0
  let [commonest, times] = [1, 0]
  for (const [cells, count] of counts) {
    total += count
    if (count > times || (count === times && cells > commonest)) [commonest, times] = [cells, count]
  }
  return total === 0 ? 0 : (times / total) * (1 - 1 / commonest)
}

function isBetter(one: Reading, other: Reading): boolean {
  return one.score === other.score ? one.uniformity > other.uniformity : one.score > other.score
}
