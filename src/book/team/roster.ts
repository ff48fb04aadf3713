import { compareText, groupBy } from '../../kit/collections.ts'
import { isNamedAlike } from '../../language/person-name.ts'
import type { Exports } from '../../records/exports.ts'
import { isToldApart } from '../../records/told-apart.ts'
import { addDays, type Days, type PlainDate } from '../../time/plain-date.ts'
import { remembered } from '../../kit/remembered.ts'
import { isOneOf } from '../../vocabulary/match.ts'
import { hasLeft, isMachine } from '../../vocabulary/people.ts'
import type { Deal } from '../deals/deal.ts'
import type { ReviewCalendar } from '../kit/calendar.ts'
import type { Settings } from '../settings.ts'
import { totalAmount } from './measures.ts'

/** Whoever closed or opened a deal in so many days is a rep … */
const CLOSED_OR_OPENED: Days = 90
/** … and whoever logged or planned an activity in so many. So long without any sign of life calls for a question. */
const LOGGED: Days = 28

/** Open deals of somebody who has left. */
export interface WithoutActiveOwner {
  readonly owner: string
  readonly deals: readonly Deal[]
}

/** Deals that are left out because their owner is no person. */
export interface LeftOut {
  readonly owner: string
  readonly deals: number
  readonly amount: number | undefined
}

/** Who is a rep, who has left, and who is no person. */
export interface Roster {
  /** Names, in order. */
  readonly reps: readonly string[]
  readonly hasLeft: (owner: string) => boolean
  readonly isLeftOut: (owner: string | undefined) => boolean
  /** Who logged or planned something in the last weeks. */
  readonly atWork: ReadonlySet<string>
  /** The last day on which a rep logged something; undefined where there is none. */
  readonly lastLogged: ReadonlyMap<string, PlainDate>
  readonly firstLogged: ReadonlyMap<string, PlainDate>
  /** Whether the activities would show who has been at work in the last weeks. */
  readonly showsWhoWorks: boolean
}

/** Whether an owner is no person: by the config, or where the whole name says so and no file of people has it. */
export function leavesOut(
  { reps, users }: Exports,
  { ignoreOwners }: Settings,
): (owner: string | undefined) => boolean {
  const people = new Set([...reps.flatMap(({ rep }) => rep ?? []), ...users.flatMap(({ name }) => name ?? [])])
  const isOut = remembered((owner) =>
    ignoreOwners === undefined ? !people.has(owner) && isMachine(owner) : isOneOf(owner, ignoreOwners),
  )
  return (owner) => owner !== undefined && isOut(owner)
}

/** @param deals without those of owners who are no persons. */
export function rosterOf(exports: Exports, deals: readonly Deal[], settings: Settings, asOf: PlainDate): Roster {
  const isLeftOut = leavesOut(exports, settings)
  const byOwner = groupBy(deals, ({ owner }) => owner ?? '')
  const owners = [...byOwner.keys()].filter((owner) => owner !== '')
  const gone = leavers(exports, deals)
  const work = workOf(exports, asOf, (owner) => byOwner.has(owner))
  const managers = managersIn(exports, settings)
  const isManager = (name: string) => managers.some((manager) => isNamedAlike(manager, name))
  const names = new Set([
    ...exports.reps.flatMap(({ rep }) => rep ?? []),
    ...owners.filter((owner) => (byOwner.get(owner) ?? []).some((deal) => isOfARep(deal, asOf))),
    ...deals.flatMap(({ opener, created }) => (isLately(created, asOf) ? (opener ?? []) : [])),
    // Whoever leads has meetings, too: that alone makes nobody a rep.
    ...[...work.atWork].filter((name) => byOwner.has(name) || (work.isToldApart && !isManager(name))),
    ...withGoals(exports, owners, asOf),
  ])
  return {
    reps: [...names].filter((name) => !isLeftOut(name) && !gone.has(name)).sort(compareText),
    hasLeft: (owner) => gone.has(owner),
    isLeftOut,
    atWork: work.atWork,
    lastLogged: work.last,
    firstLogged: work.first,
    showsWhoWorks: work.isToldApart && work.begins !== undefined && work.begins <= addDays(asOf, -LOGGED),
  }
}

function isOfARep({ state, created, closedOn, closeDateAhead }: Deal, asOf: PlainDate): boolean {
  return state === 'open' || isLately(created, asOf) || isLately(closedOn, asOf) || closeDateAhead !== undefined
}

function isLately(day: PlainDate | undefined, asOf: PlainDate): boolean {
  return day !== undefined && day <= asOf && day > addDays(asOf, -CLOSED_OR_OPENED)
}

