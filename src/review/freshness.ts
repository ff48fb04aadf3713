import type { DataCheck } from '../book/checks/data-check.ts'
import type { Input } from '../records/exports.ts'
import { Problem } from '../system/problem.ts'
import { dateInZone, isoDate, localDate, type PlainDate } from '../time/plain-date.ts'
import type { ReviewFlags } from './flags.ts'

/** The day an export is of, and how that was known. */
interface Known {
  readonly day: PlainDate
  /** Ends a sentence: “as its footer says”. */
  readonly how: string
}

/**
 * Refuses an export that is older than `--max-age`: its age is the review's day minus the export's. That is the day
 * named with `--exported-at`, else the newest in a footer of an opportunities file, else the day on which the newest
 * input was last written; and never later than the last good day of an export whose entries have stopped.
 *
 * @param zone the review's, in which a file's time becomes a day.
 * @throws Problem (3) when it is older; (2) when its day is not known, for then it may be.
 */
export function checkAge(
  inputs: readonly Input[],
  { old }: Pick<DataCheck, 'old'>,
  flags: Pick<ReviewFlags, 'maxAge' | 'exportedAt'>,
  asOf: PlainDate,
  zone: string | undefined,
): void {
  const { maxAge } = flags
  if (maxAge === undefined) return
  const ends = old === undefined ? undefined : { day: old.lastGoodDay, how: 'when its last entry was made' }
  const known = older(exportDay(inputs, flags.exportedAt, zone), ends)
  if (known === undefined)
    throw new Problem('--max-age: how old this export is cannot be told, for it came through a pipe', {
      hint: 'say the day it was exported with --exported-at YYYY-MM-DD, or give it as a file',
    })
  const age = asOf - known.day
  if (age <= maxAge) return
  throw new Problem(
    `the export is of ${isoDate(known.day)}, ${known.how}: ${days(age)} old on ${isoDate(asOf)}, and --max-age is ${days(maxAge)}`,
    { hint: 'export it again; or, where the day is wrong, say the right one with --exported-at', exitCode: 3 },
  )
}

/** A file that was saved today, and whose entries stop in March, is as old as its entries. */
function older(a: Known | undefined, b: Known | undefined): Known | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return b.day < a.day ? b : a
}

function exportDay(
  inputs: readonly Input[],
  named: PlainDate | undefined,
  zone: string | undefined,
): Known | undefined {
  if (named !== undefined) return { day: named, how: 'as --exported-at says' }
  const opportunities = inputs.filter(({ kind }) => kind === 'opportunities')
  return fromFooter(opportunities) ?? fromFiles(inputs, opportunities, zone)
}

function fromFooter(inputs: readonly Input[]): Known | undefined {
  const said = inputs.flatMap(({ file, exportDay: found }) => (found === undefined ? [] : [{ file, ...found }]))
  const newest = latest(said, ({ day }) => day)
  return newest && { day: newest.day, how: `as line ${newest.line} of ${newest.file} says` }
}

/** What came through a pipe has no day, and a list of reps beside it gives it none. */
function fromFiles(
  inputs: readonly Input[],
  opportunities: readonly Input[],
  zone: string | undefined,
): Known | undefined {
  if (opportunities.every(({ modified }) => modified === undefined)) return undefined
  const written = inputs.flatMap(({ file, modified }) => (modified === undefined ? [] : [{ file, modified }]))
  const newest = latest(written, ({ modified }) => modified.getTime())
  if (newest === undefined) return undefined
  const day = zone === undefined ? localDate(newest.modified) : dateInZone(newest.modified, zone)
  return { day, how: `when ${newest.file} was last written` }
}

function latest<T>(all: readonly T[], when: (one: T) => number): T | undefined {
  return all.reduce<T | undefined>(
    (best, one) => (best === undefined || when(one) > when(best) ? one : best),
    undefined,
  )
}

function days(count: number): string {
  return `${count} ${count === 1 ? 'day' : 'days'}`
}
