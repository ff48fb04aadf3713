import { Problem } from '../system/problem.ts'
import { UNDECIDED } from './cells/money.ts'
import { cleanText } from '../vocabulary/nothing.ts'
import type { Dialect } from './bytes/dialect.ts'
import type { Flipped } from './cells/flipped.ts'
import { groupBy } from '../kit/collections.ts'
import type { Input, Rejected } from '../records/exports.ts'
import { kindNames, type Kind } from '../records/fields.ts'
import { isRounded } from '../records/ids.ts'

/** What a header must have to be of a kind, in a reader's words. */
const needs: Record<Kind, string> = {
  opportunities: 'an opportunities file has an id or a name, and an owner, stage, amount or creation date',
  activities: 'an activities file has a date, a type or subject, and a deal, a contact or an owner',
  'contact-roles': 'a contact-roles file has an opportunity id, a contact and a role',
  contacts: 'a contacts file has an id or an e-mail address, and a name',
  accounts: 'an accounts file has a name, and a type or an industry',
  users: 'a users file has an id, a name and an e-mail address',
  goals: 'a goals file has a rep, a target, and the period (or the days from and to) for which it is',
  history: 'a history file has an opportunity id, the day of the change, and a stage, amount or close date',
  'field-history': 'a field history has an opportunity id, a field, its new value, and the day of the change',
  prices: 'a price list has a product and a price',
  reps: 'a reps file has a name, and a manager, level, start date or goal',
}

const MOST_LISTED = 12
const LONGEST_LISTED = 40

