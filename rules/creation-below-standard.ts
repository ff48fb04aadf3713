import { expectedPace, judgeWeeks } from '../src/book/outcomes.ts'
import { defineRule } from '../src/engine/rule.ts'

export const creationBelowStandard = defineRule({
  id: 'creation-below-standard',
  scopes: ['rep'],
  title: 'Creates too little',
  why:
    'A week without anything new can happen; four weeks well below what is expected are a pattern. The shortfall shows ' +
    'in the results only when one sales cycle has passed, and then it is too late to make up for it.',
  needs: ['created'],
  options: { weeks: 4, share: 0.75, highShare: 0.5 },
  yieldsTo: ['no-new-opportunities'],

  check(rep, { book, options }) {
    if (rep.since === undefined) return undefined
    const judged = judgeWeeks(rep, book, options.weeks, options.share, expectedPace(rep, book))
    if (judged?.verdict !== 'below' || judged.against === undefined) return undefined
    const expected = judged.against.perWeek * judged.weeks
    const isHigh = judged.created < options.highShare * expected && !rep.isNew
    return {
      severity: isHigh ? 'high' : 'medium',
      evidence: {
        created: judged.created,
        weeks: judged.weeks,
        expected: Math.round(expected * 10) / 10,
        perWeek: Math.round(judged.against.perWeek * 10) / 10,
        of: judged.against.of,
      },
    }
  },

  say({ created, weeks, expected, perWeek, of }, words) {
    const against = of === 'standard' ? 'the standard is' : 'the usual pace makes'
    return {
      problem: `${created} new in ${words.count(weeks, 'week')}, ${against} ${expected}`,
      asks: [
        'Where did the last good opportunity come from, and who could lead you to one like it?',
        'How many first meetings are in your diary for next week?',
      ],
      action: `Open ${words.count(Math.max(1, Math.ceil(perWeek)), 'new opportunity', 'new opportunities')} by ${words.nextReview}`,
    }
  },

  proof: ({ perWeek }) => `new-opportunities:${Math.max(1, Math.ceil(perWeek))}`,

  examples: [
    {
      kind: 'hit',
      title: 'two in four weeks, where the median rep makes eight',
      deals: [...weekly('Dana Whitfield', 2), { created: '2026-11-19', times: 2 }, ...peers()],
      says: { severity: 'high', evidence: { created: 2, weeks: 4, expected: 8, of: 'median rep' } },
    },
    {
      kind: 'boundary',
      title: 'half of it is medium',
      deals: [...weekly('Dana Whitfield', 2), { created: '2026-11-19', times: 4 }, ...peers()],
      says: { severity: 'medium', evidence: { created: 4 } },
    },
    {
      kind: 'boundary',
      title: 'five of eight happen by chance',
      deals: [...weekly('Dana Whitfield', 2), { created: '2026-11-19', times: 5 }, ...peers()],
    },
    {
      kind: 'miss',
      title: 'as many as ever',
      deals: [...weekly('Dana Whitfield', 2), { created: '2026-11-19', times: 8 }, ...peers()],
    },
  ],
})

/** So many opportunities in each of the weeks 4 to 29. */
function weekly(owner: string, times: number) {
  const fridays = [
    '2026-10-23',
    '2026-10-16',
    '2026-10-09',
    '2026-10-02',
    '2026-09-25',
    '2026-09-18',
    '2026-09-11',
    '2026-09-04',
    '2026-08-28',
    '2026-08-21',
    '2026-08-14',
    '2026-08-07',
    '2026-07-31',
    '2026-07-24',
    '2026-07-17',
    '2026-07-10',
    '2026-07-03',
    '2026-06-26',
    '2026-06-19',
    '2026-06-12',
    '2026-06-05',
    '2026-05-29',
    '2026-05-22',
    '2026-05-15',
    '2026-05-08',
    '2026-05-01',
  ]
  return fridays.map((created) => ({ owner, created, times }))
}

function peers() {
  return ['Priya Natarajan', 'Tom Okafor'].flatMap((owner) => [
    ...weekly(owner, 2),
    { owner, created: '2026-11-19', times: 8 },
  ])
}
