import { ownPace } from '../../book/team/usual-creation.ts'
import { pace } from '../../book/team/measures.ts'
import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { poissonAtMost } from '../../book/kit/chances.ts'
import { oncePerBoth } from '../../kit/remembered.ts'
import { addDays, type PlainDate } from '../../time/plain-date.ts'
import { date, number, rate, sum, type Said, type SumSlot } from '../../language/sentence.ts'
import { creationTarget } from '../page/one-thing.ts'
import { closedInYear, openedIn, outcomesOf } from '../facts/closed.ts'
import { NEW_DAYS, QUARTER_DAYS } from '../facts/days.ts'
import { customer } from '../facts/names.ts'
import { meetingsSince } from '../facts/people.ts'
import { say, sayOfOthers } from '../say/say.ts'
import { othersOf, type Case, type Cause } from './cause.ts'

/** From so many weeks on nothing new is said in weeks. */
const WEEKS_OF_NOTHING = 2
const ENOUGH_MEETINGS = 5

/** Too few new deals: as many first meetings as a week lacks. */
export function nothingNew(given: Case): Cause | undefined {
  const { rep, diagnosis, by, book } = given
  const { creation } = diagnosis
  if (creation?.verdict !== 'below') return undefined
  const target = creationTarget(diagnosis, undefined) ?? 1
  const weeks = rep.creation.weeksWithoutNew
  const isNothing = weeks >= WEEKS_OF_NOTHING && rep.creation.lastNewBusiness !== undefined
  return {
    topic: 'creation',
    families: ['creation', 'activity'],
    label: isNothing
      ? say('label.nothing-new', { weeks: number(weeks) })
      : say(isFalling(given) ? 'label.fewer-new' : 'label.few-new'),
    todo: say('do.first-meetings', { n: number(target), by: date(by) }),
    why: [...before(given, isNothing), ...nothingOpen(given), ...worth(given), ...effort(given), ...others(given)],
    asks: asks(given),
    deals: [],
    first: undefined,
    where: before(given, isNothing)[0],
    compared: [],
  }

  function nothingOpen({ rep: own }: Case): Said[] {
    return own.open.length === 0 ? [say('why.no-open')] : []
  }

  function others({ rep: own }: Case): Said[] {
    const { reps, deals } = othersOf({ rep: own, book })
    if (reps < 2) return []
    const now = openedIn(deals, book.asOf, NEW_DAYS)
    const earlier = openedIn(deals, addDays(book.asOf, -NEW_DAYS), NEW_DAYS)
    return [
      sayOfOthers('why.others-new', {
        others: number(reps),
        now: { kind: 'count', ids: now.map(({ id }) => id) },
        before: { kind: 'count', ids: earlier.map(({ id }) => id) },
      }),
    ]
  }
}

const FALLING = 0.8

/** Fewer than in as many weeks before, and not only fewer than the others. */
function isFalling({ rep, book, diagnosis }: Case): boolean {
  const days = 7 * (diagnosis.creation?.weeks ?? 4)
  const [now, earlier] = [0, days].map((back) => openedIn(rep.deals, addDays(book.asOf, -back), days).length)
  return (now ?? 0) < FALLING * (earlier ?? 0)
}

const LEAST_BEFORE = 8
const FELL = 0.6
const OTHERS_HELD = 0.8
const UNLIKELY = 0.05

/** What all reps opened in the quarter up to a day: the same for each of them. */
const openedByAll = oncePerBoth((book: Book, until: PlainDate) =>
  book.reps.flatMap(({ deals }) => openedIn(deals, until, QUARTER_DAYS)),
)

/** Far fewer new deals than in the quarter before, while the others opened as many: a topic, and no verdict. */
export function fewerNew(given: Case): Cause | undefined {
  const { rep, book, by } = given
  if (book.knowledge.get('created') !== undefined) return undefined
  const earlierDay = addDays(book.asOf, -QUARTER_DAYS)
  const own = {
    now: openedIn(rep.deals, book.asOf, QUARTER_DAYS),
    before: openedIn(rep.deals, earlierDay, QUARTER_DAYS),
  }
  if (own.before.length < LEAST_BEFORE || own.now.length > FELL * own.before.length) return undefined
  if (poissonAtMost(own.now.length, own.before.length) > UNLIKELY) return undefined
  const all = { now: openedByAll(book, book.asOf), before: openedByAll(book, earlierDay) }
  // Counted before anything is looked for: where everybody opens fewer, each rep comes this far.
  const held = OTHERS_HELD * (all.before.length - own.before.length)
  if (all.now.length - own.now.length < held) return undefined
  const { reps, deals } = othersOf(given)
  const others = { now: openedIn(deals, book.asOf, QUARTER_DAYS), before: openedIn(deals, earlierDay, QUARTER_DAYS) }
  const ids = (opened: readonly Deal[]) => ({ kind: 'count' as const, ids: opened.map(({ id }) => id) })
  const weeks = number(QUARTER_DAYS / 7)
  const first = say('why.fewer', { now: ids(own.now), before: ids(own.before), weeks })
  const missing = Math.ceil((7 * (own.before.length - own.now.length)) / QUARTER_DAYS)
  return {
    topic: 'creation',
    families: ['creation', 'activity'],
    label: say('label.fewer-new'),
    todo: say('do.first-meetings', { n: number(missing), by: date(by) }),
    why: [
      first,
      sayOfOthers('why.others-new', {
        others: number(reps),
        now: ids(others.now),
        before: ids(others.before),
      }),
      ...effort(given),
    ],
    asks: asks(given),
    deals: [],
    first: undefined,
    where: first,
    compared: [],
  }
}

