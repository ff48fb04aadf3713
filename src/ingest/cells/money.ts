import type { Mark } from './digits.ts'
import { inFileOrder, Misfits, type Rejected } from './misfits.ts'
import { readMoney } from './money-text.ts'
import { Tally } from './tally.ts'
import { isEmptyMarker } from '../../vocabulary/nothing.ts'

const MARKS: readonly Mark[] = ['none', 'point', 'comma', 'commaThousands', 'pointThousands']
const OTHER_MARK = 'not with the decimal mark of its column'
/** Why an amount is rejected that is one number or a thousand times it. */
export const UNDECIDED = 'thousands or three decimals: say which decimal mark it is with --decimal'

/** A value that can only have one mark says as much as so many that merely look grouped by the other. */
const CERTAIN = 10

type Decimal = '.' | ','

/** Currencies whose amounts have three decimals. */
const OF_THREE = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'])

/** By decimal mark: the marks that contradict it, and those that are thousandths under it. */
const AGAINST: Readonly<Record<Decimal, Mark>> = { '.': 'comma', ',': 'point' }
const THOUSANDTHS: Readonly<Record<Decimal, Mark>> = { '.': 'pointThousands', ',': 'commaThousands' }

export interface MoneyOptions {
  /** The decimal mark that the user named. */
  readonly decimal?: Decimal | undefined
  /** What the header says of cells that say nothing themselves. `power` is of ten. */
  readonly unit?: { readonly currency: string | undefined; readonly power: number } | undefined
  /** A number and no money: three decimals are nothing odd. */
  readonly isNumber?: boolean
}

/**
 * The amounts of one column. Rows stream past and are not kept: each cell is read once, into a number, and the decimal
 * mark of the column is settled after the last. A cell that has the other mark is rejected, never read as some other
 * number.
 */
export class MoneyColumn {
  readonly name: string
  readonly #wanted: Decimal | undefined
  readonly #unit: number
  readonly #currency: string | undefined
  /** Whether three decimals are nothing odd: in thousands they are dollars. No amount of money has them. */
  #isFine: boolean
  readonly #unreadable = new Misfits()
  readonly #byMark = Object.fromEntries(MARKS.map((mark) => [mark, new Misfits()])) as Record<Mark, Misfits>
  readonly #currencies = new Tally<string>()
  readonly #groupings = new Tally<string>()
  /** The mark of each row by its key, as an index into MARKS; as long as the last row that has one. */
  #marks = new Uint8Array(0)
  #amounts = 0
  #decimal: Decimal | undefined
  #settled = false
  #lastCurrency: string | undefined

  constructor(name: string, options: MoneyOptions = {}) {
    this.name = name
    this.#wanted = options.decimal
    this.#unit = options.unit?.power ?? 0
    this.#currency = options.unit?.currency
    this.#isFine = options.isNumber === true || this.#unit > 0
  }

