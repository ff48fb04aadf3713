import type { ExampleActivity } from '../../src/engine/examples/example-rows.ts'
import { defineRule } from '../../src/engine/rule.ts'
import { shareInEvidence } from '../../src/language/words.ts'

export const nonSellingWork = defineRule({
  id: 'non-selling-work',
  scopes: ['rep'],
  family: 'activity',
  place: 'agenda',
  cures: 'selling-time',
  title: 'Selling time goes elsewhere',
  why:
    'Order follow-up, invoices and reports are always urgent and never produce an opportunity. They are somebody else’s ' +
    'work, and only the manager can give it to them.',
  needs: ['activities', 'activitySubjects'],
  sparesProducers: true,
  options: { weeks: 4, share: 0.25, highShare: 0.4, activities: 8, named: 3 },

  // `activities` is how many of them there have to be: two invoices among eight e-mails fill nobody's week.
  check(rep, { book, options }) {
    const { total, nonSelling, nonSellingBy } = book.activities.inWeeks(rep, options.weeks)
    if (nonSelling < options.activities || nonSelling / total < options.share) return undefined
    const named = nonSellingBy.slice(0, options.named)
    return {
      severity: nonSelling / total >= options.highShare ? 'high' : 'medium',
      evidence: {
        activities: total,
        nonSelling,
        share: shareInEvidence(nonSelling / total),
        weeks: options.weeks,
        commonest: named.map(({ category }) => category),
        counts: named.map(({ count }) => count),
      },
    }
  },

  say({ activities, nonSelling, share, weeks, commonest, counts }, words) {
    const by = words.list(commonest.map((category, at) => `${category} (${counts[at]})`))
    return {
      problem: `${nonSelling} of ${activities} logged entries in ${words.count(weeks, 'week')} (${words.percent(share)}) were not selling: ${by}`,
      asks: [
        `Who else could do ${commonest[0] ?? 'it'}, and what would they need to know?`,
        'Which of it did a client ask you for because nobody else answers, and what do you need from me to change that?',
      ],
      action: `Agree by ${words.nextReview} who takes over ${commonest[0] ?? 'it'}`,
    }
  },

  examples: () => [
    {
      kind: 'hit',
      title: 'a third of four weeks',
      ...month([subject('Invoice 4711 is overdue', 5), subject('Weekly report', 3), subject('Proposal', 16)]),
      says: {
        severity: 'medium',
        evidence: {
          activities: 24,
          nonSelling: 8,
          commonest: ['invoices and payments', 'reports and admin'],
          counts: [5, 3],
        },
      },
    },
    {
      kind: 'boundary',
      title: 'eight of 32 are a quarter',
      ...month([subject('Order status', 8), subject('Proposal', 24)]),
      says: { severity: 'medium', evidence: { share: 0.25 } },
    },
    {
      kind: 'boundary',
      title: 'eight of 33 are less',
      ...month([subject('Order status', 8), subject('Proposal', 25)]),
    },
    { kind: 'boundary', title: 'seven fill no month', ...month([subject('Order status', 7), subject('Proposal', 3)]) },
    {
      kind: 'boundary',
      title: 'eight of twenty are high',
      ...month([subject('Credit note', 8), subject('Proposal', 12)]),
      says: { severity: 'high', evidence: { share: 0.4 } },
    },
    {
      kind: 'boundary',
      title: 'eight of 21 are not yet',
      ...month([subject('Credit note', 8), subject('Proposal', 13)]),
      says: { severity: 'medium' },
    },
    {
      kind: 'boundary',
      title: 'one of eight was five weeks ago',
      ...month([subject('Credit note', 7), { on: '2026-10-23', kind: 'email', subject: 'Credit note' }]),
    },
    { kind: 'miss', title: 'all of it is selling', ...month([subject('Proposal', 40)]) },
    {
      kind: 'miss',
      title: 'a rep who produces may write as many invoices as they like',
      ...month(
        [subject('Invoice', 30)],
        ['2026-11-19', '2026-10-27', '2026-09-29'].map((created) => ({ created, times: 9 })),
      ),
    },
  ],
})

function subject(text: string, times: number): ExampleActivity {
  return { on: '2026-11-18', kind: 'email', subject: text, times }
}

/** Of a rep who has created nothing for a month, where two a week are the standard. */
function month(activities: readonly ExampleActivity[], more: readonly { created: string; times: number }[] = []) {
  return { config: { perWeek: 2 }, deals: [{ created: '2026-01-12' }, ...more], activities }
}
