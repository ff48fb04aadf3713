import type { Account } from '../../src/book/accounts/account.ts'
import type { Touch } from '../../src/book/activity/touches.ts'
import type { Book } from '../../src/book/book.ts'
import type { Deal } from '../../src/book/deals/deal.ts'
import { defineRule } from '../../src/engine/rule.ts'
import { addDays, isoDate } from '../../src/time/plain-date.ts'

interface Options {
  readonly days: number
  readonly touches: number
}

export const vendorRelationship = defineRule({
  id: 'vendor-relationship',
  scopes: ['deal', 'account'],
  family: 'people',
  place: 'agenda',
  cures: 'client-step',
  title: 'The client never calls',
  why:
    'People ring an adviser before they decide and a vendor afterwards, for the price. When every contact of a quarter ' +
    'was begun by us, nobody there thinks of us when something comes up.',
  needs: ['activityDirection'],
  options: { days: 90, touches: 6 },

  check(subject, { book, options }) {
    const isAccount = 'deals' in subject
    const touches = isAccount ? ofClient(subject, book, options) : book.activities.touches(subject)
    const outgoing = oneWay(touches, book, options)
    const [first] = outgoing
    if (first === undefined) return undefined
    return {
      severity: 'low',
      evidence: {
        touches: outgoing.length,
        since: isoDate(first.day),
        days: options.days,
        account: isAccount ? subject.name : (subject.account ?? null),
        contactNames: [...new Set(outgoing.flatMap(({ person }) => person ?? []))].slice(0, 3),
      },
    }
  },

  say({ touches, since, account, contactNames }, words) {
    const client = account ?? 'the client'
    const whom = contactNames.length === 0 ? client : words.list(contactNames)
    return {
      problem: `${touches} calls and emails to ${account ?? 'the customer'} since ${words.date(since)}, and none from there`,
      asks: [
        `When did somebody at ${client} last call you unasked, and what about?`,
        `What could you bring ${whom} that they would want to hear from you first?`,
      ],
      action: `Bring ${whom} one thing about their own business by ${words.nextReview}, with nothing to sell in it`,
    }
  },

  examples: () => [
    {
      kind: 'hit',
      title: 'six e-mails and none back',
      deals: [
        {
          account: 'Northwind',
          activities: [{ on: '2026-10-16', kind: 'email', with: 'Sally Ortiz', direction: 'out', times: 6, every: 6 }],
        },
        { activities: [{ on: '2026-11-02', kind: 'email', direction: 'in' }] },
      ],
      says: { severity: 'low', evidence: { touches: 6, since: '2026-10-16', contactNames: ['Sally Ortiz'] } },
    },
    {
      kind: 'boundary',
      title: 'five',
      deals: [
        { activities: [{ on: '2026-10-16', kind: 'email', direction: 'out', times: 5, every: 6 }] },
        { activities: [{ on: '2026-11-02', kind: 'email', direction: 'in' }] },
      ],
    },
    {
      kind: 'boundary',
      title: 'one of the six was ninety days ago',
      deals: [
        {
          created: '2026-07-01',
          activities: [
            { on: '2026-08-22', kind: 'email', direction: 'out' },
            { on: '2026-10-16', kind: 'email', direction: 'out', times: 5, every: 6 },
          ],
        },
        { activities: [{ on: '2026-11-02', kind: 'email', direction: 'in' }] },
      ],
    },
    {
      kind: 'miss',
      title: 'the client wrote once',
      deals: [
        {
          activities: [
            { on: '2026-10-16', kind: 'email', direction: 'out', times: 6, every: 6 },
            { on: '2026-10-20', kind: 'email', direction: 'in' },
          ],
        },
      ],
    },
    {
      kind: 'hit',
      title: 'a client with whom nothing is open',
      deals: [
        { account: 'Northwind', stage: 'Closed Won', closeDate: '2026-03-31', created: '2026-01-10' },
        { activities: [{ on: '2026-11-02', kind: 'email', direction: 'in' }] },
      ],
      activities: [
        {
          on: '2026-09-01',
          kind: 'call',
          with: 'Sally Ortiz',
          direction: 'out',
          account: 'Northwind',
          times: 6,
          every: 10,
        },
      ],
      says: { severity: 'low', evidence: { account: 'Northwind', touches: 6, since: '2026-09-01' } },
    },
    {
      kind: 'hit',
      title: 'six calls to four persons: three are named; notes are no calls',
      deals: [
        {
          activities: [
            ...['Ada Moss', 'Bo Lund', 'Cy Reed', 'Sally Ortiz'].map((person) => ({
              on: '2026-10-16',
              with: person,
              direction: 'out' as const,
            })),
            { on: '2026-10-20', with: 'Ada Moss', direction: 'out', times: 2 },
            { on: '2026-10-22', kind: 'note', direction: 'in' },
          ],
        },
        { activities: [{ on: '2026-11-02', kind: 'email', direction: 'in', times: 2 }] },
      ],
      says: { severity: 'low', evidence: { touches: 6, contactNames: ['Ada Moss', 'Bo Lund', 'Cy Reed'] } },
    },
    {
      kind: 'boundary',
      title: 'of one nobody knows who began it: five are ours',
      deals: [
        { activities: [{ on: '2026-10-16', direction: 'out', times: 5 }, { on: '2026-10-20' }] },
        { activities: [{ on: '2026-11-02', kind: 'email', direction: 'in' }] },
      ],
    },
    {
      kind: 'hit',
      title: 'nobody knows the company, nor whom the six were with',
      deals: [
        { account: null, activities: [{ on: '2026-10-16', kind: 'email', direction: 'out', times: 6 }] },
        { activities: [{ on: '2026-11-02', kind: 'email', direction: 'in' }] },
      ],
      says: { severity: 'low', evidence: { account: null, contactNames: [] } },
    },
    {
      kind: 'miss',
      title: 'six calls to a stranger are prospecting',
      deals: [{ account: 'Northwind' }, { activities: [{ on: '2026-11-02', kind: 'email', direction: 'in' }] }],
      activities: [{ on: '2026-09-01', direction: 'out', account: 'Northwind', times: 6, every: 10 }],
    },
    {
      kind: 'miss',
      title: 'of a client, one of whose open deals tells it already',
      deals: [
        { account: 'Northwind', stage: 'Closed Won', closeDate: '2026-03-31', created: '2026-01-10' },
        { activities: [{ on: '2026-11-02', kind: 'email', direction: 'in' }] },
        {
          account: 'Northwind',
          activities: [{ on: '2026-10-16', kind: 'email', direction: 'out', times: 6, every: 6 }],
        },
      ],
    },
  ],
})

/**
 * What we began in these days, where it is enough and nothing came from the client; else nothing. A touch that nobody
 * knows the beginner of is neither: it makes up no number, and excuses nothing.
 */
function oneWay(touches: readonly Touch[], { asOf }: Book, { days, touches: least }: Options): readonly Touch[] {
  const recent = touches.filter(({ day, kind }) => day > addDays(asOf, -days) && kind !== 'note')
  if (recent.some(({ direction }) => direction === 'in')) return []
  const outgoing = recent.filter(({ direction }) => direction === 'out')
  return outgoing.length >= least ? outgoing : []
}

/**
 * Only of clients, for six calls to a stranger are prospecting; and only where none of their open deals tells the same
 * story already.
 */
function ofClient(account: Account, book: Book, options: Options): readonly Touch[] {
  const isTold = (deal: Deal) =>
    deal.state === 'open' && oneWay(book.activities.touches(deal), book, options).length > 0
  return !account.isClient || account.deals.some(isTold) ? [] : book.activities.touchesOfAccount(account)
}
