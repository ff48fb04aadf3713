import { productIn } from '../book/columns.ts'
import { repByName } from '../book/lookup.ts'
import type { Deal } from '../book/deals/deal.ts'
import { defineInsight, type Sighting } from '../engine/insight.ts'
import { groupBy } from '../kit/collections.ts'
import { count, date, name, number, sum, text, type Said } from '../language/sentence.ts'
import { addDays } from '../time/plain-date.ts'
import { allClosed, isWon, type ClosedDeal } from './kit/closed.ts'

interface Pair {
  readonly open: Deal
  readonly lost: ClosedDeal
  readonly product: string | undefined
}

interface Facts {
  readonly pairs: readonly Pair[]
  readonly months: number
}

export const lostHereLately = defineInsight({
  id: 'lost-here-lately',
  title: 'Lost here lately',
  why:
    'A customer who said no to nearly the same thing a few months ago will be asked again what has changed since. ' +
    'It helps to know the answer before the customer asks.',
  place: 'point',
  needs: ['losses'],
  options: { months: 6, amountShare: 1 / 3 },

  find(book, { months, amountShare }) {
    const lost = groupBy(
      allClosed(book).filter(
        ({ state, account, closedOn }) =>
          state === 'lost' && account !== undefined && closedOn > addDays(book.asOf, Math.round(-30.4 * months)),
      ),
      ({ account }) => account,
    )
    const productOf = productIn(book)
    const won = groupBy(allClosed(book).filter(isWon), ({ account }) => account)
    const isWonSince = (loss: ClosedDeal) =>
      (won.get(loss.account) ?? []).some(({ closedOn }) => closedOn >= loss.closedOn)
    const pairs = book.open.flatMap((open): Pair[] => {
      const product = productOf(open)
      const similar = (lost.get(open.account) ?? []).filter((other) => {
        if (open.created === undefined || open.created < other.closedOn || isWonSince(other)) return false
        const theirs = productOf(other)
        if (product !== undefined && theirs !== undefined) return product === theirs
        return isNear(open.amount, other.amount, amountShare)
      })
      const last = similar.toSorted((a, b) => b.closedOn - a.closedOn)[0]
      return last === undefined ? [] : [{ open, lost: last, product }]
    })
    const reps = groupBy(pairs, ({ open: { owner } }) => repByName(owner, book)?.name)
    // It is about named deals, and so their reps' and not the team's.
    return [...reps].flatMap(([rep, own]) => (rep === undefined ? [] : [sighting(rep, own, months)]))
  },

  say(facts) {
    const { pairs } = facts
    const [first] = pairs
    const said: Said[] = pairs.length === 1 || first === undefined ? [] : [howMany(facts)]
    return { text: [...said, ...pairs.slice(0, 1).map(named)], ask: askOf(first) }
  },

  evidence: ({ pairs, months }) => ({
    open: pairs.length,
    openAmount: sum(pairs.map(({ open }) => open)).amount,
    lost: pairs.map(({ lost }) => lost.id),
    months,
  }),

  examples: () => [
    {
      kind: 'hit',
      title: 'opened again at a customer that said no in August to the same amount',
      deals: [opened(20_000), lostDeal(22_000, '2026-08-14')],
      says: { rep: 'Dana Whitfield', evidence: { open: 1, lost: ['deal-2'] } },
    },
    {
      kind: 'miss',
      title: 'what was lost was five times as much',
      deals: [opened(20_000), lostDeal(100_000, '2026-08-14')],
    },
    {
      kind: 'boundary',
      title: 'seven months ago is not lately',
      deals: [opened(20_000), lostDeal(20_000, '2026-04-17')],
    },
  ],
})

function sighting(rep: string, pairs: readonly Pair[], months: number): Sighting<Facts> {
  const sorted = pairs.toSorted((a, b) => (b.open.amount ?? 0) - (a.open.amount ?? 0))
  return { rep, facts: { pairs: sorted, months }, open: sorted.map(({ open }) => open) }
}

function isNear(amount: number | undefined, other: number | undefined, share: number): boolean {
  return amount !== undefined && other !== undefined && Math.abs(amount - other) <= share * Math.max(amount, other)
}

function howMany({ pairs, months }: Facts): Said {
  const open = pairs.map((pair) => pair.open)
  const amount = open.some((deal) => deal.amount !== undefined) ? ' ({amount})' : ''
  return {
    template: 'lost-here-lately',
    words: `{open:Word} open deals${amount} are at customers that said no to something like it in the last {months} months.`,
    slots: { open: count(open), amount: sum(open), months: number(months) },
  }
}

function named({ open, lost, product }: Pair): Said {
  const slots = {
    customer: name(open.account ?? open.name, [open.id]),
    amount: sum([open]),
    lost: sum([lost]),
    day: date(lost.closedOn),
    product: text(product ?? ''),
    reason: text(lost.lostReason ?? ''),
  }
  const same = product === undefined ? 'Same customer' : 'Same customer, same product'
  const why = lost.lostReason === undefined ? '' : ' (“{reason}”)'
  const template = `lost-here-lately.${product === undefined ? 'amount' : 'product'}${why === '' ? '' : '-reason'}`
  const now = open.amount === undefined ? '' : ' ({amount})'
  const then = (lost.amount ?? 0) === 0 ? '' : ', {lost}'
  return { template, words: `{customer}${now}: ${same.toLowerCase()}${then}, lost on {day}${why}.`, slots }
}

function askOf(pair: Pair | undefined): Said {
  return {
    template: 'lost-here-lately.ask',
    words: 'What has changed at {customer} since the loss on {day}?',
    slots: {
      customer: name(pair?.open.account ?? '', pair === undefined ? [] : [pair.open.id]),
      ...(pair !== undefined && { day: date(pair.lost.closedOn) }),
    },
  }
}

function opened(amount: number) {
  return { account: 'Alder Foods', amount }
}

function lostDeal(amount: number, closeDate: string) {
  return { account: 'Alder Foods', amount, stage: 'Closed Lost', created: '2026-02-02', closeDate }
}
