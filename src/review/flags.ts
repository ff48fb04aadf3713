import type { Severity } from '../engine/finding.ts'
import type { DateOrder } from '../ingest/cells/date.ts'
import type { Kind } from '../records/fields.ts'
import type { Days, PlainDate } from '../time/plain-date.ts'
import type { Format } from './format-names.ts'

/** How exports are read and the config found: what every command that reads exports takes. */
export interface ReadFlags {
  readonly config?: string | boolean
  readonly set: readonly string[]
  /** Modules with rules of one's own. */
  readonly rules: readonly string[]
  readonly dateOrder?: DateOrder
  readonly encoding?: string
  readonly delimiter?: string
  readonly headerRow?: number
  readonly decimal?: '.' | ','
  readonly timezone?: string
  readonly asOf?: PlainDate
  readonly opportunities: readonly string[]
  readonly activities: readonly string[]
  readonly contactRoles: readonly string[]
  readonly opportunityHistory: readonly string[]
  readonly reps: readonly string[]
  readonly contacts: readonly string[]
  readonly accounts: readonly string[]
  readonly users: readonly string[]
  readonly goals: readonly string[]
  readonly fieldHistory: readonly string[]
  readonly prices: readonly string[]
  readonly quiet?: boolean
  readonly verbose?: boolean
}

/** Where the history is kept. */
export interface HistoryFlags {
  /** False: `--no-history`. */
  readonly history?: string | false
}

/** The flags of `review`. */
export interface ReviewFlags extends ReadFlags, DisplayFlags, HistoryFlags {
  readonly format?: Format
  readonly output?: string
  readonly outputDir?: string
  readonly rep: readonly string[]
  readonly manager: readonly string[]
  readonly team: readonly string[]
  /** The manager's, where it is not said; a rep's own with `splitBy`. */
  readonly audience?: 'manager' | 'rep'
  readonly splitBy?: 'rep'
  /** With what is behind the pages, in text and Markdown. */
  readonly full?: boolean
  readonly to: readonly string[]
  readonly from?: string
  readonly subject?: string
  readonly attach?: 'html'
  readonly failOn: 'none' | Severity
  readonly quietIfEmpty?: boolean
  readonly maxAge?: Days
  readonly exportedAt?: PlainDate
  readonly previous: readonly string[]
  readonly maxDeals?: number
  readonly minutes?: number
  readonly currency?: string
}

export interface DisplayFlags {
  readonly color: 'auto' | 'always' | 'never'
  readonly width?: number
  readonly ascii?: boolean
  readonly locale?: string
}

/** Flags that name a kind of file outright. */
export const kindFlags = [
  ['opportunities', 'opportunities'],
  ['activities', 'activities'],
  ['contactRoles', 'contact-roles'],
  ['opportunityHistory', 'history'],
  ['reps', 'reps'],
  ['contacts', 'contacts'],
  ['accounts', 'accounts'],
  ['users', 'users'],
  ['goals', 'goals'],
  ['fieldHistory', 'field-history'],
  ['prices', 'prices'],
] as const satisfies readonly (readonly [keyof ReadFlags, Kind])[]
