import { buildBook } from '../book/build-book.ts'
import { noPast, type Past, type PastReview } from '../book/past/past.ts'
import type { Config } from '../config/schema.ts'
import { bookSettings, ruleSettings } from '../config/settings.ts'
import type { AnyRule } from '../engine/rule.ts'
import { runRules } from '../engine/run-rules.ts'
import type { History, Recalled } from '../history/folder.ts'
import { seenBy } from '../history/seen.ts'
import type { Exports } from '../records/exports.ts'
import { reckoning } from '../system/interruption.ts'
import type { Io } from '../system/io.ts'
import { dayInName } from '../time/day-in-name.ts'
import { addDays, type PlainDate } from '../time/plain-date.ts'
import { kindFlags, type ReadFlags, type ReviewFlags } from './flags.ts'
import { openExports } from './open-exports.ts'

/** What the flags and the config say, and the rules in force. */
export interface Recalling {
  readonly flags: ReadFlags & Pick<ReviewFlags, 'previous' | 'currency'>
  readonly config: Config
  readonly rules: readonly AnyRule[]
  readonly asOf: PlainDate
}

/**
 * What is known from before: the history, and the export that `--previous` names as one more review, of its day. Where the
 * history has a review of that day, the export is what it saw, and what it said of commitments stands.
 */
export async function recall(history: History | undefined, recalling: Recalling, io: Io): Promise<Recalled> {
  const kept = (await history?.before(recalling.asOf)) ?? { past: noPast, warnings: [] }
  if (recalling.flags.previous.length === 0) return kept
  return { ...kept, past: withPrevious(kept.past, await reviewOfPrevious(recalling, io)) }
}

function withPrevious(past: Past, previous: PastReview): Past {
  const sameDay = past.reviews.find(({ asOf }) => asOf === previous.asOf)
  const others = past.reviews.filter((review) => review !== sameDay)
  const merged = { ...previous, judged: sameDay?.judged ?? previous.judged }
  return { ...past, reviews: [...others, merged].sort((a, b) => b.asOf - a.asOf) }
}

const CADENCE_DAYS = { weekly: 7, biweekly: 14 } as const

/** What the last review saw and said: made again from its export. */
async function reviewOfPrevious({ flags, config, rules, asOf }: Recalling, io: Io): Promise<PastReview> {
  const unnamed = Object.fromEntries(kindFlags.map(([flag]) => [flag, []]))
  const before = await openExports(flags.previous, { ...flags, ...unnamed, previous: [] }, config, io)
  const day = previousDay(before, asOf, CADENCE_DAYS[config.cadence ?? 'weekly'])
  return reckoning(io, () => {
    const book = buildBook(before, noPast, bookSettings(config, flags), day)
    const { findings, ran } = runRules(book, rules, ruleSettings(config))
    return seenBy(book, findings, [], ran)
  })
}

/**
 * The day of the last review. The export may say when it was made, or its name does; else it was one cadence ago, but no export is older than
 * the newest deal in it.
 */
function previousDay({ deals, inputs }: Exports, asOf: PlainDate, cadence: number): PlainDate {
  const made = newest(
    inputs.map(({ exportDay }) => exportDay?.day),
    asOf,
  )
  if (made !== undefined) return made
  const named = newest(
    inputs.map(({ file }) => dayInName(file)),
    addDays(asOf, -1),
  )
  const usual = named ?? addDays(asOf, -cadence)
  return (
    newest(
      deals.flatMap(({ created }) => (created === undefined || created <= usual ? [] : [created])),
      asOf,
    ) ?? usual
  )
}

function newest(days: readonly (PlainDate | undefined)[], upTo: PlainDate): PlainDate | undefined {
  return days.reduce<PlainDate | undefined>(
    (last, day) => (day === undefined || day > upTo || (last !== undefined && last >= day) ? last : day),
    undefined,
  )
}
