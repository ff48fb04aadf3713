import { describe, expect, it } from 'vitest'
import { aalenJohansen, chanceWon } from '../../src/book/kit/survival.ts'

const won = (days: number) => ({ days, end: 'won' }) as const
const lost = (days: number) => ({ days, end: 'lost' }) as const
const open = (days: number) => ({ days, end: 'open' }) as const

describe('the Aalen–Johansen curve', () => {
  it('of closed deals alone is the share that was won by each day', () => {
    const curve = aalenJohansen([won(10), lost(20), won(30), lost(40)])
    expect(curve.won).toEqual([0.25, 0.25, 0.5, 0.5].map((share) => expect.closeTo(share, 12)))
    expect(curve.open.at(-1)).toBeCloseTo(0, 12)
    expect(chanceWon(curve, 0, 365)).toBeCloseTo(0.5, 12)
    expect(chanceWon(curve, 20, 10)).toBeCloseTo(0.5, 12)
    expect(chanceWon(curve, 30, 365)).toBe(0)
  })

  it('an open deal counts as long as it has been seen', () => {
    // By hand: day 10, 1 of 4 won; one leaves open on day 15; day 20, 1 of 2 lost; day 30, 1 of 1 won.
    const curve = aalenJohansen([won(10), open(15), lost(20), won(30)])
    expect(curve.won).toEqual([0.25, 0.25, 0.25 + 0.375].map((share) => expect.closeTo(share, 12)))
    expect(chanceWon(curve, 15, 10)).toBe(0)
    expect(chanceWon(curve, 15, 15)).toBeCloseTo(0.5, 12)
  })

  it('who came late is at risk only from then on', () => {
    const late = { days: 30, end: 'won', from: 20 } as const
    // Day 10: 1 of 2, because the late one was not there yet.
    expect(aalenJohansen([won(10), lost(30), late]).won[0]).toBeCloseTo(0.5, 12)
  })

  it('knows nothing of an age that no deal has reached open', () => {
    expect(chanceWon(aalenJohansen([won(10), lost(20)]), 25, 30)).toBeUndefined()
  })
})
