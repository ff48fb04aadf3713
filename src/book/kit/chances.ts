/**
 * Exact chances: of a binomial, a Poisson and a hypergeometric count, and the two incomplete functions behind the
 * posteriors of `shrinkage.ts`. They hold for small counts, where normal approximations do not.
 *
 * Sources: Abramowitz and Stegun, Handbook of Mathematical Functions, chapters 6 and 26 (incomplete beta and gamma);
 * Lanczos (1964) for log Γ; Lancaster (1961) for the mid-p value; Fisher (1935) for the exact test of a 2 × 2 table.
 */

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
]

/** log Γ(x) for x > 0, to about 15 digits. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const at = x - 1
  const t = at + LANCZOS.length - 0.5
  const series = LANCZOS.reduce((total, term, i) => total + term / (at + i + 1), 0.9999999999998099)
  return 0.5 * Math.log(2 * Math.PI) + (at + 0.5) * Math.log(t) - t + Math.log(series)
}

/** log of “n choose k”. */
export function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k)
}

const logFactorials = [0]

/** log n!, each worked out once: exact tests ask for the same few again and again. */
function logFactorial(n: number): number {
  for (let at = logFactorials.length; at <= n; at++) logFactorials.push((logFactorials[at - 1] ?? 0) + Math.log(at))
  return logFactorials[n] ?? logGamma(n + 1)
}

const TINY = 1e-300
const PRECISE = 1e-14
const MOST_TERMS = 500

/** P(X ≤ x) of a Beta(a, b) variable: the regularized incomplete beta function, by its continued fraction. */
export function betaAtMost(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  // The fraction converges fast below the mean; above it the other tail is computed.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaAtMost(1 - x, b, a)
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a
  let c = 1
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m <= MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    let step = 1
    for (const term of [even, odd]) {
      d = 1 / nonZero(1 + term * d)
      c = nonZero(1 + term / c)
      step = c * d
      fraction *= step
    }
    if (Math.abs(step - 1) < PRECISE) break
  }
  return front * fraction
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value
}

/** P(X ≤ x) of a Gamma variable with this shape and rate 1: the regularized lower incomplete gamma function. */
export function gammaAtMost(x: number, shape: number): number {
  if (x <= 0) return 0
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape))
  return x < shape + 1 ? front * gammaSeries(x, shape) : 1 - front * gammaFraction(x, shape)
}

function gammaSeries(x: number, shape: number): number {
  let term = 1 / shape
  let total = term
  for (let n = 1; n <= MOST_TERMS && term > total * PRECISE; n++) {
    term *= x / (shape + n)
    total += term
  }
  return total
}

function gammaFraction(x: number, shape: number): number {
  let b = x + 1 - shape
  let c = 1 / TINY
  let d = 1 / b
  let fraction = d
  for (let n = 1; n <= MOST_TERMS; n++) {
    const term = n * (shape - n)
    b += 2
    d = 1 / nonZero(b + term * d)
    c = nonZero(b + term / c)
    fraction *= c * d
    if (Math.abs(c * d - 1) < PRECISE) break
  }
  return fraction
}

/** P(X ≤ k) of a Poisson variable: how likely so few are by chance where `expected` were to be expected. */
export function poissonAtMost(k: number, expected: number): number {
  return k < 0 ? 0 : expected <= 0 ? 1 : 1 - gammaAtMost(expected, Math.floor(k) + 1)
}

/** P(X ≤ k) of a binomial variable of n trials. */
export function binomialAtMost(k: number, n: number, p: number): number {
  if (k < 0) return 0
  return k >= n ? 1 : betaAtMost(1 - p, n - k, k + 1)
}

/**
 * One-sided mid-p value of k or fewer: P(X < k) + ½ P(X = k). The exact test of a count is too cautious by half a
 * step; the mid-p value is right on average.
 */
export function midPoisson(k: number, expected: number): number {
  return (poissonAtMost(k - 1, expected) + poissonAtMost(k, expected)) / 2
}

/** The same of k or fewer in n trials. */
export function midBinomial(k: number, n: number, p: number): number {
  return (binomialAtMost(k - 1, n, p) + binomialAtMost(k, n, p)) / 2
}

/** Successes among trials. */
export interface Share {
  readonly won: number
  readonly of: number
}

/**
 * One-sided mid-p value of Fisher's exact test: how likely one group has so few successes or fewer, where both groups
 * succeed equally often and the number of successes of both together is what it is.
 */
export function midFisher(one: Share, other: Share): number {
  const { first, chanceOf } = table(one, other)
  let below = 0
  for (let k = first; k < one.won; k++) below += chanceOf(k)
  return Math.min(1, below + chanceOf(one.won) / 2)
}

/** Two-sided p value of Fisher's exact test: all tables that are no likelier than this one. */
export function fisherExact(one: Share, other: Share): number {
  const { first, last, chanceOf } = table(one, other)
  const seen = chanceOf(one.won) * (1 + 1e-9)
  let total = 0
  for (let k = first; k <= last; k++) {
    const chance = chanceOf(k)
    if (chance <= seen) total += chance
  }
  return Math.min(1, total)
}

/** The hypergeometric chances of k successes in the first group, given the margins. */
function table(one: Share, other: Share) {
  const [n, won] = [one.of + other.of, one.won + other.won]
  const all = logChoose(n, one.of)
  return {
    first: Math.max(0, won - other.of),
    last: Math.min(won, one.of),
    chanceOf: (k: number) => Math.exp(logChoose(won, k) + logChoose(n - won, one.of - k) - all),
  }
}
