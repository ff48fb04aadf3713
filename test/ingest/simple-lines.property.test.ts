import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineEnds } from '../../src/ingest/bytes/lines.ts'
import { RecordReader } from '../../src/ingest/bytes/csv-records.ts'

/** How many files are made; a longer run as in damage.test.ts. */
const FILES = Number(process.env['DAMAGED_FILES'] ?? 200)

interface Found {
  readonly cells: readonly string[]
  readonly line: number
}

/** What csv-parse alone makes of the bytes. A quote that is never closed ends it. */
function byCsvParse(bytes: Buffer, delimiter: string): Found[] {
  const found: Found[] = []
  let line = 1
  try {
    parse(bytes, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      onRecord: (cells: string[]) => {
        found.push({ cells, line })
        line += 1 + cells.reduce((sum, cell) => sum + lineEnds(cell), 0)
        return cells
      },
    })
  } catch (error) {
    expect(error).toMatchObject({ code: 'CSV_QUOTE_NOT_CLOSED' })
  }
  return found
}

function byUs(bytes: Buffer, delimiter: string, chunkBytes: number): { found: Found[]; raw: Buffer } {
  const found: Found[] = []
  const raw: Buffer[] = []
  const reader = new RecordReader(delimiter, {
    record(cells, line) {
      found.push({ cells, line })
      raw.push(Buffer.from(reader.raw()))
      return undefined
    },
    damage(rest) {
      raw.push(rest)
      return undefined
    },
  })
  for (let at = 0; at < bytes.length; at += chunkBytes) reader.feed(bytes.subarray(at, at + chunkBytes))
  reader.finish()
  return { found, raw: Buffer.concat(raw) }
}

const anything = fc
  .array(
    fc.constantFrom(
      'a',
      'Acme Ltd',
      'é',
      '漢',
      '😀',
      ',',
      ',',
      ';',
      '"',
      '""',
      '","',
      '\n',
      '\r',
      '\r\n',
      ' ',
      '\uFEFF',
    ),
  )
  .map((parts) => parts.join(''))
const simple = fc
  .array(fc.constantFrom('', 'Acme', '"Acme, Inc"', '"say ""yes"""', '"Ünïcode"', '""', 'x'.repeat(30)), {
    minLength: 1,
    maxLength: 9,
  })
  .map((cells) => cells.join(','))
const tall = fc.constantFrom('1,"two\nlines",x', '"a\r\nb, c\r\n\r\nd",2', `1,"${'long\n'.repeat(500)}"`)
const bytesOfAnyKind = fc.uint8Array({ maxLength: 12 })

const file = fc
  .array(
    fc.oneof(
      { weight: 20, arbitrary: simple },
      { weight: 2, arbitrary: anything },
      { weight: 2, arbitrary: tall },
      { weight: 1, arbitrary: bytesOfAnyKind },
    ),
    { maxLength: 60, size: 'max' },
  )
  .chain((lines) =>
    fc.constantFrom('\n', '\r\n', '\r').map((end) => {
      const parts = lines.flatMap((line) => [Buffer.from(line as string), Buffer.from(end)])
      return Buffer.concat(parts)
    }),
  )

describe('simple lines, which do not go through csv-parse,', () => {
  it(
    `come out as it would cut them (${FILES} files)`,
    () => {
      const chunkBytes = fc.constantFrom(1, 7, 64, 1000, 100_000)
      fc.assert(
        fc.property(file, fc.constantFrom(',', ';'), chunkBytes, fc.nat(2), (bytes, delimiter, size, cut) => {
          const whole = bytes.subarray(0, bytes.length - cut)
          const { found, raw } = byUs(whole, delimiter, size)
          expect(found).toEqual(byCsvParse(whole, delimiter))
          expect(raw.equals(whole)).toBe(true)
        }),
        { numRuns: FILES },
      )
    },
    30_000 + FILES * 50,
  )
})
