import { oldAge } from '../../src/book/team/norms.ts'
import { halfReach } from '../../src/book/kit/statistics.ts'
import { defineRule } from '../../src/engine/rule.ts'

export const agingDeal = defineRule({
  id: 'aging-deal',
  scopes: ['deal'],
  family: 'deals',
  place: 'agenda',
  cures: 'decision',
  title: 'Open for long',
  phrase: 'on old deals',
  why:
    'Nine in ten of the team’s wins were won sooner than this deal has been open. Age beyond that is the strongest ' +
    'sign in an export that a deal will not be won: most such deals were lost long ago and nobody has said so.',
  needs: ['created'],
  options: { days: 90, highFactor: 1.5 },
  renewals: 'never',
  yieldsTo: ['stuck-in-stage'],

  check(deal, { book, options, isConfigured }) {
    const norm = oldAge(book.norms, deal)
    const wins = norm.wins
    const from = isConfigured('days') ? 'config' : norm.from === 'team' ? 'won deals' : 'default'
    const threshold = from === 'won deals' ? norm.days : options.days
    if (deal.age === undefined || deal.age <= threshold) return undefined
    return {
      severity: deal.age > options.highFactor * threshold ? 'high' : 'medium',
      evidence: { daysOpen: deal.age, threshold, from, wins },
    }
  },

  say({ daysOpen, threshold, from, wins }, words) {
    const against = {
      'won deals': `nine in ten of ${wins} such wins were won within ${threshold}`,
      default: `${threshold} is the default, too few wins to measure yours`,
      config: `${words.count(threshold, 'day')} is what you set`,
    }[from as 'won deals' | 'default' | 'config']
    return {
      problem: `open ${daysOpen} days; ${against}`,
      asks: [
        'What has changed in the last month that makes this winnable now?',
        'If it appeared today for the first time, would you take it on?',
      ],
      action: `Ask the client of ${words.subject} outright whether it is still a project, and close it if not`,
    }
  },

  // Where there are too few wins to compare with, nobody can say that it is older than they were.
  titleOf: ({ from }) => (from === 'won deals' ? 'Older than nearly all wins' : 'Open for long'),

  ofMany: (all) => ({
    fact: `half of them open for ${halfReach(all.map(({ daysOpen }) => daysOpen))} days or more`,
    ask: 'What would we lose by closing them, and what has kept us from it?',
  }),

  proof: () => 'cleared:aging-deal',

  examples: () => [
    {
      kind: 'hit',
      title: 'open four months, too few wins to know better than 90 days',
      deals: [{ created: '2026-07-23' }],
      says: { severity: 'medium', evidence: { daysOpen: 120, threshold: 90, from: 'default' } },
    },
    { kind: 'boundary', title: 'open for ninety days to the day', deals: [{ created: '2026-08-22' }] },
    {
      kind: 'boundary',
      title: 'one day more',
      deals: [{ created: '2026-08-21' }],
      says: { severity: 'medium', evidence: { daysOpen: 91 } },
    },
    {
      kind: 'hit',
      title: 'open for half as long again',
      deals: [{ created: '2026-07-07' }],
      says: { severity: 'high', evidence: { daysOpen: 136 } },
    },
    {
      kind: 'hit',
      title: 'twenty wins, each within thirty days, are a norm of the team’s own',
      deals: [
        { created: '2026-10-11' },
        { stage: 'Closed Won', created: '2026-05-01', closeDate: '2026-05-31', times: 10 },
        { stage: 'Closed Won', created: '2026-06-01', closeDate: '2026-07-01', times: 10 },
      ],
      says: { severity: 'medium', evidence: { daysOpen: 40, threshold: 30, from: 'won deals', wins: 20 } },
    },
    {
      kind: 'miss',
      title: 'nineteen wins are not',
      deals: [
        { created: '2026-10-11' },
        { stage: 'Closed Won', created: '2026-05-01', closeDate: '2026-05-31', times: 10 },
        { stage: 'Closed Won', created: '2026-06-01', closeDate: '2026-07-01', times: 9 },
      ],
    },
    {
      kind: 'hit',
      title: 'the manager gives a deal sixty days, whatever the wins took',
      deals: [{ created: '2026-09-20' }],
      options: { days: 60 },
      says: { severity: 'medium', evidence: { daysOpen: 61, threshold: 60, from: 'config' } },
    },
    { kind: 'miss', title: 'a renewal is as old as its contract', deals: [{ created: '2026-01-05', type: 'Renewal' }] },
    {
      kind: 'boundary',
      title: 'open for half as long again as ninety days, to the day',
      deals: [{ created: '2026-07-08' }],
      says: { severity: 'medium', evidence: { daysOpen: 135 } },
    },
    { kind: 'miss', title: 'nobody knows when it was created', deals: [{ created: null }, { times: 3 }] },
  ],
})
