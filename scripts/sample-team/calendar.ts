import { addDays, calendarParts, isoDate, parseIsoDate, type Days, type PlainDate } from '../../src/time/plain-date.ts'

export function on(iso: string): PlainDate {
  const date = parseIsoDate(iso)
  if (date === undefined) throw new RangeError(`no such day: ${iso}`)
  return date
}

/** The Fridays on which the two exports were made. The second is the as-of day of the stories. */
export const WEEK_1 = on('2026-11-13')
export const WEEK_2 = on('2026-11-20')

const HOLIDAYS = new Set(
  ['2025-11-27', '2025-12-25', '2025-12-26', '2026-01-01', '2026-05-25', '2026-07-03', '2026-09-07'].map(on),
).add(on('2026-11-26'))

/** The day itself, or the first working day after it. */
export function workday(day: PlainDate): PlainDate {
  let at = day
  while (isDayOff(at)) at = addDays(at, 1)
  return at
}

/** The day itself, or the last working day before it. */
export function workdayBefore(day: PlainDate): PlainDate {
  let at = day
  while (isDayOff(at)) at = addDays(at, -1)
  return at
}

function isDayOff(day: PlainDate): boolean {
  const { weekday } = calendarParts(day)
  return weekday === 0 || weekday === 6 || HOLIDAYS.has(day)
}

/** Days before the second export. */
export function daysAgo(days: Days): PlainDate {
  return addDays(WEEK_2, -days)
}

/** `M/D`, as people write it in a next step. */
export function monthDay(day: PlainDate): string {
  const { month, day: dayOfMonth } = calendarParts(day)
  return `${month}/${dayOfMonth}`
}

/** `M/D/YYYY`, as a Salesforce report in US English prints it. */
export function usDate(day: PlainDate): string {
  return `${monthDay(day)}/${calendarParts(day).year}`
}

/** As Data Loader prints an instant. The middle of the working day, so that no time zone moves it to another day. */
export function instant(day: PlainDate, minute: number): string {
  const hour = 14 + Math.floor(minute / 60)
  return `${isoDate(day)}T${hour}:${String(minute % 60).padStart(2, '0')}:00.000Z`
}
