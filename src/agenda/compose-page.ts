import { isNamedAlike } from '../person-name.ts'
import type { Book } from '../book/book.ts'
import type { JudgedCommitment } from '../book/commitments.ts'
import { sumForeign } from '../book/currency.ts'
import { isLateButAlive, isLongOverdue, isOld } from '../book/dead-weight.ts'
import type { Deal } from '../book/deal.ts'
import { totalAmount } from '../book/measures.ts'
import { isAbsent, type Rep } from '../book/rep.ts'
import { compareText, groupBy } from '../collections.ts'
import type { DealRef, Finding } from '../engine/finding.ts'
import { isHygiene, type AnyRule } from '../engine/rule.ts'
import type { Change } from '../history/compare.ts'
import { bookWords } from '../book/book-words.ts'
import type { ClientLine, Collapsed, Fix, LearnFrom, RepPage, DealsTogether } from './agenda.ts'
import { dealsToShow, rankDeals, type RankedDeal } from './deal-items.ts'
import { debtsTo } from './commitments.ts'
import { diagnose, type Diagnosis } from './diagnosis.ts'
import { dominantPattern } from './dominant-pattern.ts'
import { goalLineOf } from './goal-line.ts'
import { leadMeasures } from './lead-measures.ts'
import { sharedLosses } from './losses.ts'
import { chooseOneThing } from './one-thing.ts'
import { collapse, isHabit, largest } from './patterns.ts'
import { recognise } from './recognise.ts'
import { bySeverity } from './rank.ts'

export interface Bounds {
  readonly maxDeals: number
  /** Undefined: as many as the deals take. */
  readonly minutesPerRep: number | undefined
}

const NAMES_SHOWN = 5
const HABIT_DEALS = 5

/** What every page is composed from. */
export interface Composition {
  readonly book: Book
  readonly rules: ReadonlyMap<string, AnyRule>
  readonly findings: readonly Finding[]
  /** Indexes of the findings that nobody has put aside. */
  readonly live: readonly number[]
  /** The same by rep. */
  readonly byRep: ReadonlyMap<string, readonly number[]>
  /** Rules that speak about more than a third of the team's open deals. */
  readonly teamCollapsed: ReadonlySet<string>
  readonly changes: readonly Change[]
  readonly commitments: readonly JudgedCommitment[]
  readonly diagnoses: ReadonlyMap<string, Diagnosis>
  /** Rep to whoever shows them how. */
  readonly peers: ReadonlyMap<string, LearnFrom>
  readonly openIds: ReadonlySet<string>
  /** Half the team or more creates too little: then it is the team’s before it is anyone’s. */
  readonly isTeamShort: boolean
  /** Whether something was promised about it. */
  readonly isCommitted: (finding: Finding) => boolean
  readonly bounds: Bounds
}

/** All of a rep's page but what others have to be known for: with whom to prepare a meeting. */
export function composePage(rep: Rep, composition: Composition): Omit<RepPage, 'preparations'> {
  const { book, findings, bounds } = composition
  const words = bookWords(book, rep.name)
  const own = composition.byRep.get(rep.name) ?? []
  const about = own.filter((index) => findings[index]?.scope === 'rep')
  const sorted = sortDealFindings(rep, own, composition)
  const old = oldDeals(rep, own, composition)
  const ranked = rankDeals(rep, sorted.coaching, new Set(old.map(({ id }) => id)), composition)
  const diagnosis = composition.diagnoses.get(rep.name) ?? diagnose(rep, book, words)
  const material = {
    rep,
    diagnosis,
    about: about.flatMap((index) => findings[index] ?? []),
    deals: ranked,
    findings,
    collapsed: sorted.collapsed,
    old: together(old),
    isTeamShort: composition.isTeamShort,
    teamCollapsed: composition.teamCollapsed,
  }
  const isBelow = diagnosis.creation?.verdict === 'below' || diagnosis.winning?.verdict === 'below'
  const isHealthy = !isBelow && isNothingToDiscuss(material.about, ranked, findings, sorted.collapsed, material.old)
  const oneThing = isHealthy ? null : chooseOneThing(material, book, words)
  const deals = oneThing === null ? [] : dealsToShow(ranked, oneThing, mostDeals(bounds), findings)
  const commitments = composition.commitments.filter(({ commitment }) => isNamedAlike(commitment.rep, rep.name))
  const changes = composition.changes.filter(({ owner }) => owner !== undefined && isNamedAlike(owner, rep.name))
  return {
    rep,
    isBlank: isAbsent(rep) && oneThing === null && about.length + commitments.length + changes.length === 0,
    openAmount: totalAmount(rep.open),
    foreignAmounts: sumForeign(rep.open),
    diagnosis,
    pattern: diagnosis.cause === 'producing' ? dominantPattern(rep, own, composition) : undefined,
    oneThing,
    about,
    deals,
    flagged: ranked.length,
    collapsed: sorted.collapsed,
    stillAnOpportunity: material.old,
    lateButAlive: together(rep.open.filter((deal) => isLateButAlive(deal, book))),
    lost: own.filter((index) => findings[index]?.scope === 'deal' && !isAboutOpen(findings[index], composition)),
    commitments,
    owed: debtsTo(rep.name, composition.commitments),
    changes,
    clients: clientLines(own, findings, composition.rules),
    takes: goalLineOf(rep, book, words, 'manager'),
    leadMeasures: leadMeasures({ creation: rep.creation, reps: [rep] }, book),
    losses: sharedLosses(changes, book, words),
    learnFrom: composition.peers.get(rep.name),
    recognise: recognise(rep, commitments, book, words),
    fixBeforeMeeting: sorted.fixes,
    minutes:
      oneThing === null
        ? HEALTHY_MINUTES
        : Math.min(bounds.minutesPerRep ?? Infinity, BASE_MINUTES + DEAL_MINUTES * deals.length),
  }
}

