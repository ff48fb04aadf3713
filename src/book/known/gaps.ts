import type { Exports } from '../../records/exports.ts'
import type { Joined } from '../activity/deal-events.ts'
import type { DataCheck } from '../checks/data-check.ts'
import { JOINED } from '../checks/joins.ts'
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

/** What a filter has left out, where that is one of these. */
export function lacksOutcome(
  { findings }: DataCheck,
  ...those: readonly ('lost' | 'won' | 'closed' | 'open')[]
): Gap | undefined {
  const found = findings.find((one) => one.id === 'outcomes-missing' && those.includes(one.missing))
  if (found?.id !== 'outcomes-missing') return undefined
  const missing = found.missing === 'closed' ? 'won and lost deals' : `${found.missing} deals`
  return { missing, enable: `export the ${missing} too, or check the report’s filter` }
}

/** Whether the activities are those of these deals. */
export function isJoined({ total, unmatched }: Joined): boolean {
  return total > 0 && total - unmatched >= JOINED * total
}
