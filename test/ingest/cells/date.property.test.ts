import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, calendarParts, dateInZone, isoDate, plainDate, type PlainDate } from '../../../src/time/plain-date.ts'
import { dayNumber } from '../../../src/ingest/cells/date-code.ts'
import { DateColumn, decideOrders, type DateOrder } from '../../../src/ingest/cells/date.ts'
import { anyText } from './any-text.ts'

const LAST = plainDate(2099, 12, 31)!
const day = fc.integer({ min: 0, max: LAST }).map((value) => value as PlainDate)
/** What an export holds: a decade or so, which a two-digit year can say. */
const recent = fc
  .integer({ min: plainDate(2015, 1, 1)!, max: plainDate(2029, 12, 31)! })
  .map((value) => value as PlainDate)

type Write = (date: PlainDate) => string
const two = (value: number) => String(value).padStart(2, '0')
const parts = (date: PlainDate) => calendarParts(date)
const isTwelve = (date: PlainDate) => parts(date).day <= 12

const NAMED: readonly Write[] = ['D MMM, Y', 'D MMM Y', 'D-MMM-Y', 'MMM D, Y', 'MMMM Dth, Y', 'Y MMM D'].map(
  (style) => (date) => {
    const { year, month, day: number } = parts(date)
    const name = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month - 1))
    return style
      .replace('D', String(number))
      .replace('Y', String(year))
      .replace('MMMM', name)
      .replace('MMM', name.slice(0, 3))
  },
)
const YEAR_FIRST: readonly Write[] = [
  isoDate,
  (date) => isoDate(date).replaceAll('-', '/'),
  (date) => isoDate(date).replaceAll('-', ''),
  (date) => `${parts(date).year}-${parts(date).month}-${parts(date).day}`,
]
const CLOCKS = ['', ' 7:42', ' 20:45:25', ' 08:55 PM', 'T03:00:00', 'T03:00:00.000+03:00', 'T23:59:59Z', ' 12:00 AM']

/** A date in the order of the column: `order`, separator, padding, digits of the year. */
function ordered(order: DateOrder, separator: string, padded: boolean, digits: 2 | 4): Write {
  return (date) => {
    const { year, month, day: number } = parts(date)
    const shown = (value: number) => (padded ? two(value) : String(value))
    const written = digits === 4 ? String(year) : two(year % 100)
    const [a, b] = order === 'mdy' ? [month, number] : [number, month]
    return [shown(a), shown(b), written].join(separator)
  }
}
const order = fc.constantFrom<DateOrder>('mdy', 'dmy')
const separator = fc.constantFrom('/', '-', '.')
const digits = fc.constantFrom<2 | 4>(2, 4)

function fill(cells: readonly string[], options: { zone?: string; order?: DateOrder } = {}) {
  const column = new DateColumn('Date', options)
  return { column, codes: cells.map((cell, index) => column.read(cell, index + 2)) }
}

test('the day numbers are those of the calendar', () => {
  const any = fc.tuple(
    fc.integer({ min: 1960, max: 2110 }),
    fc.integer({ min: 0, max: 13 }),
    fc.integer({ min: 0, max: 32 }),
  )
  fc.assert(
    fc.property(any, ([year, month, number]) => {
      expect(dayNumber(year, month, number)).toBe(plainDate(year, month, number))
    }),
    { numRuns: 2000 },
  )
})

describe('a date reads back to the same day', () => {
  test('where its style says the order', () => {
    const write = fc.constantFrom(...NAMED, ...YEAR_FIRST)
    fc.assert(
      fc.property(
        write,
        fc.array(day, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...CLOCKS),
        (style, dates, clock) => {
          const { column, codes } = fill(dates.map((date) => style(date) + clock))
          column.settle()
          expect(codes.map((code) => column.day(code))).toEqual(dates)
          expect([column.count, column.rejectedCount]).toEqual([dates.length, 0])
        },
      ),
      { numRuns: 250 },
    )
  })

  test('in the months and weekdays of every language', () => {
    const locale = fc.constantFrom(
      'en-US',
      'en-GB',
      'de-DE',
      'fr-FR',
      'es-ES',
      'it-IT',
      'pt-BR',
      'pt-PT',
      'nl-NL',
      'ru-RU',
    )
    const shown = fc.record({ where: locale, month: fc.constantFrom('long', 'short' as const), weekday: fc.boolean() })
    const memory = new Map<string, Intl.DateTimeFormat>()
    fc.assert(
      fc.property(shown, day, ({ where, month, weekday }, date) => {
        const key = `${where} ${month} ${weekday}`
        const options = { year: 'numeric', month, day: 'numeric', timeZone: 'UTC' } as const
        const format =
          memory.get(key) ?? new Intl.DateTimeFormat(where, weekday ? { weekday: month, ...options } : options)
        memory.set(key, format)
        const { column, codes } = fill([format.format(date * 86_400_000)])
        // Portuguese short months can be digits.
        column.settle('dmy')
        expect(column.rejected()).toEqual([])
        expect(column.day(codes[0])).toBe(date)
      }),
      { numRuns: 300 },
    )
  })

  test('under the order of the column', () => {
    const style = fc.tuple(order, separator, fc.boolean(), digits, fc.constantFrom(...CLOCKS))
    fc.assert(
      fc.property(
        style,
        fc.array(recent, { minLength: 1, maxLength: 10 }),
        ([which, by, padded, year, clock], dates) => {
          const cells = dates.map((date) => ordered(which, by, padded, year)(date) + clock)
          const { column, codes } = fill(cells)
          expect(codes.filter((code) => !(Number.isInteger(code) && code! >= 0 && code! < 2 ** 31))).toEqual([])
          column.settle(which)
          expect(codes.map((code) => column.day(code))).toEqual(dates)
        },
      ),
      { numRuns: 250 },
    )
  })

  test('year first in two digits, when told', () => {
    fc.assert(
      fc.property(recent, separator, (date, by) => {
        const { column, codes } = fill([isoDate(date).slice(2).replaceAll('-', by)], { order: 'ymd' })
        column.settle()
        expect(column.day(codes[0])).toBe(date)
      }),
    )
  })

  test('from a spreadsheet', () => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 10 }), (dates) => {
        const { column, codes } = fill(dates.map((date) => String(date + 25_569)))
        column.settle()
        expect(codes.map((code) => column.day(code))).toEqual(dates)
      }),
    )
  })
})

