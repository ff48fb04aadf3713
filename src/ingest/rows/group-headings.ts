import type { DealRow } from '../../records/fields.ts'
import { isLoneCell } from '../bytes/footers.ts'
import { namedPeriod } from '../../records/named-period.ts'

/** Narrower rows than this may have one cell and be a deal. */
const WIDE = 4

/**
 * Names that stand alone above their group and do not say of which column they are: `Dana Whitfield`, `Proposal (4)`. They are
 * the owners where no deal has one, else the stages where no deal has one.
 */
export class Headings {
  readonly #groups: { readonly value: string; readonly rows: DealRow[] }[] = []
  #deals = 0
  #staged = 0
  /** Groups inside groups: which of them a deal's owner is nobody can tell. */
  #isNested = false

  /** Whether a row is a name above its group, without a count: the first row of the file has to be one. */
  isLone(cells: readonly string[]): boolean {
    if (this.#groups.length === 0 && this.#deals > 0) return false
    if (cells.length < WIDE || cells[1] !== '' || !isLoneCell(cells)) return false
    this.begin(cells[0]?.trim() ?? '')
    return true
  }

  begin(value: string): void {
    this.#isNested ||= this.#groups.at(-1)?.rows.length === 0
    this.#groups.push({ value, rows: [] })
  }

  deal(row: DealRow): void {
    this.#deals++
    if (row.stage !== undefined || row.status !== undefined) this.#staged++
    this.#groups.at(-1)?.rows.push(row)
  }

  /** Gives the deals what stands above them. Undefined where nothing tells what that is. */
  settle(withoutOwner: number): { field: 'owner' | 'stage'; value: string; given: number } | undefined {
    const value = this.#groups[0]?.value
    const given = this.#groups.reduce((sum, { rows }) => sum + rows.length, 0)
    if (value === undefined || this.#isNested || given < this.#deals) return undefined
    // Neither known: the names may be of either.
    const isOwner = withoutOwner === this.#deals
    if (isOwner === (this.#staged === 0)) return undefined
    // Groups by the month of closing: nobody's name, and no stage.
    if (this.#groups.every((group) => namedPeriod({ period: group.value }) !== undefined)) return undefined
    const field = isOwner ? 'owner' : 'stage'
    for (const group of this.#groups) for (const row of group.rows) row[field] = group.value
    return { field, value, given }
  }
}
