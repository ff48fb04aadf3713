import type { Book } from '../../book/book.ts'
import type { Rep } from '../../book/team/rep.ts'
import { readNextStep } from '../../book/deals/next-step.ts'
import { count, date, name, number, rate, sum, text, type Said, person } from '../../language/sentence.ts'
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
    ...(won.length === 0 ? lastWin(rep, book) : [say('well.won', { deals: namesWithRest(won, [], 2) })]),
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

/** A first or second place in what counts. */
function ranks(rep: Rep, book: Book): readonly Said[] {
  const reps = book.reps.filter(({ deals }) => deals.length > 0)
  if (reps.length < 3) return []
  const opened = (one: Rep) => openedIn(one.deals, book.asOf, TWELVE_WEEKS)
  const byNew = reps.toSorted((a, b) => opened(b).length - opened(a).length)
  const own = opened(rep)
  const isKnown = book.knowledge.get('created') === undefined && own.length >= FEW
  const [first, second] = byNew
  const newest =
    !isKnown || first === undefined || second === undefined
      ? []
      : first === rep && own.length > opened(second).length
        ? [sayOfOthers('well.most-new', { n: count(own) })]
        : second === rep
          ? [sayOfOthers('well.second-new', { n: count(own), rep: person(first.name) })]
          : []
  return [...bestRate(rep, reps, book), ...newest]
}

function bestRate(rep: Rep, reps: readonly Rep[], book: Book): readonly Said[] {
  const outcomes = reps.map((one) => ({ one, ...closedInYear(one.deals, book.asOf) }))
  const [best] = outcomes.filter(({ closed }) => closed.length >= FEW).toSorted((a, b) => shareWon(b) - shareWon(a))
  if (best?.one !== rep) return []
  return [sayOfOthers('well.best-rate', { rate: rate(best.won, best.closed), reps: number(reps.length) })]
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
