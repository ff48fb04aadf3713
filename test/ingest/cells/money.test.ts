import { describe, expect, test } from 'vitest'
import { MoneyColumn, type MoneyOptions } from '../../../src/ingest/cells/money.ts'

const NBSP = '\u00a0'
const NARROW = '\u202f'

/** The amounts of a column, and what was rejected. */
function amounts(cells: readonly string[], options: MoneyOptions = {}) {
  const column = new MoneyColumn('Amount', options)
  const read = cells.map((cell, key) => column.read(cell, key + 2, key))
  column.settle()
  return { column, amounts: read.map((each, key) => column.amount(each, key)), rejected: column.rejected() }
}

describe('amounts that say what they mean', () => {
  test.each([
    ['0', 0],
    ['-0', 0],
    ['1200', 1200],
    ['489360.0', 489_360],
    ['9048,96', 9048.96],
    ['$22,700.00', 22_700],
    ['$7,450,000.00 ', 7_450_000],
    ['$3.972.451', 3_972_451],
    ['1.01752E11', 101_752_000_000],
    ['1,5e+3', 1500],
    ['1.234E5', 123_400],
    ['€1.234,50', 1234.5],
    ['1 234,50 €', 1234.5],
    [`1${NBSP}234,50${NBSP}€`, 1234.5],
    [`1${NARROW}234${NARROW}567,50`, 1_234_567.5],
    ["1'234.50", 1234.5],
    ['CHF 1’234.50', 1234.5],
    ['USD 1,200,000', 1_200_000],
    ['1200 EUR', 1200],
    ['£12.50', 12.5],
    ['¥1,200,000', 1_200_000],
    ['₹12,34,567.00', 1_234_567],
    ['12,34,567', 1_234_567],
    ['Rs.500', 500],
    ['Rs. 1,200.00', 1200],
    ['R$ 1.234,00', 1234],
    ['1 200 kr', 1200],
    ['1 200,50 zł', 1200.5],
    ['1 200 ₽', 1200],
    ['1 200,00 руб.', 1200],
    ['(1,200.00)', -1200],
    ['($1,200.00)', -1200],
    ['-5', -5],
    ['-$5.25', -5.25],
    ['$-5.25', -5.25],
    ['1200-', -1200],
    ['\u22125', -5],
    ['+5', 5],
    ['12k', 12_000],
    ['$1.2M', 1_200_000],
    ['1.1M', 1_100_000],
    ['1,2 Mio', 1_200_000],
    ['1,2 Mio. €', 1_200_000],
    ['12 k€', 12_000],
    ['3 MUSD', 3_000_000],
    ['2,5 млн руб.', 2_500_000],
    ['2bn', 2_000_000_000],
    ['1.5 crore', 15_000_000],
    ['48 TEUR', 48_000],
    ['48 T€', 48_000],
    ['48 T EUR', 48_000],
    ['k€ 48', 48_000],
    ['TEUR 48', 48_000],
    ['$K 48', 48_000],
    ['48 tkr', 48_000],
    ['1,2 Mio.€', 1_200_000],
    ['Mio. € 1,2', 1_200_000],
    ['2 Mrd', 2_000_000_000],
    ['48 tys. zł', 48_000],
    ['12 Lacs', 1_200_000],
    ['₹12L', 1_200_000],
    ['Rs. 1.2 Cr.', 12_000_000],
    ['12,5', 12.5],
    ['.5', 0.5],
    ['0.123', 0.123],
    ['0,123', 0.123],
    ['1234.567', 1234.567],
    ['1 234.567', 1234.567],
    ['1200.-', 1200],
    ['1 200,— €', 1200],
    ['US$ 1,200.00', 1200],
    ['="1200"', 1200],
  ])('%s is %d', (cell, amount) => {
    expect(amounts([cell])).toMatchObject({ amounts: [amount], rejected: [] })
  })

  test.each(['', ' ', '-', '–', 'N/A', '#N/A', 'null', '(none)'])('"%s" is empty, and nobody is told', (cell) => {
    expect(amounts([cell])).toMatchObject({ amounts: [undefined], rejected: [] })
  })

  test.each([
    ['1,23,4', 'digits grouped wrongly'],
    ['1.23.456', 'digits grouped wrongly'],
    ['1,2345,678', 'digits grouped wrongly'],
    ['12 34', 'digits grouped wrongly'],
    ["1'234 567", 'digits grouped wrongly'],
    ['1,234.567.8', 'digits grouped wrongly'],
    ['1 234,567,890', 'digits grouped wrongly'],
    ['TBD', 'not an amount'],
    ['12%', 'not an amount'],
    ['12 seats', 'not an amount'],
    ['5 apples EUR', 'not an amount'],
    ['ACV 1200', 'not an amount'],
    ['€5 USD', 'not an amount'],
    ['--5', 'not an amount'],
    ['(-5)', 'not an amount'],
    ['(5', 'not an amount'],
    ['1200 CR', 'not an amount'],
    ['1.2 Cr', 'not an amount'],
    ['$1.2 Cr', 'not an amount'],
    ['12 L', 'not an amount'],
    ['48 T', 'not an amount'],
    ['K 48', 'not an amount'],
    ['RM 48', 'not an amount'],
    ['48 mr', 'not an amount'],
    ['1-2', 'not an amount'],
    ['Infinity', 'not an amount'],
    ['1e400', 'too large'],
    ['1e16', 'too large'],
    ['2026-11-20', 'not an amount'],
  ])('%s is rejected: %s', (cell, reason) => {
    expect(amounts([cell])).toMatchObject({ amounts: [undefined], rejected: [{ line: 2, value: cell, reason }] })
  })
})

