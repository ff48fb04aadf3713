/** Numbers in order, to be asked about their quantiles. */
export class Distribution {
  readonly #sorted: Float64Array

  constructor(values: readonly number[]) {
    this.#sorted = Float64Array.from(values).sort()
  }

  get size(): number {
    return this.#sorted.length
  }

  /** The q-quantile (0 to 1), by linear interpolation between order statistics (type 7, the default of R and NumPy). */
  quantile(q: number): number | undefined {
    const at = (this.#sorted.length - 1) * q
    const below = this.#sorted[Math.floor(at)]
    const above = this.#sorted[Math.ceil(at)]
    return below === undefined || above === undefined ? undefined : below + (above - below) * (at - Math.floor(at))
  }

  get median(): number | undefined {
    return this.quantile(0.5)
  }

  /** The share of the values that are below, with half of the equal ones: 0 to 1 (the mid-rank percentile). */
  percentileOf(value: number): number | undefined {
    const size = this.#sorted.length
    return size === 0 ? undefined : (this.#countBelow(value, false) + this.#countBelow(value, true)) / 2 / size
  }

  #countBelow(value: number, orEqual: boolean): number {
    let low = 0
    let high = this.#sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = this.#sorted[middle] ?? Number.NaN
      if (other < value || (orEqual && other === value)) low = middle + 1
      else high = middle
    }
    return low
  }
}

export function median(values: readonly number[]): number | undefined {
  return new Distribution(values).median
}

/** What at least half of these reach, as a whole number: for a reader. */
export function halfReach(values: readonly number[]): number {
  return Math.floor(median(values) ?? 0)
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

export function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : sum(values) / values.length
}

/**
 * The Wilson score interval of a proportion: honest for small numbers, unlike p ± z·σ.
 * z = 1.645 leaves 5 % on either side.
 */
export function wilson(successes: number, trials: number, z = 1.645): { low: number; high: number } | undefined {
  if (trials === 0) return undefined
  const p = successes / trials
  const centre = p + (z * z) / (2 * trials)
  const half = z * Math.sqrt((p * (1 - p)) / trials + (z * z) / (4 * trials * trials))
  const scale = 1 + (z * z) / trials
  return { low: (centre - half) / scale, high: (centre + half) / scale }
}

/** A share to the percent, as a reader sees it: sums are redone from the page. */
export function asPercent(share: number): number {
  return Math.round(share * 100) / 100
}
