import type { Book } from '../book.ts'
import type { Deal } from './deal.ts'
import { isMostly } from '../known/gaps.ts'

/** What a deal has to have before anybody can plan with it. */
export const essentials = ['amount', 'close date', 'owner'] as const
export type Essential = (typeof essentials)[number]

/** An amount of nothing is what many CRMs write where nobody has typed one. */
const has: Record<Essential, (deal: Deal) => boolean> = {
  amount: ({ amount, foreign }) => (amount ?? foreign?.amount ?? 0) !== 0,
  'close date': ({ closeDate }) => closeDate !== undefined,
  owner: ({ owner }) => owner !== undefined,
}

const known = new WeakMap<readonly Deal[], readonly Essential[]>()

/** Which of them an open deal lacks. What more than half of the open deals lack is a blind spot, and is not among them. */
export function essentialsMissing(deal: Deal, { open }: Pick<Book, 'open'>): readonly Essential[] {
  const kept = known.get(open) ?? essentials.filter((essential) => isMostly(open, has[essential]))
  known.set(open, kept)
  return kept.filter((essential) => !has[essential](deal))
}