describe('the decimal mark of the column', () => {
  test('other cells say what a separator before three digits is', () => {
    expect(amounts(['1.234', '12,50']).amounts).toEqual([1234, 12.5])
    expect(amounts(['1,234', '12.5']).amounts).toEqual([1234, 12.5])
    expect(amounts(['1.234', '1.234.567']).amounts).toEqual([1234, 1_234_567])
  })

  test.each([
    ['48.000', '12.500', '750.00', '36.000'],
    ['48,000', '12,500', '750,00', '36,000'],
    ['1,234.50', '1.234'],
    ['1.234', '12.5'],
  ])(
    'beside decimals that are cents, three digits may be a slip or thousands: nobody can tell (%s, %s …)',
    (...cells) => {
      const reason = 'thousands or three decimals: say which decimal mark it is with --decimal'
      const rejected = cells.flatMap((value, at) =>
        /^\d+[.,]\d{3}$/.test(value) ? [{ line: at + 2, value, reason }] : [],
      )
      expect(amounts(cells).rejected).toEqual(rejected)
    },
  )

  test('three digits are decimals where others have three or more, in thousands, of a currency that has them, of a number', () => {
    expect(amounts(['1.234', '12.3456']).amounts).toEqual([1.234, 12.3456])
    expect(amounts(['1.234', '1000.125']).amounts).toEqual([1.234, 1000.125])
    expect(amounts(['1.234', '12.5k']).amounts).toEqual([1.234, 12_500])
    expect(amounts(['KWD 1.234', 'KWD 12.50']).amounts).toEqual([1.234, 12.5])
    expect(amounts(['1.234', '12.5'], { isNumber: true }).amounts).toEqual([1.234, 12.5])
    const unit = { currency: 'USD', power: 3 }
    expect(amounts(['1.234', '12.5'], { unit }).amounts).toEqual([1234, 12_500])
  })

  test('in millions, three digits are always decimals', () => {
    expect(amounts(['1.234', '2.500'], { unit: { currency: undefined, power: 6 } }).amounts).toEqual([
      1_234_000, 2_500_000,
    ])
    expect(amounts(['1,234M', '0,5M']).amounts).toEqual([1_234_000, 500_000])
  })

  test('where nothing says, it groups', () => {
    expect(amounts(['1.234', '5']).amounts).toEqual([1234, 5])
    expect(amounts(['$1,234', '$999']).amounts).toEqual([1234, 999])
  })

  test('a cell with the other mark is rejected with its line, never read as another number', () => {
    expect(amounts(['1,234.50', '99.50', '1.234,50'])).toMatchObject({
      amounts: [1234.5, 99.5, undefined],
      rejected: [{ line: 4, value: '1.234,50', reason: 'not with the decimal mark of its column' }],
    })
    expect(amounts(['1,234', '2,345', '3.456'])).toMatchObject({ amounts: [1234, 2345, undefined] })
  })

  test('one slip does not make thousands into thousandths', () => {
    const cells = Array.from({ length: 50 }, (_, index) => `${index + 1}.500`)
    expect(amounts([...cells, '12.5'])).toMatchObject({ rejected: [{ line: 52, value: '12.5' }] })
    expect(amounts([...cells, '12.5']).amounts[0]).toBe(1500)
  })

  test('the mark that was asked for is taken', () => {
    expect(amounts(['1.234'], { decimal: '.' }).amounts).toEqual([1.234])
    expect(amounts(['1.234'], { decimal: ',' }).amounts).toEqual([1234])
    expect(amounts(['12.5'], { decimal: ',' })).toMatchObject({ amounts: [undefined], rejected: [{ line: 2 }] })
  })

  test('counts say what was read', () => {
    const { column } = amounts(['1,234.50', '', 'TBD', '1.234,50', '2.50'])
    expect([column.count, column.rejectedCount]).toEqual([2, 2])
  })
})

