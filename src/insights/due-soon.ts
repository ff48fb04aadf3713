import type { Deal } from '../book/deals/deal.ts'
import { defineInsight, type Sighting } from '../engine/insight.ts'
import { count, name, sum, type Said } from '../language/sentence.ts'
import { addDays } from '../time/plain-date.ts'

interface Facts {
  readonly due: readonly Deal[]
  readonly overdue: readonly Deal[]
  /** Due or overdue, and the next step is later than the due date. */
  readonly late: readonly Deal[]
}

export const dueSoon = defineInsight({
  id: 'due-soon',
  title: 'Due soon',
  why:
    'What is due in the next two weeks can still be helped this week, and nothing else can. A deal that is already overdue ' +
    'has no date at all until the customer gives one.',
  place: 'line',
  needs: ['closeDate'],
  options: { days: 14 },

  find(book, { days }) {
    const subjects = [{ name: undefined, open: book.open }, ...book.reps]
    return subjects.flatMap(({ name: rep, open }): Sighting<Facts>[] => {
      const overdue = open.filter(({ closeDate }) => closeDate !== undefined && closeDate < book.asOf)
      const due = open.filter(
        ({ closeDate }) => closeDate !== undefined && closeDate >= book.asOf && closeDate <= addDays(book.asOf, days),
      )
      if (due.length + overdue.length === 0) return []
      const late = [...due, ...overdue].filter(
        ({ planned, closeDate = 0 }) => planned !== undefined && planned > closeDate,
      )
      return [{ ...(rep !== undefined && { rep }), facts: { due, overdue, late }, open: [...due, ...overdue] }]
    })
  },

  say({ due, overdue, late }) {
    const slots = { due: count(due), amount: sum(due), overdue: count(overdue), old: sum(overdue), late: count(late) }
    const said: Said[] = []
    if (due.length > 0)
      said.push({
        template: 'due-soon',
        words: '{due:Word} {due?deal is|deals are} due in two weeks ({amount}).',
        slots,
      })
    if (overdue.length > 0)
      said.push({
        template: 'due-soon.overdue',
        words: '{overdue:Word} {overdue?deal is|deals are} overdue ({old}).',
        slots,
      })
    if (late.length > 0)
      said.push({
        template: 'due-soon.late',
        words: 'In {late:word} of them the next step is later than the due date.',
        slots,
      })
    const largest = [...due, ...overdue].toSorted((a, b) => (b.amount ?? 0) - (a.amount ?? 0))[0]
    return {
      text: said,
      ask: {
        template: 'due-soon.ask',
        words: 'What has to happen at {deal}, and who at the customer has said by when?',
        slots: { deal: name(largest?.account ?? largest?.name ?? '', largest === undefined ? [] : [largest.id]) },
      },
    }
  },

  evidence: ({ due, overdue, late }) => ({
    due: due.length,
    dueAmount: sum(due).amount,
    overdue: overdue.length,
    overdueAmount: sum(overdue).amount,
    nextStepLater: late.length,
  }),

  examples: () => [
    {
      kind: 'hit',
      title: 'one due next week, one overdue',
      deals: [{ closeDate: '2026-11-27' }, { closeDate: '2026-11-10' }],
      says: { rep: 'Dana Whitfield', evidence: { due: 1, overdue: 1 } },
    },
    { kind: 'miss', title: 'due in January', deals: [{ closeDate: '2027-01-31' }] },
    {
      kind: 'boundary',
      title: 'fourteen days are soon, fifteen are not',
      deals: [{ closeDate: '2026-12-04' }, { closeDate: '2026-12-05' }],
      says: { rep: 'Dana Whitfield', evidence: { due: 1, overdue: 0 } },
    },
  ],
})
