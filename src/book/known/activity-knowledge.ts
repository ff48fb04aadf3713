import type { Events } from '../../records/events.ts'
import type { Exports } from '../../records/exports.ts'
import type { Account } from '../accounts/account.ts'
import type { Activities } from '../activity/activities.ts'
import { ACTIVITY_WEEKS } from '../activity/activity-weeks.ts'
import type { Joined } from '../activity/deal-events.ts'
import { arrivalOf } from '../deals/arrival.ts'
import type { Deal } from '../deals/deal.ts'
import type { Past } from '../past/past.ts'
import type { Settings } from '../settings.ts'
import { activitiesOr, activityGap, directionGap, isDirected } from './activity-gaps.ts'
import { aColumn, anExport, aSetting, type Gap, isMostly, lacking } from './gaps.ts'

/** What rules about activities, accounts and where deals come from can need. */
export type ActivityNeed =
  | 'activities'
  | 'dealActivities'
  | 'activityTypes'
  | 'activitySubjects'
  | 'activityContacts'
  | 'activityDirection'
  | 'prospecting'
  | 'attendees'
  | 'managerMeetings'
  | 'whoseTurn'
  | 'arrivals'
  | 'source'
  | 'ownSources'
  | 'targets'
  | 'valueProposition'
  | 'accounts'
  | 'clients'
  | 'clientContacts'

export interface ActivityFacts {
  readonly exports: Exports
  readonly settings: Settings
  readonly joined: Joined
  readonly deals: readonly Deal[]
  readonly open: readonly Deal[]
  readonly activities: Activities
  readonly accounts: () => readonly Account[]
  readonly past: Past
  /** Whoever leads; without a name where nobody is named. */
  readonly managers: readonly { readonly name: string | undefined }[]
}

/** Fewer than one in ten is an exception somebody typed, and not something the team keeps. */
const SOME = 0.1