describe('the unit of the header', () => {
  test('makes crores and lakhs of what stands below rupees, and of nothing else', () => {
    const cells = ['1.2 Cr', '₹ 1,20,000.00', '45 L']
    expect(amounts(cells, { unit: { currency: 'INR', power: 0 } }).amounts).toEqual([12_000_000, 120_000, 4_500_000])
    expect(amounts(['1.2 Cr'], { unit: { currency: 'USD', power: 0 } }).amounts).toEqual([undefined])
  })

  const unit = { currency: 'EUR', power: 3 }

  test('is that of cells that have none of their own', () => {
    const { amounts: read, column } = amounts(['48', '48.5', '1,234.5', '48k', '2M', '$ 7', '', '-3', '1e2'], { unit })
    expect(read).toEqual([48_000, 48_500, 1_234_500, 48_000, 2_000_000, 7000, undefined, -3000, 100_000])
    expect([...column.currencies()]).toEqual([
      ['EUR', 7],
      ['USD', 1],
    ])
  })

  test('makes no number larger than one can be', () => {
    expect(amounts(['9000000000000'], { unit })).toMatchObject({ rejected: [{ reason: 'too large' }] })
  })
})

describe('currencies', () => {
  test('one that every cell names', () => {
    expect(amounts(['$5', '', '7']).column.currency()).toBe('USD')
    expect(amounts(['5', '7']).column.currency()).toBeUndefined()
  })

  test('several are counted', () => {
    const { column } = amounts(['$5', '€6', 'EUR 7', '8 kr'])
    expect(column.currency()).toBeUndefined()
    expect([...column.currencies()]).toEqual([
      ['USD', 1],
      ['EUR', 2],
    ])
  })

  test('of the cell last read', () => {
    const column = new MoneyColumn('Amount')
    const seen = ['5 zł', '', '6', '$7 CAD', 'R$ 8', 'N/A'].map((cell, key) => {
      column.read(cell, key, key)
      return column.lastCurrency
    })
    expect(seen).toEqual(['PLN', undefined, undefined, 'CAD', 'BRL', undefined])
  })
})

test.each([
  [['$1,234.50'], '1,234.50'],
  [['1.234,50 €'], '1.234,50'],
  [['1 234,50'], '1 234,50'],
  [["1'234.50"], "1'234.50"],
  [['9048,96'], '1234,50'],
  [['$22,700', '$1,100'], '1,234'],
  [['1200'], '1234'],
  [[''], undefined],
])('the style of %j is %s', (cells, style) => {
  expect(amounts(cells).column.style()).toBe(style)
})
