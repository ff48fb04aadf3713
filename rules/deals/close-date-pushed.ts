import { defineRule } from '../../src/engine/rule.ts'
import { isoOrNull } from '../../src/language/words.ts'

export const closeDatePushed = defineRule({
  id: 'close-date-pushed',
  scopes: ['deal'],
  family: 'deals',
  place: 'agenda',
  cures: 'close-date',
  title: 'Deferred yet another time',
  phrase: 'deferring',
  why:
    'One push can happen to anyone. A close date that moves again and again is the rep’s hope and not the client’s ' +
    'plan: there is no event on the client’s side that makes that day matter.',
  needs: ['pushes'],
  options: { pushes: 2, highPushes: 3 },

  check(deal, { options }) {
    const { pushes, closeDate } = deal
    if (pushes === undefined || pushes.count < options.pushes) return undefined
    const { count, firstPromised, source } = pushes
    return {
      severity: count >= options.highPushes ? 'high' : 'medium',
      evidence: {
        pushes: count,
        firstPromised: isoOrNull(firstPromised),
        nowPromised: isoOrNull(closeDate),
        daysMoved: firstPromised === undefined || closeDate === undefined ? null : closeDate - firstPromised,
        from: source,
        contact: deal.contacts?.find(({ isDeciding }) => isDeciding)?.name ?? deal.speakTo ?? null,
      },
    }
  },

  say({ pushes, firstPromised, nowPromised, contact }, words) {
    const since = firstPromised === null ? '' : `, first due ${words.date(firstPromised)}`
    const now = nowPromised === null ? 'the new day' : words.date(nowPromised)
    return {
      problem: `moved ${words.count(pushes, 'time')}${since}`,
      asks: [
        `What happens on the client’s side if ${now} passes too?`,
        'What has to happen, and by when, for this date to hold, and who on their side has said so?',
      ],
      action: `Agree with ${contact ?? 'the client'} the steps up to ${now} on ${words.subject}`,
    }
  },

  proof: ({ nowPromised }) => (nowPromised === null ? 'activity' : `close-date:${nowPromised}`),

  examples: () => [
    { kind: 'boundary', title: 'pushed once', deals: [{ pushCount: 1 }] },
    {
      kind: 'hit',
      title: 'whoever decides is asked for the steps',
      deals: [
        { pushCount: 2, contacts: ['Sally Ortiz (Influencer)', 'Bo Lund (Decision Maker)'] },
        { pushCount: 1, times: 3 },
      ],
      says: { severity: 'medium', evidence: { contact: 'Bo Lund' } },
    },
    {
      kind: 'boundary',
      title: 'pushed twice by the CRM’s count',
      deals: [{ pushCount: 2 }],
      says: { severity: 'medium', evidence: { pushes: 2, firstPromised: null } },
    },
    {
      kind: 'hit',
      title: 'pushed three times, by the history',
      deals: [
        {
          closeDate: '2026-12-31',
          closeDates: [
            ['2026-07-01', '2026-08-31'],
            ['2026-08-28', '2026-09-30'],
            ['2026-09-29', '2026-10-31'],
            ['2026-10-30', '2026-12-31'],
          ],
        },
      ],
      says: {
        severity: 'high',
        evidence: { pushes: 3, firstPromised: '2026-08-31', nowPromised: '2026-12-31', daysMoved: 122 },
      },
    },
    {
      kind: 'miss',
      title: 'pulled in and pushed once',
      deals: [
        {
          closeDate: '2026-12-31',
          closeDates: [
            ['2026-07-01', '2026-12-15'],
            ['2026-08-28', '2026-11-30'],
            ['2026-09-29', '2026-12-31'],
          ],
        },
      ],
    },
    {
      kind: 'hit',
      title: 'the history saw more than the CRM’s count, which misses moves within a month',
      deals: [
        {
          pushCount: 1,
          closeDate: '2026-11-30',
          closeDates: [
            ['2026-10-01', '2026-11-06'],
            ['2026-11-05', '2026-11-16'],
            ['2026-11-15', '2026-11-30'],
          ],
        },
      ],
      says: { severity: 'medium', evidence: { pushes: 2 } },
    },
    {
      kind: 'hit',
      title: 'pushed twice, and now there is no day at all',
      deals: [
        {
          closeDate: null,
          pushCount: 2,
          closeDates: [
            ['2026-07-01', '2026-08-31'],
            ['2026-08-28', '2026-09-30'],
            ['2026-09-29', '2026-10-31'],
          ],
        },
      ],
      says: { severity: 'medium', evidence: { pushes: 2, nowPromised: null, daysMoved: null } },
    },
    { kind: 'miss', title: 'of this one nothing tells how often', deals: [{ pushCount: null }, {}] },
  ],
})
