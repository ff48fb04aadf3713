import type { Book } from '../../book/book.ts'
import type { Group } from '../../book/team/groups.ts'
import type { Rep } from '../../book/team/rep.ts'
import {
  whatItTakes,
  whatTheyTake,
  type Takes,
  type WhatItTakes,
  type WhatTheyTake,
} from '../../book/goals/what-it-takes.ts'
import { isoDate } from '../../time/plain-date.ts'
import type { Words } from '../../language/words.ts'

/** A number nobody can miss: what would have to be true for the goal. Never “you will miss”. */
export interface GoalLine {
  readonly period: string
  readonly goal: number
  /** In the review's currency; null where no amount of what was won is known. */
  readonly won: number | null
  readonly gap: number | null
  /** What the open deals of the period bring at their stages' historical rates, at the rep's own record. */
  readonly expected: number | null
  /** The open deals promised for it from which nothing is expected: old, or long overdue. */
  readonly leftOut: { readonly deals: number; readonly amount: number }
  /** What new opportunities have to bring. */
  readonly missing: number | null
  readonly newOpportunities: number | null
  readonly perWeek: number | null
  /** The last day on which a new one is as likely as not to be won in `closesIn`. */
  readonly lastDay: string | null
  readonly closesIn: string | null
  /** Of several: who is short of their own goal. */
  readonly short: readonly { readonly rep: string; readonly missing: number }[]
  readonly text: string
}

/** Undefined for a rep without a goal. */
export function goalLineOf(rep: Rep, book: Book, words: Words, audience: Audience): GoalLine | undefined {
  const takes = whatItTakes(rep, book)
  return takes === undefined ? undefined : { ...numbersOf(takes), short: [], text: ofOne(takes, words, audience) }
}

type Audience = 'manager' | 'rep'

/** The goals of several reps together; undefined where nobody has one. */
export function goalLineOfAll(group: Group, book: Book, words: Words): GoalLine | undefined {
  const takes = whatTheyTake(group, book)
  return takes === undefined ? undefined : { ...numbersOf(takes), short: takes.short, text: ofAll(takes, words) }
}

function numbersOf({ goal, open, missing, creation }: Takes): Omit<GoalLine, 'short' | 'text'> {
  return {
    period: goal.period.label,
    goal: goal.amount,
    won: goal.won ?? null,
    gap: goal.gap ?? null,
    expected: open.expected ?? null,
    leftOut: open.leftOut,
    missing: missing ?? null,
    newOpportunities: creation === undefined ? null : roundedUp(creation.opportunities, 1),
    perWeek: creation === undefined ? null : roundedUp(creation.perWeek, 10),
    lastDay: creation === undefined ? null : isoDate(creation.lastDay.day),
    closesIn: creation === undefined ? null : creation.lastDay.period.label,
  }
}

/** So many are needed, and not nearly so many. */
function roundedUp(value: number, parts: number): number {
  return Math.ceil(value * parts - 1e-9) / parts
}

/** To the rep without the team's rates: a rate that is not their own is a colleague's. */
function ofOne(takes: WhatItTakes, words: Words, audience: Audience): string {
  const record = audience === 'rep' ? undefined : takes.record
  return sentences([gapLine(takes, words), openLine(takes, record, words), creationLine(takes, words, audience)])
}

function ofAll(takes: WhatTheyTake, words: Words): string {
  return sentences([
    gapLine(takes, words),
    openLine(takes, undefined, words),
    shortLine(takes, words),
    creationLine(takes, words, 'manager'),
  ])
}

const sentences = (parts: readonly (string | undefined)[]) => parts.filter((part) => part !== undefined).join(' ')

function gapLine({ goal: { period, amount, won, gap } }: Takes, words: Words): string {
  const aim = `the ${period.label} goal of ${words.money(amount)}`
  if (won === undefined || gap === undefined) return `T${aim.slice(1)}: what was won of it is not known.`
  return gap === 0 ? `T${aim.slice(1)} is reached: ${words.money(won)} won.` : `${words.money(gap)} to go of ${aim}.`
}

/** Under this much more than it takes one loss more than usual is too many. */
const EASY = 1.1

/** What the open deals bring, how that was reckoned where it is not as usual, and what it leaves. */
function openLine({ goal: { gap = 0 }, open, missing }: Takes, record: WhatItTakes['record'], words: Words) {
  const { deals, expected, usual, leftOut } = open
  if (gap === 0 || expected === undefined || usual === undefined || missing === undefined) return undefined
  const old = `${leftOut.deals === 1 ? 'one old deal' : words.count(leftOut.deals, 'old deal')} (${words.money(leftOut.amount)})`
  const left = `${words.money(missing)} is not covered.`
  if (deals === 0)
    return leftOut.deals === 0 ? `Nothing open closes in it. ${left}` : `Only ${old} would close in it. ${left}`
  const which = leftOut.deals === 0 ? 'Open deals' : `Without ${old}, the open deals`
  const brings =
    record === undefined
      ? `${which} that close in it usually bring ${words.money(expected)}`
      : `${which} that close in it usually bring ${words.money(usual)}; at ${words.percent(record.own.rate)} won, ` +
        `against the usual ${words.percent(record.team.rate)}, ${words.money(expected)}`
  if (missing > 0) return `${brings}. ${left}`
  const enough = expected < EASY * gap ? 'just enough' : 'enough'
  return `${brings}, which is ${enough} if they are worked like those before.`
}

const NAMES_SHOWN = 3

/** Said where it is known of all of them. */
function shortLine({ short, missing }: WhatTheyTake, words: Words): string | undefined {
  if (short.length === 0 || missing === undefined) return undefined
  const names = short.slice(0, NAMES_SHOWN).map((one) => `${one.rep} by ${words.money(one.missing)}`)
  const rest = short.length > NAMES_SHOWN ? [`${short.length - NAMES_SHOWN} more`] : []
  return `Short of their own goal: ${words.list([...names, ...rest])}.`
}

/** What has to be opened, and until when that is soon enough; nothing where the open deals bring it all. */
function creationLine(
  { goal: { period }, missing, creation }: Takes,
  words: Words,
  audience: Audience,
): string | undefined {
  if (creation === undefined || creation.opportunities === 0) return undefined
  const { lastDay, winRate, averageWon } = creation
  const opened = words.count(roundedUp(creation.opportunities, 1), 'new opportunity', 'new opportunities')
  const isTeams = winRate.of === 'team'
  const each = `${isTeams ? 'the team’s ' : ''}${words.percent(winRate.rate)} won, ${words.money(averageWon)} a deal`
  const pace = `${words.number(roundedUp(creation.perWeek, 10))} a week until ${words.date(lastDay.day)}`
  const takes = `takes ${opened}, ${pace}${isTeams && audience === 'rep' ? '' : ` (${each})`}`
  const late =
    `alf of all wins take longer than ${words.count(lastDay.cycle, 'day')}, so what is opened from ` +
    `${words.date(lastDay.lateFrom)} on more likely closes after ${period.label}`
  if (!lastDay.isLater) return `That ${takes}. H${late}.`
  const next = `${lastDay.period.label} is ${words.money(creation.toWin)} short so far: that ${takes}.`
  return missing === undefined || missing === 0
    ? next
    : `H${late}: look for the ${words.money(missing)} in the open deals. ${next}`
}
