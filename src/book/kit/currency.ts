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

  /** Whether the export brings the deals' amounts to one currency in a column of its own. */
  readonly isConverted: boolean
  /** What that column is in, where it is known. */
  readonly #converted: string | undefined

  /** The configured currency, else the one that the export converts to, else the one most deals are in. */
  constructor(rows: readonly DealRow[], configured: string | undefined, rates: ReadonlyMap<string, number>) {
    this.isConverted = rows.some(({ convertedAmount }) => convertedAmount !== undefined)
    this.#converted = this.isConverted ? convertedTo(rows) : undefined
    this.home = configured ?? (this.isConverted ? this.#converted : commonest(rows.map(({ currency }) => currency)))
    this.#rates = rates
  }

  /**
   * What a deal is worth in the home currency: by the export's own conversion, where it has one, else by the rates.
   *
   * @param amount in the deal's currency; an earlier one is converted as the present one was.
   */
  worth(row: DealRow, amount: number | undefined): number | undefined {
    const { convertedAmount, currency } = row
    if (convertedAmount === undefined || (amount === undefined && row.amount !== undefined)) {
      if (amount === undefined || (this.isConverted && this.home === undefined && currency !== undefined))
        return undefined
      return this.convert(amount, currency)
    }
    const isSame = amount === undefined || amount === row.amount || row.amount === undefined || row.amount === 0
    const converted = isSame ? convertedAmount : (amount * convertedAmount) / (row.amount ?? amount)
    return this.convert(converted, row.convertedCurrency ?? this.#converted)
  }

  /** The amount in the home currency; undefined where it is in another without a rate. */
  convert(amount: number, currency: string | undefined): number | undefined {
    if (currency === undefined || this.home === undefined || currency === this.home) return amount
    const rate = this.#rates.get(currency)
    return rate === undefined ? undefined : amount * rate
  }
}

/** The currency that a column names, else that of the deals whose amount the conversion leaves as it is. */
function convertedTo(rows: readonly DealRow[]): string | undefined {
  const named = commonest(rows.map(({ convertedCurrency }) => convertedCurrency))
  const same = rows.filter(
    ({ amount, convertedAmount }) => amount !== undefined && amount !== 0 && amount === convertedAmount,
  )
  return named ?? commonest(same.map(({ currency }) => currency))
}

function commonest(currencies: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>()
  for (const currency of currencies) if (currency !== undefined) counts.set(currency, (counts.get(currency) ?? 0) + 1)
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
