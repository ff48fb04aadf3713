const MOST = 10_000

/** A function of a text that few different texts are asked of, such as stages and types: each is looked at once. */
export function remembered<T>(tell: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as T
    const told = tell(text)
    if (known.size < MOST) known.set(text, told)
    return told
  }
}

/** The same for what depends on a second value too, such as a day: few different ones are asked of each object. */
export function oncePerBoth<K extends object, V, T>(work: (of: K, by: V) => T): (of: K, by: V) => T {
  const known = oncePer<K, Map<V, { readonly value: T }>>(() => new Map())
  return (of, by) => {
    const before = known(of).get(by)
    if (before !== undefined) return before.value
    const value = work(of, by)
    known(of).set(by, { value })
    return value
  }
}

/** A value that is worked out when it is first asked for. */
export function once<T>(work: () => T): () => T {
  let known: { readonly value: T } | undefined
  return () => (known ??= { value: work() }).value
}

/** What is worked out once for each object, and forgotten with it. */
export function oncePer<K extends object, T>(work: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, { readonly value: T }>()
  return (of) => {
    const before = known.get(of)
    if (before !== undefined) return before.value
    const value = work(of)
    known.set(of, { value })
    return value
  }
}
