import type { Book } from '../book/book.ts'
import type { Deal } from '../book/deals/deal.ts'
import { seeded, shuffled } from '../book/kit/many-tests.ts'
import { dealAsker, dealsAsked, type RuleSettings } from '../engine/asking.ts'
import type { AnyRule } from '../engine/rule.ts'
import { type Basis, basisOf, basisOfNeed, remedies, type Standing } from './basis.ts'

/** Why a rule cannot be replayed from one export, and what would change that. */
export interface Obstacle {
  readonly missing: string
  readonly enable: string
}

/** So many deals show what a rule looks at. */
const MOST_DEALS = 2000

/** What keeps a rule from being replayed, and what it is replayed without. */
export interface Replayability {
  readonly obstacles: readonly Obstacle[]
  /** What hardly changes what it says, and is not known of a past day. */
  readonly without: readonly string[]
}

/**
 * Whether a rule can be replayed: what it needs carries a date, and so does what changes whom it speaks about.
 *
 * @param book of today, with everything that the exports tell.
 */
export function replayabilityOf(
  rule: AnyRule,
  book: Book,
  settings: RuleSettings | undefined,
  standing: Readonly<Record<Basis, Standing>>,
): Replayability {
  const needed = rule.needs.flatMap((need) => basisOfNeed[need]).filter((basis) => isNeeded(basis, standing))
  const looked = looksAt(rule, book, settings, (basis) => standing[basis] === 'undated' && !needed.includes(basis))
  const bases = new Set([...needed, ...looked.filter(({ isMuch }) => isMuch).map(({ basis }) => basis)])
  return {
    obstacles: [...bases].flatMap((basis) => (basis === 'lasting' ? [] : [remedies[basis]])),
    without: looked.flatMap(({ basis, isMuch }) => (isMuch || basis === 'lasting' ? [] : [remedies[basis].missing])),
  }
}

/** Plans are a help to a rule that has other ways of knowing; whether it looks at them is tried out. */
function isNeeded(basis: Basis, standing: Readonly<Record<Basis, Standing>>): boolean {
  return basis !== 'plans' && standing[basis] !== 'dated'
}

/** A rule that speaks about so much the same deals without a basis is replayed without it. */
const SAME = 0.8

interface LookedAt {
  readonly basis: Basis
  /** Whether it speaks about other deals without it. */
  readonly isMuch: boolean
}

/**
 * The bases that change which deals a rule speaks about. Tried out and not declared: what comes of one basis is taken
 * away from each deal, and dealt out again among all of them; a rule that says the same then does not look at it.
 */
function looksAt(
  rule: AnyRule,
  book: Book,
  settings: RuleSettings | undefined,
  isAsked: (basis: Basis) => boolean,
): readonly LookedAt[] {
  const deals = spread([...dealsAsked(rule, book), ...closedAsOpen(book)])
  const ask = dealAsker(rule, book, settings)
  const speaks = (deal: Deal) => ask(deal) !== undefined
  const said = deals.map(speaks)
  return basesInUse.filter(isAsked).flatMap((basis) => {
    const parts = (Object.keys(basisOf) as (keyof Deal)[]).filter((part) => basisOf[part] === basis)
    const others = shuffled(deals, seeded(1))
    const partsOf = (deal: Deal | undefined) => Object.fromEntries(parts.map((part) => [part, deal?.[part]]))
    const shared = (changed: (at: number) => Partial<Deal>) =>
      overlap(
        said,
        deals.map((deal, at) => speaks({ ...deal, ...changed(at) })),
      )
    const without = shared(() => partsOf(undefined))
    if (without === 1 && shared((at) => partsOf(others[at])) === 1) return []
    return [{ basis, isMuch: without < SAME }]
  })
}

/** Of the deals that either speaks about, the share that both do; 1 where neither says anything. */
function overlap(one: readonly boolean[], other: readonly boolean[]): number {
  const either = one.filter((speaks, at) => speaks || other[at] === true).length
  return either === 0 ? 1 : one.filter((speaks, at) => speaks && other[at] === true).length / either
}

const basesInUse = [...new Set(Object.values(basisOf))].filter((basis) => basis !== 'lasting')

/** Closed deals show what a rule looks at as well as open ones do. */
function closedAsOpen({ deals, asOf }: Book): readonly Deal[] {
  return deals.flatMap((deal): Deal[] =>
    deal.state === 'won' || deal.state === 'lost'
      ? [{ ...deal, state: 'open', age: deal.created === undefined ? undefined : asOf - deal.created }]
      : [],
  )
}

/** Every n-th of them. */
function spread(deals: readonly Deal[]): readonly Deal[] {
  const step = Math.max(1, deals.length / MOST_DEALS)
  return Array.from({ length: Math.min(deals.length, MOST_DEALS) }, (_, at) => deals[Math.floor(at * step)]).filter(
    (deal) => deal !== undefined,
  )
}
