import type { MappedColumn } from '../../records/exports.ts'
import type { DealRow } from '../../records/fields.ts'
import { saysConverted } from '../columns/recognise.ts'

/** What only all rows of a file together tell of its cells. */
export function settleDeals(rows: readonly DealRow[], columns: readonly MappedColumn[]): void {
  inPercent(rows)
  const amount = columns.find(({ field }) => field === 'amount')
  if (amount !== undefined && saysConverted(amount.column)) inCompanyCurrency(rows)
}

/** Probabilities that a file writes as shares, 0.5 and 1: in percent like all others. */
function inPercent(rows: readonly DealRow[]): void {
  const known = rows.flatMap(({ probability }) => probability ?? [])
  const areShares = known.every((each) => each >= 0 && each <= 1) && known.some((each) => each > 0)
  if (!areShares) return
  for (const row of rows) if (row.probability !== undefined) row.probability = Math.round(row.probability * 1e4) / 100
}

/**
 * “Amount in company currency” is in one currency, whatever the deals are in: theirs says nothing of it where they differ.
 * Where all deals are in one, that is taken for the company's.
 */
function inCompanyCurrency(rows: readonly DealRow[]): void {
  const deals = new Set(rows.flatMap(({ currency }) => currency ?? []))
  for (const row of rows) row.currency = row.convertedCurrency ?? (deals.size > 1 ? undefined : row.currency)
}
