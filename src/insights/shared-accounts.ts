import type { Book } from '../book/book.ts'
import type { Deal } from '../book/deals/deal.ts'
import { defineInsight, type Sighting } from '../engine/insight.ts'
import { groupBy } from '../kit/collections.ts'
import { count, list, name, number, sum, text, type Said } from '../language/sentence.ts'

interface Shared {
  readonly account: string
  readonly reps: readonly string[]
  readonly deals: readonly Deal[]
}

interface Facts {
  readonly shared: readonly Shared[]
  /** Accounts with open deals. */
  readonly accounts: number
  readonly open: readonly Deal[]
}

export const sharedAccounts = defineInsight({
  id: 'shared-accounts',
  title: 'Who owns the account',
  why:
    'Where three or more reps have open deals at one customer, nobody speaks for us there, and the customer hears as many ' +
    'prices. Which of them leads is decided by whoever leads the team.',
  place: 'point',
  needs: ['accounts'],
  options: { leastReps: 3 },

  find(book, { leastReps }): Sighting<Facts>[] {
    const byAccount = openByAccount(book)
    const shared = [...byAccount].flatMap(([account, deals]): Shared[] => {
      const reps = [...new Set(deals.flatMap(({ owner }) => owner ?? []))]
      return reps.length >= leastReps ? [{ account, reps, deals }] : []
    })
    if (shared.length === 0) return []
    const sorted = shared.toSorted((a, b) => sum(b.deals).amount - sum(a.deals).amount)
    const open = sorted.flatMap(({ deals }) => deals)
    return [{ facts: { shared: sorted, accounts: byAccount.size, open }, open }]
  },

  say({ shared, accounts, open }) {
    const [first] = shared
    const hasAmount = open.some(({ amount }) => amount !== undefined)
    const slots = {
      shared: number(shared.length),
      accounts: number(accounts),
      open: count(open),
      amount: sum(open),
      account: name(first?.account ?? ''),
      reps: list(called(first?.reps ?? []), 'and'),
      deals: count(first?.deals ?? []),
      most: text(first?.account ?? ''),
    }
    return {
      text: [
        {
          template: 'shared-accounts',
          words: `At {shared} of {accounts} customers with open deals three or more reps have one; {open} {open?deal|deals}${hasAmount ? ' ({amount})' : ''} lie there.`,
          slots,
        },
        {
          template: 'shared-accounts.largest',
          words: '{account}: {deals} {deals?deal|deals} of {reps}.',
          slots,
        },
      ],
      ask: { template: 'shared-accounts.ask', words: 'Which of {reps} leads at {account}?', slots },
    }
  },

  evidence: ({ shared, accounts, open }) => ({
    accounts: shared.length,
    of: accounts,
    open: open.length,
    openAmount: sum(open).amount,
    largest: shared[0]?.account ?? null,
    reps: shared[0]?.reps.length ?? null,
  }),

  examples: () => [
    {
      kind: 'hit',
      title: 'three reps have an open deal at one customer',
      deals: ['Dana Whitfield', 'Tom Okafor', 'Priya Natarajan'].map((owner) => ({ owner, account: 'Alder Foods' })),
      says: { evidence: { accounts: 1, open: 3, reps: 3 } },
    },
    {
      kind: 'miss',
      title: 'each rep has customers of their own',
      deals: ['Dana Whitfield', 'Tom Okafor', 'Priya Natarajan'].map((owner) => ({ owner, account: `${owner} & Co` })),
    },
    {
      kind: 'boundary',
      title: 'two reps can share a customer',
      deals: ['Dana Whitfield', 'Tom Okafor'].map((owner) => ({ owner, account: 'Alder Foods' })),
    },
  ],
})

/** Names for a sentence; too many of them are only counted. */
const MOST_NAMES = 4

function called(reps: readonly string[]): Said[] {
  if (reps.length > MOST_NAMES)
    return [{ template: 'reps', words: 'the {reps} reps', slots: { reps: number(reps.length) } }]
  return reps.map((rep) => ({ template: 'rep', words: '{rep:first}', slots: { rep: name(rep) } }))
}

function openByAccount({ open }: Book): ReadonlyMap<string, readonly Deal[]> {
  const known = open.filter(({ account }) => account !== undefined)
  return groupBy(known, ({ account }) => account ?? '')
}
