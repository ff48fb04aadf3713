import { oncePer } from '../../kit/remembered.ts'
import { companyKey } from '../../vocabulary/accounts.ts'
import { isOneOf } from '../../vocabulary/match.ts'
import type { Account } from '../accounts/account.ts'
import type { Book } from '../book.ts'
import type { Deal } from './deal.ts'

/**
 * Whether a deal is where the manager wants new business to come from: with a target account, by name whatever its legal form, or with an
 * account of a target segment; both without regard to case, as whole texts. Undefined where its account is not known,
 * or where its segment decides and is not.
 */
export function isInTarget(deal: Deal, { accounts, settings: { targets } }: Book): boolean | undefined {
  const account = accountsByDeal(accounts).get(deal)
  const names = [deal.account, account?.name].filter((name) => name !== undefined)
  const wanted = new Set(targets.accounts.map(companyKey))
  if (names.some((name) => wanted.has(companyKey(name)))) return true
  const segment = account?.segment
  if (segment !== undefined && isOneOf(segment, targets.segments)) return true
  const isKnown = names.length > 0 && (targets.segments.length === 0 || segment !== undefined)
  return isKnown ? false : undefined
}

const accountsByDeal = oncePer(
  (accounts: readonly Account[]) =>
    new Map(accounts.flatMap((account) => account.deals.map((deal) => [deal, account] as const))),
)
