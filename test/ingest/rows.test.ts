import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { reading } from './reading.ts'

const HEADER = 'Id,Name,Stage,Amount,Close Date\n'
const ACME = '1,Acme,Open,100,2026-11-20\n'
const GLOBEX = '2,Globex,Open,200,2026-11-21\n'
const INITECH = '3,Initech,Won,300,2026-11-22\n'

function ids(rows: readonly (readonly string[])[]): string[] {
  return rows.map((row) => row[0] ?? '')
}

function allQuoted(text: string): string {
  return `${text.trim().replaceAll(/[^,]+/g, '"$&"')}\n`
}

describe('ordinary rows', () => {
  it('come with their physical lines', async () => {
    const { count, rows, lines } = await reading(`${HEADER}${ACME}${GLOBEX}`)
    expect(count).toEqual({ read: 2, used: 2, rejected: 0, ignored: 0 })
    expect(rows[1]).toEqual(['2', 'Globex', 'Open', '200', '2026-11-21'])
    expect(lines).toEqual([2, 3])
  })

  it('may have line breaks and delimiters in quoted cells', async () => {
    const note = 'Dear Bob,\r\nfirst, second, third\n\nyours, Ann'
    const { rows, lines, count } = await reading(`${HEADER}1,"${note}",Open,100,2026-11-20\r\n${GLOBEX}`)
    expect(rows[0]?.[1]).toBe(note)
    expect(lines).toEqual([2, 6])
    expect(count.read).toBe(2)
  })

  it('keep an address with a comma on its second line whole', async () => {
    const { rows, count } = await reading('Id,Name,Stage\n1,"12 Main St\nSpringfield, IL",Open\n2,Acme,Won\n')
    expect(rows).toEqual([
      ['1', '12 Main St\nSpringfield, IL', 'Open'],
      ['2', 'Acme', 'Won'],
    ])
    expect(count.rejected).toBe(0)
  })

  it('need no line end after the last one', async () => {
    const { count, rejected } = await reading(`${HEADER}${ACME}${GLOBEX.trimEnd()}`)
    expect(count.used).toBe(2)
    expect(rejected).toEqual([])
  })

  it('may be as long as a million characters in one cell', async () => {
    const long = 'long '.repeat(200_000)
    const { rows, count } = await reading(`${HEADER}1,"${long}",Open,1,2026-11-20\n${GLOBEX}`)
    expect(rows[0]?.[1]).toHaveLength(1_000_000)
    expect(count).toEqual({ read: 2, used: 2, rejected: 0, ignored: 0 })
  })

  it('lose their NULs and nothing else', async () => {
    const { rows } = await reading(`${HEADER}1,Ac\0me,Open,100,2026-11-20\n\0${GLOBEX}`)
    expect(rows.map((row) => row.slice(0, 2))).toEqual([
      ['1', 'Acme'],
      ['2', 'Globex'],
    ])
  })

  it('keep a lone carriage return inside a quoted cell', async () => {
    const { rows } = await reading(`${HEADER}1,"Ac\rme",Open,100,2026-11-20\n${GLOBEX}`)
    expect(rows[0]?.[1]).toBe('Ac\rme')
    expect(rows).toHaveLength(2)
  })

  it('can have a single column', async () => {
    const { header, rows, count } = await reading('Name\nAcme\n\n"Globex, Inc"\nTotal\n')
    expect(header).toEqual(['Name'])
    expect(rows).toEqual([['Acme'], ['Globex, Inc']])
    expect(count).toEqual({ read: 4, used: 2, rejected: 0, ignored: 2 })
  })
})

describe('rows with another number of cells', () => {
  it('are filled up where a spreadsheet left empty cells off', async () => {
    const { rows } = await reading(`${HEADER}1,Acme,Open\n${GLOBEX}`)
    expect(rows[0]).toEqual(['1', 'Acme', 'Open', '', ''])
  })

  it('are trimmed where the surplus is empty', async () => {
    const { rows, count } = await reading(`${HEADER}1,Acme,Open,100,2026-11-20,, \n${GLOBEX}`)
    expect(rows[0]).toEqual(['1', 'Acme', 'Open', '100', '2026-11-20'])
    expect(count.rejected).toBe(0)
  })

  it('are rejected where there are more cells than columns', async () => {
    const { rejected, rows } = await reading(`${HEADER}1,Acme, Inc,Open,100,2026-11-20\n${GLOBEX}`)
    expect(rejected).toEqual([
      {
        line: 2,
        value: '1,Acme, Inc,Open,100,2026-11-20',
        reason: '6 cells, the header has 5: an unquoted delimiter?',
      },
    ])
    expect(ids(rows)).toEqual(['2'])
  })

  it('are rejected where the file was cut off in the middle', async () => {
    const { rejected, count } = await reading(`${HEADER}${ACME}2,Globex,Op`)
    expect(rejected).toEqual([{ line: 3, value: '2,Globex,Op', reason: 'the file ends in the middle of this row' }])
    expect(count).toEqual({ read: 2, used: 1, rejected: 1, ignored: 0 })
  })

  it('are rejected where the file was cut off inside quotes', async () => {
    const { rejected } = await reading(`${HEADER}${ACME}2,"Glob`)
    expect(rejected).toEqual([{ line: 3, value: '2,"Glob', reason: 'the file ends in the middle of this row' }])
  })
})

