import path from 'node:path'
import { Chalk } from 'chalk'
import { rules as builtIn } from '../../rules/index.ts'
import type { Agenda } from '../agenda/agenda.ts'
import { composeAgenda } from '../agenda/compose-agenda.ts'
import { select } from '../agenda/select.ts'
import { buildBook } from '../book/build-book.ts'
import { noPast, type Past } from '../book/past.ts'
import { loadConfig } from '../config/load-config.ts'
import type { Config } from '../config/schema.ts'
import { bookSettings, ruleSettings } from '../config/settings.ts'
import { severities } from '../engine/finding.ts'
import { frozen } from '../engine/own-rule.ts'
import { isHygiene, type AnyRule } from '../engine/rule.ts'
import { runRules } from '../engine/run-rules.ts'
import { seenBy } from '../history/seen.ts'
import type { Exports } from '../ingest/exports.ts'
import { writeOut, type Io } from '../io.ts'
import { addDays, type PlainDate } from '../plain-date.ts'
import { Problem } from '../problem.ts'
import { renderJson } from '../report/json.ts'
import { renderText } from '../report/text.ts'
import { withExactWidths } from '../report/width.ts'
import { writeFileWhole } from '../write-file.ts'
import { configSearch } from './config-search.ts'
import { colorLevel, displayWidth } from './display.ts'
import { openExports, reviewDay } from './open-exports.ts'
import { kindFlags, type ReviewFlags } from './options.ts'

/** Reads exports, prints the agenda. */
export async function review(paths: readonly string[], flags: ReviewFlags, io: Io): Promise<number> {
  const { config, rules } = await loadConfig(configSearch(flags, io), builtIn)
  const asOf = reviewDay(flags, config, io)
  checkOutput(paths, flags, io)
  const exports = await openExports(paths, flags, config, io)
  const past = await recall(flags, config, rules, asOf, io)
  const built = buildBook(exports, past, bookSettings(config, flags.currency), asOf)
  const book = rules.length > builtIn.length ? frozen(built) : built
  const run = runRules(book, rules, ruleSettings(config))
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
  await warn([...exports.warnings, ...run.failures.map(({ rule, error }) => failure(rule, error))], flags, io)
  await write(await render(shown, exports, flags, io), flags, io)
  return reaches(shown, rules, flags.failOn) ? 1 : 0
}

const CADENCE_DAYS = { weekly: 7, biweekly: 14 } as const

/** What the last review saw and said: made again from its export. */
async function recall(
  flags: ReviewFlags,
  config: Config,
  rules: readonly AnyRule[],
  asOf: PlainDate,
  io: Io,
): Promise<Past> {
  if (flags.previous.length === 0) return noPast
  const unnamed = Object.fromEntries(kindFlags.map(([flag]) => [flag, []]))
  const before = await openExports(flags.previous, { ...flags, ...unnamed }, config, io)
  const day = previousDay(before, asOf, CADENCE_DAYS[config.cadence ?? 'weekly'])
  const book = buildBook(before, noPast, bookSettings(config, flags.currency), day)
  const { findings } = runRules(book, rules, ruleSettings(config))
  return { ...noPast, reviews: [seenBy(book, findings)] }
}

/** The last review was one cadence ago; but no export is older than the newest deal in it. */
function previousDay({ deals }: Exports, asOf: PlainDate, cadence: number): PlainDate {
  const usual = addDays(asOf, -cadence)
  return deals.reduce(
    (day, { created }) => (created !== undefined && created > day && created <= asOf ? created : day),
    usual,
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
