import type { Book } from '../../book/book.ts'
import type { Rep } from '../../book/team/rep.ts'
import { readNextStep } from '../../book/deals/next-step.ts'
import { count, date, name, number, rate, sum, text, type Said, person } from '../../language/sentence.ts'
import { oncePer } from '../../kit/remembered.ts'
import { addDays } from '../../time/plain-date.ts'
import { byAmount, closedIn, closedInYear, openedIn, outcomesOf, shareWon, type Outcomes } from '../facts/closed.ts'
import { firstTalks, titleOf } from '../facts/people.ts'
import { customer as customerSlot } from '../facts/names.ts'
import { say, sayOfOthers } from '../say/say.ts'
import { hasReached, lateStage } from '../facts/stages.ts'
import { namesWithRest } from './week-words.ts'

const WEEK = 7
const TWELVE_WEEKS = 84
const FEW = 10
const RECENT_DAYS = 28

/** What went well, the most telling first. */
export function wellDone(rep: Rep, book: Book): readonly Said[] {
  const since = book.past.reviews[0]?.asOf
  const days = since === undefined ? WEEK : book.asOf - since
  const won = closedIn(rep.deals, book.asOf, days).won.toSorted(byAmount)
  const talks = firstTalks(rep.open, book)
  const [talk] = talks
  const title = talk === undefined ? undefined : titleOf(talk.decider)
  const customer = talk === undefined ? undefined : customerSlot(talk.deal)
  return [
    ...(won.length === 0 ? lastWin(rep, book) : [say('well.won', { deals: namesWithRest(won, [], { most: 2 }) })]),
    ...(talks.length > 1
      ? [say('well.first-talks', { n: number(talks.length) })]
      : talk === undefined || customer === undefined
        ? []
        : title === undefined
          ? [say('well.first-talk-plain', { who: name(talk.decider.name), customer })]
          : [say('well.first-talk', { who: name(talk.decider.name), title: text(title), customer })]),
    ...ranks(rep, book),
  ]
}

function lastWin({ deals }: Rep, { asOf }: Book): readonly Said[] {
  const [last] = closedIn(deals, asOf, RECENT_DAYS).won.toSorted(
    (a, b) => (b.closedOn ?? 0) - (a.closedOn ?? 0) || byAmount(a, b),
  )
  if (last?.closedOn === undefined || last.age === undefined || last.amount === undefined) return []
  const deal = customerSlot(last)
  return [say('well.last-win', { deal, worth: sum([last]), day: date(last.closedOn), days: number(last.age) })]
}

/** Who has deals, by how many they opened in twelve weeks, and by how often they win. */
const standings = oncePer((book: Book) => {
  const reps = book.reps.filter(({ deals }) => deals.length > 0)
  const opened = reps.map((rep) => ({ rep, own: openedIn(rep.deals, book.asOf, TWELVE_WEEKS) }))
  const outcomes = reps.map((rep) => ({ rep, ...closedInYear(rep.deals, book.asOf) }))
  return {
    reps: reps.length,
    byNew: opened.toSorted((a, b) => b.own.length - a.own.length),
    byRate: outcomes.filter(({ closed }) => closed.length >= FEW).toSorted((a, b) => shareWon(b) - shareWon(a)),
  }
})

/** A first or second place in what counts. */
function ranks(rep: Rep, book: Book): readonly Said[] {
  const { reps, byNew, byRate } = standings(book)
  return reps < 3 ? [] : [...bestRate(rep, reps, byRate[0]), ...mostNew(rep, byNew, book)]
}

function mostNew(rep: Rep, [first, second]: ReturnType<typeof standings>['byNew'], book: Book): readonly Said[] {
  if (book.knowledge.get('created') !== undefined || first === undefined || second === undefined) return []
  if (first.rep === rep && first.own.length >= FEW && first.own.length > second.own.length)
    return [sayOfOthers('well.most-new', { n: count(first.own) })]
  if (second.rep === rep && second.own.length >= FEW)
    return [sayOfOthers('well.second-new', { n: count(second.own), rep: person(first.rep.name) })]
  return []
}

function bestRate(
  rep: Rep,
  reps: number,
  best: ReturnType<typeof standings>['byRate'][0] | undefined,
): readonly Said[] {
  if (best?.rep !== rep) return []
  return [sayOfOthers('well.best-rate', { rate: rate(best.won, best.closed), reps: number(reps) })]
}

/** Next steps that were dated for the days since the last review, and whether anything was logged by then. */
export function keptSteps({ open, deals }: Rep, { past, asOf, activities, knowledge }: Book): readonly Said[] {
  const [last] = past.reviews
  if (last === undefined || knowledge.get('activities') !== undefined) return []
  const known = new Map([...deals, ...open].map((deal) => [deal.id, deal]))
  const planned = [...last.deals].flatMap(([id, seen]) => {
    const deal = known.get(id)
    const day = readNextStep(seen.nextStep, last.asOf)?.date
    return deal === undefined || day === undefined || day <= last.asOf || day > asOf ? [] : [{ deal, day }]
  })
  if (planned.length === 0) return []
  const done = planned.filter(({ deal, day }) =>
    activities.touches(deal).some((touch) => touch.day >= addDays(day, -1) && touch.day <= asOf),
  )
  return [say('kept.steps', { done: count(done.map(({ deal }) => deal)), all: count(planned.map(({ deal }) => deal)) })]
}

export interface Helper {
  readonly rep: Rep
  readonly at: string
  readonly outcomes: Outcomes
}

/** Who wins most of what gets far: whoever loses late can sit in on one. */
export function bestLate(book: Book): Helper | undefined {
  const stage = lateStage(book)
  if (stage === undefined) return undefined
  const late = book.reps.map((rep): Helper => {
    const { closed } = closedInYear(rep.deals, book.asOf)
    const far = closed.filter((deal) => hasReached(deal, stage.place, book))
    return { rep, at: stage.name, outcomes: outcomesOf(far) }
  })
  return late
    .filter(({ outcomes }) => outcomes.closed.length >= 2 * FEW)
    .toSorted((a, b) => shareWon(b.outcomes) - shareWon(a.outcomes))[0]
}
