import { describe, expect, test } from 'vitest'
import { isoDate, parseIsoDate, type PlainDate } from '../../../src/time/plain-date.ts'
import { DateColumn, decideOrders, type DateOrder } from '../../../src/ingest/cells/date.ts'

const NBSP = '\u00a0'
const NARROW = '\u202f'

/** The days of a column, as a user would write them. */
function days(cells: readonly string[], options: { zone?: string; order?: DateOrder } = {}) {
  const column = new DateColumn('Close Date', options)
  const codes = cells.map((cell, index) => column.read(cell, index + 2))
  column.settle()
  const read = codes.map((code) => column.day(code)).map((day) => (day === undefined ? undefined : isoDate(day)))
  return { column, days: read, rejected: column.rejected() }
}

function filled(cells: readonly string[], name = 'Date'): DateColumn {
  const column = new DateColumn(name)
  for (const [index, cell] of cells.entries()) column.read(cell, index + 2)
  return column
}

const date = (text: string): PlainDate => parseIsoDate(text)!

describe('dates that say what they mean', () => {
  test.each([
    ['2026-11-20', '2026-11-20'],
    ['2026/11/20', '2026-11-20'],
    ['2026.11.20.', '2026-11-20'],
    ['2026-1-5', '2026-01-05'],
    ['20261120', '2026-11-20'],
    ['2023-10-28 20:45:25', '2023-10-28'],
    ['2021-05-08T03:00:00+03:00', '2021-05-08'],
    ['2021-05-08T03:00:00.000Z', '2021-05-08'],
    ['2021-05-08T03:00:00.000+0000', '2021-05-08'],
    ['2021-05-08 03:00:00 UTC', '2021-05-08'],
    ['5/20/2024 7:42', '2024-05-20'],
    [`02/23/26${NARROW}08:55${NBSP}PM`, '2026-02-23'],
    ['20.11.2026', '2026-11-20'],
    ['20. 11. 2026', '2026-11-20'],
    ['20-11-2026', '2026-11-20'],
    ['20/11/69', '2069-11-20'],
    ['20/11/70', '1970-11-20'],
    ['15 Apr, 2021 00:02:00', '2021-04-15'],
    ['Apr 15, 2021', '2021-04-15'],
    ['Apr 15, 2021, 3:04 PM', '2021-04-15'],
    ['15-Apr-21', '2021-04-15'],
    ['15/Apr/2021', '2021-04-15'],
    ['April 15th, 2021', '2021-04-15'],
    ['April 15, 2021 at 3:04 PM', '2021-04-15'],
    ['2021 Apr 15', '2021-04-15'],
    ['Fri, 20 Nov 2026', '2026-11-20'],
    ['Friday, November 20, 2026', '2026-11-20'],
    ['Fri 11/20/2026', '2026-11-20'],
    ['Fri, 20 Nov 2026 10:00:00 +0100', '2026-11-20'],
    ['Fri Nov 20 2026 10:00:00 GMT+0100 (Central European Standard Time)', '2026-11-20'],
    ['20. März 2026', '2026-03-20'],
    ['Fr., 20. Nov. 2026', '2026-11-20'],
    ['20 févr. 2026', '2026-02-20'],
    ['1er août 2026', '2026-08-01'],
    ['mar. 3 nov. 2026', '2026-11-03'],
    ['20 de noviembre de 2026', '2026-11-20'],
    ['3 sept. 2026', '2026-09-03'],
    ['20 gennaio 2026', '2026-01-20'],
    ['20 de fev. de 2026', '2026-02-20'],
    ['20 mrt. 2026', '2026-03-20'],
    ['20 ноября 2026 г.', '2026-11-20'],
    ['20 нояб. 2026 г., 10:15', '2026-11-20'],
    ['пт, 20 мая 2026', '2026-05-20'],
    [' 2026-11-20\t', '2026-11-20'],
    ['\u200e11\u200e/\u200e20\u200e/\u200e2026', '2026-11-20'],
    ['="2026-11-20"', '2026-11-20'],
  ])('%s is %s', (cell, day) => {
    expect(days([cell])).toMatchObject({ days: [day], rejected: [] })
  })

  test.each(['', ' ', '-', '–', 'N/A', '#N/A', 'null', '(none)', 'n.a.', '000000000000000AAA', '0000-00-00'])(
    '"%s" is empty, and nobody is told',
    (cell) => expect(days([cell])).toMatchObject({ days: [undefined], rejected: [] }),
  )

  test.each([
    ['2026-02-30', 'no such day'],
    ['31/02/2026', 'no such day'],
    ['2026-20-11', 'no such day'],
    ['29 Feb 2026', 'no such day'],
    ['1026-11-20', 'year out of range'],
    ['1/1/1900', 'year out of range'],
    ['Acme 2026', 'not a date'],
    ['Acme 20 Nov 2026', 'not a date'],
    ['3', 'not a date'],
    ['12/2026', 'not a date'],
    ['20 jui 2026', 'not a date'],
    ['2026-11-20 late', 'not a date'],
    ['2026-11-20 25:00', 'not a date'],
    ['1/2-2026', 'not a date'],
    ['in March', 'not a date'],
    ['Nov 20 10:00', 'not a date'],
  ])('%s is rejected: %s', (cell, reason) => {
    expect(days([cell])).toMatchObject({ days: [undefined], rejected: [{ line: 2, value: cell, reason }] })
  })
})