describe('a stray quote', () => {
  const reason = 'a stray or missing quote: the cells of this line cannot be told apart'

  it('costs its own row when it is never closed', async () => {
    const { rejected, rows, lines } = await reading(`${HEADER}${ACME}9,"Hooli,Open,1,2026-11-20\n${GLOBEX}${INITECH}`)
    expect(rejected).toEqual([{ line: 3, value: '9,"Hooli,Open,1,2026-11-20', reason }])
    expect(ids(rows)).toEqual(['1', '2', '3'])
    expect(lines).toEqual([2, 4, 5])
  })

  it('costs its own row when a later quoted cell ends it', async () => {
    const quoted = '5,"Acme, Inc",Open,100,2026-11-20\n'
    const { rejected, rows } = await reading(`${HEADER}9,"Hooli,Open,1,2026-11-20\n${ACME}${quoted}${GLOBEX}`)
    expect(rejected.map(({ line }) => line)).toEqual([2])
    expect(ids(rows)).toEqual(['1', '5', '2'])
    expect(rows[1]?.[1]).toBe('Acme, Inc')
  })

  it('costs its own row even when the cells come out right', async () => {
    const inch = '4,Pipe 12",Open,5,2026-11-20\n'
    const { rejected, rows } = await reading(`${HEADER}9,"Hooli,Open,1,2026-11-20\n${ACME}${GLOBEX}${inch}${INITECH}`)
    expect(rejected.map(({ line }) => line)).toEqual([2])
    expect(ids(rows)).toEqual(['1', '2', '4', '3'])
  })

  it('costs its own row where every value is quoted', async () => {
    const torn = '"9","Hooli,"Open","1","2026-11-20"\n'
    const { rejected, rows } = await reading(
      `${allQuoted(HEADER)}${allQuoted(ACME)}${torn}${allQuoted(GLOBEX)}${allQuoted(INITECH)}`,
    )
    expect(ids(rows)).toEqual(['1', '2', '3'])
    expect(rejected.map(({ line }) => line)).toEqual([3])
  })

  it('leaves a cell with line breaks further down whole', async () => {
    const tall = '5,"two\nlines",Open,100,2026-11-20\n'
    const { rejected, rows } = await reading(`${HEADER}${tall}9,"Hooli,Open,1,2026-11-20\n${ACME}${tall}${GLOBEX}`)
    expect(rejected.map(({ line }) => line)).toEqual([4])
    expect(rows.map((row) => row.slice(0, 2).join(' '))).toEqual(['5 two\nlines', '1 Acme', '5 two\nlines', '2 Globex'])
  })

  it('in the header leaves the rows', async () => {
    const { header, count } = await reading(`Id,"Name,Stage\n1,Acme,Open\n2,Globex,Won\n`)
    expect(header).toEqual(['Id', 'Name,Stage'])
    expect(count).toEqual({ read: 2, used: 0, rejected: 2, ignored: 0 })
  })

  it('in a file larger than a record may be costs its own row', async () => {
    const long = 'x'.repeat(400)
    const rows = Array.from({ length: 30_000 }, (_, at) => `${at},Company ${at} ${long},Open,${at},2026-11-20`)
    rows[1000] = '1000,"Company,Open,1,2026-11-20'
    const { count, rejected, lines } = await reading(`${HEADER}${rows.join('\n')}\n`)
    expect(count).toEqual({ read: 30_000, used: 29_999, rejected: 1, ignored: 0 })
    expect(rejected[0]?.line).toBe(1002)
    expect(lines.at(-1)).toBe(30_001)
  })

  it('and a line longer than a record may be cost one row each', async () => {
    const endless = `7,"${'x'.repeat(9_000_000)},Open\r\n`
    const { count, rejected, rows, lines } = await reading(`${HEADER}${ACME}${endless}${GLOBEX}`)
    expect(count).toEqual({ read: 3, used: 2, rejected: 1, ignored: 0 })
    expect(rejected[0]?.line).toBe(3)
    expect(rejected[0]?.value).toHaveLength(200)
    expect(ids(rows)).toEqual(['1', '2'])
    expect(lines).toEqual([2, 4])
  })
})