function before({ rep, book, diagnosis }: Case, isNothing: boolean): Said[] {
  const weeks = diagnosis.creation?.weeks ?? 4
  const now = openedIn(rep.deals, book.asOf, 7 * weeks)
  const earlier = openedIn(rep.deals, addDays(book.asOf, -7 * weeks), 7 * weeks)
  const { lastNewBusiness, weeksWithoutNew } = rep.creation
  if (isNothing && lastNewBusiness !== undefined) {
    const usual = pace(rep.creation, book.calendar, { from: weeksWithoutNew, to: weeksWithoutNew + 7 }, rep)?.perWeek
    return usual !== undefined && usual >= 0.75
      ? [say('why.nothing-since-pace', { day: date(lastNewBusiness), pace: number(Math.round(usual)) })]
      : [
          say('why.nothing-since', {
            day: date(lastNewBusiness),
            before: { kind: 'count', ids: earlier.map(({ id }) => id) },
            weeks: number(weeks),
          }),
        ]
  }
  const slots = { now: { kind: 'count' as const, ids: now.map(({ id }) => id) }, weeks: number(weeks) }
  if (earlier.length > now.length)
    return [say('why.fewer', { ...slots, before: { kind: 'count', ids: earlier.map(({ id }) => id) } })]
  const usual = Math.round((diagnosis.creation?.against?.perWeek ?? 0) * weeks)
  return [
    sayOfOthers('why.below-usual', {
      ...slots,
      before: { kind: 'count', ids: earlier.map(({ id }) => id) },
      usual: number(usual),
    }),
  ]
}

const LEAST_OPENED = 20

/** What is missing × won ÷ opened × the average win: rough, and said so. */
function worth({ rep, book, diagnosis }: Case): Said[] {
  const weeks = diagnosis.creation?.weeks ?? 4
  const usual = ownPace(rep, book, weeks)
  const cycle = Math.ceil(book.norms.medianCycle ?? 90)
  const ripe = openedIn(rep.deals, addDays(book.asOf, -2 * cycle), 365)
  const { won } = outcomesOf(ripe)
  const wins = closedInYear(rep.deals, book.asOf).won.filter(({ amount }) => amount !== undefined)
  if (usual === undefined || ripe.length < LEAST_OPENED || won.length === 0 || wins.length === 0) return []
  const missing = Math.round(usual * weeks) - (diagnosis.creation?.created ?? 0)
  if (missing < 2) return []
  const each = sum(wins).amount / wins.length
  const about: SumSlot = { kind: 'sum', amount: missing * (won.length / ripe.length) * each, ids: [] }
  return [
    say('why.missing-worth', {
      n: number(missing),
      worth: about,
      rate: rate(won, ripe),
      each: { kind: 'sum', amount: each, ids: wins.map(({ id }) => id) },
    }),
  ]
}

/** What the weeks went into, where the exports have activities. */
function effort({ rep, book }: Case): Said[] {
  const since = rep.creation.lastNewBusiness
  if (since === undefined || book.knowledge.get('activities') !== undefined) return []
  const meetings = meetingsSince(rep.deals, since, book)
  if (meetings < ENOUGH_MEETINGS) return []
  const weeks = book.activities.weeks(rep)
  const quiet = Math.max(1, Math.round((book.asOf - since) / 7))
  const now = weeks.slice(0, quiet).reduce((total, { prospecting }) => total + prospecting, 0)
  const earlier = weeks.slice(quiet)
  const usual = earlier.length === 0 ? 0 : earlier.reduce((total, week) => total + week.prospecting, 0) / earlier.length
  const isPoor = usual >= 1 && now / quiet < usual / 2
  return [
    say('why.effort', { meetings: number(meetings) }),
    ...(isPoor ? [say('why.prospecting', { now: number(now), before: number(Math.round(usual)) })] : []),
  ]
}

function asks({ rep, book }: Case): Said[] {
  const since = rep.creation.lastNewBusiness
  const last = rep.deals.find(({ created, isRenewal }) => !isRenewal && created === since)
  if (since === undefined || last === undefined) return [say('ask.first-new')]
  const slots = { customer: customer(last), day: date(since) }
  const meetings = book.knowledge.get('activities') === undefined ? meetingsSince(rep.deals, since, book) : 0
  return [
    ...(meetings >= ENOUGH_MEETINGS ? [say('ask.nothing-new', { ...slots, meetings: number(meetings) })] : []),
    say('ask.nothing-new-plain', slots),
  ]
}
