import { rules as builtIn } from '../../rules/index.ts'
import type { Agenda } from '../agenda/agenda.ts'
import { composeAgenda } from '../agenda/compose-agenda.ts'
import { isNothingToDiscuss, reaches } from '../agenda/empty.ts'
import { select } from '../agenda/select.ts'
import { buildBook } from '../book/build-book.ts'
import type { Past } from '../book/past.ts'
import { loadConfig, type LoadedConfig } from '../config/load-config.ts'
import { bookSettings, ruleSettings } from '../config/settings.ts'
import { frozen } from '../engine/own-rule.ts'
import type { AnyRule } from '../engine/rule.ts'
import { runRules, type RuleRun, type RuleSettings } from '../engine/run-rules.ts'
import { judge } from '../history/judge.ts'
import { seenBy } from '../history/seen.ts'
import type { Exports } from '../ingest/exports.ts'
import { reckoning } from '../interruption.ts'
import type { Io } from '../io.ts'
import type { PlainDate } from '../plain-date.ts'
import { asciiWriter, namesIn, namesOf } from '../report/ascii.ts'
import { checkOutput } from './check-output.ts'
import { configSearch } from './config-search.ts'
import { deliver } from './deliver.ts'
import type { Ascii } from './formats.ts'
import { checkAge } from './freshness.ts'
import { openExports, reviewDay } from './open-exports.ts'
import { openHistory } from './open-history.ts'
import type { ReviewFlags } from './options.ts'
import { recall } from './recall.ts'

/** Reads exports, prints the agenda, and remembers what it saw and said. */
export async function review(paths: readonly string[], flags: ReviewFlags, io: Io): Promise<number> {
  const loaded = await loadConfig(configSearch(flags, io), builtIn)
  const { config, rules } = loaded
  const asOf = reviewDay(flags, config, io)
  await checkOutput(paths, flags, config, io)
  const history = await openHistory(flags, loaded, io)
  const exports = await openExports(paths, flags, config, io)
  checkAge(exports.inputs, flags, asOf, flags.timezone ?? config.timezone)
  const { past, warnings } = await recall(history, { flags, config, rules, asOf }, io)
  const { agenda, run } = await reckoning(io, () => think(exports, past, loaded, flags, asOf))
  const shown = select(agenda, {
    reps: flags.rep,
    managers: flags.manager,
    teams: flags.team,
    audience: flags.audience ?? 'manager',
  })
  const failures = run.failures.map(({ rule, error }) => failure(rule, error))
  const ascii = flags.ascii === true ? asciiWriter([...namesIn(exports), ...namesOf(agenda)]) : undefined
  await warn([...exports.warnings, ...warnings, ...failures], ascii, flags, io)
  const isReached = flags.failOn !== 'none' && reaches(shown, flags.failOn)
  // An exit code of 1 always comes with the report that says why.
  if (flags.quietIfEmpty !== true || isReached || !isNothingToDiscuss(shown))
    await warn(await deliver(shown, { exports, config, ascii, flags }, io), ascii, flags, io)
  // Of the whole review, whatever of it was shown; and only after it was out.
  await history?.remember(seenBy(agenda.book, run.findings, run.commitments))
  if (history === undefined) await sayHowToRemember(ascii, flags, io)
  return isReached ? 1 : 0
}

/** What the exports tell, what the rules say about it, and what of that makes the agenda. */
function think(
  exports: Exports,
  past: Past,
  { config, rules }: LoadedConfig,
  flags: ReviewFlags,
  asOf: PlainDate,
): { agenda: Agenda; run: RuleRun } {
  const built = buildBook(exports, past, bookSettings(config, flags), asOf)
  const book = rules.length > builtIn.length ? frozen(built) : built
  const settings = ruleSettings(config)
  const run = runRules(book, rules, settings, (said) => judge(book, said, judgingRules(rules, settings)))
  const agenda = composeAgenda(book, rules, run, {
    maxDeals: flags.maxDeals ?? config.meeting?.maxDeals ?? 3,
    minutesPerRep: flags.minutes ?? config.meeting?.minutesPerRep,
  })
  return { agenda, run }
}

/** Those whose silence can show that something was put right: not one that is off, nor one that reads what is judged. */
function judgingRules(rules: readonly AnyRule[], settings: ReadonlyMap<string, RuleSettings>): readonly AnyRule[] {
  return rules.filter((rule) => rule.readsFindings !== true && settings.get(rule.id)?.off !== true)
}

/** To a person, and not into a log: who has said what they want, or is being shown a sample, is not told. */
async function sayHowToRemember(ascii: Ascii, flags: ReviewFlags, io: Io): Promise<void> {
  if (io.stderr.isTTY !== true || flags.history === false || flags.previous.length > 0) return
  await warn(
    ['to see next time what has changed, and what was kept, add --history DIR or history: in the config'],
    ascii,
    flags,
    io,
  )
}

function failure(rule: string, error: unknown): string {
  return `the rule ${rule} failed and was left out: ${error instanceof Error ? error.message : String(error)}`
}

async function warn(warnings: readonly string[], ascii: Ascii, flags: ReviewFlags, io: Io): Promise<void> {
  if (flags.quiet === true || warnings.length === 0) return
  await new Promise<void>((resolve) => {
    io.stderr.write(warnings.map((warning) => `pipeline-coach: ${ascii?.(warning) ?? warning}\n`).join(''), () =>
      resolve(),
    )
  })
}
