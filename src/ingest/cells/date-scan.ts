/** The offset of a cell that names none. */
export const NO_OFFSET = 99_999

const [SLASH, DASH, DOT, COLON, COMMA] = [47, 45, 46, 58, 44]
const [LETTER_A, LETTER_M, LETTER_P, LETTER_T, LETTER_Z] = [97, 109, 112, 116, 122]
const LETTER_A_CAPITAL = 65
const LATEST_OFFSET = 15 * 60

/** Bits of `DateScan.clock`: what a cell says beside its date. */
const CLOCK = { time: 1, t: 2, seconds: 4, half: 8, offset: 16 } as const

/**
 * Reads the dates that are digits (`2026-11-20`, `5/20/2024 7:42`, `20.11.26`), character by character: this runs for
 * every date cell of a file. One scanner is used over and over; its fields are the last cell's.
 */
export class DateScan {
  /** Whether the parts stand in an order that only the column knows: `first`, `second`, then the year. */
  ordered = false
  /** Year first, or as written where `ordered`. */
  first = 0
  second = 0
  third = 0
  yearDigits: 2 | 4 = 4
  separator = ''
  /** For people: `YYYY-MM-DD`; where `ordered`, the separator and the year only. */
  pattern = ''
  /** Minutes since midnight, 0 without a time. */
  minute = 0
  /** Minutes east of Greenwich, or NO_OFFSET. */
  offset = NO_OFFSET
  /** Bits of CLOCK. */
  clock = 0

  #text = ''
  #at = 0
  #value = 0

  /** Whether the whole text is such a date, with or without a time. The calendar is not asked. */
  scan(text: string): boolean {
    this.#start(text)
    this.#skipSpaces()
    return this.#date() && this.#end()
  }

  /** Reads what follows a date that was read elsewhere: nothing, or a time. */
  scanTime(text: string, from = 0): boolean {
    this.#start(text)
    this.#at = from
    return this.#end()
  }

  /** Takes another's date, and keeps its own time. */
  setDate(other: DateScan): void {
    this.#set(other.ordered, other.first, other.second, other.third)
    this.yearDigits = other.yearDigits
    this.separator = other.separator
    this.pattern = other.pattern
  }

