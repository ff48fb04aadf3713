import { namedCurrency } from './cells/currency.ts'
import type { DealRow } from './fields.ts'
import { idKey } from './ids.ts'
import { isNobody } from './owners.ts'
import type { Verdict } from './rows.ts'
import { rejectedFor } from './stores.ts'

/** How the reason begins why a row was not taken that has been read before. */
export const SAME_ID = 'the same id as'
/** More lines than a file can have. */
const LINES = 2 ** 32

/** The deals of all files: each once, its owner in one spelling. */
export class DealRows {
  readonly rows: DealRow[] = []
  /** Deal id to where it was first met: the number of the file and the line, in one number. */
  readonly #seen = new Map<string, number>()
  readonly #files: string[] = []
  /** Owners as first spelled, by their letters in lower case. */
  readonly #spellings = new Map<string, string>()
  /** Each owner as it stands in a file, and whom it means. */
  readonly #owners = new Map<string, string | undefined>()

  /** The rows to come are of this file. */
  beginFile(file: string): void {
    this.#files.push(file)
  }

  /** @param symbol the currency that the amount itself names. */
  accept(row: DealRow, line: number, symbol: string | undefined): Verdict {
    if (row.id === undefined && row.name === undefined) return rejectedFor('neither an id nor a name')
    if (row.id !== undefined) {
      const key = idKey(row.id)
      const first = this.#seen.get(key)
      if (first !== undefined) return rejectedFor(`${SAME_ID} ${this.#place(first)}`)
      this.#seen.set(key, this.#files.length * LINES + line)
    }
    row.owner = this.ownerNamed(row.owner)
    row.currency = row.currency === undefined ? symbol : namedCurrency(row.currency)
    return 'used'
  }

  /** One spelling for each owner; what stands for nobody (“Unassigned”, “TBD”) is nobody. */
  ownerNamed(owner: string | undefined): string | undefined {
    if (owner === undefined || this.#owners.has(owner)) return owner === undefined ? owner : this.#owners.get(owner)
    const key = owner.toLowerCase()
    const known = isNobody(owner) ? undefined : (this.#spellings.get(key) ?? owner)
    if (known !== undefined) this.#spellings.set(key, known)
    this.#owners.set(owner, known)
    return known
  }

  #place(seen: number): string {
    return `${this.#files[Math.floor(seen / LINES) - 1]}, line ${seen % LINES}`
  }
}