/** Whoever the files mark as inactive, in a list of users, on the deals or in the name itself. */
function leavers({ users, deals: rows }: Exports, deals: readonly Deal[]): ReadonlySet<string> {
  const active = new Set(users.flatMap(({ name, isActive }) => (name !== undefined && isActive === true ? [name] : [])))
  const marked = [
    ...users.flatMap(({ name, isActive }) => (name !== undefined && isActive === false ? [name] : [])),
    ...rows.flatMap(({ owner, ownerActive }) => (owner !== undefined && ownerActive === false ? [owner] : [])),
    ...deals.flatMap(({ owner }) => (owner !== undefined && hasLeft(owner) ? [owner] : [])),
  ]
  return new Set(marked.filter((name) => !active.has(name)))
}

interface Work {
  readonly first: ReadonlyMap<string, PlainDate>
  readonly last: ReadonlyMap<string, PlainDate>
  /** Who logged or planned something in the last weeks. */
  readonly atWork: ReadonlySet<string>
  readonly begins: PlainDate | undefined
  /** Whether activities are of those who own deals, and not of somebody else alone, as in a manager's calendar. */
  readonly isToldApart: boolean
}

function workOf({ activities }: Exports, asOf: PlainDate, isOwner: (name: string) => boolean): Work {
  const first = new Map<string, PlainDate>()
  const last = new Map<string, PlainDate>()
  const atWork = new Set<string>()
  let begins: PlainDate | undefined
  let [owned, ofOwners] = [0, 0]
  for (let at = 0; at < activities.length; at++) {
    const [owner, day] = [activities.ownerOf(at), activities.day(at)]
    if (owner === undefined) continue
    owned++
    if (isOwner(owner)) ofOwners++
    if (day === undefined || activities.state(at) === 'cancelled') continue
    if (day < (first.get(owner) ?? Infinity)) first.set(owner, day)
    if (day < (begins ?? Infinity)) begins = day
    if (day > addDays(asOf, -LOGGED)) atWork.add(owner)
    if (day <= asOf && day > (last.get(owner) ?? -Infinity)) last.set(owner, day)
  }
  return { first, last, atWork, begins, isToldApart: activities.hasOwners && isToldApart(ofOwners, owned) }
}

function managersIn({ reps }: Exports, settings: Settings): readonly string[] {
  return [settings, ...settings.reps.values(), ...reps].flatMap(({ manager }) => manager ?? [])
}

/** Owners of deals, of any day, for whom a file has a goal that runs on the day. */
function withGoals({ goals }: Exports, owners: readonly string[], asOf: PlainDate): readonly string[] {
  const known = new Set(owners)
  return goals.flatMap(({ rep, from, to }) =>
    rep !== undefined && known.has(rep) && (from === undefined || from <= asOf) && (to === undefined || to >= asOf)
      ? [rep]
      : [],
  )
}

/** Open deals whose owner has left, by owner, the most first. */
export function withoutActiveOwner(open: readonly Deal[], { hasLeft: isGone }: Roster): readonly WithoutActiveOwner[] {
  const theirs = open.filter(({ owner }) => owner !== undefined && isGone(owner))
  return [...groupBy(theirs, ({ owner }) => owner ?? '')]
    .map(([owner, deals]) => ({ owner, deals }))
    .sort((a, b) => b.deals.length - a.deals.length || compareText(a.owner, b.owner))
}

/** What is left out, by owner. */
export function leftOut(open: readonly Deal[]): readonly LeftOut[] {
  return [...groupBy(open, ({ owner }) => owner ?? '')]
    .map(([owner, deals]) => ({ owner, deals: deals.length, amount: totalAmount(deals) }))
    .sort((a, b) => compareText(a.owner, b.owner))
}

/**
 * The last sign of life of a rep who has shown none for four weeks; undefined of everybody else. Nobody is asked about
 * where the files would not show it, nor while the whole team is as quiet.
 */
export function lastSigns(
  reps: readonly { readonly name: string; readonly deals: readonly Deal[]; readonly opened: readonly Deal[] }[],
  roster: Roster,
  calendar: ReviewCalendar,
): ReadonlyMap<string, PlainDate> {
  const { asOf } = calendar
  if (!roster.showsWhoWorks) return new Map()
  const signs = reps.map(({ name, deals, opened }) => {
    const days = [
      roster.lastLogged.get(name),
      ...opened.map(({ created }) => created),
      ...deals.flatMap(({ closedOn, lastActivity, stageSince, planned }) => [
        closedOn,
        lastActivity,
        stageSince,
        planned,
      ]),
    ]
    const last = days.reduce<PlainDate | undefined>(
      (best, day) => (day === undefined || (best !== undefined && day <= best) ? best : day),
      undefined,
    )
    return { name, last }
  })
  const isSilent = ({ name, last }: { name: string; last: PlainDate | undefined }) =>
    last !== undefined && last <= asOf && !roster.atWork.has(name) && calendar.daysSince(last, name) >= LOGGED
  const silent = signs.filter(isSilent)
  if (silent.length * 2 > signs.length) return new Map()
  return new Map(silent.flatMap(({ name, last }) => (last === undefined ? [] : [[name, last] as const])))
}