describe('ignored rows', () => {
  it('are blank lines, also those made of delimiters', async () => {
    const { count } = await reading(`${HEADER}\n${ACME},,,,\n  \n${GLOBEX}\n`)
    expect(count).toEqual({ read: 6, used: 2, rejected: 0, ignored: 4 })
  })

  it('are headers that come again', async () => {
    const { count, rows } = await reading(`${HEADER}${ACME}${HEADER}${GLOBEX}ID, name ,STAGE,Amount,"Close\nDate"\n`)
    expect(count).toEqual({ read: 4, used: 2, rejected: 0, ignored: 2 })
    expect(ids(rows)).toEqual(['1', '2'])
  })

  it('are those the sink ignores', async () => {
    const { count } = await reading(`${HEADER}${ACME}${GLOBEX}`, {
      verdict: ([id]) => (id === '1' ? { ignored: 'of another kind' } : 'used'),
    })
    expect(count).toEqual({ read: 2, used: 1, rejected: 0, ignored: 1 })
  })

  it('are the footer of a Salesforce report', async () => {
    const footer = [
      '"Grand Totals (2 records)"',
      '"Pipeline by rep"',
      '"Confidential Information - Do Not Distribute"',
      '"Copyright © 2000-2025 salesforce.com, inc. All rights reserved."',
      '"Generated by: Kim Osei 11/20/2026"',
    ]
    const { count, footers, rows } = await reading(`${HEADER}${ACME}${GLOBEX}\n\n${footer.join('\n')}`)
    expect(count).toEqual({ read: 9, used: 2, rejected: 0, ignored: 7 })
    expect(footers.toSorted()).toEqual(footer.map((line) => line.replaceAll('"', '')).toSorted())
    expect(ids(rows)).toEqual(['1', '2'])
  })

  it('are totals right below the rows', async () => {
    const { footers, count } = await reading(`${HEADER}${ACME}Total,,,"$1,100.00",\nCopyright (c) 2025 Example`)
    expect(footers).toEqual(['Total | $1,100.00', 'Copyright (c) 2025 Example'])
    expect(count).toEqual({ read: 3, used: 1, rejected: 0, ignored: 2 })
  })

  it('are no deals that only begin like a footer', async () => {
    const { footers, rows } = await reading(`Name,Stage,Amount\nTotal,Open,5\nTotal Foods,Open,1\n`)
    expect(footers).toEqual([])
    expect(rows).toHaveLength(2)
  })

  it.each([
    'Dana Total,,,9',
    'Summe,,,9',
    'Итого,,,9',
    'Totaal,,,9',
    'Average,,,9',
    'Count,4,,',
    ',Total,,9',
    '* amounts in kEUR',
    '2 rows',
    'Total (3): 9',
  ])('are sums and notes: %s', async (line) => {
    const { rows, footers } = await reading(`Name,Stage,Owner,Amount\nAcme,Open,Dana,9\n${line}\nGlobex,Open,Dana,9\n`)
    expect([rows.length, footers.length]).toEqual([2, 1])
  })

  it.each(['Total Wine & More', 'Total Energies', 'Totals Ltd', 'Total 5G rollout', 'Summerfield', 'Count Dracula'])(
    'are rows where a deal is called %s',
    async (name) => expect((await reading(`Name,Stage,Amount\n${name},,9\n${name},,\n`)).rows).toHaveLength(2),
  )

  it('are no rows after a blank line with full rows below them', async () => {
    const { rows, lines, count } = await reading(`${HEADER}${ACME}\n7\nHooli\n${GLOBEX}`)
    expect(rows.map((row) => row.slice(0, 2))).toEqual([
      ['1', 'Acme'],
      ['7', ''],
      ['Hooli', ''],
      ['2', 'Globex'],
    ])
    expect(lines).toEqual([2, 4, 5, 6])
    expect(count).toEqual({ read: 5, used: 4, rejected: 0, ignored: 1 })
  })
})

describe('what the sink rejects', () => {
  it('is reported with the column and the cell', async () => {
    const verdict = { rejected: 'no such day', column: 'Close Date', value: '31/02/2026' }
    const { rejected } = await reading(`${HEADER}${ACME}`, { verdict: () => verdict })
    expect(rejected).toEqual([{ line: 2, value: '31/02/2026', reason: 'no such day', column: 'Close Date' }])
  })

  it('is reported with the text of the row, shortened', async () => {
    const { rejected } = await reading(`${HEADER}1,"${'a'.repeat(500)}",Open,1,2026-11-20\n`, {
      verdict: () => ({ rejected: 'no owner' }),
    })
    expect(rejected[0]?.value).toMatch(/^1,"a{196}…$/)
  })
})

describe('csv-spectrum', () => {
  const folder = path.dirname(createRequire(import.meta.url).resolve('csv-spectrum'))
  const names = readdirSync(path.join(folder, 'csvs')).map((file) => path.parse(file).name)

  it.each(names)('%s', async (name) => {
    const csv = readFileSync(path.join(folder, 'csvs', `${name}.csv`))
    // The numbers in this one's expected cells are not those of its CSV.
    const number = name === 'location_coordinates' ? { 'Contact Phone Number': '2095257564' } : {}
    const json = JSON.parse(readFileSync(path.join(folder, 'json', `${name}.json`), 'utf8')) as object[]
    const expected = [json].flat().map((object) => Object.assign(object, number))
    const { header, rows } = await reading(csv)
    const objects = rows.map((row) => Object.fromEntries(row.map((cell, at) => [header[at], cell])))
    expect(objects).toEqual(expected)
  })
})
