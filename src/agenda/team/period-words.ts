import type { Book } from '../../book/book.ts'
import { elapsedShare, previousPeriod } from '../../book/goals/period.ts'
import { sum as total } from '../../book/kit/statistics.ts'
import type { Rep } from '../../book/team/rep.ts'
import {
  count,
  date,
  number,
  rate,
  share,
  sum,
  text,
  type Said,
  type SumSlot,
  person,
} from '../../language/sentence.ts'
import { ENOUGH_CLOSINGS } from '../../book/team/measures.ts'
import { closedIn, closedInYear } from '../facts/closed.ts'
import { YEAR_DAYS } from '../facts/days.ts'
import { hasAmounts, wonBefore, wonInPeriod } from '../page/number-words.ts'
import type { Earlier, Outlook } from '../page/outlook.ts'
import { say } from '../say/say.ts'
import type { Point, PointBar } from './screen.ts'

const MOSTLY = 0.5

/** What is to be won by these reps together, and what is to go; undefined where nobody has a goal. */
export function goalOf(
  reps: readonly Rep[],
): { readonly amount: number; readonly gap: number; readonly won: number } | undefined {
  const goals = reps.flatMap(({ goal }) => goal ?? [])
  if (goals.length === 0) return undefined
  const amount = total(goals.map((goal) => goal.amount))
  const won = total(goals.map((goal) => goal.won ?? 0))
  return { amount, won, gap: Math.max(0, amount - won) }
}

/** The period's number: against the goal, else against the period before. */
export function periodWords(reps: readonly Rep[], book: Book): readonly Said[] {
  const { period, asOf } = book
  const deals = reps.flatMap((rep) => rep.deals)
  const won = wonInPeriod(deals, book)
  const goal = goalOf(reps)
  const kind = text(period.kind)
  const gone = share(Math.round(elapsedShare(period, asOf) * 1000), 1000)
  if (goal !== undefined) {
    const slots = { won: sum(won), goal: plain(goal.amount), share: share(sum(won).amount, goal.amount), gone, kind }
    return goal.gap === 0 ? [say('period.goal-made', slots)] : [say('period.goal', { ...slots, gap: plain(goal.gap) })]
  }
  return [...againstBefore(won, deals, book), ...mostly(won, reps)]
}

function plain(amount: number): SumSlot {
  return { kind: 'sum', amount, ids: [] }
}

function againstBefore(won: ReturnType<typeof wonInPeriod>, deals: Rep['deals'], book: Book): readonly Said[] {
  const { period, asOf } = book
  const before = wonBefore(deals, book)
  const label = text(previousPeriod(period).label)
  const days = number(asOf - period.from + 1)
  const [now, then] = [sum(won), sum(before)]
  if (!hasAmounts(book)) return [say('period.wins', { n: count(won), days, before: label, m: count(before) })]
  if (before.length === 0) return [say('period.first', { won: now, days })]
  if (asOf < period.to) return [say('period.to-date', { won: now, days, before: label, earlier: then })]
  const isLess = now.amount < then.amount
  const change = share(Math.abs(now.amount - then.amount), then.amount)
  const slots = { won: now, change, before: label, earlier: then, n: count(won), m: count(before) }
  return [say(isLess ? 'period.over-less' : 'period.over-more', slots)]
}

function mostly(won: readonly Rep['deals'][number][], reps: readonly Rep[]): readonly Said[] {
  const all = sum(won).amount
  const isOfPeriod = new Set(won)
  const [best] = reps
    .map(({ name: rep, deals }) => ({ rep, own: sum(deals.filter((deal) => isOfPeriod.has(deal))) }))
    .toSorted((a, b) => b.own.amount - a.own.amount)
  if (best === undefined || reps.length < 3 || all === 0 || best.own.amount < MOSTLY * all) return []
  return [say('period.mostly', { share: share(best.own.amount, all, best.own.ids), rep: person(best.rep) })]
}

