import { addDays, calendarParts, firstOfMonth, parseIsoDate, plainDate, YEARS, type PlainDate } from './plain-date.ts'

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Letters of a weekday that tell it from the others. */
const SHORTEST = 3

/** How somebody says a day: when, and in which order they write day and month. */
export interface Saying {
  readonly today: PlainDate
  /** Where a day lies that could lie on both sides: `fri` is the next one or the last one. */
  readonly toward: 'ahead' | 'back'
  /** `12/4` is December 4, and not April 12. */
  readonly isMonthFirst: boolean
}

/** How a day can be said, for screens and messages. */
export function waysToSay({ today, toward, isMonthFirst }: Saying): string {
  const { year } = calendarParts(today)
  const numbers = isMonthFirst ? '11/27' : '27/11'
  return toward === 'ahead'
    ? `such as fri, next friday, in 2 weeks, nov 27, ${numbers} or ${year}-11-27`
    : `such as today, fri, 2 weeks ago, nov 27, ${numbers} or ${year}-11-27`
}

/**
 * A day as people say it: `fri`, `next friday`, `in 2 weeks`, `+10`, `yesterday`, `27 nov`, `12/4`, `2026-11-27`. Undefined
 * for anything else. It may lie on either side of today where it is said so.
 */
export function saidDay(said: string, saying: Saying): PlainDate | undefined {
  const text = said
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/gu, ' ')
    .replace(/^(?:by|on|until|till|before|the) /u, '')
  return (
    parseIsoDate(text) ??
    named(text, saying) ??
    counted(text, saying) ??
    weekday(text, saying) ??
    inNumbers(text, saying) ??
    dayAndMonth(text, saying)
  )
}

/** A day after today, as a promise needs one. */
export function saidDayAhead(said: string, saying: Omit<Saying, 'toward'>): PlainDate | undefined {
  const day = saidDay(said, { ...saying, toward: 'ahead' })
  return day !== undefined && day > saying.today ? day : undefined
}

function named(text: string, { today }: Saying): PlainDate | undefined {
  const { year, month } = calendarParts(today)
  switch (text) {
    case 'today':
      return today
    case 'tomorrow':
      return addDays(today, 1)
    case 'yesterday':
      return addDays(today, -1)
    case 'this week':
    case 'end of week':
    case 'end of the week':
    case 'eow':
      return addDays(mondayOf(today), FRIDAY)
    case 'next week':
    case 'end of next week':
      return addDays(mondayOf(today), FRIDAY + 7)
    case 'this month':
    case 'end of month':
    case 'end of the month':
    case 'eom':
      return addDays(firstOfMonth(year, month + 1), -1)
    case 'next month':
    case 'end of next month':
      return addDays(firstOfMonth(year, month + 2), -1)
    case 'end of quarter':
    case 'end of the quarter':
    case 'eoq':
      return addDays(firstOfMonth(year, month - ((month - 1) % 3) + 3), -1)
    default:
      return undefined
  }
}

/** Days after Monday. */
const FRIDAY = 4

function mondayOf(day: PlainDate): PlainDate {
  return addDays(day, -((calendarParts(day).weekday + 6) % 7))
}

const COUNTS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 }

/** `in 2 weeks`, `10 days`, `+10`, `-3`, `a week ago`, `in a month`. */
function counted(text: string, { today, toward }: Saying): PlainDate | undefined {
  const signed = /^([+-])(\d{1,3})$/.exec(text)
  if (signed !== null) return addDays(today, Number(`${signed[1]}${signed[2]}`))
  const [, ahead, count = '', unit = '', ago] =
    /^(in )?(\d{1,3}|an?|one|two|three|four|five|six) (day|week|month)s?( ago| from now)?$/.exec(text) ?? []
  if (count === '' || (ahead !== undefined && ago !== undefined)) return undefined
  const isBack = ago === ' ago' || (ahead === undefined && ago === undefined && toward === 'back')
  const by = (COUNTS[count] ?? Number(count)) * (isBack ? -1 : 1)
  return unit === 'month' ? addMonths(today, by) : addDays(today, by * (unit === 'week' ? 7 : 1))
}

