import { newBusinessOf } from '../../src/book/deals/new-business.ts'
import { isInTarget } from '../../src/book/deals/targets.ts'
import { compareText, groupBy } from '../../src/kit/collections.ts'
import { defineRule } from '../../src/engine/rule.ts'

export const unfocusedProspecting = defineRule({
  id: 'unfocused-prospecting',
  scopes: ['rep'],
  family: 'creation',
  place: 'agenda',
  cures: 'prospecting',
  title: 'Prospects beside the targets',
  why:
    'Where new business should come from was decided once, with more time than anybody has on a Tuesday morning. An ' +
    'opportunity beside it takes the same hours, and is more often one that happened to be at hand.',
  needs: ['created', 'accounts', 'targets'],
  options: { weeks: 12, share: 0.5, created: 4 },

  // Of deals whose account or segment is not known nobody can say it: they count neither way.
  check(rep, { book, options }) {
    const judged = newBusinessOf(rep, book.calendar, options.weeks).flatMap((deal) => {
      const inTarget = isInTarget(deal, book)
      return inTarget === undefined ? [] : [{ deal, inTarget }]
    })
    const inTarget = judged.filter((one) => one.inTarget).length
    if (judged.length < options.created || inTarget / judged.length >= options.share) return undefined
    const beside = judged.flatMap((one) => (one.inTarget ? [] : [one.deal]))
    return {
      severity: 'low',
      evidence: { created: judged.length, inTarget, weeks: options.weeks, elsewhere: commonest(beside) },
    }
  },

  say({ created, inTarget, weeks, elsewhere }, words) {
    return {
      problem: `${inTarget === 0 ? 'none' : inTarget} of ${created} new deals in ${words.count(weeks, 'week')} are at target customers or in target segments; outside them above all ${words.list(elsewhere)}`,
      asks: [
        'Which three target accounts would you most like to be in, and whom do you know who knows somebody there?',
        'What made you open those beside the targets, and is one of them better than a target account would be?',
      ],
      action: `Name three target accounts and whom to call there, and call the first by ${words.nextReview}`,
    }
  },

  proof: () => 'new-opportunities:1',

  examples: () => [
    {
      kind: 'hit',
      title: 'two of five with target accounts',
      config: { targetAccounts: ['Northwind', 'Globex'] },
      deals: [...at('Northwind', 1), ...at('globex', 1), ...at('Initech', 2), ...at('Hooli', 1)],
      says: { severity: 'low', evidence: { created: 5, inTarget: 2, elsewhere: ['Initech', 'Hooli'] } },
    },
    {
      kind: 'boundary',
      title: 'half of them',
      config: { targetAccounts: ['Northwind'] },
      deals: [...at('Northwind', 2), ...at('Initech', 2)],
    },
    {
      kind: 'boundary',
      title: 'three are too few to tell',
      config: { targetAccounts: ['Northwind'] },
      deals: at('Initech', 3),
    },
    {
      kind: 'boundary',
      title: 'created on the first day of the twelve weeks',
      config: { targetAccounts: ['Northwind'] },
      deals: [{ created: '2026-01-12' }, ...at('Initech', 4, '2026-08-29')],
      says: { severity: 'low', evidence: { created: 4, inTarget: 0 } },
    },
    {
      kind: 'boundary',
      title: 'one of four the day before it',
      config: { targetAccounts: ['Northwind'] },
      deals: [{ created: '2026-01-12' }, ...at('Initech', 3), ...at('Initech', 1, '2026-08-28')],
    },
    {
      kind: 'hit',
      title: 'one of four in the target segment, by the accounts’ export',
      config: { targetSegments: ['Manufacturing'] },
      accounts: segments(),
      deals: [...at('Northwind', 1), ...at('Initech', 3)],
      says: { severity: 'low', evidence: { created: 4, inTarget: 1 } },
    },
    {
      kind: 'boundary',
      title: 'one whose segment is not known counts neither way: two of four are in it',
      config: { targetSegments: ['Manufacturing'] },
      accounts: segments(),
      deals: [...at('Northwind', 2), ...at('Initech', 2), ...at('Hooli', 1)],
    },
    {
      kind: 'miss',
      title: 'a target account is one in whatever segment',
      config: { targetAccounts: ['Initech'], targetSegments: ['Manufacturing'] },
      accounts: segments(),
      deals: at('Initech', 4),
    },
    { kind: 'miss', title: 'nobody said where business should come from', deals: at('Initech', 9) },
    {
      kind: 'hit',
      title: 'three of those beside the targets are named: the most frequent first, then by name',
      config: { targetAccounts: ['Northwind'] },
      deals: [...at('Umbrella', 1), ...at('Hooli', 1), ...at('Globex', 1), ...at('Initech', 2)],
      says: { severity: 'low', evidence: { elsewhere: ['Initech', 'Globex', 'Hooli'] } },
    },
  ],
})

const MOST = 3

/** The accounts with most of these deals. */
function commonest(deals: readonly { readonly account: string | undefined }[]): string[] {
  const groups = groupBy(deals, ({ account }) => account ?? 'accounts without a name')
  return [...groups]
    .sort(([a, of], [b, others]) => others.length - of.length || compareText(a, b))
    .slice(0, MOST)
    .map(([account]) => account)
}

function at(account: string, times: number, created = '2026-10-14') {
  return [{ account, created, times }]
}

function segments() {
  return [
    { name: 'Northwind', segment: 'manufacturing' },
    { name: 'Initech', segment: 'Software' },
  ]
}
