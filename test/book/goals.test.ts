import { describe, expect, it } from 'vitest'
import type { Book } from '../../src/book/book.ts'
import { sumGoals } from '../../src/book/goals/goals.ts'
import { nextPeriod } from '../../src/book/goals/period.ts'
import { noSettings, type Settings } from '../../src/book/settings.ts'
import { bookOf, repCalled, type Cells } from '../support/exports.ts'

const open: Cells<'opportunities'> = { owner: 'Dana', stage: 'Prospecting', amount: 1000, created: '2026-05-01' }
const won: Cells<'opportunities'> = { ...open, stage: 'Closed Won', amount: 30_000, closeDate: '2026-11-02' }

function goals(amount: Partial<Settings['goals']['amount']>, more: Partial<Settings['goals']> = {}): Partial<Settings> {
  return { goals: { ...noSettings.goals, ...more, amount: { ...noSettings.goals.amount, ...amount } } }
}

const danas = (book: Book) => repCalled(book, 'Dana').goal
const exported = (rows: readonly Cells<'goals'>[], settings: Partial<Settings> = {}) =>
  danas(bookOf({ deals: [open], goals: rows.map((cells) => ({ rep: 'Dana', ...cells })) }, { settings }))?.amount

describe('what the goal is', () => {
  const told = { deals: [open], reps: [{ rep: 'Dana', level: 'Senior', goal: 90_000 }] }

  it('the config says it by name, else by level, else for all; else the reps file', () => {
    const all = { default: 1, levels: new Map([['senior', 2]]), reps: new Map([['Dana', 3]]) }
    expect(danas(bookOf(told, { settings: goals(all) }))).toMatchObject({ amount: 3, source: 'config' })
    expect(danas(bookOf(told, { settings: goals({ ...all, reps: new Map() }) }))?.amount).toBe(2)
    expect(danas(bookOf(told, { settings: goals({ default: 1 }) }))?.amount).toBe(1)
    expect(danas(bookOf(told))).toMatchObject({ amount: 90_000, source: 'reps file' })
    expect(danas(bookOf({ deals: [open] }))).toBeUndefined()
  })

  it('an export of goals comes before both', () => {
    const rows = [{ rep: 'Dana', goal: 50_000, from: '2026-10-01', to: '2026-12-31' }]
    const book = bookOf({ ...told, goals: rows }, { settings: goals({ default: 1 }) })
    expect(danas(book)).toMatchObject({ amount: 50_000, source: 'goals export' })
  })

  it('three months add up to a quarter, a year is divided by its days', () => {
    const months = [
      { goal: 10_000, from: '2026-10-01', to: '2026-10-31' },
      { goal: 20_000, from: '2026-11-01', to: '2026-11-30' },
      { goal: 30_000, from: '2026-12-01', to: '2026-12-31' },
    ]
    const year = { goal: 365_000, from: '2026-01-01', to: '2026-12-31' }
    expect(exported(months)).toBe(60_000)
    expect(exported([year])).toBe(92_000)
    expect(exported([year, ...months])).toBe(60_000)
  })

  it('runs for the period that it names, of the fiscal calendar', () => {
    expect(
      exported([
        { goal: 40_000, quarter: 'Q4 2026' },
        { goal: 10_000, quarter: 'Q1 2026' },
      ]),
    ).toBe(40_000)
    expect(exported(['Oct', 'Nov', 'Dec'].map((month) => ({ goal: 10_000, month, year: '2026' })))).toBe(30_000)
    expect(
      exported([
        { goal: 40_000, quarter: 'Q4' },
        { goal: 10_000, quarter: 'Q1' },
      ]),
    ).toBe(40_000)
    const fiscal = { goals: { ...noSettings.goals, fiscalYearStart: 2 } }
    expect(
      exported(
        [
          { goal: 40_000, period: 'FY27 Q4' },
          { goal: 10_000, period: 'FY27 Q3' },
        ],
        fiscal,
      ),
    ).toBe(40_000)
  })

  it('stands in a reps file too, a row for each period', () => {
    const rows = [
      { rep: 'Dana', goal: 40_000, quarter: 'Q4 2026' },
      { rep: 'Dana', goal: 10_000, quarter: 'Q1 2026' },
    ]
    expect(danas(bookOf({ deals: [open], reps: rows }))?.amount).toBe(40_000)
  })

  it('two goals for the same days add up', () => {
    const q4 = { from: '2026-10-01', to: '2026-12-31' }
    expect(
      exported([
        { ...q4, goal: 40_000 },
        { ...q4, goal: 20_000 },
      ]),
    ).toBe(60_000)
  })

  it('is unknown where the last months have none, and that of one who came later where the first have none', () => {
    expect(exported([{ goal: 10_000, from: '2026-10-01', to: '2026-11-30' }])).toBeUndefined()
    expect(exported([{ goal: 10_000, from: '2026-11-01', to: '2026-12-31' }])).toBe(10_000)
    expect(exported([{ goal: 10_000, from: '2026-12-31', to: '2026-10-01' }])).toBeUndefined()
  })

  it('with only a first day it runs until the next begins, with only a last day since the one before ended', () => {
    const firsts = ['2026-10-01', '2026-11-01', '2026-12-01'].map((from) => ({ goal: 10_000, from }))
    expect(exported(firsts)).toBe(30_000)
    const lasts = ['2026-10-31', '2026-11-30', '2026-12-31'].map((to) => ({ goal: 10_000, to }))
    expect(exported(lasts)).toBe(30_000)
    expect(exported([{ goal: 10_000, from: '2026-07-01' }])).toBeUndefined()
  })

  it.each([
    ['Goal', 'quarter', 90_000],
    ['Goal', 'year', 90_000],
    ['Monthly Goal', 'quarter', 270_000],
    ['Quarterly Quota', 'month', 30_000],
    ['Annual Quota', 'quarter', 22_500],
  ] as const)('a reps file’s “%s” makes a %s’s goal of %i', (column, period, amount) => {
    const { settings } = { settings: goals({}, { period }) }
    expect(danas(bookOf({ ...told, repColumns: { goal: column } }, { settings }))?.amount).toBe(amount)
  })
})

