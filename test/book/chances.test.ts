import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  betaAtMost,
  binomialAtMost,
  fisherExact,
  gammaAtMost,
  logGamma,
  midBinomial,
  midFisher,
  midPoisson,
  poissonAtMost,
} from '../../src/book/kit/chances.ts'
import { benjaminiHochberg, permutationTest, seeded, shuffled } from '../../src/book/kit/many-tests.ts'
import {
  betaPrior,
  chancePaceBelow,
  chanceShareBelow,
  gammaPrior,
  shrunkPace,
  shrunkShare,
} from '../../src/book/kit/shrinkage.ts'

// The reference values are those of SciPy 1.17.
describe('chances', () => {
  it('log Γ', () => {
    expect([0.3, 1, 4.5, 100].map((x) => logGamma(x))).toEqual(
      [1.09579799, 0, 2.45373657, 359.13420537].map((value) => expect.closeTo(value, 7)),
    )
  })

  it.each([
    [0.4, 2, 3, 0.5248],
    [0.25, 20, 40, 0.07970415977],
    [0.9, 0.5, 0.5, 0.79516723531],
    [0.32, 300, 700, 0.91503742813],
  ])('a Beta variable is at most %d', (x, a, b, expected) => {
    expect(betaAtMost(x, a, b)).toBeCloseTo(expected, 9)
  })

  it.each([
    [1, 2, 0.26424111766],
    [15, 10, 0.9301463393],
    [0.1, 0.5, 0.34527915398],
    [30, 40, 0.04625303765],
  ])('a Gamma variable is at most %d', (x, shape, expected) => {
    expect(gammaAtMost(x, shape)).toBeCloseTo(expected, 9)
  })

  it('binomial and Poisson counts', () => {
    expect(binomialAtMost(20, 60, 0.5)).toBeCloseTo(0.00674464687, 9)
    expect(binomialAtMost(30, 120, 0.3)).toBeCloseTo(0.13592279812, 9)
    expect(poissonAtMost(20, 39)).toBeCloseTo(0.00061681542, 9)
    expect(midPoisson(0, 8)).toBeCloseTo(0.0003354626 / 2, 9)
    expect(midBinomial(0, 5, 0.1)).toBeCloseTo(0.59049 / 2, 9)
  })

  it('Fisher’s exact test of 2 of 30 and 50 of 150', () => {
    const [one, other] = [
      { won: 2, of: 30 },
      { won: 50, of: 150 },
    ]
    expect(midFisher(one, other)).toBeCloseTo(0.00087276575, 9)
    expect(fisherExact(one, other)).toBeLessThan(0.01)
    expect(fisherExact({ won: 10, of: 30 }, other)).toBeCloseTo(1, 6)
  })
})

describe('Benjamini–Hochberg', () => {
  it('corrects for how many were tested', () => {
    expect(benjaminiHochberg([0.01, 0.04, 0.03, 0.005, 0.5])).toEqual(
      [0.025, 0.05, 0.05, 0.025, 0.5].map((value) => expect.closeTo(value, 12)),
    )
  })

  it('counts tests that are not in the list', () => {
    expect(benjaminiHochberg([0.01], 5)).toEqual([0.05])
  })
})

describe('a permutation test', () => {
  it('finds a group that holds all the losses, and nothing in a mixture', () => {
    const firstTen = (labels: readonly number[]) => labels.slice(0, 10).reduce((total, label) => total + label, 0)
    const apart = [...Array<number>(10).fill(1), ...Array<number>(30).fill(0)]
    expect(permutationTest(apart, firstTen)).toBeLessThan(0.01)
    const mixed = Array.from({ length: 40 }, (_, at) => Number(at % 4 === 0))
    expect(permutationTest(mixed, firstTen)).toBeGreaterThan(0.3)
  })

  it('is the same for the same seed', () => {
    expect(shuffled([1, 2, 3, 4, 5], seeded(7))).toEqual(shuffled([1, 2, 3, 4, 5], seeded(7)))
  })
})

describe('shrinkage', () => {
  const bounds = { least: 5, most: 20 }

  it('is worth most where groups do not differ, least where they do', () => {
    const alike = [30, 31, 29].map((won) => ({ won, of: 100 }))
    const apart = [5, 30, 55].map((won) => ({ won, of: 100 }))
    expect(betaPrior(alike, bounds)).toEqual({ rate: 0.3, worth: 20 })
    expect(betaPrior(apart, bounds)?.worth).toBe(5)
    expect(gammaPrior([{ events: 20, exposure: 10 }], bounds)).toEqual({ rate: 2, worth: 20 })
    expect(betaPrior([{ won: 0, of: 0 }], bounds)).toBeUndefined()
  })

  it('draws few cases to the rate of all, and many hardly', () => {
    const prior = { rate: 0.5, worth: 10 }
    expect(shrunkShare({ won: 0, of: 2 }, prior)).toBeCloseTo(5 / 12, 12)
    expect(shrunkShare({ won: 0, of: 990 }, prior)).toBeCloseTo(0.005, 12)
    expect(shrunkPace({ events: 0, exposure: 5 }, { rate: 2, worth: 10 })).toBe(1)
  })

  it('lies between the group’s own rate and the rate of all', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (won, lost, rate) => {
        fc.pre(won + lost > 0)
        const shrunk = shrunkShare({ won, of: won + lost }, { rate, worth: 10 })
        const own = won / (won + lost)
        expect(shrunk).toBeGreaterThanOrEqual(Math.min(own, rate) - 1e-12)
        expect(shrunk).toBeLessThanOrEqual(Math.max(own, rate) + 1e-12)
      }),
    )
  })

  it('is surer that a rate is low the more cases say so', () => {
    const prior = { rate: 0.3, worth: 10 }
    const weeks = { rate: 2, worth: 4 }
    expect(chancePaceBelow(1.6, { events: 3, exposure: 13 }, weeks)).toBeGreaterThan(
      chancePaceBelow(1.6, { events: 20, exposure: 13 }, weeks),
    )
    expect(chanceShareBelow(0.24, { won: 2, of: 30 }, prior)).toBeGreaterThan(
      chanceShareBelow(0.24, { won: 1, of: 15 }, prior),
    )
  })
})