describe('day first or month first', () => {
  test('one value decides the whole column', () => {
    expect(days(['1/2/2026', '13/2/2026']).days).toEqual(['2026-02-01', '2026-02-13'])
    expect(days(['1/2/2026', '2/13/2026']).days).toEqual(['2026-01-02', '2026-02-13'])
  })

  test('an ambiguous column says so, and reads as it is told', () => {
    const column = filled([])
    const code = column.read('1/2/2026', 2)
    expect(column.possibleOrders()).toEqual(['mdy', 'dmy'])
    expect(column.style()).toBe('M/D/YYYY or D/M/YYYY')
    expect(() => column.settle()).toThrow('"Date" may be mdy or dmy')
    column.settle('dmy')
    expect(isoDate(column.day(code)!)).toBe('2026-02-01')
    expect(column.style()).toBe('D/M/YYYY')
  })

  test('a column in which both orders give the same days has nothing to decide', () => {
    expect(filled(['5/5/2026', '6/6/2026']).possibleOrders()).toEqual([])
    expect(filled(['2026-11-20']).possibleOrders()).toEqual([])
  })

  test('a typing error does not turn a column around: it is rejected', () => {
    const cells = ['13/1/2026', '14/1/2026', '15/1/2026', '16/1/2026', '17/1/2026', '1/18/2026']
    expect(days(cells)).toMatchObject({ rejected: [{ line: 7, value: '1/18/2026', reason: 'no such day' }] })
    expect(days(cells).column.count).toBe(5)
    expect(filled(['13/1/2026', '1/13/2026']).possibleOrders()).toEqual(['mdy', 'dmy'])
  })

  test('the order that was asked for is taken', () => {
    expect(days(['1/2/2026'], { order: 'dmy' }).days).toEqual(['2026-02-01'])
    expect(days(['26/2/1'], { order: 'ymd' })).toMatchObject({ days: [undefined] })
    expect(days(['26-02-01'], { order: 'ymd' }).days).toEqual(['2026-02-01'])
  })

  test('a two-digit year that looks as if it stood in front is asked about', () => {
    expect(filled(['26-11-20', '26-11-05', '25-12-30']).possibleOrders()).toEqual(['dmy', 'ymd'])
    expect(filled(['20-11-26', '05-11-26', '30-12-25']).possibleOrders()).toEqual(['dmy'])
    expect(filled(['99-11-20', '98-10-25']).possibleOrders()).toEqual(['ymd'])
  })
})

describe('what else in the file decides', () => {
  test('a decided sibling with the same separator', () => {
    const created = filled(['1/2/2026'], 'Created')
    const close = filled(['13/2/2026'], 'Close')
    const other = filled(['1-2-2026'], 'Other')
    const { decided, undecided } = decideOrders([created, close, other], {})
    expect(decided.get(created)).toBe('dmy')
    expect(undecided).toEqual([other])
  })

  test('deals are not closed before they are created', () => {
    const earlier = filled([], 'Created')
    const later = filled([], 'Close')
    // Month first, each of these would be closed before it was created.
    const rows = [
      ['11/2/2026', '1/3/2026'],
      ['10/1/2026', '9/2/2026'],
      ['12/4/2026', '2/5/2026'],
    ]
    const codes = rows.map(([from = '', to = ''], line) => [earlier.read(from, line)!, later.read(to, line)!] as const)
    const { decided } = decideOrders([earlier, later], { pairs: [{ earlier, later, codes }] })
    expect([decided.get(earlier), decided.get(later)]).toEqual(['dmy', 'dmy'])
  })

  test('nothing was created after the export', () => {
    const created = filled(['3/11/2026', '5/12/2026'], 'Created')
    const evidence = { notAfter: date('2026-11-20'), notAfterColumns: [created] }
    expect(decideOrders([created], evidence).decided.get(created)).toBe('mdy')
    expect(decideOrders([created], { notAfter: date('2026-11-20') }).undecided).toEqual([created])
  })

  test('no locale writes month first with points', () => {
    const column = filled(['3.11.2026'])
    expect(column.possibleOrders()).toEqual(['mdy', 'dmy'])
    expect(decideOrders([column], {}).decided.get(column)).toBe('dmy')
  })

  test('otherwise the user must say', () => {
    const column = filled(['3/11/2026'])
    expect(decideOrders([column], {}).undecided).toEqual([column])
  })
})