/** A page takes six minutes, and each deal three more: fifteen for three. */
const BASE_MINUTES = 6
const DEAL_MINUTES = 3
const HEALTHY_MINUTES = 2

/** As many deals as there is time for. */
function mostDeals({ maxDeals, minutesPerRep }: Bounds): number {
  if (minutesPerRep === undefined) return maxDeals
  return Math.min(maxDeals, Math.max(0, Math.floor((minutesPerRep - BASE_MINUTES) / DEAL_MINUTES)))
}

/** What is said of clients, a rule or a case of one a line: nobody goes through fifty of them in a meeting. */
function clientLines(
  own: readonly number[],
  findings: readonly Finding[],
  rules: ReadonlyMap<string, AnyRule>,
): ClientLine[] {
  const ofAccounts = own.flatMap((index) => findings[index] ?? []).filter(({ scope }) => scope === 'account')
  const titleOf = ({ rule: id, evidence }: Finding) => rules.get(id)?.titleOf?.(evidence) ?? rules.get(id)?.title ?? id
  return [...groupBy(ofAccounts, titleOf)].map(([title, same]) => {
    const worst = [...same].sort(bySeverity)
    return {
      rule: worst[0]?.rule ?? '',
      title,
      count: same.length,
      names: worst.slice(0, NAMES_SHOWN).flatMap(({ account }) => account ?? []),
      ask: worst[0]?.asks[0] ?? '',
    }
  })
}

/** Low findings alone are no reason to take up a rep's time. */
function isNothingToDiscuss(
  about: readonly Finding[],
  ranked: readonly RankedDeal[],
  findings: readonly Finding[],
  collapsed: readonly Collapsed[],
  old: DealsTogether | undefined,
): boolean {
  const worst = ranked.flatMap((item) => item.findings.map((index) => findings[index]?.severity))
  const severities = [...about.map((finding) => finding.severity), ...worst]
  return collapsed.length === 0 && old === undefined && severities.every((severity) => severity === 'low')
}

interface SortedFindings {
  /** Indexes of findings that rank deals. */
  readonly coaching: readonly number[]
  readonly collapsed: readonly Collapsed[]
  readonly fixes: readonly Fix[]
}

/** What is said of a lost deal ranks nothing: it has its place where the loss is told. */
export function isAboutOpen(finding: Finding | undefined, { openIds }: Pick<Composition, 'openIds'>): boolean {
  return finding?.deal != null && openIds.has(finding.deal.id)
}

/**
 * Parts what ranks deals from hygiene. What so many deals carry that it is a habit is said once, and still ranks: among
 * deals that all have it the largest and the next to close are the first to be gone through.
 */
function sortDealFindings(rep: Rep, own: readonly number[], composition: Composition): SortedFindings {
  const { findings, rules, teamCollapsed } = composition
  const coaching: number[] = []
  const collapsed: Collapsed[] = []
  const fixes: Fix[] = []
  const alive = new Set(rep.open.filter((deal) => isLateButAlive(deal, composition.book)).map(({ id }) => id))
  const byRule = groupBy(
    own.filter((index) => isAboutOpen(findings[index], composition)),
    (index) => findings[index]?.rule ?? '',
  )
  for (const [id, indexes] of byRule) {
    const rule = rules.get(id)
    if (rule === undefined) continue
    const isFix = (index: number) => isHygiene(rule, findings[index]?.evidence ?? {})
    const hygiene = indexes.filter(isFix)
    // What is old or late has a line of its own: “still an opportunity?”, “late but alive”.
    const isTold = (index: number) => id === 'aging-deal' && alive.has(findings[index]?.deal?.id ?? '')
    const rest = indexes.filter((index) => !isFix(index) && !isTold(index))
    const titleOf = (index: number) => rule.titleOf?.(findings[index]?.evidence ?? {}) ?? rule.title
    for (const [title, same] of groupBy(hygiene, titleOf))
      fixes.push({ rule: id, title, deals: dealRefs(same, findings) })
    const isPattern = teamCollapsed.has(id) || isHabit(rest.length, rep.open.length, HABIT_DEALS)
    if (isPattern && id === 'aging-deal') continue
    if (isPattern && rest.length > 0)
      collapsed.push(
        collapse(
          rule,
          rest.flatMap((index) => findings[index] ?? []),
          rep.open,
        ),
      )
    coaching.push(...rest)
  }
  collapsed.sort((a, b) => b.count - a.count)
  return { coaching, collapsed, fixes }
}

function dealRefs(indexes: readonly number[], findings: readonly Finding[]): DealRef[] {
  return indexes.flatMap((index) => findings[index]?.deal ?? []).sort((a, b) => compareText(a.id, b.id))
}

/** Deals past the age of nearly all wins, or long overdue and silent, leave the ranking for one line. */
function oldDeals(rep: Rep, own: readonly number[], { book, findings }: Composition): readonly Deal[] {
  const silent = new Set(
    own.flatMap((index) => (findings[index]?.rule === 'stale-deal' ? (findings[index].deal?.id ?? []) : [])),
  )
  return rep.open.filter((deal) => isOld(deal, book) || (isLongOverdue(deal, book) && silent.has(deal.id)))
}

function together(deals: readonly Deal[]): DealsTogether | undefined {
  return deals.length === 0 ? undefined : { count: deals.length, amount: totalAmount(deals), largest: largest(deals) }
}
