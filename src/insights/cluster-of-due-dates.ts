import type { Book } from '../book/book.ts'
import type { Deal } from '../book/deals/deal.ts'
import { dealsOf } from '../book/lookup.ts'
import { binomialAtMost } from '../book/kit/chances.ts'
import { defineInsight, type Sighting } from '../engine/insight.ts'
import { count, date, sum } from '../language/sentence.ts'
import { addDays, calendarParts, isoDate, type PlainDate } from '../time/plain-date.ts'

interface Facts {
  readonly cluster: readonly Deal[]
  readonly all: readonly Deal[]
  readonly from: PlainDate
  readonly to: PlainDate
}

export const clusterOfDueDates = defineInsight({
  id: 'cluster-of-due-dates',
  title: 'A cluster of due dates',
  why:
    'Many deals due within a few days, away from the end of a month, seldom have dates of the customers’ own: somebody set ' +
    'them in one go. Nobody can close that many in one week, either.',
  place: 'point',
  needs: ['closeDate'],
  options: { days: 10, leastDeals: 4, falseShare: 0.08 },

  find(book, { days, leastDeals, falseShare }) {
    const ofTeam = datedAhead(book.open, book)
    return book.reps.flatMap((rep): Sighting<Facts>[] => {
      const all = datedAhead(rep.open, book)
      const [first, last] = [all[0]?.closeDate, all.at(-1)?.closeDate]
      if (first === undefined || last === undefined || all.length < leastDeals) return []
      const from = densest(all, days)
      const cluster = dueIn(all, from, days)
      if (cluster.length < leastDeals) return []
      const own = dealsOf(rep.name, ofTeam)
      const others = ofTeam.length - own.length
      const theirs = countIn(ofTeam, from, days) - countIn(own, from, days)
      // Were dates spread evenly over their span, or as the other reps' are: the likelier of the two, each window of the span a try.
      const span = Math.max(90, last - first + 1)
      const share = Math.min(1, Math.max(days / span, others < ENOUGH_OTHERS ? 0 : theirs / others))
      const byChance = 1 - binomialAtMost(cluster.length - 2, all.length - 1, share)
      if ((byChance * book.reps.length * span) / days > falseShare) return []
      const to = cluster.reduce((latest, { closeDate }) => (closeDate > latest ? closeDate : latest), from)
      return [{ rep: rep.name, facts: { cluster, all, from, to }, open: cluster }]
    })
  },

  say({ cluster, all, from, to }) {
    const slots = { cluster: count(cluster), amount: sum(cluster), all: count(all), from: date(from), to: date(to) }
    return {
      text: [
        {
          template: 'cluster-of-due-dates',
          words: '{cluster:Word} of {all} open deals with a date ahead ({amount}) are due from {from} to {to}.',
          slots,
        },
      ],
      ask: {
        template: 'cluster-of-due-dates.ask',
        words: 'Which of the {cluster} would you bet on, and who gave that date?',
        slots,
      },
    }
  },

  evidence: ({ cluster, all, from, to }) => ({
    deals: cluster.map(({ id }) => id),
    amount: sum(cluster).amount,
    of: all.length,
    from: isoDate(from),
    to: isoDate(to),
  }),

  examples: () => [
    {
      kind: 'hit',
      title: 'six of eight deals are due from 3 to 8 March',
      deals: ['03-03', '03-04', '03-04', '03-05', '03-06', '03-08', '01-15', '05-12'].map((day) => ({
        closeDate: `2027-${day}`,
      })),
      says: { rep: 'Dana Whitfield', evidence: { of: 8, from: '2027-03-03', to: '2027-03-08' } },
    },
    {
      kind: 'miss',
      title: 'a deal every two weeks',
      deals: ['01-05', '01-19', '02-02', '02-16', '03-02', '03-16'].map((day) => ({ closeDate: `2027-${day}` })),
    },
    {
      kind: 'boundary',
      title: 'six at the end of a month: that is how quarters end',
      deals: [{ closeDate: '2026-12-31', times: 6 }],
    },
  ],
})

/** Fewer of the others' dates tell nothing. */
const ENOUGH_OTHERS = 10

type Dated = Deal & { readonly closeDate: PlainDate }

/** Deals due on a day that is to come and that no month ends with, by day. */
function datedAhead(open: readonly Deal[], { asOf }: Pick<Book, 'asOf'>): Dated[] {
  return open
    .filter((deal): deal is Dated => (deal.closeDate ?? 0) >= asOf)
    .filter(({ closeDate }) => !isMonthEnd(closeDate))
    .toSorted((a, b) => a.closeDate - b.closeDate)
}

/** Those of a sorted list that are due in so many days from one on. */
function dueIn(sorted: readonly Dated[], from: PlainDate, days: number): readonly Dated[] {
  return sorted.slice(placeOf(from, sorted), placeOf(addDays(from, days), sorted))
}

function countIn(sorted: readonly Dated[], from: PlainDate, days: number): number {
  return placeOf(addDays(from, days), sorted) - placeOf(from, sorted)
}

/** How many of a sorted list are due before a day. */
function placeOf(day: PlainDate, sorted: readonly Dated[]): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.closeDate ?? day) < day) low = middle + 1
    else high = middle
  }
  return low
}

/** The first day from which on most are due within so many days. */
function densest(sorted: readonly Dated[], days: number): PlainDate {
  const size = ({ closeDate }: Dated) => countIn(sorted, closeDate, days)
  return sorted.reduce((most, one) => (size(one) > size(most) ? one : most)).closeDate
}

const LAST_DAYS = 2

/** Within the last two days of a month, or on the first. */
function isMonthEnd(day: PlainDate): boolean {
  const { day: of } = calendarParts(day)
  return of === 1 || calendarParts(addDays(day, LAST_DAYS)).month !== calendarParts(day).month
}
