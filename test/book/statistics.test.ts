import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { poissonAtMost } from '../../src/book/kit/chances.ts'
import { Distribution, mean, median, sum, wilson } from '../../src/book/kit/statistics.ts'

const someNumbers = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 40 })
const share = fc.double({ min: 0, max: 1, noNaN: true })

describe('a quantile', () => {
  // R: quantile(c(15, 20, 35, 40, 50), c(0.05, 0.3, 0.4, 0.5, 1), type = 7)
  it.each([
    [0, 15],
    [0.05, 16],
    [0.3, 23],
    [0.4, 29],
    [0.5, 35],
    [1, 50],
  ])('%d of 15, 20, 35, 40, 50 is %d, however they are ordered', (q, expected) => {
    expect(new Distribution([35, 50, 15, 40, 20]).quantile(q)).toBeCloseTo(expected, 9)
  })

  it('interpolates between two', () => {
    expect(new Distribution([10, 20]).quantile(0.9)).toBeCloseTo(19, 9)
    expect(median([1, 2, 3, 10])).toBe(2.5)
  })

  it('of one number is that number, of none is unknown', () => {
    expect(new Distribution([7]).quantile(0.9)).toBe(7)
    expect(new Distribution([]).quantile(0.9)).toBeUndefined()
    expect(median([])).toBeUndefined()
  })

  it('sorts as numbers and not as texts', () => {
    expect(new Distribution([100, 9, 20]).median).toBe(20)
  })

  it('never falls as its share rises, and stays between the least and the most', () => {
    fc.assert(
      fc.property(someNumbers, share, share, (values, p, q) => {
        const distribution = new Distribution(values)
        const [low = 0, high = 0] = [Math.min(p, q), Math.max(p, q)].map((at) => distribution.quantile(at))
        expect(low).toBeLessThanOrEqual(high)
        expect(low).toBeGreaterThanOrEqual(Math.min(...values))
        expect(high).toBeLessThanOrEqual(Math.max(...values))
      }),
    )
  })
})

describe('the percentile of a value', () => {
  const amounts = new Distribution([10, 20, 20, 30])

  it.each([
    ['below all', 5, 0],
    ['the least', 10, 0.125],
    ['between two', 15, 0.25],
    ['one that is there twice', 20, 0.5],
    ['the most', 30, 0.875],
    ['above all', 99, 1],
  ])('%s: %d is at %d', (_, value, expected) => {
    expect(amounts.percentileOf(value)).toBe(expected)
  })

  it('of nothing is unknown', () => {
    expect(new Distribution([]).percentileOf(1)).toBeUndefined()
  })

  it('is the share below and half of the equal ones', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }),
        fc.integer({ min: -1, max: 10 }),
        (all, value) => {
          const below = all.filter((other) => other < value).length
          const equal = all.filter((other) => other === value).length
          expect(new Distribution(all).percentileOf(value)).toBeCloseTo((below + equal / 2) / all.length, 12)
        },
      ),
    )
  })
})

describe('the Wilson interval', () => {
  // Newcombe (1998), Statistics in Medicine 17:857–872, table I, method 3 (z = 1.96).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i of %i is %d to %d', (successes, trials, low, high) => {
    const interval = wilson(successes, trials, 1.959964)
    expect(interval?.low).toBeCloseTo(low, 4)
    expect(interval?.high).toBeCloseTo(high, 4)
  })

  it('leaves five in a hundred on either side unless told otherwise', () => {
    expect(wilson(5, 40)).toEqual(wilson(5, 40, 1.645))
    expect(wilson(0, 10)?.high).toBeCloseTo(1.645 ** 2 / (10 + 1.645 ** 2), 12)
  })

  it('of no trials is unknown', () => {
    expect(wilson(0, 0)).toBeUndefined()
  })

  it('holds the share itself, and the interval of the failures is its mirror', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (won, lost) => {
        fc.pre(won + lost > 0)
        const interval = wilson(won, won + lost) ?? { low: 2, high: -1 }
        const mirror = wilson(lost, won + lost)
        expect(interval.low).toBeLessThanOrEqual(won / (won + lost) + 1e-12)
        expect(interval.high).toBeGreaterThanOrEqual(won / (won + lost) - 1e-12)
        expect(interval.low).toBeGreaterThanOrEqual(-1e-12)
        expect(interval.high).toBeCloseTo(1 - (mirror?.low ?? 2), 9)
      }),
    )
  })
})

describe('so few by chance (Poisson)', () => {
  it.each([
    [0, 1, Math.exp(-1)],
    [1, 2, 3 * Math.exp(-2)],
    [2, 3, 8.5 * Math.exp(-3)],
    [4, 8, 0.0996324],
    [5, 8, 0.1912361],
    [3, 0, 1],
  ])('at most %i where %d are expected: %d', (k, expected, probability) => {
    expect(poissonAtMost(k, expected)).toBeCloseTo(probability, 7)
  })

  it('grows with what is allowed, falls with what is expected, and is a probability', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.double({ min: 0, max: 80, noNaN: true }), (k, expected) => {
        const here = poissonAtMost(k, expected)
        expect(here).toBeGreaterThanOrEqual(0)
        expect(here).toBeLessThanOrEqual(1)
        expect(poissonAtMost(k + 1, expected)).toBeGreaterThanOrEqual(here - 1e-12)
        expect(poissonAtMost(k, expected + 1)).toBeLessThanOrEqual(here + 1e-12)
      }),
    )
  })
})

describe('sum and mean', () => {
  it('of some and of none', () => {
    expect([sum([2, 3, 7]), mean([2, 3, 7]), sum([]), mean([])]).toEqual([12, 4, 0, undefined])
  })
})
