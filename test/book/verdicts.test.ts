import { describe, expect, it } from 'vitest'
import { alike, different } from '../../scripts/simulate/simulate.ts'
import { type RepRecord } from '../../src/book/team/verdicts.ts'
import { judgeTeam } from '../../src/book/team/judge-team.ts'
import type { PlainDate } from '../../src/time/plain-date.ts'

const AS_OF = 20_000 as PlainDate
const WEEKS = 60

/** One who opens so many a week and has won so many of fifty, a closing a week. */
function rep(name: string, perWeek: number, won: number): RepRecord {
  return {
    name,
    createdByWeek: Array.from({ length: WEEKS }, () => perWeek),
    workedByWeek: Array.from({ length: WEEKS }, () => true),
    closings: Array.from({ length: 50 }, (_, at) => ({
      day: (AS_OF - 7 * (49 - at)) as PlainDate,
      isWon: at % 50 < won,
    })),
    from: (AS_OF - 7 * WEEKS) as PlainDate,
  }
}

const others = ['Ann', 'Bea', 'Cy', 'Di'].map((name) => rep(name, 2, 20))

describe('a verdict', () => {
  it('is said of who wins far less than the others, with the counts of both', () => {
    const verdict = judgeTeam([...others, rep('Eve', 2, 4)], AS_OF, undefined).winning.get('Eve')
    expect(verdict).toMatchObject({ isWeak: true, count: 4, of: 50, others: { count: 80, of: 200 }, expected: 0.4 })
    expect(verdict?.probability).toBeGreaterThan(0.95)
  })

  it('is not said of who wins a little less, however many were closed', () => {
    const many = (one: RepRecord, share: number): RepRecord => ({
      ...one,
      closings: Array.from({ length: 3000 }, (_, at) => ({
        day: (AS_OF - 364 + Math.floor(at / 9)) as PlainDate,
        isWon: at % 100 < share,
      })),
    })
    const verdicts = judgeTeam([...others.map((one) => many(one, 40)), many(rep('Eve', 2, 0), 34)], AS_OF, undefined)
    expect(verdicts.winning.get('Eve')).toMatchObject({ isWeak: false })
  })

  it('stands until it is no longer likely', () => {
    const team = [...others, rep('Eve', 2, 12)]
    const before = { creation: new Set<string>(), winning: new Set(['Eve']) }
    expect(judgeTeam(team, AS_OF, { creation: new Set(), winning: new Set() }).winning.get('Eve')?.isWeak).toBe(false)
    const kept = judgeTeam(team, AS_OF, before).winning.get('Eve')
    expect([kept?.isWeak, (kept?.probability ?? 0) >= 0.6]).toEqual([(kept?.probability ?? 0) >= 0.6, kept?.isWeak])
    expect(judgeTeam([...others, rep('Eve', 2, 20)], AS_OF, before).winning.get('Eve')?.isWeak).toBe(false)
  })

  it('is not said of a rep of under 90 days, nor by a team of one', () => {
    const fresh = { ...rep('Eve', 0, 0), from: (AS_OF + 1) as PlainDate }
    expect(judgeTeam([...others, fresh], AS_OF, undefined).winning.has('Eve')).toBe(false)
    expect(judgeTeam([rep('Eve', 0, 0)], AS_OF, undefined).winning.size).toBe(0)
  })

  it('on creation is found within three weeks where all else was as ever', () => {
    const stopped = { ...rep('Eve', 2, 20), createdByWeek: [0, 0, 0, ...Array.from({ length: 57 }, () => 2)] }
    expect(judgeTeam([...others, stopped], AS_OF, undefined).creation.get('Eve')).toMatchObject({
      isWeak: true,
      count: 0,
      of: 3,
    })
  })
})

// A sample of `npm run simulate`, whose every cell is in docs/verdicts.md.
describe('the simulation', () => {
  it('identical reps are hardly ever called weak', () => {
    const cell = alike(10, 1.5, 40)
    expect(cell.teams).toBeLessThanOrEqual(0.175)
    expect(cell.ever).toBeLessThanOrEqual(0.1)
    expect(cell.everWithout).toBeLessThanOrEqual(0.1)
    expect(cell.changes).toBeLessThanOrEqual(0.5)
  })

  it('half the win rate and a third of the creation are found', () => {
    const base = { reps: 5, winRate: 0.5 }
    expect(different({ ...base, perWeek: 1.25, outcome: 'winning', share: 0.5 }, 40).found).toBeGreaterThanOrEqual(0.75)
    expect(different({ ...base, perWeek: 3, outcome: 'creation', share: 1 / 3 }, 40).found).toBeGreaterThanOrEqual(0.9)
  })
})
