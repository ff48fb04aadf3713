import { lastLookedAt, movedBackSince } from '../../src/book/deals/setbacks.ts'
import { defineRule } from '../../src/engine/rule.ts'
import { isoOrNull } from '../../src/language/words.ts'

export const stageMovedBack = defineRule({
  id: 'stage-moved-back',
  scopes: ['deal'],
  family: 'deals',
  place: 'agenda',
  cures: 'stage',
  title: 'Moved back',
  phrase: 'on deals that went back a stage',
  why:
    'Moving a deal back is honest, and worth more than leaving it where it does not belong. But something was taken for ' +
    'settled that was not, and what that was decides whether the next weeks are worth spending.',
  needs: ['earlierStages', 'givenStageOrder'],
  options: { days: 30 },

  check(deal, { book, options }) {
    const since = lastLookedAt(book, options.days)
    const back = movedBackSince(deal, since, book)
    if (back === undefined) return undefined
    const steps = Math.round((back.fromPosition - back.toPosition) * (book.stages.names.length - 1))
    return {
      severity: 'medium',
      evidence: {
        from: back.from,
        to: deal.stage ?? null,
        steps,
        movedOn: isoOrNull(back.movedOn),
        since: isoOrNull(since),
      },
    }
  },

  say({ from, to, movedOn, steps }, words) {
    const on = movedOn === null ? '' : ` on ${words.date(movedOn)}`
    const far = steps > 1 ? `, ${words.count(steps, 'stage')}` : ''
    return {
      problem: `moved back from ${from} to ${to ?? 'an earlier stage'}${on}${far}`,
      asks: [
        `What did you take for settled in ${from} that turned out not to be?`,
        'What did the client say or do that put it back, and who was it?',
      ],
      action: `Have the client of ${words.subject} say what they need before ${from}`,
    }
  },

  proof: ({ from }) => `stage:${from}`,

  examples: () => [
    {
      kind: 'hit',
      title: 'back from negotiation to the proposal ten days ago',
      deals: [went('Negotiation/Review', '2026-10-20', '2026-11-10')],
      says: {
        severity: 'medium',
        evidence: { from: 'Negotiation/Review', to: 'Proposal/Price Quote', steps: 1, movedOn: '2026-11-10' },
      },
    },
    {
      kind: 'boundary',
      title: 'twenty-nine days ago',
      deals: [went('Negotiation/Review', '2026-10-19', '2026-10-22')],
      says: { severity: 'medium' },
    },
    {
      kind: 'boundary',
      title: 'thirty days ago: the last thirty begin the day after',
      deals: [went('Negotiation/Review', '2026-10-19', '2026-10-21')],
    },
    {
      kind: 'boundary',
      title: 'moved on and back on the same day: a slip of the mouse',
      deals: [went('Negotiation/Review', '2026-11-10', '2026-11-10')],
    },
    {
      kind: 'hit',
      title: 'the last review saw it in negotiation',
      deals: [{ earlier: [{ stage: 'Negotiation/Review' }] }],
      says: { severity: 'medium', evidence: { from: 'Negotiation/Review', movedOn: null, since: '2026-11-13' } },
    },
    {
      kind: 'boundary',
      title: 'it came back ten days ago, and the last review has seen that',
      deals: [{ ...went('Negotiation/Review', '2026-10-20', '2026-11-10'), earlier: [{}] }],
    },
    {
      kind: 'miss',
      title: 'moved forward',
      deals: [went('Qualification', '2026-10-20', '2026-11-10')],
    },
    {
      kind: 'miss',
      title: 'a deal that was lost and is open again has no further stage behind it',
      deals: [went('Closed Lost', '2026-10-20', '2026-11-10')],
    },
    {
      kind: 'miss',
      title: 'stages whose order could only be guessed prove nothing',
      deals: [
        { stage: '2 Talk', earlier: [{ stage: '3 Offer' }] },
        { stage: '3 Offer', times: 2 },
      ],
    },
    {
      kind: 'hit',
      title: 'by two stages since the last review',
      deals: [{ stage: 'Perception Analysis', earlier: [{ stage: 'Negotiation/Review' }] }],
      says: { severity: 'medium', evidence: { from: 'Negotiation/Review', to: 'Perception Analysis', steps: 2 } },
    },
  ],
})

/** In another stage from one day to another, before and after in the proposal. */
function went(stage: string, from: string, until: string) {
  return {
    stages: [
      ['2026-10-15', 'Proposal/Price Quote'],
      [from, stage],
      [until, 'Proposal/Price Quote'],
    ],
  } as const
}
