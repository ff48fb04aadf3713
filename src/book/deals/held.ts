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

/** A day that a deal was due on, and from which day on it was. */
export interface DateHeld {
  readonly day: PlainDate
  /** Undefined where the history knows the day but not since when: it stood from the beginning. */
  readonly since: PlainDate | undefined
}

/**
 * The days a history has, oldest first; undefined where it has none. What was changed and changed back within a day was
 * never promised to anyone.
 *
 * @param changes the deal's history up to the day of the review, oldest first.
 */
export function datesHeld(changes: readonly HistoryRow[]): readonly DateHeld[] | undefined {
  const dated = changes.filter(({ closeDate }) => closeDate !== undefined)
  if (dated.length === 0) return undefined
  const held: DateHeld[] = []
  for (const [at, { closeDate, changed }] of dated.entries()) {
    if (closeDate === undefined || (changed !== undefined && changed === dated[at + 1]?.changed)) continue
    if (held.at(-1)?.day !== closeDate) held.push({ day: closeDate, since: changed })
  }
  return held
}

/** The day a deal was due on at the end of a day: of a deal that is younger, its first. */
export function dueOn(held: readonly DateHeld[] | undefined, day: PlainDate): PlainDate | undefined {
  return (held?.findLast(({ since }) => since === undefined || since <= day) ?? held?.[0])?.day
}
