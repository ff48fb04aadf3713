import { describe, expect, it } from 'vitest'
import { earningOf, ownRecord, winRateFrom, winRateOf, winRateTrend } from '../../src/book/team/win-rates.ts'
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
    expect(winRateFrom('Prospecting', repCalled(book, 'Dana'), book)).toBeUndefined()
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

describe('a rep’s own record', () => {
  /** Every deal has been in Prospecting. */
  const told = (dana: [number, number], ann: [number, number]) => {
    const deals = [...closed('Dana', ...dana), ...closed('Ann', ...ann)]
    return through('Prospecting', deals)
  }

  it('takes the team’s rate from a stage in proportion where chance does not explain the difference', () => {
    // 9 of 90 and 48 of 100: the team wins 30 %, Dana a third of it.
    const book = told([9, 81], [48, 52])
    const dana = repCalled(book, 'Dana')
    expect(ownRecord(dana, book)).toMatchObject({ own: { rate: 0.1 }, team: { rate: 0.3 } })
    expect(winRateFrom('Prospecting', undefined, book)).toMatchObject({ rate: 0.3 })
    expect(winRateFrom('Prospecting', dana, book)?.rate).toBeCloseTo(0.1, 10)
    expect(winRateFrom('Prospecting', repCalled(told([60, 20], [10, 90]), 'Dana'), book)?.rate).toBeGreaterThan(0.3)
  })

  it.each([
    ['chance', [2, 8], [40, 60]],
    ['too few closings', [0, 9], [40, 20]],
  ] as const)('is none where it is %s', (_, dana, ann) => {
    const book = told([...dana], [...ann])
    expect(ownRecord(repCalled(book, 'Dana'), book)).toBeUndefined()
    expect(winRateFrom('Prospecting', repCalled(book, 'Dana'), book)).toEqual(
      winRateFrom('Prospecting', undefined, book),
    )
  })

  it('makes no deal likelier than sure', () => {
    const sure = closed('Ann', 10, 0)
    const book = through('Negotiation', [...sure, ...closed('Ann', 0, 60), ...closed('Dana', 40, 0)], 10)
    expect(ownRecord(repCalled(book, 'Dana'), book)?.factor).toBeGreaterThan(1)
    expect(winRateFrom('Negotiation', repCalled(book, 'Dana'), book)?.rate).toBe(1)
  })

  it('does not touch renewals', () => {
    const renewals = closed('Ann', 9, 1, { type: 'Renewal' })
    const book = bookOf({
      deals: [{ ...open, type: 'Renewal' }, ...renewals, ...closed('Dana', 5, 85), ...closed('Ann', 60, 40)],
    })
    const renewal = book.open.find((deal) => deal.isRenewal)
    expect(renewal && winRateOf(renewal, repCalled(book, 'Dana'), book)).toMatchObject({ rate: 0.9, of: 'renewals' })
  })
})

describe('the trend of a rep’s win rate', () => {
  const EARLIER = { created: '2025-06-01', closeDate: '2025-09-01' }
  const trend = (now: [number, number], before: [number, number], others: Cells<'opportunities'>[] = []) => {
    const deals = [open, ...closed('Dana', ...now), ...closed('Dana', ...before, EARLIER), ...others]
    const book = bookOf({ deals })
    return winRateTrend(repCalled(book, 'Dana'), book)
  }

  it.each([
    [[15, 15], [5, 25], 'up'],
    [[5, 25], [15, 15], 'down'],
    [[10, 20], [8, 22], undefined],
    [[0, 30], [0, 30], undefined],
  ] as const)('%j after %j: %s', (now, before, change) => {
    expect(trend([...now], [...before])?.change).toBe(change)
  })

  it('tells both with their sizes, and is unknown where one is of fewer than ten', () => {
    expect(trend([9, 1], [1, 9])).toMatchObject({ recent: { won: 9, closed: 10 }, before: { won: 1, closed: 10 } })
    expect(trend([9, 0], [1, 9])).toBeUndefined()
    expect(trend([9, 1], [1, 8])).toBeUndefined()
  })

  it('is nobody’s own where everybody has gone the same way', () => {
    const ann = (now: [number, number], before: [number, number]) => [
      ...closed('Ann', ...now),
      ...closed('Ann', ...before, EARLIER),
    ]
    expect(trend([15, 35], [35, 15], ann([30, 70], [70, 30]))).toBeUndefined()
    expect(trend([15, 35], [35, 15], ann([50, 50], [50, 50]))?.change).toBe('down')
    expect(trend([2, 48], [35, 15], ann([60, 40], [70, 30]))?.change).toBe('down')
    // Where the others were too few to tell, nothing is known against it.
    expect(trend([15, 35], [35, 15], ann([2, 3], [3, 2]))?.change).toBe('down')
  })

  it('a half-year is 182 days, and what was before it has to reach back as far', () => {
    const counts = (recent: string, before: string) => {
      const deals = [
        { ...open, created: '2024-10-01' },
        ...closed('Dana', 1, 9, { created: '2024-10-01', closeDate: recent }),
        ...closed('Dana', 9, 1, { created: '2024-10-01', closeDate: before }),
      ]
      const book = bookOf({ deals })
      const found = winRateTrend(repCalled(book, 'Dana'), book)
      return found && [found.recent.closed, found.before.closed, found.months]
    }
    expect(counts('2026-05-23', '2025-11-21')).toEqual([10, 10, 6])
    expect(counts('2026-05-23', '2025-11-22')).toBeUndefined()
    expect(counts('2026-05-22', '2025-11-21')).toBeUndefined()
    expect(counts('2026-05-23', '2025-05-23')).toEqual([10, 10, 12])
    expect(counts('2026-05-23', '2025-05-22')).toBeUndefined()
  })
})
