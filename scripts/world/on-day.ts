import { calendarParts, type PlainDate } from '../../src/time/plain-date.ts'
import {
  LOST,
  STAGES,
  WON,
  type Activity,
  type DealLog,
  type Entry,
  type Person,
  type World,
  type WorldRep,
} from './log.ts'

/** A deal as the CRM has it at the end of a day. */
export interface DealOnDay {
  readonly deal: DealLog
  readonly state: 'open' | 'won' | 'lost'
  readonly stage: string
  readonly amount: number
  readonly closeDate: PlainDate
  readonly owner: WorldRep | undefined
  readonly reason: string | undefined
  readonly contacts: readonly Person[]
  readonly lastActivity: PlainDate | undefined
  readonly planned: Activity | undefined
  /** Moves of the close date into a later month while it was open. */
  readonly pushes: number
  readonly closedOn: PlainDate | undefined
  readonly activities: readonly Activity[]
  /** Stage, amount and close date after each day on which one of them changed. */
  readonly history: readonly HeldOnDay[]
  /** Further columns that are filled by now. */
  readonly columns: ReadonlyMap<string, string>
}

export interface HeldOnDay {
  readonly day: PlainDate
  readonly stage: string
  readonly amount: number
  readonly closeDate: PlainDate
}

/** Every deal that exists by the end of a day, as it stands then. Nothing of it depends on a later day. */
export function onDay(world: World, day: PlainDate): DealOnDay[] {
  const filled = new Map(world.options.columns.map((column) => [column.name, column.filled ?? 'always']))
  return world.deals.filter(({ created }) => created <= day).map((deal) => standing(deal, day, filled))
}

type To<K extends Entry['kind']> = Extract<Entry, { kind: K }>

function standing(deal: DealLog, day: PlainDate, filled: ReadonlyMap<string, string>): DealOnDay {
  const past = deal.entries.filter((entry) => entry.day <= day)
  const last = <K extends Entry['kind']>(kind: K) =>
    past.findLast((entry): entry is To<K> => entry.kind === kind) as To<K> | undefined
  const stage = last('stage')
  const amount = last('amount')
  const closeDate = last('close date')
  if (stage === undefined || amount === undefined || closeDate === undefined)
    throw new RangeError(`${deal.id} does not exist by then`)
  const activities = past.flatMap((entry) => (entry.kind === 'activity' ? [entry.activity] : []))
  const done = activities.filter((activity) => activity.day <= day)
  const state = stage.to === WON ? 'won' : stage.to === LOST ? 'lost' : 'open'
  return {
    deal,
    state,
    stage: stage.to,
    amount: amount.to,
    closeDate: closeDate.to,
    owner: last('owner')?.to,
    reason: stage.reason,
    contacts: past.flatMap((entry) => (entry.kind === 'contact' ? [entry.to] : [])),
    lastActivity: done.at(-1)?.day,
    planned: state === 'open' ? activities.find((activity) => activity.day > day) : undefined,
    pushes: pushesOf(past),
    closedOn: state === 'open' ? undefined : stage.day,
    activities,
    history: historyOf(past),
    columns: new Map(
      [...deal.columns].filter(([name]) => {
        const when = filled.get(name)
        return when === 'closed' ? state !== 'open' : when === 'won' ? state === 'won' : true
      }),
    ),
  }
}

function pushesOf(past: readonly Entry[]): number {
  const months = past.flatMap((entry) => {
    if (entry.kind !== 'close date') return []
    const { year, month } = calendarParts(entry.to)
    return [year * 12 + month]
  })
  return months.filter((month, at) => at > 0 && month > (months[at - 1] ?? month)).length
}

function historyOf(past: readonly Entry[]): HeldOnDay[] {
  const found: HeldOnDay[] = []
  let held: Omit<HeldOnDay, 'day'> | undefined
  for (const entry of past) {
    const now: Omit<HeldOnDay, 'day'> = held ?? { stage: STAGES[0], amount: 0, closeDate: entry.day }
    if (entry.kind === 'stage') held = { ...now, stage: entry.to }
    else if (entry.kind === 'amount') held = { ...now, amount: entry.to }
    else if (entry.kind === 'close date') held = { ...now, closeDate: entry.to }
    else continue
    if (found.at(-1)?.day === entry.day) found.pop()
    found.push({ day: entry.day, ...held })
  }
  return found
}
