import type { Book } from '../book/book.ts'
import type { Deal } from '../book/deals/deal.ts'
import { defineInsight, type Sighting } from '../engine/insight.ts'
import { count, list, name, sum, type Said, type SumSlot } from '../language/sentence.ts'

interface Facts {
  readonly from: string
  readonly to: string
  /** Open deals that one opened and the other owns. */
  readonly taken: readonly Deal[]
  /** Goals that still sit with whoever handed over; undefined where there are none. */
  readonly goal: number | undefined
}

export const handover = defineInsight({
  id: 'handover',
  title: 'Handover',
  why:
    'One rep has nothing left of many deals opened, and another owns many never opened. That is a handover and no fall in ' +
    'creation, and the goal often stays behind with the name it was set for.',
  place: 'point',
  needs: [],
  options: { leastDeals: 5 },

  find(book, { leastDeals }): Sighting<Facts>[] {
    return book.data.findings.flatMap((finding): Sighting<Facts>[] => {
      if (finding.id !== 'handover') return []
      const { from, to } = finding
      const taken = book.open.filter(({ opener, owner }) => opener === from && owner === to)
      if (taken.length < leastDeals) return []
      return [{ facts: { from, to, taken, goal: goalOf(from, book) }, open: taken }]
    })
  },

  say({ from, to, taken, goal }) {
    const slots = { from: name(from), to: name(to), deals: count(taken), amount: sum(taken) }
    const left: Said[] =
      goal === undefined
        ? []
        : [
            {
              template: 'handover.goal',
              words: '{goal} of goals still {goal?sits|sit} with {from:first}.',
              slots: { ...slots, goal: { kind: 'sum', amount: goal, ids: [] } satisfies SumSlot },
            },
          ]
    return {
      text: [
        {
          template: 'handover',
          words:
            'This looks like a handover: {to} owns {deals} open deals that {from} opened ({amount}), and {from:first} has none left.',
          slots,
        },
        ...left,
      ],
      ask: {
        template: 'handover.ask',
        words: 'Which of {deals} did {from:first} introduce {to:first} to in person?',
        slots: { ...slots, deals: list(taken.slice(0, 3).map(named)) },
      },
    }
  },

  evidence: ({ from, to, taken, goal }) => ({
    from,
    to,
    open: taken.length,
    openAmount: sum(taken).amount,
    goal: goal ?? null,
  }),

  examples: () => [
    {
      kind: 'hit',
      title: 'six open deals that one opened and another owns',
      deals: [{ createdBy: 'Dana Whitfield', owner: 'Tom Okafor', times: 6 }, ...theirOwn()],
      says: { evidence: { from: 'Dana Whitfield', to: 'Tom Okafor', open: 6 } },
    },
    { kind: 'miss', title: 'each owns what they opened', deals: theirOwn() },
    {
      kind: 'boundary',
      title: 'four deals change hands for any reason',
      deals: [{ createdBy: 'Dana Whitfield', owner: 'Tom Okafor', times: 4 }, ...theirOwn()],
    },
  ],
})

function goalOf(rep: string, { reps }: Book): number | undefined {
  return reps.find((one) => one.name === rep)?.goal?.amount
}

function named(deal: Deal): Said {
  return { template: 'deal', words: '{deal}', slots: { deal: name(deal.account ?? deal.name, [deal.id]) } }
}

function theirOwn() {
  const won = { stage: 'Closed Won', created: '2026-06-01', closeDate: '2026-08-03', times: 3 }
  return [
    { createdBy: 'Tom Okafor', owner: 'Tom Okafor', times: 6 },
    { ...won, createdBy: 'Dana Whitfield', owner: 'Dana Whitfield' },
  ]
}
