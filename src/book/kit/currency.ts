import type { DealRow } from '../../records/fields.ts'
import { compareText } from '../../kit/collections.ts'

/** An amount in a currency that is not the review's, and that no rate converts. */
export interface ForeignAmount {
  readonly currency: string
  readonly amount: number
}

/**
 * The one currency in which a review adds up. Amounts in others are converted by the config's rates; without a rate
 * they are never added to anything, and shown apart.
 */
export class Currencies {
  /** ISO code; undefined where nothing names one: then all amounts are taken to be in the same. */
  readonly home: string | undefined
  readonly #rates: ReadonlyMap<string, number>

  /** The configured currency, else the one most deals are in. */
  constructor(rows: readonly DealRow[], configured: string | undefined, rates: ReadonlyMap<string, number>) {
    this.home = configured ?? commonest(rows)
    this.#rates = rates
  }

  /** The amount in the home currency; undefined where it is in another without a rate. */
  convert(amount: number, currency: string | undefined): number | undefined {
    if (currency === undefined || this.home === undefined || currency === this.home) return amount
    const rate = this.#rates.get(currency)
    return rate === undefined ? undefined : amount * rate
  }
}

function commonest(rows: readonly DealRow[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { currency } of rows) if (currency !== undefined) counts.set(currency, (counts.get(currency) ?? 0) + 1)
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))
  return first?.[0]
}

/** Sums by currency of what could not be converted, largest first. */
export function sumForeign(deals: readonly { readonly foreign: ForeignAmount | undefined }[]): ForeignAmount[] {
  const sums = new Map<string, number>()
  for (const { foreign } of deals)
    if (foreign !== undefined) sums.set(foreign.currency, (sums.get(foreign.currency) ?? 0) + foreign.amount)
  return [...sums]
    .map(([currency, amount]) => ({ currency, amount }))
    .sort((a, b) => compareText(a.currency, b.currency))
}
