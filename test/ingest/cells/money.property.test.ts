import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currencyOf } from '../../../src/ingest/cells/currency.ts'
import { MoneyColumn, type MoneyOptions } from '../../../src/ingest/cells/money.ts'
import { anyText } from './any-text.ts'

const LOCALES = [
  'en-US',
  'en-GB',
  'de-DE',
  'de-AT',
  'fr-FR',
  'es-ES',
  'it-IT',
  'pt-BR',
  'nl-NL',
  'en-IN',
  'hi-IN',
  'de-CH',
]
const MORE_LOCALES = ['sv-SE', 'nb-NO', 'da-DK', 'fi-FI', 'pl-PL', 'cs-CZ', 'hu-HU', 'ru-RU', 'tr-TR', 'ja-JP']
const locale = fc.constantFrom(...LOCALES, ...MORE_LOCALES)
const currency = fc.constantFrom('USD', 'EUR', 'GBP', 'JPY', 'INR', 'BRL', 'CHF', 'SEK', 'PLN', 'RUB', 'CAD', 'MXN')

/** Amounts in whole cents, as a CRM keeps them. */
const cents = fc.oneof(
  fc.integer({ min: -999, max: 999 }),
  fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }),
  fc.maxSafeInteger().map((value) => value % 1e16),
)

const group = (by: string) => (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, by)

function readAll(cells: readonly string[], options: MoneyOptions = {}) {
  const column = new MoneyColumn('Amount', options)
  const read = cells.map((cell, key) => column.read(cell, key + 2, key))
  column.settle()
  return { column, amounts: read.map((each, key) => column.amount(each, key)) }
}

const memory = new Map<string, Intl.NumberFormat>()
function format(value: number, where: string, options: Intl.NumberFormatOptions): string {
  const key = where + JSON.stringify(options)
  if (!memory.has(key)) memory.set(key, new Intl.NumberFormat(where, { numberingSystem: 'latn', ...options }))
  return memory.get(key)!.format(value)
}

describe('what Intl writes reads back to the same number', () => {
  test('with two decimals', () => {
    fc.assert(
      fc.property(locale, fc.array(cents, { minLength: 1, maxLength: 20 }), (where, values) => {
        const written = values.map((value) => format(value / 100, where, { minimumFractionDigits: 2 }))
        expect(readAll(written).amounts).toEqual(values.map((value) => value / 100 || 0))
      }),
      { numRuns: 300 },
    )
  })

  test('with a currency, in every display, with parentheses or a minus', () => {
    const display = fc.constantFrom('symbol', 'code' as const)
    const sign = fc.constantFrom('standard', 'accounting' as const)
    const shape = fc.record({ where: locale, code: currency, display, sign })
    fc.assert(
      fc.property(shape, fc.array(cents, { minLength: 1, maxLength: 10 }), (shown, values) => {
        const style = { style: 'currency', currency: shown.code, currencyDisplay: shown.display } as const
        const options = {
          ...style,
          currencySign: shown.sign,
          minimumFractionDigits: 2,
          maximumFractionDigits: 2,
        } as const
        const written = values.map((value) => format(value / 100, shown.where, options))
        const { amounts, column } = readAll(written)
        expect(amounts).toEqual(values.map((value) => value / 100 || 0))
        const vague = shown.display === 'code' ? [] : [undefined, 'USD']
        expect([shown.code, ...vague]).toContain(column.currency())
      }),
      { numRuns: 300 },
    )
  })

  test('whole numbers, where nothing shows the decimal mark', () => {
    fc.assert(
      fc.property(locale, fc.array(fc.integer(), { minLength: 1, maxLength: 20 }), (where, values) => {
        const written = values.map((value) => format(value, where, { maximumFractionDigits: 0 }))
        expect(readAll(written).amounts).toEqual(values.map((value) => value || 0))
      }),
      { numRuns: 300 },
    )
  })
})

