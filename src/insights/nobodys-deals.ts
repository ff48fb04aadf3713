import type { Deal } from '../book/deals/deal.ts'
import { defineInsight, type Sighting } from '../engine/insight.ts'
import { count, list, name, sum, type Said } from '../language/sentence.ts'
import { addDays } from '../time/plain-date.ts'

interface Facts {
  readonly open: readonly Deal[]
  readonly due: readonly Deal[]
  readonly owners: readonly string[]
}

export const nobodysDeals = defineInsight({
  id: 'nobodys-deals',
  title: 'Nobody’s deals',
  why:
    'A deal whose owner is blank, has left or has been deactivated is worked by nobody, and no rep’s page shows it. ' +
    'It takes one decision to give it to somebody.',
  place: 'line',
  needs: [],
  options: { dueDays: 14 },

  find(book, { dueDays }): Sighting<Facts>[] {
    const open = book.unassigned.toSorted((a, b) => (b.amount ?? 0) - (a.amount ?? 0))
    // Where no deal is anybody’s, the export has no owners.
    if (open.length === 0 || open.length === book.open.length) return []
    const due = open.filter(({ closeDate }) => closeDate !== undefined && closeDate <= addDays(book.asOf, dueDays))
    const owners = [...new Set(open.flatMap(({ owner }) => owner ?? []))]
    return [{ facts: { open, due, owners }, open }]
  },

  say({ open, due, owners }) {
    const named = (deal: Deal): Said => ({
      template: 'deal',
      words: deal.amount === undefined ? '{deal}' : '{deal} ({amount})',
      slots: { deal: name(deal.account ?? deal.name, [deal.id]), amount: sum([deal]) },
    })
    const slots = {
      open: count(open),
      amount: sum(open),
      due: count(due),
      largest: list(open.slice(0, 3).map(named)),
      owners: list(owners.map((owner) => ({ template: 'rep', words: '{rep}', slots: { rep: name(owner) } }))),
    }
    const amount = slots.amount.ids.length === 0 ? '' : ' ({amount})'
    return {
      text: [
        {
          template: 'nobodys-deals',
          words: `{open:Word} open {open?deal has|deals have} no active owner${amount}: {largest}.`,
          slots,
        },
        ...(due.length === 0
          ? []
          : [{ template: 'nobodys-deals.due', words: '{due:Word} {due?is|are} due in two weeks or overdue.', slots }]),
      ],
      ask: { template: 'nobodys-deals.ask', words: 'Who takes {largest}?', slots },
    }
  },

  evidence: ({ open, due, owners }) => ({
    open: open.length,
    openAmount: sum(open).amount,
    dueSoon: due.length,
    owners,
  }),

  examples: () => [
    {
      kind: 'hit',
      title: 'a deal without an owner',
      deals: [{ owner: null, amount: 50_000 }, {}],
      says: { evidence: { open: 1, openAmount: 50_000 } },
    },
    { kind: 'miss', title: 'every deal has an owner', deals: [{}, {}] },
    {
      kind: 'boundary',
      title: 'where no deal has an owner, the export has none',
      deals: [{ owner: null }, { owner: null }],
    },
  ],
})
