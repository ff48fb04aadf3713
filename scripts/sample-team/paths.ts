import { addDays, type Days, type PlainDate } from '../../src/time/plain-date.ts'
import { WEEK_2, workday, workdayBefore } from './calendar.ts'
import { OPEN_STAGES, type Change, type OpenStage, type Stage } from './model.ts'
import type { Random } from './random.ts'
import type { Skeleton } from './skeletons.ts'

const LAST = OPEN_STAGES.length - 1
/** An ordinary deal of this team moves on about so often. */
const DAYS_A_STAGE = 9

export function stageAt(place: number): OpenStage {
  const stage = OPEN_STAGES[Math.max(0, Math.min(LAST, place))]
  if (stage === undefined) throw new RangeError(`no such stage: ${place}`)
  return stage
}

/** The stages of a deal that is open: evenly spread, so that it has not stood still, up to `until`. */
export function openPath(skeleton: Skeleton, random: Random, until: PlainDate, least: number): Change<Stage>[] {
  const age = until - skeleton.created
  const slack = age > 30 ? random.int(0, 1) : 0
  const last = Math.max(least, Math.min(LAST, Math.round(age / DAYS_A_STAGE - 0.4) - slack), 0)
  // The last stage is as old as a weekday of chance makes it: otherwise all would move on in the same week.
  const early = last === 0 ? 0 : random.int(0, Math.max(0, Math.min(8, Math.floor(age / last) - 2)))
  return spread(skeleton.created, addDays(until, early), steps(0, last, last + 1)).filter(({ day }) => day <= until)
}

/** The stages of a deal that has closed, and the closing. A winner skips some stages, a loser leaves at any. */
export function closedPath(skeleton: Skeleton, random: Random): Change<Stage>[] {
  const { created, end } = skeleton
  if (end === undefined) throw new RangeError('the deal is open')
  const cycle: Days = end.day - created
  const path = end.won ? winningSteps(cycle, random) : losingSteps(cycle, random)
  const before = spread(created, end.day, path).filter(({ day }) => day < end.day)
  return [...before, { day: end.day, to: end.won ? 'Closed Won' : 'Closed Lost' }]
}

function winningSteps(cycle: Days, random: Random): number[] {
  const count = Math.max(2, Math.min(6, Math.round(cycle / 10.5)))
  return steps(random.int(0, 1), LAST - random.int(0, 1), count)
}

function losingSteps(cycle: Days, random: Random): number[] {
  const count = Math.max(1, Math.min(6, Math.round(cycle / 13)))
  return steps(0, Math.min(LAST, count + random.int(-1, 2)), count)
}

/** So many places from the first to the last, evenly. */
function steps(first: number, last: number, count: number): number[] {
  if (count <= 1) return [first]
  const places = Array.from({ length: count }, (_, at) => Math.round(first + ((last - first) * at) / (count - 1)))
  return [...new Set(places)]
}

function spread(from: PlainDate, until: PlainDate, places: readonly number[]): Change<Stage>[] {
  const each = (until - from) / places.length
  return places.map((place, at) => ({
    day: at === 0 ? from : workday(addDays(from, Math.round(at * each))),
    to: stageAt(place),
  }))
}

/** The close dates of a deal that has closed: pushed whenever one came up and the deal had not. */
export function closedPromises(skeleton: Skeleton, random: Random): Change<PlainDate>[] {
  const { created, end } = skeleton
  if (end === undefined) throw new RangeError('the deal is open')
  const promises = [{ day: created, to: workday(addDays(created, random.int(35, 75))) }]
  for (;;) {
    const last = promises.at(-1)
    if (last === undefined || last.to >= end.day) return promises
    promises.push({ day: workdayBefore(addDays(last.to, -1)), to: workday(addDays(last.to, random.int(14, 35))) })
  }
}

/** A close date ahead that suits the age: what has just begun closes later. */
export function closeAhead(created: PlainDate, random: Random): PlainDate {
  const age = WEEK_2 - created
  return workday(addDays(WEEK_2, Math.max(10, 62 - age) + random.int(0, 25)))
}
