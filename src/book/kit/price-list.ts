import type { PriceRow } from '../../records/fields.ts'
import { folded } from '../../vocabulary/match.ts'

/** What a product costs by the price list. */
export interface Price {
  readonly amount: number
  readonly currency: string | undefined
}

/** Prices by the product’s name, however it is written: `GTXPro` is `GTX Pro`. */
export class PriceList {
  /** Undefined where the list has two prices for one product. */
  readonly #prices = new Map<string, Price | undefined>()

  constructor(rows: readonly PriceRow[]) {
    for (const { product, price, currency } of rows) {
      if (product === undefined || price === undefined) continue
      const key = keyOf(product)
      const known = this.#prices.get(key)
      const isOther = this.#prices.has(key) && (known?.amount !== price || known.currency !== currency)
      this.#prices.set(key, isOther ? undefined : { amount: price, currency })
    }
  }

  /** The price of a product, or of several that a semicolon parts; undefined where one of them is not in the list. */
  of(products: string): Price | undefined {
    if (this.#prices.size === 0) return undefined
    const prices = products.split(';').map((product) => this.#prices.get(keyOf(product)))
    const [first] = prices
    if (first === undefined || prices.some((price) => price?.currency !== first.currency)) return undefined
    return { amount: prices.reduce((sum, price) => sum + (price?.amount ?? 0), 0), currency: first.currency }
  }
}

function keyOf(product: string): string {
  return folded(product).replaceAll(' ', '')
}
