import { buildBook } from '../book/build-book.ts'
import { noPast } from '../book/past/past.ts'
import { bookSettings, ruleSettings } from '../config/settings.ts'
import { runRules } from '../engine/run-rules.ts'
import { renderInspection, renderInspectionJson } from '../report/inspection.ts'
import { asciiWriter, namesIn } from '../report/text/ascii.ts'
import { withExactWidths } from '../report/text/width.ts'
import { openConfig } from '../review/config-search.ts'
import { colorLevel, displayWidth } from '../review/display.ts'
import type { DisplayFlags, ReadFlags } from '../review/flags.ts'
import { openExports, reviewDay } from '../review/open-exports.ts'
import { reckoningAloud } from '../review/progress.ts'
import { type Io, writeOut } from '../system/io.ts'
import { Chalk } from 'chalk'

export interface InspectFlags extends ReadFlags, DisplayFlags {
  readonly format: 'text' | 'json'
}

/** Says what was recognised in each file and what was not, and which rules cannot run. */
export async function inspect(paths: readonly string[], flags: InspectFlags, io: Io): Promise<number> {
  const { config, rules } = await openConfig(flags, io)
  const exports = await openExports(paths, flags, config, io)
  const layout = {
    width: displayWidth(flags, io.stdout, io.env),
    paint: new Chalk({ level: colorLevel(flags.color, io.stdout, io.env) }),
    ascii: flags.ascii === true ? asciiWriter(namesIn(exports)) : undefined,
  }
  const report = await reckoningAloud({ what: 'judging', deals: exports.deals }, flags, io, () => {
    const book = buildBook(exports, noPast, bookSettings(config, flags), reviewDay(flags, config, io))
    const run = runRules(book, rules, ruleSettings(config))
    if (flags.format === 'json') return renderInspectionJson(exports, book, run)
    return withExactWidths(() => renderInspection(exports, book, run, layout))
  })
  await writeOut(io.stdout, report)
  return 0
}
