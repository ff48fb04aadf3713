import type { Deal } from '../book/deals/deal.ts'
import { defineInsight, type Sighting } from '../engine/insight.ts'
import { list, name, number, share, sum, type Said } from '../language/sentence.ts'

interface Facts {
  readonly largest: readonly Deal[]
  readonly due: readonly Deal[]
}

export const hangsOnTwoDeals = defineInsight({
  id: 'hangs-on-two-deals',
  title: 'It hangs on two deals',
  why:
    'Where one or two deals are most of what a rep has due, the quarter is a bet on them, whatever the sum says. ' +
    'They deserve the meeting, and something beside them.',
  place: 'point',
  needs: ['amounts', 'closeDate'],
  options: { leastShare: 2 / 3, leastDeals: 5 },

  find(book, { leastShare, leastDeals }) {
    return book.reps.flatMap((rep): Sighting<Facts>[] => {
      const due = rep.open
        .filter(({ closeDate, amount }) => closeDate !== undefined && closeDate <= book.period.to && (amount ?? 0) > 0)
        .toSorted((a, b) => (b.amount ?? 0) - (a.amount ?? 0))
      if (due.length < leastDeals) return []
      const enough = (largest: readonly Deal[]) => sum(largest).amount >= leastShare * sum(due).amount
      const largest = [due.slice(0, 1), due.slice(0, 2)].find(enough)
      return largest === undefined ? [] : [{ rep: rep.name, facts: { largest, due }, open: largest }]
    })
  },

  say({ largest, due }) {
    const named = largest.map((deal): Said => ({
      template: 'deal',
      words: '{deal} ({amount})',
      slots: { deal: name(deal.account ?? deal.name, [deal.id]), amount: sum([deal]) },
    }))
    const slots = {
      deals: list(named, 'and'),
      due: sum(due),
      share: share(
        sum(largest).amount,
        sum(due).amount,
        largest.map(({ id }) => id),
      ),
      others: number(due.length - largest.length),
    }
    return {
      text: [
        {
          template: 'hangs-on-two-deals',
          words: '{deals} {deals?is|are} {share} of the {due} due; the other {others} are the rest.',
          slots,
        },
      ],
      ask: {
        template: 'hangs-on-two-deals.ask',
        words: 'If {deals} {deals?does|do} not come in, what does?',
        slots,
      },
    }
  },

  evidence: ({ largest, due }) => ({
    deals: largest.map(({ id }) => id),
    amount: sum(largest).amount,
    dueAmount: sum(due).amount,
    due: due.length,
  }),

  examples: () => [
    {
      kind: 'hit',
      title: 'two deals are nearly all that is due',
      deals: [dueDeal(200_000), dueDeal(150_000), ...many(10_000, 4)],
      says: { rep: 'Dana Whitfield', evidence: { amount: 350_000, dueAmount: 390_000, due: 6 } },
    },
    { kind: 'miss', title: 'six deals of one size', deals: many(10_000, 6) },
    {
      kind: 'boundary',
      title: 'two of four deals: everything hangs on few deals',
      deals: [dueDeal(90_000), dueDeal(80_000), ...many(5000, 2)],
    },
  ],
})

function dueDeal(amount: number) {
  return { amount, closeDate: '2026-12-15' }
}

function many(amount: number, times: number) {
  return [{ ...dueDeal(amount), times }]
}
