import type { Book } from '../book/book.ts'
import type { Deal } from '../book/deals/deal.ts'
import { previousPeriod, type Period } from '../book/goals/period.ts'
import { defineInsight, type Sighting } from '../engine/insight.ts'
import { share, sum, text, type Said, type SumSlot } from '../language/sentence.ts'
import { addDays, type PlainDate } from '../time/plain-date.ts'

/** What deals opened in the rest of an earlier period brought in that period. */
interface Late {
  readonly label: string
  readonly won: readonly Deal[]
}

interface Facts {
  readonly period: Period
  readonly goal: number
  readonly toGo: number
  /** Open and due by the end of the period, overdue ones included. */
  readonly due: readonly Deal[]
  readonly late: readonly Late[]
}

export const goalInReach = defineInsight({
  id: 'goal-in-reach',
  title: 'Can the goal be reached',
  why:
    'A goal that cannot be reached by anything that is due needs a decision and not more effort. The most that can come in ' +
    'is what is due and, going by earlier periods, what is still to be opened.',
  place: 'line',
  needs: ['amounts', 'closeDate'],
  options: { highNeed: 0.9 },

  find(book, { highNeed }) {
    const subjects = [
      { rep: undefined, goals: book.reps.flatMap(({ goal }) => goal ?? []), deals: book.deals },
      ...book.reps.map((rep) => ({ rep: rep.name, goals: rep.goal === undefined ? [] : [rep.goal], deals: rep.deals })),
    ]
    return subjects.flatMap(({ rep, goals, deals }): Sighting<Facts>[] => {
      const [first] = goals
      const gaps = goals.flatMap(({ gap }) => gap ?? [])
      if (first === undefined || gaps.length < goals.length) return []
      const toGo = gaps.reduce((all, gap) => all + gap, 0)
      const due = deals.filter((deal) => isDue(deal, first.period.to))
      if (toGo <= 0 || sum(due).amount * highNeed > toGo) return []
      const goal = goals.reduce((all, { amount }) => all + amount, 0)
      const facts = { period: first.period, goal, toGo, due, late: lateIn(deals, book) }
      return [{ ...(rep !== undefined && { rep }), facts, open: due }]
    })
  },

  say(facts) {
    return { text: [need(facts), ...openedLate(facts)], ask: askOf(facts) }
  },

  evidence({ period, goal, toGo, due, late }) {
    return {
      period: period.label,
      goal,
      toGo,
      due: due.length,
      dueAmount: sum(due).amount,
      missing: Math.max(0, toGo - sum(due).amount),
      latePeriods: late.map(({ label }) => label),
      lateAmounts: late.map(({ won }) => sum(won).amount),
    }
  },

  examples: () => [
    {
      kind: 'hit',
      title: 'winning everything due misses the goal',
      deals: [{ amount: 40_000, closeDate: '2026-12-15' }],
      config: { goal: 100_000 },
      says: { rep: 'Dana Whitfield', evidence: { toGo: 100_000, dueAmount: 40_000, missing: 60_000 } },
    },
    {
      kind: 'miss',
      title: 'three times the goal is due',
      deals: [{ amount: 100_000, closeDate: '2026-12-15', times: 3 }],
      config: { goal: 100_000 },
    },
    {
      kind: 'boundary',
      title: 'nearly all of what is due has to be won',
      deals: [{ amount: 50_000, closeDate: '2026-12-15', times: 2 }],
      config: { goal: 95_000 },
      says: { rep: 'Dana Whitfield', evidence: { toGo: 95_000, dueAmount: 100_000, missing: 0 } },
    },
  ],
})

const isDue = ({ state, closeDate }: Deal, to: PlainDate) =>
  state === 'open' && closeDate !== undefined && closeDate <= to

/** Of the last two periods: deals opened after the same day, and won within the period. */
function lateIn(deals: readonly Deal[], { period, asOf }: Book): Late[] {
  const first = previousPeriod(period)
  return [first, previousPeriod(first)].flatMap((earlier): Late[] => {
    const after = addDays(earlier.from, asOf - period.from)
    const opened = deals.filter(({ created }) => created !== undefined && created <= earlier.to)
    if (opened.length === 0) return []
    const won = opened.filter(
      ({ created = 0, state, closedOn }) => created > after && state === 'won' && (closedOn ?? Infinity) <= earlier.to,
    )
    return [{ label: earlier.label, won }]
  })
}

const money = (amount: number): SumSlot => ({ kind: 'sum', amount, ids: [] })

function need({ period, toGo, due }: Facts): Said {
  const amount = sum(due)
  const missing = toGo - amount.amount
  const slots = { period: text(period.label), toGo: money(toGo), due: amount, missing: money(missing) }
  if (missing > 0)
    return {
      template: 'goal-in-reach.misses',
      words: 'Winning everything due in {period} ({due}) still misses {missing}.',
      slots,
    }
  return {
    template: 'goal-in-reach.needs',
    words: '{period} needs {need} of the {due} due.',
    slots: { ...slots, need: share(toGo, amount.amount) },
  }
}

function openedLate({ late }: Facts): Said[] {
  const [last] = late
  if (last === undefined) return []
  return [
    {
      template: 'goal-in-reach.late',
      words: 'Deals opened this late in {last} brought {amount} by its end.',
      slots: { last: text(last.label), amount: sum(last.won) },
    },
  ]
}

function askOf({ toGo, period }: Facts): Said {
  return {
    template: 'goal-in-reach.ask',
    words: 'What would have to be true for {toGo} by the end of {period}, and who decides if it isn’t?',
    slots: { toGo: money(toGo), period: text(period.label) },
  }
}
