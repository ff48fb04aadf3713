import { describe, expect, it } from 'vitest'
import { noSettings } from '../../src/book/settings.ts'
import { emptyWeeks, measureClosings, pace } from '../../src/book/team/measures.ts'
import type { Rep } from '../../src/book/team/rep.ts'
import { addDays } from '../../src/time/plain-date.ts'
import {
  bookOf,
  day,
  iso,
  repCalled,
  times,
  TODAY,
  type Cells,
  type Circumstances,
  type Told,
} from '../support/exports.ts'

const open: Cells<'opportunities'> = { owner: 'Dana', stage: 'Prospecting', created: '2026-01-05' }
const leave = (from: string, to: string, reps?: string[]) => ({ from: day(from), to: day(to), reps })

function created(...days: string[]): Cells<'opportunities'>[] {
  return days.map((date) => ({ ...open, created: date }))
}

function dana(told: Told, circumstances: Circumstances = {}): Rep {
  return repCalled(bookOf(told, circumstances), 'Dana')
}

describe('creation by week', () => {
  it('counts seven days ending on the day of the review, then the seven before', () => {
    const deals = created('2026-11-20', '2026-11-14', '2026-11-13', '2026-11-13', '2026-10-30')
    const { creation } = dana({ deals })
    expect(creation.byWeek.slice(0, 5)).toEqual([2, 2, 0, 1, 0])
    expect(iso(creation.lastCreated)).toBe('2026-11-20')
  })

  it('counts renewals, but not as new business', () => {
    const renewals = [
      { ...open, created: '2026-11-18', type: 'Renewal' },
      { ...open, created: '2026-11-17', pipeline: 'renewals' },
      { ...open, created: '2026-11-16', type: 'Rinnovo' },
    ]
    const settings = { words: { ...noSettings.words, renewal: ['rinnovo'] } }
    const { creation } = dana({ deals: [...renewals, ...created('2026-11-10')] }, { settings })
    expect(creation.byWeek.slice(0, 2)).toEqual([3, 1])
    expect(creation.newBusinessByWeek.slice(0, 2)).toEqual([0, 1])
    expect([iso(creation.lastCreated), iso(creation.lastNewBusiness)]).toEqual(['2026-11-18', '2026-11-10'])
    expect(creation.weeksWithoutNew).toBe(0)
  })

  it.each([
    ['New Business', 'Renewals Pipeline', false],
    ['newbusiness', 'Renewals Pipeline', false],
    ['Existing Business', 'Renewals Pipeline', true],
    [undefined, 'Renewals Pipeline', true],
    ['Existing Business', 'Sales Pipeline', false],
    ['Renewal', 'New Business', true],
    ['New Business Renewal', 'Sales Pipeline', true],
    ['New Business', 'Rinnovi', true],
  ])('of type %j in the pipeline %j: a renewal is %j, the type before the pipeline', (type, pipeline, expected) => {
    const settings = { words: { ...noSettings.words, renewal: ['rinnovi'] } }
    const { deals } = bookOf({ deals: [{ ...open, type, pipeline }] }, { settings })
    expect(deals[0]?.isRenewal).toBe(expected)
  })

  it('counts what has been won or lost since', () => {
    const deals = [...created('2026-01-05'), { ...open, created: '2026-11-16', stage: 'Closed Lost', closeDate: TODAY }]
    expect(dana({ deals }).creation.byWeek[0]).toBe(1)
  })
})

describe('weeks without anything new', () => {
  const weeks = (told: Told, circumstances?: Circumstances) => dana(told, circumstances).creation.weeksWithoutNew

  it('run from week 0 back to the last that was created', () => {
    expect(weeks({ deals: created('2026-01-05', '2026-11-14') })).toBe(0)
    expect(weeks({ deals: created('2026-01-05', '2026-11-13') })).toBe(1)
    expect(weeks({ deals: created('2026-01-05', '2026-10-30') })).toBe(3)
  })

  it('are counted up to 52', () => {
    expect(weeks({ deals: created('2025-11-21', '2020-01-01') })).toBe(52)
    expect(weeks({ deals: created('2025-11-28', '2020-01-01') })).toBe(51)
    expect(weeks({ deals: created('2024-01-05') })).toBe(52)
  })

  it('do not reach beyond the rep’s first day', () => {
    const reps = [{ rep: 'Dana', startDate: '2026-11-09' }]
    expect(weeks({ reps })).toBe(2)
  })

  it('leave out closed weeks without ending there', () => {
    const deals = created('2026-01-05', '2026-10-30')
    const closed = (reps?: string[]) => ({ settings: { closures: [leave('2026-11-09', '2026-11-13', reps)] } })
    expect(weeks({ deals }, closed())).toBe(2)
    expect(weeks({ deals }, closed(['Dana']))).toBe(2)
    expect(weeks({ deals }, closed(['Priya']))).toBe(3)
  })

  it('are none where the only week there was is closed', () => {
    const { calendar } = bookOf({}, { settings: { closures: [leave('2026-11-16', '2026-11-20')] } })
    expect(emptyWeeks([0, 0], calendar, 'Dana', day('2026-11-16'))).toBe(0)
  })
})

