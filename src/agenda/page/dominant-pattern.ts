import { sum } from '../../book/kit/statistics.ts'
import type { Rep } from '../../book/team/rep.ts'
import { groupBy } from '../../kit/collections.ts'
import type { Words } from '../../language/words.ts'
import type { AnyRule } from '../../engine/rule.ts'
import type { Finding } from '../../engine/finding.ts'

/** What much of a producing rep's money has in common, although nothing is wrong with the results yet. */
export interface DominantPattern {
  readonly rule: string
  /** From the rule: `on single contacts`. */
  readonly phrase: string
  readonly count: number
  /** Of those deals, and of all open ones, in the review's currency. */
  readonly amount: number
  readonly of: number
}

/** What follows “Producing”: `, but on single contacts: 5 deals, $429k of $835k`. */
export function butOf(pattern: DominantPattern | undefined, words: Words): string {
  if (pattern === undefined) return ''
  const { phrase, count, amount, of } = pattern
  return `, but ${phrase}: ${words.count(count, 'deal')}, ${words.money(amount)} of ${words.money(of)}`
}

const SHARE = 1 / 3
const DEALS = 3

interface Material {
  readonly rules: ReadonlyMap<string, AnyRule>
  /** A habit of the whole team is the team's, and stands on its page. */
  readonly teamCollapsed: ReadonlySet<string>
}

/**
 * The rule that speaks, and not low, about most of the open amount: a third of it at least and three deals. Undefined
 * where none does, and where no amounts are known.
 */
export function dominantPattern(
  rep: Pick<Rep, 'open'>,
  own: readonly Finding[],
  { rules, teamCollapsed }: Material,
): DominantPattern | undefined {
  const amounts = new Map(rep.open.map(({ id, amount }) => [id, amount ?? 0]))
  const of = sum([...amounts.values()])
  const counted = own.filter(({ rule, deal, severity, place }) => {
    const isOpen = deal !== null && amounts.has(deal.id)
    return isOpen && severity !== 'low' && !teamCollapsed.has(rule) && place !== 'hygiene'
  })
  const [most] = [...groupBy(counted, ({ rule }) => rule)]
    .map(([id, same]) => {
      const rule = rules.get(id)
      const phrase = rule?.phrase ?? `“${(rule?.title ?? id).toLowerCase()}”`
      return {
        rule: id,
        phrase,
        count: same.length,
        amount: sum(same.map(({ deal }) => amounts.get(deal?.id ?? '') ?? 0)),
        of,
      }
    })
    .filter(({ count, amount }) => of > 0 && count >= DEALS && amount >= SHARE * of)
    .sort((a, b) => b.amount - a.amount || b.count - a.count)
  return most
}
