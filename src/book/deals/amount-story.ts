import type { HistoryRow } from '../../records/fields.ts'
import type { PlainDate } from '../../time/plain-date.ts'

/** An amount that a deal has had, and from which day on. */
export interface AmountHeld {
  /** In the currency in which the deal's present amount is shown: the review's, or its own where no rate converts it. */
  readonly amount: number
  /** Undefined where the history knows the amount but not since when: it stood from the beginning. */
  readonly since: PlainDate | undefined
}

/**
 * The amounts a history has, oldest first; undefined where it has none. Of several on one day only the last counts:
 * what was typed and corrected was never told to anyone.
 *
 * @param changes the deal's history up to the day of the review, oldest first.
 */
export function amountsHeld(
  changes: readonly HistoryRow[],
  convert: (amount: number) => number,
): readonly AmountHeld[] | undefined {
  const priced = changes.filter((change) => change.amount !== undefined)
  if (priced.length === 0) return undefined
  const held: AmountHeld[] = []
  for (const [at, { amount, changed }] of priced.entries()) {
    if (amount === undefined || (changed !== undefined && changed === priced[at + 1]?.changed)) continue
    const converted = convert(amount)
    if (held.at(-1)?.amount !== converted) held.push({ amount: converted, since: changed })
  }
  return held
}

/** The amount that stood at the end of a day: of a deal that is younger, its first. */
export function amountOn(held: readonly AmountHeld[] | undefined, day: PlainDate): number | undefined {
  const standing = held?.findLast(({ since }) => since === undefined || since <= day)
  return (standing ?? held?.[0])?.amount
}
