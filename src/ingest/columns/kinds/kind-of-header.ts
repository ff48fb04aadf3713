import type { Concept } from '../../../vocabulary/headers/concepts.ts'
import type { Field, Kind } from '../../../records/fields.ts'

/** How the columns of one kind of file are called, and what tells it from the others. */
export type KindOfHeader = { [K in Kind]: HeaderOf<K> }[Kind]

export interface HeaderOf<K extends Kind> {
  readonly kind: K
  /** What the file is about: these may stand in any of its names (`deal_stage`). */
  readonly own: readonly Concept[]
  /** Field to the patterns of its names, best first. */
  readonly fields: { readonly [F in Field<K>]?: string }
  /** How much a field tells that the file is of this kind; 0.4 where it is not said. */
  readonly tells: { readonly [F in Field<K>]?: number }
  /** Each of these has to be there; of a list, at least one. */
  readonly needs: readonly (Field<K> | readonly Field<K>[])[]
  /** Concepts of columns that such files have beside the fields, each with what it tells. */
  readonly signs?: Partial<Readonly<Record<Concept, number>>>
}

export function kindOfHeader<K extends Kind>(header: HeaderOf<K>): HeaderOf<K> {
  return header
}
