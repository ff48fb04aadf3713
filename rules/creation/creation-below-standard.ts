import { expectedPace, judgeCreation, judgeWeeks } from '../../src/book/team/outcomes.ts'
import { askedPace } from '../../src/book/team/usual-creation.ts'
import type { CreationNeeded } from '../../src/book/goals/what-it-takes.ts'
import { defineRule } from '../../src/engine/rule.ts'
import { isoOrNull, shareInEvidence, type Words } from '../../src/language/words.ts'

export const creationBelowStandard = defineRule({
  id: 'creation-below-standard',
  scopes: ['rep'],
  family: 'creation',
  place: 'agenda',
  cures: 'new-opportunities',
  title: 'Creates too little',
  why:
    'A week without anything new can happen; four weeks well below what is expected are a pattern. The shortfall shows ' +
    'in the results only when one sales cycle has passed, and then it is too late to make up for it.',
  needs: ['created'],
  options: { weeks: 4, share: 0.75, highShare: 0.5 },
  yieldsTo: ['no-new-opportunities'],

  check(rep, { book, options }) {
    if (rep.since === undefined) return undefined
    const expecting = expectedPace(rep, book)
    // Without a standard or a goal it takes a verdict to say so: fewer than the others have is often chance.
    const judged =
      expecting === undefined
        ? judgeCreation(rep, book)
        : judgeWeeks(rep, book, options.weeks, options.share, expecting)
    if (judged?.verdict !== 'below' || judged.against === undefined) return undefined
    const { created, unqualified, weeks, against } = judged
    const expected = against.perWeek * weeks
    // What a goal takes is arithmetic, and says nothing about the person.
    const isHigh = created < options.highShare * expected && !rep.isNew && against.of !== 'goal'
    return {
      severity: isHigh ? 'high' : 'medium',
      evidence: {
        created,
        unqualified,
        // With those that do not count it would be enough: it is not the number that is missing.
        shortfall: created + unqualified < options.share * expected ? 'number' : 'quality',
        weeks,
        expected: Math.round(expected * 10) / 10,
        perWeek: Math.round(against.perWeek * 10) / 10,
        target: askedPace(rep, book, judged, against).target,
        of: against.of,
        ...goalEvidence(against.needed),
      },
    }
  },

  say(evidence, words) {
    const { created, unqualified, shortfall, weeks, of, target } = evidence
    const count = unqualified > 0 ? `${created} of ${created + unqualified}` : String(created)
    const seen = `${count} new in ${words.count(weeks, 'week')}${unqualified > 0 ? ' qualified' : ''}`
    const opened = words.count(target, 'new opportunity', 'new opportunities')
    return {
      problem: seen + expectation(evidence, words),
      ...(of === 'others' && { forRep: { problem: seen, without: ['expected', 'perWeek'] } }),
      asks:
        shortfall === 'quality'
          ? [
              'Which of those that do not count yet is worth another hour with the client, and what is missing from it?',
              'Which of them would you not have opened had you asked one more question first?',
            ]
          : [
              'Where did the last good opportunity come from, and who could lead you to one like it?',
              'How many first meetings are in your diary for next week?',
            ],
      action:
        shortfall === 'quality'
          ? `Qualify or close ${words.count(unqualified, 'new opportunity', 'new opportunities')} by ${words.nextReview}`
          : `Open ${opened} by ${words.nextReview}`,
    }
  },

  proof: ({ shortfall, target }) =>
    shortfall === 'quality' ? 'cleared:creation-below-standard' : `new-opportunities:${target}`,

  examples: () => [
    {
      kind: 'hit',
      title: 'nothing in three weeks, where two a week are usual for the rep and for five others',
      deals: [...weekly('Dana Whitfield', 2), ...peers()],
      says: { severity: 'high', evidence: { created: 0, weeks: 3, expected: 8, of: 'others' } },
    },
    {
      kind: 'boundary',
      title: 'five of eight happen by chance',
      deals: [...weekly('Dana Whitfield', 2), { created: '2026-11-19', times: 5 }, ...peers()],
    },
    {
      kind: 'boundary',
      title: 'the standard is two a week: six of eight are three quarters',
      config: { perWeek: 2 },
      deals: [{ created: '2026-11-19', times: 6 }, { created: '2026-05-04' }],
    },
    {
      kind: 'boundary',
      title: 'five are not',
      config: { perWeek: 2 },
      deals: [{ created: '2026-11-19', times: 5 }, { created: '2026-05-04' }],
      says: { severity: 'medium', evidence: { created: 5, expected: 8, of: 'standard', shortfall: 'number' } },
    },
    {
      kind: 'hit',
      title: 'eight are enough, but five of them have no amount and so do not count',
      config: { perWeek: 2, qualified: { requires: ['amount'] } },
      deals: [
        { created: '2026-11-19', times: 3 },
        { created: '2026-11-19', amount: null, times: 5 },
        { created: '2026-05-04' },
      ],
      says: { severity: 'high', evidence: { created: 3, unqualified: 5, shortfall: 'quality' } },
    },
    {
      kind: 'boundary',
      title: 'six that have reached the stage are enough, whatever the others are',
      config: { perWeek: 2, qualified: { stage: 'Qualification' } },
      deals: [
        { created: '2026-11-19', stage: 'Needs Analysis', times: 6 },
        { created: '2026-11-19', stage: 'Prospecting', times: 2 },
        { created: '2026-05-04' },
      ],
    },
    {
      kind: 'hit',
      title: 'no standard, but a goal: $100k are missing by the end of the quarter, at a half won and $20k each',
      config: { goal: 100_000 },
      deals: [{ created: '2026-11-19', closeDate: '2027-01-31', times: 2 }, ...closings(10)],
      says: {
        severity: 'medium',
        evidence: {
          of: 'goal',
          period: 'Q4',
          isLater: false,
          toWin: 100_000,
          lastDay: '2026-12-21',
          perWeek: 2.3,
          created: 2,
        },
      },
    },
    {
      kind: 'boundary',
      title: 'half of the wins took 27 days: what is new in two weeks is still as likely as not to be won in Q4',
      config: { goal: 100_000 },
      deals: [{ created: '2026-11-19', closeDate: '2027-05-31', times: 2 }, ...closings(27)],
      says: { severity: 'medium', evidence: { period: 'Q4', isLater: false, lastDay: '2026-12-04' } },
    },
    {
      kind: 'boundary',
      title: 'they took 28: too late for Q4, and the goal of Q1 is what counts',
      config: { goal: 100_000 },
      deals: [{ created: '2026-11-19', closeDate: '2027-05-31', times: 2 }, ...closings(28)],
      says: { severity: 'medium', evidence: { of: 'goal', period: 'Q1', isLater: true, lastDay: '2027-03-03' } },
    },
    {
      kind: 'miss',
      title: 'what is open will bring the goal',
      config: { goal: 100_000 },
      deals: [{ created: '2026-11-19', closeDate: '2026-12-18', times: 10 }, ...closings(10)],
    },
    {
      kind: 'miss',
      title: 'as many as ever',
      deals: [...weekly('Dana Whitfield', 2), { created: '2026-11-19', times: 8 }, ...peers()],
    },
    {
      kind: 'boundary',
      title: 'three count and three do not: six would be enough, and it is not the number that is missing',
      config: { perWeek: 2, qualified: { requires: ['amount'] } },
      deals: [
        { created: '2026-11-19', times: 3 },
        { created: '2026-11-19', amount: null, times: 3 },
        { created: '2026-05-04', times: 3 },
      ],
      says: { severity: 'high', evidence: { created: 3, unqualified: 3, shortfall: 'quality' } },
    },
    {
      kind: 'hit',
      title: 'one a week is the standard, and two came in four weeks',
      config: { perWeek: 1 },
      deals: [{ created: '2026-11-19', times: 2 }, { created: '2026-05-04' }],
      says: { severity: 'medium', evidence: { created: 2, expected: 4, perWeek: 1 } },
    },
    {
      kind: 'miss',
      title: 'nobody knows when this rep’s deals were created',
      config: { perWeek: 2 },
      deals: [{ created: null }, { owner: 'Tom Okafor', created: '2026-11-18', times: 2 }],
    },
  ],
})

