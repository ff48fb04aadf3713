/** Counts which of a few values a column has most; cheap where the same value comes many times in a row. */
export class Tally<K> {
  readonly #counts = new Map<K, number>()
  #last: K | undefined
  #run = 0

  add(key: K): void {
    if (key === this.#last) {
      this.#run++
      return
    }
    this.#flush()
    this.#last = key
    this.#run = 1
  }

  counts(): ReadonlyMap<K, number> {
    this.#flush()
    return this.#counts
  }

  /** The commonest; the first seen of equals. Undefined where nothing was counted. */
  top(): K | undefined {
    let best: K | undefined
    let most = 0
    for (const [key, count] of this.counts()) {
      if (count <= most) continue
      best = key
      most = count
    }
    return best
  }

  #flush(): void {
    if (this.#last !== undefined && this.#run > 0) {
      this.#counts.set(this.#last, (this.#counts.get(this.#last) ?? 0) + this.#run)
    }
    this.#run = 0
  }
}
