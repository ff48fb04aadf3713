import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { productIn } from '../../book/columns.ts'
import { previousPeriod } from '../../book/goals/period.ts'
import { oncePer } from '../../kit/remembered.ts'
import { count, date, name, number, sum, text, type Said, type Slots } from '../../language/sentence.ts'
import { longestWin } from '../deals/ages.ts'
import { byAmount } from '../facts/closed.ts'
import { customer } from '../facts/names.ts'
import { explain, openedDuring, twoPeriods, type Explained, type TwoPeriods } from '../facts/quarters.ts'
import { say } from '../say/say.ts'
import { namesOf, type Case, type Cause } from './cause.ts'
import { lastLost, lostAsks } from './lost.ts'

/** A quarter less than before, and a quarter less than the team made of its own. */
const FALL = 0.75
const LARGEST = 3

const hasGoals = oncePer(({ reps }: Book) => reps.some(({ goal }) => goal !== undefined))
const teamPeriods = oncePer((book: Book) => twoPeriods(book.deals, book))

/** Without goals: much less won than in the period before, while the team held. A topic, and no verdict. */
export function lessWon(given: Case): Cause | undefined {
  const { rep, book, by } = given
  if (hasGoals(book)) return undefined
  const own = twoPeriods(rep.deals, book)
  const team = teamPeriods(book)
  if (own === undefined || team === undefined) return undefined
  const held = Math.min(1, team.wonNow / team.wonBefore)
  if (own.wonNow > FALL * held * own.wonBefore) return undefined
  const why = explain(own, book)
  const open = why.kind === 'product' ? rep.open.filter((deal) => productIn(book)(deal) === why.product) : rep.open
  const deals = open.toSorted(byAmount).slice(0, why.kind === 'product' ? open.length : LARGEST)
  const longest = longestWin(book)
  const old = rep.open.filter(({ age }) => longest !== undefined && (age ?? 0) > longest)
  const periods = { now: text(book.period.label), before: text(previousPeriod(book.period).label) }
  const losses = why.kind === 'rate' ? lastLost(own.now.lost) : []
  return {
    topic: why.kind === 'product' ? 'product' : why.kind === 'size' ? 'size' : 'winning',
    families: [],
    label: say('label.less-won', { before: periods.before }),
    headline: headlineOf(own, why, periods),
    todo: todoOf(),
    why: [...whyOf(own, why, periods), say('why.one-period', { kind: text(book.period.kind) })],
    asks: asksOf(own, why, given),
    deals,
    first: undefined,
    stake: own.wonBefore - own.wonNow,
    where: undefined,
    compared: [],
  }

  function todoOf(): Said {
    const slots = { n: count(deals), worth: sum(deals), by: date(by) }
    if (losses.length > 0) return say('do.lost', { n: count(losses), by: date(by), deals: namesOf(losses, rep.open) })
    if (why.kind === 'product' && deals.length > 0)
      return say('do.decide-product', { ...slots, product: name(why.product) })
    if (why.kind === 'product') return say('do.name-customers', { product: name(why.product), by: date(by) })
    if (old.length >= LARGEST) return say('do.decide-old', { n: count(old), worth: sum(old), by: date(by) })
    return deals.length === 0
      ? say('do.first-meetings', { n: number(1), by: date(by) })
      : say('do.largest', { ...slots, deals: namesOf(deals, rep.open) })
  }
}

/** More won than in the period before, in a few words; undefined where it is not more. */
export function moreWon(deals: readonly Deal[], book: Book): Said | undefined {
  const own = twoPeriods(deals, book)
  if (own === undefined || own.wonNow <= own.wonBefore) return undefined
  return headlineOf(own, explain(own, book), {
    now: text(book.period.label),
    before: text(previousPeriod(book.period).label),
  })
}

