import type { Backtest } from '../backtest/backtest.ts'
import { backtestOfExport, tested } from '../backtest/of-export.ts'
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
import type { DisplayFlags, HistoryFlags, ReadFlags } from '../review/flags.ts'
import { formatOfEnding } from '../review/format-names.ts'
import { openExports, reviewDay } from '../review/open-exports.ts'
import { warn } from '../review/whole-review.ts'
import { reckoning } from '../system/interruption.ts'
import { type Io, writeOut } from '../system/io.ts'
import { Problem } from '../system/problem.ts'
import type { Days } from '../time/plain-date.ts'
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
  const exports = await openExports(paths, flags, loaded.config, io)
  await warn(exports.warnings, flags, io)
  const result = await reckoning(io, () => {
    const checked = checkExport(exports, loaded.config, flags, reviewDay(flags, loaded.config, io))
    const { kit, notTested } = kitOf(loaded, flags)
    return { ...backtestOfExport(checked, kit, flags.horizon), notTested }
  })
  await deliver(result, flags, loaded, io)
  return 0
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
