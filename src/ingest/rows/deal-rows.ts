import { dayInName } from '../../time/day-in-name.ts'
import { isoDate, type PlainDate } from '../../time/plain-date.ts'
import { namedCurrency } from '../cells/currency.ts'
import { isStepOfSale } from '../../vocabulary/deal-state.ts'
import type { MappedColumn, Rejected } from '../../records/exports.ts'
import type { ContactRoleRow, DealRow, Kind } from '../../records/fields.ts'
import { settleDeals } from './file-wide.ts'
import { Grouping } from './grouping.ts'
import { idKey, isRounded } from '../../records/ids.ts'
import { plural, SAME_ID } from '../messages.ts'
import { isNobody } from '../../vocabulary/people.ts'
import { meet, type Met } from '../owners/owners.ts'
import { plainName } from '../columns/plain-name.ts'
import type { RecordReader } from './row-reader.ts'
import { addsTo, changedField, Folds, isAnotherDeal } from './same-id.ts'
import { alikeWarnings, repeatsAcross, type DealPlace, type Repeats } from './repeated-deals.ts'
import type { Verdict } from '../bytes/row-sink.ts'
import { recordStore, rejectedFor, type Store } from './stores.ts'

const YEAR = 366

/** A “State” is California, and an “Outcome” the reason of a loss. */
const NO_STEPS = new Set(['State', 'Outcome', 'Won/Lost'].map(plainName))

/** How the fields are spoken of in which two rows of one deal differ. */
const SPOKEN: Readonly<Record<string, string>> = {
  closeDate: 'close date',
  closedOn: 'closing day',
  isClosed: 'state',
  isWon: 'state',
}

/** More lines than a file can have. */
const LINES = 2 ** 32

/** The deals of all files, where each stands, and whom they name as owners. */
export class DealRows {
  readonly rows: DealRow[] = []
  /** Owners as the cells have them; what stands for nobody (“Unassigned”, “TBD”) is not among them. */
  readonly owners = new Map<string, Met>()
  /** An id of each file that a spreadsheet has rounded. */
  readonly rounded = new Map<string, string>()
  readonly #files: string[] = []
  /** Where each row stands: the number of its file and the line, in one number. */
  readonly #places: number[] = []
  /** Ids of the present file and the rows they stand on first. */
  #seen = new Map<string, number>()
  /** The number among all rows of the present file, of each that is kept. */
  #keys: number[] = []
  #folds = new Folds()
  /** Ids that stand on several deals, by file: how many, and the first. */
  readonly #reused = new Map<string, { count: number; line: number; id: string; name: string }>()
  /** The first row of the present file. */
  #from = 0

  #grouping = new Grouping()
  /** Of all files, where those of the rows go. */
  readonly #roles: ContactRoleRow[]

  constructor(roles: ContactRoleRow[]) {
    this.#roles = roles
  }

