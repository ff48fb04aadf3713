/**
 * How sure a ratio is, by leaving out one deal at a time: no deal is drawn at random, and so the answer is always the same.
 *
 * Source: Efron and Stein (1981), The jackknife estimate of variance.
 */
import { betaAtMost } from './chances.ts'

export interface Interval {
  readonly low: number
  readonly high: number
}

/** A ratio with its 95 % interval and two-sided p value. */
export interface Ratio {
  readonly ratio: number
  readonly interval: Interval
  readonly p: number
}

/** So much may lie beyond either limit. */
export const TAIL = 0.025

/** The spread of a logarithm when one deal at a time is left out. */
export class Jackknife {
  readonly #value: number | undefined
  #count = 0
  #sum = 0
  #squares = 0

  constructor(value: number | undefined) {
    this.#value = value
  }

  leaveOut(without: number | undefined): void {
    const away = (without ?? this.#value ?? 0) - (this.#value ?? 0)
    this.#count++
    this.#sum += away
    this.#squares += away * away
  }

  ratio(freedom: number): Ratio | undefined {
    if (this.#value === undefined || this.#count < 2) return undefined
    const variance = ((this.#count - 1) / this.#count) * (this.#squares - (this.#sum * this.#sum) / this.#count)
    const spread = Math.sqrt(Math.max(0, variance))
    const reach = spread * studentAt(freedom)
    return {
      ratio: Math.exp(this.#value),
      interval: { low: Math.exp(this.#value - reach), high: Math.exp(this.#value + reach) },
      p: spread === 0 ? 1 : studentBeyond(Math.abs(this.#value) / spread, freedom),
    }
  }
}

/** P(|T| > t) of Student’s t (Abramowitz and Stegun 26.7.1). */
function studentBeyond(t: number, freedom: number): number {
  return betaAtMost(freedom / (freedom + t * t), freedom / 2, 0.5)
}

/** The t that 5 % lie beyond, on both sides together. */
function studentAt(freedom: number): number {
  let [low, high] = [1.9, 13]
  while (high - low > 1e-6) {
    const middle = (low + high) / 2
    if (studentBeyond(middle, freedom) > 2 * TAIL) low = middle
    else high = middle
  }
  return high
}
