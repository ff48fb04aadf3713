import type { Exports } from '../../records/exports.ts'
import type { Days, PlainDate } from '../../time/plain-date.ts'

/** The kinds of entries whose end can be measured. */
export const entryKinds = ['created', 'closed', 'activity', 'change'] as const
export type EntryKind = (typeof entryKinds)[number]

/** Where the entries of one kind end, and how long such a gap has ever been. */
export interface EntryEnd {
  readonly kind: EntryKind
  readonly entries: number
  /** The newest day up to the day of the review. */
  readonly newest: PlainDate
  /** Days from the newest entry to the day of the review; closed days don't count. */
  readonly gap: Days
  /** The longest gap in the two years before the newest entry. */
  readonly longestGap: Days
  /** The first day of those two years that has an entry. */
  readonly since: PlainDate
  readonly hasEnded: boolean
}

/** An export whose entries stop some time before the day of the review. */
export interface OldExport {
  /** The last day with an entry: the last day that can be reviewed. */
  readonly lastGoodDay: PlainDate
  /** The day that was asked for. */
  readonly asked: PlainDate
  /** Whether `--as-of` named that day. If not, the review is of the last good day. */
  readonly isAskedFor: boolean
  readonly ends: readonly EntryEnd[]
  /** How many people closed a last deal in the week before the end, of how many who closed any in the 90 days before. */
  readonly lastWeek: { readonly closers: number; readonly of: number }
  /** Under a year of entries: everybody may have been away. */
  readonly isShort: boolean
}

/** What is wrong with the files, as opposed to the pipeline. Each kind has its words in the agenda. */
export type DataFinding =
  | { readonly id: 'old-export'; readonly old: OldExport }
  | { readonly id: 'newest-entry'; readonly day: PlainDate; readonly gap: Days }
  | { readonly id: 'creation-ended'; readonly end: EntryEnd }
  | { readonly id: 'outcomes-missing'; readonly missing: 'lost' | 'won' | 'closed' | 'open'; readonly deals: number }
  | {
      readonly id: 'nothing-joins'
      readonly file: string
      readonly rows: number
      readonly theirs: string
      readonly ours: string
    }
  | { readonly id: 'kinds-contradict'; readonly deals: number; readonly of: number }
  | { readonly id: 'same-data'; readonly as: PlainDate }
  | { readonly id: 'handover'; readonly from: string; readonly to: string; readonly deals: number }

/** A column that is filled and still tells nothing. */
export interface Unreliable {
  readonly field: string
  readonly column: string
  readonly why:
    | 'follows-close-date'
    | 'repeats-product'
    | 'same-text'
    | 'months-ahead'
    | 'older-than-deal'
    | 'filled-at-closing'
    | 'always-zero'
  /** On how many of how many deals. */
  readonly count: number
  readonly of: number
  /** A value from the file. */
  readonly sample: string | undefined
}

/** What the check of the files found, before anybody is judged by them. */
export interface DataCheck {
  /** The newest day of each kind of entry. */
  readonly lastDays: Readonly<Partial<Record<EntryKind, PlainDate>>>
  /** Undefined where the export reaches the day of the review. */
  readonly old: OldExport | undefined
  readonly findings: readonly DataFinding[]
  readonly unreliable: readonly Unreliable[]
}

/** Where nothing was checked, or nothing found. */
export const nothingFound: DataCheck = { lastDays: {}, old: undefined, findings: [], unreliable: [] }

/** The day of the review, the files without what cannot be relied on, and what was found in them. */
export interface Checked {
  readonly asOf: PlainDate
  readonly exports: Exports
  readonly data: DataCheck
}

/** Whether the review judges nobody: the day that was asked for lies behind the end of the export. */
export function judgesNobody({ old }: Pick<DataCheck, 'old'>): boolean {
  return old?.isAskedFor === true
}

/** Whether this is the data of the last review again. */
export function isSameData({ findings }: Pick<DataCheck, 'findings'>): boolean {
  return findings.some(({ id }) => id === 'same-data')
}
