import { calendarParts, YEARS, type PlainDate } from '../../time/plain-date.ts'
import { century, dayOf, ORDERS, type DateOrder, type Parts } from './date-code.ts'
import { Misfits } from './misfits.ts'

/** An order is chosen against some of the values only where the other order has so many times more against it. */
const CLEARLY = 5
/** How many more years a two-digit year must span at the back than in front, for `ymd` to be a possibility. */
const YEAR_SPAN = 8
/** … or so many years nearer to the review's that every number in front must be than any at the back. */
const NEARER = 2

/** The day that a date is under each order, undefined where it is none. */
export type DaysByOrder = Readonly<Record<DateOrder, PlainDate | undefined>>

export function daysOf({ first, second, third, yearDigits }: Parts): DaysByOrder {
  return {
    mdy: dayOf(first, second, third, yearDigits, 'mdy'),
    dmy: dayOf(first, second, third, yearDigits, 'dmy'),
    ymd: dayOf(first, second, third, yearDigits, 'ymd'),
  }
}

/** What the values of a column say about the order of their parts. */
export class OrderVotes {
  /** By order, the cells that are no date under it and are one under another. */
  readonly misfits: Readonly<Record<DateOrder, Misfits>> = {
    mdy: new Misfits(),
    dmy: new Misfits(),
    ymd: new Misfits(),
  }
  #count = 0
  /** How many cells are two different days under `mdy` and `dmy`; by month since 1970, under each. */
  #swappable = 0
  readonly #months = { mdy: monthCounts(), dmy: monthCounts() }
  /** What a two-digit year could be: the numbers in front and at the back. */
  readonly #front = new Span()
  readonly #back = new Span()
  readonly #year: number | undefined

  /** @param today by which it is told how likely a year is. */
  constructor(today?: PlainDate) {
    this.#year = today === undefined ? undefined : calendarParts(today).year
  }

  /** How many cells need an order. */
  get count(): number {
    return this.#count
  }

  add(parts: Parts, days: DaysByOrder, cell: string, line: number): void {
    this.#count++
    const short = parts.yearDigits === 2
    if (days.mdy === undefined) this.misfits.mdy.add(line, cell, 'no such day')
    if (days.dmy === undefined) this.misfits.dmy.add(line, cell, 'no such day')
    if (days.ymd === undefined) this.misfits.ymd.add(line, cell, short ? 'no such day' : 'not a date')
    if (days.mdy !== undefined && days.dmy !== undefined && days.mdy !== days.dmy) this.#countMonths(parts)
    if (!short) return
    this.#front.add(century(parts.first))
    this.#back.add(century(parts.third))
  }

  /** One is decided, several are ambiguous, none means that there is nothing to decide. */
  possible(): readonly DateOrder[] {
    const [mdy, dmy, ymd] = ORDERS.map((order) => this.misfits[order].count) as [number, number, number]
    if (mdy > 0 && dmy > 0 && ymd * CLEARLY <= Math.min(mdy, dmy)) return ['ymd']
    if (mdy === 0 && dmy === 0 && this.#swappable === 0) return []
    const orders: DateOrder[] = []
    if (!isAgainst(mdy, dmy)) orders.push('mdy')
    if (!isAgainst(dmy, mdy)) orders.push('dmy')
    if (ymd === 0 && this.#isYearInFront()) orders.push('ymd')
    return orders
  }

  /** `26/11/30`, `26/12/31`: month-ends of this year, or days of years to come. */
  #isYearInFront(): boolean {
    if (this.#front.width + YEAR_SPAN <= this.#back.width) return true
    if (this.#year === undefined) return false
    return this.#front.farthestFrom(this.#year) + NEARER <= this.#back.nearestTo(this.#year)
  }

  /** How many of the swappable cells lie, under the order, in a month after this day's. */
  countAfter(day: PlainDate, order: DateOrder): number {
    if (order === 'ymd') return 0
    const { year, month } = calendarParts(day)
    return this.#months[order].subarray((year - YEARS.first) * 12 + month).reduce((sum, count) => sum + count, 0)
  }

  #countMonths({ first, second, third, yearDigits }: Parts): void {
    const before = ((yearDigits === 4 ? third : century(third)) - YEARS.first) * 12 - 1
    this.#swappable++
    this.#months.mdy[before + first]! += 1
    this.#months.dmy[before + second]! += 1
  }
}

/** The least and the greatest of some numbers. */
class Span {
  #least = Infinity
  #greatest = -Infinity

  add(value: number): void {
    if (value < this.#least) this.#least = value
    if (value > this.#greatest) this.#greatest = value
  }

  get width(): number {
    return Math.max(0, this.#greatest - this.#least)
  }

  farthestFrom(value: number): number {
    return Math.max(Math.abs(this.#least - value), Math.abs(this.#greatest - value))
  }

  nearestTo(value: number): number {
    return Math.max(0, this.#least - value, value - this.#greatest)
  }
}

/** Whether an order with so many misfits falls to another that has so many. */
function isAgainst(misfits: number, others: number): boolean {
  return misfits > 0 && misfits >= others * CLEARLY
}

function monthCounts(): Uint32Array {
  return new Uint32Array((YEARS.last - YEARS.first + 1) * 12)
}
