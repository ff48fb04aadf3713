import { isoDate, type PlainDate } from '../plain-date.ts'
import { namedCurrency } from './cells/currency.ts'
import type { Rejected } from './exports.ts'
import type { DealRow, Kind } from './fields.ts'
import { Grouping } from './grouping.ts'
import { idKey } from './ids.ts'
import { SAME_ID } from './messages.ts'
import { isNobody } from './owners.ts'
import type { RecordReader } from './record-reader.ts'
import type { Verdict } from './rows.ts'
import { recordStore, rejectedFor, type Store } from './stores.ts'

const YEAR = 366

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

  #grouping = new Grouping()

  /** The rows to come are of this file. */
  beginFile(file: string): void {
    this.#files.push(file)
    this.#grouping = new Grouping()
  }

  get grouping(): Grouping {
    return this.#grouping
  }

  /**
   * Takes the rows of the file that was begun.
   *
   * @param reader by which they are read: it knows the currency of the amount last read.
   */
  store(reader: RecordReader<Kind>, today: PlainDate): Store {
    const from = this.rows.length
    const lines: number[] = []
    const kept = recordStore(this.rows, (row, line) => {
      this.#grouping.deal(row)
      const verdict = this.#accept(row, line, reader)
      if (verdict === 'used') lines.push(line)
      return verdict
    })
    return {
      ...kept,
      settle: (settled, skipped) => {
        const rejected = kept.settle(settled, skipped)
        const column = settled.columns.find(({ field }) => field === 'created')?.column
        return [...rejected, ...this.#notYet(from, lines, column, today)]
      },
    }
  }

  /** What came after the last row: the rows of a group are given what is said of it. */
  settleGroups(): ReturnType<Grouping['settle']> {
    const settled = this.#grouping.settle()
    if (settled.notes.length > 0) for (const row of this.rows) row.owner = this.#ownerNamed(row.owner)
    return settled
  }

  /**
   * A creation more than a year ahead is a typing error, and the deal is one all the same. A nearer one may be of a review
   * that is set back, which leaves such deals out and says so.
   */
  *#notYet(
    from: number,
    lines: readonly number[],
    column: string | undefined,
    today: PlainDate,
  ): Iterable<Omit<Rejected, 'file'>> {
    for (const [at, line] of lines.entries()) {
      const row = this.rows[from + at]
      if (row?.created === undefined || row.created <= today + YEAR) continue
      yield { line, column, value: isoDate(row.created), reason: 'a day that is still to come' }
      row.created = undefined
    }
  }

  #accept(row: DealRow, line: number, { currencyOfLast, isCurrencyNamed }: RecordReader<Kind>): Verdict {
    if (row.id === undefined && row.name === undefined) return rejectedFor('neither an id nor a name')
    if (row.id !== undefined) {
      const key = idKey(row.id)
      const first = this.#seen.get(key)
      if (first !== undefined) return rejectedFor(`${SAME_ID} ${this.#place(first)}`)
      this.#seen.set(key, this.#files.length * LINES + line)
    }
    row.owner = this.#ownerNamed(row.owner)
    row.currency = row.currency === undefined || isCurrencyNamed ? currencyOfLast : namedCurrency(row.currency)
    return 'used'
  }

  /** One spelling for each owner; what stands for nobody (“Unassigned”, “TBD”) is nobody. */
  #ownerNamed(owner: string | undefined): string | undefined {
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
