import type { Exports } from '../../records/exports.ts'
import type { DataCheck } from '../checks/data-check.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import { isOldImport } from '../deals/artefacts.ts'
import type { Deal } from '../deals/deal.ts'
import type { Goals } from '../goals/goals.ts'
import type { Past } from '../past/past.ts'
import type { Team } from '../team/groups.ts'
import { ENOUGH_CLOSINGS } from '../team/measures.ts'
import type { Rep } from '../team/rep.ts'
import { activitiesOr } from './activity-gaps.ts'
import { activityChecks, type ActivityFacts, type ActivityNeed } from './activity-knowledge.ts'
import { aColumn, anExport, aSetting, type Gap, isJoined, isMostly, lacking, lacksOutcome } from './gaps.ts'
import { pastChecks, type PastFacts, type PastNeed } from './past-knowledge.ts'

const CREATED = aColumn('the day each deal was created')

/** What a rule can need. Where it is missing the rule is “not checked”, which is never “all clear”. */
export type Need =
  | 'created'
  | 'closings'
  | 'closeDate'
  | 'lastActivity'
  | 'contacts'
  | 'contactRoles'
  | 'nextStep'
  | 'seniority'
  | 'renewals'
  | 'amounts'
  | 'goal'
  | 'wonHistory'
  | 'losses'
  | 'lostContacts'
  | ActivityNeed
  | PastNeed

/** Asked by need: the gap, or undefined where it is known. */
export type Knowledge = Pick<ReadonlyMap<Need, Gap | undefined>, 'get'>

interface Facts extends ActivityFacts, PastFacts {
  readonly asOf: PlainDate
  readonly exports: Exports
  readonly past: Past
  readonly deals: readonly Deal[]
  readonly open: readonly Deal[]
  readonly data: DataCheck
  readonly reps: readonly Rep[]
  readonly team: Team
  readonly goals: Pick<Goals, 'told'>
}

/** The names of all needs, for whoever writes a rule. */
export const needs = () => Object.keys(checks) as Need[]

/** What these exports can answer. A column that is empty in more than half of the open deals is a blind spot. */
export function assess(facts: Facts): Knowledge {
  // Looked into when a rule first needs it: some of it means going through a million activities.
  const known = new Map<Need, Gap | undefined>()
  return {
    get(need) {
      if (!known.has(need)) known.set(need, checks[need](facts))
      return known.get(need)
    },
  }
}

const checks: Record<Need, (facts: Facts) => Gap | undefined> = {
  ...activityChecks,
  ...pastChecks,

  created: ({ exports, deals, data, asOf }) =>
    lacksOutcome(data, 'open') ??
    (isMostly(deals, (deal) => deal.created !== undefined || isOldImport(deal.importedOn, asOf)) &&
    (deals.length === 0 || deals.some((deal) => deal.created !== undefined))
      ? undefined
      : isMostly(deals, (deal) => deal.importedOn !== undefined)
        ? {
            missing: 'creation dates',
            fixes: [CREATED],
            enable:
              'name the column with the day each deal began (--set columns.created="…"): the one that was read has the day of an import',
          }
        : lacking(exports, 'created', {
            missing: 'creation dates',
            fixes: [CREATED],
            enable: 'add the column with the day each deal was created',
          })),

  closings: ({ deals, data }) =>
    lacksOutcome(data, 'lost', 'won', 'closed') ??
    (isDated(deals)
      ? undefined
      : {
          missing: 'closing dates',
          fixes: [aColumn('the day each won or lost deal was closed')],
          enable: 'add the column with the day each won or lost deal was closed',
        }),

  closeDate: ({ exports, open }) =>
    isMostly(open, (deal) => deal.closeDate !== undefined)
      ? undefined
      : lacking(exports, 'closeDate', {
          missing: 'close dates',
          fixes: [aColumn('the expected close date of each open deal')],
          enable: 'add the column with the expected close date of open deals',
        }),

  // Activities that found no deal say nothing about silence.
  lastActivity: ({ exports, deals, open }) =>
    (exports.activities.length > 0 && deals.some((deal) => deal.lastActivity !== undefined)) ||
    isMostly(open, (deal) => deal.lastActivity !== undefined || deal.planned !== undefined)
      ? undefined
      : lacking(exports, 'lastActivity', {
          missing: 'last activity',
          fixes: [aColumn('the last activity of each deal'), activitiesOr(exports.activities, 'deal')],
          enable: `add the column “Last Activity” or ${exports.activities.length === 0 ? 'an export of activities' : 'the deal that each activity was on'}`,
        }),

  contacts: ({ exports, deals }) =>
    (canNameSeveral(exports) && namesSeveral(deals)) || countsContacts(exports) ? undefined : fewContacts(exports),

  contactRoles: ({ exports, open }) =>
    hasRoles(exports) || isMostly(open, (deal) => deal.hasDecisionMaker === true)
      ? undefined
      : {
          missing: 'contact roles',
          fixes: [anExport('roles'), aColumn('the decision maker of each deal')],
          enable: 'add an export of contact roles, or a column “Decision Maker”',
        },

  // A meeting that is planned on no deal does not tell that nothing is planned on all of them.
  nextStep: ({ exports, open, joined }) =>
    (isJoined(joined) && plansActivities(exports)) ||
    isMostly(open, (deal) => deal.nextStep !== undefined || deal.isPlanned)
      ? undefined
      : {
          missing: 'next steps',
          fixes: [
            aColumn('the next step of each deal'),
            exports.activities.length === 0
              ? anExport('activities')
              : { kind: 'activities', of: 'the activities that are planned' },
          ],
          enable: `add the column “Next Step” or “Next Activity Date”, or ${exports.activities.length === 0 ? 'an export of activities with the planned ones' : 'the activities that are planned'}`,
        },

  seniority: ({ reps }) =>
    reps.length === 0 || reps.some(({ level, startDate }) => level !== undefined || startDate !== undefined)
      ? undefined
      : {
          missing: 'who is senior',
          fixes: [aColumn('the level or start date of each rep'), aSetting('reps')],
          enable: 'add a column “Level” or “Start Date” to a file of the reps, or set reps in pipeline-coach.yaml',
        },

  renewals: ({ deals }) =>
    deals.length === 0 || deals.some(({ isRenewal }) => isRenewal)
      ? undefined
      : {
          missing: 'which deals are renewals',
          fixes: [aColumn('the type of each deal: new or renewal')],
          enable: 'add the column “Type” or “Pipeline”, and set words.renewal where it says it in other words',
        },

  amounts: ({ exports, open }) =>
    isMostly(open, (deal) => deal.amount !== undefined || deal.foreign !== undefined)
      ? undefined
      : lacking(exports, 'amount', {
          missing: 'amounts',
          fixes: [aColumn('the amount of each deal')],
          enable: 'add the column with the amount of each deal',
        }),

  losses: ({ deals }) =>
    deals.length === 0 || deals.some(({ state, closedOn }) => state === 'lost' && closedOn !== undefined)
      ? undefined
      : {
          missing: 'lost deals',
          fixes: [{ kind: 'deals', of: 'the deals lost in the last month' }],
          enable: 'add the deals lost in the last month, with the day each was closed',
        },

  // A column of the deals names one and says nothing of roles: it cannot tell that somebody was the only one.
  lostContacts: ({ exports, deals }) =>
    deals.length === 0 || (hasPeople(exports) && namesSeveral(deals)) ? undefined : fewContacts(exports),

  goal: ({ reps, goals: { told } }) =>
    reps.length === 0 || reps.some((rep) => rep.goal !== undefined)
      ? undefined
      : {
          missing: 'goals',
          fixes:
            told.length > 0
              ? [aSetting('goals.fiscalYearStart')]
              : [aSetting('goals.perRep'), aColumn('the goal of each rep')],
          enable:
            told.length > 0
              ? `set goals.fiscalYearStart in pipeline-coach.yaml: the goals are for ${told.slice(0, 3).join(', ')}`
              : 'set goals.perRep in pipeline-coach.yaml, or add a column “Goal” to a file of the reps',
        },

  wonHistory: ({ team: { closings } }) =>
    closings.newBusinessWon + closings.newBusinessLost >= ENOUGH_CLOSINGS && closings.averageWon !== undefined
      ? undefined
      : {
          missing: 'closed deals',
          fixes: [{ kind: 'deals', of: 'the deals won and lost in the last year' }],
          enable: `add the deals won and lost in the last year with their amounts (at least ${ENOUGH_CLOSINGS})`,
        },
}

