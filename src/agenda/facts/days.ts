import type { Book } from '../../book/book.ts'
import { DUE_SOON_DAYS } from '../../book/deals/stake.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { oncePer } from '../../kit/remembered.ts'
import { addDays, calendarParts, type Days, type PlainDate } from '../../time/plain-date.ts'

const FRIDAY = 5
const LEAST_DAYS = 4

/** The day of the meeting that the review is for: the next such weekday, the review's own day if it is one. */
export function meetingOf({ asOf, settings }: Pick<Book, 'asOf' | 'settings'>): PlainDate {
  return next(asOf, settings.meetingDay)
}

/** By when something agreed in the meeting can be done: the first Friday at least four days after it. */
export function fridayAfter(meeting: PlainDate): PlainDate {
  return next(addDays(meeting, LEAST_DAYS), FRIDAY)
}

function next(from: PlainDate, weekday: number): PlainDate {
  return addDays(from, (weekday - calendarParts(from).weekday + 7) % 7)
}

/** Overdue, or due within two weeks. */
export function isDueSoon({ closeDate }: Pick<Deal, 'closeDate'>, { asOf }: Pick<Book, 'asOf'>): boolean {
  return closeDate !== undefined && closeDate - asOf <= SOON_DAYS
}

/** Whether a day is the last of its month. */
export function isMonthEnd(day: PlainDate): boolean {
  return calendarParts(addDays(day, 1)).day === 1
}

const FEW_A_REP = 3

/** Days in which new deals are counted: four weeks; thirteen where a rep opens hardly any in four. */
export const newDays = oncePer(({ deals, reps, asOf }: Pick<Book, 'deals' | 'reps' | 'asOf'>): Days => {
  const recent = deals.filter(
    ({ created, isRenewal }) => !isRenewal && created !== undefined && created > asOf - NEW_DAYS,
  )
  return recent.length >= FEW_A_REP * reps.length ? NEW_DAYS : QUARTER_DAYS
})

export const QUARTER_DAYS: Days = 91

/** Weeks and year back that the page speaks of. */
export const NEW_DAYS: Days = 28
export const YEAR_DAYS: Days = 365
export const SOON_DAYS: Days = DUE_SOON_DAYS
