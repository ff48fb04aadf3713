import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reading } from './reading.ts'

/** How many damaged files are made; a longer run: `DAMAGED_FILES=20000 npx vitest run test/ingest`. */
const DAMAGED_FILES = Number(process.env['DAMAGED_FILES'] ?? 400)

const HEADER = 'Id,Name,Owner,Stage,Amount,Close Date,Note'

const note = fc.constantFrom('ok', '', 'wants 24"', 'call Friday', '"two\nlines"', '"Acme, Inc"', '"he said ""yes"""')
const name = fc.constantFrom('Deal', '"Deal, big"', 'Ünïcode & Søns', '"Line\nbreak"')

const lines = fc
  .array(fc.tuple(name, fc.constantFrom('Ann', 'Ben Cole'), fc.nat(9999), fc.nat(27), note), {
    minLength: 3,
    maxLength: 30,
  })
  .map((rows) =>
    rows.map(([deal, owner, amount, day, text], at) => {
      const closes = `2026-11-${String(day + 1).padStart(2, '0')}`
      return `D-${100 + at},${deal},${owner},New,${amount},${closes},${text}`
    }),
  )

/** Quotes put into the text of a file at any place below its header. */
function withQuotes(text: string, places: readonly number[]): string {
  return places
    .map((place) => Math.floor(place * (text.length + 1)))
    .sort((a, b) => b - a)
    .reduce((whole, at) => `${whole.slice(0, at)}"${whole.slice(at)}`, text)
}

describe('stray quotes', () => {
  it(`swallow no row without a word (${DAMAGED_FILES} files)`, async () => {
    const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(lines, places, async (rows, where) => {
        const { rows: got, rejected } = await reading(`${HEADER}\n${withQuotes(rows.join('\n'), where)}\n`)
        const read = got.map(([id]) => plain(id ?? ''))
        const refused = rejected.map(({ value }) => plain(value)).join('\n')
        const missing = rows
          .map((_, at) => `D-${100 + at}`)
          .filter((id) => !read.some((first) => first.startsWith(id) && !first.includes('\n')) && !refused.includes(id))
        expect(missing).toEqual([])
      }),
      { numRuns: DAMAGED_FILES },
    )
  })

  it('give back the rows that a quote opened in one row and closed in a later one would swallow', async () => {
    const { rows, rejected } = await reading(
      'Id,Name,Owner,Stage,Amount,Note\n0,A,Ann,New,5,ok\n1,"Deal 1,Ann,New,5,ok\n2,Deal 2,Ann,New,5,wants 24"\n3,Z,Ann,New,5,ok\n',
    )
    expect(rows.map(([id]) => id)).toEqual(['0', '2', '3'])
    expect(rejected).toMatchObject([{ line: 3, value: '1,"Deal 1,Ann,New,5,ok' }])
  })
})

function plain(text: string): string {
  return text.replaceAll('"', '').trim()
}