/** The first point: whether the period’s goal can be reached; without goals whether what is due can be closed. */
export function periodPoint(reps: readonly Rep[], outlook: Outlook, book: Book): Point | undefined {
  const goal = goalOf(reps)
  if (goal === undefined) return duePoint(reps, outlook, book)
  const { due, dueAmount, need, earlier, reach } = outlook
  if (goal.gap === 0 || due.length === 0) return undefined
  const slots = { due: sum(due), to: date(book.period.to) }
  const kind = { kind: text(book.period.kind) }
  if (need === undefined) return undefined
  if (need > 1)
    return {
      said: [
        say('point.out-of-reach', kind),
        say('point.all-misses', { ...slots, missing: plain(goal.gap - dueAmount) }),
      ],
      bars: [],
    }
  const needed = share(
    goal.gap,
    dueAmount,
    due.map(({ id }) => id),
  )
  const verdict = { 'in-reach': 'point.in-reach', tight: 'point.tight', 'out-of-reach': 'point.out-of-reach' } as const
  return {
    said: [
      ...(reach === 'unknown' ? [] : [say(verdict[reach], kind)]),
      say('point.needs', { ...slots, need: needed }),
      ...(earlier.length === 0 ? winRate(reps, book) : earlierWords(earlier)),
    ],
    bars: bars(needed, book.period.label, earlier),
  }
}

/** Where no earlier period tells what is usual. */
function winRate(reps: readonly Rep[], book: Book): readonly Said[] {
  const { won, closed } = closedInYear(
    reps.flatMap(({ deals }) => deals),
    book.asOf,
  )
  return closed.length < ENOUGH_CLOSINGS ? [] : [say('point.win-rate', { rate: rate(won, closed) })]
}

function earlierWords([last, before]: readonly Earlier[]): readonly Said[] {
  if (last === undefined) return []
  const first = share(
    last.share,
    1,
    last.won.map(({ id }) => id),
  )
  if (before === undefined) return [say('point.earlier-one', { a: text(last.label), first })]
  const second = share(
    before.share,
    1,
    before.won.map(({ id }) => id),
  )
  return [say('point.earlier', { a: text(last.label), first, b: text(before.label), second })]
}

function bars(needed: ReturnType<typeof share>, label: string, earlier: readonly Earlier[]): readonly PointBar[] {
  if (earlier.length === 0) return []
  const all = earlier.map((one): PointBar => ({
    label: `${one.label} brought`,
    value: one.share,
    said: say('cell.need', { need: share(one.share, 1) }),
    isHot: false,
    isPart: false,
  }))
  const need: PointBar = {
    label: `${label} needs`,
    value: needed.part / needed.whole,
    said: say('cell.need', { need: needed }),
    isHot: true,
    isPart: false,
  }
  return [...all, need].toSorted((a, b) => b.value - a.value)
}

const MANY_DUE = 10
const TOO_MANY = 1.5
const TOO_MUCH = 2.5

/** Where more is due than the team has ever closed in as many days. */
function duePoint(reps: readonly Rep[], { due, dueAmount }: Outlook, book: Book): Point | undefined {
  const days = book.period.to - book.asOf
  if (due.length < MANY_DUE || days < 7) return undefined
  const closings = reps.flatMap((rep) => rep.deals).filter(({ closedOn }) => closedOn !== undefined)
  const early = due.filter(({ position }) => position !== undefined && position < 0.5)
  const windows = Array.from({ length: YEAR_DAYS - days }, (_, back) =>
    closedIn(closings, (book.asOf - back) as typeof book.asOf, days),
  )
  const closed = Math.max(...windows.map((one) => one.closed.length))
  // Where no closing is on record, as in a file without owners, there is nothing to measure it by.
  if (closed === 0) return undefined
  const brought = Math.max(...windows.map((one) => sum(one.won).amount))
  const isTooMany = due.length >= TOO_MANY * closed
  if (!isTooMany && (brought === 0 || dueAmount < TOO_MUCH * brought)) return undefined
  return {
    said: [
      say(isTooMany ? 'point.dates' : 'point.due-more'),
      say('point.due', { n: count(due), worth: sum(due), to: date(book.period.to), early: count(early) }),
      say('point.never', {
        closed: number(closed),
        weeks: number(Math.round(days / 7)),
        won: number(Math.max(...windows.map((one) => one.won.length))),
        most: plain(brought),
      }),
    ],
    bars: [],
  }
}
