import { addDays, calendarParts, parseIsoDate, plainDate, type PlainDate } from '../time/plain-date.ts'

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Letters of a weekday that tell it from the others. */
const SHORTEST = 3

/** How a day can be said: for the screen. */
export const WAYS_TO_SAY = 'such as fri, +10, 27 nov or 2026-11-27'

/**
 * A day after `today` as one says it in a meeting: `fri` is the next Friday, `+10` ten days ahead, `27 nov` the next
 * one, `2026-11-27` itself. Undefined for anything else, and for a day that is not after today.
 */
export function saidDay(said: string, today: PlainDate): PlainDate | undefined {
  const text = said.trim().toLowerCase()
  const day = parseIsoDate(text) ?? daysAhead(text, today) ?? weekday(text, today) ?? dayAndMonth(text, today)
  return day !== undefined && day > today ? day : undefined
}

function daysAhead(text: string, today: PlainDate): PlainDate | undefined {
  if (text === 'tomorrow') return addDays(today, 1)
  const days = /^\+(\d{1,3})$/.exec(text)?.[1]
  return days === undefined ? undefined : addDays(today, Number(days))
}

function weekday(text: string, today: PlainDate): PlainDate | undefined {
  const wanted = text.length < SHORTEST ? -1 : WEEKDAYS.findIndex((name) => name.startsWith(text))
  if (wanted < 0) return undefined
  const ahead = (wanted - calendarParts(today).weekday + 7) % 7
  return addDays(today, ahead === 0 ? 7 : ahead)
}

/** `27 nov`, `nov 27`, `fri 27 nov`, `27 nov 2026`. */
function dayAndMonth(text: string, today: PlainDate): PlainDate | undefined {
  const parts = text.replace(/^(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*[, ]+/u, '').split(/[\s.,]+/u)
  const month = MONTHS.findIndex((name) => parts.some((part) => part.startsWith(name)))
  const [day, year] = parts.filter((part) => /^\d+$/.test(part)).map(Number)
  if (month < 0 || day === undefined) return undefined
  if (year !== undefined) return plainDate(year, month + 1, day)
  const { year: now } = calendarParts(today)
  const next = plainDate(now, month + 1, day)
  return next !== undefined && next > today ? next : plainDate(now + 1, month + 1, day)
}
