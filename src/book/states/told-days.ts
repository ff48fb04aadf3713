import type { DealRow } from '../../records/fields.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import type { DealState } from '../../vocabulary/deal-state.ts'

/** How a deal stands, and the day on which the export counted. */
interface Counted {
  readonly state: DealState
  /** Undefined where that day is not known: then counted days tell no date. */
  readonly day: PlainDate | undefined
}

/**
 * The dates that an export tells only as days counted up to its own day: days in stage, age, days since the last
 * activity, days until the close date. A date of its own wins.
 */
export function withToldDays(row: DealRow, { state, day }: Counted): DealRow {
  if (day === undefined) return row
  const back = (days: number | undefined, from: PlainDate | undefined) =>
    days === undefined || from === undefined || days < 0 ? undefined : ((from - Math.round(days)) as PlainDate)
  const isOpen = state === 'open'
  const closing = row.wonOn ?? row.lostOn ?? row.closedOn ?? row.closeDate
  const told: Partial<DealRow> = {
    created: row.created ?? (isOpen ? back(row.age, day) : back(row.cycleDays ?? row.age, closing)),
    stageChanged: row.stageChanged ?? (isOpen ? back(row.stageAge, day) : undefined),
    lastActivity: row.lastActivity ?? (isOpen ? back(row.idleDays, day) : undefined),
    closeDate:
      row.closeDate ??
      (isOpen && row.daysToClose !== undefined ? ((day + Math.round(row.daysToClose)) as PlainDate) : undefined),
    hasOpenActivity:
      row.hasOpenActivity ?? (row.openActivityCount === undefined ? undefined : row.openActivityCount > 0),
  }
  const isMore = (Object.keys(told) as (keyof typeof told)[]).some((field) => told[field] !== row[field])
  return isMore ? { ...row, ...told } : row
}
