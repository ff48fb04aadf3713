import { isNamedAlike } from '../../language/person-name.ts'
import { addDays, calendarParts, type Days, type PlainDate } from '../../time/plain-date.ts'

/** Days on which nobody, or not these reps, could work: holidays, a person's leave. Both ends belong to it. */
export interface Closure {
  readonly from: PlainDate
  readonly to: PlainDate
  /** Undefined: everybody. */
  readonly reps: readonly string[] | undefined
}

/** Days after which a closure is no holiday, and a deadline stands all the same. */
const LONGEST_CLOSURE = 31

/** Counts days and weeks back from the day of the review, leaving out the days that were closed. */
export class ReviewCalendar {
  readonly asOf: PlainDate
  readonly #closures: readonly Closure[]

  constructor(asOf: PlainDate, closures: readonly Closure[]) {
    this.asOf = asOf
    this.#closures = closures
  }

  /** Week 0 is the seven days ending on the as-of day, inclusive. Undefined for a day after it. */
  weekOf(day: PlainDate): number | undefined {
    return day > this.asOf ? undefined : Math.floor((this.asOf - day) / 7)
  }

  /** A week ahead; where nobody works on that day, the next on which somebody does: nobody owes anything on a Sunday. */
  get nextReview(): PlainDate {
    return this.#workdayFrom(addDays(this.asOf, 7), undefined)
  }

  /** The same of one rep: whoever is away owes nothing before the first workday after it. */
  nextReviewOf(rep: string): PlainDate {
    const away = this.awayUntil(rep)
    const due = addDays(this.asOf, 7)
    return this.#workdayFrom(away === undefined || away < due ? due : addDays(away, 1), rep)
  }

  /** The last day of a rep's leave, where the day of the review lies in it. */
  awayUntil(rep: string): PlainDate | undefined {
    const own = this.#closures.filter(({ reps }) => reps?.some((name) => isNamedAlike(name, rep)) === true)
    const last = (day: PlainDate): PlainDate => {
      const next = own.find(({ from, to }) => from <= addDays(day, 1) && to > day)
      return next === undefined ? day : last(next.to)
    }
    const now = own.find(({ from, to }) => from <= this.asOf && this.asOf <= to)
    return now && last(now.to)
  }

  #workdayFrom(due: PlainDate, rep: string | undefined): PlainDate {
    for (let day = due; day <= addDays(due, LONGEST_CLOSURE); day = addDays(day, 1))
      if (this.#isWorkday(day, rep)) return day
    return due
  }

  isClosed(day: PlainDate, rep: string | undefined): boolean {
    return this.#closures.some(
      ({ from, to, reps }) =>
        from <= day &&
        day <= to &&
        (reps === undefined || (rep !== undefined && reps.some((name) => isNamedAlike(name, rep)))),
    )
  }

  /** Open days after `from`, up to and including the as-of day. */
  daysSince(from: PlainDate, rep: string | undefined): Days {
    const days = this.asOf - from
    if (this.#closures.length === 0 || days <= 0) return days
    let open = 0
    for (let day = from + 1; day <= this.asOf; day++) if (!this.isClosed(day as PlainDate, rep)) open++
    return open
  }

  /** Whether this rep had a weekday to work on after `from`, up to and including `to`. */
  hasWorkday(from: PlainDate, to: PlainDate, rep: string | undefined): boolean {
    for (let day = from + 1; day <= to; day++) if (this.#isWorkday(day as PlainDate, rep)) return true
    return false
  }

  #isWorkday(day: PlainDate, rep: string | undefined): boolean {
    const { weekday } = calendarParts(day)
    return weekday !== 0 && weekday !== 6 && !this.isClosed(day, rep)
  }

  /** Whether no weekday of the week was open to this rep: such a week counts in no streak and no pace. */
  isClosedWeek(week: number, rep: string | undefined): boolean {
    if (this.#closures.length === 0) return false
    const last = addDays(this.asOf, -7 * week)
    return !this.hasWorkday(addDays(last, -7), last, rep)
  }
}
