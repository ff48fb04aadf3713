import type { Book } from '../book/book.ts'
import type { Told } from '../config/config-text.ts'
import type { DateOrder } from '../ingest/cells/date.ts'
import type { Exports } from '../records/exports.ts'
import { kindNames } from '../records/fields.ts'
import { isAddress } from '../language/mail-address.ts'
import type { Problem } from '../system/problem.ts'
import type { Lines } from '../report/text/lines.ts'
import { FIELDS_ASKED, saidAmount, saidOrder, type Open } from './init-questions.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** What was read in the exports, in few words: `inspect` says it all. */
export function writeRecognised(
  lines: Lines,
  { exports, book }: { readonly exports: Exports; readonly book: Book },
): void {
  lines.raw('')
  for (const { file, kind, crmName, rows, columns, unmapped } of exports.inputs) {
    lines.text(
      `${lines.paint.bold(file)}: ${kindNames[kind]}, as ${crmName} exports them, ${rows.used} of ${rows.read} rows used`,
    )
    lines.text(columns.map(({ field, column }) => `${field} is “${column}”`).join(', '), { indent: 2 })
    if (unmapped.length > 0) lines.text(unmapped.join(', '), { indent: 2, label: 'not used  ', style: lines.paint.dim })
  }
  const states = (['open', 'won', 'lost', 'unknown'] as const).map(
    (state) => `${book.deals.filter((deal) => deal.state === state).length} ${state}`,
  )
  lines.text(`Deals: ${states.join(', ')}. Reps: ${book.reps.map(({ name }) => name).join(', ') || 'none'}.`)
  if (book.stages.names.length > 0) lines.text(`Open stages: ${book.stages.names.join(' → ')}.`)
  lines.raw('')
}

/** What was answered about how the exports are to be read. */
export interface Reading {
  readonly columns: Readonly<Record<string, string>>
  readonly dateOrder: DateOrder | undefined
}

const NONE = ''

/**
 * Asks what keeps the exports from being read.
 *
 * @returns the answers with the new one; undefined where there is nothing that could be asked, or it was asked already.
 */
export async function settleReading(
  { unsettled, what }: Problem,
  before: Reading,
  terminal: Terminal,
): Promise<Reading | undefined> {
  if (unsettled === undefined) return undefined
  if (unsettled.kind === 'date-order') {
    if (before.dateOrder !== undefined) return undefined
    await terminal.show((lines) =>
      lines.text(`${what}${unsettled.example === undefined ? '' : `: “${unsettled.example}”`}.`),
    )
    const dateOrder = await terminal.keys<DateOrder>([
      { key: 'd', action: 'dmy', says: 'day first' },
      { key: 'm', action: 'mdy', says: 'month first' },
      { key: 'y', action: 'ymd', says: 'year first' },
    ])
    return { ...before, dateOrder }
  }
  if (unsettled.kind === 'column') {
    const { field, candidates } = unsettled
    if (before.columns[field] !== undefined) return undefined
    return withColumn(before, field, await chooseColumn(`Which of these is the ${field}?`, candidates, terminal))
  }
  if (FIELDS_ASKED.some(({ field }) => before.columns[field] !== undefined)) return undefined
  await terminal.show((lines) => lines.text('This file is none that is known. Which of its columns is what?'))
  let answers = before
  for (const { field, asks } of FIELDS_ASKED) {
    const taken = new Set(Object.values(answers.columns))
    const left = unsettled.columns.filter((column) => column !== '' && !taken.has(column))
    if (left.length > 0)
      answers = withColumn(answers, field, await chooseColumn(`Which column is ${asks}?`, left, terminal))
  }
  return answers
}

/** Asks which columns are what has none. */
export async function settleColumns(open: Open['columns'], before: Reading, terminal: Terminal): Promise<Reading> {
  let answers = before
  for (const { field, asks, candidates } of open) {
    const taken = new Set(Object.values(answers.columns))
    const left = candidates.filter((column) => !taken.has(column))
    if (left.length > 0 && answers.columns[field] === undefined)
      answers = withColumn(answers, field, await chooseColumn(`Which column is ${asks}?`, left, terminal))
  }
  return answers
}

function withColumn(before: Reading, field: string, column: string): Reading {
  return column === NONE ? before : { ...before, columns: { ...before.columns, [field]: column } }
}

async function chooseColumn(message: string, candidates: readonly string[], terminal: Terminal): Promise<string> {
  return terminal.choose(message, [
    ...candidates.map((column) => ({ name: column, value: column })),
    { name: '(none of these)', value: NONE },
  ])
}

