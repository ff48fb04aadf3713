import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { physicalLines } from '../../src/ingest/bytes/lines.ts'
import { reading } from './reading.ts'

/** How many damaged files are made; a longer run: `DAMAGED_FILES=20000 npx vitest run test/ingest`. */
const DAMAGED_FILES = Number(process.env['DAMAGED_FILES'] ?? 400)

const HEADER = 'Id,Name,Stage,Amount,Close Date,Notes'
const WIDTH = 6

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('Acme', 'Globex Ltd', 'Ünïcode & Søns', '', 'Pipe 12in', 'x') },
  { weight: 2, arbitrary: fc.constantFrom('Acme, Inc', 'said "yes"', 'two\nlines', 'a\r\nb, c\r\n\r\nd', ';|\t') },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
)

const row = fc
  .tuple(fc.integer({ min: 100, max: 999 }), cell, fc.constantFrom('Open', 'Won'), fc.nat(9999), fc.nat(27), cell)
  .map(([id, name, stage, amount, day, note]) => [
    `D-${id}`,
    name,
    stage,
    String(amount),
    `2026-11-${String(day + 1).padStart(2, '0')}`,
    note,
  ])

function csvCell(text: string, always: boolean): string {
  return always || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function csvRow(cells: readonly string[], always: boolean): string {
  return cells.map((text) => csvCell(text, always)).join(',')
}

/** One change at a place between 0 (the start of the file) and 1 (its end). */
interface Damage {
  readonly kind: 'insert' | 'delete' | 'cut' | 'double'
  readonly at: number
  readonly bytes: Buffer
}

const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('insert' as const, 'insert' as const, 'delete' as const, 'cut' as const, 'double' as const),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  bytes: fc.oneof(
    fc
      .constantFrom('"', '"', '""', ',', ',,', '\n', '\r', '\r\n', '\n\n', '\0', ',"', '",', '"\n', '\n"')
      .map((text) => Buffer.from(text)),
    fc.uint8Array({ minLength: 1, maxLength: 6 }).map((bytes) => Buffer.from(bytes)),
  ),
})

function damaged(file: Buffer, { kind, at, bytes }: Damage): Buffer {
  const place = Math.floor(at * file.length)
  const before = file.subarray(0, place)
  if (kind === 'cut') return before
  if (kind === 'insert') return Buffer.concat([before, bytes, file.subarray(place)])
  if (kind === 'delete') return Buffer.concat([before, file.subarray(place + bytes.length)])
  return Buffer.concat([before, file.subarray(place, place + 40), file.subarray(place)])
}

describe('a damaged file', () => {
  const file = fc.record({
    rows: fc.array(row, { minLength: 1, maxLength: 40 }),
    quoted: fc.boolean(),
    eol: fc.constantFrom('\n', '\r\n', '\r'),
    damages: fc.array(damage, { minLength: 1, maxLength: 4 }),
    chunkBytes: fc.constantFrom(1, 7, 64, 100_000),
  })

  it(`accounts for every row (${DAMAGED_FILES} files)`, async () => {
    await fc.assert(
      fc.asyncProperty(file, async ({ rows, quoted, eol, damages, chunkBytes }) => {
        const whole = Buffer.from([HEADER, ...rows.map((cells) => csvRow(cells, quoted))].join(eol) + eol)
        const header = Buffer.byteLength(HEADER + eol)
        // The header stays: what a file without one means is another test's matter.
        const body = damages.reduce(damaged, whole.subarray(header))
        const bytes = Buffer.concat([whole.subarray(0, header), body])
        const { count, rows: got, lines, rejected } = await reading(bytes, { encoding: 'utf-8', chunkBytes })
        expect(count.read).toBe(count.used + count.rejected + count.ignored)
        expect(count.rejected).toBe(rejected.length)
        expect(count.used).toBe(got.length)
        expect(got.every((cells) => cells.length === WIDTH)).toBe(true)
        const physical = physicalLines(bytes.filter((byte) => byte !== 0) as Buffer, 1)
        const starts = [...lines, ...rejected.map(({ line }) => line)]
        expect(new Set(starts).size).toBe(starts.length)
        expect(starts.every((line) => line > 1 && line <= physical.length)).toBe(true)
        // No line is lost without a word: what the rejected lines and the rows hold is all there is.
        const lengths = rejected.map(({ line, value }) => Math.max(value.length, physical[line - 1]?.text.length ?? 0))
        const told = lengths.reduce((sum, length) => sum + length, got.flat().join('').length)
        const letters = physical.slice(1).reduce((sum, { text }) => sum + text.replaceAll(/[",\s]/g, '').length, 0)
        expect(told).toBeGreaterThanOrEqual(letters - 40 * count.ignored)
      }),
      { numRuns: DAMAGED_FILES },
    )
  })

  it('keeps the rows around one stray quote', async () => {
    const plain = fc.array(row, { minLength: 12, maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(plain, fc.nat(), fc.boolean(), async (rows, at, quoted) => {
        const lines = rows.map((cells) =>
          csvRow(
            [...cells.slice(0, 5), 'plain'].map((text, i) => (i === 1 ? `N${text.replaceAll(/\W/g, '')}` : text)),
            quoted,
          ),
        )
        const hit = at % lines.length
        const places = [...(lines[hit] ?? '').matchAll(/(?<=,)(?=[^"])/g)].map(({ index }) => index)
        const place = places[at % Math.max(1, places.length)] ?? 0
        lines[hit] = `${(lines[hit] ?? '').slice(0, place)}"${(lines[hit] ?? '').slice(place)}`
        const { rows: got, rejected } = await reading(`${HEADER}\n${lines.join('\n')}\n`)
        const ids = rows.map(([id]) => id).filter((_, index) => index !== hit)
        expect(got.map(([id]) => id).filter((_, index) => got.length < rows.length || index !== hit)).toEqual(ids)
        expect(got.length + rejected.length).toBe(rows.length)
      }),
      { numRuns: Math.min(DAMAGED_FILES, 400) },
    )
  })
})
