import type { Exports } from '../../records/exports.ts'
import type { DealRow } from '../../records/fields.ts'
import { addDays, type Days, type PlainDate } from '../../time/plain-date.ts'
import type { DealStates } from '../states/states.ts'
import type { Closure } from '../kit/calendar.ts'
import type { Settings } from '../settings.ts'
import { type EntryEnd, entryKinds, type EntryKind, type OldExport } from './data-check.ts'

/** Fewer entries say nothing about their usual gaps. */
const ENOUGH_ENTRIES = 30
/** How far back a usual gap is looked for: Christmas weeks of earlier years belong to it. */
const LOOKED_BACK: Days = 730
const SHORTEST_END: Days = 7
const TIMES_LONGEST = 2
const YEAR: Days = 365

type DayList = readonly PlainDate[]
type Entries = Readonly<Record<EntryKind, DayList>>
type Files = Pick<Exports, 'deals' | 'history' | 'activities'>

/** How the files are to be understood. */
interface Reading {
  readonly states: DealStates
  readonly settings: Pick<Settings, 'closures'>
}

/** Where the entries of each kind end, of those kinds that have any. */
export function measureEnds(files: Files, { states, settings }: Reading, asOf: PlainDate): readonly EntryEnd[] {
  const entries = entriesUpTo(files, states, asOf)
  return entryKinds.flatMap((kind) => endOf(kind, entries[kind], settings.closures, asOf) ?? [])
}

/**
 * The export is old where the creation of deals has ended together with their closing, or with the activities. If
 * anything else in the list of deals is of the last days, the list is not old: the team has stopped.
 */
export function findOld(
  files: Files,
  states: DealStates,
  ends: readonly EntryEnd[],
  { asOf, isAskedFor }: { asOf: PlainDate; isAskedFor: boolean },
): OldExport | undefined {
  const ended = new Map(ends.filter(({ hasEnded }) => hasEnded).map((end) => [end.kind, end]))
  if (!ended.has('created') || !(ended.has('closed') || ended.has('activity'))) return undefined
  if (hasRecentChange(files, asOf)) return undefined
  const lastGoodDay = latest([...ended.values()].map(({ newest }) => newest))
  if (lastGoodDay === undefined) return undefined
  const first = Math.min(...[...ended.values()].map(({ since }) => since))
  return {
    lastGoodDay,
    asked: asOf,
    isAskedFor,
    ends: [...ended.values()],
    lastWeek: closersBefore(files.deals, states, lastGoodDay),
    isShort: lastGoodDay - first < YEAR,
  }
}

function entriesUpTo({ deals, history, activities }: Files, states: DealStates, asOf: PlainDate): Entries {
  const until = (days: readonly (PlainDate | undefined)[]) =>
    days.filter((day): day is PlainDate => day !== undefined && day <= asOf)
  const done: PlainDate[] = []
  for (let at = 0; at < activities.length; at++) {
    const state = activities.state(at)
    const day = activities.day(at)
    if (day !== undefined && day <= asOf && state !== 'cancelled' && state !== 'open') done.push(day)
  }
  return {
    created: until(deals.map(({ created }) => created)),
    closed: until(deals.map((row) => closingDay(row, states))),
    activity: [...done, ...until(deals.map(({ lastActivity }) => lastActivity))],
    change: until([...history.map(({ changed }) => changed), ...deals.map(({ stageChanged }) => stageChanged)]),
  }
}

function closingDay(row: DealRow, states: DealStates): PlainDate | undefined {
  const state = states.of(row)
  if (state !== 'won' && state !== 'lost') return undefined
  return (state === 'won' ? row.wonOn : row.lostOn) ?? row.closedOn ?? row.closeDate
}

function endOf(kind: EntryKind, entries: DayList, closures: readonly Closure[], asOf: PlainDate): EntryEnd | undefined {
  const days = [...new Set(entries)].sort((a, b) => a - b)
  const newest = days.at(-1)
  if (newest === undefined) return undefined
  const counted = days.filter((day) => day >= newest - LOOKED_BACK)
  const longestGap = counted.reduce<Days>(
    (longest, day, at) => Math.max(longest, openDays(counted[at - 1] ?? day, day, closures)),
    0,
  )
  const gap = openDays(newest, asOf, closures)
  const hasEnded = entries.length >= ENOUGH_ENTRIES && gap > SHORTEST_END && gap > TIMES_LONGEST * longestGap
  return { kind, entries: entries.length, newest, gap, longestGap, since: counted[0] ?? newest, hasEnded }
}

/** Days after `from` up to `to`, without those on which everybody was away. */
function openDays(from: PlainDate, to: PlainDate, closures: readonly Closure[]): Days {
  const everybodys = closures.filter(({ reps }) => reps === undefined)
  if (everybodys.length === 0) return to - from
  let open = 0
  for (let day = from + 1; day <= to; day++)
    if (!everybodys.some((closure) => closure.from <= day && day <= closure.to)) open++
  return open
}

/** Something in the list of deals itself that happened in the last days. */
function hasRecentChange({ deals, history }: Files, asOf: PlainDate): boolean {
  const isRecent = (day: PlainDate | undefined) =>
    day !== undefined && day <= asOf && day >= addDays(asOf, -SHORTEST_END)
  return (
    deals.some(({ lastActivity, stageChanged }) => isRecent(lastActivity) || isRecent(stageChanged)) ||
    history.some(({ changed }) => isRecent(changed))
  )
}

const WEEK: Days = 7
const QUARTER: Days = 90

/** Whether it ends for everybody at once: then it is the file that ends, and not somebody's work. */
function closersBefore(deals: readonly DealRow[], states: DealStates, lastGoodDay: PlainDate): OldExport['lastWeek'] {
  const last = new Map<string, PlainDate>()
  for (const row of deals) {
    const day = closingDay(row, states)
    if (row.owner === undefined || day === undefined || day > lastGoodDay) continue
    if (day > (last.get(row.owner) ?? 0)) last.set(row.owner, day)
  }
  const within = (days: Days) => [...last.values()].filter((day) => day > addDays(lastGoodDay, -days)).length
  return { closers: within(WEEK), of: within(QUARTER) }
}

function latest(days: DayList): PlainDate | undefined {
  return days.reduce<PlainDate | undefined>((best, day) => (best === undefined || day > best ? day : best), undefined)
}
