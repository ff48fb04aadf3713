import type { Deal } from '../book/deals/deal.ts'
import { Distribution, sum as total } from '../book/kit/statistics.ts'
import { defineInsight } from '../engine/insight.ts'
import { count, number, share, sum, type Said } from '../language/sentence.ts'
import { allClosed, isWon } from './kit/closed.ts'

interface Facts {
  readonly large: readonly Deal[]
  readonly wins: readonly Deal[]
  /** From this amount on. */
  readonly from: number
  /** Median days of the large wins, and of the others. */
  readonly cycle: number | undefined
  readonly otherCycle: number | undefined
  /** Open deals of that size. */
  readonly open: readonly Deal[]
}

export const whereTheMoneyComesFrom = defineInsight({
  id: 'where-the-money-comes-from',
  title: 'Where the money comes from',
  why:
    'In many teams a few large deals make most of the money, and they take longer than all others. Whoever cleans up by age ' +
    'alone then throws out what pays for everything.',
  place: 'point',
  needs: ['closings', 'amounts'],
  options: { leastWins: 20, largeShare: 0.2, leastMoney: 0.6 },

  find(book, { leastWins, largeShare, leastMoney }) {
    const wins = allClosed(book).filter((deal) => isWon(deal) && (deal.amount ?? 0) > 0)
    if (wins.length < leastWins) return []
    const from = rounded(new Distribution(wins.flatMap(({ amount }) => amount ?? [])).quantile(1 - largeShare) ?? 0)
    const large = wins.filter(({ amount = 0 }) => amount >= from)
    const money = (deals: readonly Deal[]) => total(deals.flatMap(({ amount }) => amount ?? []))
    if (large.length === wins.length || money(large) < leastMoney * money(wins)) return []
    const open = book.open.filter(({ amount = 0 }) => amount >= from)
    const others = wins.filter(({ amount = 0 }) => amount < from)
    const facts = { large, wins, from, cycle: cycleOf(large), otherCycle: cycleOf(others), open }
    return [{ facts, open }]
  },

  say(facts) {
    const { large, wins, open, cycle, otherCycle } = facts
    const isSlower = cycle !== undefined && otherCycle !== undefined && cycle > 1.3 * otherCycle
    return {
      text: [
        said(facts),
        ...(isSlower
          ? [
              {
                template: 'where-the-money-comes-from.cycle',
                words: 'Half of them took over {cycle} days, the others {other}: don’t clean up by age alone.',
                slots: { cycle: number(cycle), other: number(otherCycle) },
              },
            ]
          : []),
      ],
      ask: {
        template: 'where-the-money-comes-from.ask',
        words: 'Which of the {open} open {open?deal|deals} of that size ({amount}) did you work on last week?',
        slots: { open: count(open), amount: sum(open), wins: count(wins), large: count(large) },
      },
    }
  },

  evidence({ large, wins, from, cycle, otherCycle, open }) {
    return {
      from,
      won: large.length,
      wonAmount: sum(large).amount,
      otherWon: wins.length - large.length,
      allWonAmount: sum(wins).amount,
      cycleDays: cycle ?? null,
      otherCycleDays: otherCycle ?? null,
      open: open.length,
    }
  },

  examples: () => [
    {
      kind: 'hit',
      title: 'six large wins of thirty made most of the money',
      deals: [...won(200_000, 6), ...won(10_000, 24), { amount: 250_000 }],
      says: { evidence: { won: 6, otherWon: 24, open: 1 } },
    },
    { kind: 'miss', title: 'wins of one size', deals: [...won(20_000, 15), ...won(22_000, 15), {}] },
    { kind: 'boundary', title: 'nineteen wins are too few', deals: [...won(200_000, 4), ...won(10_000, 15), {}] },
  ],
})

function cycleOf(deals: readonly Deal[]): number | undefined {
  const ages = new Distribution(deals.flatMap(({ age }) => age ?? []))
  return ages.median === undefined ? undefined : Math.round(ages.median)
}

/** A size that a reader can remember: one or two digits. */
function rounded(amount: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, amount))) - 1)
  return Math.ceil(amount / unit) * unit
}

function said({ large, wins, from }: Facts): Said {
  return {
    template: 'where-the-money-comes-from',
    words: '{large} of {wins} wins were {from} and above and made {money} of {all} ({share}).',
    slots: {
      large: count(large),
      wins: count(wins),
      from: { kind: 'sum', amount: from, ids: [] },
      money: sum(large),
      all: sum(wins),
      share: share(
        sum(large).amount,
        sum(wins).amount,
        large.map(({ id }) => id),
      ),
    },
  }
}

function won(amount: number, times: number) {
  return [{ stage: 'Closed Won', amount, created: '2026-03-02', closeDate: '2026-06-15', times }]
}
