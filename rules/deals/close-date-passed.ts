import { defineRule } from '../../src/engine/rule.ts'
import { isoOrNull } from '../../src/language/words.ts'

export const closeDatePassed = defineRule({
  id: 'close-date-passed',
  scopes: ['deal'],
  family: 'deals',
  cures: 'close-date',
  title: 'Past its close date',
  why:
    'An open deal that should have closed already makes every forecast wrong. On a small deal it is a date nobody has ' +
    'tidied; on one of the largest it is a promise that was not kept, and worth a conversation.',
  needs: ['closeDate'],
  options: { mediumDays: 15, highDays: 61, topShare: 0.2 },

  check(deal, { book, asOf, options }) {
    const daysOverdue = asOf - (deal.closeDate ?? asOf)
    if (daysOverdue <= 0) return undefined
    const large = book.openAmounts.quantile(1 - options.topShare)
    return {
      severity: daysOverdue >= options.highDays ? 'high' : daysOverdue >= options.mediumDays ? 'medium' : 'low',
      evidence: {
        closeDate: isoOrNull(deal.closeDate),
        daysOverdue,
        isLarge: (deal.amount ?? 0) >= (large ?? Infinity),
      },
    }
  },

  say({ closeDate, daysOverdue }, words) {
    return {
      problem: `${words.count(daysOverdue, 'day')} overdue, was due ${words.date(closeDate ?? '')}`,
      asks: [
        'What did the client need by that day that they did not get?',
        'Which day would the client themselves name, and what has to happen before it?',
      ],
      action: `Agree a close date for ${words.subject} with the client`,
    }
  },

  place: ({ isLarge }) => (isLarge ? 'agenda' : 'hygiene'),
  proof: () => 'cleared:close-date-passed',

  examples: () => [
    { kind: 'boundary', title: 'closes today', deals: [{ closeDate: '2026-11-20' }] },
    {
      kind: 'boundary',
      title: 'should have closed yesterday',
      deals: [{ closeDate: '2026-11-19' }],
      says: { severity: 'low', evidence: { daysOverdue: 1 } },
    },
    {
      kind: 'boundary',
      title: 'fourteen days ago is still low',
      deals: [{ closeDate: '2026-11-06' }],
      says: { severity: 'low', evidence: { daysOverdue: 14 } },
    },
    {
      kind: 'boundary',
      title: 'fifteen days ago is medium',
      deals: [{ closeDate: '2026-11-05' }],
      says: { severity: 'medium' },
    },
    {
      kind: 'boundary',
      title: 'sixty days ago is still medium',
      deals: [{ closeDate: '2026-09-21' }],
      says: { severity: 'medium', evidence: { daysOverdue: 60 } },
    },
    {
      kind: 'hit',
      title: 'overdue for three months',
      deals: [{ closeDate: '2026-08-20' }],
      says: { severity: 'high', evidence: { daysOverdue: 92 } },
    },
    {
      kind: 'hit',
      title: 'the largest deal of the team is more than hygiene',
      deals: [
        { closeDate: '2026-11-10', amount: 90_000 },
        { amount: 10_000, times: 9 },
      ],
      says: { severity: 'low', evidence: { isLarge: true } },
    },
    { kind: 'miss', title: 'no close date is another matter', deals: [{ closeDate: null }] },
    {
      kind: 'boundary',
      title: 'sixty-one days ago is high',
      deals: [{ closeDate: '2026-09-20' }],
      says: { severity: 'high', evidence: { daysOverdue: 61 } },
    },
    {
      kind: 'hit',
      title: 'on a small deal the date only has to be tidied',
      deals: [
        { closeDate: '2026-11-10', amount: 5_000 },
        { amount: 10_000, times: 9 },
      ],
      says: { severity: 'low', evidence: { isLarge: false } },
    },
    {
      kind: 'hit',
      title: 'without an amount nobody knows that it is large',
      deals: [
        { closeDate: '2026-11-10', amount: null },
        { amount: null, times: 3 },
      ],
      says: { severity: 'low', evidence: { isLarge: false } },
    },
  ],
})