/** Column names for a message: a header can be as long as a file. */
export function listed(names: readonly string[]): string {
  const shown = names
    .slice(0, MOST_LISTED)
    .map((name) => `“${name.length > LONGEST_LISTED ? `${name.slice(0, LONGEST_LISTED)}…` : name}”`)
  const more = names.length > MOST_LISTED ? ` and ${names.length - MOST_LISTED} more` : ''
  return `${shown.join(', ')}${more}`
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** A row that went into one cell as a whole. */
const CELLS_IN_ONE = /([,;|~^\t])[^,;|~^\t]+\1/

/** A date, a number or an amount, an address: no column is called so. */
const IS_VALUE = /^(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[ T].*)?|[$€£]? ?-?\d[\d.,' ]*[$€£%]?|[^\s@]+@[^\s@]+)$/u
const FEWEST_VALUES = 2
const FIRST_CELLS = 4

export function unrecognised(file: string, dialect: Dialect, kind: Kind | undefined): Problem {
  const lumped = dialect.header.find((cell) => CELLS_IN_ONE.test(cell))
  if (lumped !== undefined && dialect.header.every((cell) => cell === '' || cell === lumped))
    return new Problem(`the whole header stands in one cell: ${listed([cleanText(lumped)])}`, {
      where: { file, line: dialect.headerLine },
      hint: 'export it again, and open it in the spreadsheet as CSV instead of pasting it into a column; or say what stands between the cells with --delimiter',
    })
  if (dialect.header.filter((cell) => IS_VALUE.test(cell.trim())).length >= FEWEST_VALUES)
    return new Problem(
      `this line holds values and no column names: ${listed(dialect.header.slice(0, FIRST_CELLS).map(cleanText))} …`,
      {
        where: { file, line: dialect.headerLine },
        hint: 'export it again with its header; or write the names of the columns into a first line, such as Name,Owner,Stage,Amount,Created,Close Date',
      },
    )
  const names = listed(dialect.header.map(cleanText))
  const wanted = kind === undefined ? 'a known export' : `an export of ${kindNames[kind]}`
  return new Problem(`the columns are not those of ${wanted}: ${names}`, {
    where: { file, line: dialect.headerLine },
    hint: `${needs[kind ?? 'opportunities']}. Name columns with --set columns.FIELD="…"${fieldNames(kind ?? 'opportunities')}, or let “pipeline-coach init” ask; the header’s line with --header-row`,
    ...((kind ?? 'opportunities') === 'opportunities' && {
      unsettled: { kind: 'header' as const, columns: dialect.header.map(cleanText) },
    }),
  })
}

const ASKED_FOR: Partial<Record<Kind, readonly string[]>> = {
  opportunities: ['id', 'name', 'owner', 'stage', 'amount', 'created', 'closeDate'],
  activities: ['date', 'type', 'subject', 'dealId', 'owner'],
  goals: ['rep', 'goal', 'period'],
}

/** What FIELD can be. */
function fieldNames(kind: Kind): string {
  const names = ASKED_FOR[kind]
  return names === undefined ? '' : ` (${names.join(', ')})`
}

export function noneUsed(kind: Kind): Problem {
  return new Problem(`none of its rows reads as ${kindNames[kind]}`, { hint: 'name the file to see why' })
}

/** @param rejected the rows and cells of this file that were rejected; none where all rows are blank lines, sums and the like. */
export function noRowRead(file: string, kind: Kind, rejected: readonly Rejected[]): Problem {
  const rows = rejected.filter(({ column }) => column === undefined)
  const groups = [...groupBy(rows.length > 0 ? rows : rejected, ({ reason }) => reason)]
  const [commonest] = groups.sort(([, one], [, other]) => other.length - one.length)
  const [first] = commonest?.[1] ?? []
  if (commonest === undefined || first === undefined)
    return new Problem(`none of its rows are ${kindNames[kind]}`, {
      where: { file },
      hint: 'is this the right export?',
    })
  return new Problem(`none of its ${plural(rows.length, 'row')} could be read as ${kindNames[kind]}: ${commonest[0]}`, {
    where: { file, line: first.line, value: first.value },
    hint: needs[kind],
  })
}

export function headerOnly(file: string, dialect: Dialect): Problem {
  return new Problem('a header and no rows below it', {
    where: { file, line: dialect.headerLine },
    hint: 'export it again: the report’s filter may have left nothing',
  })
}

export function noOpportunities(inputs: readonly Input[], leftOut: readonly Problem[]): Problem {
  const found = [
    ...inputs.map((input) => `${input.file} holds ${kindNames[input.kind]}`),
    ...leftOut.map((problem) => `${problem.where.file}: ${problem.what}`),
  ].join('; ')
  return new Problem(`no opportunities in what was given${found === '' ? '' : `: ${found}`}`, {
    hint: 'add the export of opportunities (deals) to the command',
  })
}

const IDS: ReadonlySet<string> = new Set(['id', 'dealId', 'accountId', 'contactId', 'personId'])

/**
 * Long ids that a spreadsheet took for numbers and rounded, once for each column.
 *
 * @param ofDeals such an id of a file, wherever in it.
 */
export function roundedWarnings(inputs: readonly Input[], ofDeals: ReadonlyMap<string, string>): string[] {
  return inputs.flatMap(({ file, kind, columns }) =>
    columns.flatMap(({ field, column, samples }) => {
      if (!IDS.has(field)) return []
      const isOfDeals = kind === 'opportunities' && field === 'id'
      const id = samples.find(isRounded) ?? (isOfDeals ? ofDeals.get(file) : undefined)
      if (id === undefined) return []
      const instead = isOfDeals
        ? 'deals are told apart by name, account and day of creation'
        : 'nothing is found by them'
      return [
        `${file}, column “${column}”: “${id}” is what a spreadsheet leaves of a long id, so ${instead}; export again, and format the column as text before saving it`,
      ]
    }),
  )
}

/**
 * A column that the config names and no file has is a typing error.
 *
 * @throws Problem that shows the columns there are.
 */
export function checkColumns(
  configured: Readonly<Record<string, string>>,
  found: ReadonlySet<string>,
  inputs: readonly Input[],
): void {
  for (const [field, name] of Object.entries(configured))
    if (!found.has(field)) {
      const input = inputs.find(({ kind }) => kind === 'opportunities')
      const there = [...(input?.columns.map(({ column }) => column) ?? []), ...(input?.unmapped ?? [])]
      throw new Problem(`columns.${field} is set to “${name}”, and no file has such a column`, {
        hint: `the columns of ${input?.file}: ${listed(there)}`,
      })
    }
}

/** Headers that never say whose a deal is: they are not worth asking about. */
const NAMES_NOBODY = /date|days|amount|revenue|description|probability|phase|link|url/iu

/** Amounts that are left out because each may be one number or a thousand times it. */
function undecidedAmounts(file: string, rejected: readonly Rejected[]): string | undefined {
  const [first, ...more] = rejected.filter(({ reason }) => reason === UNDECIDED)
  if (first === undefined) return undefined
  const others = more.length === 0 ? '' : `, and ${more.length} more like it,`
  return (
    `${file}, line ${first.line}, column “${first.column}”: “${first.value}”${others} may be thousands or have three decimals, ` +
    'and is left out. Say which decimal mark it is: --decimal . or --decimal ,'
  )
}

/** How the reason begins why a row was not taken that has been read before. */
export const SAME_ID = 'the same id as'

/** What a reader should know of the rows and cells of one file that could not be used. */
export function rejectedWarnings(file: string, rejected: readonly Rejected[], unlisted: number): string[] {
  const warnings: string[] = []
  const repeated = rejected.filter(({ reason }) => reason.startsWith(SAME_ID)).length
  if (repeated > 0)
    warnings.push(
      `${file}: ${plural(repeated, 'row')} repeat${repeated === 1 ? 's' : ''} a deal that was read before; the first was kept`,
    )
  const undecided = undecidedAmounts(file, rejected)
  if (undecided !== undefined) warnings.push(undecided)
  const rows = rejected.filter((entry) => entry.column === undefined).length - repeated
  const cells = rejected.length - rows - repeated + unlisted
  if (rows + cells === 0) return warnings
  const parts = [rows > 0 && plural(rows, 'row'), cells > 0 && plural(cells, 'cell')].filter(Boolean)
  const unread = rejected.filter(({ reason }) => !reason.startsWith(SAME_ID) && reason !== UNDECIDED)
  const all = rows + cells === 1 && unread.length === 1 ? '' : `; “pipeline-coach inspect ${file}” lists them`
  return [...warnings, `${file}: ${parts.join(' and ')} could not be read${firstOf(unread, rows + cells)}${all}`]
}

const LONGEST_SHOWN = 40

/** Where to look, without another command. */
function firstOf([first]: readonly Rejected[], count: number): string {
  if (first === undefined) return ''
  const { line, column, value, reason } = first
  const shown = value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value
  const cell = column === undefined ? '' : `, column “${column}”, “${shown}”`
  return `${count === 1 ? ': ' : ', the first on '}line ${line}${cell} (${reason})`
}

/** Headers that sound like an amount, where none was recognised. */
const SOUNDS_LIKE_AMOUNT = /amount|value|revenue|price|budget|deal size|\b(?:acv|arr|tcv|mrr)\b|[€$£]/iu

/** A column in which a spreadsheet has turned day and month around. */
export function flippedWarning(file: string, column: string, found: ReturnType<Flipped['found']>): readonly string[] {
  if (found === undefined) return []
  const { turned, kept } = found
  return [
    `${file}, column “${column}”: two kinds of dates stand in it, “${cleanText(turned.cell)}” on line ${turned.line} and ` +
      `“${cleanText(kept.cell)}” on line ${kept.line}, and only days up to 12 are of the first: a spreadsheet seems to have turned ` +
      'day and month around there. Export it again and do not open it in a spreadsheet first',
  ]
}

/** That a column's dates could be read in two ways, and so are not used. */
export function orderUnknown(file: string, column: string, example: string): string {
  return (
    `${file}, column “${column}”: its dates could be day-first or month-first (“${cleanText(example)}”), so it is not used. ` +
    'Say which with --date-order dmy or --date-order mdy'
  )
}

/** What cannot be told of the opportunities without a column that was not recognised, and how to name it. */
export function columnWarnings(inputs: readonly Input[]): string[] {
  return inputs
    .filter(({ kind }) => kind === 'opportunities')
    .flatMap(({ file, columns, unmapped }) => {
      const has = (...fields: string[]) => columns.some(({ field }) => fields.includes(field))
      const others = (names: readonly string[]) =>
        names.length === 0 ? 'Add it to the export, or name it: ' : `If one of these is it (${listed(names)}), say so: `
      const warnings: string[] = []
      if (!has('owner'))
        warnings.push(
          `${file}: no owner column was recognised, so every deal is “Unassigned”. ${others(unmapped.filter((name) => !NAMES_NOBODY.test(name)))}--set columns.owner="…"`,
        )
      if (!has('stage', 'status', 'isClosed', 'wonOn', 'lostOn'))
        warnings.push(
          `${file}: neither a stage nor a status was recognised, so it is not known which deals are open. ` +
            `${others(unmapped)}--set columns.stage="…"`,
        )
      const amounts = unmapped.filter(
        (name) => SOUNDS_LIKE_AMOUNT.test(name) && !/date|currency|proposition/iu.test(name),
      )
      if (!has('amount', 'amountWon') && amounts.length > 0)
        warnings.push(
          `${file}: no amount column was recognised, so nothing is ranked by money. ${others(amounts)}--set columns.amount="…"`,
        )
      const periods = columns.find(({ field }) => field === 'amountPeriod')
      if (periods !== undefined && periods.samples.length > 1)
        warnings.push(
          `${file}, column “${periods.column}”: amounts are ${periods.samples.join(' and ')}, and are added up as they stand; ` +
            'bring them to one period in the export, or review each kind by itself',
        )
      return warnings
    })
}
