import { pace } from '../../src/book/team/measures.ts'
import { isAbsent } from '../../src/book/team/rep.ts'
import { isSenior } from '../../src/book/team/seniority.ts'
import { median } from '../../src/book/kit/statistics.ts'
import { defineRule } from '../../src/engine/rule.ts'

export const seniorRepNotProspecting = defineRule({
  id: 'senior-rep-not-prospecting',
  scopes: ['rep'],
  family: 'creation',
  place: 'agenda',
  cures: 'prospecting',
  title: 'Senior, and no longer prospecting',
  why:
    'A senior rep often lives on clients won years ago. The rest of the team watches what the best do, and learns that ' +
    'prospecting is for beginners.',
  needs: ['created', 'seniority'],
  options: { weeks: 12, share: 0.5, seniorYears: 3, leastMedian: 4 },

  check(rep, { book, options }) {
    if (rep.isNew || !isSenior(rep, book, options.seniorYears)) return undefined
    const weeks = { from: 0, to: options.weeks - 1 }
    const own = pace(rep.creation, book.calendar, weeks, rep)
    const others = book.reps.filter((other) => other !== rep && !other.isNew && !isAbsent(other))
    const paces = others.flatMap((other) => pace(other.creation, book.calendar, weeks, other)?.perWeek ?? [])
    const usual = median(paces)
    if (own === undefined || usual === undefined) return undefined
    const expected = usual * own.weeks
    if (expected < options.leastMedian || own.created >= options.share * expected) return undefined
    return {
      severity: 'medium',
      evidence: {
        created: own.created,
        weeks: own.weeks,
        others: Math.round(expected * 10) / 10,
        level: rep.level ?? null,
      },
    }
  },

  say({ created, weeks, others }, words) {
    return {
      problem: `${created} new in ${weeks} weeks; the others usually open ${words.number(others)}`,
      forRep: { problem: `${created} new in ${weeks} weeks`, without: ['others'] },
      asks: [
        'Whom among your clients could you ask for an introduction, and what has kept you from asking?',
        'What would the younger reps learn if they sat beside you for a morning of prospecting?',
      ],
      action: `Ask three clients for an introduction by ${words.nextReview}`,
    }
  },

  proof: () => 'new-opportunities:1',

  examples: () => [
    {
      kind: 'hit',
      title: 'one in twelve weeks, where the others open four',
      ...seniorWith(1),
      says: { severity: 'medium', evidence: { created: 1, others: 4 } },
    },
    { kind: 'boundary', title: 'two are half of it', ...seniorWith(2) },
    { kind: 'miss', title: 'a junior rep is asked by other rules', ...seniorWith(1, 'Junior') },
    {
      kind: 'boundary',
      title: 'three years in the job say senior where no level does',
      ...seniorWith(1, '', '2023-11-20'),
      says: { severity: 'medium' },
    },
    { kind: 'boundary', title: 'a day less does not', ...seniorWith(1, '', '2023-11-21') },
    {
      kind: 'boundary',
      title: 'whoever came two months ago is no measure of what is usual, nor is the rep’s own pace',
      ...withNewcomer(),
      says: { severity: 'medium', evidence: { others: 4 } },
    },
    { kind: 'miss', title: 'there are no others to compare with', ...seniorWith(1, 'Senior', undefined, []) },
    {
      kind: 'miss',
      title: 'the company was closed for all twelve weeks',
      ...seniorWith(1),
      config: { closed: ['2026-08-29', '2026-11-20'] },
    },
  ],
})

function seniorWith(
  created: number,
  level = 'Senior',
  startDate?: string,
  others: readonly string[] = ['Priya Natarajan', 'Tom Becker', 'Ana Silva'],
) {
  return {
    reps: [startDate === undefined ? { rep: 'Dana Whitfield', level } : { rep: 'Dana Whitfield', startDate }],
    deals: [
      { created: '2026-01-12' },
      { created: '2026-10-14', times: created },
      ...others.flatMap((owner) => [
        { owner, created: '2026-01-12' },
        { owner, created: '2026-10-14', times: 4 },
      ]),
    ],
  }
}

/** One who has been here for long and opens as many as ever, and one who is new and has opened one. */
function withNewcomer() {
  const { reps, deals } = seniorWith(1, 'Senior', undefined, ['Priya Natarajan'])
  return { reps, deals: [...deals, { owner: 'Leo Brandt', created: '2026-10-14' }] }
}
