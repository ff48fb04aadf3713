import type { Book } from '../book/book.ts'
import type { Rep } from '../book/rep.ts'
import { sum } from '../book/statistics.ts'
import { whatItTakes, type WhatItTakes } from '../book/what-it-takes.ts'
import { isoDate } from '../plain-date.ts'
import type { Words } from '../words.ts'

/** A number nobody can miss: what would have to be true for the goal. Never “you will miss”. */
export interface GoalLine {
  readonly period: string
  readonly goal: number
  /** In the review's currency; null where no amount of what was won is known. */
  readonly won: number | null
  readonly gap: number | null
  /** What the open deals of the period bring at their stages' historical rates. */
  readonly expected: number | null
  /** What new opportunities have to bring. */
  readonly missing: number | null
  readonly newOpportunities: number | null
  readonly perWeek: number | null
  /** The last day on which a new one can still be won in `closesIn`. */
  readonly lastDay: string | null
  readonly closesIn: string | null
  readonly text: string
}

/** Undefined for a rep without a goal. */
export function goalLineOf(rep: Rep, book: Book, words: Words): GoalLine | undefined {
  const takes = whatItTakes(rep, book)
  return takes === undefined ? undefined : lineOf([takes], words)
}

/** The goals of several reps together; undefined where nobody has one. */
export function goalLineOfAll(reps: readonly Rep[], book: Book, words: Words): GoalLine | undefined {
  const takes = reps.flatMap((rep) => whatItTakes(rep, book) ?? [])
  return takes.length === 0 ? undefined : lineOf(takes, words)
}

function lineOf(takes: readonly WhatItTakes[], words: Words): GoalLine {
  const total = (value: (of: WhatItTakes) => number | undefined) => {
    const values = takes.map(value)
    return values.some((one) => one === undefined) ? null : sum(values.map((one) => one ?? 0))
  }
  const creation = takes.find((of) => of.creation !== undefined)?.creation
  const numbers = {
    period: takes[0]?.goal.period.label ?? '',
    goal: sum(takes.map((of) => of.goal.amount)),
    won: total((of) => of.goal.won),
    gap: total((of) => of.goal.gap),
    expected: total((of) => of.open.expected),
    missing: total((of) => of.missing),
    newOpportunities: rounded(
      total((of) => of.creation?.opportunities),
      1,
    ),
    perWeek: rounded(
      total((of) => of.creation?.perWeek),
      10,
    ),
    lastDay: creation === undefined ? null : isoDate(creation.lastDay.day),
    closesIn: creation === undefined ? null : creation.lastDay.period.label,
  }
  return { ...numbers, text: inWords(numbers, takes, words) }
}

/** Rounded up: so many are needed, and not nearly so many. */
function rounded(value: number | null, parts: number): number | null {
  return value === null ? null : Math.ceil(value * parts - 1e-9) / parts
}

function inWords(numbers: Omit<GoalLine, 'text'>, takes: readonly WhatItTakes[], words: Words): string {
  const { period, goal, won, gap, expected, missing } = numbers
  const aim = `the ${period} goal of ${words.money(goal)}`
  if (won === null || gap === null) return `${capital(aim)}: what was won of it is not known.`
  if (gap === 0) return `${capital(aim)} is reached: ${words.money(won)} won.${nextPeriod(numbers, takes, words)}`
  const start = `${words.money(gap)} to go of ${aim}.`
  if (expected === null || missing === null) return start
  const open = `Open deals that close in it usually bring ${words.money(expected)}`
  if (missing === 0)
    return `${start} ${open}, which is enough if they are worked like those before.${nextPeriod(numbers, takes, words)}`
  return `${start} ${open}; ${words.money(missing)} has to come from elsewhere.${creationLine(numbers, takes, words)}`
}

function creationLine(numbers: Omit<GoalLine, 'text'>, takes: readonly WhatItTakes[], words: Words): string {
  const { newOpportunities, perWeek, lastDay, closesIn, period } = numbers
  const [only] = takes
  const rate = takes.length === 1 ? only?.creation : undefined
  if (newOpportunities === null || perWeek === null || lastDay === null) return ''
  const by =
    rate === undefined
      ? ''
      : ` at ${rate.winRate.of === 'team' ? 'the team’s ' : ''}${words.percent(rate.winRate.rate)} won and ${words.money(rate.averageWon)} a deal`
  const count = words.count(newOpportunities, 'new opportunity', 'new opportunities')
  if (closesIn !== period)
    return (
      ` What is created now closes in ${closesIn}: find the rest in the open deals. ${closesIn} takes ${count}` +
      `${by}, ${words.number(perWeek)} a week until ${words.date(lastDay)}.`
    )
  return (
    ` That takes ${count}${by}: ${words.number(perWeek)} a week until ${words.date(lastDay)}, ` +
    'the last day on which a new one usually still closes in time.'
  )
}

/** Where this period is safe, the next one is what to work for. */
function nextPeriod(numbers: Omit<GoalLine, 'text'>, takes: readonly WhatItTakes[], words: Words): string {
  return numbers.closesIn === null || numbers.closesIn === numbers.period ? '' : creationNext(numbers, takes, words)
}

function creationNext(
  { newOpportunities, perWeek, lastDay, closesIn }: Omit<GoalLine, 'text'>,
  _: readonly WhatItTakes[],
  words: Words,
): string {
  if (newOpportunities === null || perWeek === null || lastDay === null || newOpportunities === 0) return ''
  const count = words.count(newOpportunities, 'new opportunity', 'new opportunities')
  return ` ${closesIn} takes ${count}: ${words.number(perWeek)} a week until ${words.date(lastDay)}.`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
