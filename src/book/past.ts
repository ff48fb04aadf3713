import type { DealRow } from '../ingest/fields.ts'
import type { PlainDate } from '../plain-date.ts'
import { idKey } from '../ingest/ids.ts'

/** What an earlier review saw of each deal. */
export interface Past {
  /** The day of the earlier review; undefined where there is none. */
  readonly asOf: PlainDate | undefined
  readonly deals: ReadonlyMap<string, DealRow>
}

export const noPast: Past = { asOf: undefined, deals: new Map() }

/** Ids of deals: the export's own, else name, account and day of creation, which together nearly always tell two apart. */
export function dealId(row: DealRow): string {
  if (row.id !== undefined) return idKey(row.id)
  return [row.name, row.account, row.created].map((part) => part ?? '').join(' · ')
}
