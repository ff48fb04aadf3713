import type { Book } from '../book/book.ts'
import type { Deal } from '../book/deals/deal.ts'
import { seeded, shuffled } from '../book/kit/many-tests.ts'
import { dealAsker, dealsAsked, type RuleSettings } from '../engine/asking.ts'
import { groupBy } from '../kit/collections.ts'
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

/** So few deals that a rule speaks about show nothing of what it would say without a basis. */
const FEW_SAID = 10

/**
 * The bases that change which deals a rule speaks about. Tried out and not declared: what comes of one basis is taken
 * away from each deal, and dealt out again among all of them; a rule that says the same then does not look at it. Tried
 * on mixed deals too, since today hardly any may be, say, both silent and planned.
 */
function looksAt(
  rule: AnyRule,
  book: Book,
  settings: RuleSettings | undefined,
  isAsked: (basis: Basis) => boolean,
): readonly LookedAt[] {
  const deals = spread([...dealsAsked(rule, book), ...closedAsOpen(book)])
  const mixed = mixedOf(deals)
  const ask = dealAsker(rule, book, settings)
  const speaks = (deal: Deal) => ask(deal) !== undefined
  const sameOn = (some: readonly Deal[], basis: Basis, from?: readonly Deal[]) =>
    overlap(
      some.map(speaks),
      some.map((deal, at) => speaks({ ...deal, ...partsOf(from?.[at], basis) })),
    )
  const said = deals.filter(speaks).length
  return basesInUse.filter(isAsked).flatMap((basis) => {
    const others = shuffled(mixed, seeded(1))
    const [real, made] = [sameOn(deals, basis), sameOn(mixed, basis)]
    if (real === 1 && made === 1 && sameOn(mixed, basis, others) === 1) return []
    return [{ basis, isMuch: (said < FEW_SAID ? made : real) < SAME }]
  })
}

const partsBy = groupBy(Object.keys(basisOf) as (keyof Deal)[], (part) => basisOf[part])

/** What of a deal comes of one basis; all of it unknown without a deal. */
function partsOf(deal: Deal | undefined, basis: Basis): Partial<Deal> {
  return Object.fromEntries((partsBy.get(basis) ?? []).map((part) => [part, deal?.[part]]))
}

/** Deals of which each basis is another one’s: of an open one, since of those most is known. */
function mixedOf(deals: readonly Deal[]): readonly Deal[] {
  const open = deals.filter(({ closedOn, stage }) => closedOn === undefined && stage !== undefined)
  const donors = open.length > 0 ? open : deals
  const random = seeded(2)
  const donor = () => donors[Math.floor(random() * donors.length)]
  return deals.map((deal) => ({ ...deal, ...Object.assign({}, ...basesInUse.map((basis) => partsOf(donor(), basis))) }))
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