describe('how far it has come', () => {
  const settings = goals({ default: 100_000 })
  const goalWith = (...deals: Cells<'opportunities'>[]) => danas(bookOf({ deals: [open, ...deals] }, { settings }))

  it('counts the wins of the period up to the day, renewals too', () => {
    const before = { ...won, closeDate: '2026-09-30' }
    const first = { ...won, closeDate: '2026-10-01', type: 'Renewal' }
    const later = { ...won, closedOn: '2026-11-21' }
    expect(goalWith(before, first, won, later)).toMatchObject({ won: 60_000, gap: 40_000, wins: 2, uncounted: 0 })
  })

  it('a win whose day nothing tells counts in the period of its close date', () => {
    expect(goalWith({ ...won, closeDate: '2026-12-15' }, { ...won, closeDate: '2027-01-15' })).toMatchObject({
      won: 30_000,
      wins: 1,
    })
  })

  it('a goal that is passed leaves no gap', () => {
    expect(goalWith({ ...won, amount: 120_000 })).toMatchObject({ won: 120_000, gap: 0 })
  })

  it('other currencies and unknown amounts are in no sum', () => {
    const foreign = { ...won, currency: 'EUR' }
    const unknown = { ...won, amount: undefined }
    expect(goalWith({ ...open, stage: 'Prospecting' }, won, foreign, unknown)).toMatchObject({
      won: 30_000,
      wins: 3,
      uncounted: 2,
    })
    expect(goalWith(unknown)).toMatchObject({ won: undefined, gap: undefined, wins: 1 })
  })

  it('nothing won is 0 where amounts are known, and unknown where none is', () => {
    expect(goalWith()).toMatchObject({ won: 0, gap: 100_000 })
    expect(danas(bookOf({ deals: [{ ...open, amount: undefined }] }, { settings }))?.won).toBeUndefined()
  })
})

describe('goals together', () => {
  const settings = goals({
    reps: new Map([
      ['Dana', 100_000],
      ['Ann', 50_000],
    ]),
  })

  it('of those who have one: a surplus covers another’s gap', () => {
    const deals = [
      open,
      { ...won, amount: 120_000 },
      { ...open, owner: 'Ann' },
      { ...won, owner: 'Bea' },
      { ...open, owner: 'Bea' },
    ]
    const { reps } = bookOf({ deals }, { settings })
    const together = sumGoals(reps.flatMap(({ goal }) => goal ?? []))
    expect(together).toMatchObject({ amount: 150_000, won: 120_000, gap: 30_000 })
    expect(sumGoals([])).toBeUndefined()
  })

  it('what one has won is unknown, so is the sum', () => {
    const deals = [open, { ...won, owner: 'Ann', amount: undefined }, { ...open, owner: 'Ann' }]
    const { reps } = bookOf({ deals }, { settings })
    expect(sumGoals(reps.flatMap(({ goal }) => goal ?? []))).toMatchObject({
      amount: 150_000,
      won: undefined,
      gap: undefined,
    })
  })
})

it('a later period has its own goal, of which nothing is won yet', () => {
  const rows = [
    { rep: 'Dana', goal: 50_000, from: '2026-10-01', to: '2026-12-31' },
    { rep: 'Dana', goal: 70_000, from: '2027-01-01', to: '2027-03-31' },
  ]
  const book = bookOf({ deals: [open, won], goals: rows })
  const dana = repCalled(book, 'Dana')
  expect(book.goals.of(dana, dana.deals, nextPeriod(book.period), book.asOf)).toMatchObject({
    amount: 70_000,
    gap: 70_000,
  })
})