describe('every number that JavaScript writes', () => {
  test('reads back to itself, exponents included', () => {
    const value = fc.double({ min: -1e15, max: 1e15, noNaN: true })
    fc.assert(
      fc.property(value, (number) => {
        expect(readAll([String(number)], { decimal: '.' }).amounts).toEqual([number || 0])
      }),
      { numRuns: 300 },
    )
  })

  test('and with a decimal comma', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), (number) => {
        const written = String(number).replace('.', ',')
        expect(readAll([written], { decimal: ',' }).amounts).toEqual([number || 0])
      }),
    )
  })
})

describe('a column never turns a number into another', () => {
  test('a cell reads as it does alone under the decimal mark of its column, or is rejected', () => {
    const whole = fc.integer({ min: 0, max: 99_999_999 })
    const cell = fc.oneof(
      whole.map(group(',')),
      whole.map(group('.')),
      fc.tuple(whole, fc.integer({ min: 10, max: 9999 })).map(([a, b]) => `${group(',')(a)}.${b}`),
      fc.tuple(whole, fc.integer({ min: 10, max: 9999 })).map(([a, b]) => `${group('.')(a)},${b}`),
    )
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 12 }), (cells) => {
        const { column, amounts } = readAll(cells)
        const marks = (['.', ','] as const).filter((decimal) =>
          cells.every((each, index) => {
            const [alone] = readAll([each], { decimal }).amounts
            return amounts[index] === undefined || amounts[index] === alone
          }),
        )
        expect(marks).not.toEqual([])
        const lines = amounts.flatMap((amount, index) => (amount === undefined ? [index + 2] : []))
        expect(column.rejected().map(({ line }) => line)).toEqual(lines)
        expect(column.count + column.rejectedCount).toBe(cells.length)
      }),
      { numRuns: 300 },
    )
  })

  test('nor a thousand into one, whatever decimals stand beside it', () => {
    const mark = fc.constantFrom('.', ',')
    const thousand = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 999 }))
    const withCents = fc.tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 99 }))
    const two = (part: number) => String(part).padStart(2, '0')
    fc.assert(
      fc.property(mark, fc.array(thousand, { minLength: 1 }), fc.array(withCents), (by, thousands, others) => {
        const cells = [
          ...thousands.map(([front, back]) => `${front}${by}${String(back).padStart(3, '0')}`),
          ...others.map(([front, back]) => `${front}${by}${two(back)}`),
        ]
        const { amounts } = readAll(cells)
        for (const [at, [front, back]] of thousands.entries())
          expect([undefined, front * 1000 + back]).toContain(amounts[at])
      }),
      { numRuns: 300 },
    )
  })

  test('a header in thousands or millions is as good as the zeros written out', () => {
    fc.assert(
      fc.property(fc.constantFrom(3, 6), fc.array(fc.integer({ min: -99_999, max: 99_999 })), (power, values) => {
        const unit = { currency: undefined, power }
        const scaled = readAll(
          values.map((value) => String(value / 100)),
          { decimal: '.', unit },
        ).amounts
        expect(scaled).toEqual(values.map((value) => value * 10 ** (power - 2) || 0))
      }),
      { numRuns: 300 },
    )
  })

  test('the order of the rows does not matter', () => {
    const cell = fc.constantFrom('1.234', '1,234', '12.5', '12,5', '1.234,50', '1,234.50', '5', 'N/A', 'x')
    const shuffled = fc
      .array(cell, { minLength: 1, maxLength: 12 })
      .chain((cells) => fc.shuffledSubarray([...cells.entries()], { minLength: cells.length }))
    fc.assert(
      fc.property(shuffled, (rows) => {
        const straight = readAll([...rows].sort(([a], [b]) => a - b).map(([, each]) => each)).amounts
        expect(readAll(rows.map(([, each]) => each)).amounts).toEqual(rows.map(([index]) => straight[index]))
      }),
      { numRuns: 300 },
    )
  })
})

