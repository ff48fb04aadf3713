import { describe, expect, it } from 'vitest'
import { reading } from './reading.ts'

describe('the delimiter', () => {
  it.each([
    ['comma', ',', 'Id,Name,Stage\n1,"1,234.50",Open\n'],
    ['semicolon', ';', 'Id;Name;Amount\n1;Acme, Inc;1,5\n2;Globex, Ltd;2,5\n'],
    ['tab', '\t', 'Id\tName\tStage\n1\tAcme, Inc; and sons\tOpen\n'],
    ['pipe', '|', 'Id|Name|Stage\n1|Acme|Open\n'],
    ['tilde', '~', 'Id~Name~Stage\n1~Acme, Inc~Open\n'],
    ['caret', '^', 'Id^Name^Stage\n1^Acme; Inc^Open\n'],
    ['comma, in rows that are in quotes as a whole', ',', '"Id,Name,Stage"\n"1,""Acme; Inc"",Open"\n'],
  ])('%s', async (_name, delimiter, text) => {
    const read = await reading(text)
    expect(read.delimiter).toBe(delimiter)
    expect(read.header).toHaveLength(3)
  })

  it('is told from the rows where no column name is known', async () => {
    const text = 'Kenn;Firma;Betrag\n1;Müller, Söhne;1.234,50\n2;Huber;2,50\n'
    expect((await reading(text)).delimiter).toBe(';')
  })

  it('is a comma where there is one column', async () => {
    expect((await reading('Acme\nGlobex\n')).delimiter).toBe(',')
  })

  it('is what the first line of Excel says', async () => {
    const read = await reading('sep=;\r\nX;Y,Z\r\n1;2,3\r\n')
    expect(read).toMatchObject({ delimiter: ';', header: ['X', 'Y,Z'], headerLine: 2, rows: [['1', '2,3']] })
  })

  it('is what the user says', async () => {
    expect((await reading('A,B|C,D\n1|2,3\n', { delimiter: 'pipe' })).header).toEqual(['A,B', 'C,D'])
    await expect(reading('Id,Name\n', { delimiter: '#' })).rejects.toMatchObject({ what: '"#" is not a delimiter' })
  })
})

describe('the header', () => {
  it('may stand below titles and filters', async () => {
    const read = await reading('Pipeline by rep\n"As of 11/20/2026, all teams"\n\nId,Name,Stage\n1,Acme,Open\n')
    expect(read.headerLine).toBe(4)
    expect(read.header).toEqual(['Id', 'Name', 'Stage'])
    expect(read.count).toEqual({ read: 1, used: 1, rejected: 0, ignored: 0 })
    expect(read.lines).toEqual([5])
  })

  it('may have line breaks in its cells', async () => {
    const read = await reading('Report\n\nId,"Close\r\nDate",Name\n1,2026-11-20,Acme\n')
    expect(read).toMatchObject({ headerLine: 3, header: ['Id', 'Close\r\nDate', 'Name'], lines: [5] })
  })

  it('is the first row with two cells where no name is known', async () => {
    const read = await reading('Bericht\n\nKenn,Firma\n1,Acme\n')
    expect(read).toMatchObject({ headerLine: 3, header: ['Kenn', 'Firma'] })
  })

  it('is no row below for the sake of one known name, which may be a cell of a deal', async () => {
    const read = await reading('Kenn;Bez;Trichter\n1;Acme;Stage\n2;Globex;Stage\n')
    expect(read).toMatchObject({ headerLine: 1, header: ['Kenn', 'Bez', 'Trichter'] })
  })

  it('is the best of the first rows, the earliest of equals', async () => {
    const read = await reading('Name,Report\nId,Name,Stage\nId,Name,Stage\n1,Acme,Open\n')
    expect(read).toMatchObject({ headerLine: 2, count: { read: 2, used: 1, ignored: 1 } })
  })

  it('is where the user says', async () => {
    const read = await reading('Id,Name\nfoo,bar\n1,Acme\n', { headerRow: 2 })
    expect(read).toMatchObject({ headerLine: 2, header: ['foo', 'bar'], rows: [['1', 'Acme']] })
    await expect(reading('Id,Name\n', { headerRow: 9 })).rejects.toMatchObject({
      what: 'there is no header on this line',
      where: { file: 'deals.csv', line: 9 },
    })
  })

  it('may name a column __proto__, or two the same', async () => {
    const read = await reading('Id,__proto__,Name,Name\n1,2,3,4\n')
    expect(read.rows).toEqual([['1', '2', '3', '4']])
  })
})

describe('what is no CSV', () => {
  it.each([
    ['an empty file', '', 'this file is empty'],
    ['blank lines', '\n \n,,\n', 'this file has only blank lines'],
    [
      'a workbook',
      'PK\u0003\u0004....[Content_Types].xml....xl/workbook.xml',
      'this is an Excel workbook (xlsx), not CSV',
    ],
    ['a zip file', 'PK\u0003\u0004....deals.csv', 'this is a spreadsheet or a zip file, not CSV'],
    ['a PDF', '%PDF-1.7', 'this is a PDF, not CSV'],
    ['a table of HTML', '\n<table border=1><tr><td>Id', 'this is a web page or an XML file, not CSV'],
    ['a page', '<!DOCTYPE html><html>', 'this is a web page or an XML file, not CSV'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'this is an old Excel workbook (xls), not CSV'],
    ['a compressed file', Buffer.from('1f8b0800', 'hex'), 'this file is compressed (gzip)'],
  ])('%s is a problem with a hint', async (_name, content, what) => {
    await expect(reading(content)).rejects.toMatchObject({
      name: 'Problem',
      what,
      where: { file: 'deals.csv' },
      hint: expect.stringMatching(/./) as string,
    })
  })
})
