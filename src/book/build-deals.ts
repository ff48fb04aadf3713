import { groupBy } from '../collections.ts'
import type { Exports } from '../ingest/exports.ts'
import type { DealRow, HistoryRow } from '../ingest/fields.ts'
import type { PlainDate } from '../plain-date.ts'
import { amountsHeld } from './amount-story.ts'
import type { ReviewCalendar } from './calendar.ts'
import { AccountKeys, EventAccounts } from './account-keys.ts'
import { clientsSince } from './accounts.ts'
import type { ActivityTracks } from './activities.ts'
import { ContactBook } from './contacts.ts'
import type { Currencies } from './currency.ts'
import type { Deal } from './deal.ts'
import { idKey } from '../ingest/ids.ts'
import { DealEvents, type Joined } from './deal-events.ts'
import { DealOrigins } from './deal-origin.ts'
import { defaultCloseDates, findImportDays } from './artefacts.ts'
import { readNextStep } from './next-step.ts'
import { dealId, sightings, type Past } from './past.ts'
import { countPushes } from './pushes.ts'
import type { Settings } from './settings.ts'
import { stageStory } from './stage-story.ts'
import { orderStages, stateOf, type DealState, type StageOrder } from './stages.ts'
import { RENEWAL } from '../vocabulary/deals.ts'
import { mentions } from '../vocabulary/match.ts'
import { sourceKindOf } from '../vocabulary/sources.ts'

export interface BuiltDeals {
  /** Ids of all rows, whatever became of them. */
  readonly ids: ReadonlySet<string>
  readonly deals: readonly Deal[]
  readonly stages: StageOrder
  readonly joined: Joined
  /** For what is measured on activities and accounts; its n-th deal is the n-th of `deals`. */
  readonly tracks: ActivityTracks
  /** Days on which an import, and not selling, created deals. */
  readonly importDays: readonly PlainDate[]
  /** Open deals whose close date is the CRM's default and no promise. */
  readonly defaultCloseDates: number
}

