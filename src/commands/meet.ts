import { select } from '../agenda/select.ts'
import { bookWords } from '../book/book-words.ts'
import { unmatchedNames } from '../config/unmatched.ts'
import type { History } from '../history/folder.ts'
import { asciiWriter, namesIn, namesOf } from '../report/text/ascii.ts'
import { checkExport } from '../review/check-export.ts'
import { file } from '../review/file.ts'
import { checkTarget } from '../review/check-output.ts'
import { openConfig } from '../review/config-search.ts'
import { colorLevel, displayWidth } from '../review/display.ts'
import type { HistoryFlags, ReadFlags, ReviewFlags } from '../review/flags.ts'
import { reviewDay } from '../review/open-exports.ts'
import { openHistory } from '../review/open-history.ts'
import { openWeeks } from '../setup/older-week.ts'
import { recall } from '../review/recall.ts'
import type { Ascii } from '../review/rendering.ts'
import { failuresOf, warn, wholeReview } from '../review/whole-review.ts'
import type { Io } from '../system/io.ts'
import { Problem } from '../system/problem.ts'
import { NO_BREAK } from '../report/text/width.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { checkSummary, type SummaryFlags, writeSummary } from './meeting-output.ts'

import path from 'node:path'

/** The flags of `meet`. */
export interface MeetFlags
  extends
    ReadFlags,
    HistoryFlags,
    SummaryFlags,
    Pick<ReviewFlags, 'rep' | 'manager' | 'team' | 'previous' | 'maxDeals' | 'minutes' | 'currency'> {}

/** Walks through the agenda in the meeting and writes down what is agreed; the summary goes to standard output. */
export async function meet(paths: readonly string[], given: MeetFlags, io: Io): Promise<number> {
  const { requireTerminal, Terminal: Conversation, Left } = await import('../terminal/terminal.ts')
  requireTerminal(
    io,
    'meet is a conversation',
    'run it in a terminal; “review” prints the agenda, “commitments add” writes down what is promised',
  )
  const loaded = await openConfig(given, io)
  requireHistory(given)
  checkTarget(paths, given, io)
  checkSummary(given, loaded.config)
  let ascii: Ascii
  const terminal = new Conversation(io, {
    level: colorLevel(given.color, io.stderr, io.env),
    width: () => displayWidth(given, io.stderr, io.env),
    ascii: () => ascii,
  })
  try {
    const { exports, flags } = await openWeeks(paths, given, loaded, io, terminal)
    if (flags.ascii === true) ascii = asciiWriter(namesIn(exports))
    const checked = checkExport(exports, loaded.config, flags, reviewDay(flags, loaded.config, io))
    const { asOf } = checked
    const history = (await openHistory(flags, loaded, io)) ?? (await newHistory(loaded.file, flags, terminal, io))
    const { past, warnings } = await recall(history, { flags, ...loaded, asOf }, io)
    const { agenda, run } = wholeReview(checked, past, loaded, flags)
    if (ascii !== undefined) ascii = asciiWriter([...namesIn(exports), ...namesOf(agenda)])
    const { rep: reps, manager: managers, team: teams } = flags
    const shown = select(agenda, { reps, managers, teams, audience: 'manager' })
    const unmatched = unmatchedNames(loaded.config, agenda.book)
    await warn([...exports.warnings, ...warnings, ...unmatched, ...failuresOf(run)], flags, io, ascii)
    const [{ hold }, { MeetingProgress, requireSomebody }, { summaryOf }] = await Promise.all([
      import('../meeting/meet.ts'),
      import('../meeting/meeting-progress.ts'),
      import('../meeting/meeting-summary.ts'),
    ])
    requireSomebody(shown)
    const progress = new MeetingProgress(await history.events(), asOf)
    const begin = async () => warn(await file(agenda, run, history), flags, io, ascii)
    const titles = new Map(loaded.rules.map(({ id, title }) => [id, title]))
    await hold({ agenda: shown, history, terminal, progress, titles, begin })
    await terminal.flush()
    const words = bookWords(agenda.book)
    const summary = summaryOf(shown, agenda, await history.events())
    await writeSummary(summary, { words, titles, ascii, config: loaded.config }, flags, io).catch((error: unknown) => {
      throw notSaved(error, history)
    })
    await terminal.show((lines) => lines.text(savedWhere(history, flags)))
    return 0
  } catch (error) {
    if (!(error instanceof Left)) throw error
    await terminal.show((lines) =>
      lines.text('Stopped. What was agreed is written down, and the same command goes on from there.'),
    )
    return 130
  } finally {
    await terminal.flush()
  }
}

function requireHistory({ history }: MeetFlags): void {
  if (history === false)
    throw new Problem('meet writes down what is agreed, and --no-history keeps nothing', {
      hint: 'leave out --no-history, or print the agenda with “review”',
    })
}

/** Where none is named: one beside the config, if that is wanted. */
async function newHistory(
  configFile: string | undefined,
  flags: MeetFlags,
  terminal: Terminal,
  io: Io,
): Promise<History> {
  const { askForHistory } = await import('../setup/ask-for-history.ts')
  const shown = await askForHistory(flags.config === false ? undefined : configFile, flags, terminal, io)
  const { History: Folder } = await import('../history/folder.ts')
  return new Folder(path.resolve(io.cwd, shown), shown)
}

/** The meeting is over, and nothing of it is lost: that is what whoever reads this fears. */
function notSaved(error: unknown, { shown }: History): unknown {
  if (!(error instanceof Problem) || error.exitCode !== 74) return error
  return new Problem(error.what, {
    where: error.where,
    hint: `what was agreed is kept in ${shown}; the same command with another -o, then q, writes the summary again`,
    exitCode: 74,
  })
}

/** What is on the screen only would be gone with the window. */
function savedWhere(history: History, { output }: MeetFlags): string {
  const kept = `What was agreed is kept in ${history.shown}`
  return output === undefined || output === '-'
    ? `\n${kept}. To save this summary too: the same command with -o${NO_BREAK}meeting.md, then q.`
    : `\n${kept}, the summary is in ${output}.`
}
