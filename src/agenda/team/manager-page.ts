import { bookWords } from '../../book/book-words.ts'
import type { Book } from '../../book/book.ts'
import type { Manager } from '../../book/team/groups.ts'
import type { Finding } from '../../engine/finding.ts'
import { groupBy } from '../../kit/collections.ts'
import type { Words } from '../../language/words.ts'
import type { LetPass, ManagerPage, RepPage, TeamPattern } from '../agenda.ts'
import { onManagersPage } from '../commitments.ts'
import type { Composition } from '../composition.ts'
import { dealsOfNobody } from '../page/deals-part.ts'
import { goalLineOfAll } from '../page/goal-line.ts'
import { leadMeasures } from '../page/lead-measures.ts'
import { notesOn } from './manager-notes.ts'
import { meetingToJoin } from './meeting-to-join.ts'
import { pairsOf } from './peers.ts'
import { composeScreen } from './compose-screen.ts'

const HALF = 0.5
/** Fewer reps than this say nothing about a team. */
const TEAM = 3
/** From this many reviews on, what nobody promised anything about was let pass. */
const LET_PASS_REVIEWS = 3

/** The page of somebody who leads reps; of whoever leads the whole team with what is nobody's and what is unknown. */
export function composeManagerPage(
  manager: Manager,
  composition: Composition,
  pages: readonly RepPage[],
  collapsed: readonly TeamPattern[],
): ManagerPage {
  const { book, findings } = composition
  const words = bookWords(book)
  const names = new Set(manager.reps.map(({ name }) => name))
  const theirs = pages.filter(({ rep }) => names.has(rep.name))
  const [reps, absent] = [theirs.filter(({ isBlank }) => !isBlank), theirs.filter(({ isBlank }) => isBlank)]
  const own = findings.filter((one) => isFor(one, manager))
  const isToldWhere = own.some(({ cures }) => cures === 'joining')
  const patterns = manager.isTop ? collapsed : []
  const page = {
    manager,
    reps,
    absent,
    findings: own,
    team: [
      ...teamLines(reps, composition.rules, words),
      ...patterns.flatMap(({ isMost, text }) => (isMost ? [text] : [])),
    ],
    shared: sharedCreation(reps, composition),
    causes: causesOf(reps),
    takes: goalLineOfAll(manager, book, words),
    leadMeasures: leadMeasures(manager, book),
    letPass: letPass(composition, names),
    pairs: pairsOf(new Map([...composition.peers].filter(([rep]) => names.has(rep)))),
    join: isToldWhere ? undefined : meetingToJoin(manager, findings, book, words),
    collapsed: patterns,
    unassigned: manager.isTop ? book.unassigned : [],
    withoutActiveOwner: manager.isTop ? book.withoutActiveOwner : [],
    withoutOwner: isNobodys(manager, book) ? dealsOfNobody(composition) : undefined,
    commitments: owedBy(manager, composition),
    changes: composition.changes.filter(({ owner }) => manager.isTop || (owner !== undefined && names.has(owner))),
    notes: [...absentees(absent, words), ...(manager.isTop ? [...blindSpot(reps, book), ...notesOn(book, words)] : [])],
  }
  const talks = theirs.filter(({ isBlank }) => !isBlank).map(({ talk }) => talk)
  return { ...page, screen: composeScreen(page, talks, composition) }
}

/** No deal is anybody's: then nobody's page goes through them. */
function isNobodys({ isTop }: Manager, { reps, unassigned }: Book): boolean {
  return isTop && unassigned.length > 0 && reps.every(({ deals }) => deals.length === 0)
}

/** Where nobody wrote down what was tried, the two causes of too few new opportunities cannot be told apart. */
function blindSpot(pages: readonly RepPage[], book: Book): string[] {
  const isSaid = pages.some(({ diagnosis }) => diagnosis.cause === 'too-little-activity' || diagnosis.cause === 'both')
  if (!isSaid || book.knowledge.get('prospecting') === undefined) return []
  return [
    '“Too little activity” is read from new opportunities alone: whether too few were asked, or too little came of it, ' +
      'no activities in this export tell.',
  ]
}