/** What to ask somebody who has won more. */
export function moreWonAsks(deals: readonly Deal[], book: Book): readonly Said[] {
  const own = twoPeriods(deals, book)
  if (own === undefined || own.wonNow <= own.wonBefore) return []
  const [largest] = own.now.won.toSorted(byAmount)
  return [
    say('ask.more-won', {
      worth: sum(own.now.won),
      earlier: sum(own.before.won),
      now: text(book.period.label),
      before: text(previousPeriod(book.period).label),
    }),
    ...(largest === undefined
      ? []
      : [say('ask.best-largest', { customer: customer(largest), amount: sum([largest]) })]),
  ]
}

function each({ wonNow, wonBefore, now, before }: TwoPeriods): { mine: Slots[string]; earlier: Slots[string] } {
  const of = (amount: number, { won }: TwoPeriods['now']) => ({
    kind: 'sum' as const,
    amount: amount / Math.max(1, won.length),
    ids: won.map(({ id }) => id),
  })
  return { mine: of(wonNow, now), earlier: of(wonBefore, before) }
}

function headlineOf(own: TwoPeriods, why: Explained, periods: Slots): Said {
  const { now, before } = own
  const wins = { n: count(now.won), m: count(before.won) }
  if (why.kind === 'product')
    return say(why.now.length === 0 ? 'label.product-none' : 'label.product-stopped', {
      ...periods,
      product: name(why.product),
      n: count(why.before),
      m: count(why.now),
    })
  if (why.kind === 'rate') return say('label.won-of', { ...wins, of: count(now.closed), whole: count(before.closed) })
  if (why.kind === 'size') return say(own.wonNow < own.wonBefore ? 'label.smaller' : 'label.bigger', each(own))
  return say('label.wins-after', wins)
}

function whyOf(own: TwoPeriods, why: Explained, periods: Slots): Said[] {
  const { now, before } = own
  const won = { worth: sum(now.won), earlier: sum(before.won), n: count(now.won), m: count(before.won) }
  const main = say('why.less-won', { ...periods, ...won })
  switch (why.kind) {
    case 'product': {
      const rest = (all: readonly Deal[], these: readonly Deal[]) => sum(all.filter((deal) => !these.includes(deal)))
      const stopped = {
        ...periods,
        product: name(why.product),
        n: count(why.before),
        m: count(why.now),
        worth: sum(why.before),
      }
      return [
        main,
        say(why.now.length === 0 ? 'why.product-none' : 'why.product-few', stopped),
        say('why.product-rest', { worth: rest(now.won, why.now), earlier: rest(before.won, why.before) }),
      ]
    }
    case 'rate':
      return [main, say('why.won-of', { ...won, of: count(now.closed), whole: count(before.closed) })]
    case 'size':
      return [main, say('why.smaller', each(own))]
    case 'number':
      return [main, say('why.closed-after', { ...won, of: count(now.closed), whole: count(before.closed) })]
  }
}

function asksOf({ now, before }: TwoPeriods, why: Explained, { rep, book }: Case): Said[] {
  const periods = { now: text(book.period.label), before: text(previousPeriod(book.period).label) }
  const [largest] = before.won.toSorted(byAmount)
  const plain = say('ask.wins-after', { ...periods, n: count(before.won), m: count(now.won) })
  if (why.kind === 'rate') return [...lastLost(now.lost).flatMap((deal) => lostAsks(deal)), plain]
  if (why.kind === 'product') {
    const of = productIn(book)
    const opened = (period: typeof book.period) =>
      openedDuring(rep.deals, { from: period.from, to: period.to < book.asOf ? period.to : book.asOf }).filter(
        (deal) => of(deal) === why.product,
      )
    const [then, lately] = [opened(previousPeriod(book.period)), opened(book.period)]
    const slots = { ...periods, product: name(why.product), n: count(then), m: count(lately) }
    return [
      ...(then.length > 2 && lately.length < then.length / 2 ? [say('ask.product-dried-up', slots)] : []),
      say('ask.product-won', { ...slots, n: count(why.before) }),
    ]
  }
  const { earlier } = each({ now, before, wonNow: 0, wonBefore: sum(before.won).amount })
  return [
    ...(why.kind === 'size' && largest !== undefined
      ? [say('ask.largest-win', { ...periods, customer: customer(largest), amount: sum([largest]), earlier })]
      : []),
    plain,
  ]
}
