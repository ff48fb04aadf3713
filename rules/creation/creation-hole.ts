import { pace } from '../../src/book/team/measures.ts'
import { USUAL_WEEKS } from '../../src/book/team/groups.ts'
import { asPercent } from '../../src/book/kit/statistics.ts'
import { defineRule } from '../../src/engine/rule.ts'
import { addDays, isoDate, parseIsoDate } from '../../src/time/plain-date.ts'
import { asShown, isoOrNull } from '../../src/language/words.ts'

export const creationHole = defineRule({
  id: 'creation-hole',
  scopes: ['team', 'manager'],
  family: 'creation',
  place: 'manager',
  cures: 'prospecting',
  title: 'A hole in creation',
  why:
    'What a team does not create now is missing from its revenue one sales cycle from now, when nothing can be done ' +
    'about it any more. The hole shows today, and only in creation.',
  needs: ['created'],
  options: { weeks: 4, share: 0.6, highShare: 0.4, leastExpected: 4 },

  check({ creation, closings, since }, { book, asOf, options }) {
    const first = book.calendar.weekOf(since ?? asOf) ?? 0
    if (first < USUAL_WEEKS.to) return undefined
    const all = { name: '', since }
    const now = pace(creation, book.calendar, { from: 0, to: options.weeks - 1 }, all)
    const usual = pace(creation, book.calendar, USUAL_WEEKS, all)
    if (now === undefined) return undefined
    const expected = (usual?.perWeek ?? 0) * now.weeks
    if (expected < options.leastExpected || now.created >= options.share * expected) return undefined
    // Whole deals, and rate and average as a page shows them: a reader comes to the same.
    const missing = Math.round(expected) - now.created
    const { medianCycle } = book.norms
    const { winRate, averageWon } = closings
    return {
      severity: now.created < options.highShare * expected ? 'high' : 'medium',
      evidence: {
        created: now.created,
        weeks: now.weeks,
        expected: Math.round(expected),
        showsOn: isoOrNull(medianCycle === undefined ? undefined : addDays(asOf, Math.round(medianCycle))),
        missingAmount:
          winRate === undefined || averageWon === undefined
            ? null
            : Math.round(missing * asPercent(winRate) * asShown(averageWon)),
      },
    }
  },

  say({ created, weeks, expected, showsOn, missingAmount }, words) {
    const money = missingAmount === null ? '' : `; worth some ${words.money(missingAmount)} won`
    const when = showsOn === null ? '' : `, which will show around ${words.date(showsOn)}`
    return {
      problem: `${created} new in ${words.count(weeks, 'week')} where ${words.number(expected)} are usual${money}${when}`,
      asks: [
        `What did the team do in the half-year before that it has not done in these ${weeks} weeks?`,
        'Which meeting, report or campaign took the hours, and who can cancel it?',
      ],
      action: `Give the team two hours a day for prospecting until ${words.nextReview}, and take something else away`,
    }
  },

  proof: ({ expected, weeks }) => `new-opportunities:${Math.max(1, Math.ceil(expected / weeks))}`,

  examples: () => [
    {
      kind: 'hit',
      title: 'four in four weeks, where two a week are usual',
      deals: team({ now: 4 }),
      says: { severity: 'medium', evidence: { created: 4, weeks: 4, expected: 8 } },
    },
    {
      kind: 'hit',
      title: 'three: under forty per cent',
      deals: team({ now: 3 }),
      says: { severity: 'high', evidence: { created: 3 } },
    },
    { kind: 'boundary', title: 'five are more than sixty per cent', deals: team({ now: 5 }) },
    { kind: 'miss', title: 'as many as usual', deals: team({ now: 8 }) },
    {
      kind: 'boundary',
      title: 'the first of these deals was created 29 weeks ago: weeks 4 to 29 tell what is usual',
      deals: team({ now: 3 }).slice(1),
      says: { severity: 'high', evidence: { created: 3 } },
    },
    { kind: 'boundary', title: 'and with 28 nothing does yet', deals: team({ now: 3 }).slice(2) },
    {
      kind: 'boundary',
      title: 'where half of what is usual is enough, four of eight are',
      deals: team({ now: 4 }),
      options: { share: 0.5 },
    },
    {
      kind: 'boundary',
      title: 'where high is what lies under a half, four of eight are medium',
      deals: team({ now: 4 }),
      options: { highShare: 0.5 },
      says: { severity: 'medium', evidence: { created: 4 } },
    },
    {
      kind: 'boundary',
      title: 'one a week is usual: four missing are enough to speak of',
      deals: team({ now: 0, aWeek: 1 }),
      says: { severity: 'high', evidence: { created: 0, expected: 4 } },
    },
    {
      kind: 'hit',
      title: 'half is won, at $20k each and within sixty days: what is missing has a price and a day',
      // One more in the half-year: 8.15 are usual, and no part of a deal is missing.
      deals: [...team({ now: 4 }), { created: '2026-06-10' }, ...closed('Closed Won'), ...closed('Closed Lost')],
      says: { severity: 'medium', evidence: { missingAmount: 40_000, showsOn: '2027-01-20' } },
    },
    {
      kind: 'hit',
      title: 'nothing was ever won: nobody knows what a win is worth',
      deals: [...team({ now: 4 }), ...closed('Closed Lost')],
      says: { severity: 'medium', evidence: { missingAmount: null, showsOn: null } },
    },
    {
      kind: 'miss',
      title: 'the company was closed for those four weeks',
      config: { closed: ['2026-10-24', '2026-11-20'] },
      deals: team({ now: 0 }),
    },
    {
      kind: 'boundary',
      title: 'where the config wants five expected, one a week is too few to judge by',
      deals: team({ now: 0, aWeek: 1 }),
      options: { leastExpected: 5 },
    },
  ],
})

/** Two a week, or as many as given, over weeks 29 to 4, the first a little earlier, and so many in the last four weeks. */
function team({ now, aWeek = 2 }: { now: number; aWeek?: number }) {
  const week4 = parseIsoDate('2026-10-21')
  const weeks = week4 === undefined ? [] : Array.from({ length: 26 }, (_, week) => addDays(week4, -7 * (25 - week)))
  return [
    { created: '2026-04-24' },
    ...weeks.map((day) => ({ created: isoDate(day), times: aWeek })),
    { created: '2026-11-04', times: now },
  ]
}

/** Twenty, closed in April after sixty days. */
function closed(stage: 'Closed Won' | 'Closed Lost') {
  const first = { 'Closed Won': '2026-02-02', 'Closed Lost': '2026-02-03' }[stage]
  const second = { 'Closed Won': '2026-02-04', 'Closed Lost': '2026-02-05' }[stage]
  return [
    { stage, created: first, closeDate: '2026-04-04', times: 10 },
    { stage, created: second, closeDate: '2026-04-05', times: 10 },
  ]
}
