import { compareText } from '../kit/collections.ts'
import { once, remembered } from '../kit/remembered.ts'
import { ofPerson, spellerOf } from '../language/person-name.ts'
import type { Exports } from '../records/exports.ts'
import type { RepRow } from '../records/fields.ts'
import { isToldApart } from '../records/told-apart.ts'
import { addDays, type PlainDate } from '../time/plain-date.ts'
import { isOneOf, mentions } from '../vocabulary/match.ts'
import { NOT_A_PERSON } from '../vocabulary/people.ts'
import { buildAccounts } from './accounts/accounts.ts'
import { Activities } from './activity/activities.ts'
import type { Book } from './book.ts'
import { buildDeals } from './deals/build-deals.ts'
import type { Deal } from './deals/deal.ts'
import { Goals } from './goals/goals.ts'
import { periodContaining } from './goals/period.ts'
import { measureProgress } from './goals/progress.ts'
import { ReviewCalendar } from './kit/calendar.ts'
import { Currencies } from './kit/currency.ts'
import { Distribution } from './kit/statistics.ts'
import { assess } from './known/knowledge.ts'
import { comparablePast, readingOf } from './known/reading.ts'
import type { Past } from './past/past.ts'
import type { Settings } from './settings.ts'
import { findManagers, measureGroup } from './team/groups.ts'
import { measureClosings, measureCreation } from './team/measures.ts'
import { measureNorms } from './team/norms.ts'
import type { Rep } from './team/rep.ts'
import { measureStageOutcomes } from './team/stage-outcomes.ts'

const REP_CREATED_WITHIN_DAYS = 90
const ORPHANED_AFTER_DAYS = 28
const NEW_REP_DAYS = 90
/** Interprets the exports as of one day. Pure: the same exports, past, settings and day give the same book. */
export function buildBook(exports: Exports, seen: Past, settings: Settings, asOf: PlainDate): Book {
  const calendar = new ReviewCalendar(asOf, settings.closures)
  const currencies = new Currencies(exports.deals, settings.currency, settings.rates)
  const reading = readingOf(exports, currencies.home, settings.rates)
  const past = comparablePast(seen, reading)
  const built = buildDeals(exports, past, settings, calendar, currencies)
  const { deals: all, tracks, ...known } = built
  const isIgnored = ignores(settings)
  const deals = all.filter((deal) => !isIgnored(deal.owner))
  const byOwner = groupByOwner(deals)
  const open = deals.filter((deal) => deal.state === 'open')
  const active = new Set([...listedReps(exports), ...activeOwners(byOwner, exports, asOf)])
  const listed = new Map(exports.reps.flatMap((row) => (row.rep === undefined ? [] : [[row.rep, row] as const])))
  const firstLogged = firstActivities(exports)
  const period = periodContaining(asOf, settings.goals.period, settings.goals.fiscalYearStart)
  const goals = new Goals(exports, settings.goals, deals)
  const managerNamed = managerSpeller(active, exports, settings)
  const reps = [...active]
    .filter((name) => !isIgnored(name))
    .sort(compareText)
    .map((name) => buildRep(name, byOwner.get(name) ?? [], listed.get(name), firstLogged.get(name), settings, calendar))
    .map((rep): Rep => ({ ...rep, ...managerNamed(rep), goal: goals.of(rep, rep.deals, period, asOf) }))
  const names = new Set(reps.map((rep) => rep.name))
  const activities = new Activities(tracks, all, reps, calendar)
  const accounts = once(() => buildAccounts(tracks, exports.accounts, all, new Set(deals), asOf))
  const team = measureGroup(managerNamed(settings).manager, reps, deals, calendar)
  const managers = findManagers(team, calendar, team.name)
  const { stages } = known
  const facts = { exports, settings, past, deals, open, stages, reps, team, managers, activities, accounts }
  const knowledge = assess(facts)
  return {
    ...known,
    asOf,
    calendar,
    settings,
    past,
    deals,
    open,
    createdLater: exports.deals.length - all.length,
    reps,
    activities,
    get accounts() {
      return accounts()
    },
    unassigned: open.filter(({ owner }) => owner === undefined || !names.has(owner)),
    ignored: countOwners(all.filter(({ owner, state }) => state === 'open' && isIgnored(owner))),
    team,
    managers,
    norms: measureNorms(deals),
    period,
    goals,
    progress: measureProgress(deals, period, asOf),
    stageOutcomes: measureStageOutcomes(deals),
    openAmounts: new Distribution(open.flatMap((deal) => deal.amount ?? [])),
    knowledge,
    currency: currencies.home,
    reading,
  }
}

/** Whether an owner is none of the team's: a queue, an integration, or named so by the config. */
function ignores({ ignoreOwners }: Settings): (owner: string | undefined) => boolean {
  const isIgnored = remembered((owner) =>
    ignoreOwners === undefined ? mentions(owner, NOT_A_PERSON) : isOneOf(owner, ignoreOwners),
  )
  return (owner) => owner !== undefined && isIgnored(owner)
}

