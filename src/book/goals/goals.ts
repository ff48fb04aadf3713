import { groupBy } from '../../kit/collections.ts'
import type { Exports } from '../../records/exports.ts'
import type { GoalRow, RepRow } from '../../records/fields.ts'
import { namedPeriod, type NamedPeriod } from '../../records/named-period.ts'
import { addDays, calendarParts, isoDate, type PlainDate } from '../../time/plain-date.ts'
import type { Deal } from '../deals/deal.ts'
import { sum } from '../kit/statistics.ts'
import { type GoalSettings, valueFor } from '../settings.ts'
import type { Rep } from '../team/rep.ts'
import type { Goal, GoalSource } from './goal.ts'
import { daysOfNamed, isWithin, lengthOf, MONTHS_IN, type Period, periodContaining, type PeriodKind } from './period.ts'

/** Whose goal it is: what the config can tell apart. */
type Who = Pick<Rep, 'name' | 'level'>

/** A goal that runs from a day to a day, both included. */
interface Span {
  readonly goal: number
  readonly from: PlainDate
  readonly to: PlainDate
}

/** A goal of the same quarter or month of every year: “Q4”, where the sheet names no year. */
interface Yearly {
  readonly goal: number
  readonly named: NamedPeriod
}

type DatedRow = Pick<GoalRow, 'goal'> & Partial<GoalRow>

/** What the exports and the config say each rep is to win. */
export class Goals {
  readonly #settings: GoalSettings
  readonly #spans: ReadonlyMap<string, readonly Span[]>
  readonly #yearly: ReadonlyMap<string, readonly Yearly[]>
  readonly #listed: ReadonlyMap<string, number>
  readonly #listedKind: PeriodKind
  readonly #hasAmounts: boolean
  /** The periods that the exports have goals for, as they are written there. */
  readonly told: readonly string[]

  /** @param deals of the whole team: where none has an amount, having won nothing is not known to be 0. */
  constructor(
    exports: Pick<Exports, 'goals' | 'reps' | 'inputs'>,
    settings: GoalSettings,
    deals: readonly Pick<Deal, 'amount'>[],
  ) {
    this.#settings = settings
    this.#hasAmounts = deals.some(({ amount }) => amount !== undefined)
    const ofPeriods = exports.reps.filter((row) => namedPeriod(row) !== undefined)
    const byRep = groupBy(
      [...exports.goals, ...ofPeriods].filter(({ rep }) => rep !== undefined),
      ({ rep }): string => rep ?? '',
    )
    this.told = [...new Set([...byRep.values()].flat().flatMap(periodTold))]
    this.#spans = new Map([...byRep].map(([rep, rows]) => [rep, spansOf(rows, settings)]))
    this.#yearly = new Map([...byRep].map(([rep, rows]) => [rep, rows.flatMap(yearlyOf)]))
    this.#listed = new Map(exports.reps.filter((row) => namedPeriod(row) === undefined).flatMap(listedGoal))
    this.#listedKind = kindOfColumn(exports) ?? settings.period
  }

