import { select } from '../agenda/select.ts'
import { unmatchedNames } from '../config/unmatched.ts'
import { asciiWriter, namesIn, namesOf } from '../report/text/ascii.ts'
import { checkOutput } from '../review/check-output.ts'
import { openConfig } from '../review/config-search.ts'
import { deliver } from '../review/deliver.ts'
import type { ReviewFlags } from '../review/flags.ts'
import { checkExport } from '../review/check-export.ts'
import { file } from '../review/file.ts'
import { checkAge } from '../review/freshness.ts'
import { reviewDay } from '../review/open-exports.ts'
import { openWeeks } from '../setup/older-week.ts'
import { openHistory } from '../review/open-history.ts'
import { reckoningAloud } from '../review/progress.ts'
import { isLeftOut, isReached } from '../review/quiet.ts'
import { recall } from '../review/recall.ts'
import type { Ascii } from '../review/rendering.ts'
import { failuresOf, warn, wholeReview } from '../review/whole-review.ts'
import type { Io } from '../system/io.ts'

/** Reads exports, prints the agenda, and remembers what it saw and said. */
export async function review(paths: readonly string[], given: ReviewFlags, io: Io): Promise<number> {
  const loaded = await openConfig(given, io)
  const { config, rules } = loaded
  const asked = reviewDay(given, config, io)
  await checkOutput(paths, given, config, io)
  const history = await openHistory(given, loaded, io)
  const { exports, flags } = await openWeeks(paths, given, loaded, io)
  const { deals } = exports
  const checked = await reckoningAloud({ what: 'checking', deals }, flags, io, () =>
    checkExport(exports, config, flags, asked),
  )
  const { asOf } = checked
  checkAge(exports.inputs, checked.data, flags, asked, flags.timezone ?? config.timezone)
  const { past, warnings } = await recall(history, { flags, config, rules, asOf }, io)
  const { agenda, run } = await reckoningAloud({ what: 'judging', deals }, flags, io, () =>
    wholeReview(checked, past, loaded, flags),
  )
  const shown = select(agenda, {
    reps: flags.rep,
    managers: flags.manager,
    teams: flags.team,
    audience: flags.audience ?? 'manager',
  })
  const ascii = flags.ascii === true ? asciiWriter([...namesIn(exports), ...namesOf(agenda)]) : undefined
  const unmatched = unmatchedNames(config, agenda.book)
  await warn([...exports.warnings, ...warnings, ...unmatched, ...failuresOf(run)], flags, io, ascii)
  if (!isLeftOut(shown, flags))
    await warn(await deliver(shown, { exports, config, ascii, flags }, io), flags, io, ascii)
  // Of the whole review, whatever of it was shown; and only after it was out.
  if (history !== undefined) await warn(await file(agenda, run, history), flags, io, ascii)
  if (history === undefined) await sayHowToRemember(ascii, flags, io)
  return isReached(shown, flags) ? 1 : 0
}

/** To a person, and not into a log: who has said what they want, or is being shown a sample, is not told. */
async function sayHowToRemember(ascii: Ascii, flags: ReviewFlags, io: Io): Promise<void> {
  if (io.stderr.isTTY !== true || flags.history === false || flags.previous.length > 0) return
  await warn(
    ['to see next time what has changed, and what was kept, add --history DIR or history: in the config'],
    flags,
    io,
    ascii,
  )
}
