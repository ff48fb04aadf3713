import { describe, expect, it } from 'vitest'
import {
  expectedPace,
  judgeCreation,
  judgeGoal,
  judgeWeeks,
  judgeWinRate,
  judgeWinning,
  produces,
} from '../../src/book/team/outcomes.ts'
import { nobodys, noSettings, type Settings } from '../../src/book/settings.ts'
import { addDays } from '../../src/time/plain-date.ts'
import { bookOf, day, iso, repCalled, times, TODAY, type Cells } from '../support/exports.ts'

const open: Cells<'opportunities'> = { owner: 'Dana', stage: 'Prospecting', created: '2026-01-05' }

function inWeek(week: number, count: number, owner = 'Dana'): Cells<'opportunities'>[] {
  return times(count, { ...open, owner, created: iso(addDays(day(TODAY), -7 * week)) ?? '' })
}

/** A team in which the median rep creates two a week, and Dana so many in the last four weeks. */
function team(created: number, usual = 2): Cells<'opportunities'>[] {
  const weeks = Array.from({ length: 26 }, (_, at) => at + 4)
  const peers = ['Ann', 'Bea', 'Dana'].flatMap((owner) => weeks.flatMap((week) => inWeek(week, usual, owner)))
  return [...inWeek(1, created), ...peers]
}

function standard(perWeek: number): Partial<Settings> {
  const newOpportunities = { default: perWeek, levels: new Map(), reps: new Map() }
  return { standards: { ...noSettings.standards, newOpportunities } }
}

function creation(deals: Cells<'opportunities'>[], settings: Partial<Settings> = {}) {
  const book = bookOf({ deals }, { settings })
  return judgeCreation(repCalled(book, 'Dana'), book)
}

describe('creation, against a standard', () => {
  it.each([
    [6, 'not-below'],
    [5, 'below'],
    [0, 'below'],
  ])('of 8 in four weeks: %i is %s', (count, verdict) => {
    expect(creation([open, ...inWeek(1, count)], standard(2))).toEqual({
      verdict,
      created: count,
      unqualified: 0,
      undated: 0,
      weeks: 4,
      against: { perWeek: 2, of: 'standard' },
    })
  })

  it('renewals do not help', () => {
    const renewals = inWeek(1, 8).map((cells) => ({ ...cells, type: 'Renewal' }))
    expect(creation([open, ...renewals], standard(2))?.verdict).toBe('below')
  })

  it('leave is not held against anyone', () => {
    const closures = [{ from: day('2026-10-24'), to: day('2026-11-06'), reps: ['Dana'] }]
    const deals = [open, ...inWeek(1, 3)]
    expect(creation(deals, { ...standard(2), closures })).toMatchObject({ verdict: 'not-below', weeks: 2 })
    expect(creation(deals, standard(2))?.verdict).toBe('below')
  })

  it('is judged over a median cycle where that is longer than four weeks', () => {
    const won = { ...open, stage: 'Closed Won', created: '2026-03-02', closeDate: '2026-05-01' }
    const deals = [open, ...times(19, won), { ...won, created: '2026-03-03', closeDate: '2026-05-02' }]
    expect(creation(deals, standard(2))?.weeks).toBe(9)
  })

  it('over 26 weeks at most', () => {
    const won = { ...open, stage: 'Closed Won', created: '2025-01-06', closeDate: '2025-12-30' }
    const deals = [open, ...times(19, won), { ...won, created: '2025-01-07' }]
    expect(creation(deals, standard(2))?.weeks).toBe(26)
  })

  it('an exception for one rep or a level comes before the standard of all', () => {
    const newOpportunities = { default: 2, levels: new Map([['senior', 1]]), reps: new Map([['Dana', 0.5]]) }
    const settings = { standards: { ...noSettings.standards, newOpportunities } }
    const told = { deals: [open, ...inWeek(9, 1, 'Ann')], reps: [{ rep: 'Ann', level: 'Senior' }] }
    const book = bookOf(told, { settings })
    expect(judgeCreation(repCalled(book, 'Dana'), book)?.against?.perWeek).toBe(0.5)
    expect(judgeCreation(repCalled(book, 'Ann'), book)?.against?.perWeek).toBe(1)
  })
})

