/** Open deals on many days, for comparisons in which one deal stands more than once. */

/** Cases in columns: the n-th of each is of the n-th case. */
export interface Cases {
  /** Number of the deal: all cases of one deal are left out together. */
  readonly deal: ArrayLike<number>
  /** Only cases of one stratum are compared: one review day. */
  readonly stratum: ArrayLike<number>
  /** 1 with the mark, 0 without; any other value leaves the case out. */
  readonly mark: ArrayLike<number>
  /** 1 for a deal that was won in time. */
  readonly won: ArrayLike<number>
}

/** The cases that count, in the order of their deals (a counting sort). */
export function byDeal({ deal, mark }: Cases): Int32Array {
  const counts = Int32Array.from({ length: deal.length }, (_, at) => at).filter(
    (at) => mark[at] === 0 || mark[at] === 1,
  )
  const most = counts.reduce((largest, at) => Math.max(largest, deal[at] ?? 0), 0)
  const starts = new Int32Array(most + 2)
  for (const at of counts) starts[(deal[at] ?? 0) + 1] = (starts[(deal[at] ?? 0) + 1] ?? 0) + 1
  for (let of = 0; of <= most; of++) starts[of + 1] = (starts[of + 1] ?? 0) + (starts[of] ?? 0)
  const order = new Int32Array(counts.length)
  for (const at of counts) {
    const of = deal[at] ?? 0
    order[starts[of] ?? 0] = at
    starts[of] = (starts[of] ?? 0) + 1
  }
  return order
}

/** The cases of one deal after the other. @param order as `byDeal` puts them. */
export function* groupsOf(order: Int32Array, { deal }: Cases): Generator<Int32Array> {
  for (let from = 0; from < order.length;) {
    let to = from
    while (to < order.length && deal[order[to] ?? 0] === deal[order[from] ?? 0]) to++
    yield order.subarray(from, to)
    from = to
  }
}