/** At least four in five closed deals say when: a rate over the others would be a rate over a chosen few. */
function isDated(deals: readonly Deal[]): boolean {
  const closed = deals.filter((deal) => deal.state === 'won' || deal.state === 'lost')
  const dated = closed.filter((deal) => deal.closedOn !== undefined || deal.closeDateAhead !== undefined)
  return dated.length >= 0.8 * closed.length
}

/** Most deals have one contact, or none. */
function fewContacts({ activities, contactRoles }: Exports): Gap {
  const missing = 'contacts'
  const fixes = [anExport('roles'), activitiesOr(activities, 'contact')]
  if (activities.length === 0)
    return { missing, fixes, enable: 'add an export of contact roles, or of activities with their contacts' }
  if (activities.people.size === 0)
    return { missing, fixes, enable: 'add an export of contact roles, or the contact of each activity' }
  return contactRoles.length > 0
    ? {
        missing,
        fixes: [anExport('roles')],
        enable: 'add the other contact roles of deals: hardly any deal has a second person',
      }
    : {
        missing,
        fixes: [anExport('roles')],
        enable: 'add an export of contact roles: the activities name a second person on hardly any deal',
      }
}

/** Whether a column counts the contacts, and of some deals more than one. */
function countsContacts({ deals }: Exports): boolean {
  const told = deals.flatMap(({ contactCount }) => contactCount ?? [])
  return told.length * 2 > deals.length && told.some((count) => count > 1)
}

/** Under one deal in ten with two contacts, the export holds one a deal. */
function namesSeveral(deals: readonly Deal[]): boolean {
  return deals.filter(({ contacts }) => (contacts?.length ?? 0) >= 2).length >= 0.1 * deals.length
}

/**
 * Whether the files have a place for a second person on a deal. Where each deal has one cell with one contact, and the
 * activities name no deal, somebody else at the same customer may well belong to another deal.
 */
function canNameSeveral({ contactRoles, activities, deals }: Exports): boolean {
  return (
    contactRoles.length > 0 ||
    activities.deals.size > 0 ||
    deals.some(({ contact, contactId }) => (contact ?? contactId ?? '').includes(';'))
  )
}

function hasPeople({ contactRoles, activities }: Exports): boolean {
  return contactRoles.length > 0 || activities.people.size > 0
}

function hasRoles({ contactRoles }: Exports): boolean {
  return (
    contactRoles.length > 0 && contactRoles.filter((row) => row.role !== undefined).length * 2 >= contactRoles.length
  )
}

/** Whether the export of activities also holds what is still to come. */
function plansActivities({ activities }: Exports): boolean {
  for (let at = 0; at < activities.length; at++) {
    const state = activities.state(at)
    if (state === 'open' || state === 'scheduled') return true
  }
  return false
}
