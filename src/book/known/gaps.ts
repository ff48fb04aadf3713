import type { Exports } from '../../records/exports.ts'
import type { Deal } from '../deals/deal.ts'

/** Why something cannot be known from these exports, and what would change that. */
export interface Gap {
  /** In a reader's words: `contacts`. */
  readonly missing: string
  readonly enable: string
}

/** A column that is there and tells nothing is another matter than one that is not there. */
export function lacking(exports: Exports, field: string, missing: string, enable: string): Gap {
  const column = exports.inputs
    .filter(({ kind }) => kind === 'opportunities')
    .flatMap(({ columns }) => columns.filter((mapped) => mapped.field === field))[0]?.column
  if (column === undefined) return { missing, enable }
  return {
    missing,
    enable: `fill the column “${column}”: in more than half of the deals it says nothing that can be used`,
  }
}

/** Whether it is known of at least half of them. */
export function isMostly(deals: readonly Deal[], known: (deal: Deal) => boolean): boolean {
  return deals.filter(known).length * 2 >= deals.length
}
