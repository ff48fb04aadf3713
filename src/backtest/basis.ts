import type { Deal } from '../book/deals/deal.ts'
import type { Need } from '../book/known/knowledge.ts'
import type { Exports } from '../records/exports.ts'
import { idKey } from '../records/ids.ts'

/** Where what is known of a deal comes from. What comes from `lasting` was the same on every earlier day. */
export type Basis =
  | 'lasting'
  | 'stage'
  | 'amount'
  | 'close date'
  | 'moves'
  | 'activities'
  | 'plans'
  | 'next step'
  | 'people'
  | 'forecast'
  | 'value proposition'
  | 'earlier reviews'

/** Of every measure of a deal: a new one does not compile until somebody says whether a past day can know it. */
export const basisOf: Readonly<Record<keyof Deal, Basis>> = {
  id: 'lasting',
  name: 'lasting',
  account: 'lasting',
  accountId: 'lasting',
  owner: 'lasting',
  opener: 'lasting',
  state: 'lasting',
  isStateAsked: 'lasting',
  stage: 'stage',
  position: 'stage',
  amount: 'amount',
  isListPrice: 'amount',
  foreign: 'amount',
  created: 'lasting',
  importedOn: 'lasting',
  closeDate: 'close date',
  closedOn: 'lasting',
  closeDateAhead: 'lasting',
  isRenewal: 'lasting',
  type: 'lasting',
  source: 'lasting',
  sourceKind: 'lasting',
  valueProposition: 'value proposition',
  lostReason: 'lasting',
  age: 'lasting',
  lastActivity: 'activities',
  daysSilent: 'activities',
  isPlanned: 'plans',
  planned: 'plans',
  nextStep: 'next step',
  contacts: 'people',
  contactCount: 'people',
  forecast: 'forecast',
  isCommitted: 'forecast',
  hasDecisionMaker: 'people',
  decider: 'people',
  datesHeld: 'close date',
  pushes: 'moves',
  before: 'earlier reviews',
  stageSince: 'stage',
  daysInStage: 'stage',
  hasMoved: 'stage',
  stagesHeld: 'stage',
  amountsHeld: 'amount',
  firstActivity: 'activities',
  begunBy: 'activities',
  hadEarlierContact: 'activities',
  speakTo: 'activities',
  lastSpokenTo: 'activities',
  hasSpoken: 'activities',
}

/** What each need of a rule rests on. */
export const basisOfNeed: Readonly<Record<Need, readonly Basis[]>> = {
  created: ['lasting'],
  closings: ['lasting'],
  closeDate: ['close date'],
  lastActivity: ['activities'],
  contacts: ['people'],
  contactRoles: ['people'],
  nextStep: ['next step', 'plans'],
  seniority: ['lasting'],
  renewals: ['lasting'],
  amounts: ['amount'],
  goal: ['lasting'],
  wonHistory: ['lasting'],
  losses: ['lasting'],
  lostContacts: ['people'],
  activities: ['activities'],
  dealActivities: ['activities'],
  activityTypes: ['activities'],
  activitySubjects: ['activities'],
  activityContacts: ['activities', 'people'],
  activityDirection: ['activities'],
  prospecting: ['activities'],
  attendees: ['activities'],
  managerMeetings: ['activities'],
  whoseTurn: ['activities', 'next step'],
  arrivals: ['lasting'],
  source: ['lasting'],
  ownSources: ['lasting'],
  targets: ['lasting'],
  valueProposition: ['value proposition'],
  accounts: ['lasting'],
  clients: ['lasting'],
  clientContacts: ['people'],
  pushes: ['moves'],
  stageOrder: ['stage'],
  stageDates: ['stage'],
  history: ['stage'],
  earlierStages: ['stage'],
  earlierAmounts: ['amount'],
  givenStageOrder: ['stage'],
  earlierReviews: ['earlier reviews'],
}

/**
 * Whether an export can say how a basis stood on an earlier day. `absent`: it says nothing of it on any day, so that a rule
 * can need it and nobody can know it. `undated`: it knows how it stands now, and not how it stood.
 */
export type Standing = 'dated' | 'absent' | 'undated'

/** Of so many deals the history has to tell: a chosen few would be the ones that something became of. */
const COVERED = 0.9

/** A column that so few open deals have filled is filled when they close: of open ones nobody ever knew. */
const FILLED = 0.05

/**
 * How each basis stands in these files.
 *
 * @param open the open deals of today, with everything that the files tell.
 */