describe('thousands, lakhs, millions, crores', () => {
  const space = fc.constantFrom('', ' ', '\u00a0')
  const sign = fc.constantFrom('€', 'EUR', '$', 'USD', '£', 'CHF', 'zł')
  const words: Readonly<Record<string, number>> = { k: 3, Tsd: 3, 'Tsd.': 3, 'tys.': 3, T: 3, Lakh: 5, lacs: 5, M: 6 }
  const more: Readonly<Record<string, number>> = { Mio: 6, 'Mio.': 6, crore: 7, crores: 7, Mrd: 9, 'Mrd.': 9, bn: 9 }
  const powers = Object.entries({ ...words, ...more })
  const number = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 10, max: 99 }), fc.constantFrom(',', '.'))

  test('stand beside a currency, in front of the number or behind it', () => {
    const forms = fc.constantFrom<(digits: string, word: string, by: string, gap: string) => string>(
      (digits, word, by, gap) => `${digits}${gap}${word} ${by}`,
      (digits, word, by, gap) => `${word} ${by}${gap}${digits}`,
      (digits, word, by, gap) => `(${word} ${by}${gap}${digits})`,
      (digits, word, by, gap) => (word === 'T' ? `T${by} ${digits}` : `${by}${gap}${digits}${gap}${word}`),
    )
    fc.assert(
      fc.property(number, fc.constantFrom(...powers), sign, space, forms, ([whole, part, mark], of, by, gap, form) => {
        const [word, power] = of
        const written = form(`${whole}${mark}${part}`, word, by, gap)
        const amount = Number(`${whole}.${part}e${power}`) * (written.startsWith('(') ? -1 : 1)
        expect([written, ...readAll([written]).amounts]).toEqual([written, amount])
      }),
      { numRuns: 1000 },
    )
  })

  test('and no other letters make one number of another', () => {
    const known = new Map(powers.map(([word, power]) => [word.toLowerCase().replace('.', ''), power]))
    for (const [word, power] of Object.entries({ lac: 5, lakhs: 5, l: 5, cr: 7, mm: 6, b: 9 })) known.set(word, power)
    const letters = fc.array(fc.constantFrom('k', 't', 'm', 'b', 'r', 'c', 'l', 'a', 'h', 'EUR', '€', '₹'), {
      minLength: 1,
      maxLength: 4,
    })
    const withoutCurrency = (text: string) =>
      Array.from({ length: text.length + 1 }, (_, at) => [text.slice(0, at), text.slice(at)] as const).flatMap(
        ([front, back]) => [
          ...(currencyOf(front) === undefined ? [] : [back]),
          ...(currencyOf(back) === undefined ? [] : [front]),
        ],
      )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), letters, space, fc.boolean(), (value, all, gap, isInFront) => {
        const text = all.join('')
        const cell = isInFront ? `${text}${gap}${value}` : `${value}${gap}${text}`
        const [amount] = readAll([cell]).amounts
        if (amount === undefined || amount === value) return
        const rests = [text, ...withoutCurrency(text), ...withoutCurrency(text).flatMap(withoutCurrency)]
        const possible = rests.map((rest) => value * 10 ** (known.get(rest.toLowerCase()) ?? 0))
        expect({ [cell]: possible }).toEqual({ [cell]: expect.arrayContaining([amount]) })
        expect(/^[lcr]*$/i.test(text)).toBe(false)
      }),
      { numRuns: 5000 },
    )
  })
})

test('no text throws, and what is read is a number in bounds', () => {
  const part = fc.constantFrom(
    '1',
    '234',
    '0',
    '.',
    ',',
    ' ',
    "'",
    '-',
    '(',
    ')',
    '$',
    '€',
    'k',
    'M',
    'e',
    'E5',
    'kr',
    '%',
    '\u00a0',
  )
  const cell = fc.oneof(
    anyText,
    fc.array(part, { maxLength: 10 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 8 }), (cells) => {
      const beyond = readAll(cells).amounts.filter((amount) => amount !== undefined && !(Math.abs(amount) <= 1e15))
      expect(beyond).toEqual([])
    }),
    { numRuns: 300 },
  )
})
