import type { Exports } from '../../records/exports.ts'
import type { Deal } from '../deals/deal.ts'
import { Goals } from '../goals/goals.ts'
import { type Period, periodContaining } from '../goals/period.ts'
import type { ReviewCalendar } from '../kit/calendar.ts'
import type { Settings } from '../settings.ts'
import { buildReps, managerSpeller } from './build-reps.ts'
import { findManagers, type Manager, measureGroup, type Team } from './groups.ts'
import type { Rep } from './rep.ts'
import { leavesOut, leftOut, type LeftOut, rosterOf, type WithoutActiveOwner, withoutActiveOwner } from './roster.ts'

/** Who sells, whose deals they are, and what is expected of them. */
export interface Staff {
  /** Without those of owners who are no persons. */
  readonly deals: readonly Deal[]
  readonly open: readonly Deal[]
  readonly reps: readonly Rep[]
  readonly unassigned: readonly Deal[]
  readonly withoutActiveOwner: readonly WithoutActiveOwner[]
  readonly ignored: readonly LeftOut[]
  readonly team: Team
  readonly managers: readonly Manager[]
  readonly period: Period
  readonly goals: Goals
}

interface Basis {
  readonly exports: Exports
  readonly settings: Settings
  readonly calendar: ReviewCalendar
  readonly isRateKnown: boolean
}

/** @param all every deal that existed on the day. */
export function staffOf(all: readonly Deal[], { exports, settings, calendar, isRateKnown }: Basis): Staff {
  const { asOf } = calendar
  const isLeftOut = leavesOut(exports, settings)
  const deals = all.filter(({ owner }) => !isLeftOut(owner))
  const open = deals.filter(({ state }) => state === 'open')
  const roster = rosterOf(exports, deals, settings, asOf)
  const period = periodContaining(asOf, settings.goals.period, settings.goals.fiscalYearStart)
  const goals = new Goals(exports, settings.goals, deals)
  const reps = buildReps(roster, deals, { exports, settings, calendar, goals, period, isRateKnown })
  const leader = managerSpeller(roster.reps, { exports, settings })(settings.manager)
  const team = measureGroup(leader, reps, deals, calendar, isRateKnown)
  return {
    deals,
    open,
    reps,
    unassigned: open.filter(({ owner }) => owner === undefined || roster.hasLeft(owner)),
    withoutActiveOwner: withoutActiveOwner(open, roster),
    ignored: leftOut(all.filter(({ owner, state }) => state === 'open' && isLeftOut(owner))),
    team,
    managers: findManagers(team, calendar, team.name, isRateKnown),
    period,
    goals,
  }
}
