import { YEARS, type PlainDate } from '../../time/plain-date.ts'
import {
  dayNumber,
  inYears,
  isNumber,
  isPlain,
  NO_SHIFTS,
  numberCode,
  numberDay,
  orderedCode,
  orderedDay,
  plainCode,
  plainDay,
  type DateCode,
  type DateOrder,
  type Shifts,
} from './date-code.ts'
import { Flipped } from './flipped.ts'
import { DateNumbers, plainNumber } from './date-numbers.ts'
import { clockPattern, DateScan, NO_OFFSET } from './date-scan.ts'
import { scanWords } from './date-words.ts'
import { daysOf, OrderVotes, type DaysByOrder } from './order-votes.ts'
import { inFileOrder, Misfits, ownCopy, type Rejected } from './misfits.ts'
import { Tally } from './tally.ts'
import { isEmptyMarker } from '../../vocabulary/nothing.ts'
import { ZoneClock } from '../../time/zone-clock.ts'

const MINUTES_A_DAY = 1440
const CACHED = 2000
const LONGEST_CACHED = 64

export interface DateOptions {
  readonly zone?: string | undefined
  /** The order that the user named. */
  readonly order?: DateOrder | undefined
  /** The day of the review: what a year is likely to be. */
  readonly today?: PlainDate | undefined
}

/**
 * The dates of one column. Rows stream past and are not kept: each cell is read once, into a small number, and what
 * the column means (day first or month first, spreadsheet day numbers) is settled after the last.
 */
export class DateColumn {
  readonly name: string
  readonly #zone: string | undefined
  readonly #wanted: DateOrder | undefined
  #clock: ZoneClock | undefined
  #minute = 0

  readonly #scan = new DateScan()
  readonly #words = new Map<string, DateScan | undefined>()
  readonly #patterns = new Tally<string>()
  readonly #clocks = new Tally<number>()

  readonly #unreadable = new Misfits()
  readonly #votes: OrderVotes
  readonly #numbers = new DateNumbers()
  readonly flipped = new Flipped()
  #dates = 0
  /** Whether a time that a zone could move is another than midnight: a column of midnights has no times, but days. */
  #isTimed = false
  #order: DateOrder | undefined

  constructor(name: string, options: DateOptions = {}) {
    this.name = name
    this.#zone = options.zone
    this.#wanted = options.order
    this.#votes = new OrderVotes(options.today)
  }

