import { bookWords } from '../book/book-words.ts'
import type { Book } from '../book/book.ts'
import { isCoveredBy } from '../book/past/commitments.ts'
import { isAbsent } from '../book/team/rep.ts'
import { hasTeamFallen } from '../book/team/usual-creation.ts'
import type { AnyRule } from '../engine/rule.ts'
import type { RuleRun } from '../engine/run-rules.ts'
import { compare } from '../history/compare.ts'
import { compareText, groupBy } from '../kit/collections.ts'
import type { Agenda, RepPage } from './agenda.ts'
import type { Bounds, Composition } from './composition.ts'
import { composePage } from './page/compose-page.ts'
import { isAboutOpen } from './page/deals-part.ts'
import { diagnose, type Diagnosis } from './page/diagnosis.ts'
import { dominantPattern } from './page/dominant-pattern.ts'
import { composeManagerPage, isShared } from './team/manager-page.ts'
import { teamPatterns } from './team/patterns.ts'
import { findPeers, shareOfRules } from './team/peers.ts'
import { withPreparations } from './team/preparations.ts'

/** Turns findings into pages: for each rep one thing and a few conversations, and the manager's own page. */
export function composeAgenda(book: Book, rules: readonly AnyRule[], run: RuleRun, bounds: Bounds): Agenda {
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
  }
  const unprepared = book.reps.map((rep) => composePage(rep, composition)).sort(byNeed)
  const pages = withPreparations(unprepared, { book, rules: byId, shares, words })
  const [top, ...managers] = book.managers.map((manager) => composeManagerPage(manager, composition, pages, collapsed))
  if (top === undefined) throw new RangeError('a book has a manager')
  return {
    book,
    findings: run.findings,
    notChecked: run.notChecked,
    pages,
    manager: top,
    managers,
    isWholeTeam: true,
    audience: 'manager',
  }
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

type Needy = Pick<RepPage, 'rep' | 'oneThing'>

/** Those with the most to gain first, healthy ones last; then by name. */
function byNeed(a: Needy, b: Needy): number {
  const need = (page: Needy) => (page.oneThing === null ? -1 : (page.oneThing.worth ?? 0))
  return need(b) - need(a) || compareText(a.rep.name, b.rep.name)
}
