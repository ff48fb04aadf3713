import { describe, expect, it } from 'vitest'
import { earningOf, usualRate, winRateFrom, winRateOf, winRateTrend } from '../../src/book/win-rates.ts'
import { bookOf, repCalled, times, type Cells } from '../support/exports.ts'

const open: Cells<'opportunities'> = { owner: 'Dana', stage: 'Prospecting', created: '2026-01-05' }

function closed(owner: string, won: number, lost: number, more: Cells<'opportunities'> = {}) {
  const base = { ...open, owner, amount: 10_000, closeDate: '2026-06-15', ...more }
  return [...times(won, { ...base, stage: 'Closed Won' }), ...times(lost, { ...base, stage: 'Closed Lost' })]
}

/** A book in whose history the deals from the second on have been in a stage. */
function through(stage: string, deals: Cells<'opportunities'>[], count = deals.length) {
  const history = times(count, { changed: '2026-05-01', stage }).map((cells, at) => ({
    ...cells,
    dealId: `deal-${at + 2}`,
  }))
  return bookOf({ deals: [open, ...deals], history })
}

describe('the win rate from a stage', () => {
  it('is that of the closed deals that have ever been in it', () => {
    const book = through('Proposal/Price Quote', closed('Ann', 6, 4))
    expect(winRateFrom('proposal/price quote', undefined, book)).toMatchObject({
      rate: 0.6,
      won: 6,
      closed: 10,
      of: 'stage',
    })
    expect(winRateFrom('Prospecting', undefined, book)).toMatchObject({ closed: 10, of: 'team' })
  })

  it('nine are too few: then the rep’s own, and below ten closings the team’s', () => {
    const book = through('Proposal/Price Quote', [...closed('Dana', 5, 5), ...closed('Ann', 2, 8)], 9)
    expect(winRateFrom('Proposal/Price Quote', repCalled(book, 'Dana'), book)).toMatchObject({ rate: 0.5, of: 'rep' })
    const few = bookOf({ deals: [open, ...closed('Dana', 5, 4), ...closed('Ann', 1, 8)] })
    expect(winRateFrom('Prospecting', repCalled(few, 'Dana'), few)).toMatchObject({ rate: 6 / 18, of: 'team' })
  })

  it('is unknown where nobody has ten', () => {
    const book = bookOf({ deals: [open, ...closed('Dana', 5, 4)] })
    expect(usualRate(repCalled(book, 'Dana'), book)).toBeUndefined()
    expect(earningOf(repCalled(book, 'Dana'), book)).toBeUndefined()
  })

  it('comes with an interval that holds it', () => {
    const book = through('Qualification', closed('Ann', 6, 4))
    const rate = winRateFrom('Qualification', undefined, book)
    expect(rate?.low).toBeCloseTo(0.352, 3)
    expect(rate?.high).toBeCloseTo(0.806, 3)
  })

  it('of renewals is their own, where there are ten, and they are in no other', () => {
    const renewals = closed('Ann', 9, 1, { type: 'Renewal' })
    const book = through('Proposal/Price Quote', [...renewals, { ...open, type: 'Renewal' }, ...closed('Ann', 2, 8)])
    const renewal = book.open.find((deal) => deal.isRenewal)
    expect(renewal && winRateOf(renewal, undefined, book)?.rate).toBe(0.9)
    expect(winRateFrom('Proposal/Price Quote', undefined, book)?.rate).toBe(0.2)
  })
})

describe('what a won opportunity brings', () => {
  it('by the rep’s own closings, where their amounts are known, else by the team’s', () => {
    const book = bookOf({ deals: [open, ...closed('Dana', 5, 5), ...closed('Ann', 5, 15, { amount: 40_000 })] })
    expect(earningOf(repCalled(book, 'Dana'), book)).toMatchObject({
      winRate: { rate: 0.5, of: 'rep' },
      averageWon: 10_000,
    })
    const blank = bookOf({ deals: [open, ...closed('Dana', 5, 5, { amount: undefined }), ...closed('Ann', 5, 15)] })
    expect(earningOf(repCalled(blank, 'Dana'), blank)).toMatchObject({
      winRate: { rate: 1 / 3, of: 'team' },
      averageWon: 10_000,
    })
  })
})

describe('the trend of a rep’s win rate', () => {
  const trend = (now: [number, number], before: [number, number]) => {
    const deals = [
      open,
      ...closed('Dana', ...now),
      ...closed('Dana', ...before, { created: '2025-10-01', closeDate: '2026-02-01' }),
    ]
    const book = bookOf({ deals })
    return winRateTrend(repCalled(book, 'Dana'), book)
  }

  it.each([
    [[15, 15], [5, 25], 'up'],
    [[5, 25], [15, 15], 'down'],
    [[10, 20], [8, 22], 'unmoved'],
    [[0, 30], [0, 30], 'unmoved'],
  ] as const)('%j after %j: %s', (now, before, change) => {
    expect(trend([...now], [...before])?.change).toBe(change)
  })

  it('tells both with their sizes, and is unknown where one is of fewer than ten', () => {
    expect(trend([5, 5], [4, 6])).toMatchObject({ recent: { won: 5, closed: 10 }, before: { won: 4, closed: 10 } })
    expect(trend([5, 4], [4, 6])).toBeUndefined()
    expect(trend([5, 5], [4, 5])).toBeUndefined()
  })

  it('a half-year is 182 days, the year before it 365', () => {
    const on = (closeDate: string) => closed('Dana', 5, 5, { created: '2024-10-01', closeDate })
    const counts = (...days: string[]) => {
      const book = bookOf({ deals: [{ ...open, created: '2024-10-01' }, ...days.flatMap(on)] })
      const found = winRateTrend(repCalled(book, 'Dana'), book)
      return found && [found.recent.closed, found.before.closed]
    }
    expect(counts('2026-05-23', '2026-05-22')).toEqual([10, 10])
    expect(counts('2026-05-23', '2025-05-23')).toEqual([10, 10])
    expect(counts('2026-05-23', '2025-05-22')).toBeUndefined()
  })
})
