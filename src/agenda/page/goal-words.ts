import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { nextPeriod } from '../../book/goals/period.ts'
import type { Rep } from '../../book/team/rep.ts'
import { date, number, rate, share, sum, text, type Said, type Slots } from '../../language/sentence.ts'
import type { Cause } from '../causes/cause.ts'
import { ENOUGH_CLOSINGS } from '../../book/team/measures.ts'
import { closedInYear } from '../facts/closed.ts'
import { say } from '../say/say.ts'
import type { Earlier, Outlook } from './outlook.ts'

/** Whether the goal is in reach, and then what that leaves; nothing where it is made or none is set. */
export function goalWords(
  { goal, deals }: Rep,
  outlook: Outlook,
  cause: Cause | undefined,
  book: Book,
): readonly Said[] {
  const { due, dueAmount, need, gap, reach } = outlook
  if (goal === undefined || gap === undefined || gap === 0) return []
  const to = date(book.period.to)
  const dueSum = sum(due)
  if (due.length === 0 || need === undefined)
    return [say('goal.nothing-due', { to, gap: { kind: 'sum', amount: gap, ids: [] } }), ...planNext(book)]
  if (need > 1)
    return [
      say('goal.all-misses', { due: dueSum, missing: { kind: 'sum', amount: gap - dueAmount, ids: dueSum.ids } }),
      ...planNext(book),
    ]
  const slots = { need: share(gap, dueAmount, dueSum.ids), due: dueSum, to }
  switch (reach) {
    case 'out-of-reach':
      return [outOfReach(slots, outlook.earlier), ...planNext(book)]
    case 'tight':
      return [say('goal.tight', slots), ...without(gap, due, cause)]
    case 'in-reach':
      return [say('goal.in-reach', slots)]
    case 'unknown':
      return [needs(slots, deals, book), ...without(gap, due, cause)]
  }
}

/** Where no earlier period tells what is usual, how much of what closed was won stands beside it. */
function needs(slots: Slots, deals: readonly Deal[], book: Book): Said {
  const { won, closed } = closedInYear(deals, book.asOf)
  return closed.length < ENOUGH_CLOSINGS
    ? say('goal.needs', slots)
    : say('goal.needs-rate', { ...slots, rate: rate(won, closed) })
}

function outOfReach(
  slots: { need: ReturnType<typeof share>; due: ReturnType<typeof sum> },
  earlier: readonly Earlier[],
): Said {
  const [last, before] = earlier
  if (last === undefined || before === undefined) return say('goal.out-of-reach', slots)
  return say('goal.out-of-reach-earlier', {
    ...slots,
    a: text(before.label),
    first: broughtIn(before),
    b: text(last.label),
    second: broughtIn(last),
  })
}

function broughtIn({ share: part, won }: Earlier) {
  return won.length === 0
    ? text('none')
    : share(
        part,
        1,
        won.map(({ id }) => id),
      )
}

/** Where nothing opened now can be won in the period. */
function planNext({ norms, period, asOf }: Book): readonly Said[] {
  const left = period.to - asOf
  if (norms.medianCycle === undefined || norms.medianCycle < left) return []
  return [
    say('goal.plan-next', {
      cycle: number(Math.round(norms.medianCycle)),
      left: number(left),
      next: text(nextPeriod(period).label),
    }),
  ]
}

/** What the goal needs without the deals that the page talks about. */
function without(gap: number, due: readonly Deal[], cause: Cause | undefined): readonly Said[] {
  const ids = new Set(cause?.deals.map(({ id }) => id))
  const rest = due.filter(({ id }) => !ids.has(id))
  const left = sum(rest)
  if (cause === undefined || rest.length === due.length || left.amount === 0) return []
  if (cause.topic === 'slipping') return [say('goal.kept-date', { worth: sum(due.filter(hasKeptDate)) })]
  if (cause.label.template !== 'label.one-contact' || gap > left.amount) return []
  return [say('goal.without-single', { need: share(gap, left.amount, left.ids) })]
}

function hasKeptDate({ pushes }: Deal): boolean {
  return pushes?.count === 0
}