describe('the order of a column', () => {
  const dates = fc.array(recent, { minLength: 1, maxLength: 12 })

  test('is found whenever a value decides it', () => {
    fc.assert(
      fc.property(order, separator, digits, dates, recent, (which, by, year, some, one) => {
        const deciding = addDays(one, Math.max(0, 13 - parts(one).day))
        const { column } = fill([...some, deciding].map(ordered(which, by, true, year)))
        expect(column.possibleOrders()).toContain(which)
        const others = column.possibleOrders().filter((other) => other !== which)
        // A two-digit year at either end is a question of its own.
        expect(year === 4 ? others : others.filter((other) => other !== 'ymd')).toEqual([])
      }),
      { numRuns: 250 },
    )
  })

  test('is ambiguous where no value decides it and the orders differ', () => {
    const swappable = recent.filter((date) => isTwelve(date) && parts(date).day !== parts(date).month)
    fc.assert(
      fc.property(order, separator, fc.array(swappable, { minLength: 1, maxLength: 12 }), (which, by, some) => {
        const { column } = fill(some.map(ordered(which, by, false, 4)))
        expect(column.possibleOrders()).toEqual(['mdy', 'dmy'])
        expect(() => column.settle()).toThrow('may be mdy or dmy')
      }),
    )
  })

  test('is taken from a sibling, and from what comes after what', () => {
    const row = fc.tuple(recent.filter(isTwelve), fc.integer({ min: 0, max: 200 }))
    fc.assert(
      fc.property(order, fc.array(row, { minLength: 40, maxLength: 60 }), (which, rows) => {
        const write = ordered(which, '/', false, 4)
        const earlier = new DateColumn('Created')
        const later = new DateColumn('Close')
        const closes = rows
          .map(([from, length]) => addDays(from, length))
          .map((date) => (isTwelve(date) ? date : undefined))
        const codes = rows.flatMap(([from], line) => {
          const to = closes[line]
          return to === undefined ? [] : [[earlier.read(write(from), line)!, later.read(write(to), line)!] as const]
        })
        const { decided } = decideOrders([earlier, later], { pairs: [{ earlier, later, codes }] })
        // Too few swappable rows leave it open; whatever is decided is right, for both.
        expect([which, undefined]).toContain(decided.get(earlier))
        expect(decided.get(later)).toBe(decided.get(earlier))
      }),
      { numRuns: 60 },
    )
  })
})

test('a timestamp is the date in the zone, and its minute, as Intl says', () => {
  const zone = fc.constantFrom(
    'Europe/Madrid',
    'America/New_York',
    'Asia/Kolkata',
    'Pacific/Auckland',
    'Pacific/Apia',
    'UTC',
  )
  const instant = fc
    .integer({ min: Date.UTC(2005, 0), max: Date.UTC(2035, 0) })
    .map((ms) => new Date(ms - (ms % 60_000)))
  const offset = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15)
  fc.assert(
    fc.property(zone, instant, offset, order, (where, at, east, which) => {
      const local = new Date(at.getTime() + east * 60_000).toISOString()
      const shown = `${east < 0 ? '-' : '+'}${two(Math.trunc(Math.abs(east) / 60))}:${two(Math.abs(east) % 60)}`
      const date = ordered(
        which,
        '/',
        false,
        4,
      )(dayNumber(Number(local.slice(0, 4)), Number(local.slice(5, 7)), Number(local.slice(8, 10)))!)
      for (const cell of [local.slice(0, 19) + shown, `${date} ${local.slice(11, 16)} ${shown}`]) {
        // Midnight is no time in a column of midnights.
        const { column, codes } = fill([cell, '2026-01-01T12:34:00Z'], { zone: where, order: which })
        column.settle()
        expect(isoDate(column.day(codes[0])!)).toBe(isoDate(dateInZone(at, where)))
      }
    }),
    { numRuns: 250 },
  )
})

test('no text throws, and the account of a column is right', () => {
  const part = fc.constantFrom(
    '1',
    '31',
    '2026',
    '26',
    '/',
    '-',
    '.',
    ' ',
    ',',
    'Apr',
    'mai',
    'Fri',
    ':',
    '10:30',
    'PM',
    'Z',
    '+01',
    '45572',
    '0',
  )
  const cell = fc.oneof(
    anyText,
    fc.array(part, { maxLength: 8 }).map((some) => some.join('')),
  )
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 8 }), fc.constantFrom<DateOrder>('mdy', 'dmy', 'ymd'), (cells, which) => {
      const { column, codes } = fill(cells, { zone: 'Europe/Madrid' })
      decideOrders([column], { notAfter: LAST, notAfterColumns: [column] })
      column.settle(which)
      const days = codes.map((code) => column.day(code)).filter((date) => date !== undefined)
      expect(days.filter((date) => !(Number.isInteger(date) && date >= 0 && date <= LAST))).toEqual([])
      expect([column.count, column.rejected().length]).toEqual([days.length, column.rejectedCount])
    }),
    { numRuns: 250 },
  )
})
