import type { ActivityKind } from '../../records/activity-traits.ts'
import type { Field, Kind, TextField } from '../../records/fields.ts'

/** One file that a CRM exports: which kind it is, and what its columns are called. */
export type FileShape = { [K in Kind]: ShapeOf<K> }[Kind]

interface ShapeOf<K extends Kind> {
  readonly kind: K
  /**
   * The column names of each field, best first. Case, spaces, punctuation and a trailing unit do not matter.
   * Where several stand in one file the first is taken, but for the fields of `byRow`.
   */
  readonly columns?: { readonly [F in Field<K>]?: readonly string[] }
  /** Column names of fields for which the header has nothing better. */
  readonly otherwise?: { readonly [F in Field<K>]?: readonly string[] }
  /**
   * Of these each row has the first of its columns that is filled: where calls and meetings stand in one file, each has
   * an outcome column of its own.
   */
  readonly byRow?: readonly TextField<K>[]
  /** Column names by which this CRM is told from others: at least one must be there. Left out: any header may do. */
  readonly telltales?: readonly string[]
  /** … and one of these, where the telltales are everyday names by themselves. */
  readonly beside?: readonly string[]
  /** … and none of these column names is. */
  readonly forbids?: readonly string[]
  /** What a cell of a field stands for where the CRM writes codes: `S` is won. Case does not matter; '' is nothing. */
  readonly codes?: { readonly [F in Field<K>]?: Readonly<Record<string, string>> }
  /** Columns that stand only in files of one kind of activity: calls, meetings, e-mails have files of their own. */
  readonly activityKinds?: Readonly<Record<string, ActivityKind>>
  /** Rows are of this kind only where this column, if the file has it, holds one of these; others are ignored. */
  readonly only?: { readonly columns: readonly string[]; readonly values: readonly string[] }
  /** … and rows where it holds one of these are of no kind: what was deleted. */
  readonly except?: { readonly columns: readonly string[]; readonly values: readonly string[] }
}

/** A CRM: the files it exports and what it calls its stages. Adding a CRM is adding one such file. */
export interface Crm {
  readonly id: string
  readonly name: string
  readonly files: readonly FileShape[]
  /** The open stages of the CRM as delivered, in order: a list for each version and language that calls them otherwise. */
  readonly stages: readonly (readonly string[])[]
}