  #start(text: string): void {
    this.#text = text
    this.#at = 0
    this.minute = 0
    this.offset = NO_OFFSET
    this.clock = 0
  }

  #date(): boolean {
    const length = this.#digits()
    if (length === 8) return this.#compact()
    if (length === 4) return this.#yearFirst()
    return (length === 1 || length === 2) && this.#yearLast()
  }

  #compact(): boolean {
    const value = this.#value
    this.#set(false, Math.trunc(value / 10_000), Math.trunc(value / 100) % 100, value % 100)
    this.pattern = 'YYYYMMDD'
    return true
  }

  #yearFirst(): boolean {
    const year = this.#value
    const separator = this.#peek()
    if (!this.#separator(separator) || !this.#short()) return false
    const month = this.#value
    if (!this.#separator(separator) || !this.#short()) return false
    this.#set(false, year, month, this.#value)
    this.pattern = separator === DASH ? 'YYYY-MM-DD' : separator === SLASH ? 'YYYY/MM/DD' : 'YYYY.MM.DD'
    if (separator === DOT) this.#skip(DOT)
    return true
  }

  #yearLast(): boolean {
    const first = this.#value
    const separator = this.#peek()
    if (!this.#separator(separator) || !this.#short()) return false
    const second = this.#value
    if (!this.#separator(separator)) return false
    const length = this.#digits()
    if (length !== 4 && length !== 2) return false
    this.#set(true, first, second, this.#value)
    this.yearDigits = length
    this.separator = separator === SLASH ? '/' : separator === DASH ? '-' : '.'
    this.pattern = orderedPattern(separator, length)
    if (separator === DOT) this.#skip(DOT)
    return true
  }

  #set(ordered: boolean, first: number, second: number, third: number): void {
    this.ordered = ordered
    this.first = first
    this.second = second
    this.third = third
    this.yearDigits = 4
  }

  /** After the date: the end, or a time after spaces, a comma or a T. */
  #end(): boolean {
    const from = this.#at
    this.#skip(COMMA)
    this.#skipSpaces()
    if (this.#at === this.#text.length) return true
    if (lower(this.#peek()) === LETTER_T) {
      this.#at++
      this.clock |= CLOCK.t
    }
    return this.#at > from && this.#time() && this.#zone() && this.#atEnd()
  }

  #time(): boolean {
    if (!this.#short()) return false
    const hour = this.#value
    const colon = this.#peek()
    if ((colon !== COLON && colon !== DOT) || !this.#two()) return false
    const minute = this.#value
    this.clock |= CLOCK.time
    if (this.#peek() === colon) {
      if (!this.#two() || this.#value > 60) return false
      this.clock |= CLOCK.seconds
      if (this.#skip(DOT) || this.#skip(COMMA)) this.#digits()
    }
    this.#skipSpaces()
    const hours = this.#half(hour)
    this.minute = hours * 60 + minute
    return hours <= 23 && minute <= 59
  }

  /** The hour of the day, from `AM`, `p.m.`, `a. m.` after the time. `14:30 PM` happens and means what it says. */
  #half(hour: number): number {
    const letter = lower(this.#peek())
    if (letter !== LETTER_A && letter !== LETTER_P) return hour
    this.#at++
    this.#skip(DOT)
    this.#skipSpaces()
    if (lower(this.#peek()) === LETTER_M) this.#at++
    this.#skip(DOT)
    this.#skipSpaces()
    this.clock |= CLOCK.half
    if (hour > 12) return hour
    return (hour % 12) + (letter === LETTER_P ? 12 : 0)
  }

  /** `Z`, `UTC`, `+03:00`, `+0000`, `GMT-5`, or none. */
  #zone(): boolean {
    if (this.#at === this.#text.length) return true
    if (lower(this.#peek()) === LETTER_Z) {
      this.#at++
      return this.#setOffset(0)
    }
    const named = this.#peek() > LETTER_A_CAPITAL && /^(?:utc|gmt)/i.test(this.#text.slice(this.#at, this.#at + 3))
    if (named) this.#at += 3
    const sign = this.#peek()
    if (sign !== 43 && sign !== DASH && sign !== 0x2212) return named && this.#setOffset(0)
    this.#at++
    const length = this.#digits()
    let minutes = length > 2 ? Math.trunc(this.#value / 100) * 60 + (this.#value % 100) : this.#value * 60
    if (length === 0 || length > 4) return false
    if (length <= 2 && this.#peek() === COLON) {
      if (!this.#two()) return false
      minutes += this.#value
    }
    return minutes <= LATEST_OFFSET && this.#setOffset(sign === 43 ? minutes : -minutes)
  }

  #setOffset(minutes: number): boolean {
    this.offset = minutes
    this.clock |= CLOCK.offset
    return true
  }

  #atEnd(): boolean {
    this.#skipSpaces()
    return this.#at === this.#text.length
  }

  /** A run of digits into `#value`; its length. */
  #digits(): number {
    const text = this.#text
    const from = this.#at
    const end = Math.min(text.length, from + 9)
    let at = from
    let value = 0
    for (; at < end; at++) {
      const digit = text.charCodeAt(at) - 48
      if (digit < 0 || digit > 9) break
      value = value * 10 + digit
    }
    this.#at = at
    this.#value = value
    return at - from
  }

  /** One or two digits. What must follow them is no digit, so a third is refused there. */
  #short(): boolean {
    const first = this.#digit()
    if (first < 0) return false
    const second = this.#digit()
    this.#value = second < 0 ? first : first * 10 + second
    return true
  }

  /** The separator at hand, then two digits. */
  #two(): boolean {
    this.#at++
    const first = this.#digit()
    const second = this.#digit()
    this.#value = first * 10 + second
    return first >= 0 && second >= 0
  }

  /** The digit at hand, or -1. */
  #digit(): number {
    if (this.#at >= this.#text.length) return -1
    const digit = this.#text.charCodeAt(this.#at) - 48
    if (digit < 0 || digit > 9) return -1
    this.#at++
    return digit
  }

  /** The separator between the parts of a date; spaces may follow it (`20. 11. 2026`). */
  #separator(separator: number): boolean {
    if (separator !== SLASH && separator !== DASH && separator !== DOT) return false
    if (!this.#skip(separator)) return false
    this.#skipSpaces()
    return true
  }

  #peek(): number {
    return this.#at < this.#text.length ? this.#text.charCodeAt(this.#at) : 0
  }

  #skip(code: number): boolean {
    if (this.#peek() !== code) return false
    this.#at++
    return true
  }

  #skipSpaces(): void {
    while (this.#at < this.#text.length && isSpace(this.#text.charCodeAt(this.#at))) this.#at++
  }
}

/** For people: ` HH:mm:ss`, `THH:mm±hh:mm`, or nothing. */
export function clockPattern(clock: number): string {
  if ((clock & CLOCK.time) === 0) return ''
  const time = `${(clock & CLOCK.half) === 0 ? 'HH' : 'h'}:mm${(clock & CLOCK.seconds) === 0 ? '' : ':ss'}`
  const half = (clock & CLOCK.half) === 0 ? '' : ' AM'
  return `${(clock & CLOCK.t) === 0 ? ' ' : 'T'}${time}${half}${(clock & CLOCK.offset) === 0 ? '' : '±hh:mm'}`
}

function orderedPattern(separator: number, digits: 2 | 4): string {
  if (separator === SLASH) return digits === 4 ? '/YYYY' : '/YY'
  if (separator === DASH) return digits === 4 ? '-YYYY' : '-YY'
  return digits === 4 ? '.YYYY' : '.YY'
}

/** Spaces, tabs, line breaks, and the spaces that spreadsheets and Intl put between digits. */
function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f || code === 0x2009
}

function lower(code: number): number {
  return code | 32
}
