/**
 * What keeps many comparisons honest: of twenty tests one succeeds by chance.
 *
 * Sources: Benjamini and Hochberg (1995), Controlling the false discovery rate; Phipson and Smyth (2010), Permutation
 * p-values should never be zero.
 */

/**
 * Benjamini–Hochberg: p values corrected for how many there are, in their order. What is at most q speaks, and of all
 * that speaks a share of q at most is false.
 *
 * @param tests how many tests there were where more than these could have spoken.
 */
export function benjaminiHochberg(values: readonly number[], tests = values.length): number[] {
  const order = values.map((_, at) => at).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0))
  const corrected = values.map(() => 1)
  let least = 1
  for (const [place, at] of order.entries()) {
    const rank = values.length - place
    least = Math.min(least, ((values[at] ?? 1) * tests) / rank)
    corrected[at] = least
  }
  return corrected
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32, Ettinger 2017): what is reviewed twice is the same. */
export function seeded(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A copy in another order (Fisher–Yates). */
export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const all = [...values]
  for (let last = all.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const [one, two] = [all[last], all[other]]
    if (one === undefined || two === undefined) continue
    all[last] = two
    all[other] = one
  }
  return all
}

/**
 * The p value of a permutation test: how often labels that are dealt out at random give a statistic at least as large
 * as the real ones, the real one counted.
 */
export function permutationTest<T>(
  labels: readonly T[],
  statistic: (labels: readonly T[]) => number,
  { rounds = 999, seed = 1 }: { readonly rounds?: number; readonly seed?: number } = {},
): number {
  const random = seeded(seed)
  const real = statistic(labels)
  let asLarge = 1
  for (let round = 0; round < rounds; round++) if (statistic(shuffled(labels, random)) >= real) asLarge++
  return asLarge / (rounds + 1)
}
