import { buildBook } from '../book/build-book.ts'
import type { Checked } from '../book/checks/data-check.ts'
import { noPast, type PastReview } from '../book/past/past.ts'
import { seenBy } from '../history/seen.ts'
import { addDays } from '../time/plain-date.ts'
import { type Backtest, findingsOf } from './backtest.ts'
import { followed, type Sightings } from './followed.ts'
import { cyclesOf, type Horizon, horizonOf } from './horizon.ts'
import { askedDay, type Kit } from './replay.ts'
import { type ReviewDay, sampleOf } from './sample.ts'

/**
 * Reviews each export on its own day, with the earlier ones as what was seen before. What became of the deals is told by
 * the later ones.
 *
 * @param checked in the order of their days.
 */
export function backtestOfExports(checked: readonly Checked[], kit: Kit, asked: Horizon): Backtest {
  const reviews: ReviewDay[] = []
  const sightings: Sightings[] = []
  const seen: PastReview[] = []
  let cycles: ReturnType<typeof cyclesOf> = []
  for (const { exports, asOf, data } of checked) {
    const book = buildBook(exports, { ...noPast, reviews: seen.slice() }, kit.settings, asOf, data)
    reviews.push(askedDay(book, kit))
    sightings.push({
      day: asOf,
      deals: new Map(book.deals.map(({ id, state, created, closedOn }) => [id, { state, created, closedOn }])),
    })
    seen.unshift(seenBy(book, []))
    cycles = cyclesOf(book)
  }
  return backtestOfReviews('exports', reviews, sightings, horizonOf(cycles, asked), kit)
}

/** From what was said on each day, and what was seen on it and later. */
export function backtestOfReviews(
  source: 'exports' | 'history',
  reviews: readonly ReviewDay[],
  sightings: readonly Sightings[],
  { horizon, horizonFrom }: ReturnType<typeof horizonOf>,
  { rules }: Kit,
): Backtest {
  const end = sightings.at(-1)?.day
  if (end === undefined) throw new RangeError('nothing was seen on any day')
  const { outcomes, leftOut } = followed(sightings)
  const looked = reviews.filter(({ day }) => addDays(day, horizon) <= end)
  const candidates = rules.map((rule) => {
    const failure = looked.flatMap(({ failures }) => failures.get(rule.id) ?? [])[0]
    const obstacles = failure === undefined ? [] : [{ missing: 'a rule that works', enable: `mend it: ${failure}` }]
    return { rule, obstacles, without: [] }
  })
  return {
    source,
    days: looked.map(({ day }) => day),
    horizon,
    horizonFrom,
    end,
    leftOut,
    notTested: [],
    ...findingsOf(sampleOf(looked, outcomes, horizon), candidates),
  }
}