export function standings(exports: Exports, open: readonly Deal[]): Readonly<Record<Basis, Standing>> {
  const { activities } = exports
  const undatedIf = (isThere: boolean): Standing => (isThere ? 'undated' : 'absent')
  const has = (...parts: (keyof Deal)[]) =>
    undatedIf(open.filter((deal) => parts.some((part) => isTold(deal[part]))).length > FILLED * open.length)
  const held = historyOf(exports)
  const isActive = activities.length > 0
  const isCounted = exports.deals.some(({ pushCount, slipDays }) => (pushCount ?? slipDays) !== undefined)
  const people = exports.contactRoles.length > 0 ? 'undated' : has('contacts', 'contactCount', 'decider')
  return {
    lasting: 'dated',
    stage: held.stage ? 'dated' : has('stage'),
    amount: held.amount ? 'dated' : has('amount', 'foreign'),
    'close date': held.closeDate ? 'dated' : has('closeDate'),
    // A count of the CRM’s own, which only knows today’s, comes before what the history tells.
    moves: isCounted ? 'undated' : held.closeDate ? 'dated' : has('pushes'),
    activities: isActive ? 'dated' : has('lastActivity'),
    plans: plansAny(exports) ? 'undated' : has('isPlanned'),
    'next step': has('nextStep'),
    people:
      people === 'undated' && namesPeople(exports)
        ? 'undated'
        : isActive && activities.people.size > 0
          ? 'dated'
          : 'absent',
    forecast: has('forecast'),
    'value proposition': has('valueProposition'),
    'earlier reviews': 'absent',
  }
}

/** Whether anything but the activities, which have their days, names or counts the people on a deal. */
function namesPeople({ contactRoles, deals }: Exports): boolean {
  return (
    contactRoles.length > 0 ||
    deals.some(
      ({ contact, contactId, contactCount, decisionMaker, champion }) =>
        (contact ?? contactId ?? contactCount ?? decisionMaker ?? champion) !== undefined,
    )
  )
}

function isTold(value: unknown): boolean {
  return value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0)
}

/** Whether the activities hold any that are still to come, which say nothing of when they were entered. */
function plansAny({ activities }: Exports): boolean {
  for (let at = 0; at < activities.length; at++) {
    const state = activities.state(at)
    if (state === 'open' || state === 'scheduled') return true
  }
  return false
}

/** What the history tells of nearly every deal. */
function historyOf({ history, deals }: Exports) {
  const has = { stage: new Set<string>(), amount: new Set<string>(), closeDate: new Set<string>() }
  const kinds = ['stage', 'amount', 'closeDate'] as const
  for (const row of history)
    for (const kind of kinds) if (row[kind] !== undefined && row.dealId !== undefined) has[kind].add(idKey(row.dealId))
  const ids = deals.flatMap(({ id }) => (id === undefined ? [] : [idKey(id)]))
  const covers = (kind: (typeof kinds)[number]) =>
    history.length > 0 && ids.filter((id) => has[kind].has(id)).length >= COVERED * Math.max(1, deals.length)
  return { stage: covers('stage'), amount: covers('amount'), closeDate: covers('closeDate') }
}

const KEEP = 'give several dated exports, or keep a history with --history'

/** What is missing and what to do about it, in a reader's words. */
export const remedies: Readonly<
  Record<Exclude<Basis, 'lasting'>, { readonly missing: string; readonly enable: string }>
> = {
  stage: { missing: 'the stage on earlier days', enable: 'add an export of the opportunity history with stages' },
  amount: {
    missing: 'the amount on earlier days',
    enable: 'add an export of the opportunity history with amounts',
  },
  'close date': {
    missing: 'the close date on earlier days',
    enable: 'add an export of the opportunity history with close dates',
  },
  moves: {
    missing: 'how often each close date had been moved',
    enable: 'add an export of the opportunity history with close dates, and leave out the CRM’s own count of moves',
  },
  activities: { missing: 'activities with their days', enable: 'add an activities file with dates' },
  plans: { missing: 'what was planned on earlier days', enable: KEEP },
  'next step': { missing: 'the next step on earlier days', enable: KEEP },
  people: { missing: 'the contacts on earlier days', enable: KEEP },
  forecast: { missing: 'the forecast on earlier days', enable: KEEP },
  'value proposition': { missing: 'the value proposition on earlier days', enable: KEEP },
  'earlier reviews': { missing: 'earlier reviews', enable: KEEP },
}
