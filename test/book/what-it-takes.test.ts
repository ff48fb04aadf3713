import { describe, expect, it } from 'vitest'
import { noSettings, type Settings } from '../../src/book/settings.ts'
import { whatItTakes } from '../../src/book/what-it-takes.ts'
import { bookOf, iso, repCalled, times, type Cells } from '../support/exports.ts'

const open: Cells<'opportunities'> = { owner: 'Dana', stage: 'Prospecting', amount: 10_000, created: '2026-01-05' }

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

function takes(deals: Cells<'opportunities'>[], settings: Partial<Settings> = goal(100_000)) {
  const book = bookOf({ deals }, { settings })
  return whatItTakes(repCalled(book, 'Dana'), book)
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
      open: { deals: 1, amount: 40_000, expected: 10_000, uncounted: 0 },
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

  it('without a goal nothing is known, without closings little', () => {
    expect(takes([open, ...history], {})).toBeUndefined()
    expect(takes([promised])).toMatchObject({
      goal: { gap: 100_000 },
      open: { amount: 40_000, expected: undefined },
      coverage: undefined,
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
