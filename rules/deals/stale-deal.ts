import { halfReach } from '../../src/book/kit/statistics.ts'
import { defineRule } from '../../src/engine/rule.ts'
import { isoOrNull } from '../../src/language/words.ts'

export const staleDeal = defineRule({
  id: 'stale-deal',
  scopes: ['deal'],
  family: 'deals',
  place: 'agenda',
  cures: 'call',
  title: 'Gone silent',
  phrase: 'on deals without contact',
  why:
    'A deal that nobody touches is not standing still: the client’s attention moves on, and a competitor or another ' +
    'project takes the place. Silence is the earliest sign that an opportunity is being hoped for and not worked.',
  needs: ['lastActivity'],
  options: { days: 14, planExcusesDays: 28 },
  perStage: 'days',
  yieldsTo: ['never-worked'],

  check(deal, { book, options, isConfigured }) {
    const { daysSilent } = deal
    // A team that wins in ten days cannot wait fourteen: half a usual cycle, but never under three days.
    const short = Math.max(3, (book.norms.medianCycle ?? Infinity) / 2)
    const threshold = isConfigured('days') ? options.days : Math.min(options.days, short)
    if (daysSilent === undefined || daysSilent < threshold) return undefined
    if (deal.isPlanned && daysSilent <= options.planExcusesDays) return undefined
    return {
      severity: daysSilent >= 2 * threshold ? 'high' : 'medium',
      evidence: {
        daysSilent,
        lastActivity: isoOrNull(deal.lastActivity),
        threshold: Math.ceil(threshold),
        planned: isoOrNull(deal.planned),
        contact: deal.speakTo ?? null,
        spokenTo: deal.lastSpokenTo ?? null,
        // Null where only a column tells of that day, and not what was done.
        hasSpoken: deal.hasSpoken ?? null,
      },
    }
  },

  say({ daysSilent, lastActivity, contact, spokenTo, hasSpoken }, words) {
    const who = contact ?? 'the client'
    if (lastActivity === null)
      return {
        problem: `nothing logged in the ${daysSilent} days since it was created`,
        asks: ['What would the client say happens next?', 'Is this an opportunity yet, and what makes it one?'],
        action: `Speak to ${who} about ${words.subject}`,
      }
    const asked = hasSpoken === false ? `When did anybody last speak to ${who}, and what came of it?` : undefined
    return {
      problem: `no contact for ${daysSilent} days, since ${words.date(lastActivity)}`,
      asks: [
        asked ??
          `What did ${spokenTo ?? 'the client'} agree to on ${words.date(lastActivity)}, and what has become of it?`,
        'What would be worth a call to them this week?',
      ],
      action: `Speak to ${who} about ${words.subject}`,
    }
  },

  ofMany: (all) => ({
    fact: `half of them for ${halfReach(all.map(({ daysSilent }) => daysSilent))} days or more`,
    ask: 'What would we stop doing to call them?',
  }),

  proof: () => 'activity',

  examples: () => [
    {
      kind: 'boundary',
      title: 'silent for fourteen days to the day',
      deals: [{ lastActivity: '2026-11-06', nextStep: null }],
      says: { severity: 'medium', evidence: { daysSilent: 14, threshold: 14, lastActivity: '2026-11-06' } },
    },
    { kind: 'miss', title: 'silent for thirteen days', deals: [{ lastActivity: '2026-11-07', nextStep: null }] },
    {
      kind: 'hit',
      title: 'silent for six weeks',
      deals: [{ created: '2026-09-01', lastActivity: '2026-10-09' }],
      says: { severity: 'high', evidence: { daysSilent: 42 } },
    },
    {
      kind: 'hit',
      title: 'somebody was spoken to on that day',
      deals: [{ lastActivity: null, activities: [{ on: '2026-10-19', with: 'Bo Lund' }] }],
      says: { severity: 'high', evidence: { contact: 'Bo Lund', spokenTo: 'Bo Lund', hasSpoken: true } },
    },
    {
      kind: 'hit',
      title: 'nobody took the call: nobody is said to have agreed to anything',
      deals: [{ lastActivity: null, activities: [{ on: '2026-10-19', with: 'Bo Lund', outcome: 'No answer' }] }],
      says: { severity: 'high', evidence: { contact: 'Bo Lund', spokenTo: null, hasSpoken: false } },
    },
    {
      kind: 'hit',
      title: 'somebody else of the company was met: whoever is on the deal is to be spoken to',
      deals: [{ account: 'Northwind', lastActivity: null }],
      activities: [{ on: '2026-10-19', kind: 'meeting', with: 'Dan Rojas', account: 'Northwind' }],
      says: { severity: 'high', evidence: { contact: 'Ada Moss', spokenTo: null, hasSpoken: false } },
    },
    {
      kind: 'boundary',
      title: 'twice the threshold is high',
      deals: [{ lastActivity: '2026-10-23', nextStep: null }],
      says: { severity: 'high', evidence: { daysSilent: 28 } },
    },
    {
      kind: 'miss',
      title: 'silent for three weeks, but a meeting is planned',
      deals: [{ lastActivity: '2026-10-30', nextStep: null, nextActivity: '2026-11-24' }],
    },
    { kind: 'miss', title: 'or a dated next step lies ahead', deals: [{ lastActivity: '2026-10-30' }] },
    {
      kind: 'boundary',
      title: 'a plan excuses four weeks of silence and no more',
      deals: [{ lastActivity: '2026-10-22', nextActivity: '2026-11-24' }],
      says: { severity: 'high', evidence: { daysSilent: 29 } },
    },
    {
      kind: 'hit',
      title: 'created three weeks ago and never touched',
      deals: [{ created: '2026-10-30', lastActivity: null, nextStep: null }, { times: 3 }],
      says: { severity: 'medium', evidence: { daysSilent: 21, lastActivity: null } },
    },
    {
      kind: 'miss',
      title: 'the manager allows six weeks',
      deals: [{ lastActivity: '2026-10-30', nextStep: null }],
      options: { days: 42 },
    },
    {
      kind: 'hit',
      title: 'wins take ten days: half of that is long',
      deals: [{ created: '2026-10-15', lastActivity: '2026-11-15', nextStep: null }, ...winners()],
      says: { severity: 'medium', evidence: { daysSilent: 5, threshold: 5 } },
    },
    {
      kind: 'miss',
      title: 'unless the manager has said fourteen',
      deals: [{ created: '2026-10-15', lastActivity: '2026-11-15', nextStep: null }, ...winners()],
      options: { days: 14 },
    },
    {
      kind: 'boundary',
      title: 'four weeks of silence to the day, and a plan',
      deals: [{ lastActivity: '2026-10-23', nextActivity: '2026-11-24' }],
    },
    {
      kind: 'miss',
      title: 'nobody knows since when',
      deals: [{ created: null, lastActivity: null, nextStep: null }, { times: 3 }],
    },
  ],
})

/** Twenty, each won within ten days. */
function winners() {
  const won = { stage: 'Closed Won', times: 10 }
  return [
    { ...won, created: '2026-05-01', closeDate: '2026-05-11' },
    { ...won, created: '2026-06-01', closeDate: '2026-06-11' },
  ]
}