/** One line for all of them: named, and asked about. */
function absentees(absent: readonly RepPage[], words: Words): string[] {
  if (absent.length === 0) return []
  const names = words.list(absent.map(({ rep }) => rep.name))
  const still = absent.length === 1 ? 'Is that somebody who sells?' : 'Who of them sells?'
  return [`Without a deal or an activity in this export, and so counted in nothing: ${names}. ${still}`]
}

function isFor(finding: Finding, { isTop, name }: Manager): boolean {
  if (finding.rep !== null) return false
  const isAboutSome = finding.scope === 'team' || finding.scope === 'manager'
  return isAboutSome ? finding.manager === (name ?? null) : isTop
}

function sharedCreation(pages: readonly RepPage[], { rules }: Composition): string[] {
  const ofCreation = [...rules.values()].filter(({ cures }) => cures === 'new-opportunities')
  return ofCreation.map(({ id }) => id).filter((rule) => isShared(sharing(rule, pages), pages))
}

/** How many reps the rule speaks of; a low finding is the empty week that everybody has now and then. */
function sharing(rule: string, pages: readonly RepPage[], withLow = false): number {
  const isSaid = (finding: Finding) => finding.rule === rule && (withLow || finding.severity !== 'low')
  return pages.filter((page) => page.about.some(isSaid)).length
}

/** Half of a team or more. */
export function isShared(reps: number, { length }: readonly unknown[]): boolean {
  return length >= TEAM && reps >= HALF * length
}

/** Whoever leads all sees everything that is owed, and each manager what is owed to their own. */
function owedBy({ isTop, reps }: Manager, { book, commitments }: Composition): ManagerPage['commitments'] {
  const names = new Set(reps.map(({ name }) => name))
  return onManagersPage(commitments, new Set(book.reps.map(({ name }) => name))).filter(
    ({ commitment: { owedTo } }) => isTop || (owedTo !== undefined && names.has(owedTo)),
  )
}

function causesOf(reps: readonly RepPage[]): ManagerPage['causes'] {
  return [...groupBy(reps, ({ diagnosis }) => diagnosis.cause)]
    .map(([cause, same]) => ({ cause, reps: same.length }))
    .sort((a, b) => b.reps - a.reps)
}

/** What stood for three reviews without a commitment: then it is the manager who let it pass. The oldest first. */
function letPass({ findings, isCommitted }: Composition, reps: ReadonlySet<string>): LetPass[] {
  return findings
    .filter((finding) => finding.age >= LET_PASS_REVIEWS && finding.place !== 'hygiene' && !isCommitted(finding))
    .flatMap(({ rep, cures, deal, rule, problem, age }) =>
      rep === null || !reps.has(rep) ? [] : [{ rep, cures, deal, rule, problem, age }],
    )
    .sort((a, b) => b.age - a.age)
}

/** What half the team or more has in common is the team's, and its leader's, before it is anyone's. */
function teamLines(pages: readonly RepPage[], rules: Composition['rules'], words: Words): string[] {
  if (pages.length < TEAM) return []
  const lines: string[] = []
  for (const { id, scopes, ofMany } of rules.values()) {
    if (!scopes.includes('rep') || ofMany === undefined || !isShared(sharing(id, pages), pages)) continue
    const { fact = '', ask } = ofMany([], words)
    lines.push(`${sharing(id, pages, true)} of ${words.count(pages.length, 'rep')} ${fact}. ${ask}`)
  }
  const causes = groupBy(pages, (page) => page.diagnosis.cause)
  for (const [cause, same] of causes)
    if (cause !== 'producing' && cause !== 'cannot-tell' && same.length >= HALF * pages.length)
      lines.push(
        `${same.length} of ${pages.length} reps have the same cause, ${cause.replaceAll('-', ' ')}: that is a matter of leadership. ` +
          'What would have to change for all of them?',
      )
  return lines
}
