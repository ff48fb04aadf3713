import { bookWords } from '../book/book-words.ts'
import type { Book } from '../book/book.ts'
import { stakeOf } from '../book/deals/stake.ts'
import { isCoveredBy } from '../book/past/commitments.ts'
import { isAbsent } from '../book/team/rep.ts'
import { hasTeamFallen } from '../book/team/usual-creation.ts'
import type { Finding } from '../engine/finding.ts'
import type { AnyRule } from '../engine/rule.ts'
import { type InsightRun, noInsights } from '../engine/find-insights.ts'
import type { RuleRun } from '../engine/run-rules.ts'
import { compare } from '../history/compare.ts'
import { groupBy } from '../kit/collections.ts'
import { fill, fillAll } from '../language/fill.ts'
import type { Words } from '../language/words.ts'
import type { Agenda, OneThing, RepPage } from './agenda.ts'
import type { Cause } from './causes/cause.ts'
import type { DealTalk } from './deals/choose-deals.ts'
import type { Bounds, Composition } from './composition.ts'
import { composeTalks } from './compose-talks.ts'
import { composePage } from './page/compose-page.ts'
import { isAboutOpen } from './page/deals-part.ts'
import { diagnose, type Diagnosis } from './page/diagnosis.ts'
import { dominantPattern } from './page/dominant-pattern.ts'
import { composeManagerPage, isShared } from './team/manager-page.ts'
import { teamPatterns } from './team/patterns.ts'
import type { Talk } from './page/talk.ts'
import { bySeverity } from './page/rank.ts'
import { findPeers, shareOfRules } from './team/peers.ts'
import { withPreparations } from './team/preparations.ts'

/** Turns findings into pages: for each rep one thing and a few conversations, and the manager's own page. */
export function composeAgenda(
  book: Book,
  rules: readonly AnyRule[],
  run: RuleRun,
  bounds: Bounds,
  found: InsightRun = noInsights,
): Agenda {
  const findings = run.findings.filter(({ dismissed }) => dismissed === null)
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const openIds = new Set(book.open.map(({ id }) => id))
  const words = bookWords(book)
  const ofOpenDeals = findings.filter((one) => isAboutOpen(one, { openIds }))
  const collapsed = teamPatterns(book, byId, ofOpenDeals, words)
  const diagnoses = new Map(book.reps.map((rep) => [rep.name, diagnose(rep, book, words)]))
  const byRep = groupBy(findings, ({ rep }) => rep)
  const teamCollapsed = new Set(collapsed.map(({ rule }) => rule))
  const learners = book.reps.flatMap((rep) => {
    const diagnosis = diagnoses.get(rep.name)
    if (diagnosis === undefined) return []
    const own = byRep.get(rep.name) ?? []
    const material = { rules: byId, teamCollapsed }
    const pattern = diagnosis.cause === 'producing' ? dominantPattern(rep, own, material) : undefined
    const ofDeals = own.filter(({ scope }) => scope === 'deal')
    return [{ rep, diagnosis, pattern, findings: ofDeals }]
  })
  const shares = shareOfRules(learners, teamCollapsed)
  const composition: Composition = {
    book,
    rules: byId,
    findings,
    byRep,
    diagnoses,
    openIds,
    patterns: new Map(learners.map(({ rep, pattern }) => [rep.name, pattern])),
    isTeamShort: isTeamShort(book, diagnoses),
    peers: findPeers(learners, book, byId, shares, words),
    isCommitted: (finding) => isCoveredBy(finding, run.commitments),
    teamCollapsed,
    changes: compare(book),
    commitments: run.commitments,
    bounds,
    insights: found.insights,
  }
  const pages = withPreparations(composePages(composition), { book, rules: byId, shares, words })
  const [top, ...managers] = book.managers.map((manager) => composeManagerPage(manager, composition, pages, collapsed))
  if (top === undefined) throw new RangeError('a book has a manager')
  return {
    book,
    findings: run.findings,
    notChecked: run.notChecked,
    insights: found.insights,
    insightsNotChecked: found.notChecked,
    pages,
    manager: top,
    managers,
    isWholeTeam: true,
    audience: 'manager',
  }
}

/** A page for each rep, in the order of the report. */
function composePages(composition: Composition): readonly Omit<RepPage, 'preparations'>[] {
  const { book, byRep } = composition
  const composed = new Map(book.reps.map((rep) => [rep, composePage(rep, composition)]))
  return composeTalks([...composed.values()], composition).flatMap((talk) => {
    const page = composed.get(talk.rep)
    return page === undefined ? [] : [withTalk(page, talk, byRep.get(talk.rep.name) ?? [], composition)]
  })
}

/** Half the reps or more create too little; where the whole team has fallen, each diagnosis says so already. */
function isTeamShort(book: Book, diagnoses: ReadonlyMap<string, Diagnosis>): boolean {
  const counted = book.reps.filter((rep) => !isAbsent(rep))
  const short = counted.flatMap(({ name }) => {
    const { creation, asked } = diagnoses.get(name) ?? {}
    return asked === undefined || creation === undefined || hasTeamFallen(book, creation.weeks) ? [] : [name]
  })
  return isShared(short.length, counted)
}

/** The page with what it says: the one thing and the deals are those of the talk, in every format. */
function withTalk(
  page: Omit<RepPage, 'preparations' | 'talk'>,
  talk: Talk,
  own: readonly Finding[],
  { book, bounds }: Composition,
): Omit<RepPage, 'preparations'> {
  const words = bookWords(book)
  const { cause, minutes } = talk
  const stakeOfTalk = ({ deal, reasons }: DealTalk) => stakeOf(deal, book, reasons.length)
  const first = cause?.first === undefined ? [] : [{ deal: cause.first, reasons: [], question: talk.ask }]
  const inOrder = [...first, ...talk.deals.toSorted((a, b) => stakeOfTalk(b) - stakeOfTalk(a))]
  const of = (id: string) => own.filter(({ deal, scope }) => scope === 'deal' && deal?.id === id).sort(bySeverity)
  return {
    ...page,
    talk,
    minutes,
    oneThing: cause === undefined ? null : oneThingOf(cause, page.oneThing, own, words),
    deals: inOrder.slice(0, bounds.maxDeals).map(({ deal, question }, at) => ({
      deal,
      rank: at + 1,
      findings: of(deal.id),
      asks: question === undefined ? [] : [fill(question, words)],
    })),
  }
}

/** What the contract calls the one thing: the action, its reason, and a rule that speaks of it. */
function oneThingOf(cause: Cause, before: OneThing | null, own: readonly Finding[], words: Words): OneThing {
  const isOfIt = ({ family, deal, scope }: Finding) =>
    cause.families.includes(family) && (cause.first === undefined ? scope === 'rep' : deal?.id === cause.first.id)
  const finding = own.filter(isOfIt).sort(bySeverity)[0]
  const { first } = cause
  const alone = cause.why.flatMap((said) => (said.isAboutOthers === true ? [] : (said.alone ?? said)))
  return {
    cures: finding?.cures ?? before?.cures ?? 'other',
    rule: finding?.rule ?? before?.rule ?? own[0]?.rule ?? '',
    deal: first === undefined ? null : { id: first.id, name: first.name },
    action: fill(cause.todo, words),
    why: fillAll(cause.why, words),
    worth: before?.worth ?? null,
    forRep: {
      why: fillAll(alone, words),
      worth: before?.forRep === undefined ? (before?.worth ?? null) : before.forRep.worth,
    },
  }
}
