import type { RowSink } from './row-sink.ts'

/**
 * How a file writes cells that hold a delimiter, where it does not follow RFC 4180 (`"said ""yes"""`): in single quotes
 * (`'Acme, Inc'`), or with a backslash before each quote (`"said \"yes\""`), as MySQL and some scripts do.
 */
export type Quoting = 'single' | 'backslash'

const SINGLE = 0x27
const DOUBLE = 0x22
const BACKSLASH = 0x5c

/** Fewer cells in single quotes than this may be words like ’tis. */
const ENOUGH_CELLS = 3

/** The quoting a sample shows. Undefined: double quotes, doubled inside a cell, or no quotes at all. */
export function quotingOf(sample: string): Quoting | undefined {
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0
  if (count(/(?:^|[,;\t|])"/gm) === 0) {
    const opened = count(/(?:^|[,;\t|])'/gm)
    const closed = count(/'(?=[,;\t|\r\n]|$)/g)
    return opened >= ENOUGH_CELLS && closed >= 0.9 * opened && opened >= 0.9 * closed ? 'single' : undefined
  }
  return count(/\\"(?![,;\t|\r\n]|$)/g) > 0 && count(/[^,;\t|\r\n]""(?![,;\t|\r\n]|$)/g) === 0 ? 'backslash' : undefined
}

/** The bytes as RFC 4180 has them; line ends stay where they are. Single and double quotes change places. */
export async function* requoted(chunks: AsyncIterable<Buffer>, quoting: Quoting | undefined): AsyncGenerator<Buffer> {
  if (quoting === undefined) yield* chunks
  else if (quoting === 'single') for await (const chunk of chunks) yield swapped(chunk)
  else yield* doubled(chunks)
}

function swapped(chunk: Buffer): Buffer {
  const bytes = Buffer.from(chunk)
  for (const [at, byte] of bytes.entries())
    if (byte === SINGLE) bytes[at] = DOUBLE
    else if (byte === DOUBLE) bytes[at] = SINGLE
  return bytes
}

async function* doubled(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isEscaped = false
  for await (const chunk of chunks) {
    const bytes: number[] = []
    for (const byte of chunk) {
      if (isEscaped) {
        bytes.push(byte === DOUBLE ? DOUBLE : BACKSLASH, ...(byte === BACKSLASH ? [] : [byte]))
        isEscaped = false
      } else if (byte === BACKSLASH) isEscaped = true
      else bytes.push(byte)
    }
    if (bytes.length > 0) yield Buffer.from(bytes)
  }
  if (isEscaped) yield Buffer.from([BACKSLASH])
}

/** The cell, or the text of a row, as the file has it. */
export function asWritten(text: string, quoting: Quoting | undefined): string {
  if (quoting !== 'single') return text
  return text.replaceAll(/['"]/g, (quote) => (quote === "'" ? '"' : "'"))
}

/** Hands rows over as the file has them. */
export function writtenAs(quoting: Quoting | undefined, sink: RowSink): RowSink {
  if (quoting !== 'single') return sink
  const own = (text: string) => asWritten(text, quoting)
  return {
    row: (cells, line) => sink.row(cells.map(own), line),
    rejected: (row) => sink.rejected({ ...row, value: own(row.value) }),
    ignored: (cells, line, reason) => sink.ignored?.(cells.map(own), line, reason),
    footer: (cells, line) => sink.footer?.(cells.map(own), line),
  }
}
