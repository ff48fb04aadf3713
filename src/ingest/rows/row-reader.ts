import type { PlainDate } from '../../time/plain-date.ts'
import { DateColumn, decideOrders, type DateCode, type DateOrder } from '../cells/date.ts'
import { readFlag } from '../../vocabulary/yes-and-no.ts'
import { MoneyColumn } from '../cells/money.ts'
import { isEmptyMarker, isNothing, readText } from '../../vocabulary/nothing.ts'
import type { MappedColumn, Rejected } from '../../records/exports.ts'
import { cellKind, fieldsOf, type Kind, type RecordOf } from '../../records/fields.ts'
import type { FileShape } from '../crms/crm.ts'
import { NO_UNIT, splitUnit, unitInWords, type Unit } from '../columns/header-unit.ts'
import { flippedWarning, orderUnknown } from '../messages.ts'
import type { Recognised } from '../columns/recognise.ts'
import { ambiguousDates } from './ambiguous-dates.ts'

export interface CellOptions {
  readonly zone: string | undefined
  readonly dateOrder: DateOrder | undefined
  readonly decimal: '.' | ',' | undefined
  /** Nothing can have been created after this day. */
  readonly today: PlainDate
}

interface Column {
  readonly field: string
  readonly name: string
  readonly index: number
  /** Where a cell of this column is empty, the first of these that is not. */
  readonly also: readonly Column[]
  readonly samples: string[]
  /** What the codes of this column stand for. */
  readonly codes: ReadonlyMap<string, string> | undefined
  readonly dates: DateColumn | undefined
  readonly money: MoneyColumn | undefined
  /** What the header says of every amount below it. */
  readonly unit: Unit
  readonly read: (cell: string, line: number, key: number) => string | number | boolean | undefined
}

const SAMPLES = 3
const NEEDED_DAYS: ReadonlySet<string> = new Set(['created', 'closeDate', 'closedOn'])

/** Fields that other files or other cells of a row can tell. */
const FILLED_LATER = ['currency', 'owner', 'account', 'stage']

const MOST_REMEMBERED = 1000

/**
 * Reads texts, the same text as the same string: owners, stages and sources repeat in every row, and need be kept and
 * cleaned only once. A column of ever new texts, such as ids, is soon found out and not remembered.
 */
function textReader(isEmpty: (cell: string) => boolean): (cell: string) => string | undefined {
  let known: Map<string, string | undefined> | undefined = new Map()
  return (cell) => {
    if (known === undefined) return isEmpty(cell) ? undefined : readText(cell)
    const before = known.get(cell)
    if (before !== undefined) return before
    const text = isEmpty(cell) ? undefined : readText(cell)
    if (known.size >= MOST_REMEMBERED) known = undefined
    else known.set(cell, text)
    return text
  }
}

/** The column that speaks for this row. */
function filledOf(first: Column, cells: readonly string[]): Column {
  const isFilled = ({ index }: Column) => !isNothing(cells[index] ?? '') && readText(cells[index] ?? '') !== undefined
  return isFilled(first) ? first : (first.also.find(isFilled) ?? first)
}

/** `50 %` of a probability, which stands as 50 elsewhere. */
function withoutPercent(cell: string): string {
  return cell.includes('%') ? cell.replace(/\s{0,9}%\s{0,9}$/u, '') : cell
}

/** `$50 monthly`, as Close writes an amount whose period stands in a column of its own. */
function withoutPeriod(cell: string): string {
  return cell.replace(/\s{1,9}(?:monthly|annual(?:ly)?|yearly)$/iu, '')
}

function countUnlisted(column: DateColumn | MoneyColumn | undefined): number {
  return column === undefined ? 0 : column.rejectedCount - column.rejected().length
}

function addSample(samples: string[], cell: string): void {
  if (!samples.includes(cell)) samples.push(cell)
}

/** The records of one file that was just read, whose dates and amounts await their column's meaning. */
export interface Unsettled {
  readonly dates: ReadonlyMap<string, (code: PlainDate) => PlainDate | undefined>
  readonly money: ReadonlyMap<string, (provisional: number, key: number) => number | undefined>
  readonly rejected: readonly Rejected[]
  /** Cells that were rejected beyond the first thousand of a kind: counted, their text not kept. */
  readonly unlisted: number
  readonly columns: readonly MappedColumn[]
  readonly warnings: readonly string[]
}

