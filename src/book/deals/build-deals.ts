import { isNobody } from '../../vocabulary/people.ts'
import { remembered } from '../../kit/remembered.ts'
import type { Exports } from '../../records/exports.ts'
import type { DealRow } from '../../records/fields.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import { businessKind, saysCommitted } from '../../vocabulary/deals.ts'
import { type SourceKind, sourceKindOf } from '../../vocabulary/sources.ts'
import { readFlag } from '../../vocabulary/yes-and-no.ts'
import { AccountKeys, EventAccounts } from '../accounts/account-keys.ts'
import { clientsSince } from '../accounts/accounts.ts'
import { ContactBook } from '../activity/contacts.ts'
import { DealEvents, type Joined } from '../activity/deal-events.ts'
import { KeysOfRow } from '../activity/keys-of-row.ts'
import type { ActivityTracks } from '../activity/tracks.ts'
import type { ReviewCalendar } from '../kit/calendar.ts'
import type { Currencies } from '../kit/currency.ts'
import { PriceList } from '../kit/price-list.ts'
import { dealId, type Past, sightings } from '../past/past.ts'
import type { Settings } from '../settings.ts'
import { amountsHeld, datesHeld } from './held.ts'
import { defaultCloseDates, findImportDays } from './artefacts.ts'
import { DealOrigins } from './deal-origin.ts'
import type { Contact, Deal } from './deal.ts'
import { readNextStep } from './next-step.ts'
import { openers } from '../team/openers.ts'
import { countPushes } from './pushes.ts'
import { isSetBack } from './set-back.ts'
import { stageStory } from './stage-story.ts'
import { orderStages, type StageOrder } from './stages.ts'
import { type DealStates, readStates } from '../states/states.ts'
import { type BusinessKinds, isRenewal, renewalPipelines } from '../checks/renewal-pipelines.ts'
import { groupHistory, type View, viewAsOf } from './view.ts'

export interface BuiltDeals {
  /** Ids of all rows, whatever became of them. */
  readonly ids: ReadonlySet<string>
  readonly deals: readonly Deal[]
  readonly stages: StageOrder
  readonly joined: Joined
  readonly states: DealStates
  /** For what is measured on activities and accounts; its n-th deal is the n-th of `deals`. */
  readonly tracks: ActivityTracks
  /** Rows without any date that are left out, because the export goes on after the day of the review. */
  readonly undated: number
  /** Days on which an import, and not selling, created deals. */
  readonly importDays: readonly PlainDate[]
  /** Open deals whose close date is the CRM's default and no promise. */
  readonly defaultCloseDates: number
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
  const states = readStates(exports.deals, settings.stages, asOf)
  const isReplay = settings.isReplay === true
  const then = { asOf, states, histories, importDays, isReplay, isSetBack: isSetBack(exports, settings, asOf) }
  const begun = exports.deals.filter((row) => row.created === undefined || row.created <= asOf)
  // An export that goes on after the day may hold deals of a later day: those without any date are of no day.
  const goesOn = begun.length < exports.deals.length
  const existing = goesOn ? begun.filter(isDated) : begun
  const views = existing.map((row) => viewAsOf(row, then))
  const open = views.filter((view) => view.state === 'open')
  const stages = orderStages(
    open.map(({ row, stage }) => ({ ...row, stage })),
    exports.crmStages,
    settings.stages,
  )
  const defaults = defaultCloseDates(open)
  const dealEvents = eventsOf(exports, views)
  const contacts = new ContactBook(exports, dealEvents, asOf, settings.words.deciding)
  const keys = new AccountKeys(
    exports.accounts,
    views.map(({ row }) => row),
  )
  const eventAccounts = new EventAccounts(dealEvents, keys, exports.people)
  const created = views.map((view) => view.created)
  const origins = new DealOrigins(dealEvents, eventAccounts, keys, created, asOf)
  const openerOf = openers(views, exports.reps)
  const kit = {
    past,
    states,
    calendar,
    stages,
    currencies,
    prices: new PriceList(exports.prices),
    ...readers(settings),
    isPipelineBelieved: renewalPipelines(exports.deals, settings) === undefined,
  }
  const context = { ...kit, openerOf, dealEvents, contacts, defaults, origins }
  const clientSince = clientsSince(keys, exports.accounts, views)
  return {
    tracks: { dealEvents, contacts, keys, eventAccounts, people: exports.people, clientSince },
    deals: views.map((view, at) => buildDeal(view, at, context)),
    stages,
    ids: new Set(exports.deals.map(dealId)),
    joined: dealEvents.joined,
    states,
    undated: begun.length - existing.length,
    importDays: [...importDays],
    defaultCloseDates: defaults.size,
  }
}

function isDated({ created, age, closeDate, closedOn, lastActivity, stageChanged }: DealRow): boolean {
  return [age, created, closeDate, closedOn, lastActivity, stageChanged].some((day) => day !== undefined)
}

function eventsOf({ activities, people }: Exports, views: readonly View[]): DealEvents {
  return new DealEvents(
    activities,
    views.map(({ id, row }) => new KeysOfRow(id, row)),
    people,
  )
}

