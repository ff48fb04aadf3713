import type { PlainDate } from '../../time/plain-date.ts'
import { DateColumn, decideOrders, type DateCode } from '../cells/date.ts'
import { MoneyColumn } from '../cells/money.ts'
import type { FieldHistoryRow, HistoryRow } from '../../records/fields.ts'
import type { CellOptions } from './row-reader.ts'
import { plainName } from '../columns/plain-name.ts'

type Tracked = 'stage' | 'amount' | 'closeDate'

const TRACKED: ReadonlyMap<string, Tracked> = new Map([
  ['stage', 'stage'],
  ['stagename', 'stage'],
  ['dealstage', 'stage'],
  ['amount', 'amount'],
  ['closedate', 'closeDate'],
  ['expectedclosedate', 'closeDate'],
  ['closingdate', 'closeDate'],
])

interface Change {
  readonly row: FieldHistoryRow
  readonly line: number
  readonly field: Tracked
}

/**
 * Turns a history of single fields into the history of deals. Its values are of all kinds in one column, so they are
 * read by the field they are of.
 */
export class FieldHistory {
  readonly #changes: Change[] = []

  /** Remembers a change of a stage, an amount or a close date; others are none of ours. */
  add(row: FieldHistoryRow, line: number): void {
    const field = row.field === undefined ? undefined : TRACKED.get(plainName(row.field))
    if (field !== undefined) this.#changes.push({ row, line, field })
  }

  /** To be called when the days of the changes are final. */
  rows(options: CellOptions): {
    rows: HistoryRow[]
    rejected: readonly { line: number; value: string; reason: string }[]
  } {
    const dates = new DateColumn('New Value', { zone: options.zone, order: options.dateOrder })
    const amounts = new MoneyColumn('New Value', { decimal: options.decimal })
    const read = this.#changes.flatMap((change, at) => [
      { change, isOld: true, value: this.#read(change, change.row.oldValue, 2 * at, dates, amounts) },
      { change, isOld: false, value: this.#read(change, change.row.newValue, 2 * at + 1, dates, amounts) },
    ])
    const order = decideOrders([dates], {}).decided.get(dates) ?? dates.possibleOrders()[0]
    if (order === undefined) dates.settle()
    else dates.settle(order)
    amounts.settle()
    const first = this.#firstChanges()
    const rows = read.flatMap(({ change, isOld, value }, key): HistoryRow[] => {
      if (value === undefined || (isOld && !first.has(change))) return []
      // What stood before the first change stood from the beginning.
      const changed = isOld ? undefined : change.row.changed
      const blank = { dealId: change.row.dealId, changed, stage: undefined, amount: undefined, closeDate: undefined }
      if (change.field === 'stage') return [{ ...blank, stage: String(value) }]
      if (change.field === 'amount') return [{ ...blank, amount: amounts.amount(Number(value), key) }]
      return [{ ...blank, closeDate: dates.day(Number(value) as DateCode) }]
    })
    return { rows, rejected: [...dates.rejected(), ...amounts.rejected()] }
  }

  #read({ field, line }: Change, value: string | undefined, key: number, dates: DateColumn, amounts: MoneyColumn) {
    if (value === undefined || field === 'stage') return value
    return field === 'amount' ? amounts.read(value, line, key) : dates.read(value, line)
  }

  /** The earliest change of each field of each deal. */
  #firstChanges(): ReadonlySet<Change> {
    const first = new Map<string, Change>()
    const day = ({ row }: Change): PlainDate | number => row.changed ?? 0
    for (const change of this.#changes) {
      const key = `${change.row.dealId} ${change.field}`
      const known = first.get(key)
      if (known === undefined || day(change) < day(known)) first.set(key, change)
    }
    return new Set(first.values())
  }
}
