import { YEARS, type PlainDate } from '../time/plain-date.ts'
import { saidDay, waysToSay, type Saying } from '../time/said-day.ts'
import { Problem } from '../system/problem.ts'
import { notationFor, standardNotation } from './notation.ts'

/** What is known of somebody who types a day. */
export interface Typing extends Omit<Saying, 'isMonthFirst'> {
  /** Of `--locale`: whether `12/4` is in December or in April. */
  readonly locale: string | undefined
}

/**
 * A day on the command line.
 *
 * @param flag what it was given to, for the message.
 * @throws Problem for what is no day.
 */
export function typedDay(said: string, flag: string, { locale, today, toward }: Typing): PlainDate {
  const { isMonthFirst } = locale === undefined ? standardNotation : notationFor(locale)
  const saying = { today, toward, isMonthFirst }
  const day = saidDay(said, saying)
  if (day !== undefined) return day
  const year = Number(/^(\d{4})-\d\d-\d\d$/.exec(said)?.[1] ?? YEARS.first)
  const isFar = year < YEARS.first || year > YEARS.last
  throw new Problem(`${flag} “${said}” is ${isFar ? 'too far away' : 'not a day'}`, {
    hint: isFar ? `the year has to be from ${YEARS.first} to ${YEARS.last}` : `use a day ${waysToSay(saying)}`,
  })
}
