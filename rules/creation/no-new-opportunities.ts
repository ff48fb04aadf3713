import { emptyWeeks, pace } from '../../src/book/team/measures.ts'
import { countUndated } from '../../src/book/team/outcomes.ts'
import { defineRule } from '../../src/engine/rule.ts'
import { addDays } from '../../src/time/plain-date.ts'
import { isoOrNull } from '../../src/language/words.ts'

export const noNewOpportunities = defineRule({
  id: 'no-new-opportunities',
  scopes: ['rep'],
  family: 'creation',
  place: 'agenda',
  cures: 'new-opportunities',
  title: 'Nothing new',
  why:
    'Creation comes before capture: what is not created now cannot be won in a quarter’s time, and no attention to old ' +
    'deals makes up for it. A rep who brings last week’s news instead of a new opportunity is the first warning; several ' +
    'weeks of it are louder.',
  needs: ['created'],
  options: { mediumExpected: 1.5, highExpected: 3, ownPaceWeeks: 12, paceWeeks: 8, paceDeals: 8 },

  check(rep, { book, options }) {
    const { creation, since } = rep
    // Nobody knows since when: no week can be held against them.
    if (since === undefined) return undefined
    const weeks = emptyWeeks(creation.newBusinessByWeek, book.calendar, rep.name, since)
    if (weeks === 0) return undefined
    const last = creation.newBusinessByWeek.findIndex((created) => created > 0)
    const seen =
      last < 0 ? undefined : pace(creation, book.calendar, { from: last, to: last + options.ownPaceWeeks - 1 }, rep)
    // One deal in one week is no pace.
    const own =
      seen !== undefined && seen.weeks >= options.paceWeeks && seen.created >= options.paceDeals ? seen : undefined
    const perWeek = own !== undefined ? own.perWeek : rep.isNew ? undefined : book.team.medianPace
    const expected = perWeek === undefined ? null : perWeek * weeks
    const undated = countUndated(rep, addDays(book.asOf, -7 * weeks))
    // Open deals without a creation date may be the ones that are missing: then nobody can hold it against a rep.
    const isUnsure = undated > 0 && undated >= (expected ?? 0)
    return {
      severity: isUnsure ? 'low' : capped(severityOf(expected, weeks, options), rep.isNew),
      evidence: {
        weeks,
        lastCreated: isoOrNull(creation.lastNewBusiness),
        undated,
        expected: expected === null ? null : Math.round(expected * 10) / 10,
        perWeek: perWeek === undefined ? null : Math.round(perWeek * 10) / 10,
        paceOf: perWeek === undefined ? null : own !== undefined ? 'own' : 'team median',
      },
    }
  },

  say({ weeks, lastCreated, undated, perWeek, paceOf }, words) {
    const since = lastCreated === null ? 'none in this export' : `the last on ${words.date(lastCreated)}`
    const usual = paceOf === 'own' ? 'the usual pace' : 'the team’s usual pace'
    const unknown = undated === 0 ? '' : `, and ${words.count(undated, 'open deal')} without a creation date`
    const seen = `no new business in ${words.count(weeks, 'week')} (${since}${unknown})`
    const aWeek = `${words.number(perWeek ?? 0)} a week`
    // Reckoned from the pace that is shown, in whole deals, so that a reader comes to the same.
    const due = words.number((perWeek ?? 0) * weeks, 0)
    const wouldBe = weeks === 1 ? `${usual} is ${aWeek}` : `at ${usual} of ${aWeek} it would be about ${due}`
    const missing = perWeek === null ? '' : `; ${wouldBe}`
    const target = Math.max(1, Math.ceil(perWeek ?? 1))
    return {
      problem: seen + missing,
      ...(paceOf === 'team median' && { forRep: { problem: seen, without: ['expected', 'perWeek'] } }),
      asks: [
        weeks === 1
          ? 'What did you do last week that should have produced a new opportunity, and what happened?'
          : `What did the last ${weeks} weeks go into, and which of it could have waited for prospecting?`,
        'Which three clients could you ask for an introduction this week?',
      ],
      action: `Open ${words.count(target, 'new opportunity', 'new opportunities')} by ${words.nextReview}`,
    }
  },

  ofMany: () => ({
    fact: 'created no new business in the last seven days',
    ask: 'Was it a holiday? Then enter it under closed: in the config. If not, what did the team’s week go into?',
  }),

  proof: ({ perWeek }) => `new-opportunities:${Math.max(1, Math.ceil(perWeek ?? 1))}`,

  examples: () => [
    {
      kind: 'boundary',
      title: 'created on the first day of the week',
      deals: [{ created: '2026-11-14' }, { created: '2026-06-01', times: 5 }],
    },
    {
      kind: 'boundary',
      title: 'created the day before it: one week without, a busy rep',
      deals: [{ created: '2026-11-13' }, { created: '2026-10-20', times: 11 }, { created: '2026-06-01' }],
      says: { severity: 'low', evidence: { weeks: 1, lastCreated: '2026-11-13', expected: 1, perWeek: 1 } },
    },
    {
      kind: 'hit',
      title: 'three weeks without, where two a week are usual',
      deals: threeWeeksWithout(),
      says: { severity: 'high', evidence: { weeks: 3, expected: 6, perWeek: 2, paceOf: 'own' } },
    },
    {
      kind: 'hit',
      title: 'four weeks without, where one every other week is usual and the manager takes six deals for a pace',
      options: { paceDeals: 6 },
      deals: [{ created: '2026-10-22' }, { created: '2026-09-20', times: 5 }, { created: '2026-06-01' }],
      says: { severity: 'medium', evidence: { weeks: 4, expected: 2 } },
    },
    {
      kind: 'boundary',
      title: 'a rep of ten weeks is never high',
      deals: [{ created: '2026-10-01', times: 10 }, { created: '2026-09-11' }],
      says: { severity: 'medium', evidence: { weeks: 7 } },
    },
    {
      kind: 'miss',
      title: 'something new this week, whatever was before',
      deals: [{ created: '2026-11-18' }, { created: '2026-03-02' }],
    },
    {
      kind: 'hit',
      title: 'a renewal is not new business',
      deals: [{ created: '2026-11-18', type: 'Renewal' }, { created: '2026-11-11' }, { created: '2026-06-01' }],
      says: { severity: 'low', evidence: { weeks: 1 } },
    },
    {
      kind: 'boundary',
      title: 'three that are missing are high',
      deals: [{ created: '2026-10-30' }, { created: '2026-10-01', times: 11 }, { created: '2026-06-01' }],
      says: { severity: 'high', evidence: { weeks: 3, expected: 3 } },
    },
    {
      kind: 'boundary',
      title: 'and one and a half medium',
      options: { paceDeals: 6 },
      deals: [{ created: '2026-10-30' }, { created: '2026-10-01', times: 5 }, { created: '2026-06-01' }],
      says: { severity: 'medium', evidence: { weeks: 3, expected: 1.5 } },
    },
    {
      kind: 'hit',
      title: 'one deal is no pace, and nothing is reckoned with it',
      deals: [{ created: '2026-11-12' }, { created: '2026-09-11' }],
      says: { severity: 'low', evidence: { weeks: 1, paceOf: null, expected: null } },
    },
    {
      kind: 'hit',
      title: 'only ever renewals: what the median rep opens is the measure',
      deals: [{ created: '2026-05-04', type: 'Renewal' }, ...peers()],
      says: { severity: 'high', evidence: { lastCreated: null, paceOf: 'team median', perWeek: 1 } },
    },
    {
      kind: 'boundary',
      title: 'new this week, and nothing but a renewal: no pace to go by yet',
      deals: [{ created: '2026-11-18', type: 'Renewal' }],
      says: { severity: 'low', evidence: { weeks: 1, expected: null, perWeek: null, paceOf: null } },
    },
    {
      kind: 'boundary',
      title: 'in the second week',
      deals: [{ created: '2026-11-11', type: 'Renewal' }],
      says: { severity: 'medium', evidence: { weeks: 2, expected: null } },
    },
    {
      kind: 'miss',
      title: 'the company was closed that week',
      config: { closed: ['2026-11-14', '2026-11-20'] },
      deals: [{ created: '2026-11-13' }, { created: '2026-06-01' }],
    },
    {
      kind: 'boundary',
      title: 'six are missing, and six open deals without a creation date may be those',
      deals: [{ created: null, times: 6 }, ...threeWeeksWithout()],
      says: { severity: 'low', evidence: { undated: 6, expected: 6 } },
    },
    {
      kind: 'hit',
      title: 'five cannot be all of them',
      deals: [{ created: null, times: 5 }, ...threeWeeksWithout()],
      says: { severity: 'high', evidence: { undated: 5, expected: 6 } },
    },
    {
      kind: 'miss',
      title: 'nobody knows when this rep’s deals were created',
      deals: [{ created: null }, { owner: 'Tom Okafor', created: '2026-11-18', times: 2 }],
    },
  ],
})

/** None since 30 October, where two a week are usual. */
function threeWeeksWithout() {
  return [
    { created: '2026-10-30', times: 2 },
    { created: '2026-10-01', times: 11 },
    { created: '2026-09-10', times: 11 },
    { created: '2026-06-01' },
  ]
}

function severityOf(
  expected: number | null,
  weeks: number,
  { mediumExpected, highExpected }: { mediumExpected: number; highExpected: number },
) {
  if (expected === null) return weeks >= 3 ? 'high' : weeks === 2 ? 'medium' : 'low'
  return expected >= highExpected ? 'high' : expected >= mediumExpected ? 'medium' : 'low'
}

/** In the first 90 days no creation finding is high: there was little time to create anything. */
function capped(severity: 'low' | 'medium' | 'high', isNew: boolean) {
  return isNew && severity === 'high' ? 'medium' : severity
}

/** Two who open one a week: twenty-six in the weeks 4 to 29, and their first before. */
function peers() {
  return ['Priya Natarajan', 'Tom Okafor'].flatMap((owner) => [
    { owner, created: '2026-04-03' },
    { owner, created: '2026-10-02', times: 9 },
    { owner, created: '2026-08-05', times: 9 },
    { owner, created: '2026-06-03', times: 8 },
  ])
}