/** The arithmetic behind a pace that the goal takes; nothing known of it otherwise. */
function goalEvidence(needed: CreationNeeded | undefined) {
  return {
    period: needed?.lastDay.period.label ?? null,
    isLater: needed?.lastDay.isLater ?? null,
    lastDay: isoOrNull(needed?.lastDay.day),
    toWin: needed === undefined ? null : Math.round(needed.toWin),
    winRate: needed === undefined ? null : shareInEvidence(needed.winRate.rate),
    averageWon: needed === undefined ? null : Math.round(needed.averageWon),
  }
}

type GoalEvidence = ReturnType<typeof goalEvidence>

/** What is expected and who says so; a goal with the arithmetic by which it comes to that, checkable by hand. */
function expectation({ expected, of, ...goal }: GoalEvidence & { expected: number; of: string }, words: Words): string {
  const { period, isLater, lastDay, toWin, winRate, averageWon } = goal
  if (of === 'standard') return `, the standard is ${words.number(expected)}`
  if (lastDay === null) return `, the others opened ${words.number(expected)} each`
  const late = isLater === true ? 'hardly in time for this period, and ' : ''
  // They are known together.
  const each = `${words.percent(winRate ?? 0)} won × ${words.money(averageWon ?? 0)} a deal`
  return `; ${late}the ${period} goal takes ${words.number(expected)} (${words.money(toWin ?? 0)} beyond what is open, at ${each}, opened by ${words.date(lastDay)})`
}

/** Twenty of $20k each won and twenty lost in summer, within so many days. */
function closings(cycle: 10 | 27 | 28) {
  const days = [
    { created: '2026-06-01', closeDate: { 10: '2026-06-11', 27: '2026-06-28', 28: '2026-06-29' }[cycle] },
    { created: '2026-06-02', closeDate: { 10: '2026-06-12', 27: '2026-06-29', 28: '2026-06-30' }[cycle] },
  ]
  return days.flatMap((closed) => [
    { ...closed, stage: 'Closed Won', times: 10 },
    { ...closed, stage: 'Closed Lost', times: 10 },
  ])
}

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
  return ['Priya Natarajan', 'Tom Okafor', 'Ana Ruiz', 'Ben Cole', 'Cara Voss'].flatMap((owner) => [
    ...weekly(owner, 2),
    { owner, created: '2026-11-19', times: 8 },
  ])
}