describe('creation, against the median rep', () => {
  // Eight are usual in four weeks: P(X ≤ 4) = 0.0996, P(X ≤ 5) = 0.191.
  it.each([
    [4, 'below'],
    [5, 'not-below'],
  ])('%i of the usual 8 is %s: five happen by chance', (count, verdict) => {
    expect(creation(team(count))).toMatchObject({ verdict, against: { perWeek: 2, of: 'median rep' } })
  })

  it('few are unlikely, but not under three quarters', () => {
    const book = bookOf({ deals: team(45, 15) })
    const dana = repCalled(book, 'Dana')
    const pace = expectedPace(dana, book)
    expect(judgeWeeks(dana, book, 4, 0.75, pace)?.verdict).toBe('not-below')
    expect(judgeWeeks(dana, book, 4, 0.76, pace)?.verdict).toBe('below')
  })

  it('is not judged in a team that has no pace', () => {
    expect(creation([open])).toMatchObject({ verdict: 'unknown', against: undefined })
    expect(creation([{ ...open, created: '2026-11-02' }])).toMatchObject({ verdict: 'unknown', weeks: 3 })
  })

  it('a rep of under ninety days is compared with no median, but with the standard', () => {
    const deals = [...team(8).filter(({ owner }) => owner !== 'Dana'), ...inWeek(11, 1)]
    expect(creation(deals)).toMatchObject({ verdict: 'unknown' })
    expect(creation(deals, standard(2))).toMatchObject({ verdict: 'below' })
  })

  it('is nothing at all where the rep was on leave all the while', () => {
    const closures = [{ from: day('2026-10-01'), to: day('2026-11-20'), reps: ['Dana'] }]
    expect(creation(team(0), { closures })).toBeUndefined()
  })
})

describe('winning', () => {
  const closed = (owner: string, won: number, lost: number, more: Cells<'opportunities'> = {}) => {
    const base = { ...open, owner, created: '2026-05-04', closeDate: '2026-06-15', ...more }
    return [...times(won, { ...base, stage: 'Closed Won' }), ...times(lost, { ...base, stage: 'Closed Lost' })]
  }
  const judge = (deals: Cells<'opportunities'>[], settings: Partial<Settings> = {}) => {
    const book = bookOf({ deals: [open, { ...open, owner: 'Ann' }, ...deals] }, { settings })
    return judgeWinRate(repCalled(book, 'Dana'), book)
  }
  const winRate = (rate: number): Partial<Settings> => ({
    standards: { ...noSettings.standards, winRate: { ...nobodys(), default: rate } },
  })

  it('is below where even the upper end of the interval is under the team’s rate', () => {
    expect(judge([...closed('Dana', 2, 28), ...closed('Ann', 30, 30)])).toEqual({
      verdict: 'below',
      won: 2,
      closed: 30,
      unclear: 0,
      reference: { winRate: 32 / 90, of: 'team' },
    })
  })

  // Of 40 at z = 1.645 the upper end is 0.380 for ten wins and 0.405 for eleven.
  it.each([
    [10, 'below'],
    [11, 'not-below'],
  ])('against a standard of 0.39, %i wins of 40 are %s', (won, verdict) => {
    expect(judge(closed('Dana', won, 40 - won), winRate(0.39))).toMatchObject({
      verdict,
      reference: { winRate: 0.39, of: 'standard' },
    })
  })

  it.each([
    ['five wins were to be expected of 10 at a half', 10, 0.5, 'below'],
    ['fewer of 9', 9, 0.5, 'unknown'],
    ['of 24 at 0.2 fewer than five', 24, 0.2, 'unknown'],
    ['of 25 five', 25, 0.2, 'below'],
    ['of 40 at 0.9 fewer than five losses', 40, 0.9, 'unknown'],
  ])('is judged only on enough: %s', (_, lost, rate, verdict) => {
    expect(judge(closed('Dana', 0, lost), winRate(rate)).verdict).toBe(verdict)
  })

  it('renewals neither help nor harm', () => {
    const losses = closed('Dana', 0, 20)
    expect(judge([...losses, ...closed('Dana', 40, 0, { type: 'Renewal' })], winRate(0.4)).verdict).toBe('below')
    expect(judge(closed('Dana', 0, 40, { type: 'Renewal' }), winRate(0.4))).toMatchObject({
      verdict: 'unknown',
      closed: 0,
    })
  })

  it('closings of more than a year ago are forgotten', () => {
    const old = { created: '2025-05-04', closeDate: '2025-06-15' }
    expect(judge(closed('Dana', 0, 40, old), winRate(0.4))).toMatchObject({ verdict: 'unknown', closed: 0 })
  })

  it('a rep of under ninety days is compared with no rate', () => {
    const settings = {
      ...winRate(0.4),
      reps: new Map([
        ['Dana', { email: undefined, level: undefined, manager: undefined, startDate: day('2026-09-01') }],
      ]),
    }
    expect(judge(closed('Dana', 0, 40), settings).verdict).toBe('unknown')
  })

  it('is unknown where nothing closed', () => {
    expect(judge([])).toEqual({ verdict: 'unknown', won: 0, closed: 0, unclear: 0, reference: undefined })
  })
})

