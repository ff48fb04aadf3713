import type { Events } from './events.ts'
import type { ExportDay } from './export-day.ts'
import type {
  AccountRow,
  ContactRoleRow,
  DealRow,
  GoalRow,
  HistoryRow,
  Kind,
  PriceRow,
  RepRow,
  UserRow,
} from './fields.ts'
import type { People } from './people.ts'

/** How many rows a file had and what became of them: read = used + rejected + ignored. */
export interface RowCounts {
  readonly read: number
  readonly used: number
  readonly rejected: number
  readonly ignored: number
}

/** Rows that are no records, all for the same reason. */
export interface IgnoredRows {
  readonly reason: string
  readonly count: number
  /** The first of them. */
  readonly places: readonly { readonly line: number; readonly value: string }[]
}

/** What was recognised in one file. */
export interface Input {
  readonly file: string
  readonly kind: Kind
  /** Id and name of the CRM whose column names these are. */
  readonly crm: string
  readonly crmName: string
  readonly encoding: string
  readonly delimiter: string
  readonly headerLine: number
  readonly rows: RowCounts
  readonly ignored: readonly IgnoredRows[]
  /** When the file was last written; undefined for a stream. */
  readonly modified: Date | undefined
  /** When its own footer says that it was made; undefined where it does not. */
  readonly exportDay: ExportDay | undefined
  /** Rejected cells that are only counted: a column can hold millions that are no dates. */
  readonly unlisted: number
  readonly columns: readonly SureColumn[]
  readonly unmapped: readonly string[]
  /** What columns that were not taken may be, best first. */
  readonly suggestions: readonly Suggestion[]
}

export interface MappedColumn {
  readonly field: string
  readonly column: string
  /** Up to three different values, as they stand in the file. */
  readonly samples: readonly string[]
  /** How the column was read: a date or number style. */
  readonly style: string | undefined
}

/** A column and how sure its field is. */
export interface SureColumn extends MappedColumn {
  /** 0 to 1. */
  readonly confidence: number
  /** The columns that come close. */
  readonly rivals: readonly string[]
}

/** A column that may be a field and was not taken for it. */
export interface Suggestion {
  readonly field: string
  readonly column: string
  /** 0 to 1. */
  readonly confidence: number
  /** Up to three different values. */
  readonly samples: readonly string[]
  /** The flag that takes it. */
  readonly setting: string
}

/** A row or a cell that could not be used. A rejected cell is unknown; its row is still used. */
export interface Rejected {
  readonly file: string
  readonly line: number
  /** Undefined for a whole row. */
  readonly column: string | undefined
  readonly value: string
  readonly reason: string
}

/** A column of the deals that is no field of ours and holds 2 to 12 different texts: a region, a line of business, a tag. */
export interface ExtraColumn {
  readonly column: string
  /** The texts, in the order in which the rows have them first. */
  readonly values: readonly string[]
  /** The deal's text; undefined where its cell is empty or its file has no such column. */
  of(deal: DealRow): string | undefined
}

/** Everything that the files told, nothing interpreted yet. */
export interface Exports {
  readonly inputs: readonly Input[]
  readonly rejected: readonly Rejected[]
  /** For standard error: what the reader should know and can act on. */
  readonly warnings: readonly string[]
  /** Files that hold an older export of deals of another: what was the state some time ago, not more of it. */
  readonly older: readonly string[]
  readonly deals: readonly DealRow[]
  readonly contactRoles: readonly ContactRoleRow[]
  readonly history: readonly HistoryRow[]
  readonly reps: readonly RepRow[]
  readonly goals: readonly GoalRow[]
  /** Everybody in a list of users, called as the deals call them. */
  readonly users: readonly UserRow[]
  readonly accounts: readonly AccountRow[]
  readonly prices: readonly PriceRow[]
  /** What the deals' other columns hold, where it sorts them: for insights. */
  readonly extraColumns: readonly ExtraColumn[]
  /** The client's people, by whatever the other files call them. */
  readonly people: People
  readonly activities: Events
  /** The open stages of the CRM the opportunities come from, each list in its own order; empty where it has none. */
  readonly crmStages: readonly (readonly string[])[]
}
