import { describe, expect, it } from 'vitest'
import { judgeCreation, judgeGoal, judgeWinRate, judgeWinning, produces } from '../../src/book/team/outcomes.ts'
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
  /** So many in each of the last 13 weeks. */
  const weekly = (count: number) => Array.from({ length: 13 }, (_, week) => inWeek(week, count)).flat()

  it('one a week where two are the standard is below, and not by chance', () => {
    expect(creation([open, ...weekly(1)], standard(2))).toMatchObject({
      verdict: 'below',
      created: 13,
      weeks: 13,
      against: { perWeek: 2, of: 'standard' },
    })
  })

  it('as many as the standard are not', () => {
    expect(creation([open, ...weekly(2)], standard(2))?.verdict).toBe('not-below')
  })

  it('renewals do not help', () => {
    const renewals = weekly(2).map((cells) => ({ ...cells, type: 'Renewal' }))
    expect(creation([open, ...renewals], standard(2))?.verdict).toBe('below')
  })

  it('leave is not held against anyone', () => {
    const closures = [{ from: day('2026-08-22'), to: day('2026-11-06'), reps: ['Dana'] }]
    expect(creation([open, ...inWeek(1, 3)], { ...standard(2), closures })?.verdict).not.toBe('below')
    expect(creation([open, ...inWeek(1, 3)], standard(2))?.verdict).toBe('below')
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

describe('creation, against the others', () => {
  it('nothing in three weeks is below where two a week are usual, for the rep and for the others', () => {
    const peers = ['Ann', 'Bea', 'Cy', 'Eve', 'Fay'].flatMap((owner) =>
      Array.from({ length: 30 }, (_, week) => inWeek(week, 2, owner)).flat(),
    )
    const own = (recent: number) => Array.from({ length: 30 }, (_, week) => inWeek(week, week < 3 ? recent : 2)).flat()
    expect(creation([...peers, ...own(0)])).toMatchObject({ verdict: 'below', created: 0, weeks: 3 })
    expect(creation([...peers, ...own(1)])?.verdict).toBe('not-below')
  })

  it('is not judged in a team of one', () => {
    expect(creation([open])).toMatchObject({ verdict: 'unknown', against: undefined })
  })

  it('a rep of under ninety days is compared with nobody', () => {
    const deals = [...team(8).filter(({ owner }) => owner !== 'Dana'), ...inWeek(11, 1)]
    expect(creation(deals)).toMatchObject({ verdict: 'unknown' })
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

  it('is below where chance does not explain it, beside all others together', () => {
    expect(judge([...closed('Dana', 2, 28), ...closed('Ann', 30, 30)])).toEqual({
      verdict: 'below',
      won: 2,
      closed: 30,
      unclear: 0,
      reference: { winRate: 0.5, of: 'others' },
    })
    expect(judge([...closed('Dana', 10, 20), ...closed('Ann', 30, 30)]).verdict).toBe('not-below')
  })

  it('against a standard of 0.5, 10 wins of 40 are below, and 15 are not', () => {
    const of = (won: number) => judge(closed('Dana', won, 40 - won), winRate(0.5))
    expect(of(10)).toMatchObject({ verdict: 'below', reference: { winRate: 0.5, of: 'standard' } })
    expect(of(15).verdict).toBe('not-below')
  })

  it('is unknown where even nothing won would tell nothing', () => {
    expect(judge(closed('Dana', 0, 10), winRate(0.2)).verdict).toBe('unknown')
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

  it('a missed goal is a result, and no verdict on winning', () => {
    const verdicts = (deals: Cells<'opportunities'>[]) => {
      const book = bookFor(deals)
      const { verdict, rate, goal } = judgeWinning(repCalled(book, 'Dana'), book)
      return [verdict, rate.verdict, goal?.verdict]
    }
    expect(verdicts([])).toEqual(['unknown', 'unknown', 'below'])
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
