import { type Line, splitRecord, unwrapped } from './lines.ts'

/** A row at the head of a file. */
export interface SampleRow {
  readonly cells: readonly string[]
  /** Physical line on which it starts, the first is 1. */
  readonly line: number
  /** Physical lines it takes. */
  readonly lines: number
}

/** A cell with more lines than this, so near the top, is a quote that is never closed. */
const MOST_LINES = 100

/**
 * The first rows of these lines, cut as csv-parse cuts them. Not by csv-parse itself: trying four delimiters on it first makes V8 compile its
 * loop for all of them, and the real parse then took a quarter longer.
 */
export function sampleRows(bytes: Buffer, lines: readonly Line[], delimiter: string, most: number): SampleRow[] {
  const rows: SampleRow[] = []
  for (let at = 0; at < lines.length && rows.length < most;) {
    const from = lines[at]?.offset ?? 0
    let split = splitRecord(lines[at]?.text ?? '', delimiter)
    let taken = 1
    const alone = split
    while (split.open && at + taken < lines.length && taken < MOST_LINES) {
      const line = lines[at + taken]
      taken++
      if (line?.text.includes('"') !== true) continue
      split = splitRecord(bytes.toString('utf8', from, line.offset + Buffer.byteLength(line.text)), delimiter)
    }
    if (split.open) [split, taken] = [alone, 1]
    rows.push({ cells: split.cells, line: at + 1, lines: taken })
    at += taken
  }
  const areWrapped = rows.every(({ cells }) => cells.length === 1)
  return areWrapped ? rows.map((row) => ({ ...row, cells: unwrapped(row.cells, delimiter) ?? row.cells })) : rows
}
