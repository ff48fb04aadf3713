import type { Book } from '../../book/book.ts'
import { previousPeriod } from '../../book/goals/period.ts'
import type { Deal } from '../../book/deals/deal.ts'
import type { Rep } from '../../book/team/rep.ts'
import { count, number, rate, sum, text, type Said, type SumSlot } from '../../language/sentence.ts'
import { oncePer } from '../../kit/remembered.ts'
import { addDays } from '../../time/plain-date.ts'
import { closedInYear, openedIn } from '../facts/closed.ts'
import { newDays } from '../facts/days.ts'
import { say } from '../say/say.ts'

const FEW = 20
const MANY = 100
const NOTHING_WEEKS = 3

/** Won in the period, as goals count it. */
export function wonInPeriod(deals: readonly Deal[], { period, asOf }: Pick<Book, 'period' | 'asOf'>): readonly Deal[] {
  return deals.filter(
    ({ state, closedOn, closeDateAhead }) =>
      state === 'won' &&
      (closedOn === undefined
        ? closeDateAhead !== undefined && closeDateAhead >= period.from && closeDateAhead <= period.to
        : closedOn >= period.from && closedOn <= asOf),
  )
}

/** Won by the same day of the period before. */
export function wonBefore(deals: readonly Deal[], { period, asOf }: Pick<Book, 'period' | 'asOf'>): readonly Deal[] {
  const before = previousPeriod(period)
  const until = asOf >= period.to ? before.to : Math.min(before.to, addDays(before.from, asOf - period.from))
  return deals.filter(
    ({ state, closedOn }) => state === 'won' && closedOn !== undefined && closedOn >= before.from && closedOn <= until,
  )
}

/** Whether any deal has an amount: else only deals can be counted. */
export const hasAmounts = oncePer(({ deals }: Pick<Book, 'deals'>) => deals.some(({ amount }) => amount !== undefined))

/** The three numbers of a rep: what was won, how often, and what is new. */
export function numberWords(rep: Rep, book: Book): readonly Said[] {
  return [wonWords(rep, book), ...rateWords(rep, book), newWords(rep, book)]
}

function wonWords({ deals, goal }: Rep, book: Book): Said {
  const period = text(book.period.label)
  const won = wonInPeriod(deals, book)
  if (goal !== undefined) {
    const amount: SumSlot = { kind: 'sum', amount: goal.amount, ids: [] }
    return say('number.goal', { period, won: sum(won), goal: amount })
  }
  if (!hasAmounts(book)) return say('number.wins', { period, n: count(won) })
  const before = wonBefore(deals, book)
  if (before.length === 0) return say('number.won', { period, won: sum(won) })
  return say('number.won-after', {
    period,
    won: sum(won),
    before: text(previousPeriod(book.period).label),
    earlier: sum(before),
  })
}

function rateWords({ deals }: Rep, book: Book): readonly Said[] {
  if (!isRateKnown(book)) return [say('number.rate-unknown')]
  const { won, closed } = closedInYear(deals, book.asOf)
  if (closed.length === 0) return [say('number.nothing-closed')]
  const own = { rate: rate(won, closed) }
  if (closed.length >= FEW) return [say(closed.length >= MANY ? 'number.rate-many' : 'number.rate', own)]
  const alone = say('number.rate-all', own)
  const team = rateOfAll(book)
  if (team === undefined) return [alone]
  return [
    {
      template: `${alone.template}+team`,
      words: `${alone.words} (all reps {team:of})`,
      slots: { ...own, team },
      alone,
    },
  ]
}

/** Of all reps: the same beside each of them. */
const rateOfAll = oncePer((book: Book) => {
  const { won, closed } = closedInYear(book.deals, book.asOf)
  return closed.length < FEW ? undefined : rate(won, closed)
})

/** Both won and lost deals are in the file: else no rate can be told. */
export const isRateKnown = oncePer(
  ({ deals }: Pick<Book, 'deals'>) =>
    deals.some(({ state }) => state === 'won') && deals.some(({ state }) => state === 'lost'),
)

function newWords(rep: Rep, book: Book): Said {
  if (book.knowledge.get('created') !== undefined) return say('number.new-unknown')
  const opened = openedIn(rep.deals, book.asOf, newDays(book))
  const { weeksWithoutNew } = rep.creation
  return weeksWithoutNew >= NOTHING_WEEKS
    ? say('number.nothing-new', { weeks: number(weeksWithoutNew) })
    : say('number.new', { n: count(opened), weeks: number(newDays(book) / 7) })
}
