import type { Deal } from '../../src/book/deals/deal.ts'
import { totalAmount } from '../../src/book/team/measures.ts'
import { defineRule } from '../../src/engine/rule.ts'

export const renewalsOutrunNewBusiness = defineRule({
  id: 'renewals-outrun-new-business',
  scopes: ['team', 'rep'],
  family: 'winning',
  place: 'agenda',
  cures: 'prospecting',
  title: 'Renewals outrun new business',
  why:
    'Renewals keep the lights on and hide that nothing is growing. When what was renewed and lost outweighs what was ' +
    'newly won, the next client that leaves shows it.',
  needs: ['renewals', 'closings', 'amounts'],
  options: { days: 182, leastRenewals: 3 },

  check({ deals }, { asOf, options }) {
    const closed = deals.filter(
      ({ closedOn }) => closedOn !== undefined && closedOn > asOf - options.days && closedOn <= asOf,
    )
    const theirs = closed.filter(({ isRenewal }) => isRenewal)
    const newBusiness = amountOf(closed.filter((deal) => deal.state === 'won' && !deal.isRenewal))
    const renewed = amountOf(theirs.filter(({ state }) => state === 'won'))
    const lost = amountOf(theirs.filter(({ state }) => state === 'lost'))
    if (theirs.length < options.leastRenewals || renewed + lost <= newBusiness) return undefined
    return { severity: 'medium', evidence: { newBusiness, renewed, lostRenewals: lost, days: options.days } }
  },

  say({ newBusiness, renewed, lostRenewals }, words) {
    const lost = lostRenewals > 0 ? ` and ${words.money(lostRenewals)} lost` : ''
    return {
      problem: `over two quarters ${words.money(renewed)} renewed${lost}, and ${words.money(newBusiness)} of new business won`,
      asks: [
        'If every renewal came in, where would growth come from?',
        'Which client who renewed could introduce us to one who has never bought?',
      ],
      action: 'Ask two clients who renewed for an introduction to a new one',
    }
  },

  proof: () => 'new-opportunities:2',

  examples: () => [
    {
      kind: 'hit',
      title: '$60k renewed against $50k of new business',
      deals: [...renewals(3, 20_000), ...won(1, 50_000)],
      says: { severity: 'medium', evidence: { renewed: 60_000, newBusiness: 50_000 } },
    },
    { kind: 'boundary', title: 'exactly as much', deals: [...renewals(3, 20_000), ...won(2, 30_000)] },
    { kind: 'miss', title: 'more new business', deals: [...renewals(3, 20_000), ...won(2, 40_000)] },
    { kind: 'boundary', title: 'two renewals tell nothing', deals: [...renewals(2, 90_000), ...won(1, 10_000)] },
    {
      kind: 'hit',
      title: 'lost renewals count too',
      deals: [...renewals(2, 20_000), ...renewals(1, 30_000, 'Closed Lost'), ...won(1, 60_000)],
      says: { severity: 'medium', evidence: { lostRenewals: 30_000 } },
    },
    {
      kind: 'boundary',
      title: 'half a year and a day ago is too long ago',
      deals: [...renewals(3, 20_000).map((deal) => ({ ...deal, closeDate: '2026-05-22' })), ...won(1, 50_000)],
    },
    {
      kind: 'boundary',
      title: 'what was lost is no new business, and what was renewed today counts',
      deals: [
        ...renewals(3, 20_000).map((deal) => ({ ...deal, closeDate: '2026-11-20' })),
        ...won(1, 50_000),
        ...won(1, 90_000).map((deal) => ({ ...deal, stage: 'Closed Lost' })),
      ],
      says: { severity: 'medium', evidence: { renewed: 60_000, newBusiness: 50_000 } },
    },
  ],
})

const amountOf = (deals: readonly Deal[]) => totalAmount(deals) ?? 0

function renewals(times: number, amount: number, stage = 'Closed Won') {
  const renewal = { type: 'Renewal', created: '2026-05-04', closeDate: '2026-09-01', stage, amount, times }
  return [{ amount: 1 }, renewal]
}

function won(times: number, amount: number) {
  return [{ created: '2026-05-04', closeDate: '2026-09-01', stage: 'Closed Won', amount, times }]
}
