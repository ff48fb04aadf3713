import { groupBy } from '../../kit/collections.ts'
import { personKey } from '../../language/person-name.ts'
import { namedPeriod, type PeriodCells } from '../../records/named-period.ts'
import type { GoalRow, RepRow } from '../../records/fields.ts'
import type { Verdict } from '../bytes/row-sink.ts'
import { recordStore, rejectedFor, type Store } from './stores.ts'

/** What a row says of its period, as it stands in the file. */
function said({ period, month, quarter, year }: PeriodCells): string {
  return [period, month, quarter, year].filter((cell) => cell !== undefined).join(' ')
}

/** A goal of a rep for a time; a row that names none could be for any. */
export function acceptGoal(row: GoalRow): Verdict {
  if (row.rep === undefined) return rejectedFor('no name')
  if (row.from !== undefined || row.to !== undefined || namedPeriod(row) !== undefined) return 'used'
  const cells = said(row)
  if (cells === '') return rejectedFor('it does not say which period the goal is for')
  return { rejected: 'no period that can be read (write “Q4 2026”, “2026-11” or “2026”)', value: cells }
}

/**
 * Keeps the reps. One who stands there with several goals, and no period that tells them apart, has none that is known: the last
 * would be as good as the first.
 */
export function repStore(reps: RepRow[], file: string, warnings: string[]): Store {
  const from = reps.length
  const kept = recordStore(reps, (row) => (row.rep === undefined ? rejectedFor('no name') : 'used'))
  const { lines } = kept
  return {
    ...kept,
    settle(settled, skipped) {
      const rejected = [...kept.settle(settled, skipped)]
      const column = settled.columns.find(({ field }) => field === 'goal')?.column
      for (const group of sameRep(reps.slice(from))) {
        const goals = group.map(({ row }) => row.goal)
        if (new Set(goals).size < 2) continue
        const places = group.map(({ row, at }) => `${shown(row.goal)} on line ${lines[at]}`)
        warnings.push(
          `${file}: ${group[0]?.row.rep} has a ${column ?? 'goal'} of ${places.join(' and of ')}, and no period tells them apart, so none is ` +
            'used: add a column “Quarter” or “Month”, written “Q4 2026” or “2026-11”',
        )
        for (const { row, at } of group) {
          rejected.push({ line: lines[at] ?? 0, column, value: shown(row.goal), reason: 'one of several for one rep' })
          row.goal = undefined
        }
      }
      return rejected
    },
  }
}

/** Rows with a goal and no readable period, by rep: those that stand alone are no matter. */
function sameRep(rows: readonly RepRow[]): { row: RepRow; at: number }[][] {
  const open = rows
    .map((row, at) => ({ row, at }))
    .filter(({ row }) => row.goal !== undefined && row.rep !== undefined && namedPeriod(row) === undefined)
  return [...groupBy(open, ({ row }) => personKey(row.rep ?? '')).values()].filter((group) => group.length > 1)
}

function shown(goal: number | undefined): string {
  return goal === undefined ? '' : goal.toLocaleString('en-US')
}
