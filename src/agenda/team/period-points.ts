import type { Book } from '../../book/book.ts'
import { previousPeriod } from '../../book/goals/period.ts'
import type { Rep } from '../../book/team/rep.ts'
import { count, date, list, number, person, sum, text, type Said } from '../../language/sentence.ts'
import { explain, twoPeriods, type TwoPeriods } from '../facts/quarters.ts'
import { wonBefore, wonInPeriod } from '../page/number-words.ts'
import type { Outlook } from '../page/outlook.ts'
import { say } from '../say/say.ts'
import type { Point } from './screen.ts'

// Points that only count: they stand where nothing stronger was found.

const WORTH_SAYING = 0.2
const EXPLAINS = 0.8
const FEWEST_REPS = 3
const MOSTLY = 0.5
const SEVERAL_DUE = 3

/** Who, of several, the difference to the last period comes from, and what it is made of. */
export function changePoint(reps: readonly Rep[], book: Book): Point | undefined {
  const two = twoPeriods(
    reps.flatMap(({ deals }) => deals),
    book,
  )
  if (two === undefined || reps.length < FEWEST_REPS) return undefined
  const change = two.wonNow - two.wonBefore
  if (Math.abs(change) < WORTH_SAYING * two.wonBefore) return undefined
  const changed = reps
    .map((rep) => ({ rep, now: wonInPeriod(rep.deals, book), before: wonBefore(rep.deals, book) }))
    .map((one) => ({ ...one, change: sum(one.now).amount - sum(one.before).amount }))
    .toSorted((a, b) => (b.change - a.change) * Math.sign(change))
  const explains = (n: number) =>
    changed.slice(0, n).reduce((all, one) => all + one.change, 0) / change >= EXPLAINS ? n : undefined
  const few = Array.from({ length: Math.floor(reps.length / 2) }, (_, at) => at + 1).find(explains)
  if (few === undefined) return undefined
  const [those, others] = [changed.slice(0, few), changed.slice(few)]
  const worth = (of: typeof changed, when: 'now' | 'before') => sum(of.flatMap((one) => one[when]))
  return {
    said: [
      say('point.explain', { n: number(few), kind: text(change < 0 ? 'fall' : 'rise') }),
      say('point.who-changed', {
        reps: list(
          those.map(({ rep }) => say('part.first-name', { rep: person(rep.name) })),
          'and',
        ),
        now: worth(those, 'now'),
        before: worth(those, 'before'),
        others: number(others.length),
        othersNow: worth(others, 'now'),
        othersBefore: worth(others, 'before'),
      }),
      ...madeOf(two, book),
    ],
    bars: [],
  }
}

function madeOf(two: TwoPeriods, book: Book): readonly Said[] {
  const { now, before } = two
  const explained = explain(two, book)
  const last = text(previousPeriod(book.period).label)
  switch (explained.kind) {
    case 'rate':
      return [
        say('point.won-of', {
          n: count(now.won),
          of: count(now.closed),
          m: count(before.won),
          whole: count(before.closed),
          last,
        }),
      ]
    case 'number':
      return [say('point.closed-after', { of: count(now.closed), whole: count(before.closed) })]
    case 'product':
      return [
        say('point.product', {
          product: text(explained.product),
          now: sum(explained.now),
          before: sum(explained.before),
        }),
      ]
    case 'size':
      return []
  }
}

/** One rep who has most of what is due. */
export function hangsPoint(reps: readonly Rep[], { due, dueAmount }: Outlook, book: Book): Point | undefined {
  if (reps.length < FEWEST_REPS || dueAmount === 0) return undefined
  const own = reps.map((rep) => ({ rep, own: due.filter(({ owner }) => owner === rep.name) }))
  const [most] = own.toSorted((a, b) => sum(b.own).amount - sum(a.own).amount)
  if (most === undefined || most.own.length < SEVERAL_DUE || sum(most.own).amount < MOSTLY * dueAmount) return undefined
  const rep = person(most.rep.name)
  return {
    said: [
      say('point.hangs', { kind: text(book.period.kind), rep }),
      say('point.due-with', {
        rep,
        mine: sum(most.own),
        due: sum(due),
        to: date(book.period.to),
        n: count(most.own),
        won: sum(wonInPeriod(most.rep.deals, book)),
        period: text(book.period.label),
      }),
    ],
    bars: [],
  }
}
