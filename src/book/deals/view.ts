import { groupBy } from '../../kit/collections.ts'
import { asKnownThen } from '../../records/field-classes.ts'
import type { DealRow, HistoryRow } from '../../records/fields.ts'
import { idKey } from '../../records/ids.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import { dealId } from '../past/past.ts'
import type { DealState } from '../../vocabulary/deal-state.ts'
import { isStage } from './stage-story.ts'
import type { DealStates } from '../states/states.ts'
import { withToldDays } from '../states/told-days.ts'

/** A row as it stood on the day of the review. */
export interface View {
  readonly row: DealRow
  readonly id: string
  readonly state: DealState
  readonly stage: string | undefined
  readonly amount: number | undefined
  readonly closeDate: PlainDate | undefined
  readonly closedOn: PlainDate | undefined
  /** A won or lost deal's close date where it lies ahead: nobody has set it to the day of closing. */
  readonly closeDateAhead: PlainDate | undefined
  readonly created: PlainDate | undefined
  readonly changes: readonly HistoryRow[]
}

/** What rows are looked at with, the same for all. */
export interface Then {
  readonly asOf: PlainDate
  readonly states: DealStates
  readonly histories: ReadonlyMap<string, readonly HistoryRow[]>
  readonly importDays: ReadonlySet<PlainDate>
  /** Whether the review's day lies before the export's. */
  readonly isSetBack: boolean
  /** Of open deals only what the history tells of stage, amount and close date: whoever closed later has no other. */
  readonly isReplay: boolean
}

/**
 * The past as it was: a deal closed after as-of is still open, and of what its row holds only that remains which its
 * history knew by then.
 */
export function viewAsOf(given: DealRow, then: Then): View {
  const { asOf, states, histories, importDays } = then
  const id = dealId(given)
  const all = histories.get(id) ?? []
  const changes = all.filter((change) => change.changed === undefined || change.changed <= asOf)
  const state = states.of(given)
  const known = then.isSetBack ? knownThen(given, then) : given
  const row = withToldDays(known, { state, day: then.isSetBack ? undefined : asOf })
  const created = row.created !== undefined && importDays.has(row.created) ? undefined : row.created
  if (then.isReplay && state === 'open')
    return { id, created, changes, ...NOT_CLOSED, row: withoutLater(row, then), state, ...latest(changes, {}) }
  const { closedOn, closeDateAhead } =
    state === 'won' || state === 'lost' ? closingOf(row, state, all, then) : NOT_CLOSED
  if (closedOn !== undefined && closedOn > asOf)
    return { id, created, changes, ...NOT_CLOSED, row: withoutLater(row, then), state: 'open', ...latest(changes, {}) }
  const worth = state === 'won' ? (row.amountWon ?? row.amount) : row.amount
  const standing: Standing = { stage: row.stage, amount: worth, closeDate: row.closeDate }
  const { stage, amount, closeDate } =
    all.length === changes.length ? standing : latest(changes, whatStood(standing, all.slice(changes.length)))
  return { id, created, changes, row, state, closedOn, closeDateAhead, stage, amount, closeDate }
}

/** Of a deal that was over by then, what was filled when it closed was known. */
function knownThen(row: DealRow, { asOf }: Then): DealRow {
  const known = asKnownThen(row)
  const closedOn = row.closedOn ?? row.wonOn ?? row.lostOn ?? row.closeDate
  const isTold = row.lostReason !== undefined && closedOn !== undefined && closedOn <= asOf
  return isTold ? { ...known, lostReason: row.lostReason } : known
}

interface Closing {
  readonly closedOn: PlainDate | undefined
  /** The close date of a deal that was closed before it. */
  readonly closeDateAhead: PlainDate | undefined
}

const NOT_CLOSED: Closing = { closedOn: undefined, closeDateAhead: undefined }

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
function withoutLater(row: DealRow, { isReplay, isSetBack }: Then): DealRow {
  // Set back, the first four are gone already.
  if (isSetBack && (!isReplay || row.stageChanged === undefined)) return row
  const living = { pushCount: undefined, nextStep: undefined, nextActivity: undefined, hasOpenActivity: undefined }
  return { ...row, ...living, ...(isReplay && { stageChanged: undefined }) }
}

/**
 * The column for exactly this, else the one for all closings, else the close date, which most CRMs set on closing. Where
 * the deal came into its stage before that day, nobody has set it, and the stage tells the day. One that lies ahead is
 * the day only of a review that is set back; else the day is unknown.
 */
function closingOf(
  row: DealRow,
  state: DealState,
  all: readonly HistoryRow[],
  { asOf, states, isSetBack }: Then,
): Closing {
  const { closeDate } = row
  const exact = (state === 'won' ? row.wonOn : row.lostOn) ?? row.closedOn
  if (exact !== undefined || closeDate === undefined) return { closedOn: exact, closeDateAhead: undefined }
  // Where a status tells the state, the stage is the one the deal was closed in, and was reached before.
  const isByStage = row.status === undefined || states.of({ ...row, status: undefined }) === state
  const since = isByStage ? stageSince(row, all) : undefined
  const day = since === undefined || since > closeDate ? closeDate : since
  if (day === closeDate && closeDate > asOf && !isSetBack) return { closedOn: undefined, closeDateAhead: closeDate }
  return { closedOn: day, closeDateAhead: day <= asOf && closeDate > asOf ? closeDate : undefined }
}

/** The day a row came into the stage it is in: from the history, else from the column. Changes of one day have no order. */
function stageSince({ stage, stageChanged }: DealRow, changes: readonly HistoryRow[]): PlainDate | undefined {
  if (stage === undefined) return undefined
  const told = changes.filter((change) => change.stage !== undefined)
  const left = told.findLast((change) => !isStage(change.stage, stage))?.changed ?? -Infinity
  const into = told.find(({ stage: to, changed }) => isStage(to, stage) && changed !== undefined && changed >= left)
  return into?.changed ?? stageChanged
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
