import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { totalAmount } from '../../book/team/measures.ts'
import { compareText, groupBy } from '../../kit/collections.ts'
import type { DealRef, Finding } from '../../engine/finding.ts'
import type { AnyRule } from '../../engine/rule.ts'
import type { Words } from '../../language/words.ts'
import type { Collapsed, TeamPattern } from '../agenda.ts'

// What so many deals show that it is a habit: of a rep, or of the whole team.

const SHARE = 1 / 3
const TEAM_DEALS = 10
const MOST = 0.5
const LARGEST = 5

/** More than a third of at least so many open deals. */
export function isHabit(count: number, open: number, atLeast: number): boolean {
  return open >= atLeast && count > SHARE * open
}

export function collapse(rule: AnyRule, spoken: readonly Finding[], open: readonly Deal[]): Collapsed {
  const titles = new Set(spoken.map(({ evidence }) => rule.titleOf?.(evidence) ?? rule.title))
  const [title] = titles
  return {
    rule: rule.id,
    title: titles.size === 1 && title !== undefined ? title : rule.title,
    count: spoken.length,
    of: open.length,
    largest: largest(shownBy(spoken, open)),
  }
}

function shownBy(spoken: readonly Finding[], open: readonly Deal[]): readonly Deal[] {
  const ids = new Set(spoken.map(({ deal }) => deal?.id))
  return open.filter(({ id }) => ids.has(id))
}

/** The largest, of equals the oldest. */
export function largest(deals: readonly Deal[]): DealRef[] {
  return [...deals]
    .sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0) || (b.age ?? 0) - (a.age ?? 0) || compareText(a.id, b.id))
    .slice(0, LARGEST)
    .map(({ id, name }) => ({ id, name }))
}

/**
 * The habits of the whole team, with what is at stake and a question for whoever leads it.
 *
 * @param spoken findings on open deals that nobody has put aside.
 */
export function teamPatterns(
  { open }: Pick<Book, 'open'>,
  rules: ReadonlyMap<string, AnyRule>,
  spoken: readonly Finding[],
  words: Words,
): readonly TeamPattern[] {
  return [...groupBy(spoken, ({ rule }) => rule)].flatMap(([id, same]) => {
    const rule = rules.get(id)
    if (rule === undefined || !isHabit(same.length, open.length, TEAM_DEALS)) return []
    const [amount, all] = [totalAmount(shownBy(same, open)), totalAmount(open)]
    const share = amount === undefined || all === undefined ? same.length / open.length : amount / all
    const isCoaching = same.some(({ place }) => place !== 'hygiene')
    const money = amount === undefined || all === undefined ? '' : `, ${words.money(amount)} of ${words.money(all)}`
    const { fact, ask } = rule.ofMany?.(
      same.map(({ evidence }) => evidence),
      words,
    ) ?? { ask: ANY_ASK }
    const text = `${same.length} of ${open.length} open deals${money}: ${rule.title.toLowerCase()}${fact === undefined ? '' : `, ${fact}`}. ${ask}`
    return [{ ...collapse(rule, same, open), amount, isMost: isCoaching && share > MOST, text }]
  })
}

const ANY_ASK = 'What in the way the team works brings this about?'
