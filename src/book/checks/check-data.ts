import type { Exports } from '../../records/exports.ts'
import type { Days, PlainDate } from '../../time/plain-date.ts'
import { readStates } from '../states/states.ts'
import type { Settings } from '../settings.ts'
import type { Checked, DataFinding, EntryEnd } from './data-check.ts'
import { findOld, measureEnds } from './data-end.ts'
import { withoutJoinless } from './joins.ts'
import { withoutMeaningless } from './meaningless.ts'
import { missingOutcomes } from './outcomes.ts'
import { renewalPipelines } from './renewal-pipelines.ts'

/** So long without any entry is worth a word, however few entries there are to tell what is usual. */
const QUIET: Days = 14

/**
 * Checks the files before anybody is judged by them: where they end, what they cannot show, what joins nothing and what
 * means nothing. An old export is reviewed as of its last good day.
 *
 * @param isAskedFor whether the day was named, or is simply today.
 */
export function checkData(
  exports: Exports,
  settings: Settings,
  { asOf, isAskedFor }: { asOf: PlainDate; isAskedFor: boolean },
): Checked {
  const states = readStates(exports.deals, settings.stages, asOf)
  const joined = withoutJoinless(exports)
  const meant = withoutMeaningless(joined.exports, states, asOf)
  const ends = measureEnds(meant.exports, { states, settings }, asOf)
  const old = findOld(meant.exports, states, ends, { asOf, isAskedFor })
  return {
    asOf: old?.lastGoodDay ?? asOf,
    exports: meant.exports,
    data: {
      lastDays: Object.fromEntries(ends.map(({ kind, newest }) => [kind, newest])),
      old,
      findings: [
        ...(old === undefined ? quietEnd(ends) : [{ id: 'old-export' as const, old }]),
        ...missingOutcomes(meant.exports, states),
        ...joined.findings,
        ...[renewalPipelines(meant.exports.deals, settings)].flatMap((finding) => finding ?? []),
      ],
      unreliable: meant.unreliable,
    },
  }
}

/** What is not old and still asks a question: nobody opens deals any more, or nothing at all is of the last days. */
function quietEnd(ends: readonly EntryEnd[]): DataFinding[] {
  const [newest] = ends.toSorted((a, b) => b.newest - a.newest)
  if (newest === undefined) return []
  if (newest.gap > QUIET) return [{ id: 'newest-entry', day: newest.newest, gap: newest.gap }]
  const created = ends.find(({ kind }) => kind === 'created')
  return created?.hasEnded === true ? [{ id: 'creation-ended', end: created }] : []
}
