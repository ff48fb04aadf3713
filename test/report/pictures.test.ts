import { describe, expect, it } from 'vitest'
import type { ManagerPage, RepPage } from '../../src/agenda/agenda.ts'
import type { Book } from '../../src/book/book.ts'
import { goalsChart } from '../../src/report/html/goal-chart.ts'
import { scatterChart } from '../../src/report/html/scatter-chart.ts'
import { weeksChart } from '../../src/report/html/weeks-chart.ts'
import { wordsFor } from '../../src/language/words.ts'
import { day, TODAY } from '../support/exports.ts'

const words = wordsFor(day(TODAY), undefined)

describe('the goals of a team', () => {
  /** Bars as pairs of from and to, then what is written. */
  function drawnOf(...shares: readonly { name: string; won: number; expected: number }[]) {
    const takes = { period: 'Q4' }
    const reps = shares.map(({ name, won, expected }) => ({
      rep: { name },
      takes: { goal: 100, won, expected, missing: Math.max(0, 100 - won - expected) },
    }))
    const page = { reps, takes } as unknown as ManagerPage
    const chart = String(goalsChart('goals', page, 0.4, words))
    const bars = [...chart.matchAll(/<rect\s+class="(\w+)"\s+x="([\d.]+)"\s+y="\d+"\s+width="([\d.]+)"/g)]
    return { chart, bars: bars.map(([, kind, x, width]) => ({ kind, from: Number(x), to: Number(x) + Number(width) })) }
  }

  it('reach as far as the longest bar', () => {
    const { chart, bars } = drawnOf({ name: 'Priya', won: 136, expected: 54 }, { name: 'Tom', won: 95, expected: 0 })
    const [won, expected, half] = bars
    expect(expected?.to).toBeCloseTo(339, 0)
    // Nothing of it is lost: 54 of 190.
    expect(((expected?.to ?? 0) - (expected?.from ?? 0)) / (340 - (won?.from ?? 0))).toBeCloseTo(54 / 190, 1)
    expect(((half?.to ?? 0) - (half?.from ?? 0)) / (340 - (won?.from ?? 0))).toBeCloseTo(0.5, 1)
    expect(chart).not.toContain('class="gap"')
  })

  it('are cut where one is many times the goal, which is said with its number', () => {
    const { chart, bars } = drawnOf({ name: 'Priya', won: 900, expected: 54 }, { name: 'Tom', won: 95, expected: 0 })
    expect(chart.match(/class="gap"/g)).toHaveLength(1)
    expect(chart).toMatch(/>954.?%<\/text/)
    expect(chart).toContain('A bar with a gap is cut')
    expect(Math.max(...bars.map(({ to }) => to))).toBeLessThan(310)
  })
})

describe('activity and win rate', () => {
  const dots = [
    { name: 'tom.okafor@division.example.com', created: 8, winRate: 0.65 },
    { name: 'Marcus Bell', created: 20, winRate: 0.6 },
  ]

  function drawn(team: { medianPace: number | undefined; winRate: number }): string {
    const pages = dots.map(({ name, created, winRate }) => ({
      rep: { name, closings: { winRate } },
      diagnosis: { cause: 'producing', creation: { created, weeks: 12 } },
    })) as unknown as readonly RepPage[]
    const book = { team: { medianPace: team.medianPace, closings: { winRate: team.winRate } } } as unknown as Book
    return String(scatterChart('team', pages, { book, words: words, names: 'ask' }))
  }

  const marksOf = (chart: string) =>
    [...chart.matchAll(/class="mark"\s+x1="([\d.]+)"\s+x2="([\d.]+)"\s+y1="([\d.]+)"\s+y2="([\d.]+)"/g)].map(
      ([, ...ends]) => ends.map(Number),
    )

  it('both lines are inside the picture, however far from the dots', () => {
    const marks = marksOf(drawn({ medianPace: 5.6, winRate: 0.95 }))
    // Two in each of two sizes.
    expect(marks).toHaveLength(4)
    for (const [x1 = 0, x2 = 0, y1 = 0, y2 = 0] of marks) {
      expect(Math.max(x1, x2)).toBeLessThanOrEqual(1000 - 12)
      expect(Math.min(y1, y2)).toBeGreaterThanOrEqual(14)
    }
    expect(marks.some(([x1, x2]) => x1 === x2)).toBe(true)
  })

  it('the legend names no line that is not drawn', () => {
    const chart = drawn({ medianPace: undefined, winRate: 0.5 })
    expect(marksOf(chart)).toHaveLength(2)
    expect(chart).not.toContain('median rep')
    expect(chart).toContain('the team’s win rate')
  })

  it('corners say what the axes say, and nothing beside the wrong side of a line', () => {
    const corners = (chart: string) =>
      new Set([...chart.matchAll(/class="corner"[^>]*>([^<]*)</g)].map(([, text]) => text))
    expect([...corners(drawn({ medianPace: 1, winRate: 0.3 }))]).toEqual(
      expect.arrayContaining(['opens less, wins more', 'opens more, wins more', 'opens less, wins less']),
    )
    // On the left is no room in either size.
    expect([...corners(drawn({ medianPace: 0.1, winRate: 0.3 }))].join()).not.toContain('less, wins')
  })

  it('an address that is too long is written without its domain', () => {
    expect(drawn({ medianPace: 1, winRate: 0.3 })).toMatch(/class="label ink halo"[^>]*>tom\.okafor</)
  })
})

it('what all bars of a picture have in common stands once: of two hundred reps it would be a tenth of the page', () => {
  const chart = String(weeksChart('weeks', [3, 2, 1, 0, 4, 2, 3, 1, 2, 2, 1, 0], undefined, words))
  expect(chart.match(/<rect/g)).toHaveLength(12)
  expect(chart.match(/class="bar"|class="value"|class="now"/g)).toHaveLength(3)
  expect(chart).not.toMatch(/text-anchor|xmlns/)
})
