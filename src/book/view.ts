import { groupBy } from '../collections.ts'
import type { DealRow, HistoryRow } from '../ingest/fields.ts'
import { idKey } from '../ingest/ids.ts'
import type { PlainDate } from '../plain-date.ts'
import { dealId } from './past.ts'
import type { Settings } from './settings.ts'
import { stateOf, type DealState } from './stages.ts'

/** A row as it stood on the day of the review. */
export interface View {
  readonly row: DealRow
  readonly id: string
  readonly state: DealState
  readonly stage: string | undefined
  readonly amount: number | undefined
  readonly closeDate: PlainDate | undefined
  readonly closedOn: PlainDate | undefined
  readonly created: PlainDate | undefined
  readonly changes: readonly HistoryRow[]
}

/**
 * The past as it was: a deal closed after as-of is still open, and of what its row holds only that remains which its
 * history knew by then.
 */
export function viewAsOf(
  row: DealRow,
  histories: ReadonlyMap<string, readonly HistoryRow[]>,
  settings: Settings,
  asOf: PlainDate,
  importDays: ReadonlySet<PlainDate>,
): View {
  const id = dealId(row)
  const all = histories.get(id) ?? []
  const changes = all.filter((change) => change.changed === undefined || change.changed <= asOf)
  const state = stateOf(row, settings.stages)
  const closedOn = state === 'won' || state === 'lost' ? closingDay(row, state) : undefined
  const created = row.created !== undefined && importDays.has(row.created) ? undefined : row.created
  if (closedOn !== undefined && closedOn > asOf)
    return { row: withoutLater(row), id, created, changes, state: 'open', closedOn: undefined, ...latest(changes, {}) }
  const amount = state === 'won' ? (row.amountWon ?? row.amount) : row.amount
  const known = { stage: row.stage, amount, closeDate: row.closeDate }
  const then = all.length === changes.length ? known : latest(changes, whatStood(known, all.slice(changes.length)))
  return { row, id, created, changes, state, closedOn, ...then }
}

/** Of what the row holds, that which no later change has touched. */
function whatStood(known: Standing, later: readonly HistoryRow[]): Standing {
  const stood = (field: keyof Standing) => later.every((change) => change[field] === undefined)
  return {
    stage: stood('stage') ? known.stage : undefined,
    amount: stood('amount') ? known.amount : undefined,
    closeDate: stood('closeDate') ? known.closeDate : undefined,
  }
}

/** Of a deal that was closed after as-of, what its closing row says of its last days is not known yet. */
function withoutLater(row: DealRow): DealRow {
  return { ...row, pushCount: undefined, nextStep: undefined, nextActivity: undefined, hasOpenActivity: undefined }
}

/** The column for exactly this, else the one for all closings, else the close date, which most CRMs set on closing. */
function closingDay(row: DealRow, state: DealState): PlainDate | undefined {
  return (state === 'won' ? row.wonOn : row.lostOn) ?? row.closedOn ?? row.closeDate
}

interface Standing {
  stage?: string | undefined
  amount?: number | undefined
  closeDate?: PlainDate | undefined
}

function latest(changes: readonly HistoryRow[], otherwise: Standing) {
  return {
    stage: changes.findLast((change) => change.stage !== undefined)?.stage ?? otherwise.stage,
    amount: changes.findLast((change) => change.amount !== undefined)?.amount ?? otherwise.amount,
    closeDate: changes.findLast((change) => change.closeDate !== undefined)?.closeDate ?? otherwise.closeDate,
  }
}

/** The changes of each deal, by its id, oldest first. */
export function groupHistory(history: readonly HistoryRow[]): ReadonlyMap<string, readonly HistoryRow[]> {
  const groups = groupBy(
    history.filter(({ dealId: id }) => id !== undefined),
    ({ dealId: id }) => idKey(id ?? ''),
  )
  // A stable sort: changes of one day stay in the order of the export.
  for (const group of groups.values()) group.sort((a, b) => (a.changed ?? 0) - (b.changed ?? 0))
  return groups
}
