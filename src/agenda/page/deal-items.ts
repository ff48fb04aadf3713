import type { Deal } from '../../book/deals/deal.ts'
import { stakeOf } from '../../book/deals/stake.ts'
import type { Finding } from '../../engine/finding.ts'
import { compareText, groupBy } from '../../kit/collections.ts'
import type { DealItem, OneThing } from '../agenda.ts'
import type { Composition, RankedDeal } from '../composition.ts'
import { shareAsks } from './asks.ts'
import { bySeverity } from './rank.ts'

/**
 * Open deals by what is at stake in them (`stakeOf`): amount, chance of winning, due date, and how many reasons there
 * are to talk about them; of equals the larger, the longer silent.
 *
 * @param spoken the findings that rank deals.
 * @param left ids of deals that are dealt with elsewhere on the page.
 */
export function rankDeals(
  open: readonly Deal[],
  spoken: readonly Finding[],
  left: ReadonlySet<string>,
  { book }: Pick<Composition, 'book'>,
): readonly RankedDeal[] {
  const byDeal = groupBy(spoken, ({ deal }) => deal?.id ?? '')
  return open
    .filter((deal) => byDeal.has(deal.id) && !left.has(deal.id))
    .map((deal) => {
      const findings = [...(byDeal.get(deal.id) ?? [])].sort(bySeverity)
      return { deal, findings, worth: stakeOf(deal, book, findings.length) }
    })
    .sort((a, b) => b.worth - a.worth || compareDeals(a.deal, b.deal))
    .map(({ deal, findings }, place) => ({ deal, rank: place + 1, findings }))
}

function compareDeals(a: Deal, b: Deal): number {
  return (b.amount ?? 0) - (a.amount ?? 0) || (b.daysSilent ?? 0) - (a.daysSilent ?? 0) || compareText(a.id, b.id)
}

/** The first few with their questions, the deal of the one thing before all: it is talked about first. */
export function dealsToShow(
  ranked: readonly RankedDeal[],
  oneThing: Pick<OneThing, 'deal'> | null,
  most: number,
): readonly DealItem[] {
  const isOwn = (item: RankedDeal) => item.deal.id === oneThing?.deal?.id
  const shown = [...ranked.filter(isOwn), ...ranked.filter((item) => !isOwn(item))].slice(0, most)
  const asks = shareAsks(shown.map((item) => ({ name: item.deal.name, findings: item.findings })))
  return shown.map((item, place) => ({ ...item, rank: place + 1, asks: asks[place] ?? [] }))
}
