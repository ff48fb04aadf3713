import { describe, expect, it } from 'vitest'
import { reading } from './reading.ts'

const HEADER = 'Id,Name,Owner,Stage,Amount,Created'

const rowsOf = (...rows: readonly string[]) => `${rows.join('\n')}\n`

describe('cells in other quotes', () => {
  it('are read in single quotes, with apostrophes doubled inside', async () => {
    const { rows, rejected } = await reading(
      rowsOf(
        HEADER,
        "1,'Oak, Inc','Ann',New,5,2026-10-01",
        "2,'O''Hara','Ann',New,6,2026-10-02",
        "3,'24\" pipe','Ben',New,7,2026-10-03",
      ),
    )
    expect(rows.map((cells) => cells.slice(0, 3))).toEqual([
      ['1', 'Oak, Inc', 'Ann'],
      ['2', "O'Hara", 'Ann'],
      ['3', '24" pipe', 'Ben'],
    ])
    expect(rejected).toEqual([])
  })

  it('are read with a backslash before each quote inside', async () => {
    const { rows } = await reading(
      rowsOf(
        HEADER,
        '1,"Oak \\"Big\\", Inc",Ann,New,5,2026-10-01',
        '2,"C:\\\\deals",Ann,New,6,2026-10-02',
        '3,Elm,Ben,New,7,2026-10-03',
      ),
    )
    expect(rows.map(([, name]) => name)).toEqual(['Oak "Big", Inc', 'C:\\deals', 'Elm'])
  })

  it('leave apostrophes in words alone', async () => {
    const { rows } = await reading(rowsOf(HEADER, "1,'Tis Oak,Ann's,New,5,2026-10-01", "2,Elm',Ben,New,6,2026-10-02"))
    expect(rows.map(([, name]) => name)).toEqual(["'Tis Oak", "Elm'"])
  })
})

describe('a header of another width than its rows', () => {
  const rows = ['1,Oak,Ann,New,5,2026-10-01', '2,Elm,Ann,New,6,2026-10-02', '3,Ash,Ben,New,7,2026-10-03']

  it('loses a name that is empty among the others', async () => {
    const { header } = await reading(rowsOf('Id,Name,Owner,,Stage,Amount,Created', ...rows))
    expect(header).toEqual(['Id', 'Name', 'Owner', 'Stage', 'Amount', 'Created'])
  })

  it.each([
    ['a name too few', 'Id,Name,Owner Stage,Amount,Created', 'the header has 5 columns, and each row has 6 cells'],
    [
      'a name too many',
      'Id,Name,Owner,Team,Stage,Amount,Created',
      'the header has 7 columns, and each row has 6 cells',
    ],
  ])('is refused with %s', async (_, header, message) => {
    await expect(reading(rowsOf(header, ...rows))).rejects.toThrow(message)
  })

  it('is read where only some rows leave their last cells off, or all have an empty one more', async () => {
    expect((await reading(rowsOf(HEADER, ...rows.slice(1), '4,Fir,Ann,New'))).rows).toHaveLength(3)
    expect((await reading(rowsOf(HEADER, ...rows.map((row) => `${row},`)))).rows).toHaveLength(3)
  })

  it('whose last cell has a stray quote swallows no row', async () => {
    const { rows: read } = await reading(rowsOf('Id,Name,Owner,Stage,Amount,"Created', ...rows))
    expect(read.map(([id]) => id)).toEqual(['1', '2', '3'])
  })
})

describe('a second table below the first', () => {
  it.each([
    ['as short rows', ['Rep,Goal', 'Ann,5000', 'Ben,6000']],
    ['as wide rows with empty cells', ['Rep,Goal,,,,', 'Ann,5000,,,,', 'Ben,6000,,,,']],
  ])('is rejected line by line: %s', async (_, table) => {
    const { rows, rejected } = await reading(
      rowsOf(HEADER, '1,Oak,Ann,New,5,2026-10-01', '2,Elm,Ann,New,6,2026-10-02', '', ...table),
    )
    expect(rows.map(([id]) => id)).toEqual(['1', '2'])
    expect(rejected.map(({ line, reason }) => [line, reason])).toEqual(
      [5, 6, 7].map((line) => [line, 'another table stands below the first: put it into a file of its own']),
    )
  })

  it('is none where full rows follow', async () => {
    const { rows } = await reading(
      rowsOf(HEADER, '1,Oak,Ann,New,5,2026-10-01', '', 'x,Elm', '3,Ash,Ben,New,7,2026-10-03'),
    )
    expect(rows.map(([id]) => id)).toEqual(['1', 'x', '3'])
  })
})
