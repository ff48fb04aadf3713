import { describe, expect, it } from 'vitest'
import { chanceOfWinning, winByAge } from '../../src/book/team/win-by-age.ts'
import { addDays } from '../../src/time/plain-date.ts'
import { bookOf, day, iso, TODAY, type Cells } from '../support/exports.ts'

const before = (days: number) => iso(addDays(day(TODAY), -days)) ?? ''

/** So many closed after as many days, opened on a day each: many of one day would be an import. */
const closed = (count: number, stage: string, days: number, amount = 10_000): Cells<'opportunities'>[] =>
  Array.from({ length: count }, (_, at) => ({
    owner: 'Dana',
    stage,
    amount,
    created: before(365 - at),
    closeDate: before(365 - at - days),
  }))
const open = (age: number, amount = 10_000): Cells<'opportunities'> => ({
  owner: 'Dana',
  stage: 'Prospecting',
  amount,
  created: before(age),
})

/** Twenty won after thirty days, twenty lost after ninety. */
const history = [...closed(20, 'Closed Won', 30), ...closed(20, 'Closed Lost', 90)]

describe('the win-by-age curve', () => {
  it('a young deal is won as often as all, one past the age of every win never', () => {
    const book = bookOf({ deals: [...history, open(1), open(40)] })
    const [young, old] = book.open.map((deal) => chanceOfWinning(deal, book))
    expect(young).toEqual({ chance: expect.closeTo(20 / 41, 1), of: 'team' })
    expect(old).toEqual({ chance: 0, of: 'team' })
  })

  it('what is to be won within a week has to be old enough for it', () => {
    const book = bookOf({ deals: [...history, open(1), open(28)] })
    const [young, due] = book.open.map((deal) => chanceOfWinning(deal, book, 7)?.chance)
    expect(young).toBe(0)
    expect(due).toBeCloseTo(20 / 41, 1)
  })

  it('below twenty wins there is none, and the win rate speaks', () => {
    const book = bookOf({ deals: [...history.slice(1), open(1)] })
    expect(winByAge(book)).toBeUndefined()
    expect(chanceOfWinning(book.open[0] ?? fail(), book)).toEqual({ chance: 19 / 39, of: 'win rate' })
  })

  it('large deals that are won late are not held to the age of small ones', () => {
    const large = [...closed(30, 'Closed Won', 200, 90_000), ...closed(30, 'Closed Lost', 300, 90_000)]
    const small = [...closed(60, 'Closed Won', 30), ...closed(60, 'Closed Lost', 90)]
    const book = bookOf({ deals: [...small, ...large, open(120, 90_000), open(120)] })
    const [big, little] = book.open.map((deal) => chanceOfWinning(deal, book)?.chance ?? 0)
    expect(big).toBeGreaterThan(0.4)
    expect(little).toBeLessThanOrEqual(big ?? 0)
  })

  it('a deal that nobody knows the age of is taken at the win rate', () => {
    const book = bookOf({ deals: [...history, { owner: 'Dana', stage: 'Prospecting' }] })
    expect(chanceOfWinning(book.open[0] ?? fail(), book)?.of).toBe('win rate')
  })
})

function fail(): never {
  throw new Error('no such deal')
}
