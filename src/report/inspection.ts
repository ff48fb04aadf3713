import type { Book } from '../book/book.ts'
import type { Deal } from '../book/deals/deal.ts'
import { enabling, missingOf } from '../engine/finding.ts'
import type { RuleRun } from '../engine/run-rules.ts'
import type { Exports, Input, Rejected } from '../records/exports.ts'
import { kindNames } from '../records/fields.ts'
import { cleanText } from '../vocabulary/nothing.ts'
import { harmless } from '../system/io.ts'
import { groupBy } from '../kit/collections.ts'
import { isoDate } from '../time/plain-date.ts'
import { Lines, padEnd, type Layout } from './text/lines.ts'
import { toJson } from './json/to-json.ts'
import { isoOrNull } from '../language/words.ts'

/** What was recognised in each file and what was not, for a terminal. */
export function renderInspection(exports: Exports, book: Book, run: RuleRun, layout: Layout): string {
  const lines = new Lines(layout)
  for (const input of exports.inputs) {
    describeInput(lines, input, exports.rejected)
    lines.blank()
  }
  for (const warning of exports.warnings) lines.text(harmless(warning), { label: '! ' })
  lines.blank()
  describeStages(lines, book)
  describeJoins(lines, book)
  describeRules(lines, run)
  return lines.toString()
}

