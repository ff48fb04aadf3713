import type { Book } from '../book/book.ts'
import { dealsOf, repByName } from '../book/lookup.ts'
import type { Deal } from '../book/deals/deal.ts'
import { isWithin, lengthOf, previousPeriod, type Period } from '../book/goals/period.ts'
import { mean } from '../book/kit/statistics.ts'
import { defineInsight, type Sighting } from '../engine/insight.ts'
import { count, number, rate, sum, text, type Said, type Slots } from '../language/sentence.ts'
import { addDays } from '../time/plain-date.ts'
import { isWon } from './kit/closed.ts'

interface Stretch {
  readonly label: string
  readonly opened: readonly Deal[]
  readonly won: readonly Deal[]
  readonly lost: readonly Deal[]
}

interface Facts {
  readonly rep: string | undefined
  readonly now: Stretch
  readonly before: Stretch
  /** Whether both are the same number of days from the beginning of their periods. */
  readonly isToDate: boolean
  readonly goal: number | undefined
}

const FEWEST_DAYS = 14

export const thisPeriod = defineInsight({
  id: 'this-period',
  title: 'This period and the last',
  why:
    'A review opens with what came in, and a number means something only beside another one. The quarter to date is held ' +
    'against the same days of the last one, because nobody sells evenly over a quarter.',
  place: 'period',
  needs: ['created'],
  options: { leastDeals: 10 },

  find(book, { leastDeals }) {
    const periods = periodsOf(book)
    const all = [undefined, ...book.reps.map(({ name }) => name)]
    return all.flatMap((rep): Sighting<Facts>[] => {
      const deals = rep === undefined ? book.deals : dealsOf(rep, book.deals)
      const now = stretch(deals, periods.now)
      const before = stretch(deals, periods.before)
      const seen = [...now.opened, ...now.won, ...now.lost, ...before.opened, ...before.won, ...before.lost]
      if (seen.length < leastDeals) return []
      const goal = rep === undefined ? undefined : repByName(rep, book)?.goal?.amount
      return [
        { ...(rep !== undefined && { rep }), facts: { rep, now, before, isToDate: periods.isToDate, goal }, open: [] },
      ]
    })
  },

  say(facts) {
    return { text: [money(facts), opened(facts)], ask: askOf(facts) }
  },

  evidence({ now, before, isToDate, goal }) {
    return {
      period: now.label,
      previousPeriod: before.label,
      isToDate,
      goal: goal ?? null,
      ...numbers(now, ''),
      ...numbers(before, 'previous'),
    }
  },

  examples: () => [
    {
      kind: 'hit',
      title: 'twice as much won in the quarter to date as by the same day of the last',
      deals: [...won('2026-10-20', 8), ...won('2026-07-20', 4), ...won('2026-09-20', 3)],
      says: { evidence: { period: 'Q4', won: 8, previousWon: 4 } },
    },
    { kind: 'miss', title: 'a file with three deals says nothing about a quarter', deals: won('2026-10-20', 3) },
    {
      kind: 'boundary',
      title: 'the last quarter counts up to the same day, and not the whole of it',
      deals: [...won('2026-10-20', 5), ...won('2026-08-20', 5), ...won('2026-08-21', 5)],
      says: { evidence: { won: 5, previousWon: 5 } },
    },
  ],
})

/** The quarter to date and the same days of the last; in its first fortnight, the last two whole ones. */
function periodsOf({ period, asOf }: Book) {
  const last = previousPeriod(period)
  const days = asOf - period.from
  const isToDate = days + 1 >= FEWEST_DAYS
  if (!isToDate) return { now: last, before: previousPeriod(last), isToDate }
  const until = addDays(last.from, Math.min(days, lengthOf(last) - 1))
  return { now: { ...period, to: asOf }, before: { ...last, to: until }, isToDate }
}

function stretch(deals: readonly Deal[], period: Period): Stretch {
  const closed = deals.filter(({ closedOn }) => isWithin(closedOn, period))
  return {
    label: period.label,
    opened: deals.filter(({ created }) => isWithin(created, period)),
    won: closed.filter(isWon),
    lost: closed.filter(({ state }) => state === 'lost'),
  }
}

function numbers({ opened: created, won: wins, lost }: Stretch, prefix: string) {
  const named = (name: string) => (prefix === '' ? name : prefix + name.charAt(0).toUpperCase() + name.slice(1))
  return {
    [named('new')]: created.length,
    [named('won')]: wins.length,
    [named('lost')]: lost.length,
    [named('wonAmount')]: sum(wins).amount,
    [named('averageWon')]: mean(wins.flatMap(({ amount }) => amount ?? [])) ?? null,
  }
}

function slotsOf({ now, before }: Facts): Slots {
  return {
    period: text(now.label),
    last: text(before.label),
    amount: sum(now.won),
    amountBefore: sum(before.won),
    won: count(now.won),
    wonBefore: count(before.won),
    rate: rate(now.won, [...now.won, ...now.lost]),
    rateBefore: rate(before.won, [...before.won, ...before.lost]),
    opened: count(now.opened),
    openedBefore: count(before.opened),
  }
}

function money(facts: Facts): Said {
  const slots = slotsOf(facts)
  const when = facts.isToDate ? '{last} by the same day' : '{last}'
  const hasMoney = facts.now.won.some(({ amount }) => amount !== undefined)
  const words = hasMoney
    ? `{period}: {amount:total} won in {won} {won?deal|deals}; ${when}: {amountBefore:total} in {wonBefore}.`
    : `{period}: {won} {won?deal|deals} won; ${when}: {wonBefore}.`
  return { template: facts.isToDate ? 'this-period.to-date' : 'this-period.whole', words, slots }
}

function opened(facts: Facts): Said {
  const words = 'New deals: {opened}, after {openedBefore}; won of what closed: {rate:of}, after {rateBefore:of}.'
  return { template: 'this-period.new', words, slots: slotsOf(facts) }
}

function askOf({ now, before }: Facts): Said {
  const isLess = now.opened.length < before.opened.length
  return {
    template: isLess ? 'this-period.ask-less' : 'this-period.ask',
    words: isLess
      ? 'Where did the {difference} more new deals of {last} come from?'
      : 'What did you do differently in {period} from {last}?',
    slots: {
      difference: number(Math.abs(before.opened.length - now.opened.length)),
      last: text(before.label),
      period: text(now.label),
    },
  }
}

function won(closeDate: string, times: number) {
  return [{ stage: 'Closed Won', created: '2026-03-02', closeDate, times }]
}