describe('winning, by the goal', () => {
  // By 20 November 51 of the quarter's 92 days have passed: of 92,000 are 51,000 due, and 40,800 are 80 % of that.
  const won = (amount: number | undefined, more: Cells<'opportunities'> = {}) => ({
    ...open,
    stage: 'Closed Won',
    closeDate: '2026-11-02',
    amount,
    ...more,
  })
  const bookFor = (deals: Cells<'opportunities'>[], settings: Partial<Settings> = {}) => {
    const amount = { ...nobodys<number>(), default: 92_000 }
    return bookOf(
      { deals: [{ ...open, amount: 1000 }, ...deals] },
      { settings: { goals: { ...noSettings.goals, amount }, ...settings } },
    )
  }
  const judge = (...args: Parameters<typeof bookFor>) => {
    const book = bookFor(...args)
    return judgeGoal(repCalled(book, 'Dana'), book)
  }

  it.each([
    [40_800, 'not-below'],
    [40_799, 'below'],
    [0, 'below'],
  ])('%i of 51,000 due are %s', (amount, verdict) => {
    expect(judge([won(amount)])).toMatchObject({ verdict, expected: 51_000, progress: { from: 'days elapsed' } })
  })

  it('is judged where four in five of the wins have an amount', () => {
    const blank = won(undefined)
    expect(judge([...times(4, won(1000)), blank])?.verdict).toBe('below')
    expect(judge([...times(3, won(1000)), blank])?.verdict).toBe('unknown')
  })

  it('from the day on which an average win was due', () => {
    const average = (amount: number) => {
      const year = { closeDate: '2026-06-15', amount }
      return [...times(5, won(amount, year)), ...times(5, { ...open, stage: 'Closed Lost', ...year })]
    }
    expect(judge(average(51_000))?.verdict).toBe('below')
    expect(judge(average(51_001))?.verdict).toBe('unknown')
  })

  it('not of somebody who came in the period', () => {
    const came = { email: undefined, level: undefined, manager: undefined }
    const since = (startDate: string) => ({ reps: new Map([['Dana', { ...came, startDate: day(startDate) }]]) })
    expect(judge([], since('2026-10-02'))?.verdict).toBe('unknown')
    expect(judge([], since('2026-08-01'))?.verdict).toBe('below')
  })

  it('without a goal it is nothing', () => {
    expect(judge([], { goals: noSettings.goals })).toBeUndefined()
  })

  it('one measure below is below; one that is not is enough where the other is unknown', () => {
    const verdicts = (deals: Cells<'opportunities'>[]) => {
      const book = bookFor(deals)
      const { verdict, rate, goal } = judgeWinning(repCalled(book, 'Dana'), book)
      return [verdict, rate.verdict, goal?.verdict]
    }
    expect(verdicts([])).toEqual(['below', 'unknown', 'below'])
    expect(verdicts([won(60_000)])).toEqual(['not-below', 'unknown', 'not-below'])
    const losses = times(20, { ...open, owner: 'Dana', stage: 'Closed Lost', closeDate: '2026-06-15' })
    const wins = times(20, { ...won(1000), owner: 'Ann', closeDate: '2026-06-15' })
    expect(verdicts([won(60_000), ...losses, ...wins])).toEqual(['below', 'below', 'not-below'])
  })

  it('who is behind does not produce; who cannot be judged does', () => {
    const isProducing = (...args: Parameters<typeof bookFor>) => {
      const book = bookFor(...args)
      return produces(repCalled(book, 'Dana'), book)
    }
    expect(isProducing([])).toBe(false)
    expect(isProducing([won(60_000)])).toBe(true)
    expect(isProducing([], { goals: noSettings.goals })).toBe(true)
    expect(isProducing([won(60_000)], standard(1))).toBe(false)
    // Closed deals without a day: what was won in the period is not known.
    expect(isProducing(times(2, won(undefined, { closeDate: undefined })))).toBe(true)
  })
})
