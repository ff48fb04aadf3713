import type { DealRow } from '../../records/fields.ts'
import { businessKind, type BusinessKind } from '../../vocabulary/deals.ts'
import type { Settings } from '../settings.ts'
import type { DataFinding } from './data-check.ts'

type KindsContradict = Extract<DataFinding, { id: 'kinds-contradict' }>

/** Fewer deals in renewal pipelines than this may well be named by chance. */
const ENOUGH = 20
/** From this share of them on that are called new business, the pipeline tells nothing. */
const MANY = 1 / 4

/**
 * Whether the pipelines say “renewal” of deals whose own name or type says “new business”. Then nobody can tell which deals
 * are renewals, and none is split off. A word of the config's counts as it is.
 */
export function renewalPipelines(
  deals: readonly DealRow[],
  { words: { renewal } }: Settings,
): KindsContradict | undefined {
  const kindOf = (text: string | undefined) => (text === undefined ? undefined : businessKind(text, renewal))
  const renewals = deals.filter(({ pipeline }) => kindOf(pipeline) === 'renewal')
  const asNew = renewals.filter(({ type, name }) => kindOf(type) === 'new' || kindOf(name) === 'new')
  if (renewals.length < ENOUGH || asNew.length < MANY * renewals.length) return undefined
  return { id: 'kinds-contradict', deals: asNew.length, of: renewals.length }
}

export interface BusinessKinds {
  /** Of a deal’s type or pipeline. */
  readonly businessKind: (text: string) => BusinessKind | undefined
  /** Whether a pipeline’s name tells which deals are renewals. */
  readonly isPipelineBelieved: boolean
}

/**
 * A type is said of this deal, a pipeline of the way it goes: where they contradict each other, as HubSpot’s “New
 * Business” in a “Renewals Pipeline”, the type counts. “Existing Business” says neither. What the config names does.
 */
export function isRenewal(
  { type, pipeline }: DealRow,
  { businessKind: kindOf, isPipelineBelieved }: BusinessKinds,
): boolean {
  const own = type === undefined ? undefined : kindOf(type)
  const said = pipeline === undefined ? undefined : kindOf(pipeline)
  const way = said === 'named' || isPipelineBelieved ? said : undefined
  return own === 'named' || way === 'named' || (own ?? way) === 'renewal'
}
