import type { Book } from '../../book/book.ts'
import { dealsByIds } from '../../book/lookup.ts'
import type { Deal } from '../../book/deals/deal.ts'
import type { Rep } from '../../book/team/rep.ts'
import { compareText, groupBy } from '../../kit/collections.ts'
import type { Change } from '../../history/compare.ts'
import type { Words } from '../../language/words.ts'

const ENOUGH = 3
const MOST = 2 / 3

/**
 * What three or more losses since last time have in common: a reason, a source, the stage they were lost from, their
 * age, one contact. Undefined where there are fewer, or nothing holds for two in three.
 */
export function sharedLosses(changes: readonly Change[], book: Book, words: Words): string | undefined {
  const ids = new Set(changes.filter(({ change }) => change === 'lost').map(({ deal }) => deal.id))
  const lost = dealsByIds(ids, book)
  if (lost.length < ENOUGH) return undefined
  const shared = [
    commonest(
      lost,
      (deal) => deal.lostReason,
      (reason) => `the reason “${reason}”`,
    ),
    commonest(
      lost,
      (deal) => deal.before?.stage,
      (stage) => `lost from ${stage}`,
    ),
    commonest(
      lost,
      (deal) => deal.source,
      (source) => `from ${source}`,
    ),
    commonest(
      lost,
      (deal) => (deal.contacts?.length === 1 ? 'one' : undefined),
      () => 'one contact',
    ),
    commonest(
      lost,
      (deal) => (deal.age !== undefined && deal.age > book.norms.oldAge.days ? 'old' : undefined),
      () => `older than ${book.norms.oldAge.days} days`,
    ),
  ].filter((part) => part !== undefined)
  if (shared.length === 0) return undefined
  return `${lost.length} lost since last time. They share ${words.list(shared)}. What would you have had to hear earlier?`
}

function commonest(
  lost: readonly Deal[],
  of: (deal: Deal) => string | undefined,
  say: (value: string) => string,
): string | undefined {
  const known = lost.flatMap((deal) => of(deal) ?? [])
  const [[value, same] = ['', []]] = [...groupBy(known, (text) => text)].sort(([, a], [, b]) => b.length - a.length)
  return same.length < ENOUGH || same.length < MOST * lost.length ? undefined : `${say(value)} (${same.length})`
}

const LAST = 5

/**
 * The losses that are to be gone through, the latest first, and the stage that most of them were lost from. Undefined
 * where fewer are known by their day.
 */
export function lastLosses({ deals }: Rep, words: Words): string | undefined {
  const lost = deals
    .filter(({ state, isRenewal, closedOn }) => state === 'lost' && !isRenewal && closedOn !== undefined)
    .sort((a, b) => (b.closedOn ?? 0) - (a.closedOn ?? 0) || compareText(a.id, b.id))
    .slice(0, LAST)
  if (lost.length < LAST) return undefined
  // Some CRMs write 0 as what a lost deal has brought.
  const names = lost.map(({ name, amount = 0 }) => (amount === 0 ? name : `${name} (${words.money(amount)})`))
  const stages = groupBy(
    lost.flatMap((deal) => deal.stagesHeld?.at(-2)?.stage ?? deal.before?.stage ?? []),
    (stage) => stage,
  )
  const [[stage, from] = ['', []]] = [...stages].sort(([, a], [, b]) => b.length - a.length)
  const shared = from.length < ENOUGH ? '' : `; ${from.length} of them from ${stage}`
  return `The last ${LAST}: ${words.list(names)}${shared}.`
}