/** A row as it stood on the day of the review. */
interface View {
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

/** The deals that existed on the day of the review, as they stood then, each measured once. */
export function buildDeals(
  exports: Exports,
  past: Past,
  settings: Settings,
  calendar: ReviewCalendar,
  currencies: Currencies,
): BuiltDeals {
  const { asOf } = calendar
  const histories = groupHistory(exports.history)
  const importDays = findImportDays(exports.deals)
  const views = exports.deals
    .filter((row) => row.created === undefined || row.created <= asOf)
    .map((row) => viewAsOf(row, histories, settings, asOf, importDays))
  const open = views.filter((view) => view.state === 'open')
  const stages = orderStages(
    open.map(({ row, stage }) => ({ ...row, stage })),
    exports.crmStages,
    settings.stages,
  )
  const defaults = defaultCloseDates(open)
  const dealEvents = new DealEvents(
    exports.activities,
    views.map(({ id, row }) => ({
      id,
      name: row.name,
      contacts: [row.contactId, row.contact].flatMap((cell) => cell?.split(/\s*;\s*/) ?? []),
      accounts: [row.accountId, row.account].filter((account) => account !== undefined),
    })),
    exports.people,
  )
  const contacts = new ContactBook(exports, dealEvents, asOf, settings.words.deciding)
  const keys = new AccountKeys(
    exports.accounts,
    views.map(({ row }) => row),
  )
  const eventAccounts = new EventAccounts(dealEvents, keys, exports.people)
  const created = views.map((view) => view.created)
  const origins = new DealOrigins(dealEvents, eventAccounts, keys, created, asOf)
  const context = { past, settings, calendar, stages, dealEvents, contacts, defaults, currencies, origins }
  const clientSince = clientsSince(keys, exports.accounts, views)
  return {
    tracks: { dealEvents, contacts, keys, eventAccounts, people: exports.people, clientSince },
    deals: views.map((view, at) => buildDeal(view, at, context)),
    stages,
    ids: new Set(exports.deals.map(dealId)),
    joined: dealEvents.joined,
    importDays: [...importDays],
    defaultCloseDates: defaults.size,
  }
}

interface Context {
  readonly past: Past
  readonly settings: Settings
  readonly calendar: ReviewCalendar
  readonly stages: StageOrder
  readonly dealEvents: DealEvents
  readonly contacts: ContactBook
  readonly origins: DealOrigins
  readonly defaults: ReadonlySet<View>
  readonly currencies: Currencies
}

function buildDeal(view: View, at: number, context: Context): Deal {
  const { row, id, state, created, closedOn } = view
  const { calendar, contacts } = context
  const closeDate = state === 'open' && !context.defaults.has(view) ? view.closeDate : undefined
  const activity = activityOf(view, at, context)
  const end = state === 'open' ? calendar.asOf : closedOn
  const seen = sightings(context.past, id)
  return {
    id,
    name: nameOf(row),
    account: row.account,
    accountId: row.accountId,
    owner: row.owner,
    state,
    stage: view.stage,
    position: state === 'open' ? context.stages.position(view.stage) : undefined,
    ...amountOf(view, context.currencies),
    created,
    importedOn: created === undefined ? row.created : undefined,
    closeDate,
    closedOn,
    isRenewal: isRenewal(row, context.settings.words.renewal),
    type: row.type,
    source: row.source,
    sourceKind: sourceKindOf(row.source, context.settings.words.ownSources),
    valueProposition: row.valueProposition,
    lostReason: state === 'lost' ? row.lostReason : undefined,
    ...context.origins.of(at, created),
    age: created === undefined || end === undefined || end < created ? undefined : end - created,
    ...activity,
    lastSpokenTo: contacts.lastSpokenTo(at, id, activity.lastActivity),
    contacts: contacts.of(at, id, row.contact ?? row.contactId),
    hasDecisionMaker: row.decisionMaker !== undefined || contacts.hasDecisionMaker(id),
    pushes: countPushes(
      view.changes,
      closeDate,
      row.pushCount,
      seen.flatMap((deal) => deal.closeDate ?? []).toReversed(),
    ),
    before: seen[0],
    ...stagesOf(view, context),
  }
}

function stagesOf({ row, id, state, stage, created, closedOn, changes }: View, { calendar, past }: Context) {
  const { stageChanged } = row
  const story = stageStory({
    changes,
    stage,
    closedOn,
    created,
    stageChanged: stageChanged !== undefined && stageChanged <= calendar.asOf ? stageChanged : undefined,
    previousStage: sightings(past, id)[0]?.stage,
  })
  const isTimed = state === 'open' && story.stageSince !== undefined
  return { ...story, daysInStage: isTimed ? calendar.daysSince(story.stageSince, row.owner) : undefined }
}

function amountOf({ row, amount, changes }: View, currencies: Currencies) {
  // A history has no currency of its own: its amounts are in the deal's.
  const held = amountsHeld(changes, (earlier) => currencies.convert(earlier, row.currency) ?? earlier)
  if (amount === undefined) return { amount, foreign: undefined, amountsHeld: held }
  const converted = currencies.convert(amount, row.currency)
  const foreign = converted !== undefined || row.currency === undefined ? undefined : { currency: row.currency, amount }
  return { amount: converted, foreign, amountsHeld: held }
}

/** Some exports give deals no name of their own: then it is what tells the deal apart in a meeting. */
function nameOf(row: DealRow): string {
  if (row.name !== undefined) return row.name
  if (row.account !== undefined) return [row.account, row.product].filter((part) => part !== undefined).join(': ')
  // A product alone is on many deals: the id tells which.
  if (row.product !== undefined) return row.id === undefined ? row.product : `${row.product} (${row.id})`
  return row.id ?? '?'
}

function isRenewal(row: DealRow, words: readonly string[]): boolean {
  return [row.type, row.pipeline].some((text) => text !== undefined && mentions(text, [...RENEWAL, ...words]))
}

/**
 * The past as it was: a deal closed after as-of is still open, and of what its row holds only that remains which its
 * history knew by then.
 */
function viewAsOf(
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
  const isClosed = state === 'won' || state === 'lost'
  const closedOn = isClosed ? closingDay(row, state) : undefined
  const created = row.created !== undefined && importDays.has(row.created) ? undefined : row.created
  const base = { row, id, created, changes }
  if (closedOn !== undefined && closedOn > asOf)
    return { ...base, row: withoutLater(row), state: 'open', closedOn: undefined, ...latest(changes, {}) }
  const amount = state === 'won' ? (row.amountWon ?? row.amount) : row.amount
  const known = { stage: row.stage, amount, closeDate: row.closeDate }
  const later = all.slice(changes.length)
  const isKnown = (field: 'stage' | 'amount' | 'closeDate') => later.every((change) => change[field] === undefined)
  const then =
    later.length === 0
      ? known
      : latest(changes, {
          stage: isKnown('stage') ? known.stage : undefined,
          amount: isKnown('amount') ? known.amount : undefined,
          closeDate: isKnown('closeDate') ? known.closeDate : undefined,
        })
  return { ...base, state, closedOn, ...then }
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

function groupHistory(history: readonly HistoryRow[]): ReadonlyMap<string, readonly HistoryRow[]> {
  const groups = groupBy(
    history.filter(({ dealId: id }) => id !== undefined),
    ({ dealId: id }) => idKey(id ?? ''),
  )
  // A stable sort: changes of one day stay in the order of the export.
  for (const group of groups.values()) group.sort((a, b) => (a.changed ?? 0) - (b.changed ?? 0))
  return groups
}

function activityOf({ row, created, state }: View, at: number, { calendar, dealEvents }: Context) {
  const { asOf } = calendar
  const nextStep = readNextStep(row.nextStep, asOf)
  const past = row.lastActivity !== undefined && row.lastActivity <= asOf ? [row.lastActivity] : []
  // Salesforce keeps one date there: when it lies ahead it is a plan, and when the client was last touched is unknown.
  const columnAhead = row.lastActivity !== undefined && row.lastActivity > asOf ? [row.lastActivity] : []
  const ahead: PlainDate[] = [...columnAhead]
  if (row.nextActivity !== undefined && row.nextActivity >= asOf) ahead.push(row.nextActivity)
  // A dated next step is a plan, whether or not somebody has also put it in the calendar.
  if (nextStep?.date !== undefined && nextStep.date >= asOf) ahead.push(nextStep.date)
  for (const event of dealEvents.of(at)) {
    const day = dealEvents.events.day(event)
    if (day !== undefined && dealEvents.tookPlace(event, asOf)) past.push(day)
    const planned = dealEvents.plannedFor(event, asOf)
    if (planned !== undefined) ahead.push(planned)
  }
  // An activity found by its contact or account can be older than the deal, and then was about something else.
  const lastActivity = extreme(created === undefined ? past : past.filter((day) => day >= created), Math.max)
  const silentSince = lastActivity ?? (columnAhead.length > 0 ? undefined : created)
  return {
    nextStep,
    lastActivity,
    daysSilent: state !== 'open' || silentSince === undefined ? undefined : calendar.daysSince(silentSince, row.owner),
    isPlanned: ahead.length > 0 || row.hasOpenActivity === true,
    planned: extreme(ahead, Math.min),
  }
}

function extreme(days: readonly PlainDate[], pick: (a: number, b: number) => number): PlainDate | undefined {
  return days.length === 0 ? undefined : days.reduce((a, b) => pick(a, b) as PlainDate)
}
