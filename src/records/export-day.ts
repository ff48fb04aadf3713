import type { PlainDate } from '../time/plain-date.ts'

/** The day on which a report says, below its rows, that it was made, and the line that says so. */
export interface ExportDay {
  readonly day: PlainDate
  readonly line: number
}