  /** Undefined for an empty cell, silently, and for an unreadable one, which is remembered with its line. */
  read(cell: string, line: number): DateCode | undefined {
    this.#minute = 0
    if (cell.length === 0) return undefined
    if (this.#scan.scan(cell)) return this.#take(this.#scan, cell, line)
    if (isEmptyMarker(cell)) return undefined
    const number = plainNumber(cell)
    if (number !== undefined) return this.#takeNumber(number, cell, line)
    const scan = this.#scanWords(cell)
    return scan === undefined ? this.#refuse(line, cell, 'not a date') : this.#take(scan, cell, line)
  }

  /** Minutes since midnight of the cell last read, 0 where it had no time: orders changes within a day. */
  get minute(): number {
    return this.#minute
  }

  /** How many cells were read as dates; after `settle`, as dates that exist. */
  get count(): number {
    const misfits = this.#settledMisfits().filter((each) => each !== this.#numbers.zeros)
    return this.#dates - misfits.reduce((sum, each) => sum + each.count, 0)
  }

  /** Every cell rejected: `rejected()` keeps the text of the first thousand of a kind. */
  get rejectedCount(): number {
    return this.#unreadable.count + this.#settledMisfits().reduce((sum, misfits) => sum + misfits.count, 0)
  }

  /** Between the parts of dates whose order the column decides; undefined where it has none such. */
  get separator(): string | undefined {
    const patterns = [...this.#patterns.counts()].filter(([pattern]) => isOrdered(pattern))
    return patterns.sort(([, a], [, b]) => b - a)[0]?.[0].charAt(0)
  }

  /**
   * The orders that the values allow: one is decided, several are ambiguous, none means that there is nothing to
   * decide. An order that was asked for is the only one.
   */
  possibleOrders(): readonly DateOrder[] {
    const possible = this.#votes.possible()
    return this.#wanted !== undefined && this.#votes.count > 0 ? [this.#wanted] : possible
  }

  /** Whether no date of the column has its year in front. */
  get hasNoYearFirst(): boolean {
    return this.#votes.misfits.ymd.count > 0
  }

  /** A cell that is a day only with the day first, and one that is only with the month first, where there are both. */
  contradiction(): { dmy: Rejected; mdy: Rejected } | undefined {
    const { misfits } = this.#votes
    const [dmy, mdy] = [misfits.mdy.kept[0], misfits.dmy.kept[0]]
    const isBoth = dmy !== undefined && mdy !== undefined && dmy.line !== mdy.line
    return isBoth ? { dmy, mdy } : undefined
  }

  /**
   * Fixes the order, once, after the last cell. Without an argument: the one asked for, or the only possible one;
   * throws where several are.
   */
  settle(order?: DateOrder): void {
    const possible = this.possibleOrders()
    if (order === undefined && possible.length > 1) throw new Error(`"${this.name}" may be ${possible.join(' or ')}`)
    this.#order = order ?? possible[0] ?? 'mdy'
  }

  /** The day of what `read` returned; undefined for a day that does not exist. Needs `settle`. */
  day(code: DateCode | undefined): PlainDate | undefined {
    if (code === undefined) return undefined
    if (isPlain(code)) return plainDay(code, this.#isTimed)
    if (this.#order === undefined) throw new Error(`"${this.name}" is not settled`)
    return this.dayUnder(code, this.#order)
  }

  /** The day that a code would be under an order. */
  dayUnder(code: DateCode, order: DateOrder): PlainDate | undefined {
    if (isPlain(code)) return plainDay(code, this.#isTimed)
    if (isNumber(code))
      return this.#numbers.style(this.#dates) === undefined ? undefined : numberDay(code, this.#isTimed)
    return orderedDay(code, order, this.#isTimed)
  }

  /** How many of the cells that are a day under either order lie in a month after this day's, under the one. */
  countAfter(day: PlainDate, order: DateOrder): number {
    return this.#votes.countAfter(day, order)
  }

  /** After `settle`: what could not be read, and days that do not exist. In the order of the file. */
  rejected(): readonly Rejected[] {
    return inFileOrder([this.#unreadable, ...this.#settledMisfits()])
  }

  /** For people: `M/D/YYYY`, `D MMM, YYYY HH:mm:ss`, `spreadsheet day numbers`. Undefined for a column without dates. */
  style(): string | undefined {
    const numbers = this.#numbers.style(this.#dates)
    if (numbers !== undefined) return numbers
    const pattern = this.#patterns.top()
    if (pattern === undefined) return undefined
    const clock = clockPattern(this.#clocks.top() ?? 0)
    if (!isOrdered(pattern)) return pattern + clock
    const possible = this.#order === undefined ? this.possibleOrders() : [this.#order]
    const orders = possible.length === 0 ? (['mdy'] as const) : possible
    return orders.map((order) => orderedStyle(pattern, order) + clock).join(' or ')
  }

  #take(scan: DateScan, cell: string, line: number): DateCode | undefined {
    // A database's zero date.
    if (scan.first === 0 && scan.second === 0 && scan.third === 0) return undefined
    const code = scan.ordered ? this.#takeOrdered(scan, cell, line) : this.#takePlain(scan, cell, line)
    if (code === undefined) return undefined
    this.#dates++
    this.#patterns.add(scan.pattern)
    this.#clocks.add(scan.clock)
    return code
  }

  #takePlain(scan: DateScan, cell: string, line: number): DateCode | undefined {
    const written = dayNumber(scan.first, scan.second, scan.third)
    if (written === undefined) return this.#refuse(line, cell, whyNot(scan.first))
    this.flipped.addPlain(scan.third, cell, line)
    const day = this.#inZone(written, scan)
    if (day === undefined) return this.#refuse(line, cell, 'year out of range')
    return scan.minute === 0 ? plainCode(written, day - written) : plainCode(day)
  }

  #takeOrdered(scan: DateScan, cell: string, line: number): DateCode | undefined {
    const days = daysOf(scan)
    if (days.mdy === undefined && days.dmy === undefined && days.ymd === undefined) {
      return this.#refuse(line, cell, scan.yearDigits === 4 ? whyNot(scan.third) : 'no such day')
    }
    this.#votes.add(scan, days, cell, line)
    this.flipped.addOrdered(days.mdy !== undefined && days.dmy !== undefined, cell, line)
    return orderedCode(scan, this.#shifts(scan, days))
  }

  #takeNumber(number: number, cell: string, line: number): DateCode | undefined {
    const read = this.#numbers.read(number, cell, line)
    if (read === 'zero') return undefined
    if (typeof read === 'string') return this.#refuse(line, cell, read)
    // An instant is a timestamp in Greenwich; a spreadsheet's day is nobody's in particular.
    const day = read.isInstant ? this.#inZone(read.day, { minute: read.minute, offset: 0 }) : read.day
    if (day === undefined) return this.#refuse(line, cell, 'year out of range')
    if (!read.isInstant) this.#minute = read.minute
    this.#dates++
    read.kind.add(line, cell, 'not a date')
    return read.minute === 0 ? numberCode(read.day, day - read.day) : numberCode(day)
  }

  /** The day in the review's zone, and its minute; the day as written without a zone or an offset. */
  #inZone(day: PlainDate, { minute, offset }: Pick<DateScan, 'minute' | 'offset'>): PlainDate | undefined {
    this.#minute = minute
    if (this.#zone === undefined || offset === NO_OFFSET) return day
    this.#isTimed ||= minute !== 0
    this.#clock ??= new ZoneClock(this.#zone)
    const local = this.#clock.local(day * MINUTES_A_DAY + minute - offset)
    const moved = Math.floor(local / MINUTES_A_DAY)
    this.#minute = local - moved * MINUTES_A_DAY
    return inYears(moved)
  }

  #shifts(scan: DateScan, days: DaysByOrder): Shifts {
    this.#minute = scan.minute
    if (this.#zone === undefined || scan.offset === NO_OFFSET) return NO_SHIFTS
    const shift = (day: PlainDate | undefined) => (day === undefined ? 0 : (this.#inZone(day, scan) ?? day) - day)
    return { ymd: shift(days.ymd), dmy: shift(days.dmy), mdy: shift(days.mdy) }
  }

  /** Many times a day has few dates: the date is remembered without its time. */
  #scanWords(cell: string): DateScan | undefined {
    const end = dateEnd(cell)
    if (end < cell.length) {
      const date = this.#rememberedWords(cell.slice(0, end))
      if (date !== undefined && this.#scan.scanTime(cell, end)) {
        this.#scan.setDate(date)
        return this.#scan
      }
    }
    return this.#rememberedWords(cell)
  }

  #rememberedWords(text: string): DateScan | undefined {
    if (text.length > LONGEST_CACHED) return scanWords(text)
    let scan = this.#words.get(text)
    if (scan !== undefined || this.#words.has(text)) return scan
    const key = ownCopy(text)
    scan = scanWords(key)
    if (this.#words.size >= CACHED) this.#words.clear()
    this.#words.set(key, scan)
    return scan
  }

  #refuse(line: number, cell: string, reason: string): undefined {
    this.#unreadable.add(line, cell, reason)
  }

  #settledMisfits(): readonly Misfits[] {
    if (this.#order === undefined) return []
    if (this.#numbers.style(this.#dates) !== undefined) return []
    return [this.#votes.misfits[this.#order], ...this.#numbers.misfits]
  }
}

function whyNot(year: number): string {
  return year < YEARS.first || year > YEARS.last ? 'year out of range' : 'no such day'
}

/** Where the date ends before a time: at the last space in front of the first colon. */
function dateEnd(cell: string): number {
  const colon = cell.indexOf(':')
  const space = colon > 0 ? cell.lastIndexOf(' ', colon) : 0
  return space > 0 ? space : cell.length
}

function isOrdered(pattern: string): boolean {
  return pattern.startsWith('/') || pattern.startsWith('-') || pattern.startsWith('.')
}

/** `/YY` under `dmy` is `D/M/YY`. */
function orderedStyle(pattern: string, order: DateOrder): string {
  const separator = pattern.charAt(0)
  const year = pattern.slice(1)
  const parts = { mdy: ['M', 'D', year], dmy: ['D', 'M', year], ymd: [year, 'M', 'D'] }[order]
  return parts.join(separator)
}