describe('timestamps', () => {
  test('become a date in the zone of the review, summer time included', () => {
    const cells = ['2026-03-29T22:30:00Z', '2026-03-28T22:30:00Z', '2026-11-20T23:30:00-05:00', '2026-11-20 23:30']
    expect(days(cells, { zone: 'Europe/Madrid' }).days).toEqual([
      '2026-03-30',
      '2026-03-28',
      '2026-11-21',
      '2026-11-20',
    ])
    expect(days(cells).days).toEqual(['2026-03-29', '2026-03-28', '2026-11-20', '2026-11-20'])
  })

  test('that are all midnight are days, which no zone moves', () => {
    const zone = 'America/New_York'
    const [one, other] = ['2026-11-20T00:00:00.000Z', '2026-10-01T00:00:00Z']
    expect(days([one, other], { zone }).days).toEqual(['2026-11-20', '2026-10-01'])
    expect(days([one, other, '2026-10-01T15:20:00Z'], { zone }).days).toEqual([
      '2026-11-19',
      '2026-09-30',
      '2026-10-01',
    ])
    expect(days(['13/7/2026 00:00 Z', '3/7/2026 00:00 Z'], { zone }).days).toEqual(['2026-07-13', '2026-07-03'])
    expect(days(['1797292800000', '1797206400000'], { zone }).days).toEqual(['2026-12-15', '2026-12-14'])
  })

  test('the zone moves a date whose order is not yet known', () => {
    const read = days(['3/7/2026 23:30 +00:00', '13/7/2026 10:00 Z'], { zone: 'Europe/Madrid' })
    expect(read.days).toEqual(['2026-07-04', '2026-07-13'])
  })

  test('from one side of the date line to the other, a day may become the day after the next', () => {
    const read = days(['12/8/2015 23:45 -10:15', '12/20/2015'], { zone: 'Pacific/Apia' })
    expect(read.days).toEqual(['2015-12-10', '2015-12-20'])
  })

  test('the minute of the day orders changes within a day', () => {
    const column = filled(['5/20/2024 7:42'])
    expect(column.minute).toBe(462)
    column.read('02/23/26 08:55 PM', 3)
    expect(column.minute).toBe(1255)
    column.read('12:05', 3)
    expect(column.minute).toBe(0)
    column.read('45572.5', 3)
    expect(column.minute).toBe(720)
  })
})

describe('spreadsheet day numbers', () => {
  test('where the whole column is such numbers', () => {
    expect(days(['45572', '', '45572.5', 'TBD'])).toMatchObject({
      days: ['2024-10-07', undefined, '2024-10-07', undefined],
      rejected: [{ line: 5, reason: 'not a date' }],
    })
    expect(days(['45572']).column.style()).toBe('spreadsheet day numbers')
  })

  test('and not among other dates or other numbers', () => {
    expect(days(['45572', '2024-10-07'])).toMatchObject({ days: [undefined, '2024-10-07'], rejected: [{ line: 2 }] })
    expect(days(['45572', '12'])).toMatchObject({ days: [undefined, undefined], rejected: [{ line: 2 }, { line: 3 }] })
  })
})

test.each([
  ['2026-11-20', 'YYYY-MM-DD'],
  ['5/20/2024 7:42', 'M/D/YYYY HH:mm'],
  ['02/23/26 08:55 PM', 'M/D/YY h:mm AM'],
  ['20.11.2026', 'D.M.YYYY'],
  ['15 Apr, 2021 00:02:00', 'D MMM, YYYY HH:mm:ss'],
  ['April 15th, 2021', 'MMMM D, YYYY'],
  ['15-Apr-21', 'D-MMM-YY'],
  ['2021-05-08T03:00:00+03:00', 'YYYY-MM-DDTHH:mm:ss±hh:mm'],
  ['', undefined],
])('the style of %s is %s', (cell, style) => {
  expect(days([cell]).column.style()).toBe(style)
})

test('a million misfits are counted and a thousand kept', () => {
  const column = filled(Array.from({ length: 5000 }, () => 'soon'))
  expect([column.rejected().length, column.rejectedCount]).toEqual([1000, 5000])
})

describe('numbers that are dates', () => {
  test('a zero among a spreadsheet’s days is an empty cell, and no date among dates', () => {
    expect(days(['0', '46380', '0.0'])).toMatchObject({ days: [undefined, '2026-12-24', undefined], rejected: [] })
    expect(days(['0', '2026-12-24'])).toMatchObject({ days: [undefined, '2026-12-24'], rejected: [{ value: '0' }] })
  })

  test.each([
    ['seconds', 10, '1797292860', '1797206400'],
    ['milliseconds', 13, '1797292860123', '1797206400000'],
  ])('a column of %s since 1970 is read, in the review’s zone where there is one', (unit, _, one, other) => {
    expect(days([one, '', other, '0']).days).toEqual(['2026-12-15', undefined, '2026-12-14', undefined])
    expect(days([one, other], { zone: 'America/New_York' }).days).toEqual(['2026-12-14', '2026-12-13'])
    expect(days([one]).column.style()).toBe(`${unit} since 1970`)
  })

  test('among other dates, numbers or units they are none', () => {
    for (const other of ['2026-12-15', '46380', '1797206400', '7'])
      expect(days(['1797292800123', other]).rejected.length).toBeGreaterThan(0)
  })
})
