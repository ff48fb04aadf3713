import { describe, expect, it } from 'vitest'
import { noSettings, type Settings } from '../../src/book/settings.ts'
import { asPromised, whatItTakes, whatTheyTake } from '../../src/book/goals/what-it-takes.ts'
import { bookOf, iso, repCalled, times, type Cells } from '../support/exports.ts'

const open: Cells<'opportunities'> = { owner: 'Dana', stage: 'Prospecting', amount: 10_000, created: '2026-11-12' }

/** Closed in June after ten days: Dana wins a quarter of forty at $20k, twenty wins of others make the team's norm. */
const history = [...closed('Dana', 10, 30), ...closed('Ann', 10, 0)]

function closed(owner: string, won: number, lost: number): Cells<'opportunities'>[] {
  const base = { ...open, owner, amount: 20_000, created: '2026-06-05', closeDate: '2026-06-15' }
  const second = { ...base, created: '2026-06-06', closeDate: '2026-06-16' }
  return [
    ...times(won - 1, { ...base, stage: 'Closed Won' }),
    { ...second, stage: 'Closed Won' },
    ...times(lost, { ...second, stage: 'Closed Lost' }),
  ]
}

function takes(deals: Cells<'opportunities'>[], settings: Partial<Settings> = goal(100_000), by = whatItTakes) {
  const book = bookOf({ deals }, { settings })
  return by(repCalled(book, 'Dana'), book)
}

function goal(amount: number, coverage?: number): Partial<Settings> {
  const all = { levels: new Map(), reps: new Map() }
  return {
    goals: { ...noSettings.goals, amount: { ...all, default: amount } },
    standards: { ...noSettings.standards, coverage: { ...all, default: coverage } },
  }
}

const promised = { ...open, amount: 40_000, closeDate: '2026-12-18' }

