import { hasCreationStandard } from '../../src/book/settings.ts'
import { defineRule } from '../../src/engine/rule.ts'
import type { Words } from '../../src/language/words.ts'
import { addDays, isoDate, parseIsoDate } from '../../src/time/plain-date.ts'

export const noStandardSet = defineRule({
  id: 'no-standard-set',
  scopes: ['manager'],
  family: 'leading',
  place: 'hygiene',
  cures: 'standard',
  title: 'No standard is set',
  why:
    'Where nobody has said how many new opportunities are expected, any number is acceptable, and every conversation ' +
    'about it is about opinions. A standard is set once, and then it is the standard that speaks.',
  needs: [],
  options: {},

  check({ isTop, medianPace }, { book }) {
    const hasGoal = book.reps.some(({ goal }) => goal !== undefined)
    if (!isTop || book.reps.length === 0 || hasGoal || hasCreationStandard(book.settings)) return undefined
    return {
      severity: 'low',
      evidence: {
        medianPerWeek: medianPace === undefined || medianPace === 0 ? null : Math.round(medianPace * 10) / 10,
        otherGoals: book.goals.told.length,
      },
    }
  },

  say({ medianPerWeek, otherGoals }, words) {
    const usual = medianPerWeek === null ? '' : `; the usual pace is ${paceInWords(medianPerWeek, words)}`
    // Whoever opens one a month is not to be measured by one a week.
    const perWeek = medianPerWeek === null ? 1 : medianPerWeek < 1 ? medianPerWeek : Math.round(medianPerWeek)
    return {
      problem:
        otherGoals > 0
          ? `no number of new deals is set, and the goals are for other periods${usual}`
          : `neither a number of new deals nor a goal is set${usual}`,
      asks: ['How many new opportunities a week do you expect of each rep, and do they know it?'],
      action: `Pick a number: --set standards.newOpportunities.perWeek=${perWeek}, or in pipeline-coach.yaml`,
    }
  },

  examples: () => [
    { kind: 'hit', title: 'neither standard nor goal', deals: [{}], says: { severity: 'low' } },
    { kind: 'miss', title: 'a goal in the reps file', deals: [{}], reps: [{ rep: 'Dana Whitfield', goal: 150_000 }] },
    {
      kind: 'boundary',
      title: 'it is said once, where several managers have reps',
      deals: [{}],
      reps: [
        { rep: 'Dana Whitfield', manager: 'Kim Osei' },
        { rep: 'Tom Becker', manager: 'Lee Park' },
      ],
      says: { severity: 'low', evidence: { medianPerWeek: null } },
    },
    {
      kind: 'hit',
      title: 'the median rep opens two a week',
      deals: [{ created: '2026-02-02' }, ...Array.from({ length: 26 }, (_, week) => week).flatMap(weekly)],
      says: { severity: 'low', evidence: { medianPerWeek: 2 } },
    },
    {
      kind: 'hit',
      title: 'the median rep opens eight in half a year: that is said by the month',
      deals: [{ created: '2026-02-02' }, ...[0, 3, 6, 9].flatMap(weekly)],
      says: { severity: 'low', evidence: { medianPerWeek: 0.3 } },
    },
    {
      kind: 'boundary',
      title: 'the median rep opened nothing in that half-year: no number to go by',
      deals: [{ created: '2026-02-02' }],
      says: { severity: 'low', evidence: { medianPerWeek: null } },
    },
    {
      kind: 'miss',
      title: 'two a week are the standard',
      config: { perWeek: 2 },
      deals: [{}],
    },
    {
      kind: 'miss',
      title: 'one of two reps has a goal',
      deals: [{}, { owner: 'Tom Okafor' }],
      reps: [{ rep: 'Dana Whitfield', goal: 150_000 }],
    },
    {
      kind: 'miss',
      title: 'a manager of some of the reps is not told what is the whole team’s',
      deals: [{}, { owner: 'Tom Okafor' }],
      reps: [
        { rep: 'Dana Whitfield', manager: 'Kim Osei' },
        { rep: 'Tom Okafor', manager: 'Lee Park' },
      ],
      page: 'Lee Park',
    },
  ],
})

const WEEKS_A_MONTH = 52 / 12

/** Under three in four weeks by the month: nobody opens 0.3 of an opportunity. */
function paceInWords(perWeek: number, words: Words): string {
  if (perWeek >= 0.75) return `${words.number(perWeek)} a week`
  const perMonth = Math.round(perWeek * WEEKS_A_MONTH)
  return perMonth < 1 ? 'less than one a month' : `about ${perMonth === 1 ? 'one' : perMonth} a month`
}

/** Two, so many weeks before 23 October. */
function weekly(week: number) {
  const day = parseIsoDate('2026-10-23')
  return day === undefined ? [] : [{ created: isoDate(addDays(day, -7 * week)), times: 2 }]
}
