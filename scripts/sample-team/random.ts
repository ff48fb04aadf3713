/**
 * Random numbers that are the same on every machine and in every run. Each thing draws from a generator
 * seeded by its own key, so that changing one deal does not reshuffle all the others.
 */
export class Random {
  private state: number

  constructor(key: string) {
    this.state = fnv1a(`pipeline-coach sample team|${key}`)
  }

  /** From 0, below 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number, both ends included. */
  int(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<T>(from: readonly T[]): T {
    const item = from[this.int(0, from.length - 1)]
    if (item === undefined) throw new RangeError('nothing to pick from')
    return item
  }

  /** Log-normal; `spread` is the standard deviation of the logarithm. */
  skewed(median: number, spread: number): number {
    // The sum of twelve is near enough to a normal value, and needs no logarithm that could differ between machines.
    let normal = -6
    for (let draw = 0; draw < 12; draw++) normal += this.next()
    return median * Math.exp(spread * normal)
  }
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