describe('what the goal takes', () => {
  it('new opportunities for what the open deals will not bring', () => {
    const found = takes([promised, ...history])
    expect(found).toMatchObject({
      goal: { amount: 100_000, won: 0, gap: 100_000 },
      open: { deals: 1, amount: 40_000, expected: 10_000, uncounted: 0, leftOut: { deals: 0, amount: 0 } },
      coverage: { ratio: 4, of: 'win rate', amount: 400_000 },
      missing: 90_000,
      creation: { toWin: 90_000, averageWon: 20_000, opportunities: 18, lastDay: { isLater: false } },
    })
    expect(iso(found?.creation?.lastDay.day)).toBe('2026-12-21')
    expect(found?.creation?.perWeek).toBeCloseTo(18 / (31 / 7))
  })

  it('counts the open deals that are promised for the period, today overdue or not', () => {
    const on = (closeDate: string) => ({ ...promised, closeDate })
    const dates = ['2026-09-30', '2026-10-01', '2026-11-19', '2026-12-31', '2027-01-01'].map(on)
    expect(takes([...dates, ...history])?.open.deals).toBe(3)
  })

  it('what is won leaves less, what is passed nothing', () => {
    const won = { ...open, stage: 'Closed Won', amount: 60_000, closeDate: '2026-11-01' }
    expect(takes([open, won, ...history])).toMatchObject({ goal: { won: 60_000 }, missing: 40_000 })
    expect(takes([open, { ...won, amount: 200_000 }, ...history])).toMatchObject({
      missing: 0,
      creation: { opportunities: 0, perWeek: 0 },
    })
  })

  it('deals without an amount, or in a currency without a rate, are counted apart', () => {
    const foreign = { ...promised, currency: 'EUR' }
    const unknown = { ...promised, amount: undefined }
    expect(takes([promised, foreign, unknown, ...history])?.open).toMatchObject({
      deals: 3,
      amount: 40_000,
      uncounted: 2,
    })
    expect(takes([unknown, ...history])).toMatchObject({
      open: { amount: undefined, expected: undefined },
      missing: undefined,
      creation: undefined,
    })
  })

  it.each([
    [10, 'standard', 3, 3],
    [10, 'win rate', undefined, 4],
    [40, 'win rate', undefined, 2],
    [1, 'win rate', undefined, 6],
  ] as const)('with %i wins of 40 the %s asks for a coverage of %s', (won, of, standard, ratio) => {
    const deals = [open, ...closed('Dana', won, 40 - won), ...closed('Ann', 20, 0)]
    expect(takes(deals, goal(100_000, standard))?.coverage).toMatchObject({ of, ratio })
  })

  it('leaves out what nothing is to be expected of: older than nine in ten wins, or overdue for sixty days', () => {
    // Two days more on which much was created: else the busy ones of the history would look like imports.
    const busyDays = ['2026-06-07', '2026-06-08'].flatMap((created) =>
      times(12, { ...open, owner: 'Ann', stage: 'Closed Lost', created, closeDate: '2026-06-20' }),
    )
    const left = (cells: Cells<'opportunities'>, kind: 'quarter' | 'year' = 'quarter', by = whatItTakes) => {
      const settings = goal(100_000)
      const goals = { ...noSettings.goals, ...settings.goals, period: kind }
      const deals = [promised, { ...promised, ...cells }, ...history, ...busyDays]
      const { open: found, missing } = takes(deals, { ...settings, goals }, by) ?? {}
      return [found?.deals, found?.expected, found?.leftOut, missing]
    }
    const counted = [2, 20_000, { deals: 0, amount: 0 }, 80_000]
    const leftOut = [1, 10_000, { deals: 1, amount: 40_000 }, 90_000]
    // The wins took ten days.
    expect(left({ created: '2026-11-10' })).toEqual(counted)
    expect(left({ created: '2026-11-09' })).toEqual(leftOut)
    // The rules count whatever is promised.
    expect(left({ created: '2026-11-09' }, 'quarter', asPromised)).toEqual(counted)
    expect(left({ created: '2026-01-05', type: 'Renewal' })[2]).toEqual({ deals: 0, amount: 0 })
    expect(left({ closeDate: '2026-09-21' }, 'year')[2]).toEqual({ deals: 0, amount: 0 })
    expect(left({ closeDate: '2026-09-20' }, 'year')[2]).toEqual({ deals: 1, amount: 40_000 })
    expect(left({ closeDate: '2026-09-20', type: 'Renewal' }, 'year')[2]).toEqual({ deals: 1, amount: 40_000 })
  })

  it('without a goal nothing is known, without closings little', () => {
    expect(takes([open, ...history], {})).toBeUndefined()
    expect(takes([promised])).toMatchObject({
      goal: { gap: 100_000 },
      open: { amount: 40_000, expected: undefined },
      missing: undefined,
      creation: undefined,
    })
    expect(takes([open])).toMatchObject({
      open: { deals: 0, amount: 0, expected: 0 },
      missing: 100_000,
      creation: undefined,
    })
  })

  it('too late for this period it is for the goal of a later one, and what is promised for that', () => {
    const slow = history.map((cells) => ({ ...cells, created: cells.created?.replace('-06-', '-04-') }))
    const next = { ...promised, closeDate: '2027-02-01' }
    expect(takes([promised, next, ...slow])).toMatchObject({
      missing: 90_000,
      creation: { toWin: 90_000, lastDay: { isLater: true, period: { label: 'Q1' } } },
    })
  })
})

describe('what the goals of several take', () => {
  const together = (deals: Cells<'opportunities'>[], amount = 100_000) => {
    const book = bookOf({ deals }, { settings: goal(amount) })
    return whatTheyTake(book.team, book)
  }
  const wonBy = (owner: string, amount: number) => ({
    ...open,
    owner,
    stage: 'Closed Won',
    amount,
    created: '2026-10-22',
    closeDate: '2026-11-01',
  })

  it('one’s surplus covers another’s gap, and who is short is named all the same', () => {
    const found = together([open, { ...open, owner: 'Ann' }, wonBy('Ann', 150_000), wonBy('Dana', 20_000), ...history])
    expect(found).toMatchObject({
      goal: { amount: 200_000, won: 170_000, gap: 30_000 },
      missing: 30_000,
      short: [{ rep: 'Dana', missing: 80_000 }],
      creation: { toWin: 30_000 },
    })
    // Of both their closings: 22 of 52, at the mean of what they won.
    expect(found?.creation?.winRate).toMatchObject({ won: 22, closed: 52 })
  })

  it('is reached together where one of them is short', () => {
    const found = together([open, { ...open, owner: 'Ann' }, wonBy('Ann', 250_000), ...history])
    expect(found).toMatchObject({ goal: { gap: 0 }, missing: 0, short: [{ rep: 'Dana', missing: 100_000 }] })
  })

  it('is nothing where nobody has a goal', () => {
    const book = bookOf({ deals: [open] })
    expect(whatTheyTake(book.team, book)).toBeUndefined()
  })
})
