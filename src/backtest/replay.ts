import type { Book } from '../book/book.ts'
import { buildBook } from '../book/build-book.ts'
import { nothingFound } from '../book/checks/data-check.ts'
import { dealId, noPast } from '../book/past/past.ts'
import type { Settings } from '../book/settings.ts'
import { dealAsker, dealsAsked, gapsOf, type RuleSettings } from '../engine/asking.ts'
import type { AnyRule } from '../engine/rule.ts'
import type { Exports } from '../records/exports.ts'
import { addDays, type Days, type PlainDate } from '../time/plain-date.ts'
import { MARKS, type Outcome, type Outcomes, type ReviewDay } from './sample.ts'

/** What a backtest is made with. */
export interface Kit {
  readonly settings: Settings
  /** Those that speak about open deals. */
  readonly rules: readonly AnyRule[]
  readonly ruleSettings: ReadonlyMap<string, RuleSettings>
}

/** Deals that are in no count, and why. */
export interface LeftOut {
  /** Open ones without a creation date stand open in every past. */
  readonly notCreated: number
  /** Closed ones without the day of closing are never open. */
  readonly notDated: number
  /** Nobody knows whether they are open, won or lost. */
  readonly unknown: number
  /** Gone from later exports or reviews, so that nobody knows what became of them. */
  readonly gone: number
}

/** How every deal of a book ended, and what had to be left out. */
export function outcomesOf({ deals }: Pick<Book, 'deals'>): { outcomes: Outcomes; leftOut: LeftOut } {
  const outcomes = new Map<string, Outcome>()
  const leftOut = { notCreated: 0, notDated: 0, unknown: 0, gone: 0 }
  for (const { id, state, created, closedOn } of deals) {
    if (created === undefined) leftOut.notCreated++
    else if (state === 'unknown') leftOut.unknown++
    else if (state === 'open') outcomes.set(id, undefined)
    else if (closedOn === undefined) leftOut.notDated++
    else outcomes.set(id, { state, on: closedOn })
  }
  return { outcomes, leftOut }
}

const WEEK: Days = 7
const MOST_REVIEWS = 52

/**
 * The days to go back to: each week, back from the last one that has a whole horizon of data after it, to the first on
 * which a deal had been closed. A year of them at most.
 */
export function replayDays({ deals }: Pick<Book, 'deals'>, end: PlainDate, horizon: Days): readonly PlainDate[] {
  const closings = deals.flatMap(({ closedOn }) => closedOn ?? [])
  const first = closings.reduce((least, day) => Math.min(least, day), Infinity)
  const days: PlainDate[] = []
  for (let day = addDays(end, -horizon); day >= first && days.length < MOST_REVIEWS; day = addDays(day, -WEEK))
    days.push(day)
  return days.toReversed()
}

/** Only what can be followed: the rest stands open in every past, or in none. */
export function withoutUndated(exports: Exports, outcomes: Outcomes): Exports {
  return { ...exports, deals: exports.deals.filter((row) => outcomes.has(dealId(row))) }
}

/** A past day gone through again: what each rule would have said, knowing of open deals only what carries a date. */
export function replayedDay(exports: Exports, day: PlainDate, kit: Kit): ReviewDay {
  const book = buildBook(exports, noPast, { ...kit.settings, isReplay: true }, day, nothingFound)
  return askedDay(book, kit)
}

/** What each rule says alone about the open deals of a book: nobody yields, and no rule waits for another. */
export function askedDay(book: Book, { rules, ruleSettings }: Kit): ReviewDay {
  const { open, asOf: day } = book
  const places = new Map(open.map(({ id }, at) => [id, at]))
  const said = new Map<string, Uint8Array>()
  const failures = new Map<string, string>()
  for (const rule of rules) {
    if (gapsOf(rule, book).length > 0) continue
    const marks = new Uint8Array(open.length).fill(MARKS.unasked)
    try {
      const ask = dealAsker(rule, book, ruleSettings.get(rule.id))
      for (const deal of dealsAsked(rule, book)) marks[places.get(deal.id) ?? -1] = MARKS[ask(deal) ?? 'silent']
      said.set(rule.id, marks)
    } catch (error) {
      failures.set(rule.id, error instanceof Error ? error.message : String(error))
    }
  }
  return { day, open, said, failures }
}