  /**
   * The goal for a period: from an export of goals; else from the config, by name, then level, then for all; else from
   * the reps file, whose goal is for a period of the config's kind unless its header says otherwise (“Annual Quota”).
   */
  amountFor(rep: Who, period: Period): { amount: number; source: GoalSource } | undefined {
    const yearly = (this.#yearly.get(rep.name) ?? []).flatMap((goal) => aroundPeriod(goal, period))
    const exported = overlap([...(this.#spans.get(rep.name) ?? []), ...yearly], period)
    if (exported !== undefined) return { amount: exported, source: 'goals export' }
    const configured = valueFor(this.#settings.amount, rep.name, rep.level)
    if (configured !== undefined) return { amount: configured, source: 'config' }
    const listed = this.#listed.get(rep.name)
    if (listed === undefined || listed <= 0) return undefined
    return { amount: (listed * MONTHS_IN[period.kind]) / MONTHS_IN[this.#listedKind], source: 'reps file' }
  }

  /** The goal for a period with what was won towards it up to as-of. */
  of(rep: Who, deals: readonly Deal[], period: Period, asOf: PlainDate): Goal | undefined {
    const set = this.amountFor(rep, period)
    if (set === undefined) return undefined
    const wins = deals.filter(
      ({ state, closedOn, closeDateAhead }) =>
        state === 'won' &&
        (closedOn === undefined
          ? closeDateAhead !== undefined && isWithin(closeDateAhead, period)
          : closedOn <= asOf && isWithin(closedOn, period)),
    )
    const amounts = wins.flatMap((deal) => deal.amount ?? [])
    const won = amounts.length > 0 || (wins.length === 0 && this.#hasAmounts) ? sum(amounts) : undefined
    return {
      period,
      ...set,
      won,
      gap: won === undefined ? undefined : Math.max(0, set.amount - won),
      wins: wins.length,
      uncounted: wins.length - amounts.length,
    }
  }
}

/**
 * What spans say of a period: day by day the shortest span that covers it speaks, with its goal ÷ its days. So the
 * months of a quarter add up to it, a year's goal is divided among its quarters by days, and a quarter's goal beside
 * the year's is not counted twice; several goals for the very same days add up. Undefined where no goal reaches the
 * period's last day: the months that are still to be planned would be missing.
 */
function overlap(spans: readonly Span[], period: Period): number | undefined {
  if (!spans.some(({ from, to }) => from <= period.to && to >= period.to)) return undefined
  let total = 0
  for (let day: number = period.from; day <= period.to; day++) {
    const covering = spans.filter(({ from, to }) => from <= day && day <= to)
    const shortest = Math.min(...covering.map(lengthOf))
    for (const span of covering) if (lengthOf(span) === shortest) total += span.goal / shortest
  }
  // Days ÷ days in binary fractions: 30,000 has to come back as 30,000.
  return total > 0 ? Math.round(total * 100) / 100 : undefined
}

function listedGoal({ rep, goal }: RepRow): (readonly [string, number])[] {
  return rep === undefined || goal === undefined ? [] : [[rep, goal]]
}

function yearlyOf(row: DatedRow): Yearly[] {
  const named = isDated(row) ? undefined : namedPeriod(row)
  return row.goal === undefined || named === undefined || named.year !== undefined ? [] : [{ goal: row.goal, named }]
}

/** Its spans of the years that a period can touch. */
function aroundPeriod({ goal, named }: Yearly, { from, fiscalYearStart }: Period): Span[] {
  const { year } = calendarParts(from)
  return [year - 1, year, year + 1].map((each) => ({ goal, ...daysOfNamed(named, each, fiscalYearStart) }))
}

function periodTold(row: DatedRow): readonly string[] {
  if (row.goal === undefined) return []
  const { period, month, quarter, year } = row
  const days = [row.from, row.to].filter((day) => day !== undefined).map(isoDate)
  const words = [period, month, quarter, year].filter((cell) => cell !== undefined)
  return days.length > 0 ? [days.join(' to ')] : words.length > 0 ? [words.join(' ')] : []
}

function isDated({ from, to }: DatedRow): boolean {
  return from !== undefined || to !== undefined
}

/**
 * Rows with both days, or a period by name; one that has only the first day runs until the next begins, or to the end of its
 * period.
 */
function spansOf(rows: readonly DatedRow[], { period, fiscalYearStart }: GoalSettings): Span[] {
  const starts = rows.flatMap(({ from }) => from ?? []).sort((a, b) => a - b)
  const ends = rows.flatMap(({ to }) => to ?? []).sort((a, b) => a - b)
  return rows.flatMap((row): Span[] => {
    const { goal, from, to } = row
    if (goal === undefined) return []
    const named = isDated(row) ? undefined : namedPeriod(row)
    if (named?.year !== undefined) return [{ goal, ...daysOfNamed(named, named.year, fiscalYearStart) }]
    const end = to ?? (from === undefined ? undefined : untilNext(from))
    const start = from ?? (to === undefined ? undefined : sincePrevious(to))
    return start === undefined || end === undefined || end < start ? [] : [{ goal, from: start, to: end }]
  })

  function untilNext(from: PlainDate): PlainDate {
    const next = starts.find((start) => start > from)
    return next === undefined ? periodContaining(from, period, fiscalYearStart).to : addDays(next, -1)
  }

  function sincePrevious(to: PlainDate): PlainDate {
    const previous = ends.findLast((end) => end < to)
    return previous === undefined ? periodContaining(to, period, fiscalYearStart).from : addDays(previous, 1)
  }
}

/** What the header of the reps file's goal column says it is for. */
function kindOfColumn({ inputs }: Pick<Exports, 'inputs'>): PeriodKind | undefined {
  const column = inputs
    .filter(({ kind }) => kind === 'reps')
    .flatMap(({ columns }) => columns.filter(({ field }) => field === 'goal'))[0]?.column
  if (column === undefined) return undefined
  if (/month/i.test(column)) return 'month'
  if (/quarter/i.test(column)) return 'quarter'
  return /annual|year/i.test(column) ? 'year' : undefined
}

/** Of the period's wins so many have to have an amount. */
const COUNTED_SHARE = 0.8

/**
 * Whether a goal can be held against a rep: four in five wins of the period have an amount, and the rep was there from
 * its beginning, and for 90 days.
 */
export function isGoalJudged({ isNew, since }: Pick<Rep, 'isNew' | 'since'>, goal: Goal): boolean {
  const isCounted = goal.wins - goal.uncounted >= COUNTED_SHARE * goal.wins
  const isJoining = isNew || (since !== undefined && since > goal.period.from)
  return goal.won !== undefined && isCounted && !isJoining
}

/** The goals of several reps together; the wins of those without one are not in `won`. */
export interface GoalSum {
  readonly period: Period
  readonly amount: number
  /** Undefined where it is of one of them. */
  readonly won: number | undefined
  /** What they together still have to win: one's surplus covers another's gap. */
  readonly gap: number | undefined
}

/** The team's goal, or a manager's: of all these together. Undefined where there is none. */
export function sumGoals(goals: readonly Goal[]): GoalSum | undefined {
  const [first] = goals
  if (first === undefined) return undefined
  const amount = sum(goals.map((goal) => goal.amount))
  const known = goals.flatMap((goal) => goal.won ?? [])
  const won = known.length === goals.length ? sum(known) : undefined
  const gap = won === undefined ? undefined : Math.max(0, amount - won)
  return { period: first.period, amount, won, gap }
}
