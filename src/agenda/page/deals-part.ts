import { isLateButAlive, isLongOverdue, isOld } from '../../book/deals/dead-weight.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { totalAmount } from '../../book/team/measures.ts'
import type { DealRef, Finding } from '../../engine/finding.ts'
import { compareText, groupBy } from '../../kit/collections.ts'
import type { Collapsed, DealsPart, DealsTogether, Fix, WithoutOwner } from '../agenda.ts'
import type { Bounds, Composition, RankedDeal } from '../composition.ts'
import { collapse, isHabit, largest } from '../team/patterns.ts'
import { dealsToShow, rankDeals } from './deal-items.ts'

const HABIT_DEALS = 5

/** A page takes six minutes, and each deal three more: fifteen for three. */
const BASE_MINUTES = 6
const DEAL_MINUTES = 3

/** What findings say of some open deals, before it is known how many are gone through. */
export interface SortedDeals extends Omit<DealsPart, 'deals' | 'flagged'> {
  readonly ranked: readonly RankedDeal[]
}

/** @param own the findings that somebody's page is made of. */
export function sortDeals(open: readonly Deal[], own: readonly Finding[], composition: Composition): SortedDeals {
  const { coaching, collapsed, fixes } = sortDealFindings(open, own, composition)
  const old = oldDeals(open, own, composition)
  return {
    ranked: rankDeals(open, coaching, new Set(old.map(({ id }) => id)), composition),
    collapsed,
    stillAnOpportunity: together(old),
    lateButAlive: together(open.filter((deal) => isLateButAlive(deal, composition.book))),
    fixBeforeMeeting: fixes,
  }
}

/** The same for deals that are nobody's, where none has an owner; what the whole team shows is said above it. */
export function dealsOfNobody(composition: Composition): WithoutOwner {
  const { book, byRep, teamCollapsed, bounds } = composition
  const own = byRep.get(null) ?? []
  const { ranked, collapsed, ...rest } = sortDeals(book.unassigned, own, composition)
  const deals = dealsToShow(ranked, null, mostDeals(bounds))
  return {
    ...rest,
    deals,
    flagged: ranked.length,
    collapsed: collapsed.filter(({ rule }) => !teamCollapsed.has(rule)),
    minutes: minutesFor(deals.length, bounds),
  }
}

/** As many deals as there is time for. */
export function mostDeals({ maxDeals, minutesPerRep }: Bounds): number {
  if (minutesPerRep === undefined) return maxDeals
  return Math.min(maxDeals, Math.max(0, Math.floor((minutesPerRep - BASE_MINUTES) / DEAL_MINUTES)))
}

export function minutesFor(deals: number, { minutesPerRep }: Bounds): number {
  return Math.min(minutesPerRep ?? Infinity, BASE_MINUTES + DEAL_MINUTES * deals)
}

interface SortedFindings {
  /** Findings that rank deals. */
  readonly coaching: readonly Finding[]
  readonly collapsed: readonly Collapsed[]
  readonly fixes: readonly Fix[]
}

/** What is said of a lost deal ranks nothing: it has its place where the loss is told. */
export function isAboutOpen(finding: Finding, { openIds }: Pick<Composition, 'openIds'>): boolean {
  return finding.deal !== null && openIds.has(finding.deal.id)
}

/**
 * Parts what ranks deals from hygiene. What so many deals carry that it is a habit is said once, and still ranks: among
 * deals that all have it the largest and the next to close are the first to be gone through.
 */
function sortDealFindings(open: readonly Deal[], own: readonly Finding[], composition: Composition): SortedFindings {
  const { rules, teamCollapsed } = composition
  const coaching: Finding[] = []
  const collapsed: Collapsed[] = []
  const fixes: Fix[] = []
  const alive = new Set(open.filter((deal) => isLateButAlive(deal, composition.book)).map(({ id }) => id))
  const byRule = groupBy(
    own.filter((one) => isAboutOpen(one, composition)),
    ({ rule }) => rule,
  )
  for (const [id, all] of byRule) {
    const rule = rules.get(id)
    if (rule === undefined) continue
    const isFix = ({ place }: Finding) => place === 'hygiene'
    const hygiene = all.filter(isFix)
    // What is old or late has a line of its own: “still an opportunity?”, “late but alive”.
    const isTold = ({ deal }: Finding) => rule.cures === 'decision' && alive.has(deal?.id ?? '')
    const rest = all.filter((one) => !isFix(one) && !isTold(one))
    const titleOf = ({ evidence }: Finding) => rule.titleOf?.(evidence) ?? rule.title
    for (const [title, same] of groupBy(hygiene, titleOf)) fixes.push({ rule: id, title, deals: dealRefs(same) })
    const isPattern = teamCollapsed.has(id) || isHabit(rest.length, open.length, HABIT_DEALS)
    if (isPattern && rule.cures === 'decision') continue
    if (isPattern && rest.length > 0) collapsed.push(collapse(rule, rest, open))
    coaching.push(...rest)
  }
  collapsed.sort((a, b) => b.count - a.count)
  return { coaching, collapsed, fixes }
}

function dealRefs(findings: readonly Finding[]): DealRef[] {
  return findings.flatMap(({ deal }) => deal ?? []).sort((a, b) => compareText(a.id, b.id))
}

/** Deals past the age of nearly all wins, or long overdue and silent, leave the ranking for one line. */
function oldDeals(open: readonly Deal[], own: readonly Finding[], { book }: Composition): readonly Deal[] {
  const silent = new Set(own.flatMap(({ cures, deal }) => (cures === 'call' && deal !== null ? [deal.id] : [])))
  return open.filter((deal) => isOld(deal, book) || (isLongOverdue(deal, book) && silent.has(deal.id)))
}

function together(deals: readonly Deal[]): DealsTogether | undefined {
  return deals.length === 0 ? undefined : { count: deals.length, amount: totalAmount(deals), largest: largest(deals) }
}
