import { daysUnworked } from '../../src/book/deals/work.ts'
import { defineRule } from '../../src/engine/rule.ts'
import { isoOrNull } from '../../src/language/words.ts'

export const neverWorked = defineRule({
  id: 'never-worked',
  scopes: ['deal'],
  family: 'deals',
  place: 'agenda',
  cures: 'work',
  title: 'Never worked',
  phrase: 'on deals never worked',
  why:
    'A deal that nobody has touched since it was typed in is a name on a list and no opportunity. It makes the pipeline ' +
    'look fuller than it is, and whoever asked to be called has been waiting since.',
  // Stage changes alone would not do: a stage that stands says nothing about calls, and most new deals stand.
  needs: ['lastActivity'],
  options: { days: 14 },
  renewals: 'never',

  check(deal, { book, options }) {
    const daysOpen = daysUnworked(deal, book)
    if (daysOpen === undefined || daysOpen < options.days) return undefined
    return {
      severity: 'medium',
      evidence: {
        daysOpen,
        created: isoOrNull(deal.created),
        stage: deal.stage ?? null,
        // Null where nothing tells: then only the missing activity is claimed.
        hasMoved: deal.hasMoved ?? null,
        planned: isoOrNull(deal.planned),
        account: deal.account ?? null,
      },
    }
  },

  say({ daysOpen, hasMoved, planned, account }, words) {
    const still = hasMoved === false ? ', and its stage has never changed' : ''
    const ahead = planned === null ? '' : `; the first thing planned is for ${words.date(planned)}`
    return {
      problem: `nothing logged in the ${words.count(daysOpen, 'day')} since it was created${still}${ahead}`,
      asks: [
        `Who at ${account ?? 'the client'} knows that we are working on this, and what are they waiting for?`,
        'If you have not had an hour for it until now, who on the team has one, or should it be closed?',
      ],
      action: `Hold a first conversation with the client of ${words.subject}, or close it`,
    }
  },

  proof: () => 'activity',

  examples: () => [
    {
      kind: 'boundary',
      title: 'created fourteen days ago, and nothing since',
      deals: [{ ...untouched('2026-11-06') }, { times: 3 }],
      says: { severity: 'medium', evidence: { daysOpen: 14, hasMoved: false, created: '2026-11-06' } },
    },
    { kind: 'boundary', title: 'thirteen days ago', deals: [{ ...untouched('2026-11-07') }, { times: 3 }] },
    {
      kind: 'hit',
      title: 'a step for next week is no work yet',
      deals: [{ ...untouched('2026-10-16'), nextStep: '11/27: first call' }, { times: 3 }],
      says: { severity: 'medium', evidence: { daysOpen: 35, planned: '2026-11-27' } },
    },
    {
      kind: 'miss',
      title: 'one call was made, long ago',
      deals: [{ ...untouched('2026-09-01'), lastActivity: '2026-09-03' }, { times: 3 }],
    },
    {
      kind: 'miss',
      title: 'nothing logged, but it has moved a stage: somebody worked on it',
      deals: [{ ...untouched('2026-10-16'), stage: 'Qualification', stageChanged: '2026-10-30' }, { times: 3 }],
    },
    {
      kind: 'boundary',
      title: 'nothing tells when stages changed: in the first stage it has not moved',
      deals: [{ created: '2026-10-16', lastActivity: null, stage: 'Prospecting' }, { times: 3 }],
      says: { severity: 'medium', evidence: { hasMoved: null } },
    },
    {
      kind: 'boundary',
      title: 'and in a later one it has, at a time that nobody knows',
      deals: [{ created: '2026-10-16', lastActivity: null, stage: 'Qualification' }, { times: 3 }],
    },
    {
      kind: 'miss',
      title: 'the export of activities begins after it was created: what came before is unknown',
      deals: [
        { ...untouched('2026-09-01') },
        { created: '2026-10-01', lastActivity: null, activities: [{ on: '2026-10-16' }], times: 10 },
      ],
    },
    {
      kind: 'miss',
      title: 'a renewal lies where it is until its time comes',
      deals: [{ ...untouched('2026-01-05'), type: 'Renewal', closeDate: '2026-12-31' }, { times: 3 }],
    },
  ],
})

/** A deal in its first stage since it was created, with no activity at all. */
function untouched(created: string) {
  const stage = 'Prospecting'
  return { created, lastActivity: null, nextStep: null, stage, stages: [[created, stage]] as const }
}
