/** By code units: the same order on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Each item turned into another, one by one as they are asked for. */
export function* mapped<T, U>(items: Iterable<T>, turn: (item: T) => U): Generator<U> {
  for (const item of items) yield turn(item)
}

/** The first item of each key. */
export function firstBy<K, T>(items: Iterable<T>, key: (item: T) => K): Map<K, T> {
  const first = new Map<K, T>()
  for (const item of items) if (!first.has(key(item))) first.set(key(item), item)
  return first
}

/** Groups in the order in which their keys are first met. */
export function groupBy<K, T>(items: Iterable<T>, key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group === undefined) groups.set(key(item), [item])
    else group.push(item)
  }
  return groups
}
