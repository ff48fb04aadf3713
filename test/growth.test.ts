import { describe, expect, it } from 'vitest'
import { dayOf } from '../scripts/world/deal.ts'
import { rowsOn } from '../scripts/world/rows.ts'
import { world } from '../scripts/world/simulate.ts'
import { composeAgenda } from '../src/agenda/compose-agenda.ts'
import { bookWords } from '../src/book/book-words.ts'
import type { Book } from '../src/book/book.ts'
import { buildBook } from '../src/book/build-book.ts'
import { findingKey, noPast, type Past } from '../src/book/past/past.ts'
import { noSettings } from '../src/book/settings.ts'
import { findInsights } from '../src/engine/find-insights.ts'
import { runRules } from '../src/engine/run-rules.ts'
import { seenBy } from '../src/history/seen.ts'
import { insights } from '../src/insights/index.ts'
import { composeReport } from '../src/report/content/compose-report.ts'
import { sentencesIn } from '../src/report/content/sentences.ts'
import { fill } from '../src/language/fill.ts'
import { rules } from '../rules/index.ts'
import { day, exportsOf, TODAY } from './support/exports.ts'

// A team four times as large takes four times the work, and not sixteen times. What is counted is how often a review
// looks at its rows, deals and reps: the same on every machine, however busy it is.

const LAST_WEEK = '2026-11-13'

/** How often what was looked at. */
class Looks {
  count = 0

  /** From now on each look at a member of one of these is counted. */
  at(items: readonly object[]): void {
    for (const item of items)
      for (const [name, value] of Object.entries(item))
        Object.defineProperty(item, name, {
          enumerable: true,
          configurable: true,
          get: () => {
            this.count++
            return value as unknown
          },
        })
  }
}

interface Size {
  readonly reps: number
  readonly dealsAWeek: number
}

/** A whole review of a team: with a review a week before, and with dismissals. */
function looksOf({ reps, dealsAWeek }: Size) {
  const made = world({ seed: 5, reps, dealsAWeek, goal: 100_000, from: '2025-09-01', noiseColumns: 2 })
  const looks = new Looks()
  const before = review(bookOn(LAST_WEEK, noPast))
  const dismissals = before.run.findings
    .filter((_, at) => at % 10 === 0)
    .map((finding) => ({ key: findingKey(finding), on: day(LAST_WEEK), reason: 'known', until: undefined }))
  const seen = seenBy(before.book, before.run.findings, [], before.run.ran)
  const book = bookOn(TODAY, { reviews: [seen], commitments: [], dismissals }, looks)
  const reading = looks.count
  looks.at([...book.deals, ...book.reps])
  looks.count = 0
  const { agenda } = review(book)
  const report = composeReport(agenda)
  const words = bookWords(book)
  for (const { said } of sentencesIn(report)) fill(said, words)
  return { reading, review: looks.count, deals: book.deals.length }

  function bookOn(asOf: string, past: Past, counted?: Looks): Book {
    const exports = exportsOf(rowsOn(made, dayOf(asOf)))
    counted?.at(exports.deals)
    return buildBook(exports, past, noSettings, day(asOf))
  }
}

function review(book: Book) {
  const run = runRules(book, rules)
  const agenda = composeAgenda(
    book,
    rules,
    run,
    { maxDeals: 4, minutesPerRep: undefined },
    findInsights(book, insights),
  )
  return { book, run, agenda }
}

/** Each look is a call of a getter, which on a busy machine takes its time. */
const TIMEOUT = 120_000

/** Sorting and chance: a little more than in proportion. */
const A_LITTLE_MORE = 1.5

describe('a review', () => {
  it(
    'of four times the reps, each with as many deals, takes four times the looks',
    () => {
      const [small, large] = [looksOf({ reps: 15, dealsAWeek: 0.5 }), looksOf({ reps: 60, dealsAWeek: 0.5 })]
      const times = (large.deals / small.deals) * A_LITTLE_MORE
      expect(large.reading / small.reading).toBeLessThan(times)
      expect(large.review / small.review).toBeLessThan(times)
    },
    TIMEOUT,
  )

  it(
    'of as many reps with four times the deals, too',
    () => {
      const [small, large] = [looksOf({ reps: 8, dealsAWeek: 1 }), looksOf({ reps: 8, dealsAWeek: 4 })]
      const times = (large.deals / small.deals) * A_LITTLE_MORE
      expect(large.reading / small.reading).toBeLessThan(times)
      expect(large.review / small.review).toBeLessThan(times)
    },
    TIMEOUT,
  )

  it(
    'of as many deals with four times the reps hardly takes more',
    () => {
      const [small, large] = [looksOf({ reps: 15, dealsAWeek: 2 }), looksOf({ reps: 60, dealsAWeek: 0.5 })]
      expect(large.review / small.review).toBeLessThan(1.5)
    },
    TIMEOUT,
  )
})
