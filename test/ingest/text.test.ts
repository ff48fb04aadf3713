import * as fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { reading } from './reading.ts'

describe('line endings', () => {
  it('may be mixed: 0 of 10,000 files are miscounted', async () => {
    let miscounted = 0
    // A fixed sequence (Park and Miller), so that every run makes the same files.
    let seed = 20_261_121
    const next = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    for (let file = 0; file < 10_000; file++) {
      let text = 'id,name\n'
      const rows = 1 + next(8)
      for (let at = 0; at < rows; at++) {
        const name = ['Acme', '"Acme, Inc"', '"two\r\nlines"', '"two\nlines"', '"said ""yes"""'][next(5)] ?? ''
        text += `${at},${name}${['\n', '\r\n', '\r'][next(3)] ?? ''}`
      }
      const { count } = await reading(text)
      if (count.read !== rows || count.used !== rows) miscounted++
    }
    expect(miscounted).toBe(0)
  })
})

describe('chunks', () => {
  const text =
    'sep=;\r\nПайплайн\r\n\r\nId;Name;"Close\r\nDate"\r\n1;Ünïcode 🙂;2026-11-20\r\n2;"a ""quoted""\r\n🙂 cell";2026-11-21\n\r\n3;"torn;2026-11-22\r4;Сделка;2026-11-23\r\n\r\nTotal;3;\r\n'
  const encodings = ['utf-8', 'utf-16le', 'utf-16be']

  it.each(encodings)('of any size give the same rows: %s', async (encoding) => {
    for (const addBOM of [true, false]) {
      const bytes = iconv.encode(text, encoding, { addBOM })
      const whole = await reading(bytes)
      expect(whole.rows.map(([id]) => id)).toEqual(['1', '2', '4'])
      expect(whole.rejected.map(({ line }) => line)).toEqual([10])
      expect(whole.encoding).toBe(encoding)
      for (const chunkBytes of [1, 2, 3, 4, 5, 7, 11, 13, 64]) {
        expect(await reading(bytes, { chunkBytes })).toEqual(whole)
      }
    }
  })

  it('of any size give the same rows: generated text', async () => {
    const cells = fc.array(fc.tuple(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.string({ maxLength: 5 })), {
      minLength: 1,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(cells, fc.integer({ min: 1, max: 40 }), async (rows, chunkBytes) => {
        const csv = `Id,Name,Stage\r\n${rows.map(([name, stage], at) => `${at},"${name.replaceAll('"', '""')}",${stage}`).join('\r\n')}`
        expect(await reading(csv, { chunkBytes })).toEqual(await reading(csv))
      }),
      { numRuns: 300 },
    )
  })
})

describe('encodings', () => {
  it('are not doubted for a few damaged bytes, wherever a chunk ends', async () => {
    const sound = Buffer.from('Id;Name\n1;Jörg Ærø\n2;Łukasz Żółw\n3;B')
    const bytes = Buffer.concat([sound, Buffer.from([0xff]), Buffer.from('n\n')])
    const whole = await reading(bytes)
    expect(whole.encoding).toBe('utf-8')
    expect(whole.rows.map(([, name]) => name)).toEqual(['Jörg Ærø', 'Łukasz Żółw', 'B\uFFFDn'])
    for (const chunkBytes of [1, 2, 3, 7]) expect(await reading(bytes, { chunkBytes })).toEqual(whole)
  })

  const text = 'Id,Name,Amount\n1,Müller & Søn,€ 5\n'

  it.each([
    ['utf-8', 'utf-8', true],
    ['utf-8', 'utf-8', false],
    ['utf-16le', 'utf-16le', true],
    ['utf-16le', 'utf-16le', false],
    ['utf-16be', 'utf-16be', true],
    ['utf-16be', 'utf-16be', false],
    ['windows-1252', 'windows-1252', false],
  ])('%s is read as %s (byte order mark: %s)', async (written, read, addBOM) => {
    const { encoding, header, rows } = await reading(iconv.encode(text, written, { addBOM }))
    expect(encoding).toBe(read)
    expect(header).toEqual(['Id', 'Name', 'Amount'])
    expect(rows).toEqual([['1', 'Müller & Søn', '€ 5']])
  })

  it('is windows-1252 also where the first byte that is no UTF-8 comes late', async () => {
    const bytes = iconv.encode(`Id,Name\n${'1,Acme\n'.repeat(50_000)}2,Müller\n`, 'windows-1252')
    const { encoding, rows } = await reading(bytes, { chunkBytes: 65_536 })
    expect(encoding).toBe('windows-1252')
    expect(rows.at(-1)).toEqual(['2', 'Müller'])
  })

  it('is windows-1251 where whole words are beyond ASCII', async () => {
    const { encoding, rows } = await reading(iconv.encode('Id;Name\n1;Сделка № 5\n', 'windows-1251'))
    expect(encoding).toBe('windows-1251')
    expect(rows).toEqual([['1', 'Сделка № 5']])
  })

  it('can be named by the user', async () => {
    const bytes = iconv.encode('Id,Name\n1,Сделка\n', 'windows-1251')
    expect((await reading(bytes, { encoding: 'windows-1251' })).rows).toEqual([['1', 'Сделка']])
  })

  it('that do not exist are a problem with names that do', async () => {
    await expect(reading(text, { encoding: 'klingon' })).rejects.toMatchObject({
      what: 'there is no encoding called "klingon"',
      hint: expect.stringContaining('windows-1252') as string,
    })
  })

  it('of Cyrillic UTF-16 without a mark are told from the NULs of commas, digits and line ends', async () => {
    const cyrillic = `Id,Имя\n${'1,Сделка проиграна\n'.repeat(20)}`
    expect((await reading(iconv.encode(cyrillic, 'utf-16le', { addBOM: false }))).rows[0]).toEqual([
      '1',
      'Сделка проиграна',
    ])
  })

  it('are not taken for UTF-16 because of some NULs', async () => {
    const { encoding, rows } = await reading('Id,Name\n1,A\0\0\0\0cme\n2,Globex\0\0\0\n')
    expect(encoding).toBe('utf-8')
    expect(rows.map((cells) => cells[1])).toEqual(['Acme', 'Globex'])
  })
})
