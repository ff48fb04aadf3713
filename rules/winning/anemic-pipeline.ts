import { isGoalJudged } from '../../src/book/goals/goals.ts'
import { elapsedShare } from '../../src/book/goals/period.ts'
import { asPromised } from '../../src/book/goals/what-it-takes.ts'
import { defineRule } from '../../src/engine/rule.ts'
import { shareInEvidence } from '../../src/language/words.ts'

export const anemicPipeline = defineRule({
  id: 'anemic-pipeline',
  scopes: ['rep'],
  family: 'winning',
  place: 'agenda',
  cures: 'goal',
  title: 'Too little open for the goal',
  why:
    'Not every open deal is won, so more has to be open than is missing: one divided by the win rate as much. Three times ' +
    'is right only for whoever wins a third; what is too little shows before the period ends, and not in its result.',
  needs: ['goal', 'amounts', 'closeDate'],
  options: { highShare: 0.5, countedShare: 0.8, elapsed: 0.2 },

  // In the first fifth of a period (18 days of a quarter) what will close in it is still being opened: most of a healthy
  // team would be condemned. Where over a fifth of the deals have no amount, what is open may well be enough. A goal
  // of a period that the rep did not see from its beginning is held against nobody.
  check(rep, { book, options }) {
    if (elapsedShare(book.period, book.asOf) < options.elapsed) return undefined
    const takes = asPromised(rep, book)
    if (takes?.coverage === undefined) return undefined
    const { goal, open, coverage } = takes
    const { amount } = open
    const isCounted = open.deals - open.uncounted >= options.countedShare * open.deals
    if (amount === undefined || amount >= coverage.amount) return undefined
    if (!isGoalJudged(rep, goal) || !isCounted) return undefined
    return {
      severity: amount < options.highShare * coverage.amount ? 'high' : 'medium',
      evidence: {
        open: Math.round(amount),
        deals: open.deals,
        needed: Math.round(coverage.amount),
        gap: Math.round(goal.gap ?? 0),
        goal: Math.round(goal.amount),
        period: goal.period.label,
        coverage: Math.round(coverage.ratio * 10) / 10,
        of: coverage.of,
        winRate: coverage.winRate === undefined ? null : shareInEvidence(coverage.winRate.rate),
        rateOf: coverage.winRate?.of ?? null,
      },
    }
  },

  say({ open, deals, needed, gap, period, coverage, of, winRate, rateOf }, words) {
    const because =
      of === 'standard' ? `the standard of ${coverage}×` : `${coverage}×, at ${words.percent(winRate ?? 0)} won`
    const seen = deals === 0 ? 'no open deal is due' : `${words.money(open)} open and due`
    return {
      problem: `${seen} in ${period}, where ${words.money(needed)} are needed: ${words.money(gap)} of the goal are missing, times ${because}`,
      ...(rateOf === 'team' && {
        forRep: {
          problem: `${seen} in ${period}, where ${words.money(gap)} of the goal are missing`,
          action: `Find more that can close in ${period}, and name the deals by ${words.nextReview}`,
          without: ['needed', 'coverage', 'winRate'],
        },
      }),
      asks: [
        'Which deals of a later period could honestly be decided in this one, and what would the client need for that?',
        'Which client could buy from you within a month, and has not been asked?',
      ],
      action: `Find ${words.money(needed - open)} more that can close in ${period}, and name the deals by ${words.nextReview}`,
    }
  },

  examples: () => [
    {
      kind: 'hit',
      title: '$30k open for $40k that are missing, at a half won: under half of what it takes',
      config: { goal: 40_000 },
      deals: [...promised(30_000), ...closings()],
      says: {
        severity: 'high',
        evidence: {
          open: 30_000,
          needed: 80_000,
          gap: 40_000,
          coverage: 2,
          of: 'win rate',
          winRate: 0.5,
          period: 'Q4',
        },
      },
    },
    {
      kind: 'boundary',
      title: 'half of what it takes',
      config: { goal: 40_000 },
      deals: [...promised(40_000), ...closings()],
      says: { severity: 'medium', evidence: { open: 40_000 } },
    },
    {
      kind: 'boundary',
      title: 'one dollar less than it takes',
      config: { goal: 40_000 },
      deals: [...promised(79_999), ...closings()],
      says: { severity: 'medium', evidence: { open: 79_999 } },
    },
    { kind: 'boundary', title: 'as much', config: { goal: 40_000 }, deals: [...promised(80_000), ...closings()] },
    {
      kind: 'boundary',
      title: 'what closes on the last day of the period counts',
      config: { goal: 40_000 },
      deals: [...promised(80_000, '2026-12-31'), ...closings()],
    },
    {
      kind: 'boundary',
      title: 'a day later it does not',
      config: { goal: 40_000 },
      deals: [...promised(80_000, '2027-01-01'), ...closings()],
      says: { severity: 'high', evidence: { open: 0, deals: 0 } },
    },
    {
      kind: 'hit',
      title: 'the standard is four times what is missing',
      config: { goal: 40_000, coverage: 4 },
      deals: promised(100_000),
      says: { severity: 'medium', evidence: { needed: 160_000, of: 'standard', winRate: null } },
    },
    {
      kind: 'miss',
      title: 'the goal is reached',
      config: { goal: 40_000 },
      deals: [
        ...promised(1_000),
        { created: '2026-08-03', closeDate: '2026-10-15', stage: 'Closed Won', amount: 40_000 },
      ],
    },
    {
      kind: 'miss',
      title: 'one of three has no amount: what is open is not known',
      config: { goal: 40_000, coverage: 3 },
      deals: [...promised(10_000), ...promised(10_000), ...promised(null)],
    },
    {
      kind: 'miss',
      title: 'whoever came during the period has no goal for all of it',
      config: { goal: 40_000, coverage: 3 },
      reps: [{ rep: 'Dana Whitfield', startDate: '2026-10-02' }],
      deals: promised(10_000),
    },
    {
      kind: 'miss',
      title: 'too little was closed to know a win rate',
      config: { goal: 40_000 },
      deals: promised(10_000),
    },
    {
      kind: 'boundary',
      title: 'the 51st of 92 days, where the config waits for 51',
      config: { goal: 40_000 },
      deals: [...promised(40_000), ...closings()],
      options: { elapsed: 51 / 92 },
      says: { severity: 'medium', evidence: { open: 40_000 } },
    },
    {
      kind: 'boundary',
      title: 'where it waits for 52',
      config: { goal: 40_000 },
      deals: [...promised(40_000), ...closings()],
      options: { elapsed: 52 / 92 },
    },
    {
      kind: 'miss',
      title: 'this rep has no goal',
      reps: [{ rep: 'Tom Okafor', goal: 40_000 }],
      deals: [...promised(1_000), { owner: 'Tom Okafor' }, ...closings()],
    },
  ],
})

function promised(amount: number | null, closeDate = '2026-12-18') {
  return [{ created: '2026-06-01', amount, closeDate }]
}

/** Half of twenty won. */
function closings() {
  const closed = { created: '2026-05-04', closeDate: '2026-06-15', times: 10 }
  return [
    { ...closed, stage: 'Closed Won' },
    { ...closed, stage: 'Closed Lost' },
  ]
}
