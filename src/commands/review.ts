import path from 'node:path'
import { Chalk } from 'chalk'
import { rules as builtIn } from '../../rules/index.ts'
import type { Agenda } from '../agenda/agenda.ts'
import { composeAgenda } from '../agenda/compose-agenda.ts'
import { select } from '../agenda/select.ts'
import { buildBook } from '../book/build-book.ts'
import { loadConfig } from '../config/load-config.ts'
import { bookSettings, ruleSettings } from '../config/settings.ts'
import { severities } from '../engine/finding.ts'
import { frozen } from '../engine/own-rule.ts'
import { isHygiene, type AnyRule } from '../engine/rule.ts'
import { runRules, type RuleSettings } from '../engine/run-rules.ts'
import { judge } from '../history/judge.ts'
import { seenBy } from '../history/seen.ts'
import type { Exports } from '../ingest/exports.ts'
import { writeOut, type Io } from '../io.ts'
import { Problem } from '../problem.ts'
import { renderJson } from '../report/json.ts'
import { renderText } from '../report/text.ts'
import { withExactWidths } from '../report/width.ts'
import { writeFileWhole } from '../write-file.ts'
import { configSearch } from './config-search.ts'
import { colorLevel, displayWidth } from './display.ts'
import { openExports, reviewDay } from './open-exports.ts'
import { openHistory } from './open-history.ts'
import { kindFlags, type ReviewFlags } from './options.ts'
import { recall } from './recall.ts'

/** Reads exports, prints the agenda, and remembers what it saw and said. */
export async function review(paths: readonly string[], flags: ReviewFlags, io: Io): Promise<number> {
  const loaded = await loadConfig(configSearch(flags, io), builtIn)
  const { config, rules } = loaded
  const asOf = reviewDay(flags, config, io)
  checkOutput(paths, flags, io)
  const history = await openHistory(flags, loaded, io)
  const exports = await openExports(paths, flags, config, io)
  const { past, warnings } = await recall(history, { flags, config, rules, asOf }, io)
  const built = buildBook(exports, past, bookSettings(config, flags.currency), asOf)
  const book = rules.length > builtIn.length ? frozen(built) : built
  const settings = ruleSettings(config)
  const run = runRules(book, rules, settings, (said) => judge(book, said, judgingRules(rules, settings)))
  const agenda = composeAgenda(book, rules, run, {
    maxDeals: flags.maxDeals ?? config.meeting?.maxDeals ?? 3,
    minutesPerRep: flags.minutes ?? config.meeting?.minutesPerRep,
  })
  const shown = select(agenda, {
    reps: flags.rep,
    managers: flags.manager,
    teams: flags.team,
    audience: flags.audience,
  })
  const failures = run.failures.map(({ rule, error }) => failure(rule, error))
  await warn([...exports.warnings, ...warnings, ...failures], flags, io)
  await write(await render(shown, exports, flags, io), flags, io)
  // Of the whole review, whatever of it was shown; and only after it was out.
  await history?.remember(seenBy(book, run.findings, run.commitments))
  if (history === undefined) await sayHowToRemember(flags, io)
  return reaches(shown, rules, flags.failOn) ? 1 : 0
}

/** Those whose silence can show that something was put right: not one that is off, nor one that reads what is judged. */
function judgingRules(rules: readonly AnyRule[], settings: ReadonlyMap<string, RuleSettings>): readonly AnyRule[] {
  return rules.filter((rule) => rule.readsFindings !== true && settings.get(rule.id)?.off !== true)
}

/** To a person, and not into a log: who has said what they want, or is being shown a sample, is not told. */
async function sayHowToRemember(flags: ReviewFlags, io: Io): Promise<void> {
  if (io.stderr.isTTY !== true || flags.history === false || flags.previous.length > 0) return
  await warn(
    ['to see next time what has changed, and what was kept, add --history DIR or history: in the config'],
    flags,
    io,
  )
}

function failure(rule: string, error: unknown): string {
  return `the rule ${rule} failed and was left out: ${error instanceof Error ? error.message : String(error)}`
}

async function render(agenda: Agenda, exports: Exports, flags: ReviewFlags, io: Io): Promise<string> {
  if (formatOf(flags) === 'json') return renderJson(agenda, exports)
  const toTerminal = flags.output === undefined || flags.output === '-' ? io.stdout : undefined
  const layout = {
    width: displayWidth(flags, toTerminal, io.env),
    paint: new Chalk({ level: colorLevel(flags.color, toTerminal, io.env) }),
  }
  return withExactWidths(() => renderText(agenda, layout))
}

/** Before anything is read: what cannot be written, or would destroy what was given. */
function checkOutput(paths: readonly string[], flags: ReviewFlags, io: Io): void {
  const { output, format } = flags
  if (output === undefined || output === '-') return
  if (output === '') throw new Problem('--output needs the name of a file', { hint: '- is standard output' })
  const target = path.resolve(io.cwd, output)
  const given = [...paths, ...flags.previous, ...kindFlags.flatMap(([flag]) => flags[flag])]
  if (given.some((file) => path.resolve(io.cwd, file) === target))
    throw new Problem('the report would replace an export that it reads', {
      where: { file: output },
      hint: 'write it to another file',
    })
  const ending = path.extname(output).toLowerCase()
  if (format === undefined && UNKNOWN_ENDINGS.has(ending))
    throw new Problem(`there is no format for ${ending} yet`, {
      where: { file: output },
      hint: 'end it in .txt or .json, or say which with --format text or --format json',
    })
}

/** Formats a reader would expect from the name, and would not get. */
const UNKNOWN_ENDINGS = new Set(['.html', '.htm', '.md', '.markdown', '.eml', '.pdf', '.csv', '.xlsx'])

function formatOf({ format, output }: ReviewFlags): 'text' | 'json' {
  return format ?? (output?.toLowerCase().endsWith('.json') === true ? 'json' : 'text')
}

async function warn(warnings: readonly string[], flags: ReviewFlags, io: Io): Promise<void> {
  if (flags.quiet === true || warnings.length === 0) return
  await new Promise<void>((resolve) => {
    io.stderr.write(warnings.map((warning) => `pipeline-coach: ${warning}\n`).join(''), () => resolve())
  })
}

async function write(report: string, { output }: ReviewFlags, io: Io): Promise<void> {
  if (output === undefined || output === '-') await writeOut(io.stdout, report)
  else await writeFileWhole(output, report, io.cwd)
}

/** Whether a finding reaches the severity; hygiene never does. */
function reaches({ findings }: Agenda, rules: readonly AnyRule[], threshold: ReviewFlags['failOn']): boolean {
  if (threshold === 'none') return false
  const least = severities.indexOf(threshold)
  return findings.some(({ rule: id, evidence, severity, dismissed }) => {
    if (dismissed !== null) return false
    const rule = rules.find((candidate) => candidate.id === id)
    return !isHygiene(rule, evidence) && severities.indexOf(severity) >= least
  })
}
