import { isSameData } from '../checks/data-check.ts'
import { compareText } from '../../kit/collections.ts'
import { isNamedAlike } from '../../language/person-name.ts'
import { isWeekday, monthNamed } from '../../vocabulary/date-names.ts'
import type { Book } from '../book.ts'
import { seenOf, sightings } from '../past/past.ts'
import type { SeenDeal } from '../past/seen-deal.ts'
import type { Deal } from './deal.ts'
import { isStage } from './stage-story.ts'

/** What a review hears of a deal beside its dates. */
export const told = ['stage', 'amount', 'next step', 'contacts'] as const
export type Told = (typeof told)[number]

export interface Standstill {
  /** Reviews in a row that saw the same, this one included: 1 where the last one saw something else. */
  readonly reviews: number
  /** What was known in all of them, and was the same. */
  readonly same: readonly Told[]
}

/** The least of the four by which “the same” can be said at all. */
const LEAST_COMPARED = 2

/**
 * How long a deal has been told in the same words, its dates apart. Only what is known both then and now is compared,
 * and at least two of the four have to be; what was filled in or emptied since is a change where that export knew it
 * of other deals. A review since which the owner had no working day tells nothing, and a deal handed over starts anew.
 */
export function standstillOf(
  deal: Deal,
  { past, open, calendar, data }: Pick<Book, 'past' | 'open' | 'calendar' | 'data'>,
): Standstill {
  const now = seenOf(deal)
  const knownNow = knownOf(open, () => open.map(seenOf))
  let same: readonly Told[] = []
  let reviews = 1
  let later = calendar.asOf
  // A week whose file nobody exported shows nothing, neither a change nor a standstill.
  let isWeekUnseen = isSameData(data)
  for (const [at, then] of sightings(past, deal.id).entries()) {
    const review = past.reviews[at]
    if (review === undefined || then.state !== 'open' || isAnother(then.owner, now.owner)) break
    const both = told.filter(
      (what) => knownNow.has(what) && knownOf(review.deals, () => review.deals.values()).has(what),
    )
    const verdicts = both.map((what) => ({ what, verdict: compare[what](then, now) }))
    const compared = verdicts.filter(({ verdict }) => verdict === 'same').map(({ what }) => what)
    if (verdicts.some(({ verdict }) => verdict === 'changed') || compared.length < LEAST_COMPARED) break
    same = compared
    if (isWeekUnseen) {
      isWeekUnseen = review.isSameData === true
      later = review.asOf
      continue
    }
    isWeekUnseen = review.isSameData === true
    if (!calendar.hasWorkday(review.asOf, later, deal.owner)) continue
    later = review.asOf
    reviews++
  }
  return { reviews, same: reviews > 1 ? same : [] }
}

/** Another rep's; where one of the exports had no owner for it, nobody can say. */
function isAnother(then: string | undefined, now: string | undefined): boolean {
  return then !== undefined && now !== undefined && !isNamedAlike(then, now)
}

type Verdict = 'same' | 'changed' | 'unknown'

const compare: Record<Told, (then: SeenDeal, now: SeenDeal) => Verdict> = {
  stage: (then, now) => judged(then.stage, now.stage, isStage),
  amount: (then, now) => judged(then.amount, now.amount, (a, b) => Math.abs(a - b) < 0.005),
  'next step': (then, now) => judged(then.nextStep, now.nextStep, (a, b) => withoutDates(a) === withoutDates(b)),
  contacts: (then, now) => judged(someOf(then.contacts), someOf(now.contacts), (a, b) => names(a) === names(b)),
}

function judged<T>(then: T | undefined, now: T | undefined, isSame: (then: T, now: T) => boolean): Verdict {
  if (then === undefined && now === undefined) return 'unknown'
  return then !== undefined && now !== undefined && isSame(then, now) ? 'same' : 'changed'
}

const someOf = (contacts: readonly string[] | undefined) => (contacts?.length === 0 ? undefined : contacts)

const names = (contacts: readonly string[]) =>
  contacts
    .map((name) => name.toLowerCase())
    .sort(compareText)
    .join('\n')

/** Said of days and hours without naming one. */
const SOON = new Set('today tomorrow next this coming week month quarter am pm'.split(' '))

/** Two letters are a weekday in one language and a word in all others. */
const isDateWord = (word: string) =>
  SOON.has(word) || (word.length > 2 && (isWeekday(word) || monthNamed(word) !== undefined))

/** A next step without what says when: dates, numbers, the names of weekdays and months, and “next week”. */
export function withoutDates(text: string): string {
  return text
    .toLowerCase()
    .replace(/\d+(?:st|nd|rd|th|am|pm|h)?/gu, ' ')
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== '' && !isDateWord(word))
    .join(' ')
}

/** What is known of any of these deals: a column that was not in the export is known of none. */
function known(deals: Iterable<SeenDeal>): ReadonlySet<Told> {
  const found = new Set<Told>()
  for (const { stage, amount, nextStep, contacts } of deals) {
    if (stage !== undefined) found.add('stage')
    if (amount !== undefined) found.add('amount')
    if (nextStep !== undefined) found.add('next step')
    if (someOf(contacts) !== undefined) found.add('contacts')
    if (found.size === told.length) break
  }
  return found
}

const remembered = new WeakMap<object, ReadonlySet<Told>>()

/** Each review is looked through once, however many deals are compared with it. */
function knownOf(deals: object, seen: () => Iterable<SeenDeal>): ReadonlySet<Told> {
  const before = remembered.get(deals)
  if (before !== undefined) return before
  const found = known(seen())
  remembered.set(deals, found)
  return found
}