/** The same day of another month, or its last. */
function addMonths(day: PlainDate, months: number): PlainDate | undefined {
  const { year, month, day: at } = calendarParts(day)
  const first = firstOfMonth(year, month + months)
  const last = addDays(firstOfMonth(year, month + months + 1), -1)
  const found = addDays(first, Math.min(at - 1, last - first))
  const { year: of } = calendarParts(found)
  return of < YEARS.first || of > YEARS.last ? undefined : found
}

/** `fri`, `this friday`, `next friday` (of next week), `last friday`. */
function weekday(text: string, { today, toward }: Saying): PlainDate | undefined {
  const [, which, name = ''] = /^(?:(this|next|last) )?([a-z]+)\.?(?: next week)?$/.exec(text) ?? []
  const wanted = name.length < SHORTEST ? -1 : WEEKDAYS.findIndex((one) => one.startsWith(name))
  if (wanted < 0) return undefined
  const monday = mondayOf(today)
  const inWeek = (wanted + 6) % 7
  if (which === 'next' || text.endsWith(' next week')) return addDays(monday, inWeek + 7)
  if (which === 'this') return addDays(monday, inWeek)
  const ahead = (wanted - calendarParts(today).weekday + 7) % 7
  if (which === 'last') return addDays(today, ahead - 7)
  if (toward === 'back') return addDays(today, ahead === 0 ? 0 : ahead - 7)
  return addDays(today, ahead === 0 ? 7 : ahead)
}

/** `12/4`, `12/4/26`, `4.12.`, `4.12.2026`, `2026/12/4`: the day comes first where dots stand between, or where it is over 12. */
function inNumbers(text: string, saying: Saying): PlainDate | undefined {
  const [, year, month, day] = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(text) ?? []
  if (year !== undefined) return plainDate(Number(year), Number(month), Number(day))
  const [, first = '', mark, second = '', last] = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2})?)?$/.exec(text) ?? []
  if (first === '') return undefined
  const isMonthFirst = (saying.isMonthFirst && mark !== '.' && Number(first) <= 12) || Number(second) > 12
  const [monthSaid, daySaid] = isMonthFirst ? [first, second] : [second, first]
  const full = last === undefined ? undefined : Number(last) + (last.length === 2 ? 2000 : 0)
  return inYear(full, Number(monthSaid), Number(daySaid), saying)
}

/** `27 nov`, `nov 27th`, `fri 27 nov`, `27 nov 2026`. */
function dayAndMonth(text: string, saying: Saying): PlainDate | undefined {
  const parts = text
    .replace(/^(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*[, ]+/u, '')
    .replaceAll(/(?<=\d)(?:st|nd|rd|th)\b/gu, '')
    .split(/[\s.,]+/u)
    .filter((part) => part !== '' && part !== 'of')
  const isMonth = (part: string) => MONTHS.findIndex((name) => part.startsWith(name))
  const month = parts.map(isMonth).find((at) => at >= 0)
  const [day, year] = parts.filter((part) => /^\d{1,4}$/.test(part)).map(Number)
  if (month === undefined || day === undefined || parts.length > 3) return undefined
  return inYear(year, month + 1, day, saying)
}

/** Without a year it is the next such day, or the last one. */
function inYear(
  year: number | undefined,
  month: number,
  day: number,
  { today, toward }: Saying,
): PlainDate | undefined {
  if (year !== undefined) return plainDate(year, month, day)
  const { year: now } = calendarParts(today)
  const days = [-1, 0, 1, 2, 3, 4].flatMap((more) => plainDate(now + more, month, day) ?? [])
  return toward === 'ahead' ? days.find((one) => one > today) : days.findLast((one) => one <= today)
}
