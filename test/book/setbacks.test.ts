import { amountsHeld } from '../../src/book/deals/held.ts'
import { amountCutSince, lastLookedAt, movedBackSince } from '../../src/book/deals/setbacks.ts'
import { noPast, noReading, type Past, seenOf } from '../../src/book/past/past.ts'
import type { SeenDeal } from '../../src/book/past/seen-deal.ts'
import { bookOf, type Cells, day, firstDeal, iso, row, TODAY } from '../support/exports.ts'
import { describe, expect, it } from 'vitest'

const open: Cells<'opportunities'> = {
  owner: 'Dana',
  stage: 'Qualification',
  amount: 20_000,
  created: '2026-09-01',
  closeDate: '2027-01-31',
}

/** The last review, a week ago, saw the same but for this. */
function seen(told: Cells<'opportunities'>, differing: Partial<SeenDeal>, reading = noReading): Past {
  const deal = firstDeal(bookOf({ deals: [told] }))
  const review = {
    asOf: day('2026-11-13'),
    newest: undefined,
    findings: new Set<string>(),
    reps: [],
    judged: new Map(),
  }
  return {
    ...noPast,
    reviews: [{ ...review, reading, deals: new Map([[deal.id, { ...seenOf(deal), ...differing }]]) }],
  }
}

describe('since the manager last looked', () => {
  it('is the last review, however long ago', () => {
    expect(iso(lastLookedAt(bookOf({ deals: [open] }, { past: seen(open, {}) }), 30))).toBe('2026-11-13')
  })

  it('is so many days where there was none', () => {
    expect(iso(lastLookedAt(bookOf({ deals: [open] }), 30))).toBe('2026-10-21')
  })
})

describe('amounts held', () => {
  const held = (...changes: readonly (readonly [changed: string | undefined, amount?: number])[]) =>
    amountsHeld(
      changes.map(([changed, amount]) => row('history', { dealId: 'deal-1', changed, amount })),
      (amount) => amount * 2,
    )?.map(({ amount, since }) => [amount, iso(since)])

  it('are unknown where no history has amounts', () => {
    expect(held()).toBeUndefined()
    expect(held(['2026-09-01'])).toBeUndefined()
  })

  it('are converted, and a row that repeats one is no change', () => {
    expect(held(['2026-09-01', 10], ['2026-09-05', 10], ['2026-09-06'], ['2026-09-10', 20])).toEqual([
      [20, '2026-09-01'],
      [40, '2026-09-10'],
    ])
  })

  it('of several on one day are the last', () => {
    expect(held(['2026-09-01', 10], ['2026-09-05', 100], ['2026-09-05', 10])).toEqual([[20, '2026-09-01']])
  })

  it('without a day stood from the beginning', () => {
    expect(held([undefined, 10], ['2026-09-05', 20])).toEqual([
      [20, undefined],
      [40, '2026-09-05'],
    ])
  })
})

describe('an amount cut', () => {
  const cut = (
    history: readonly (readonly [string, number])[],
    cells: Cells<'opportunities'> = {},
    past = noPast,
    rates = new Map<string, number>(),
  ) => {
    const told = {
      deals: [{ ...open, ...cells }, open, open],
      history: history.map(([changed, amount]) => ({ dealId: 'deal-1', changed, amount })),
    }
    const book = bookOf(told, { past, settings: { currency: 'USD', rates } })
    return amountCutSince(firstDeal(book), day('2026-10-21'), book)
  }

  it.each<[string, readonly (readonly [string, number])[], number | undefined]>([
    ['nothing tells', [], undefined],
    [
      'it stood higher on that day',
      [
        ['2026-09-01', 25_000],
        ['2026-10-22', 20_000],
      ],
      0.2,
    ],
    [
      'it was cut on that day',
      [
        ['2026-09-01', 25_000],
        ['2026-10-21', 20_000],
      ],
      undefined,
    ],
    [
      'it is younger: its first amount',
      [
        ['2026-11-01', 40_000],
        ['2026-11-10', 20_000],
      ],
      0.5,
    ],
    [
      'it went up',
      [
        ['2026-09-01', 10_000],
        ['2026-11-10', 20_000],
      ],
      undefined,
    ],
    [
      'it was nothing',
      [
        ['2026-09-01', 0],
        ['2026-11-10', 20_000],
      ],
      undefined,
    ],
  ])('where %s', (_, history, share) => {
    expect(cut(history)?.share).toBe(share)
  })

  it('is told against the last review before the history', () => {
    expect(cut([['2026-09-01', 25_000]], {}, seen(open, { amount: 40_000 }))).toMatchObject({
      from: 40_000,
      share: 0.5,
    })
    expect(cut([['2026-09-01', 25_000]], {}, seen(open, { amount: undefined }))).toMatchObject({ from: 25_000 })
  })

  it('is none where only a rate of the config moved', () => {
    const euros = { ...open, currency: 'EUR' }
    const then = { ...noReading, currency: 'USD', rates: new Map([['EUR', 1.5]]) }
    const past = seen(open, { amount: 30_000 }, then)
    expect(cut([], euros, past, new Map([['EUR', 1]]))).toBeUndefined()
    expect(cut([], euros, past, new Map([['EUR', 1.2]]))).toBeUndefined()
    expect(cut([], { ...euros, amount: 15_000 }, past, new Map([['EUR', 1.5]]))).toMatchObject({ share: 0.25 })
  })

  it('in another currency is told in that one', () => {
    expect(cut([['2026-09-01', 25_000]], { currency: 'EUR' })).toMatchObject({ currency: 'EUR', from: 25_000 })
  })
})

