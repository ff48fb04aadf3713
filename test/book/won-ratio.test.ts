import { describe, expect, it } from 'vitest'
import { seeded } from '../../src/book/kit/many-tests.ts'
import { wonRatio } from '../../src/book/kit/won-ratio.ts'

interface Case {
  readonly deal: number
  readonly day?: number
  readonly mark: 0 | 1 | 2
  readonly won: boolean
}

const columns = (cases: readonly Case[]) => ({
  deal: cases.map(({ deal }) => deal),
  stratum: cases.map(({ day = 0 }) => day),
  mark: cases.map(({ mark }) => mark),
  won: cases.map(({ won }) => (won ? 1 : 0)),
})

/** So many deals of a kind, each on one day. */
function deals(first: number, count: number, wins: number, mark: 0 | 1, day = 0): Case[] {
  return Array.from({ length: count }, (_, at) => ({ deal: first + at, day, mark, won: at < wins }))
}

describe('the won ratio', () => {
  it('is the won share with the mark over the share without', () => {
    const { won, marked, markedNotWon, unmarked, unmarkedNotWon } = wonRatio(
      columns([...deals(0, 400, 40, 1), ...deals(400, 400, 80, 0)]),
    )
    expect({ marked, markedNotWon, unmarked, unmarkedNotWon }).toEqual({
      marked: 400,
      markedNotWon: 360,
      unmarked: 400,
      unmarkedNotWon: 320,
    })
    // Half a win more in either group.
    expect(won?.ratio).toBeCloseTo(40.5 / 80.5, 6)
    // Katz’s interval of a risk ratio, with Student’s t for 39 degrees in place of 1.96.
    const spread = Math.sqrt(1 / 40 - 1 / 400 + 1 / 80 - 1 / 400)
    expect(won?.interval.low).toBeCloseTo(0.5 * Math.exp(-2.023 * spread), 1)
    expect(won?.interval.high).toBeCloseTo(0.5 * Math.exp(2.023 * spread), 1)
  })

  it('compares deals of one day only: a mark that is common on a bad day is not to blame for the day', () => {
    const cases = [
      ...deals(0, 300, 15, 1, 0),
      ...deals(300, 100, 5, 0, 0),
      ...deals(400, 100, 50, 1, 1),
      ...deals(500, 300, 150, 0, 1),
    ]
    const { won, notWon } = wonRatio(columns(cases))
    expect(won?.ratio).toBeCloseTo(1, 1)
    expect(notWon?.ratio).toBeGreaterThan(1.3)
  })

  it('knows no more from a deal that stands on forty days than from one that stands on one', () => {
    const once = [...deals(0, 100, 20, 1), ...deals(100, 100, 40, 0)]
    const often = Array.from({ length: 40 }, (_, day) => once.map((one) => ({ ...one, day }))).flat()
    const [one, many] = [wonRatio(columns(once)), wonRatio(columns(often))]
    expect(many.won?.ratio).toBeCloseTo(one.won?.ratio ?? 0, 6)
    expect(many.won?.interval.high).toBeCloseTo(one.won?.interval.high ?? 0, 6)
    expect(many.deals).toBe(100)
    expect(many.expectedWins).toBeCloseTo(40, 6)
  })

  it('takes exact limits where hardly any marked deal was won', () => {
    const { won } = wonRatio(columns([...deals(0, 40, 0, 1), ...deals(40, 400, 200, 0)]))
    expect(won?.interval.low).toBe(0)
    // Clopper and Pearson: 1 − 0.025 ^ (1 ⁄ 40), over a half.
    expect(won?.interval.high).toBeCloseTo((1 - 0.025 ** (1 / 40)) / 0.5, 3)
    expect(won?.p).toBeLessThan(1e-9)
  })

  it('leaves out whom the rule was not asked about, and says nothing of one group alone', () => {
    const cases = [...deals(0, 50, 10, 1), ...deals(50, 50, 10, 0)]
    const others = deals(100, 500, 500, 0).map((one) => ({ ...one, mark: 2 as const }))
    expect(wonRatio(columns([...cases, ...others]))).toEqual(wonRatio(columns(cases)))
    expect(wonRatio(columns(deals(0, 50, 10, 1))).won).toBeUndefined()
    expect(wonRatio(columns([...deals(0, 50, 0, 1), ...deals(50, 50, 0, 0)])).won).toBeUndefined()
    expect(wonRatio(columns([])).won).toBeUndefined()
  })

  it('holds the true ratio in 95 of 100 cases, where deals stand on many days and there is no effect', () => {
    const random = seeded(5)
    let held = 0
    const rounds = 400
    for (let round = 0; round < rounds; round++) {
      const cases = Array.from({ length: 200 }, (_, deal) => {
        const mark: 0 | 1 = random() < 0.3 ? 1 : 0
        const won = random() < 0.2
        const stands = 1 + Math.floor(random() * 20)
        const first = Math.floor(random() * 20)
        return Array.from({ length: stands }, (_unused, at): Case => ({ deal, day: first + at, mark, won }))
      }).flat()
      const { won } = wonRatio(columns(cases))
      if (won !== undefined && won.interval.low <= 1 && won.interval.high >= 1) held++
    }
    expect(held / rounds).toBeGreaterThan(0.92)
    expect(held / rounds).toBeLessThan(0.99)
  })
})
