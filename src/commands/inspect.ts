import { Chalk } from 'chalk'
import { rules } from '../../rules/index.ts'
import { buildBook } from '../book/build-book.ts'
import type { Book } from '../book/book.ts'
import { noPast } from '../book/past.ts'
import { loadConfig } from '../config/load-config.ts'
import { bookSettings, ruleSettings } from '../config/settings.ts'
import { runRules, type RuleRun } from '../engine/run-rules.ts'
import type { Exports, Input, Rejected } from '../ingest/exports.ts'
import { kindNames } from '../ingest/fields.ts'
import { readText } from '../ingest/cells/text.ts'
import { writeOut, type Io } from '../io.ts'
import { Lines, padEnd, type Layout } from '../report/lines.ts'
import { withExactWidths } from '../report/width.ts'
import { groupBy } from '../agenda/compose-page.ts'
import { colorLevel, displayWidth } from './display.ts'
import { openExports, reviewDay } from './open-exports.ts'
import type { DisplayFlags, ReadFlags } from './options.ts'

/** Says what was recognised in each file and what was not, and which rules cannot run. */
export async function inspect(
  paths: readonly string[],
  flags: ReadFlags & Partial<DisplayFlags>,
  io: Io,
): Promise<number> {
  const file = typeof flags.config === 'string' ? flags.config : undefined
  const search = { file, none: flags.config === false, set: flags.set, cwd: io.cwd, env: io.env }
  const { config } = await loadConfig(search, rules)
  const exports = await openExports(paths, flags, config, io)
  const book = buildBook(exports, noPast, bookSettings(config, undefined), reviewDay(flags, config, io))
  const run = runRules(book, rules, ruleSettings(config))
  const display = { color: flags.color ?? 'auto', ...(flags.width !== undefined && { width: flags.width }) }
  const layout = {
    width: displayWidth(display, io.stdout, io.env),
    paint: new Chalk({ level: colorLevel(display.color, io.stdout, io.env) }),
  }
  await writeOut(io.stdout, await withExactWidths(() => render(exports, book, run, layout)))
  return 0
}

function render(exports: Exports, book: Book, run: RuleRun, layout: Layout): string {
  const lines = new Lines(layout)
  for (const input of exports.inputs) {
    describeInput(lines, input, exports.rejected)
    lines.blank()
  }
  for (const warning of exports.warnings) lines.text(warning, { label: '! ' })
  lines.blank()
  describeStages(lines, book)
  const { total, byDeal, byContact, byAccount, unmatched } = book.joined
  if (total > 0)
    lines.text(
      `${byDeal} by deal, ${byContact} by contact, ${byAccount} by account, ${unmatched} with no deal in the export`,
      {
        label: `Activities  ${total}: `,
      },
    )
  describeRules(lines, run)
  return lines.toString()
}

function describeInput(lines: Lines, input: Input, rejected: readonly Rejected[]): void {
  const { rows } = input
  lines.text(`${lines.paint.bold(input.file)}: ${kindNames[input.kind]}, as ${input.crmName} exports them`)
  const delimiter = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' }[input.delimiter] ?? input.delimiter
  lines.text(`${input.encoding}, ${delimiter}, header on line ${input.headerLine}`, { indent: 2 })
  lines.text(`${rows.read} rows read = ${rows.used} used + ${rows.rejected} rejected + ${rows.ignored} ignored`, {
    indent: 2,
  })
  const width = Math.max(...input.columns.map(({ field }) => field.length)) + 2
  for (const { field, column, samples, style } of input.columns) {
    const shown = samples.map((sample) => `“${short(readText(sample) ?? '')}”`).join(' ')
    const read = style === undefined ? '' : `  (${style})`
    lines.text(`${column}${read}  ${lines.paint.dim(shown)}`, { indent: 4, label: padEnd(field, width) })
  }
  if (input.unmapped.length > 0) lines.text(input.unmapped.join(', '), { indent: 2, label: 'not used: ' })
  describeRejected(
    lines,
    rejected.filter((entry) => entry.file === input.file),
  )
}

const PLACES = 5

function describeRejected(lines: Lines, rejected: readonly Rejected[]): void {
  const groups = groupBy(
    rejected,
    ({ column, reason }) => `${column === undefined ? 'row' : `cell in ${column}`}: ${reason}`,
  )
  for (const [reason, entries] of groups) {
    const places = entries.slice(0, PLACES).map(({ line, value }) => `line ${line} “${short(readText(value) ?? '')}”`)
    const more = entries.length > PLACES ? ` and ${entries.length - PLACES} more` : ''
    lines.text(`${entries.length} × ${reason}: ${places.join(', ')}${more}`, {
      indent: 2,
      label: 'rejected: ',
      style: lines.paint.yellow,
    })
  }
}

function describeStages(lines: Lines, { stages }: Book): void {
  const sources = {
    config: 'from the config',
    crm: 'the CRM’s own order',
    probability: 'guessed from the probabilities',
    names: 'guessed from their names',
    unknown: 'order not known: set stages.order in the config',
  }
  lines.text(`${stages.names.join(' → ') || '–'}  (${sources[stages.source]})`, { label: 'Open stages  ' })
}

function describeRules(lines: Lines, { notChecked }: RuleRun): void {
  if (notChecked.length === 0) lines.text('Every rule can run.')
  for (const { rule, enable } of notChecked) lines.text(`${rule}: ${enable}`, { label: 'cannot run  ' })
}

function short(text: string): string {
  return text.length <= 24 ? text : `${text.slice(0, 23)}…`
}
