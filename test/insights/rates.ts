// How often each insight speaks on invented teams, with its effect planted and without. A long run, for changes of limits:
// `npm run insight-rates -- 50`; rates.test.ts keeps a small sample of it.
import { findInsights } from '../../src/engine/find-insights.ts'
import { insights } from '../../src/insights/index.ts'
import { bookOf } from '../support/exports.ts'
import { dayOf } from '../../scripts/world/deal.ts'
import type { WorldOptions } from '../../scripts/world/options.ts'
import { rowsOn, type RowsOptions } from '../../scripts/world/rows.ts'
import { world } from '../../scripts/world/simulate.ts'

export interface Planted {
  readonly insight: string
  readonly options: Partial<WorldOptions>
  readonly rows?: RowsOptions
  /** Of whom it has to speak: a rep by number; undefined for the team. */
  readonly rep?: number
}

const equal = [{}, {}, {}, {}]
const known = {
  name: 'Buying process',
  values: [
    { value: 'Known', share: 0.5, winFactor: 1.6 },
    { value: 'Unknown', share: 0.5, winFactor: 0.4 },
  ],
}
const atClosing = {
  name: 'Outcome note',
  values: [
    { value: 'a', share: 0.5 },
    { value: 'b', share: 0.5 },
  ],
  filled: 'closed',
} as const

/** Each insight that claims more than a count, with an effect that it has to find. */
export const PLANTED: readonly Planted[] = [
  { insight: 'what-wins-here', options: { columns: [known] } },
  {
    insight: 'where-the-rep-loses',
    rep: 4,
    options: { dealsAWeek: 3, winRate: 0.5, reps: [...equal, { winFactor: 0.4 }] },
  },
  {
    insight: 'where-new-deals-changed',
    rep: 4,
    options: { dealsAWeek: 4, reps: [...equal, { creationFactor: 0.05, since: '2026-10-24' }] },
  },
  { insight: 'lost-together', rep: 4, options: { dealsAWeek: 3, reps: [...equal, { lostOnPrice: 0.85 }] } },
  {
    insight: 'cluster-of-due-dates',
    rep: 2,
    options: { dealsAWeek: 2, cluster: { rep: 2, deals: 9, from: '2027-01-11', days: 6 } },
  },
  {
    insight: 'burst-of-new-deals',
    rep: 4,
    options: { dealsAWeek: 2, reps: [...equal, { creationFactor: 10, since: '2026-09-14', until: '2026-09-28' }] },
  },
  { insight: 'handover', options: { dealsAWeek: 2, handover: { from: 0, to: 1, day: '2026-11-02' } } },
  { insight: 'shared-accounts', options: { sharedAccounts: 0.8, dealsAWeek: 3 } },
  { insight: 'lost-here-lately', options: { retries: 0.7, dealsAWeek: 2 } },
  { insight: 'nobodys-deals', options: { withoutOwner: 0.05 } },
  { insight: 'dont-rely-on', options: { columns: [atClosing] } },
]

/** The insights that speak of a world, as `id` and, of a rep, `id rep`. */
export function spoken(options: Partial<WorldOptions>, rows: RowsOptions = {}): ReadonlySet<string> {
  const made = world(options)
  const told = rowsOn(made, dayOf('2026-11-20'), rows)
  const { insights: found } = findInsights(bookOf(told), insights)
  return new Set(found.flatMap(({ insight, rep }) => [insight, ...(rep === null ? [] : [`${insight} ${rep}`])]))
}

/** Whether it speaks of the planted thing. */
export function isFound({ insight, options, rows, rep }: Planted, seed: number): boolean {
  const said = spoken({ ...options, seed }, rows)
  return said.has(rep === undefined ? insight : `${insight} ${world({ ...options, seed }).reps[rep]?.name}`)
}

/** What only counts what is there claims nothing that could be false. */
const COUNTS = new Set([
  'this-period',
  'due-soon',
  'goal-in-reach',
  'where-the-money-comes-from',
  'hangs-on-two-deals',
  'lost-here-lately',
])

/** What is claimed of a team of equal reps with twenty columns that tell nothing: all of it is false. */
export function noiseTeam(seed: number): ReadonlySet<string> {
  const said = spoken({ seed, noiseColumns: 20, dealsAWeek: 1.5, sharedAccounts: 0 }, { contacts: true })
  return new Set([...said].filter((one) => !one.includes(' ') && !COUNTS.has(one)))
}
