import type { ExampleActivity } from '../../src/engine/examples/example-rows.ts'
import { defineRule } from '../../src/engine/rule.ts'
import { shareInEvidence } from '../../src/language/words.ts'

const DAY = '2026-11-18'

export const fewLiveConversations = defineRule({
  id: 'few-live-conversations',
  scopes: ['rep'],
  family: 'activity',
  place: 'agenda',
  cures: 'conversations',
  title: 'Writes more than it speaks',
  why:
    'Nobody was ever persuaded by the fourth e-mail of a sequence. Needs, objections and the names of those who decide ' +
    'come up in conversations; a week of mail looks busy and learns nothing.',
  needs: ['activities', 'activityTypes'],
  sparesProducers: true,
  options: { weeks: 4, share: 0.2, activities: 8 },

  // Where most of what a rep logged has no type that says anything, it may all have been conversations.
  check(rep, { book, options }) {
    const { total, conversations, untold } = book.activities.inWeeks(rep, options.weeks)
    if (total < options.activities || untold * 2 > total || conversations / total >= options.share) return undefined
    return {
      severity: 'medium',
      evidence: {
        activities: total,
        conversations,
        share: shareInEvidence(conversations / total),
        weeks: options.weeks,
      },
    }
  },

  say({ activities, conversations, share, weeks }, words) {
    const seen = conversations === 0 ? 'none' : `${conversations} (${words.percent(share)})`
    return {
      problem: `${seen} of ${activities} calls, emails and meetings in ${words.count(weeks, 'week')} reached somebody`,
      asks: [
        'Which of the people you wrote to would have told you more in ten minutes on the telephone?',
        'At what time of day do your clients pick up, and what do you do at that time?',
      ],
      action: `Call the five most important people you wrote to, by ${words.nextReview}`,
    }
  },

  examples: () => [
    {
      kind: 'hit',
      title: 'three calls beside seventeen e-mails',
      ...week([{ on: DAY, times: 3 }, mails(17)]),
      says: { severity: 'medium', evidence: { activities: 20, conversations: 3, share: 0.15 } },
    },
    { kind: 'boundary', title: 'four of twenty are a fifth', ...week([{ on: DAY, times: 4 }, mails(16)]) },
    {
      kind: 'hit',
      title: 'calls that nobody answered are no conversations',
      ...week([{ on: DAY, times: 3 }, { on: DAY, times: 9, outcome: 'No answer' }, mails(8)]),
      says: { severity: 'medium', evidence: { activities: 20, conversations: 3 } },
    },
    {
      kind: 'hit',
      title: 'nor are meetings among ourselves',
      ...week([{ on: DAY, kind: 'meeting', subject: 'Team meeting', times: 4 }, mails(16)]),
      says: { severity: 'medium', evidence: { conversations: 0 } },
    },
    {
      kind: 'boundary',
      title: 'eight activities are enough to tell',
      ...week([{ on: DAY }, mails(7)]),
      says: { severity: 'medium', evidence: { activities: 8, conversations: 1 } },
    },
    { kind: 'boundary', title: 'seven are not', ...week([mails(7)]) },
    {
      kind: 'boundary',
      title: 'on the first day of the four weeks',
      ...week([mails(7), { on: '2026-10-24', kind: 'email' }]),
      says: { severity: 'medium', evidence: { activities: 8 } },
    },
    { kind: 'boundary', title: 'the day before', ...week([mails(7), { on: '2026-10-23', kind: 'email' }]) },
    {
      kind: 'boundary',
      title: 'over half has a type that says nothing',
      ...week([{ on: DAY, by: 'Tom Okafor', times: 20 }, mails(7), { on: DAY, kind: 'other', times: 8 }]),
    },
    { kind: 'miss', title: 'as many calls as e-mails', ...week([{ on: DAY, times: 9 }, mails(9)]) },
    {
      kind: 'miss',
      title: 'a rep who produces may write as much as they like',
      ...week(
        [mails(30)],
        ['2026-11-19', '2026-10-27', '2026-09-29'].map((created) => ({ created, times: 9 })),
      ),
    },
    {
      kind: 'boundary',
      title: 'exactly half has such a type: the other half is enough to tell',
      ...week([{ on: DAY, by: 'Tom Okafor', times: 20 }, mails(8), { on: DAY, kind: 'other', times: 8 }]),
      says: { severity: 'medium', evidence: { activities: 16, conversations: 0 } },
    },
  ],
})

function mails(times: number): ExampleActivity {
  return { on: DAY, kind: 'email', times }
}

/** Of a rep who has created nothing for a month, where two a week are the standard. */
function week(activities: readonly ExampleActivity[], more: readonly { created: string; times: number }[] = []) {
  return { config: { perWeek: 2 }, deals: [{ created: '2026-01-12' }, ...more], activities }
}
