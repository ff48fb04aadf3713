import { rules } from '../../rules/index.ts'
import { world } from '../../scripts/world/simulate.ts'
import { dayOf } from '../../scripts/world/deal.ts'
import type { World } from '../../scripts/world/log.ts'
import type { WorldOptions } from '../../scripts/world/options.ts'
import { rowsOn, type RowsOptions } from '../../scripts/world/rows.ts'
import { onDay } from '../../scripts/world/on-day.ts'
import { type Backtest, placebo, type RuleResult } from '../../src/backtest/backtest.ts'
import { backtestOfExports } from '../../src/backtest/of-exports.ts'
import { type Outcome, type Sample, sampleOf } from '../../src/backtest/sample.ts'
import { judged, type Verdict } from '../../src/backtest/verdict.ts'
import { tested } from '../../src/backtest/tested.ts'
import { checkData } from '../../src/book/checks/check-data.ts'
import type { Checked } from '../../src/book/checks/data-check.ts'
import { noSettings } from '../../src/book/settings.ts'
import type { RuleSettings } from '../../src/engine/asking.ts'
import { addDays, type PlainDate } from '../../src/time/plain-date.ts'
import { exportsOf } from '../support/exports.ts'

// What a backtest says of worlds whose truth is known: by the tests.

/**
 * A world in which a deal’s end depends on nothing: losers go through the same stages as winners, every deal closes, and
 * all do within the horizon. Whatever a rule is said to predict here is false.
 */
export const INDEPENDENT = {
  from: '2025-01-06',
  to: '2026-11-20',
  reps: Array.from({ length: 5 }, () => ({ lostLate: 1 })),
  cycleDays: 40,
  neverClosed: 0,
  sharedAccounts: 0,
} as const satisfies Partial<WorldOptions>

export const HORIZON = 240
export const END = dayOf('2026-11-20')

/** A deal with two contacts late in the pipeline is another matter than one with a single contact. */
const settings = new Map<string, RuleSettings>([
  [
    'single-threaded-champion',
    { off: false, severity: undefined, options: { thinFromPosition: 2 }, stages: new Map() },
  ],
])

export const kit = { settings: noSettings, rules: tested(rules).rules, ruleSettings: settings }

export function exportedOn(made: World, asOf: PlainDate, rows: RowsOptions): Checked {
  return checkData(exportsOf(rowsOn(made, asOf, rows)), noSettings, { asOf, isAskedFor: true })
}

/** The days of the exports: so many, two weeks apart, the last of them a horizon before the end, and the end. */
export function daysOfExports(count: number): readonly PlainDate[] {
  const last = addDays(END, -HORIZON)
  return [...Array.from({ length: count }, (_, at) => addDays(last, -14 * (count - 1 - at))), END]
}

/** Activities would count only those of the contacts who are spoken to, and the effect is planted on all of them. */
export const CONTACTS: RowsOptions = { contacts: true, history: true }
const EVERYTHING: RowsOptions = { contacts: true, history: true, activities: true }

/** From an export each fortnight, and the last. */
export function fromExports(options: Partial<WorldOptions>, rows = EVERYTHING, count = 20): Backtest {
  const made = world({ ...INDEPENDENT, ...options })
  return backtestOfExports(
    daysOfExports(count).map((day) => exportedOn(made, day, rows)),
    kit,
    HORIZON,
  )
}

export function resultOf({ rules: results }: Backtest, id: string): RuleResult {
  const found = results.find(({ rule }) => rule === id)
  if (found === undefined) throw new RangeError(`${id} was not looked at`)
  return found
}

/** The rules that are said to predict, or to point the wrong way. */
export function claims({ rules: results }: Backtest): readonly string[] {
  return results.flatMap(({ rule, verdict }) =>
    verdict === 'predicts' || verdict === 'wrong-way' ? [`${rule}: ${verdict}`] : [],
  )
}

/** Only who was open when, and what became of them: for placebos, which need no rule. */
export function sampleOfWorld(options: Partial<WorldOptions>, count = 20): Sample {
  const made = world({ ...INDEPENDENT, ...options })
  const reviews = daysOfExports(count)
    .slice(0, -1)
    .map((day) => ({
      day,
      open: onDay(made, day).flatMap(({ deal, state }) =>
        state === 'open' ? [{ id: deal.id, age: day - deal.created }] : [],
      ),
      said: new Map(),
      failures: new Map(),
    }))
  const outcomes = new Map(
    onDay(made, END).map(({ deal, state, closedOn }): [string, Outcome] => [
      deal.id,
      state === 'open' || closedOn === undefined ? undefined : { state, on: closedOn },
    ]),
  )
  return sampleOf(reviews, outcomes, HORIZON)
}

/** Of so many placebos in one world, the verdicts. */
export function placeboVerdicts(seed: number, draws: number): readonly Verdict[] {
  const sample = sampleOfWorld({ seed, dealsAWeek: 3 })
  return Array.from({ length: draws }, (_, draw) => judged([placebo(sample, draw + 1)])[0] ?? 'too-little-data')
}
