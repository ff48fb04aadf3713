import { buildBook } from '../book/build-book.ts'
import { type Checked, nothingFound } from '../book/checks/data-check.ts'
import { noPast } from '../book/past/past.ts'
import type { AnyRule } from '../engine/rule.ts'
import type { Exports } from '../records/exports.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { type Backtest, type Candidate, findingsOf } from './backtest.ts'
import { standings } from './basis.ts'
import { cyclesOf, type Horizon, horizonOf } from './horizon.ts'
import { replayabilityOf } from './replayable.ts'
import { type Kit, outcomesOf, replayDays, replayedDay, withoutUndated } from './replay.ts'
import { type ReviewDay, sampleOf } from './sample.ts'

/** Goes through the past of one export: rules whose fields carry no date are not replayed. */
export function backtestOfExport({ exports, asOf, data }: Checked, kit: Kit, asked: Horizon): Backtest {
  const { created, closed, change } = data.lastDays
  const end = latest([created, closed, change]) ?? asOf
  const then = buildBook(exports, noPast, kit.settings, end, nothingFound)
  const { outcomes, leftOut } = outcomesOf(then)
  const { horizon, horizonFrom } = horizonOf(cyclesOf(then), asked)
  const followed = withoutUndated(exports, outcomes)
  const reviews = replayDays(then, end, horizon).map((day) => replayedDay(followed, day, kit))
  const candidates = replayable(exports, latest([asOf, lastDayIn(exports)]) ?? asOf, kit, reviews)
  return {
    source: 'replay',
    days: reviews.map(({ day }) => day),
    horizon,
    horizonFrom,
    end,
    leftOut,
    notTested: [],
    ...findingsOf(sampleOf(reviews, outcomes, horizon), candidates),
  }
}

/** What keeps each rule from being replayed, by how the export stands today. */
function replayable(exports: Exports, today: PlainDate, kit: Kit, reviews: readonly ReviewDay[]): Candidate[] {
  const book = buildBook(exports, noPast, kit.settings, today, nothingFound)
  const standing = standings(exports, book.open)
  return kit.rules.map((rule): Candidate => {
    const failure = reviews.flatMap(({ failures }) => failures.get(rule.id) ?? [])[0]
    if (failure !== undefined) return failed(rule, failure)
    try {
      const { obstacles, without } = replayabilityOf(rule, book, kit.ruleSettings.get(rule.id), standing)
      const hasRun = reviews.length === 0 || reviews.some(({ said }) => said.has(rule.id))
      const gaps = obstacles.length > 0 || hasRun ? [] : rule.needs.flatMap((need) => book.knowledge.get(need) ?? [])
      return { rule, obstacles: [...obstacles, ...gaps], without }
    } catch (error) {
      return failed(rule, error instanceof Error ? error.message : String(error))
    }
  })
}

function failed(rule: AnyRule, message: string): Candidate {
  return { rule, obstacles: [{ missing: 'a rule that works', enable: `the rule failed: ${message}` }], without: [] }
}

/** The newest day of something that can only be of the past. */
function lastDayIn({ inputs, deals, history }: Exports): PlainDate | undefined {
  return latest([
    ...inputs.map(({ exportDay }) => exportDay?.day),
    ...deals.flatMap(({ created, stageChanged, wonOn, lostOn }) => [created, stageChanged, wonOn, lostOn]),
    ...history.map(({ changed }) => changed),
  ])
}

function latest(days: readonly (PlainDate | undefined)[]): PlainDate | undefined {
  return days.reduce((newest, day) => (day !== undefined && day > (newest ?? -Infinity) ? day : newest), undefined)
}
