import { describe, expect, it } from 'vitest'
import { dataLines } from '../../src/agenda/team/data-lines.ts'
import { bookWords } from '../../src/book/book-words.ts'
import { bookOf, firstDeal, iso, type Cells } from '../support/exports.ts'

const open: Cells<'opportunities'> = { owner: 'Dana', stage: 'Qualification', amount: 100 }
const deal = (cells: Cells<'opportunities'>, more: Parameters<typeof bookOf>[0] = {}) =>
  firstDeal(bookOf({ deals: [{ ...open, ...cells }], ...more }))

describe('what an export counts itself', () => {
  it('in days up to the review becomes the day', () => {
    const told = deal({ age: 40, stageAge: 12, idleDays: 5, daysToClose: 10 })
    expect([told.created, told.stageSince, told.lastActivity, told.closeDate].map(iso)).toEqual([
      '2026-10-11',
      '2026-11-08',
      '2026-11-15',
      '2026-11-30',
    ])
    expect([told.daysInStage, told.daysSilent, told.age]).toEqual([12, 5, 40])
  })

  it('gives way to a date of its own', () => {
    expect(iso(deal({ created: '2026-10-01', age: 3 }).created)).toBe('2026-10-01')
  })

  it('says nothing where the review is of a day before the export', () => {
    const later = bookOf(
      {
        deals: [
          { ...open, age: 40 },
          { ...open, created: '2026-11-19' },
        ],
      },
      { asOf: '2026-11-01' },
    )
    expect(firstDeal(later).created).toBeUndefined()
  })

  it('of a closed deal counts back from its closing', () => {
    expect(iso(deal({ stage: 'Closed Won', closedOn: '2026-11-10', cycleDays: 30 }).created)).toBe('2026-10-11')
  })

  it('of contacts is how many there are, whoever is named', () => {
    expect(deal({ contactCount: 1 }).contactCount).toBe(1)
    expect(deal({ contactCount: 3, contact: 'Sally Ortiz' }).contactCount).toBe(3)
    expect(deal({}).contactCount).toBeUndefined()
    const book = bookOf({
      deals: [
        { ...open, contactCount: 1 },
        { ...open, contactCount: 4 },
      ],
    })
    expect(book.knowledge.get('contacts')).toBeUndefined()
  })

  it('of activities to do says whether anything is planned', () => {
    expect([deal({ openActivityCount: 2 }).isPlanned, deal({ openActivityCount: 0 }).isPlanned]).toEqual([true, false])
  })

  it('as its forecast says what the rep has committed to', () => {
    expect([
      deal({ forecastCategory: 'Commit' }).isCommitted,
      deal({ forecastCategory: 'Pipeline' }).isCommitted,
    ]).toEqual([true, false])
  })
})

describe('an amount', () => {
  const converted = { currency: 'JPY', amount: 3_000_000, convertedAmount: 20_000 }

  it('is what the export has converted it to, and that is said', () => {
    const book = bookOf({
      deals: [
        { ...open, ...converted },
        { ...open, currency: 'USD', amount: 10, convertedAmount: 10 },
      ],
    })
    expect(book.open.map(({ amount, foreign }) => [amount, foreign])).toEqual([
      [20_000, undefined],
      [10, undefined],
    ])
    expect(book.currency).toBe('USD')
  })

  it('of an earlier day is converted as the present one is', () => {
    const history = [
      { dealId: 'deal-1', changed: '2026-10-01', amount: 6_000_000 },
      { dealId: 'deal-1', changed: '2026-11-01', amount: 3_000_000 },
    ]
    expect(deal(converted, { history }).amountsHeld?.map(({ amount }) => amount)).toEqual([40_000, 20_000])
  })

  it('without a conversion is not added to those that have one', () => {
    const book = bookOf({
      deals: [
        { ...open, ...converted, convertedCurrency: 'USD' },
        { ...open, currency: 'EUR', amount: 5 },
      ],
    })
    expect(book.open.map(({ amount }) => amount)).toEqual([20_000, undefined])
  })

  it('that is missing is the list price of the product, however the two write its name, and that is said', () => {
    const prices = [
      { product: 'GTX Pro', price: 4800 },
      { product: 'MG Special', price: 55 },
    ]
    const listed = { ...open, amount: undefined, product: 'GTXPro' }
    const book = bookOf({ deals: [listed, { ...listed, product: 'Other' }, { ...open, product: 'GTXPro' }], prices })
    expect(book.open.map(({ amount, isListPrice }) => [amount, isListPrice])).toEqual([
      [4800, true],
      [undefined, false],
      [100, false],
    ])
    expect(
      dataLines(book, bookWords(book))
        .map(({ text }) => text)
        .join(' '),
    ).toContain('1 open deal has no amount of its own')
  })
})