/** What a deal’s texts say, by the words of the trade and the config’s. */
function readers({ words: { ownSources, renewal } }: Settings): Readers {
  return {
    sourceKind: remembered((source) => sourceKindOf(source, ownSources)),
    businessKind: remembered((text) => businessKind(text, renewal)),
  }
}

interface Readers extends Pick<BusinessKinds, 'businessKind'> {
  readonly sourceKind: (source: string) => SourceKind | undefined
}

interface Context extends Readers, BusinessKinds {
  readonly openerOf: ReturnType<typeof openers>
  readonly past: Past
  readonly states: DealStates
  readonly calendar: ReviewCalendar
  readonly stages: StageOrder
  readonly dealEvents: DealEvents
  readonly contacts: ContactBook
  readonly origins: DealOrigins
  readonly defaults: ReadonlySet<View>
  readonly currencies: Currencies
  readonly prices: PriceList
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
    opener: context.openerOf(row, seen),
    state,
    isStateAsked: state === 'open' && context.states.isAsked(row),
    stage: view.stage,
    position: state === 'open' ? context.stages.position(view.stage) : undefined,
    ...amountOf(view, context),
    created,
    importedOn: created === undefined ? row.created : undefined,
    closeDate,
    closedOn,
    closeDateAhead: view.closeDateAhead,
    isRenewal: isRenewal(row, context),
    type: row.type,
    source: row.source,
    sourceKind: row.source === undefined ? undefined : context.sourceKind(row.source),
    valueProposition: row.valueProposition,
    lostReason: state === 'lost' ? row.lostReason : undefined,
    ...context.origins.of(at, created),
    age: created === undefined || end === undefined || end < created ? undefined : end - created,
    ...activity,
    ...(state === 'open'
      ? contacts.spoken(at, id, contactCells(row), activity.lastActivity)
      : { speakTo: undefined, lastSpokenTo: undefined, hasSpoken: undefined }),
    ...peopleOf(contacts.of(at, id, row.contact ?? row.contactId), row.contactCount),
    forecast: row.forecastCategory,
    isCommitted: state === 'open' && row.forecastCategory !== undefined && saysCommitted(row.forecastCategory),
    decider: contacts.deciderOf(id),
    datesHeld: datesHeld(view.changes),
    hasDecisionMaker: isSomebody(row.decisionMaker) || contacts.hasDecisionMaker(id),
    pushes: countPushes(view.changes, closeDate, row, seen.flatMap((deal) => deal.closeDate ?? []).toReversed()),
    before: seen[0],
    ...stagesOf(view, context),
  }
}

function contactCells({ contact, contactId }: DealRow): string[] {
  return [contact, contactId].filter((cell) => cell !== undefined)
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

/** Those who are named, and how many there are: a column may count more than any file names. */
function peopleOf(named: readonly Contact[], told: number | undefined): Pick<Deal, 'contacts' | 'contactCount'> {
  const count = Math.max(named.length, told ?? 0)
  return { contacts: named, contactCount: count === 0 && told === undefined ? undefined : count }
}

function amountOf({ row, amount, changes, state }: View, { currencies, prices }: Context) {
  // A history has no currency of its own: its amounts are in the deal's.
  const held = amountsHeld(changes, (earlier) => currencies.worth(row, earlier) ?? earlier)
  const worth = currencies.worth(row, amount)
  const told = { amount: worth, foreign: undefined, amountsHeld: held, isListPrice: false }
  if (worth !== undefined) return told
  if (amount !== undefined)
    return { ...told, foreign: row.currency === undefined ? undefined : { currency: row.currency, amount } }
  const price = state === 'open' && row.product !== undefined ? prices.of(row.product) : undefined
  const listed = price === undefined ? undefined : currencies.convert(price.amount, price.currency)
  return { ...told, amount: listed, isListPrice: listed !== undefined }
}

/** Whether a column of decision makers names one or says yes; some exports have a tick there, which may be none. */
function isSomebody(cell: string | undefined): boolean {
  return cell !== undefined && !isNobody(cell) && readFlag(cell) !== false
}

/** Some exports give deals no name of their own: then it is what tells the deal apart in a meeting. */
function nameOf(row: DealRow): string {
  if (row.name !== undefined) return row.name
  if (row.account !== undefined) return [row.account, row.product].filter((part) => part !== undefined).join(': ')
  // A product alone is on many deals: the id tells which.
  if (row.product !== undefined) return row.id === undefined ? row.product : `${row.product} (${row.id})`
  // Nobody in a meeting knows an id.
  return row.contact ?? row.id ?? '?'
}

function activityOf({ row, id, created, state }: View, at: number, context: Context) {
  const { calendar, dealEvents } = context
  const { asOf } = calendar
  const nextStep = readNextStep(row.nextStep, asOf, firstSeen(context.past, id, row.nextStep))
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

/** The day of the first review in a row that saw this next step. */
function firstSeen({ reviews }: Past, id: string, text: string | undefined): PlainDate | undefined {
  const other = reviews.findIndex(({ deals }) => deals.get(id)?.nextStep !== text)
  return reviews[(other < 0 ? reviews.length : other) - 1]?.asOf
}

function extreme(days: readonly PlainDate[], pick: (a: number, b: number) => number): PlainDate | undefined {
  return days.length === 0 ? undefined : days.reduce((a, b) => pick(a, b) as PlainDate)
}
