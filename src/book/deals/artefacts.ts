import { groupBy } from '../../kit/collections.ts'
import type { DealRow } from '../../records/fields.ts'
import type { PlainDate } from '../../time/plain-date.ts'

/** Dates that an import or the CRM itself made, and nobody decided. */

interface Dated {
  readonly created: PlainDate | undefined
  readonly closeDate: PlainDate | undefined
}

const IMPORT_DEALS = 20
const IMPORT_TIMES_MEDIAN = 10
const NEARLY_ALL = 0.8

/** After so many days an import no longer hides what was created since: the rules look back half a year. */
const OVER_DAYS = 182

/** Whether an import is so long ago that its deals are only old ones. */
export function isOldImport(importedOn: PlainDate | undefined, asOf: PlainDate): importedOn is PlainDate {
  return importedOn !== undefined && asOf - importedOn >= OVER_DAYS
}

/**
 * Days on which at least 20 deals were created, and ten times the median day's, or most of them due before that day, or
 * nearly all deals: they say nothing about creation. The last two signs are for an export that knows few other
 * days.
 */
export function findImportDays(rows: readonly DealRow[]): ReadonlySet<PlainDate> {
  const perDay = new Map<PlainDate, { deals: number; dueBefore: number }>()
  for (const { created, closeDate } of rows) {
    if (created === undefined) continue
    const day = perDay.get(created) ?? { deals: 0, dueBefore: 0 }
    perDay.set(created, day)
    day.deals += 1
    if (closeDate !== undefined && closeDate < created) day.dueBefore += 1
  }
  const counts = [...perDay.values()].map(({ deals }) => deals).sort((a, b) => a - b)
  const medianDay = counts[Math.floor((counts.length - 1) / 2)] ?? 0
  const dated = counts.reduce((sum, deals) => sum + deals, 0)
  const isImport = ({ deals, dueBefore }: { deals: number; dueBefore: number }) =>
    deals >= IMPORT_DEALS &&
    (deals >= IMPORT_TIMES_MEDIAN * medianDay || dueBefore * 2 > deals || deals >= NEARLY_ALL * dated)
  return new Set([...perDay].flatMap(([day, counted]) => (isImport(counted) ? [day] : [])))
}

const DEFAULT_DEALS = 10
const DEFAULT_SHARE = 0.2

/** Open deals that close the same number of days after creation as a fifth of all (ten at least): nobody promised that. */
export function defaultCloseDates<D extends Dated>(open: readonly D[]): ReadonlySet<D> {
  const dated = open.filter(({ created, closeDate }) => created !== undefined && closeDate !== undefined)
  const byDistance = groupBy(dated, ({ created, closeDate }) => (closeDate ?? 0) - (created ?? 0))
  const isDefault = (alike: readonly D[]) =>
    alike.length >= DEFAULT_DEALS && alike.length >= DEFAULT_SHARE * open.length
  return new Set([...byDistance.values()].filter(isDefault).flat())
}