  /** The rows to come are of this file. */
  beginFile(file: string): void {
    this.#files.push(file)
    this.#seen = new Map()
    this.#keys = []
    this.#folds = new Folds()
    this.#from = this.rows.length
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
    let key = 0
    const kept = recordStore(this.rows, (row, line) => {
      this.#grouping.deal(row)
      return this.#accept(row, line, key++, reader)
    })
    return {
      ...kept,
      settle: (settled, skipped) => {
        const rejected = kept.settle(settled, skipped)
        this.#folds.settle((field, provisional, at) => settled.money.get(field)?.(provisional, at))
        const column = settled.columns.find(({ field }) => field === 'created')?.column
        return [...rejected, ...this.#notYet(from, kept.lines, column, today)]
      },
    }
  }

  /** After the last row: the rows of a group are given what is said of it, and all owners are known. */
  settleGroups(columns: readonly MappedColumn[]): ReturnType<Grouping['settle']> {
    const { notes, columns: above } = this.#grouping.settle()
    for (let at = this.#from; at < this.rows.length; at++) this.#meetOwner(at)
    settleDeals(this.rows.slice(this.#from), columns)
    return { notes, columns: this.#withStage([...columns, ...above]) }
  }

  /**
   * Where no column is the stage and the status says more than open, won or lost, the status is the stage. One of its texts
   * has to be a known step: `W` and `L` are none, and are asked about.
   */
  #withStage(columns: MappedColumn[]): MappedColumn[] {
    const at = columns.findIndex(({ field }) => field === 'status')
    const isOther = NO_STEPS.has(plainName(columns[at]?.column ?? ''))
    if (at === -1 || isOther || columns.some(({ field }) => field === 'stage')) return columns
    const rows = this.rows.slice(this.#from)
    if (!rows.some(({ status }) => status !== undefined && isStepOfSale(status))) return columns
    for (const row of rows) [row.stage, row.status] = [row.status, undefined]
    return columns.map((column, index) => (index === at ? { ...column, field: 'stage' } : column))
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

  #accept(row: DealRow, line: number, key: number, { currencyOfLast, isCurrencyNamed }: RecordReader<Kind>): Verdict {
    this.#dropRounded(row)
    // Where no column names the deals, their customers do.
    const isNamed = row.name !== undefined || (row.account !== undefined && !('name' in row))
    if (row.id === undefined && !isNamed) return rejectedFor('neither an id nor a name')
    if (row.convertedCurrency !== undefined) row.convertedCurrency = namedCurrency(row.convertedCurrency)
    row.currency = row.currency === undefined || isCurrencyNamed ? currencyOfLast : namedCurrency(row.currency)
    const role = row.contactRole
    if (role !== undefined) row.contactRole = undefined
    const again = row.id === undefined ? undefined : this.#again(row, row.id, line, key)
    this.#addRole(row, role)
    if (again !== undefined) return again
    this.#places.push(this.#files.length * LINES + line)
    this.#keys.push(key)
    return 'used'
  }

  /** In a report of deals with their contacts each row says what its contact is to the deal. */
  #addRole({ id: dealId, contact, contactId }: DealRow, role: string | undefined): void {
    if (dealId === undefined || role === undefined || (contact ?? contactId) === undefined) return
    this.#roles.push({ dealId, contactId, contactName: contact, role })
  }

  /** A row whose id has stood in this file before: part of that deal, a repetition, or another deal. */
  #again(row: DealRow, id: string, line: number, key: number): Verdict | undefined {
    const at = this.#seen.get(idKey(id))
    const first = at === undefined ? undefined : this.rows[at]
    if (at === undefined || first === undefined) {
      this.#seen.set(idKey(id), this.rows.length)
      return undefined
    }
    if (isAnotherDeal(first, row, true)) {
      this.#letReuse(row, id, line)
      return undefined
    }
    const repeats = `${SAME_ID} ${this.#file}, line ${(this.#places[at] ?? 0) % LINES}`
    const changed = changedField(first, row)
    if (changed !== undefined) return rejectedFor(`${repeats}, and another ${SPOKEN[changed] ?? changed}`)
    if (!addsTo(first, row)) return rejectedFor(repeats)
    this.#folds.add(first, this.#keys[at - this.#from] ?? 0, row, key)
    return 'folded'
  }

  /** The id tells nothing of this row: it is another deal’s. */
  #letReuse(row: DealRow, id: string, line: number): void {
    row.id = undefined
    const known = this.#reused.get(this.#file)
    if (known === undefined) this.#reused.set(this.#file, { count: 1, line, id, name: row.name ?? row.account ?? id })
    else known.count++
  }

  get #reuseWarnings(): string[] {
    return [...this.#reused].map(
      ([file, { count, line, id, name }]) =>
        `${file}, line ${line}: the id ${id} of “${name}” is another deal’s too: ${plural(count, 'such deal')} ${count === 1 ? 'counts' : 'count'} without an id`,
    )
  }

  #meetOwner(at: number): void {
    const row = this.rows[at]
    if (row === undefined) return
    row.owner ??= row.ownerEmail ?? row.ownerId
    if (row.owner === undefined) return
    if (!this.owners.has(row.owner) && isNobody(row.owner)) row.owner = undefined
    else meet(this.owners, row.owner, this.#file, (this.#places[at] ?? 0) % LINES)
  }

  /** Several ids have become a rounded one, so it tells nothing apart. */
  #dropRounded(row: DealRow): void {
    if (row.id !== undefined && isRounded(row.id)) {
      if (!this.rounded.has(this.#file)) this.rounded.set(this.#file, row.id)
      row.id = undefined
    }
    if (row.accountId !== undefined && isRounded(row.accountId)) row.accountId = undefined
    if (row.contactId !== undefined && isRounded(row.contactId)) row.contactId = undefined
  }

  /**
   * Takes out what stands in several files, when all dates are final and everybody has a name.
   *
   * @param madeOn the day on which a file says that it was made.
   */
  settle(madeOn: ReadonlyMap<string, PlainDate>, today: PlainDate): Pick<Repeats, 'rejected' | 'warnings' | 'older'> {
    const placeOf = (index: number) => this.#place(this.#places[index] ?? 0)
    const fileAt = (index: number) => Math.floor((this.#places.at(index) ?? 0) / LINES)
    const reused = this.#reuseWarnings
    if (fileAt(0) === fileAt(-1))
      return { rejected: [], warnings: [...reused, ...alikeWarnings(this.rows, placeOf)], older: [] }
    const days = this.#daysOf(madeOn, today)
    const { dropped, rejected, warnings, older } = repeatsAcross(this.rows, placeOf, (file) => days.get(file))
    if (dropped.size > 0) {
      keepOthers(this.rows, dropped)
      keepOthers(this.#places, dropped)
    }
    return { rejected, warnings: [...reused, ...warnings, ...alikeWarnings(this.rows, placeOf)], older }
  }

  /** Of which day each file is: as it says itself; as all the names say; else as the rows tell. */
  #daysOf(madeOn: ReadonlyMap<string, PlainDate>, today: PlainDate): ReadonlyMap<string, PlainDate> {
    const named = new Map(
      this.#files.flatMap((file) => {
        const day = dayInName(file)
        return day === undefined ? [] : [[file, day]]
      }),
    )
    const told = named.size === new Set(this.#files).size ? named : this.#newestDays(today)
    return new Map([...told, ...madeOn])
  }

  /** The last day up to today that the rows of each file know of. */
  #newestDays(today: PlainDate): ReadonlyMap<string, PlainDate> {
    const newest = new Map<string, PlainDate>()
    for (const [index, { created, lastActivity, stageChanged }] of this.rows.entries()) {
      const { file } = this.#place(this.#places[index] ?? 0)
      for (const day of [created, lastActivity, stageChanged])
        if (day !== undefined && day <= today && day > (newest.get(file) ?? -Infinity)) newest.set(file, day)
    }
    return newest
  }

  get #file(): string {
    return this.#files.at(-1) ?? ''
  }

  #place(place: number): DealPlace {
    return { file: this.#files[Math.floor(place / LINES) - 1] ?? '', line: place % LINES }
  }
}

function keepOthers(list: unknown[], dropped: ReadonlySet<number>): void {
  const kept = list.filter((_, index) => !dropped.has(index))
  list.length = 0
  for (const item of kept) list.push(item)
}
