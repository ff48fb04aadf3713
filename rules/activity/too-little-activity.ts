import { PROSPECTING_WEEKS, prospectingPace } from '../../src/book/activity/prospecting-pace.ts'
import { poissonAtMost } from '../../src/book/kit/chances.ts'
import type { ExampleActivity } from '../../src/engine/examples/example-rows.ts'
import { defineRule } from '../../src/engine/rule.ts'

export const tooLittleActivity = defineRule({
  id: 'too-little-activity',
  scopes: ['rep'],
  family: 'activity',
  place: 'agenda',
  cures: 'activity',
  title: 'Too little prospecting',
  why:
    'Whoever brings results may work as they like, and nobody counts their calls. Where results are missing, the number ' +
    'of times that somebody new was asked is the first thing to look at, and the only one that can be changed by Friday.',
  needs: ['prospecting'],
  sparesProducers: true,
  options: { share: 0.6, leastWeeks: 2, unlikely: 0.1 },

  // A standard is a standard; beside the others, so few must also be unlikely by chance, as with creation.
  check(rep, { book, options }) {
    const { prospecting, weeks, total } = book.activities.inWeeks(rep, PROSPECTING_WEEKS)
    const pace = prospectingPace(rep, book)
    if (pace === undefined || weeks < options.leastWeeks) return undefined
    const expected = pace.perWeek * weeks
    const isFew =
      pace.of === 'standard'
        ? prospecting < expected
        : prospecting / expected < options.share && poissonAtMost(prospecting, expected) < options.unlikely
    if (!isFew) return undefined
    return {
      severity: 'high',
      evidence: {
        prospecting,
        weeks,
        perWeek: Math.round((prospecting / weeks) * 10) / 10,
        expected: Math.round(pace.perWeek * 10) / 10,
        of: pace.of,
        logged: total,
      },
    }
  },

  say({ prospecting, weeks, perWeek, expected, of, logged }, words) {
    const over = words.count(weeks, 'week')
    const seen =
      logged === 0
        ? `nothing logged at all in ${over}`
        : prospecting === 0
          ? `no prospecting activity in ${over}`
          : `${words.count(prospecting, 'prospecting call or email', 'prospecting calls and emails')} in ${over}, ${words.number(perWeek)} a week`
    const against = of === 'standard' ? 'the standard is' : 'those who produce do'
    return {
      problem: `${seen}; ${against} ${expected}${prospecting === 0 ? ' a week' : ''}`,
      ...(of !== 'standard' && {
        forRep: {
          problem: seen,
          action: `Keep an hour of every day for prospecting until ${words.nextReview}`,
          without: ['expected'],
        },
      }),
      asks: [
        logged === 0
          ? 'What of your work does the CRM not know, and what would it take for it to be there?'
          : 'Walk me through last week: which hours were for finding somebody new, and what took them?',
        'What stands between you and the first call of the day, and who could take it off you?',
      ],
      action: `Hold ${words.count(Math.max(1, Math.ceil(expected)), 'prospecting activity', 'prospecting activities')} by ${words.nextReview}`,
    }
  },

  examples: () => [
    {
      kind: 'hit',
      title: 'four a week, where the standard is five',
      config: { perWeek: 2, prospecting: 5 },
      deals: idle(),
      activities: calls(16),
      says: { severity: 'high', evidence: { prospecting: 16, weeks: 4, perWeek: 4, expected: 5, of: 'standard' } },
    },
    {
      kind: 'boundary',
      title: 'one less than twenty',
      config: { perWeek: 2, prospecting: 5 },
      deals: idle(),
      activities: calls(19),
      says: { severity: 'high', evidence: { prospecting: 19 } },
    },
    {
      kind: 'boundary',
      title: 'twenty are five a week',
      config: { perWeek: 2, prospecting: 5 },
      deals: idle(),
      activities: calls(20),
    },
    {
      kind: 'boundary',
      title: 'six a week are six tenths of what those do who produce',
      config: { perWeek: 2 },
      deals: [...idle(), ...busy()],
      activities: [...calls(24), ...calls(40, 'Priya Natarajan'), ...calls(40, 'Tom Okafor')],
    },
    {
      kind: 'hit',
      title: 'one less is not',
      config: { perWeek: 2 },
      deals: [...idle(), ...busy()],
      activities: [...calls(23), ...calls(40, 'Priya Natarajan'), ...calls(40, 'Tom Okafor')],
      says: { severity: 'high', evidence: { prospecting: 23, expected: 10, of: 'reps who produce' } },
    },
    {
      kind: 'boundary',
      title: 'two where four are usual happen by chance',
      config: { perWeek: 2 },
      deals: [...idle(), ...busy()],
      activities: [...calls(2), ...calls(4, 'Priya Natarajan'), ...calls(4, 'Tom Okafor')],
    },
    {
      kind: 'boundary',
      title: 'one rep who produces is no measure for another',
      config: { perWeek: 2 },
      deals: [...idle(), ...busy()],
      activities: [...calls(4), ...calls(40, 'Priya Natarajan')],
    },
    {
      kind: 'boundary',
      title: 'a week in the job',
      config: { perWeek: 2, prospecting: 5 },
      reps: [{ rep: 'Dana Whitfield', startDate: '2026-11-14' }],
      deals: [{}],
      activities: calls(1),
    },
    {
      kind: 'hit',
      title: 'nothing is logged, and the others log',
      config: { perWeek: 2, prospecting: 5 },
      reps: [{ rep: 'Dana Whitfield' }],
      deals: [...idle(), ...busy()],
      activities: calls(40, 'Priya Natarajan'),
      says: { severity: 'high', evidence: { prospecting: 0, logged: 0 } },
    },
    {
      kind: 'miss',
      title: 'a rep who produces is left alone, with no activity at all',
      config: { perWeek: 2, prospecting: 5 },
      deals: [...idle(), ...steady('Dana Whitfield')],
      activities: calls(1),
    },
    {
      kind: 'hit',
      title: 'three e-mails that came in, and nobody new was asked',
      config: { perWeek: 2, prospecting: 1 },
      deals: [...idle(), ...busy()],
      activities: [{ on: '2026-11-18', kind: 'email', direction: 'in', times: 3 }, ...calls(40, 'Priya Natarajan')],
      says: { severity: 'high', evidence: { prospecting: 0, logged: 3, expected: 1 } },
    },
    {
      kind: 'hit',
      title: 'one in four weeks',
      config: { perWeek: 2, prospecting: 5 },
      deals: idle(),
      activities: calls(1),
      says: { severity: 'high', evidence: { prospecting: 1 } },
    },
    {
      kind: 'boundary',
      title: 'two weeks in the job are enough',
      config: { perWeek: 2, prospecting: 5 },
      reps: [{ rep: 'Dana Whitfield', startDate: '2026-11-07' }],
      deals: [{}],
      activities: calls(1),
      says: { severity: 'high', evidence: { weeks: 2 } },
    },
  ],
})

/** Here since January, and nothing new for a month, where two a week are the standard. */
function idle() {
  return [{ created: '2026-01-12' }]
}

function busy() {
  return ['Priya Natarajan', 'Tom Okafor'].flatMap((owner) => [{ owner, created: '2026-01-12' }, ...steady(owner)])
}

/** Two a week for a quarter. */
function steady(owner: string) {
  return ['2026-11-18', '2026-10-27', '2026-09-29'].map((created) => ({ owner, created, times: 9 }))
}

/** So many calls on no deal in the last four weeks. */
function calls(times: number, by = 'Dana Whitfield'): ExampleActivity[] {
  return [
    { on: '2026-11-18', times: Math.ceil(times / 2), by },
    { on: '2026-10-24', times: Math.floor(times / 2), by },
  ]
}