describe('the pace', () => {
  const weekly = created('2026-11-13', '2026-11-06', '2026-10-30', '2026-10-23')
  const measured = (rep: Rep, from: number, to: number, circumstances: Circumstances = {}) =>
    pace(rep.creation, bookOf({}, circumstances).calendar, { from, to }, rep)

  it('is new business a week, both ends included', () => {
    const rep = dana({ deals: [...created('2026-01-05'), ...weekly] })
    expect(measured(rep, 0, 3)).toEqual({ created: 3, weeks: 4, perWeek: 0.75 })
    expect(measured(rep, 1, 4)).toEqual({ created: 4, weeks: 4, perWeek: 1 })
  })

  it('leaves out the weeks before the rep was there', () => {
    expect(measured(dana({ deals: created('2026-11-06', '2026-11-06') }), 0, 9)).toEqual({
      created: 2,
      weeks: 3,
      perWeek: 2 / 3,
    })
  })

  it('leaves out closed weeks and what was created in them', () => {
    const rep = dana({ deals: [...created('2026-01-05'), ...weekly] })
    const settings = { closures: [leave('2026-11-09', '2026-11-13')] }
    expect(measured(rep, 0, 3, { settings })).toEqual({ created: 2, weeks: 3, perWeek: 2 / 3 })
  })

  it('is unknown where the rep was not there at all', () => {
    expect(measured(dana({ deals: created('2026-11-16') }), 4, 29)).toBeUndefined()
  })
})

describe('the median rep’s pace', () => {
  const every = (owner: string, count: number, weeks: number): Cells<'opportunities'>[] =>
    Array.from({ length: weeks }, (_, at) =>
      times(count, { ...open, owner, created: iso(addDays(day(TODAY), -7 * (at + 4))) ?? '' }),
    ).flat()

  it('is over weeks 4 to 29 of those who have been there for ninety days', () => {
    const deals = [...every('Ann', 1, 26), ...every('Bea', 2, 26), ...every('Cid', 5, 26), ...every('New', 9, 9)]
    expect(bookOf({ deals }).team.medianPace).toBe(2)
  })

  it('leaves out who was on leave for all but seven of those weeks', () => {
    const deals = [...every('Ann', 1, 26), ...every('Bea', 3, 26)]
    const onLeave = (to: string) => ({ settings: { closures: [leave('2026-05-02', to, ['Bea'])] } })
    expect(bookOf({ deals }, onLeave('2026-09-04')).team.medianPace).toBe(2)
    expect(bookOf({ deals }, onLeave('2026-09-11')).team.medianPace).toBe(1)
  })

  it('does not count the newest weeks', () => {
    const rush = times(30, { ...open, owner: 'Ann', created: '2026-11-18' }).slice(0, 15)
    expect(bookOf({ deals: [...every('Ann', 1, 26), ...rush] }).team.medianPace).toBe(1)
  })

  it('is unknown in a team of beginners', () => {
    expect(bookOf({ deals: every('New', 2, 6) }).team.medianPace).toBeUndefined()
  })
})

describe('closings', () => {
  const closed = (stage: string, closeDate: string, more: Cells<'opportunities'> = {}) => ({
    ...open,
    created: '2025-10-01',
    stage,
    closeDate,
    ...more,
  })

  it.each([
    ['2026-11-20', 1],
    ['2025-11-21', 1],
    ['2025-11-20', 0],
  ])('a deal won on %s counts %i in the 365 days up to the review', (closeDate, count) => {
    const { deals } = bookOf({ deals: [closed('Closed Won', closeDate)] })
    expect(measureClosings(deals, day(TODAY)).won).toBe(count)
  })

  it('renewals count as won and lost, but in no rate, average or cycle', () => {
    const renewal = { type: 'Renewal', amount: 999_999, created: '2024-11-01' }
    const deals = [
      closed('Closed Won', '2025-12-10', { amount: 10_000 }),
      closed('Closed Won', '2025-12-20', { amount: 30_000 }),
      closed('Closed Won', '2025-12-30'),
      closed('Closed Lost', '2026-01-10', { amount: 70_000 }),
      closed('Closed Won', '2026-02-01', renewal),
      closed('Closed Lost', '2026-02-01', renewal),
    ]
    expect(dana({ deals: [open, ...deals] }).closings).toEqual({
      won: 4,
      lost: 2,
      newBusinessWon: 3,
      newBusinessLost: 1,
      unclear: 0,
      winRate: 0.75,
      averageWon: 20_000,
      cycleDays: 80,
    })
  })

  it('of nothing are unknown and not zero', () => {
    expect(dana({ deals: [open] }).closings).toMatchObject({
      won: 0,
      winRate: undefined,
      averageWon: undefined,
      cycleDays: undefined,
    })
  })

  it('a column of its own for the closing day wins over the close date', () => {
    const deals = [open, closed('Closed Won', '2025-01-31', { closedOn: '2026-11-02' })]
    expect(dana({ deals }).closings.won).toBe(1)
  })
})
