import type { Backtest } from '../backtest/backtest.ts'
import { backtestOfExport } from '../backtest/of-export.ts'
import { backtestOfExports } from '../backtest/of-exports.ts'
import { backtestOfHistory } from '../backtest/of-history.ts'
import type { Kit } from '../backtest/replay.ts'
import { tested } from '../backtest/tested.ts'
import type { Book } from '../book/book.ts'
import { buildBook } from '../book/build-book.ts'
import type { Checked } from '../book/checks/data-check.ts'
import { noPast, type PastReview } from '../book/past/past.ts'
import { bookSettings, ruleSettings } from '../config/settings.ts'
import type { LoadedConfig } from '../config/load-config.ts'
import { wordsFor } from '../language/words.ts'
import { backtestJson } from '../report/backtest/json.ts'
import { backtestPage } from '../report/backtest/sentences.ts'
import { backtestText } from '../report/backtest/text.ts'
import { asciiWriter } from '../report/text/ascii.ts'
import { withExactWidths } from '../report/text/width.ts'
import { checkExport } from '../review/check-export.ts'
import { checkTarget } from '../review/check-output.ts'
import { openConfig } from '../review/config-search.ts'
import { colorLevel, displayWidth } from '../review/display.ts'
import { datedPaths } from '../review/dated-exports.ts'
import { type DisplayFlags, type HistoryFlags, kindFlags, type ReadFlags } from '../review/flags.ts'
import { formatOfEnding } from '../review/format-names.ts'
import { openExports, reviewDay } from '../review/open-exports.ts'
import { openHistory } from '../review/open-history.ts'
import { warn } from '../review/whole-review.ts'
import { reckoningAloud } from '../review/progress.ts'
import { reckoning } from '../system/interruption.ts'
import { type Io, writeOut } from '../system/io.ts'
import { Problem } from '../system/problem.ts'
import { type Days, isoDate, type PlainDate } from '../time/plain-date.ts'
import { Chalk } from 'chalk'

type BacktestFormat = 'text' | 'markdown' | 'html' | 'json'

/** The flags of `backtest`. */
export interface BacktestFlags extends ReadFlags, DisplayFlags, HistoryFlags {
  readonly format?: BacktestFormat
  readonly output?: string
  readonly horizon?: Days
  readonly currency?: string
}

/** What each rule would have said in the past, and what became of those deals. */
export async function backtest(paths: readonly string[], flags: BacktestFlags, io: Io): Promise<number> {
  formatFor(flags)
  const loaded = await openConfig(flags, io)
  checkTarget(paths, { ...flags, previous: [] }, io)
  const { kit, notTested } = kitOf(loaded, flags)
  const past = { paths, flags, loaded, kit }
  const result = (await ofHistory(past, io)) ?? (await ofSeveral(past, io)) ?? (await ofOne(past, io))
  await deliver({ ...result, notTested }, flags, loaded, io)
  return 0
}

interface Looking {
  readonly paths: readonly string[]
  readonly flags: BacktestFlags
  readonly loaded: LoadedConfig
  readonly kit: Kit
}

/** From the history, where one is kept and a review in it is old enough; else from what was named. */
async function ofHistory({ paths, flags, loaded, kit }: Looking, io: Io): Promise<Backtest | undefined> {
  const history = await openHistory(flags, loaded, io)
  const days = (await history?.days()) ?? []
  const hasExports = paths.length > 0 || kindFlags.some(([flag]) => flags[flag].length > 0)
  if (history === undefined || days.length === 0) {
    if (history === undefined || hasExports) return undefined
    throw new Problem(`no review is kept yet in ${history.shown}`, {
      hint: 'name an export to look back from: pipeline-coach backtest exports/',
    })
  }
  const kept: PastReview[] = []
  for (const day of days) if (flags.asOf === undefined || day <= flags.asOf) kept.push(await history.review(day))
  const today = hasExports ? await bookOfToday({ paths, flags, loaded, kit }, io) : undefined
  const result = await reckoning(io, () => backtestOfHistory(kept, today, kit, flags.horizon))
  return result.days.length === 0 && hasExports ? undefined : result
}

async function bookOfToday(looking: Looking, io: Io): Promise<Book> {
  const { exports, asOf, data } = await checkedExport(looking, io)
  return buildBook(exports, noPast, looking.kit.settings, asOf, data)
}

