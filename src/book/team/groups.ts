import type { PlainDate } from '../../time/plain-date.ts'
import { compareText } from '../../kit/collections.ts'
import type { ReviewCalendar } from '../kit/calendar.ts'
import type { Deal } from '../deals/deal.ts'
import { measureClosings, measureCreation, pace } from './measures.ts'
import { isAbsent, type Closings, type Creation, type Rep } from './rep.ts'
import { median } from '../kit/statistics.ts'

/** The weeks over which a rep's usual pace is measured, and the fewest of them that count as usual. */
export const USUAL_WEEKS = { from: 4, to: 29, atLeast: 8 } as const

/** Some reps together: the team, or those of one manager. */
export interface Group {
  /** The manager's name; undefined where nobody is named. */
  readonly name: string | undefined
  readonly reps: readonly Rep[]
  readonly deals: readonly Deal[]
  readonly open: readonly Deal[]
  /** The first creation in the export: weeks before it say nothing. */
  readonly since: PlainDate | undefined
  readonly creation: Creation
  readonly closings: Closings
  /** New opportunities a week of the median rep over weeks 4 to 29; undefined where nobody was there long enough. */
  readonly medianPace: number | undefined
}

/** The whole team together. */
export type Team = Group

/** Whoever leads reps. */
export interface Manager extends Group {
  /** Leads the whole team: the only manager, or whoever runs several. */
  readonly isTop: boolean
}

export function measureGroup(
  name: string | undefined,
  reps: readonly Rep[],
  deals: readonly Deal[],
  calendar: ReviewCalendar,
  isRateKnown: boolean,
): Group {
  const since = deals.reduce<PlainDate | undefined>(
    (first, { created }) => (created !== undefined && created < (first ?? Infinity) ? created : first),
    undefined,
  )
  const paces = reps.flatMap((rep) => {
    const usual = rep.isNew || isAbsent(rep) ? undefined : pace(rep.creation, calendar, USUAL_WEEKS, rep)
    return usual === undefined || usual.weeks < USUAL_WEEKS.atLeast ? [] : [usual.perWeek]
  })
  return {
    name,
    reps,
    deals,
    open: deals.filter((deal) => deal.state === 'open'),
    since,
    creation: measureCreation(deals, calendar, undefined, undefined),
    closings: measureClosings(deals, calendar.asOf, isRateKnown),
    medianPace: median(paces),
  }
}

/**
 * Who leads: one for the whole team, and where two or more managers are named, each of them too. The one for the
 * whole team is the only manager named, or whom the config calls `manager`.
 */
export function findManagers(
  team: Team,
  calendar: ReviewCalendar,
  configured: string | undefined,
  isRateKnown: boolean,
): readonly Manager[] {
  const names = [...new Set(team.reps.flatMap(({ manager }) => manager ?? []))].sort(compareText)
  const [only] = names
  const top: Manager = { ...team, name: configured ?? (names.length === 1 ? only : undefined), isTop: true }
  if (names.length < 2) return [top]
  const own = names.map((name): Manager => {
    const reps = team.reps.filter(({ manager }) => manager === name)
    return {
      ...measureGroup(
        name,
        reps,
        reps.flatMap(({ deals }) => deals),
        calendar,
        isRateKnown,
      ),
      isTop: false,
    }
  })
  return [top, ...own]
}