  /**
   * Provisional until `settle`: pass it to `amount`. Undefined for an empty cell, silently, and for an unreadable one,
   * which is remembered with its line. `key` is the caller's number of the row: 0, 1, 2 …
   */
  read(cell: string, line: number, key: number): number | undefined {
    this.#lastCurrency = undefined
    if (isEmptyMarker(cell)) return undefined
    let read = readMoney(cell, this.#unit)
    // Below a header that names rupees a bare `1.2 Cr` is crores.
    if (typeof read === 'string' && this.#currency === 'INR') read = readMoney(`${cell} INR`, this.#unit)
    if (typeof read === 'string') {
      this.#unreadable.add(line, cell, read)
      return undefined
    }
    this.#amounts++
    const currency = read.currency ?? this.#currency
    if (currency !== undefined) this.#currencies.add(currency)
    this.#lastCurrency = currency
    if (read.isFine) this.#isFine = true
    if (read.grouping !== '') this.#groupings.add(read.grouping)
    if (read.mark !== 'none') this.#remember(read.mark, cell, line, key)
    return read.value
  }

  /** Decides the decimal mark; once, after the last cell. */
  settle(): void {
    const { point, comma, commaThousands, pointThousands } = this.#byMark
    const forPoint = point.count * CERTAIN + commaThousands.count
    const forComma = comma.count * CERTAIN + pointThousands.count
    const seen = forPoint + forComma > 0
    this.#decimal = this.#wanted ?? (seen ? (forPoint >= forComma ? '.' : ',') : undefined)
    this.#isFine ||= OF_THREE.has(this.currency() ?? '')
    this.#settled = true
  }

  /** The amount of a row, from what `read` returned. Undefined where the column's decimal mark contradicts it. */
  amount(provisional: number | undefined, key: number): number | undefined {
    if (!this.#settled) throw new Error(`"${this.name}" is not settled`)
    const mark = MARKS[this.#marks[key] ?? 0]
    if (provisional === undefined || mark === 'none' || this.#decimal === undefined) return provisional
    if (mark === AGAINST[this.#decimal]) return undefined
    if (mark !== THOUSANDTHS[this.#decimal]) return provisional
    return this.#hasThousandths() ? provisional / 1000 : undefined
  }

  /** How many cells were read as amounts; after `settle`, as amounts with the column's decimal mark. */
  get count(): number {
    return this.#amounts - sum(this.#contradicting())
  }

  /** Every cell rejected: `rejected()` keeps the text of the first thousand of a kind. */
  get rejectedCount(): number {
    return this.#unreadable.count + sum(this.#contradicting())
  }

  /** After `settle`: what could not be read, or not with the column's decimal mark. In the order of the file. */
  rejected(): readonly Rejected[] {
    return inFileOrder([this.#unreadable, ...this.#contradicting()])
  }

  /** ISO code of the one currency that cells name; undefined where they name none, or several. */
  currency(): string | undefined {
    const codes = [...this.#currencies.counts().keys()]
    return codes.length === 1 ? codes[0] : undefined
  }

  /** How many cells name each currency. */
  currencies(): ReadonlyMap<string, number> {
    return this.#currencies.counts()
  }

  /** Currency of the cell last read, undefined where it named none. */
  get lastCurrency(): string | undefined {
    return this.#lastCurrency
  }

  /** For people, after `settle`: `1,234.50`, `1.234,50`, `1234`. Undefined for a column without amounts. */
  style(): string | undefined {
    if (this.#amounts === 0) return undefined
    const decimal = this.#decimal
    const [most] = [...this.#groupings.counts()].filter(([by]) => by !== decimal).sort(([, a], [, b]) => b - a)
    const decimals = decimal !== undefined && this.#isCertain() ? `${decimal}50` : ''
    return `1${most?.[0] ?? ''}234${decimals}`
  }

  #remember(mark: Mark, cell: string, line: number, key: number): void {
    this.#byMark[mark].add(line, cell, mark === 'point' || mark === 'comma' ? OTHER_MARK : UNDECIDED)
    if (key >= this.#marks.length) {
      const grown = new Uint8Array(Math.max(1024, (key + 1) * 2))
      grown.set(this.#marks)
      this.#marks = grown
    }
    this.#marks[key] = MARKS.indexOf(mark)
  }

  /** Whether a cell shows decimals by the settled mark, or the user named it. */
  #isCertain(): boolean {
    if (this.#wanted !== undefined) return true
    return this.#decimal !== undefined && this.#byMark[this.#decimal === '.' ? 'point' : 'comma'].count > 0
  }

  /**
   * Whether `1.234` can be one and some thousandths: the user named the mark, or cells show it and more than two decimals. Beside
   * `750.00` it is far more likely a thousand that somebody else typed, and nobody can tell.
   */
  #hasThousandths(): boolean {
    return this.#wanted !== undefined || (this.#isFine && this.#isCertain())
  }

  #contradicting(): readonly Misfits[] {
    if (!this.#settled || this.#decimal === undefined) return []
    const against = this.#byMark[AGAINST[this.#decimal]]
    return this.#hasThousandths() ? [against] : [against, this.#byMark[THOUSANDTHS[this.#decimal]]]
  }
}

function sum(misfits: readonly Misfits[]): number {
  return misfits.reduce((total, each) => total + each.count, 0)
}