/** Asks which stages are won and lost, where their names do not tell. */
export async function settleStates(
  states: Open['states'],
  terminal: Terminal,
): Promise<{ open: string[]; won: string[]; lost: string[] }> {
  const told = { open: [] as string[], won: [] as string[], lost: [] as string[] }
  for (const { stage, deals } of states) {
    await terminal.show((lines) =>
      lines.text(`“${stage}” (${deals} deal${deals === 1 ? '' : 's'}): what is a deal there?`),
    )
    const action = await terminal.keys<'open' | 'won' | 'lost' | 'unknown'>([
      { key: 'o', action: 'open', says: 'open' },
      { key: 'w', action: 'won', says: 'won' },
      { key: 'l', action: 'lost', says: 'lost' },
      { key: 's', action: 'unknown', says: 'cannot say' },
    ])
    if (action !== 'unknown') told[action].push(stage)
  }
  return told
}

/** The rest of the questions; Enter takes what is proposed. */
export async function askRest(
  open: Open,
  extraStages: readonly string[],
  terminal: Terminal,
): Promise<Pick<Told, 'manager' | 'perWeek' | 'goal' | 'history' | 'mail'> & { readonly order: readonly string[] }> {
  return {
    order: await askOrder(open.order, extraStages, terminal),
    manager: await askManager(open.manager, terminal),
    perWeek: await askPace(open.pace, terminal),
    goal: open.needsGoals ? await askGoal(terminal) : undefined,
    history: await askHistory(terminal),
    mail: await askMail(terminal),
  }
}

async function askOrder(open: Open['order'], extra: readonly string[], terminal: Terminal): Promise<readonly string[]> {
  const stages = [...new Set([...(open?.stages ?? []), ...extra])]
  if (open === undefined && extra.length === 0) return []
  const isGuess = open?.from === 'guessed' && extra.length === 0
  await terminal.show((lines) => {
    lines.raw('')
    lines.text(isGuess ? 'The open stages, in an order that is guessed:' : 'The open stages, in no order yet:')
    lines.text(stages.join(' → '), { indent: 2 })
  })
  const said = await terminal.line({
    message: 'In order, first to last (empty: leave it open)?',
    initial: stages.join(', '),
    check: (text) =>
      text === '' || saidOrder(text, stages) !== undefined
        ? undefined
        : 'each of these stages once, with commas in between',
  })
  return saidOrder(said, stages) ?? []
}

async function askManager(open: Open['manager'], terminal: Terminal): Promise<string | undefined> {
  if (open === undefined) return undefined
  const known = open.known.length === 0 ? '' : ` Managers in the export: ${open.known.join(', ')}.`
  const said = await terminal.line({ message: `Who leads this team, you?${known} (empty: leave it out)` })
  return said === '' ? undefined : said
}

const MOST_A_WEEK = 1000

async function askPace(pace: number | undefined, terminal: Terminal): Promise<number | undefined> {
  const usual = pace === undefined ? '' : ` The median rep opens ${pace}.`
  const said = await terminal.line({
    message: `How many new opportunities a week do you expect of each rep?${usual} (empty: none set)`,
    initial: pace === undefined ? '' : String(pace),
    check: (text) =>
      text === '' || (Number(text) > 0 && Number(text) <= MOST_A_WEEK) ? undefined : 'a number such as 2 or 1.5',
  })
  return said === '' ? undefined : Number(said)
}

async function askGoal(terminal: Terminal): Promise<Told['goal']> {
  const said = await terminal.line({
    message: 'What is each rep to win in a period, in the currency of the export? (empty: no goal)',
    check: (text) => (saidAmount(text) === undefined ? 'an amount such as 150000 or 150k' : undefined),
  })
  const perRep = saidAmount(said) ?? 0
  if (perRep === 0) return undefined
  const period = await terminal.keys<'month' | 'quarter' | 'year'>([
    { key: 'm', action: 'month', says: 'a month' },
    { key: 'q', action: 'quarter', says: 'a quarter' },
    { key: 'y', action: 'year', says: 'a year' },
  ])
  return { period, perRep }
}

async function askHistory(terminal: Terminal): Promise<string | undefined> {
  const said = await terminal.line({
    message: 'In which folder should reviews and promises be remembered? (empty: nowhere)',
    initial: '.pipeline-coach',
  })
  return said === '' ? undefined : said
}

async function askMail(terminal: Terminal): Promise<string | undefined> {
  const said = await terminal.line({
    message: 'To which address should reviews be mailed, when they are? (empty: none)',
    check: (text) => (text === '' || isAddress(text) ? undefined : 'one plain address such as kim@example.com'),
  })
  return said === '' ? undefined : said
}