function groupByOwner(deals: readonly Deal[]): ReadonlyMap<string, readonly Deal[]> {
  const groups = new Map<string, Deal[]>()
  for (const deal of deals) {
    if (deal.owner === undefined) continue
    const group = groups.get(deal.owner)
    if (group === undefined) groups.set(deal.owner, [deal])
    else group.push(deal)
  }
  return groups
}

/** Managers as the reps are called where they are reps, then as the reps file has them, then as the config. */
function managerSpeller(reps: Iterable<string>, exports: Exports, settings: Settings) {
  const configured = [settings, ...settings.reps.values()].flatMap(({ manager }) => manager ?? [])
  const spell = spellerOf([...reps, ...exports.reps.flatMap(({ manager }) => manager ?? []), ...configured])
  return ({ manager }: Pick<Rep, 'manager'>): Pick<Rep, 'manager'> => ({ manager: manager && spell(manager) })
}

/** Whoever stands in a reps file has a page. A name in the config alone has none: it may be a typing error. */
function listedReps(exports: Exports): string[] {
  return exports.reps.flatMap((row) => row.rep ?? [])
}

/**
 * Owners who get a page: with an open deal, or one created in the last 90 days. Where the exports show who logged
 * what, an owner who has created and logged nothing in 28 days is gone: those deals are orphaned.
 */
function activeOwners(byOwner: ReadonlyMap<string, readonly Deal[]>, exports: Exports, asOf: PlainDate): string[] {
  const logged = recentLoggers(exports, asOf, (owner) => byOwner.has(owner))
  return [...byOwner].flatMap(([owner, deals]) => {
    const created = (days: number) =>
      deals.some((deal) => deal.created !== undefined && deal.created > addDays(asOf, -days))
    const isOrphaning = logged !== undefined && !logged.has(owner) && !created(ORPHANED_AFTER_DAYS)
    const isRep = deals.some((deal) => deal.state === 'open') || created(REP_CREATED_WITHIN_DAYS)
    return isRep && !isOrphaning ? [owner] : []
  })
}

/**
 * Who logged an activity in the last 28 days; undefined where the exports do not show who logs: (nearly) all is of people
 * without a deal, as in the calendar of a manager.
 */
function recentLoggers(
  { activities }: Exports,
  asOf: PlainDate,
  isOwner: (owner: string) => boolean,
): ReadonlySet<string> | undefined {
  if (!activities.hasOwners) return undefined
  const loggers = new Set<string>()
  let owned = 0
  let ofOwners = 0
  for (let at = 0; at < activities.length; at++) {
    const owner = activities.ownerOf(at)
    if (owner === undefined) continue
    owned++
    if (isOwner(owner)) ofOwners++
    const day = activities.day(at)
    if (day !== undefined && day <= asOf && day > addDays(asOf, -ORPHANED_AFTER_DAYS)) loggers.add(owner)
  }
  return isToldApart(ofOwners, owned) ? loggers : undefined
}

function firstActivities({ activities }: Exports): ReadonlyMap<string, PlainDate> {
  const first = new Map<string, PlainDate>()
  for (let at = 0; at < activities.length; at++) {
    const day = activities.day(at)
    const owner = activities.ownerOf(at)
    if (owner !== undefined && day !== undefined && day < (first.get(owner) ?? Infinity)) first.set(owner, day)
  }
  return first
}

function buildRep(
  name: string,
  deals: readonly Deal[],
  row: RepRow | undefined,
  firstLogged: PlainDate | undefined,
  settings: Settings,
  calendar: ReviewCalendar,
): Omit<Rep, 'goal'> {
  const configured = ofPerson(settings.reps, name)
  const appearances = [
    ...deals.flatMap((deal) => deal.created ?? []),
    ...(firstLogged === undefined ? [] : [firstLogged]),
  ]
  const firstSeen = appearances.reduce<PlainDate | undefined>((a, b) => (a === undefined || b < a ? b : a), undefined)
  const startDate = configured?.startDate ?? row?.startDate
  const since = startDate ?? firstSeen
  return {
    name,
    email: configured?.email ?? row?.email,
    manager: configured?.manager ?? row?.manager,
    team: row?.team,
    level: configured?.level ?? row?.level,
    startDate,
    since,
    isNew: since !== undefined && calendar.asOf - since < NEW_REP_DAYS,
    deals,
    open: deals.filter((deal) => deal.state === 'open'),
    creation: measureCreation(deals, calendar, name, since),
    closings: measureClosings(deals, calendar.asOf),
  }
}

function countOwners(deals: readonly Deal[]): { owner: string; deals: number }[] {
  const counts = new Map<string, number>()
  for (const { owner } of deals) if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1)
  return [...counts].map(([owner, count]) => ({ owner, deals: count })).sort((a, b) => compareText(a.owner, b.owner))
}
