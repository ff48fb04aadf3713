import type { Book } from '../book/book.ts'
import type { JudgedCommitment } from '../book/past/commitments.ts'
import { isSameData } from '../book/checks/data-check.ts'
import { findingKey, reviewsSaying } from '../book/past/past.ts'
import { bookWords } from '../book/book-words.ts'
import { contexts, gapsOf, type Known, type RuleSettings } from './asking.ts'
import { dismissalOf } from './dismissals.ts'
import { raised, type Evidence, type Finding, type NotChecked, type Severity } from './finding.ts'
import { placeOf, type AnyRule, type RuleScope, type SaidToRep, type Subjects } from './rule.ts'
import { aboutOf, scopeOf } from './subjects.ts'

export interface RuleRun {
  /** Every finding, capped nowhere: rule by rule, its subjects in the order of the book. */
  readonly findings: readonly Finding[]
  readonly notChecked: readonly NotChecked[]
  /** Ids of the rules that could be applied, whether they said something or not. */
  readonly ran: readonly string[]
  /** Rules that threw: reported by name, and nothing else is harmed. */
  readonly failures: readonly { readonly rule: string; readonly error: unknown }[]
  /** What was promised in earlier reviews, and what became of it. */
  readonly commitments: readonly JudgedCommitment[]
}

/** Judges what was promised, by what the rules say now. */
export type Judge = (run: Pick<RuleRun, 'findings' | 'notChecked'>) => readonly JudgedCommitment[]

/** Applies each rule to each of its subjects; those that read the others' findings after all others. */
export function runRules(
  book: Book,
  rules: readonly AnyRule[],
  settings: ReadonlyMap<string, RuleSettings> = new Map(),
  judge: Judge = () => [],
): RuleRun {
  const first = pass(
    book,
    rules.filter((rule) => rule.readsFindings !== true),
    settings,
    { findings: [], commitments: [] },
  )
  const findings = withoutYielded(first.findings, rules)
  const commitments = judge({ findings, notChecked: first.notChecked })
  const second = pass(
    book,
    rules.filter((rule) => rule.readsFindings === true),
    settings,
    { findings, commitments },
  )
  return {
    findings: [...findings, ...withoutYielded(second.findings, rules)],
    notChecked: [...first.notChecked, ...second.notChecked],
    failures: [...first.failures, ...second.failures],
    ran: [...first.ran, ...second.ran],
    commitments,
  }
}

function pass(
  book: Book,
  rules: readonly AnyRule[],
  settings: ReadonlyMap<string, RuleSettings>,
  known: Known,
): Omit<RuleRun, 'commitments'> {
  const findings: Finding[] = []
  const notChecked: NotChecked[] = []
  const failures: { rule: string; error: unknown }[] = []
  const ran: string[] = []
  for (const rule of rules) {
    const own = settings.get(rule.id)
    if (own?.off === true) continue
    const gaps = gapsOf(rule, book)
    if (gaps.length > 0) {
      notChecked.push({ rule: rule.id, title: rule.title, gaps, failure: undefined })
      continue
    }
    try {
      // All of a rule's, or none where it fails. One by one: a hundred thousand arguments are more than a call takes.
      for (const finding of saidBy(rule, book, own, known)) findings.push(finding)
      ran.push(rule.id)
    } catch (error) {
      failures.push({ rule: rule.id, error })
      const message = error instanceof Error ? error.message : String(error)
      notChecked.push({ rule: rule.id, title: rule.title, gaps: [], failure: `the rule failed: ${message}` })
    }
  }
  return { findings, notChecked, failures, ran }
}

function saidBy(rule: AnyRule, book: Book, settings: RuleSettings | undefined, known: Known): Finding[] {
  const contextFor = contexts(book, rule, settings, known)
  return rule.scopes.flatMap((scope) => {
    const { subjects, stage } = scopeOf(scope)
    return subjects(rule, book).flatMap((subject) => {
      const seen = rule.check(subject, contextFor(stage?.(subject)))
      return seen === undefined ? [] : say({ rule, seen, scope, subject }, book, settings?.severity)
    })
  })
}

/** From this age on a finding is raised one step. */
const STANDING = 3

/** What a rule has seen, and in whom. */
interface Sighting {
  readonly rule: AnyRule
  readonly seen: NonNullable<ReturnType<AnyRule['check']>>
  readonly scope: RuleScope
  readonly subject: Subjects[RuleScope]
}

/** Runs for every finding: spreading what is known of it would take longer than all the rest. */
function say({ rule, seen, scope, subject }: Sighting, book: Book, configured: Severity | undefined): Finding {
  const { evidence, severity } = seen
  const said = rule.say(evidence, bookWords(book, subject.name))
  const about = aboutOf(scope, subject, book)
  const { rep, manager, deal, account } = about
  const key = findingKey({ rule: rule.id, scope, rep, manager, deal, account })
  const action = said.action ?? said.asks[0] ?? said.problem
  // The data of the last review again: nothing stands longer than it did.
  const age = Math.max(1, reviewsSaying(book.past, key) + (isSameData(book.data) ? 0 : 1))
  return {
    rule: rule.id,
    family: rule.family,
    place: placeOf(rule, evidence, scope),
    cures: rule.cures,
    scope,
    rep,
    manager,
    deal,
    account,
    severity: configured ?? (age < STANDING ? severity : raised(severity)),
    age,
    evidence,
    problem: said.problem,
    asks: said.asks,
    action,
    proof: proofOf(rule, evidence),
    forRep: said.forRep === undefined ? undefined : withoutColleagues(said.forRep, action, evidence),
    dismissed: dismissalOf(book, key, about),
  }
}

function withoutColleagues({ problem, without, ...own }: SaidToRep, action: string, evidence: Evidence) {
  const unknown = Object.fromEntries(without.map((part) => [part, null]))
  return { problem, action: own.action ?? action, evidence: { ...evidence, ...unknown } }
}

function proofOf(rule: AnyRule, evidence: Evidence): string {
  return rule.proof?.(evidence) ?? `cleared:${rule.id}`
}

/**
 * A rule that yields to another says nothing where the other speaks about the same subject; one that has itself
 * yielded there does not speak. Of two that yield to each other the first stays silent.
 */
function withoutYielded(findings: readonly Finding[], rules: readonly AnyRule[]): Finding[] {
  const yields = new Map(
    rules.flatMap(({ id, yieldsTo = [] }) => (yieldsTo.length === 0 ? [] : [[id, yieldsTo] as const])),
  )
  // All other rules speak, and nobody asks whether they do.
  const asked = new Set([...yields].flatMap(([id, others]) => [id, ...others]))
  const found = new Set(findings.filter(({ rule }) => asked.has(rule)).map(findingKey))
  const speaking = new Map<string, boolean>()
  const speaks = (finding: Finding, rule: string): boolean => {
    const { scope, rep, manager, deal, account } = finding
    const key = findingKey({ rule, scope, rep, manager, deal, account })
    const known = found.has(key) ? speaking.get(key) : false
    if (known !== undefined) return known
    speaking.set(key, false)
    const isSpeaking = !(yields.get(rule) ?? []).some((other) => speaks(finding, other))
    speaking.set(key, isSpeaking)
    return isSpeaking
  }
  return findings.filter((finding) => !yields.has(finding.rule) || speaks(finding, finding.rule))
}
