import { workRate } from '../../src/book/deals/work.ts'
import { defineRule } from '../../src/engine/rule.ts'
import { isoOrNull } from '../../src/language/words.ts'

export const underWorked = defineRule({
  id: 'under-worked',
  scopes: ['deal'],
  family: 'deals',
  place: 'agenda',
  cures: 'work',
  title: 'Worked less than once a week',
  phrase: 'on deals hardly worked',
  why:
    'A customer who hears from us less than once a week hears more of everything else they could do with the money. ' +
    'Deals worked so thinly are won less often, and they take hours from the others.',
  needs: ['created', 'dealActivities'],
  options: { days: 14, touchesPerWeek: 1 },
  yieldsTo: ['never-worked', 'stale-deal'],

  check(deal, { book, options }) {
    const rate = workRate(deal, book)
    if (rate === undefined || rate.weeks * 7 < options.days) return undefined
    const { touches, weeks, since, isRenewalClock } = rate
    if (touches >= options.touchesPerWeek * weeks) return undefined
    return {
      severity: 'medium',
      evidence: {
        touches,
        weeks: Math.round(weeks * 10) / 10,
        perWeek: Math.round((touches / weeks) * 100) / 100,
        since: isoOrNull(since),
        isRenewalClock,
        lastActivity: isoOrNull(deal.lastActivity),
        contact: deal.speakTo ?? null,
      },
    }
  },

  say({ touches, since, isRenewalClock, contact }, words) {
    const clock = isRenewalClock ? ', 90 days before the renewal' : ''
    const who = contact ?? 'the customer'
    return {
      problem: `in touch ${['never', 'once', 'twice'][touches] ?? `${touches} times`} since ${words.date(since ?? '')}${clock}`,
      asks: [
        `What would make ${who} want to hear from you this week?`,
        `Is ${words.subject} worth an hour a week? If not, when do you close it?`,
      ],
      action: `Put two conversations with ${who} about ${words.subject} into the diary`,
    }
  },

  ofMany: () => ({ ask: 'Which deals would we give up, so that those we keep get an hour a week?' }),

  proof: () => 'activity',

  examples: () => [
    {
      kind: 'hit',
      title: 'five weeks old, and three calls',
      deals: [{ created: '2026-10-16', activities: calls(3) }],
      says: { severity: 'medium', evidence: { touches: 3, weeks: 5, since: '2026-10-16', isRenewalClock: false } },
    },
    { kind: 'boundary', title: 'five calls are one a week', deals: [{ created: '2026-10-16', activities: calls(5) }] },
    {
      kind: 'boundary',
      title: 'one day older, and five are less than one a week',
      deals: [{ created: '2026-10-15', activities: calls(5) }],
      says: { severity: 'medium', evidence: { touches: 5, weeks: 5.1 } },
    },
    { kind: 'boundary', title: 'open for thirteen days', deals: [{ created: '2026-11-07', activities: calls(1) }] },
    {
      kind: 'boundary',
      title: 'for fourteen',
      deals: [{ created: '2026-11-06', activities: calls(1) }],
      says: { severity: 'medium', evidence: { touches: 1, weeks: 2 } },
    },
    {
      kind: 'boundary',
      title: 'the column with the last activity knows of one more than the calls',
      deals: [{ created: '2026-11-06', lastActivity: '2026-11-19', activities: calls(1) }],
    },
    {
      kind: 'miss',
      title: 'it is older than the export of activities, and only the weeks that this tells of are counted',
      deals: [{ created: '2026-07-01', activities: calls(5), times: 10 }],
    },
    {
      kind: 'miss',
      title: 'a renewal is not worked from the day of the contract on, but from ninety days before its close',
      deals: [
        { type: 'Renewal', created: '2026-01-05', closeDate: '2027-02-04', activities: calls(2) },
        { created: '2026-01-05', activities: [{ on: '2026-01-06', times: 45, every: 7 }], times: 4 },
      ],
    },
    {
      kind: 'hit',
      title: 'and then it is said from when its weeks are counted',
      deals: [{ type: 'Renewal', created: '2026-01-05', closeDate: '2027-01-15', activities: calls(1) }],
      says: { severity: 'medium', evidence: { touches: 1, weeks: 4.9, since: '2026-10-17', isRenewalClock: true } },
    },
    {
      kind: 'miss',
      title: 'nobody knows how old it is',
      deals: [{ created: null, activities: calls(1) }, { times: 3 }],
    },
  ],
})

/** So many calls, the last on Wednesday and each a week after the one before; nothing else tells of an activity. */
function calls(times: 1 | 2 | 3 | 4 | 5) {
  const first = { 1: '2026-11-18', 2: '2026-11-11', 3: '2026-11-04', 4: '2026-10-28', 5: '2026-10-21' }[times]
  return [{ on: first, times, every: 7 }]
}
