import { stageNorm } from '../../src/book/team/norms.ts'
import { defineRule } from '../../src/engine/rule.ts'
import { isoOrNull } from '../../src/language/words.ts'

/** Where wins pass through a stage within a day or two, a week in it is not stuck yet: it has not even been reviewed. */
const LEAST_USUAL_DAYS = 5

export const stuckInStage = defineRule({
  id: 'stuck-in-stage',
  scopes: ['deal'],
  family: 'deals',
  place: 'agenda',
  cures: 'stage',
  title: 'Stuck in its stage',
  phrase: 'on deals that stand still',
  why:
    'Deals that are won keep moving. One that stays in a stage for half as long again as the team’s wins did is waiting ' +
    'for something that nobody has named: a decision, a person, a document.',
  needs: ['stageDates'],
  // `days` are the usual ones, by which the factors count.
  options: { days: 30, factor: 1.5, highFactor: 2 },
  perStage: 'days',
  renewals: 'never',
  yieldsTo: ['never-worked'],

  check(deal, { book, options, isConfigured }) {
    const { stage, daysInStage, stageSince } = deal
    if (daysInStage === undefined || stage === undefined) return undefined
    const norm = stageNorm(book.norms, stage)
    const from = isConfigured('days') ? 'config' : norm.from === 'team' ? 'won deals' : 'default'
    const usual = from === 'won deals' ? Math.max(LEAST_USUAL_DAYS, norm.days) : options.days
    if (daysInStage < options.factor * usual) return undefined
    return {
      severity: daysInStage >= options.highFactor * usual ? 'high' : 'medium',
      evidence: {
        stage,
        daysInStage,
        since: isoOrNull(stageSince),
        usual,
        threshold: Math.ceil(options.factor * usual),
        from,
        wins: norm.wins,
      },
    }
  },

  say({ stage, daysInStage, usual, from, wins }, words) {
    // Half were as fast as the median, and so within the day after it.
    const days = words.count(Math.ceil(usual), 'day')
    const against = {
      'won deals': `half of ${wins} wins left it within ${days}`,
      default: `${days} count as usual, too few wins to measure yours`,
      config: `${days} is what you set`,
    }[from as 'won deals' | 'default' | 'config']
    return {
      problem: `in ${stage} for ${words.count(daysInStage, 'day')}; ${against}`,
      asks: [
        `What does the client have to do before this can leave ${stage}, and have they said that they will?`,
        'Who on their side is it waiting for, and when did you last hear from that person?',
      ],
      action: `Agree with the client of ${words.subject} what takes it out of ${stage}, or move it back`,
    }
  },

  proof: () => 'cleared:stuck-in-stage',

  examples: () => [
    {
      kind: 'boundary',
      title: 'in its stage for forty-five days, half as long again as thirty',
      deals: [since('2026-10-06')],
      says: { severity: 'medium', evidence: { daysInStage: 45, usual: 30, threshold: 45, from: 'default' } },
    },
    { kind: 'boundary', title: 'for forty-four', deals: [since('2026-10-07')] },
    {
      kind: 'boundary',
      title: 'for sixty days, twice as long',
      deals: [since('2026-09-21')],
      says: { severity: 'high', evidence: { daysInStage: 60, since: '2026-09-21' } },
    },
    {
      kind: 'hit',
      title: 'twenty wins took ten days each in this stage: fifteen are stuck',
      deals: [since('2026-11-05'), ...winners(20)],
      says: { severity: 'medium', evidence: { daysInStage: 15, usual: 10, from: 'won deals', wins: 20 } },
    },
    { kind: 'boundary', title: 'fourteen are not', deals: [since('2026-11-06'), ...winners(20)] },
    { kind: 'miss', title: 'nineteen wins are no norm', deals: [since('2026-11-05'), ...winners(19)] },
    {
      kind: 'boundary',
      title: 'wins that leave it on the same day do not make two days long: five are usual at least',
      deals: [since('2026-11-13'), ...winners(20, '2026-05-01')],
    },
    {
      kind: 'miss',
      title: 'the manager allows sixty days in this stage',
      deals: [since('2026-09-01')],
      options: { days: 60 },
    },
    {
      kind: 'hit',
      title: 'or twenty, whatever the wins took',
      deals: [since('2026-10-21'), ...winners(20)],
      options: { days: 20 },
      says: { severity: 'medium', evidence: { daysInStage: 30, usual: 20, from: 'config' } },
    },
    {
      kind: 'miss',
      title: 'a renewal stands where it is for most of a year',
      deals: [{ ...since('2026-02-01'), type: 'Renewal' }],
    },
    {
      kind: 'miss',
      title: 'nothing tells since when it is there',
      deals: [{ created: '2026-01-15' }, ...Array.from({ length: 3 }, () => since('2026-11-05'))],
    },
    {
      kind: 'miss',
      title: 'it stands in no stage at all any more',
      deals: [{ ...since('2026-10-06'), stage: null, stageChanged: '2026-10-06' }, since('2026-11-05')],
    },
  ],
})

/** Moved from the first stage into the proposal on a day. */
function since(day: string) {
  const created = '2026-01-15'
  return {
    created,
    stages: [
      [created, 'Prospecting'],
      [day, 'Proposal/Price Quote'],
    ],
  } as const
}

/** Won in spring, after ten days in the proposal, or those from another day on. */
function winners(times: number, from: string = '2026-04-21') {
  return [
    {
      stage: 'Closed Won',
      created: '2026-04-01',
      closeDate: '2026-05-01',
      stages: [
        ['2026-04-01', 'Prospecting'],
        [from, 'Proposal/Price Quote'],
        ['2026-05-01', 'Closed Won'],
      ],
      times,
    },
  ] as const
}
