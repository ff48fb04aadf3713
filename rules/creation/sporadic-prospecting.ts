import { sum } from '../../src/book/kit/statistics.ts'
import { defineRule } from '../../src/engine/rule.ts'
import { isoOrNull } from '../../src/language/words.ts'

export const sporadicProspecting = defineRule({
  id: 'sporadic-prospecting',
  scopes: ['rep'],
  family: 'creation',
  place: 'agenda',
  cures: 'prospecting',
  title: 'Prospects in bursts',
  why:
    'New opportunities that come in two bursts are closed in two bursts, and in between there is nothing to work on. ' +
    'The weeks without any are those in which something else was allowed to be more important.',
  needs: ['created'],
  options: { weeks: 12, created: 12, inBestTwo: 0.6, emptyWeeks: 6 },

  check({ creation, since, name }, { book, asOf, options }) {
    const first = book.calendar.weekOf(since ?? asOf) ?? 0
    // Someone who was not there for all of it has had no chance to be steady.
    if (first < options.weeks - 1) return undefined
    const byWeek = creation.newBusinessByWeek.slice(0, options.weeks)
    const created = sum(byWeek)
    const inBestTwo = sum([...byWeek].sort((a, b) => b - a).slice(0, 2))
    const emptyWeeks = byWeek.filter((count, week) => count === 0 && !book.calendar.isClosedWeek(week, name)).length
    const isBursts = created >= options.created && inBestTwo >= options.inBestTwo * created
    if (!isBursts || emptyWeeks < options.emptyWeeks) return undefined
    return {
      severity: 'medium',
      evidence: {
        created,
        weeks: options.weeks,
        inBestTwo,
        emptyWeeks,
        lastCreated: isoOrNull(creation.lastNewBusiness),
      },
    }
  },

  say({ created, weeks, inBestTwo, emptyWeeks }, words) {
    return {
      problem: `${inBestTwo} of ${created} new deals in ${weeks} weeks came in two of them, and ${words.count(emptyWeeks, 'week')} brought none`,
      asks: [
        'What was different in the two weeks in which most of them came, and what would it take to have an hour of it every day?',
        `What took the place of prospecting in the ${emptyWeeks} empty weeks?`,
      ],
      action: 'Put an hour of prospecting a day into the calendar for the coming week, and keep it',
    }
  },

  proof: () => 'new-opportunities:1',

  examples: () => [
    {
      kind: 'hit',
      title: 'eight of twelve in two weeks, and seven weeks with none',
      deals: bursts([4, 4, 2, 1, 1]),
      says: { severity: 'medium', evidence: { created: 12, inBestTwo: 8, emptyWeeks: 7 } },
    },
    {
      kind: 'boundary',
      title: 'six weeks with none',
      deals: bursts([5, 4, 2, 1, 1, 1]),
      says: { severity: 'medium', evidence: { created: 14, inBestTwo: 9, emptyWeeks: 6 } },
    },
    { kind: 'boundary', title: 'five weeks with none', deals: bursts([6, 5, 1, 1, 1, 1, 1]) },
    { kind: 'boundary', title: 'eleven created are too few to tell', deals: bursts([4, 4, 1, 1, 1]) },
    { kind: 'miss', title: 'half of them in two weeks', deals: bursts([3, 3, 2, 2, 2]) },
    {
      kind: 'miss',
      title: 'eleven weeks in the job',
      deals: [
        { created: '2026-09-07', times: 6 },
        { created: '2026-11-16', times: 6 },
      ],
    },
    {
      kind: 'boundary',
      title: 'twelve weeks in the job are enough',
      deals: bursts([4, 4, 2, 1, 1], '2026-09-01'),
      says: { severity: 'medium', evidence: { created: 13, inBestTwo: 8, emptyWeeks: 6 } },
    },
    {
      kind: 'boundary',
      title: 'nine of fifteen are six tenths',
      deals: bursts([5, 4, 2, 2, 2]),
      says: { severity: 'medium', evidence: { created: 15, inBestTwo: 9 } },
    },
  ],
})

/** So many created in week 1, 2, 3 …; the rep has been there all year, or since a day. */
function bursts(counts: readonly number[], since = '2026-02-02') {
  const days = ['2026-11-10', '2026-11-03', '2026-10-27', '2026-10-20', '2026-10-13', '2026-10-06', '2026-09-29']
  return [{ created: since }, ...counts.map((times, week) => ({ created: days[week] ?? null, times }))]
}
