import { describe, expect, it } from 'vitest'
import { readExports } from '../../src/ingest/read-exports.ts'
import { parseIsoDate, type PlainDate } from '../../src/time/plain-date.ts'
import { reading, sourceOf } from './reading.ts'

const HEADER = 'Id,Name,Stage,Amount,Close Date\n'
const ACME = '1,Acme,Open,100,2026-11-20\n'
const GLOBEX = '2,Globex,Open,200,2026-11-21\n'

describe('whole rows in quotes', () => {
  const wrapped = (text: string) => text.replaceAll(/^.+$/gm, (row) => `"${row.replaceAll('"', '""')}"`)
  const inc = '4,"Acme, ""the"" Inc",Open,"1,200",2026-11-20\n'
  const note = '5,"two\nlines",Open,1,2026-11-20\n'

  it('are the rows in them, with sums and headers', async () => {
    const plain = `${HEADER}${ACME}${inc}${HEADER}Total,,,1300,\n`
    const { rows, lines, count, header, footers } = await reading(plain)
    expect(await reading(wrapped(plain))).toMatchObject({ rows, lines, count, header, footers })
  })

  it('may be those only that have quotes themselves, or a line break', async () => {
    const plain = await reading(`${HEADER}${ACME}${inc}${note}${GLOBEX}`)
    const some = `${HEADER}${ACME}${wrapped(inc)}"${note.trim().replaceAll('"', '""')}"\n${GLOBEX}`
    expect(await reading(some)).toMatchObject({ rows: plain.rows, lines: plain.lines, count: plain.count })
  })

  it('are none where their cells are too few or too many', async () => {
    const { rows } = await reading(`${HEADER}${ACME}"Smith, Jones"\n"a,b,c,d,e,f"\n`)
    expect(rows.map(([first]) => first)).toEqual(['1', 'Smith, Jones', 'a,b,c,d,e,f'])
  })

  it('are none where they are a sentence', async () => {
    const sentence = 'Open, won, lost, renewals, and no test deals'
    const { rows, footers } = await reading(`${HEADER}${ACME}\n"${sentence}"\n`)
    expect(rows.map(([first]) => first)).toEqual(['1'])
    expect(footers).toEqual([sentence])
  })
})

it('a header that stands in one cell is said to, and not that its columns are unknown', async () => {
  const source = await sourceOf('"Deal ID,Deal Name,Owner,Stage";;\n"1,Northwind,Dana,Proposal";;\n')
  const today = parseIsoDate('2026-11-20') as PlainDate
  const options = { columns: {}, zone: 'UTC', dateOrder: undefined, decimal: undefined, today }
  await expect(readExports([{ source, fromFolder: false }], options)).rejects.toThrow(
    'the whole header stands in one cell: “Deal ID,Deal Name,Owner,Stage”',
  )
})
