import type { Book } from '../../src/book/book.ts'
import { buildBook } from '../../src/book/build-book.ts'
import type { Deal } from '../../src/book/deals/deal.ts'
import { noPast, type Past } from '../../src/book/past/past.ts'
import type { Rep } from '../../src/book/team/rep.ts'
import { noSettings, type Settings } from '../../src/book/settings.ts'
import { salesforce } from '../../src/ingest/crms/salesforce.ts'
import { Events } from '../../src/records/events.ts'
import { People } from '../../src/records/people.ts'
import type { Exports, ExtraColumn, Input } from '../../src/records/exports.ts'
import {
  fieldsOf,
  type ActivityRow,
  type ContactRoleRow,
  type DealRow,
  type GoalRow,
  type HistoryRow,
  type Kind,
  type RecordOf,
  type RepRow,
} from '../../src/records/fields.ts'
import { isoDate, parseIsoDate, type PlainDate } from '../../src/time/plain-date.ts'

// Exports as the ingest would hand them over, from the few cells that a test is about. Dates are `YYYY-MM-DD`.

/** The day on which the tests review: a Friday. */
export const TODAY = '2026-11-20'

export function day(text: string): PlainDate {
  const date = parseIsoDate(text)
  if (date === undefined) throw new RangeError(text)
  return date
}

/** For reading in a failed expectation: a date of the model as it is written. */
export function iso(date: PlainDate | undefined): string | undefined {
  return date === undefined ? undefined : isoDate(date)
}

/** A row's cells as texts, numbers and flags; a date is written `YYYY-MM-DD`. */
export type Cells<K extends Kind> = {
  readonly [F in keyof (typeof fieldsOf)[K]]?: (typeof fieldsOf)[K][F] extends 'date'
    ? string | undefined
    : F extends keyof RecordOf<K>
      ? RecordOf<K>[F]
      : never
}

export function row<K extends Kind>(kind: K, cells: Cells<K>): RecordOf<K> {
  const kinds: Readonly<Record<string, string>> = fieldsOf[kind]
  return Object.fromEntries(
    Object.keys(kinds).map((field) => {
      const cell = (cells as Record<string, unknown>)[field]
      return [field, kinds[field] === 'date' && typeof cell === 'string' ? day(cell) : cell]
    }),
  ) as RecordOf<K>
}

export interface Told {
  readonly deals?: readonly Cells<'opportunities'>[]
  readonly activities?: readonly Cells<'activities'>[]
  readonly roles?: readonly Cells<'contact-roles'>[]
  readonly history?: readonly Cells<'history'>[]
  readonly reps?: readonly Cells<'reps'>[]
  readonly users?: readonly Cells<'users'>[]
  readonly accounts?: readonly Cells<'accounts'>[]
  readonly people?: readonly Cells<'contacts'>[]
  /** The config's own words for work that is no selling. */
  readonly nonSelling?: readonly string[]
  readonly goals?: readonly Cells<'goals'>[]
  readonly prices?: readonly Cells<'prices'>[]
  /** Field to header of the reps file, where a header says something. */
  readonly repColumns?: Readonly<Record<string, string>>
  readonly crmStages?: readonly string[]
  /** Deal id to the cells of columns that are no fields. */
  readonly columns?: ReadonlyMap<string, ReadonlyMap<string, string>>
}

export function exportsOf(told: Told): Exports {
  const activities = new Events(told.nonSelling)
  const people = new People()
  for (const cells of told.people ?? []) people.add(row('contacts', cells))
  for (const cells of told.activities ?? []) activities.add(row('activities', cells) satisfies ActivityRow)
  return {
    inputs: told.repColumns === undefined ? [] : [inputOf('reps.csv', 'reps', told.repColumns)],
    rejected: [],
    warnings: [],
    older: [],
    deals: (told.deals ?? []).map((cells, at): DealRow =>
      row('opportunities', { id: `deal-${at + 1}`, currency: 'USD', ...cells }),
    ),
    contactRoles: (told.roles ?? []).map((cells): ContactRoleRow => row('contact-roles', cells)),
    history: (told.history ?? []).map((cells): HistoryRow => row('history', cells)),
    reps: (told.reps ?? []).map((cells): RepRow => row('reps', cells)),
    activities,
    prices: (told.prices ?? []).map((cells) => row('prices', cells)),
    extraColumns: extraColumnsOf(told.columns),
    crmStages: told.crmStages === undefined ? salesforce.stages : [told.crmStages],
    accounts: (told.accounts ?? []).map((cells) => row('accounts', cells)),
    people,
    users: (told.users ?? []).map((cells) => row('users', cells)),
    goals: (told.goals ?? []).map((cells): GoalRow => row('goals', cells)),
  }
}

function extraColumnsOf(cells: Told['columns'] = new Map()): ExtraColumn[] {
  const names = new Set([...cells.values()].flatMap((one) => [...one.keys()]))
  return [...names].map((column) => ({
    column,
    values: [...new Set([...cells.values()].flatMap((one) => one.get(column) ?? []))],
    of: ({ id }) => cells.get(id ?? '')?.get(column),
  }))
}

/** A file that was read, as far as its columns matter: field to header. */
export function inputOf(file: string, kind: Input['kind'], fields: Readonly<Record<string, string>>): Input {
  return {
    file,
    kind,
    crm: 'spreadsheet',
    crmName: 'a spreadsheet',
    encoding: 'utf-8',
    delimiter: ',',
    headerLine: 1,
    rows: { read: 0, used: 0, rejected: 0, ignored: 0 },
    ignored: [],
    modified: undefined,
    exportDay: undefined,
    unlisted: 0,
    columns: Object.entries(fields).map(([field, column]) => ({
      field,
      column,
      samples: [],
      style: undefined,
      confidence: 1,
      rivals: [],
    })),
    unmapped: [],
    suggestions: [],
  }
}

export interface Circumstances {
  readonly asOf?: string
  readonly settings?: Partial<Settings>
  readonly past?: Past
}

export function bookOf(told: Told, { asOf = TODAY, settings = {}, past = noPast }: Circumstances = {}): Book {
  return buildBook(exportsOf(told), past, { ...noSettings, ...settings }, day(asOf))
}

/** The only deal there is, or the first. */
export function firstDeal(book: Book): Deal {
  const [deal] = book.deals
  if (deal === undefined) throw new Error('the book has no deal')
  return deal
}

export function repCalled(book: Book, name: string): Rep {
  const rep = book.reps.find((candidate) => candidate.name === name)
  if (rep === undefined) throw new Error(`no rep called ${name}; there are ${book.reps.map((r) => r.name).join(', ')}`)
  return rep
}

export function repNames(book: Book): string[] {
  return book.reps.map(({ name }) => name)
}

/** The same row several times, to be given an id each by its place. */
export function times<T>(count: number, cells: T): T[] {
  return Array.from({ length: count }, () => cells)
}
