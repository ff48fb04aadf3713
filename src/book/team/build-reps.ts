import { groupBy } from '../../kit/collections.ts'
import { ofPerson, spellerOf } from '../../language/person-name.ts'
import type { Exports } from '../../records/exports.ts'
import type { RepRow } from '../../records/fields.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import { isOldImport } from '../deals/artefacts.ts'
import type { Deal } from '../deals/deal.ts'
import type { Goals } from '../goals/goals.ts'
import type { Period } from '../goals/period.ts'
import type { ReviewCalendar } from '../kit/calendar.ts'
import type { Settings } from '../settings.ts'
import { measureClosings, measureCreation } from './measures.ts'
import type { Rep } from './rep.ts'
import { lastSigns, type Roster } from './roster.ts'

const NEW_REP_DAYS = 90

/** What the reps of a roster are measured with. */
export interface Measuring {
  readonly exports: Exports
  readonly settings: Settings
  readonly calendar: ReviewCalendar
  readonly goals: Goals
  readonly period: Period
  readonly isRateKnown: boolean
}

/** Everybody on the roster, each measured once. */
export function buildReps(roster: Roster, deals: readonly Deal[], measuring: Measuring): readonly Rep[] {
  const { exports, calendar, goals, period } = measuring
  const byOwner = groupBy(deals, ({ owner }) => owner)
  const byOpener = groupBy(deals, ({ opener }) => opener)
  const listed = new Map(exports.reps.flatMap((row) => (row.rep === undefined ? [] : [[row.rep, row] as const])))
  const named = managerSpeller(roster.reps, measuring)
  const reps = roster.reps.map((name) =>
    buildRep(name, listed.get(name), roster.firstLogged.get(name), measuring, {
      deals: byOwner.get(name) ?? [],
      opened: byOpener.get(name) ?? [],
    }),
  )
  const signs = lastSigns(reps, roster, calendar)
  return reps.map((rep) => ({
    ...rep,
    manager: named(rep.manager),
    lastSign: signs.get(rep.name),
    goal: goals.of(rep, rep.deals, period, calendar.asOf),
  }))
}

/** Managers as the reps are called where they are reps, then as the reps file has them, then as the config. */
export function managerSpeller(
  reps: readonly string[],
  { exports, settings }: Pick<Measuring, 'exports' | 'settings'>,
): (manager: string | undefined) => string | undefined {
  const configured = [settings, ...settings.reps.values()].flatMap(({ manager }) => manager ?? [])
  const spell = spellerOf([...reps, ...exports.reps.flatMap(({ manager }) => manager ?? []), ...configured])
  return (manager) => manager && spell(manager)
}

function buildRep(
  name: string,
  row: RepRow | undefined,
  firstLogged: PlainDate | undefined,
  { settings, calendar, isRateKnown }: Measuring,
  { deals, opened }: Pick<Rep, 'deals' | 'opened'>,
): Omit<Rep, 'goal' | 'lastSign'> {
  const configured = ofPerson(settings.reps, name)
  const seenOn = ({ created, importedOn }: Deal) =>
    created ?? (isOldImport(importedOn, calendar.asOf) ? importedOn : undefined)
  const appearances = [...[...deals, ...opened].map(seenOn), firstLogged]
  const firstSeen = appearances.reduce<PlainDate | undefined>(
    (first, day) => (day === undefined || (first !== undefined && first <= day) ? first : day),
    undefined,
  )
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
    opened,
    open: deals.filter((deal) => deal.state === 'open'),
    creation: measureCreation(opened, calendar, name, since),
    closings: measureClosings(deals, calendar.asOf, isRateKnown),
  }
}
