import type { Book } from '../book/book.ts'
import type { JudgedCommitment } from '../book/past/commitments.ts'
import { findingKey } from '../book/past/past.ts'
import { contexts, gapsOf, type Known, type RuleSettings } from './asking.ts'
import type { Finding, NotChecked } from './finding.ts'
import type { AnyRule } from './rule.ts'
import { Spoken } from './spoken.ts'
import { scopeOf } from './subjects.ts'

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
      return seen === undefined ? [] : new Spoken({ rule, seen, scope, subject }, book, settings?.severity)
    })
  })
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
