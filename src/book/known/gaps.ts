import type { Exports } from '../../records/exports.ts'
import type { Joined } from '../activity/deal-events.ts'
import type { DataCheck } from '../checks/data-check.ts'
import { JOINED } from '../checks/joins.ts'
import type { Deal } from '../deals/deal.ts'

/**
 * What can be added at one stroke. `of` says what it is, in a reader's words:
 *
 * - `export`: a whole file, such as `contact roles`
 * - `activities`: a part of the activities that are there, such as `the owner of each activity`
 * - `column`: a column of the deals, of the reps or of another file that is there, such as `the day each deal was created`
 * - `deals`: rows of the deals, such as `the deals lost in the last month`
 * - `setting`: a key of the config, such as `goals.perRep`
 * - `reviews`: reviews that are kept
 */
export interface Fix {
  readonly kind: 'export' | 'activities' | 'column' | 'deals' | 'setting' | 'reviews'
  readonly of: string
}

/** Why something cannot be known from these exports, and what would change that. */
export interface Gap {
  /** In a reader's words: `contacts`. */
  readonly missing: string
  /** Any one of these would do. */
  readonly fixes: readonly Fix[]
  /** The same in a sentence that says how, without its end. */
  readonly enable: string
}

const EXPORTS = {
  activities: 'activities: tasks, calls, emails, meetings',
  history: 'the opportunity history, or last week’s export with --previous',
  roles: 'contact roles',
  contacts: 'contacts with their accounts',
  accounts: 'accounts with their type and industry',
} as const

export function anExport(of: keyof typeof EXPORTS): Fix {
  return { kind: 'export', of: EXPORTS[of] }
}

export function aColumn(of: string): Fix {
  return { kind: 'column', of }
}

const SETTINGS = {
  manager: 'your name',
  'words.ownSources': 'the names of your own lead sources',
  'targets.accounts': 'your target customers',
  'targets.segments': 'your target industries',
  reps: 'the reps’ levels and start dates',
  'goals.fiscalYearStart': 'the month your year starts in',
  'goals.perRep': 'a goal for each rep',
  'stages.order': 'the order of your stages',
} as const

/** A key of the config, told by what it holds. */
export function aSetting(key: keyof typeof SETTINGS): Fix {
  return { kind: 'setting', of: `${SETTINGS[key]} (${key})` }
}

/** What to add, as the object of a sentence. */
export function fixInWords({ kind, of }: Fix): string {
  if (kind === 'export') return `an export of ${of}`
  if (kind === 'column') return `a column with ${of}`
  return of
}

/** A column that is there and tells nothing is another matter than one that is not there. */
export function lacking(exports: Exports, field: string, gap: Gap): Gap {
  const column = exports.inputs
    .filter(({ kind }) => kind === 'opportunities')
    .flatMap(({ columns }) => columns.filter((mapped) => mapped.field === field))[0]?.column
  if (column === undefined) return gap
  return {
    ...gap,
    enable: `fill the column “${column}”: in more than half of the deals it says nothing that can be used`,
  }
}

/** Whether it is known of at least half of them. */
export function isMostly(deals: readonly Deal[], known: (deal: Deal) => boolean): boolean {
  return deals.filter(known).length * 2 >= deals.length
}

/** What a filter has left out, where that is one of these. */
export function lacksOutcome(
  { findings }: DataCheck,
  ...those: readonly ('lost' | 'won' | 'closed' | 'open')[]
): Gap | undefined {
  const found = findings.find((one) => one.id === 'outcomes-missing' && those.includes(one.missing))
  if (found?.id !== 'outcomes-missing') return undefined
  const missing = found.missing === 'closed' ? 'won and lost deals' : `${found.missing} deals`
  const fixes: readonly Fix[] = [{ kind: 'deals', of: `the ${missing}` }]
  return { missing, fixes, enable: `export the ${missing} too, or check the report’s filter` }
}

/** Whether the activities are those of these deals. */
export function isJoined({ total, unmatched }: Joined): boolean {
  return total > 0 && total - unmatched >= JOINED * total
}
