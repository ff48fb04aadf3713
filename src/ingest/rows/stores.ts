import type { PlainDate } from '../../time/plain-date.ts'
import type { ActivityKind } from '../../records/activity-traits.ts'
import type { Events } from '../../records/events.ts'
import type { Rejected } from '../../records/exports.ts'
import { FieldHistory } from './field-history.ts'
import type { DealRow, FieldHistoryRow, HistoryRow, Kind, RecordOf } from '../../records/fields.ts'
import type { CellOptions, Unsettled } from './row-reader.ts'
import type { Verdict } from '../bytes/row-sink.ts'

/** Takes the records of one file. Their dates and amounts are provisional until `settle`. */
export interface Store {
  /** Whether the records handed over are kept; otherwise one can serve for all. */
  readonly keepsRecords: boolean
  add(record: RecordOf<Kind>, line: number): Verdict
  /** Creation and close dates of the same deals, as provisional numbers. */
  pairs(): readonly (readonly [PlainDate, PlainDate])[]
  /** `skipped` are the keys of rows that did not become a record. */
  settle(settled: Unsettled, skipped: ReadonlySet<number>): readonly Omit<Rejected, 'file'>[]
}

export function rejectedFor(reason: string): Verdict {
  return { rejected: reason }
}

interface RecordStore extends Store {
  /** Of each record that was kept. */
  readonly lines: readonly number[]
}

/** Keeps the records that `accept` takes. */
export function recordStore<R extends RecordOf<Kind>>(
  records: R[],
  accept: (record: R, line: number) => Verdict,
): RecordStore {
  const from = records.length
  const lines: number[] = []
  return {
    keepsRecords: true,
    lines,
    add(record, line) {
      const verdict = accept(record as R, line)
      if (verdict !== 'used') return verdict
      records.push(record as R)
      lines.push(line)
      return verdict
    },
    pairs: () => datePairs(records, from),
    settle(settled, skipped) {
      const fields = settledFields(settled)
      let key = 0
      for (let at = from; at < records.length; at++) {
        while (skipped.has(key)) key++
        settleRecord(records[at] as Record<string, unknown>, key++, fields)
      }
      return []
    },
  }
}

type SettledField = readonly [field: string, settle: (provisional: number, key: number) => number | undefined]

function settledFields({ dates, money }: Unsettled): readonly SettledField[] {
  const days = [...dates].map(([field, day]): SettledField => [field, (code) => day(code as PlainDate)])
  return [...days, ...money]
}

function settleRecord(record: Record<string, unknown>, key: number, fields: readonly SettledField[]): void {
  for (const [field, settle] of fields) {
    const provisional = record[field]
    if (provisional !== undefined) record[field] = settle(provisional as number, key)
  }
}

const PAIRS = 10_000

function datePairs(records: readonly RecordOf<Kind>[], from: number): [PlainDate, PlainDate][] {
  const pairs: [PlainDate, PlainDate][] = []
  for (let at = from; at < records.length && pairs.length < PAIRS; at++) {
    const { created, closeDate } = records[at] as Partial<DealRow>
    if (created !== undefined && closeDate !== undefined) pairs.push([created, closeDate])
  }
  return pairs
}

/** Activities become columns of numbers at once: there can be a million of them. */
export function eventStore(events: Events, ofFile: ActivityKind | undefined): Store {
  const from = events.length
  return {
    keepsRecords: false,
    add(record) {
      const row = record as RecordOf<'activities'>
      if (row.date === undefined && row.dueDate === undefined) return rejectedFor('no date')
      events.add(row, ofFile)
      return 'used'
    },
    pairs: () => [],
    settle({ dates }) {
      events.settleDays(from, { date: dates.get('date'), dueDate: dates.get('dueDate') })
      return []
    },
  }
}

/** Changes of single fields become the history of deals. */
export function fieldHistoryStore(history: HistoryRow[], options: CellOptions): Store {
  const changes = new FieldHistory()
  const records: FieldHistoryRow[] = []
  const kept = recordStore(records, (row) => (row.dealId === undefined ? rejectedFor('no opportunity id') : 'used'))
  return {
    ...kept,
    settle(settled, skipped) {
      kept.settle(settled, skipped)
      for (const [at, row] of records.entries()) changes.add(row, kept.lines[at] ?? 0)
      const { rows, rejected } = changes.rows(options)
      for (const row of rows) history.push(row)
      const column = settled.columns.find(({ field }) => field === 'newValue')?.column
      return rejected.map((cell) => ({ ...cell, column }))
    },
  }
}
