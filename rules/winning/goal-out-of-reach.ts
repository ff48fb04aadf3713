import { isGoalJudged } from '../../src/book/goals/goals.ts'
import { lastDayForNew } from '../../src/book/team/norms.ts'
import { elapsedShare } from '../../src/book/goals/period.ts'
import { asPromised, type CreationNeeded } from '../../src/book/goals/what-it-takes.ts'
import { defineRule } from '../../src/engine/rule.ts'
import { isoOrNull, shareInEvidence, type Words } from '../../src/language/words.ts'

const CLOSED = { created: '2026-06-01', amount: 20_000 }

export const goalOutOfReach = defineRule({
  id: 'goal-out-of-reach',
  scopes: ['rep'],
  family: 'winning',
  place: 'agenda',
  cures: 'goal',
  title: 'What is open does not reach the goal',
  why:
    'Nobody has to chalk a period up as a miss while it can still be said what would have to be true. What open deals of ' +
    'this kind have brought is known; the rest has to be opened, and from a certain day on what is opened comes too late.',
  needs: ['goal', 'amounts', 'closeDate', 'wonHistory'],
  options: { countedShare: 0.8, elapsed: 0.2 },

  // As for anemic-pipeline: not in the first fifth of a period, when hardly anybody's open deals reach the goal; not where
  // amounts are missing, and not where the rep came during the period.
  check(rep, { book, options }) {
    if (elapsedShare(book.period, book.asOf) < options.elapsed) return undefined
    const takes = asPromised(rep, book)
    if (takes?.missing === undefined || takes.missing <= 0) return undefined
    const { goal, open, missing, creation } = takes
    const isCounted = open.deals - open.uncounted >= options.countedShare * open.deals
    if (!isGoalJudged(rep, goal) || !isCounted) return undefined
    const last = lastDayForNew(book)
    return {
      severity: 'high',
      evidence: {
        goal: Math.round(goal.amount),
        period: goal.period.label,
        won: Math.round(goal.won ?? 0),
        expected: Math.round(open.expected ?? 0),
        missing: Math.round(missing),
        lastDay: isoOrNull(last?.day),
        lastDayOf: last?.period.label ?? null,
        isLater: last?.isLater ?? null,
        lateFrom: isoOrNull(last?.lateFrom),
        ...inEvidence(creation),
      },
    }
  },

  say(evidence, words) {
    const { goal, period, won, expected, missing, rateOf } = evidence
    const left =
      `${words.money(won)} won and ${words.money(expected)} to be expected of what is open leave ${words.money(missing)} ` +
      `of the ${period} goal of ${words.money(goal)}`
    return {
      problem: left + opened(evidence, words),
      ...(rateOf === 'team' && { forRep: { problem: left, without: ['winRate', 'averageWon'] } }),
      asks: [
        'What would have to be true for the goal to be reached, and which part of it is in your hands this week?',
        'Which open deal would bring most if it were won, and what would make that likelier?',
        'What do you need from me, and by when?',
      ],
      action: action(evidence, words),
    }
  },

  proof: ({ isLater, perWeek }) =>
    isLater === false && perWeek !== null ? `new-opportunities:${aWeek(perWeek)}` : 'cleared:goal-out-of-reach',

  examples: () => [
    {
      kind: 'hit',
      title: '$100k are missing, and nothing is open: ten new ones by 21 December, at a half won and $20k each',
      config: { goal: 100_000 },
      deals: [promised(0), ...closings(10)],
      says: {
        severity: 'high',
        evidence: {
          goal: 100_000,
          won: 0,
          expected: 0,
          missing: 100_000,
          lastDay: '2026-12-21',
          lastDayOf: 'Q4',
          isLater: false,
          perWeek: 2.3,
          opportunities: 10,
        },
      },
    },
    {
      kind: 'boundary',
      title: 'half of $199k brings almost all of it',
      config: { goal: 100_000 },
      deals: [promised(199_000), ...closings(10)],
      says: { severity: 'high', evidence: { expected: 99_500, missing: 500 } },
    },
    {
      kind: 'boundary',
      title: 'half of $200k is the goal',
      config: { goal: 100_000 },
      deals: [promised(200_000), ...closings(10)],
    },
    {
      kind: 'boundary',
      title: 'what closes a day after the period brings nothing to it',
      config: { goal: 100_000 },
      deals: [promised(200_000, '2027-01-01'), ...closings(10)],
      says: { severity: 'high', evidence: { expected: 0 } },
    },
    {
      kind: 'boundary',
      title: 'wins take 28 days: what is opened now more likely closes in Q1',
      config: { goal: 100_000 },
      deals: [promised(100_000), ...closings(28)],
      says: { severity: 'high', evidence: { missing: 50_000, lastDay: '2027-03-03', lastDayOf: 'Q1', isLater: true } },
    },
    {
      kind: 'hit',
      title: 'ten wins tell a rate and not how fast they were: no last day',
      config: { goal: 100_000 },
      deals: [promised(100_000), ...closings(10, 5)],
      says: { severity: 'high', evidence: { missing: 50_000, lastDay: null, perWeek: null } },
    },
    {
      kind: 'boundary',
      title: 'the 51st of 92 days, where the config waits for 51',
      config: { goal: 100_000 },
      deals: [promised(0), ...closings(10)],
      options: { elapsed: 51 / 92 },
      says: { severity: 'high' },
    },
    {
      kind: 'boundary',
      title: 'where it waits for 52',
      config: { goal: 100_000 },
      deals: [promised(0), ...closings(10)],
      options: { elapsed: 52 / 92 },
    },
    {
      kind: 'miss',
      title: 'the goal is reached, whatever is open',
      config: { goal: 20_000 },
      deals: [promised(0), ...closings(10), { ...CLOSED, closeDate: '2026-10-15', stage: 'Closed Won' }],
    },
    {
      kind: 'miss',
      title: 'whoever came during the period has no goal for all of it',
      config: { goal: 100_000 },
      reps: [{ rep: 'Dana Whitfield', startDate: '2026-10-02' }],
      deals: [promised(0), ...closings(10)],
    },
    {
      kind: 'hit',
      title: '$20k of $100k are won',
      config: { goal: 100_000 },
      deals: [promised(0), ...closings(10), { ...CLOSED, closeDate: '2026-10-15', stage: 'Closed Won' }],
      says: { severity: 'high', evidence: { won: 20_000, missing: 80_000 } },
    },
    {
      kind: 'boundary',
      title: 'too late for Q4, and what is open already brings the goal of Q1',
      config: { goal: 100_000 },
      deals: [promised(100_000), promised(300_000, '2027-02-15'), ...closings(28)],
      says: { severity: 'high', evidence: { isLater: true, perWeek: 0, opportunities: 0 } },
    },
    {
      kind: 'boundary',
      title: 'four of five open deals have an amount',
      config: { goal: 200_000 },
      deals: [...Array.from({ length: 4 }, () => promised(10_000)), promised(null), ...closings(10)],
      says: { severity: 'high', evidence: { expected: 20_000 } },
    },
    {
      kind: 'miss',
      title: 'three of four do: what is open is not known',
      config: { goal: 200_000 },
      deals: [...Array.from({ length: 3 }, () => promised(10_000)), promised(null), ...closings(10)],
    },
    {
      kind: 'miss',
      title: 'this rep has no goal',
      deals: [promised(0), { owner: 'Tom Okafor' }, ...closings(10)],
      reps: [{ rep: 'Tom Okafor', goal: 100_000 }],
    },
  ],
})