function describeInput(lines: Lines, input: Input, rejected: readonly Rejected[]): void {
  const { rows } = input
  lines.text(`${lines.paint.bold(harmless(input.file))}: ${kindNames[input.kind]}, as ${input.crmName} exports them`)
  const delimiter =
    { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar', '~': 'tilde', '^': 'caret' }[input.delimiter] ??
    input.delimiter
  const exported = input.exportDay === undefined ? '' : `, exported on ${isoDate(input.exportDay.day)}`
  lines.text(`${input.encoding}, ${delimiter}, header on line ${input.headerLine}${exported}`, { indent: 2 })
  lines.text(`${rows.read} rows read = ${rows.used} used + ${rows.rejected} rejected + ${rows.ignored} ignored`, {
    indent: 2,
  })
  const width = Math.max(...input.columns.map(({ field }) => field.length)) + 2
  for (const { field, column, samples, style, confidence, rivals } of input.columns) {
    const shown = samples.map((sample) => `“${short(cleanText(sample))}”`).join(' ')
    const read = [style, howSure(confidence, rivals)].filter((part) => part !== undefined).join('; ')
    lines.text(`${column}${read === '' ? '' : `  (${read})`}  ${lines.paint.dim(shown)}`, {
      indent: 4,
      label: padEnd(field, width),
    })
  }
  describeSuggestions(lines, input)
  if (input.unmapped.length > 0) lines.text(input.unmapped.join(', '), { indent: 2, label: 'not used: ' })
  describeRejected(
    lines,
    rejected.filter((entry) => entry.file === input.file),
  )
  describeUnlisted(lines, input)
  describeIgnored(lines, input)
}

/** From here on a column is as good as certain. */
const SURE = 0.85

/** Undefined where nothing need be said. */
function howSure(confidence: number, rivals: readonly string[]): string | undefined {
  const others = rivals.map((name) => `“${short(cleanText(name))}”`).join(', ')
  if (rivals.length > 0) return `${percent(confidence)} sure; ${others} could be it too`
  return confidence >= SURE ? undefined : `${percent(confidence)} sure`
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** Columns that were left out because they may be something else. */
function describeSuggestions(lines: Lines, { suggestions }: Input): void {
  for (const { field, column, samples, setting } of suggestions) {
    const shown = samples.map((sample) => `“${short(sample)}”`).join(' ')
    lines.text(`“${cleanText(column)}” looks like the ${field} (${shown}): ${setting}`, {
      indent: 2,
      label: 'perhaps: ',
    })
  }
}

const PLACES = 5

/** What was rejected beyond what is listed. */
function describeUnlisted(lines: Lines, { unlisted }: Input): void {
  if (unlisted > 0)
    lines.text(`${unlisted} more cells, which are counted and not listed`, { indent: 2, label: 'rejected: ' })
}

/** Rows that are no records: so many blank lines, sums, repeated headers. */
function describeIgnored(lines: Lines, { ignored }: Input): void {
  for (const { reason, count, places } of ignored) {
    const shown = places.map(({ line, value }) => `line ${line}${value === '' ? '' : ` “${short(cleanText(value))}”`}`)
    const more = count > places.length ? ` and ${count - places.length} more` : ''
    lines.text(`${count} × ${reason}: ${shown.join(', ')}${more}`, { indent: 2, label: 'ignored: ' })
  }
}

function describeRejected(lines: Lines, rejected: readonly Rejected[]): void {
  const groups = groupBy(
    rejected,
    ({ column, reason }) => `${column === undefined ? 'row' : `cell in ${column}`}: ${reason}`,
  )
  for (const [reason, entries] of groups) {
    const places = entries.slice(0, PLACES).map(({ line, value }) => `line ${line} “${short(cleanText(value))}”`)
    const more = entries.length > PLACES ? ` and ${entries.length - PLACES} more` : ''
    lines.text(`${entries.length} × ${reason}: ${places.join(', ')}${more}`, {
      indent: 2,
      label: 'rejected: ',
      style: lines.paint.yellow,
    })
  }
}

const orderSources = {
  config: 'from the config',
  crm: 'the CRM’s own order',
  probability: 'guessed from the probabilities',
  names: 'guessed from their names',
  unknown: 'order not known: set stages.order in the config',
} as const

/** How many deals are in which state, and by which stages that was told: what is guessed can be settled in the config. */
function describeStages(lines: Lines, { deals, stages, createdLater, asOf }: Book): void {
  const states = ['open', 'won', 'lost', 'unknown'] as const
  const counted = states.map((state) => [state, deals.filter((deal) => deal.state === state)] as const)
  const shown = counted.filter(([state, some]) => state !== 'unknown' || some.length > 0)
  const later = createdLater === 0 ? [] : [`${createdLater} created after ${isoDate(asOf)} and left out`]
  lines.text([...shown.map(([state, some]) => `${some.length} ${state}`), ...later].join(', '), {
    label: padEnd('Deals', LABEL),
  })
  lines.text(`${stages.names.join(' → ') || '–'}  (${orderSources[stages.source]})`, {
    label: padEnd('Open stages', LABEL),
  })
  for (const [state, some] of counted)
    if (state !== 'open') {
      const names = stageCounts(some).map(([stage, count]) => `${stage} (${count})`)
      const settle = state === 'unknown' ? ': say which under stages.won or stages.lost in the config' : ''
      const label = state === 'unknown' ? 'Won or lost?' : `Read as ${state}`
      if (names.length > 0) lines.text(`${names.join(', ')}${settle}`, { label: padEnd(label, LABEL) })
    }
}

const LABEL = 14

function stageCounts(deals: readonly Deal[]): [string, number][] {
  return [...groupBy(deals, (deal) => deal.stage ?? 'no stage')].map(([stage, same]) => [stage, same.length])
}

function describeJoins(lines: Lines, { joined }: Book): void {
  const { total, byDeal, byContact, byAccount, unmatched } = joined
  if (total === 0) return
  lines.text(
    `${total}: ${byDeal} by deal, ${byContact} by contact, ${byAccount} by account, ${unmatched} with no deal in the export`,
    { label: padEnd('Activities', LABEL) },
  )
}

/** The same as a document: `pipeline-coach/inspection@1`. */
export function renderInspectionJson(exports: Exports, book: Book, { notChecked }: RuleRun): string {
  const states = (state: Deal['state']) => book.deals.filter((deal) => deal.state === state)
  const document = {
    schema: 'pipeline-coach/inspection@1',
    inputs: exports.inputs.map(({ exportDay, ...input }) => ({
      ...input,
      // The machine's, and no part of what was recognised: the same file gives the same document.
      modified: undefined,
      exported: isoOrNull(exportDay?.day),
      columns: input.columns.map((column) => ({ ...column, style: column.style ?? null })),
    })),
    rejected: exports.rejected.map((entry) => ({ ...entry, column: entry.column ?? null })),
    warnings: exports.warnings,
    deals: {
      open: states('open').length,
      won: states('won').length,
      lost: states('lost').length,
      unknown: states('unknown').length,
      createdLater: book.createdLater,
    },
    stages: {
      order: book.stages.names,
      from: book.stages.source,
      won: Object.fromEntries(stageCounts(states('won'))),
      lost: Object.fromEntries(stageCounts(states('lost'))),
    },
    activities: book.joined,
    notChecked: notChecked.map((entry) => ({ rule: entry.rule, missing: missingOf(entry), enable: enabling(entry) })),
  }
  return toJson(document)
}

function describeRules(lines: Lines, { notChecked }: RuleRun): void {
  if (notChecked.length === 0) lines.text('Every rule can run.')
  const failed = notChecked.filter(({ failure }) => failure !== undefined)
  for (const entry of failed) lines.text(`${entry.rule}: ${enabling(entry)}`, { label: 'cannot run  ' })
  // Grouped by what to add: a rule that lacks two things stands in two groups.
  const gaps = notChecked.flatMap(({ rule, gaps: all }) => all.map(({ enable }) => ({ rule, enable, of: all.length })))
  for (const [enable, waiting] of byCount(groupBy(gaps, (gap) => gap.enable))) {
    const rules = waiting.map(({ rule, of }) => (of > 1 ? `${rule} *` : rule))
    lines.text(`${enable}: ${rules.join(', ')}`, { label: 'cannot run  ' })
  }
  if (gaps.some(({ of }) => of > 1)) lines.text('* needs more than this: it is listed more than once')
}

function byCount<T>(groups: ReadonlyMap<string, readonly T[]>) {
  return [...groups].toSorted(([, a], [, b]) => b.length - a.length)
}

/** Characters of a cell that are shown. */
export const SHOWN = 24

function short(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN - 1)}…`
}
