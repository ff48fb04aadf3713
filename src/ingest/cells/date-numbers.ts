import type { PlainDate } from '../../time/plain-date.ts'
import { inYears } from './date-code.ts'
import { Misfits } from './misfits.ts'

/** Whole numbers that a spreadsheet may mean as days: 1954 to 2119. */
const SERIALS = { first: 20_000, last: 80_000 }
/** Day 0 of the 1900 system, which takes 1900 for a leap year: right for every day since March 1900. */
const SERIAL_OF_1970 = 25_569
const MINUTES_A_DAY = 1440
/** Of ten digits are the seconds since 1970 from 2001 on, of thirteen the milliseconds. */
const PER_MINUTE = { 10: 60, 13: 60_000 } as const

interface NumberRead {
  readonly day: PlainDate
  readonly minute: number
  /** Counted since 1970 in Greenwich, and not in a spreadsheet's days. */
  readonly isInstant: boolean
  /** Where the cell is to be remembered if it counts. */
  readonly kind: Misfits
}

/** The numbers in a column of dates: a spreadsheet's days, or instants. They are dates only where the whole column is. */
export class DateNumbers {
  readonly #serials = new Misfits()
  readonly #instants = { 10: new Misfits(), 13: new Misfits() }
  /** What a spreadsheet writes of an empty cell that another refers to. */
  readonly zeros = new Misfits()
  #others = 0

  /** The day, or why it is none; a zero is remembered, and nothing where the others are dates. */
  read(number: number, cell: string, line: number): NumberRead | string {
    if (number === 0) {
      this.zeros.add(line, cell, 'not a date')
      return 'zero'
    }
    const whole = Math.floor(number)
    const digits = String(whole).length
    if (digits === 10 || digits === 13) {
      const minutes = Math.floor(number / PER_MINUTE[digits])
      const day = Math.floor(minutes / MINUTES_A_DAY)
      return inRange(day, minutes - day * MINUTES_A_DAY, this.#instants[digits], true)
    }
    if (whole < SERIALS.first || whole > SERIALS.last) {
      this.#others++
      return 'not a date'
    }
    const minute = Math.min(MINUTES_A_DAY - 1, Math.round((number - whole) * MINUTES_A_DAY))
    return inRange(whole - SERIAL_OF_1970, minute, this.#serials, false)
  }

  /** What the column is, for people, if every one of its dates is such a number; undefined where it is something else. */
  style(dates: number): string | undefined {
    const isAll = ({ count }: Misfits) => count > 0 && count === dates && this.#others === 0
    if (isAll(this.#serials)) return 'spreadsheet day numbers'
    if (isAll(this.#instants[10])) return 'seconds since 1970'
    return isAll(this.#instants[13]) ? 'milliseconds since 1970' : undefined
  }

  /** What is no date where the column is something else. */
  get misfits(): readonly Misfits[] {
    return [this.#serials, this.#instants[10], this.#instants[13], this.zeros]
  }
}

function inRange(day: number, minute: number, kind: Misfits, isInstant: boolean): NumberRead | string {
  const known = inYears(day)
  return known === undefined ? 'year out of range' : { day: known, minute, isInstant, kind }
}

export function plainNumber(cell: string): number | undefined {
  const match = /^\s*(\d{1,13})(?:[.,](\d{1,15}))?\s*$/.exec(cell)
  return match === null ? undefined : Number(`${match[1]}.${match[2] ?? 0}`)
}