export const activityChecks: Record<ActivityNeed, (facts: ActivityFacts) => Gap | undefined> = {
  activities: ({ exports: { activities } }) =>
    activities.hasOwners
      ? undefined
      : activityGap(
          activities,
          activities.length === 0 ? 'activities' : 'owners of activities',
          'add an export of activities (tasks, calls, meetings) with their owners',
          'owner',
        ),

  dealActivities: ({ open, activities, exports }) =>
    open.length === 0 || open.filter((deal) => activities.touches(deal).length > 0).length >= SOME * open.length
      ? undefined
      : activityGap(
          exports.activities,
          'activities on deals',
          'add an export of activities (tasks, calls, meetings) with the deal that each was on',
          'deal',
        ),

  activityTypes: ({ exports: { activities } }) =>
    share(activities, (at) => activities.kind(at) !== 'other') >= 0.5
      ? undefined
      : activityGap(
          activities,
          'activity types',
          'add an export of activities with their type: call, e-mail, meeting',
          'type',
        ),

  activitySubjects: ({ exports: { activities } }) =>
    activities.length > 0 && activities.worded * 2 >= activities.length
      ? undefined
      : activityGap(
          activities,
          'activity subjects',
          'add an export of activities with their subject or type',
          'subject',
        ),

  activityContacts: ({ exports: { activities } }) =>
    share(activities, (at) => activities.numbersOf(at).person >= 0) >= SOME
      ? undefined
      : activityGap(
          activities,
          'contacts of activities',
          'add an export of activities that names whom each was with',
          'contact',
        ),

  activityDirection: ({ exports: { activities } }) =>
    isDirected(activities)
      ? undefined
      : directionGap(activities, 'add an export of e-mails and calls with their direction, incoming or outgoing'),

  prospecting: ({ exports: { activities: events }, activities }) =>
    events.hasOwners && activities.teamInWeeks(ACTIVITY_WEEKS).prospecting > 0
      ? undefined
      : activityGap(
          events,
          'prospecting activities',
          'add an export of activities that also holds those on no deal, or whose type or subject says prospecting',
          !events.hasOwners ? 'owner' : 'prospecting',
        ),

  attendees: ({ exports: { activities } }) =>
    activities.hasAttendees || activities.hasOwners
      ? undefined
      : activityGap(
          activities,
          'who was at meetings',
          'add an export of meetings with their owners or attendees',
          'attendees',
        ),

  managerMeetings: ({ exports: { activities: events }, activities, managers }) => {
    const names = managers.flatMap(({ name }) => name ?? [])
    if (names.length === 0)
      return {
        missing: 'who the manager is',
        fixes: [aSetting('manager'), aColumn('the manager of each rep')],
        enable: 'set manager in pipeline-coach.yaml, or add a column “Manager” to a file of the reps',
      }
    return share(events, (at) => events.kind(at) === 'meeting') > 0 && names.some((name) => activities.wouldShow(name))
      ? undefined
      : activityGap(events, 'meetings of the manager', 'add an export of meetings with their attendees', 'attendees', {
          words: ', or the manager’s own meetings',
          fixes: [],
        })
  },

  whoseTurn: ({ exports: { activities }, open, past }) =>
    isDirected(activities) || (past.reviews.length > 0 && isMostly(open, ({ nextStep }) => nextStep !== undefined))
      ? undefined
      : directionGap(activities, 'add an export of e-mails and calls with their direction', {
          words: ', or the column “Next Step” and earlier reviews',
          fixes: [aColumn('the next step of each deal')],
        }),

  arrivals: ({ exports, deals }) =>
    isMostly(deals, (deal) => arrivalOf(deal) !== undefined)
      ? undefined
      : lacking(exports, 'source', {
          missing: 'how deals came in',
          fixes: [aColumn('the source of each deal'), activitiesOr(exports.activities, 'direction')],
          enable: `add the column “Lead Source”, or ${exports.activities.length === 0 ? 'activities with their direction' : 'the direction of each e-mail and call'}`,
        }),

  source: ({ exports, deals }) =>
    isMostly(deals, ({ source }) => source !== undefined)
      ? undefined
      : lacking(exports, 'source', {
          missing: 'lead sources',
          fixes: [aColumn('the source of each deal')],
          enable: 'add the column “Lead Source”',
        }),

  ownSources: ({ deals, settings }) =>
    canTellOwn(deals, settings)
      ? undefined
      : {
          missing: 'which lead sources are a rep’s own',
          fixes: [aSetting('words.ownSources')],
          enable: 'set words.ownSources in pipeline-coach.yaml to the sources that are a rep’s own work',
        },

  targets: ({ settings: { targets }, deals, accounts }) => {
    if (targets.accounts.length + targets.segments.length === 0)
      return {
        missing: 'target accounts or segments',
        fixes: [aSetting('targets.accounts'), aSetting('targets.segments')],
        enable: 'set targets.accounts or targets.segments in pipeline-coach.yaml',
      }
    const ofSegments = new Set(accounts().flatMap(({ segment, deals: own }) => (segment === undefined ? [] : own)))
    return targets.segments.length === 0 || isMostly(deals, (deal) => ofSegments.has(deal))
      ? undefined
      : {
          missing: 'segments of accounts',
          fixes: [anExport('accounts')],
          enable: 'add an export of accounts with their industry or segment',
        }
  },

  valueProposition: ({ exports, open }) =>
    isMostly(open, ({ valueProposition }) => valueProposition !== undefined)
      ? undefined
      : lacking(exports, 'valueProposition', {
          missing: 'value propositions',
          fixes: [aColumn('the value proposition of each deal')],
          enable: 'add a column “Value Proposition” or “Metrics”',
        }),

  accounts: ({ exports, deals }) =>
    isMostly(deals, ({ account, accountId }) => (account ?? accountId) !== undefined)
      ? undefined
      : lacking(exports, 'account', {
          missing: 'accounts',
          fixes: [aColumn('the account of each deal')],
          enable: 'add the column with the account of each deal',
        }),

  clients: ({ accounts }) =>
    accounts().some(({ isClient }) => isClient)
      ? undefined
      : {
          missing: 'clients',
          fixes: [{ kind: 'deals', of: 'won deals with their accounts' }, anExport('accounts')],
          enable: 'add won deals with their accounts, or an export of accounts with their type',
        },

  clientContacts: ({ accounts, exports }) => {
    const isNamed = ({ contacts }: Account) => contacts.length > 0
    const clients = accounts().filter(({ isClient }) => isClient)
    const named = clients.filter(isNamed).length
    const missing = 'contacts of clients'
    // A file of contacts that names people of these accounts tells of the clients, too, that it has nobody there.
    const hasFile = exports.people.size > 0
    const listed = new Set(exports.people.all().map(({ name }) => name))
    const isJoined = () => accounts().some(({ contacts }) => contacts.some(({ name }) => listed.has(name)))
    const isTold = hasFile ? isJoined() : named > 0 && named >= SOME * clients.length
    if (isTold) return undefined
    return hasFile
      ? {
          missing,
          fixes: [aColumn('the account of each contact')],
          enable: 'name the account of each contact as the deals do: none of the contacts is at an account of a deal',
        }
      : {
          missing,
          fixes: [anExport('contacts'), activitiesOr(exports.activities, 'contact')],
          enable: `add an export of contacts with their accounts${exports.activities.people.size === 0 ? ', or of activities with their contacts' : ''}`,
        }
  },
}

/**
 * Sources that say something, and words for a rep's own among them: where none of them is known to be a rep's own, and
 * most are in no list, the company has words of its own for it. Without any source the need `source` says so.
 */
function canTellOwn(deals: readonly Deal[], { words }: Settings): boolean {
  const sourced = deals.filter(({ source }) => source !== undefined)
  if (!isMostly(sourced, ({ sourceKind }) => sourceKind !== undefined)) return false
  if (words.ownSources.length > 0 || sourced.some(({ sourceKind }) => sourceKind === 'own')) return true
  return isMostly(sourced, ({ sourceKind }) => sourceKind === 'inbound' || sourceKind === 'tender')
}

/** 0 where there is no activity. */
function share(events: Events, isTrue: (at: number) => boolean): number {
  let count = 0
  for (let at = 0; at < events.length; at++) if (isTrue(at)) count++
  return events.length === 0 ? 0 : count / events.length
}