/** From exports of several days, where more than one was named. */
async function ofSeveral({ paths, flags, loaded, kit }: Looking, io: Io): Promise<Backtest | undefined> {
  const groups = datedPaths(paths, io)
  if (groups.length < 2) return undefined
  const weeks: { checked: Checked; shown: string }[] = []
  for (const { paths: own, day, shown } of groups) {
    const checked = await checkedExport({ paths: own, flags, loaded, kit }, io)
    weeks.push({ shown, checked: { ...checked, asOf: day ?? dayOf(checked) } })
  }
  weeks.sort((a, b) => a.checked.asOf - b.checked.asOf)
  const twice = weeks.find(({ checked }, at) => weeks[at - 1]?.checked.asOf === checked.asOf)
  if (twice !== undefined)
    throw new Problem(`two exports are of the same day, ${isoDate(twice.checked.asOf)}`, {
      where: { file: twice.shown },
      hint: 'name each folder or file with the day of its export, such as week-2026-11-20',
    })
  return reckoning(io, () =>
    backtestOfExports(
      weeks.map(({ checked }) => checked),
      kit,
      flags.horizon,
    ),
  )
}

/** The day of an export whose name has none: of its footer, else of its newest entry. */
function dayOf({ exports, asOf, data: { lastDays } }: Checked): PlainDate {
  const told = exports.inputs.flatMap(({ exportDay }) => exportDay?.day ?? [])
  const days = told.length > 0 ? told : Object.values(lastDays)
  return days.length === 0 ? asOf : (Math.max(...days) as PlainDate)
}

async function ofOne(looking: Looking, io: Io): Promise<Backtest> {
  const checked = await checkedExport(looking, io)
  const back = { what: 'looking back over', deals: checked.exports.deals } as const
  return reckoningAloud(back, looking.flags, io, () => backtestOfExport(checked, looking.kit, looking.flags.horizon))
}

async function checkedExport({ paths, flags, loaded: { config } }: Looking, io: Io): Promise<Checked> {
  const exports = await openExports(paths, flags, config, io)
  await warn(exports.warnings, flags, io)
  return reckoningAloud({ what: 'checking', deals: exports.deals }, flags, io, () =>
    checkExport(exports, config, flags, reviewDay(flags, config, io)),
  )
}

function kitOf({ config, rules }: LoadedConfig, flags: BacktestFlags) {
  const settings = ruleSettings(config)
  const on = tested(rules.filter(({ id }) => settings.get(id)?.off !== true))
  return {
    kit: { settings: bookSettings(config, flags), rules: on.rules, ruleSettings: settings },
    notTested: on.notTested,
  }
}

async function deliver(result: Backtest, flags: BacktestFlags, { config }: LoadedConfig, io: Io): Promise<void> {
  const report = await render(result, flags, config, io)
  const { output } = flags
  if (output === undefined || output === '-') await writeOut(io.stdout, report)
  else await (await import('../system/write-file.ts')).writeFileWhole(output, report, io.cwd)
}

async function render(result: Backtest, flags: BacktestFlags, config: LoadedConfig['config'], io: Io): Promise<string> {
  const format = formatFor(flags)
  if (format === 'json') return backtestJson(result)
  const { notation } = bookSettings(config, flags)
  const page = backtestPage(result, wordsFor(result.end, undefined, { notation }))
  const ascii = flags.ascii === true ? asciiWriter([]) : undefined
  if (format === 'markdown') return (await import('../report/backtest/markdown.ts')).backtestMarkdown(page, ascii)
  if (format === 'html') return (await import('../report/backtest/html.ts')).backtestHtml(page)
  const stream = flags.output === undefined || flags.output === '-' ? io.stdout : undefined
  const layout = {
    width: displayWidth(flags, stream, io.env),
    paint: new Chalk({ level: colorLevel(flags.color, stream, io.env) }),
    ascii,
  }
  return withExactWidths(() => backtestText(page, layout))
}

/** @throws Problem for an ending that a backtest is not written in. */
function formatFor({ format, output }: BacktestFlags): BacktestFormat {
  const told = format ?? (output === undefined || output === '-' ? undefined : formatOfEnding(output))
  if (told !== 'eml') return told ?? 'text'
  throw new Problem('a backtest is not written as a mail', {
    where: { file: output ?? '' },
    hint: 'end its name in .txt, .md, .html or .json, and attach it',
  })
}
