import type { Account } from '../../src/book/accounts/account.ts'
import type { Book } from '../../src/book/book.ts'
import { totalAmount } from '../../src/book/team/measures.ts'
import { defineRule } from '../../src/engine/rule.ts'
import { isoOrNull } from '../../src/language/words.ts'
import { addDays, type Days } from '../../src/time/plain-date.ts'

export const clientListWithoutPeople = defineRule({
  id: 'client-list-without-people',
  scopes: ['account'],
  family: 'people',
  place: 'agenda',
  cures: 'contacts',
  title: 'A client without people',
  why:
    'Companies are not loyal, people are. A client of whom we know no name, or to nobody of whom we have spoken this ' +
    'quarter, is one that a competitor needs to ring only once.',
  needs: ['clients', 'clientContacts'],
  options: { days: 90 },

  check(account, { book, asOf, options }) {
    if (!account.isClient) return undefined
    const { contacts, lastSpoken } = account
    const isSilent = (lastSpoken ?? -Infinity) <= addDays(asOf, -options.days)
    const isUnspoken = isSilent && wouldShow(book, options.days)
    if (contacts.length > 0 && !isUnspoken) return undefined
    return {
      severity: 'medium',
      evidence: {
        contacts: contacts.length,
        contactNames: contacts.slice(0, NAMED).map(({ name }) => name),
        lastSpoken: isoOrNull(lastSpoken),
        days: options.days,
        won: wonFrom(account),
      },
    }
  },

  say({ contacts, contactNames, lastSpoken, days, won }, words) {
    const client = words.subject
    const worth = won === null ? '' : ` (${words.money(won)} won there)`
    if (contacts === 0)
      return {
        problem: `a customer, and nobody there is known by name${worth}`,
        asks: [
          `Who at ${client} would notice if we were gone, by name?`,
          `Who there uses what they bought, and who could stop it?`,
        ],
        action: `Put two names at ${client} into the CRM by ${words.nextReview}, and call one`,
      }
    const [first = ''] = contactNames
    const at = `at ${client}`
    const people = contacts === 1 ? first : `any of its ${contacts} people`
    const when = lastSpoken === null ? `in ${days} days` : `since ${words.date(lastSpoken)}`
    return {
      problem: `nobody has spoken to ${people} ${when}${worth}`,
      asks: [
        lastSpoken === null
          ? `What would ${first} ${at} take your call for today?`
          : contacts === 1
            ? `What has changed for ${first} ${at} since ${words.date(lastSpoken)}?`
            : `What has changed ${at} since ${words.date(lastSpoken)}, and which of ${words.list(contactNames)} will tell you?`,
        `Who else is talking to ${client} while we are not?`,
      ],
      action: `Call ${first} at ${client} by ${words.nextReview}, with no order in mind`,
    }
  },

  titleOf: ({ contacts, days }) => (contacts === 0 ? 'Nobody known by name' : `Not spoken to for ${days} days or more`),

  examples: () => [
    {
      kind: 'hit',
      title: 'a won deal, and no name',
      deals: [
        { account: 'Northwind', stage: 'Closed Won', closeDate: '2026-11-02', contacts: [], amount: 40_000 },
        { account: 'Acme', stage: 'Closed Won', closeDate: '2026-11-02' },
      ],
      says: { severity: 'medium', evidence: { contacts: 0, lastSpoken: null, won: 40_000 } },
    },
    {
      kind: 'hit',
      title: 'the last conversation was ninety days ago',
      deals: [
        {
          account: 'Northwind',
          stage: 'Closed Won',
          closeDate: '2026-08-25',
          created: '2026-06-01',
          contacts: ['Sally Ortiz'],
          activities: [{ on: '2026-08-22', with: 'Sally Ortiz' }],
        },
      ],
      says: {
        severity: 'medium',
        evidence: { contacts: 1, contactNames: ['Sally Ortiz'], lastSpoken: '2026-08-22' },
      },
    },
    {
      kind: 'boundary',
      title: 'eighty-nine',
      deals: [
        {
          account: 'Northwind',
          stage: 'Closed Won',
          closeDate: '2026-08-25',
          created: '2026-06-01',
          contacts: ['Sally Ortiz'],
          activities: [
            { on: '2026-06-02', with: 'Sally Ortiz' },
            { on: '2026-08-23', with: 'Sally Ortiz' },
          ],
        },
      ],
    },
    {
      kind: 'boundary',
      title: 'the activities begin only in October: nothing tells of the time before',
      deals: [
        { account: 'Northwind', stage: 'Closed Won', closeDate: '2026-08-25', contacts: ['Sally Ortiz'] },
        { created: '2026-09-01', activities: [{ on: '2026-10-05', with: 'Bo Lund' }] },
      ],
    },
    {
      kind: 'miss',
      title: 'nobody’s client yet',
      deals: [
        { account: 'Northwind', contacts: [] },
        { account: 'Acme', stage: 'Closed Won', closeDate: '2026-11-02' },
      ],
    },
    {
      kind: 'hit',
      title: 'four are known by name and none was ever spoken to, though the records begin in June',
      deals: [
        {
          account: 'Northwind',
          stage: 'Closed Won',
          created: '2026-06-01',
          closeDate: '2026-08-25',
          amount: 0,
          contacts: ['Ada Moss', 'Bo Lund', 'Cy Reed', 'Sally Ortiz'],
        },
        { created: '2026-06-01', activities: [{ on: '2026-06-02', with: 'Tom Reyes' }] },
      ],
      says: {
        severity: 'medium',
        evidence: { contacts: 4, contactNames: ['Ada Moss', 'Bo Lund', 'Cy Reed'], lastSpoken: null, won: null },
      },
    },
    {
      kind: 'boundary',
      title: 'what is still open there is not won yet',
      deals: [
        { account: 'Northwind', stage: 'Closed Won', closeDate: '2026-11-02', contacts: [], amount: 40_000 },
        { account: 'Northwind', contacts: [], amount: 90_000 },
        { account: 'Acme', stage: 'Closed Won', closeDate: '2026-11-02' },
      ],
      says: { severity: 'medium', evidence: { contacts: 0, won: 40_000 } },
    },
    {
      kind: 'miss',
      title: 'hardly any activity says whom it was with: silence proves nothing',
      deals: [
        {
          account: 'Northwind',
          stage: 'Closed Won',
          created: '2026-06-01',
          closeDate: '2026-08-25',
          contacts: ['Bo Lund'],
        },
        {
          created: '2026-06-01',
          activities: [
            { on: '2026-06-02', times: 11 },
            { on: '2026-06-02', with: 'Tom Reyes' },
          ],
        },
      ],
    },
    {
      kind: 'miss',
      title: 'there is no export of activities at all',
      deals: [{ account: 'Northwind', stage: 'Closed Won', created: '2026-06-01', closeDate: '2026-08-25' }],
    },
  ],
})

const NAMED = 3

/** Silence counts only where activities name persons, and reach back far enough. */
function wouldShow({ knowledge, activities, asOf }: Book, days: Days): boolean {
  return knowledge.get('activityContacts') === undefined && (activities.since ?? asOf) <= addDays(asOf, -days)
}

/** What its won deals came to; null where no amount is known. */
function wonFrom({ deals }: Account): number | null {
  const total = totalAmount(deals.filter(({ state }) => state === 'won')) ?? 0
  return total > 0 ? total : null
}