describe('a deal that moved back', () => {
  type Stages = readonly (readonly [string, string])[]
  const back = (stages: Stages, past = noPast, order: readonly string[] = []) => {
    const told = {
      deals: [open],
      history: stages.map(([changed, stage]) => ({ dealId: 'deal-1', changed, stage })),
    }
    const settings = { stages: { order, won: [], lost: [] } }
    const book = bookOf(told, { past, settings })
    const moved = movedBackSince(firstDeal(book), day('2026-10-21'), book)
    return moved && [moved.from, iso(moved.movedOn)]
  }

  it.each<[string, Stages, readonly (string | undefined)[] | undefined]>([
    ['no history', [], undefined],
    [
      'left a later stage a day after',
      [
        ['2026-09-01', 'Needs Analysis'],
        ['2026-10-22', 'Qualification'],
      ],
      ['Needs Analysis', '2026-10-22'],
    ],
    [
      'left it on that day',
      [
        ['2026-09-01', 'Needs Analysis'],
        ['2026-10-21', 'Qualification'],
      ],
      undefined,
    ],
    [
      'the furthest of several',
      [
        ['2026-09-01', 'Needs Analysis'],
        ['2026-10-30', 'Negotiation/Review'],
        ['2026-11-02', 'Needs Analysis'],
        ['2026-11-12', 'Qualification'],
      ],
      ['Negotiation/Review', '2026-11-12'],
    ],
    [
      'there for no day',
      [
        ['2026-09-01', 'Qualification'],
        ['2026-11-02', 'Needs Analysis'],
        ['2026-11-02', 'Qualification'],
      ],
      undefined,
    ],
    [
      'came from an earlier one',
      [
        ['2026-09-01', 'Prospecting'],
        ['2026-11-02', 'Qualification'],
      ],
      undefined,
    ],
    [
      'was closed',
      [
        ['2026-09-01', 'Closed Lost'],
        ['2026-11-02', 'Qualification'],
      ],
      undefined,
    ],
  ])('%s', (_, stages, expected) => {
    expect(back(stages)).toEqual(expected)
  })

  it('by what the last review saw', () => {
    expect(back([], seen(open, { stage: 'Needs Analysis' }))).toEqual(['Needs Analysis', undefined])
    expect(back([], seen(open, { stage: 'Prospecting' }))).toBeUndefined()
  })

  it('in the order that the config gives', () => {
    const past = seen(open, { stage: 'Needs Analysis' })
    expect(back([], past, ['Needs Analysis', 'Qualification'])).toBeUndefined()
    expect(back([], past, ['Qualification', 'Needs Analysis'])).toBeDefined()
  })

  it('is unknown where the order is a guess', () => {
    const told = {
      deals: [
        { ...open, stage: '2 Talk' },
        { ...open, stage: '3 Offer' },
      ],
      crmStages: [],
    }
    const book = bookOf(told, { past: seen({ ...open, stage: '2 Talk' }, { stage: '3 Offer' }) })
    expect(book.stages.source).toBe('names')
    expect(book.stages.isGiven).toBe(false)
    expect(movedBackSince(firstDeal(book), day(TODAY), book)).toBeUndefined()
  })
})