/**
 * Turns the rows of one file into records. A column's dates and amounts are final only when all of it has been
 * seen (day or month first? decimal comma or point?), so `read` gives provisional numbers and `settle` says what
 * they mean.
 */
export class RecordReader<K extends Kind> {
  readonly #blank: RecordOf<K>
  readonly #columns: readonly Column[]
  readonly #file: string
  readonly #kind: Kind
  readonly #rejected: Rejected[] = []
  readonly #amount: Column | undefined

  constructor(file: string, header: readonly string[], recognised: Recognised & { kind: K }, options: CellOptions) {
    this.#file = file
    this.#kind = recognised.kind
    // Only what the file has, and what is filled in later: a deal of 200,000 is some 300 bytes and not twice that.
    const fields = [...recognised.columns.keys(), ...FILLED_LATER].filter((field) => field in fieldsOf[recognised.kind])
    // A member that comes later makes each row an object of a kind of its own: four times the memory, and slow to look at.
    const members = recognised.kind === 'opportunities' ? [...fields, 'extra'] : fields
    this.#blank = Object.fromEntries(members.map((field) => [field, undefined])) as RecordOf<K>
    this.#columns = [...recognised.columns].map(([field, index]) => {
      const column = (at: number) => this.#column(recognised, field, header[at] ?? field, at, options)
      return { ...column(index), also: (recognised.also.get(field) ?? []).map(column) }
    })
    this.#amount = this.#columns.find(({ field }) => field === 'amount')
  }

  #column(
    { kind, shape, columns }: Recognised,
    field: string,
    name: string,
    index: number,
    options: CellOptions,
  ): Column {
    const codes = codesOf(shape, field)
    const base = { field, name, index, also: [], samples: [], codes, dates: undefined, money: undefined, unit: NO_UNIT }
    switch (cellKind(kind, field)) {
      case 'date': {
        const dates = new DateColumn(name, { zone: options.zone, order: options.dateOrder, today: options.today })
        return { ...base, dates, read: (cell, line) => dates.read(cell, line) }
      }
      case 'money': {
        const { unit } = splitUnit(name)
        const money = new MoneyColumn(name, { decimal: options.decimal, unit })
        if (!columns.has('amountPeriod'))
          return { ...base, money, unit, read: (cell, line, key) => money.read(cell, line, key) }
        return { ...base, money, unit, read: (cell, line, key) => money.read(withoutPeriod(cell), line, key) }
      }
      case 'number': {
        const money = new MoneyColumn(name, { decimal: options.decimal, isNumber: true })
        return { ...base, money, read: (cell, line, key) => money.read(withoutPercent(cell), line, key) }
      }
      case 'flag':
        return { ...base, read: (cell, line) => this.#flag(name, cell, line) }
      case 'key':
        return { ...base, read: (cell) => (isNothing(cell) ? undefined : cell) }
      case 'entry':
        return { ...base, read: textReader(isEmptyMarker) }
      case 'title':
        return { ...base, read: textReader(() => false) }
      case 'text':
      case undefined:
        return { ...base, read: textReader(isNothing) }
    }
  }

  #flag(column: string, cell: string, line: number): boolean | undefined {
    const flag = readFlag(cell)
    if (flag === undefined && !isEmptyMarker(cell))
      this.#rejected.push({ file: this.#file, line, column, value: cell, reason: 'neither yes nor no' })
    return flag
  }

  /** A record of which nothing is known. */
  blank(): RecordOf<K> {
    return { ...this.#blank }
  }

  /**
   * `key` numbers the records of this file, rising. `into` is the record of the row before, where nobody keeps it:
   * of a million activities none has to be an object of its own.
   */
  read(cells: readonly string[], line: number, key: number, into: RecordOf<K> = this.blank()): RecordOf<K> {
    const record = into as Record<string, unknown>
    for (const first of this.#columns) {
      const column = first.also.length === 0 ? first : filledOf(first, cells)
      const cell = cells[column.index] ?? ''
      if (cell === '') {
        record[column.field] = undefined
        continue
      }
      const said = column.codes === undefined ? cell : (column.codes.get(cell.trim().toLowerCase()) ?? cell)
      record[column.field] = column.read(said, line, key)
      if (column.samples.length < SAMPLES) addSample(column.samples, cell)
    }
    return into
  }

  /** The currency named in the money cells of the record last read, when they name one. */
  get currencyOfLast(): string | undefined {
    return this.#amount?.money?.lastCurrency
  }

  /** Whether the amount's header names a currency: then it is that one, whatever the deal is in otherwise. */
  get isCurrencyNamed(): boolean {
    return this.#amount?.unit.currency !== undefined
  }

  /**
   * To be called after the last row.
   *
   * @param pairs provisional dates of the same records: creation and close, for telling day from month.
   * @throws Problem when a column could be day-first or month-first and nothing tells.
   */
  settle(pairs: readonly (readonly [PlainDate, PlainDate])[], options: CellOptions): Unsettled {
    const unknown = this.#settleDates(pairs, options)
    const dates = new Map<string, (code: PlainDate) => PlainDate | undefined>()
    const money = new Map<string, (provisional: number, key: number) => number | undefined>()
    for (const column of this.#columns) {
      const { dates: dateColumn, money: moneyColumn, field, name } = column
      if (dateColumn !== undefined)
        dates.set(field, (code) =>
          unknown.includes(dateColumn) ? undefined : dateColumn.day(code as number as DateCode),
        )
      if (moneyColumn !== undefined) {
        moneyColumn.settle()
        money.set(field, (provisional, key) => moneyColumn.amount(provisional, key))
      }
      for (const cell of (dateColumn ?? moneyColumn)?.rejected() ?? [])
        this.#rejected.push({ file: this.#file, column: name, ...cell })
    }
    const all = this.#columns.flatMap((column) => [column, ...column.also])
    const columns = all.map(({ field, name, samples, dates: d, money: m, unit }) => ({
      field,
      column: name,
      samples,
      style: [(d ?? m)?.style(), unitInWords(unit)].filter((part) => part !== undefined).join(', ') || undefined,
    }))
    const rejected = this.#rejected.sort((a, b) => a.line - b.line)
    const unlisted = this.#columns.reduce((total, { dates: d, money: m }) => total + countUnlisted(d ?? m), 0)
    const warnings = this.#columns.flatMap(({ name, dates: d, samples }) => [
      ...flippedWarning(this.#file, name, d?.flipped.found()),
      ...(d !== undefined && unknown.includes(d) ? [orderUnknown(this.#file, name, samples[0] ?? '')] : []),
    ])
    return { dates, money, rejected, unlisted, columns, warnings }
  }

  /** The columns of which it cannot be told, and without which the file is of use all the same. */
  #settleDates(pairs: readonly (readonly [PlainDate, PlainDate])[], options: CellOptions): readonly DateColumn[] {
    const columns = this.#columns.flatMap((column) => column.dates ?? [])
    const dated = (field: string) => this.#columns.find((column) => column.field === field)?.dates
    const created = dated('created')
    const closed = dated('closeDate')
    const { decided, undecided } = decideOrders(columns, {
      notAfter: options.today,
      notAfterColumns: created === undefined ? [] : [created],
      pairs:
        created === undefined || closed === undefined
          ? []
          : [{ earlier: created, later: closed, codes: pairs as unknown as [DateCode, DateCode][] }],
    })
    const refused = undecided.find((column) => this.#isNeeded(column))
    if (refused !== undefined)
      throw ambiguousDates(
        this.#file,
        this.#columns.find(({ dates }) => dates === refused),
        refused,
      )
    for (const column of columns) {
      if (undecided.includes(column)) continue
      const order = decided.get(column)
      if (order === undefined) column.settle()
      else column.settle(order)
    }
    return undecided
  }

  /** Of deals only the days of opening and closing: a wrong one would be worse than a file that is not read. */
  #isNeeded(dates: DateColumn): boolean {
    const field = this.#columns.find((column) => column.dates === dates)?.field
    return this.#kind !== 'opportunities' || field === undefined || NEEDED_DAYS.has(field)
  }
}

function codesOf(shape: FileShape, field: string): ReadonlyMap<string, string> | undefined {
  const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = shape.codes ?? {}
  const own = Object.hasOwn(codes, field) ? codes[field] : undefined
  return own && new Map(Object.entries(own).map(([code, meaning]) => [code.toLowerCase(), meaning]))
}