type Sum = Readonly<Record<'missing' | 'expected', number>> &
  Readonly<Record<'perWeek' | 'opportunities' | 'winRate' | 'averageWon', number | null>> &
  Readonly<Record<'lastDay' | 'lastDayOf' | 'lateFrom', string | null>> &
  Readonly<{ isLater: boolean | null; period: string }>

function inEvidence(creation: CreationNeeded | undefined) {
  if (creation === undefined)
    return { perWeek: null, opportunities: null, winRate: null, averageWon: null, rateOf: null }
  const { perWeek, opportunities, winRate, averageWon } = creation
  return {
    perWeek: Math.round(perWeek * 10) / 10,
    opportunities: Math.ceil(opportunities),
    winRate: shareInEvidence(winRate.rate),
    averageWon: Math.round(averageWon),
    rateOf: winRate.of,
  }
}

/** What new opportunities can bring, checkable by hand; nothing where it is not known how fast they are won. */
function opened(
  { lastDay, lastDayOf, lateFrom, isLater, perWeek, opportunities, winRate, averageWon, period }: Sum,
  words: Words,
): string {
  if (lastDay === null || lateFrom === null) return ''
  const until = words.date(lastDay)
  if (opportunities === null) return `; until ${until} a new one can still be in time for ${lastDayOf}`
  const count = words.count(opportunities, 'new deal', 'new deals')
  // The four are known together.
  const each = `${words.percent(winRate ?? 0)} won × ${words.money(averageWon ?? 0)} a deal`
  const sum = `${count} by ${until}${opportunities > 1 ? `, ${words.number(perWeek ?? 0)} a week` : ''} (${each})`
  if (isLater !== true) return `; that takes ${sum}`
  const late = `; from ${words.date(lateFrom)} on a new one is more likely decided after ${period}`
  return perWeek === 0 ? late : `${late}, and the ${lastDayOf} goal takes ${sum}`
}

/** What is opened in time; where that is too late, what is open. */
function action({ isLater, perWeek, missing, period }: Sum, words: Words): string {
  return isLater === false && perWeek !== null
    ? `Open ${words.count(aWeek(perWeek), 'new opportunity', 'new opportunities')} by ${words.nextReview}`
    : `Name the open deals that can still bring ${words.money(missing)} in ${period}, and the next step of each, by ${words.nextReview}`
}

const aWeek = (perWeek: number) => Math.max(1, Math.ceil(perWeek))

function promised(amount: number | null, closeDate = '2026-12-18') {
  return { created: '2026-06-01', amount, closeDate }
}

/** As many won as lost, in summer, within so many days. */
function closings(cycle: 10 | 28, times = 10) {
  const days = [
    { created: '2026-06-01', closeDate: { 10: '2026-06-11', 28: '2026-06-29' }[cycle] },
    { created: '2026-06-02', closeDate: { 10: '2026-06-12', 28: '2026-06-30' }[cycle] },
  ]
  return days.flatMap((closed) => [
    { ...closed, stage: 'Closed Won', times },
    { ...closed, stage: 'Closed Lost', times },
  ])
}
