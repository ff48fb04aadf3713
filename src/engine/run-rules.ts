import type { Book } from '../book/book.ts'
import type { Deal } from '../book/deal.ts'
import type { Need } from '../book/knowledge.ts'
import type { Rep } from '../book/rep.ts'
import { wordsFor } from '../words.ts'
import type { Evidence, Finding, NotChecked, Severity } from './finding.ts'
import type { AnyRule, Rule, RuleContext, RuleOptions } from './rule.ts'

/** What the config says about one rule. */
export interface RuleSettings {
  readonly off: boolean
  readonly severity: Severity | undefined
  readonly options: RuleOptions
  /** Stage to the value of the rule's per-stage option. */
  readonly stages: ReadonlyMap<string, number>
}

export interface RuleRun {
  /** Every finding, capped nowhere: team and reps by name, deals in the order of the export. */
  readonly findings: readonly Finding[]
  readonly notChecked: readonly NotChecked[]
  /** Rules that threw: reported by name, and nothing else is harmed. */
  readonly failures: readonly { readonly rule: string; readonly error: unknown }[]
}

const RENEWAL_DAYS = 90

/** Applies each rule to each of its subjects. */
export function runRules(
  book: Book,
  rules: readonly AnyRule[],
  settings: ReadonlyMap<string, RuleSettings> = new Map(),
): RuleRun {
  const findings: Finding[] = []
  const notChecked: NotChecked[] = []
  const failures: { rule: string; error: unknown }[] = []
  for (const rule of rules) {
    const own = settings.get(rule.id)
    if (own?.off === true) continue
    const gaps = missing(book, rule.needs)
    if (gaps.length > 0) {
      notChecked.push({ rule: rule.id, title: rule.title, ...joined(gaps) })
      continue
    }
    try {
      findings.push(...applyRule(book, rule, own))
    } catch (error) {
      failures.push({ rule: rule.id, error })
      const message = error instanceof Error ? error.message : String(error)
      notChecked.push({ rule: rule.id, title: rule.title, missing: [], enable: `the rule failed: ${message}` })
    }
  }
  return { findings: withoutYielded(findings, rules), notChecked, failures }
}

function missing(book: Book, needs: readonly Need[]) {
  return needs.flatMap((need) => book.knowledge.get(need) ?? [])
}

function joined(gaps: readonly { missing: string; enable: string }[]) {
  return { missing: gaps.map((gap) => gap.missing), enable: gaps.map((gap) => gap.enable).join('; and ') }
}

function applyRule(book: Book, rule: AnyRule, settings: RuleSettings | undefined): Finding[] {
  if (rule.scope === 'rep') {
    const context = contextFor(book, rule, settings, undefined)
    return book.reps.flatMap((rep) => speak(book, rule, settings, context, rep, { rep: rep.name, deal: null }) ?? [])
  }
  const owners = new Set(book.reps.map((rep) => rep.name))
  return book.open.flatMap((deal) => {
    if (deal.isRenewal && !speaksOfRenewal(rule, deal, book)) return []
    const context = contextFor(book, rule, settings, deal.stage)
    const rep = deal.owner !== undefined && owners.has(deal.owner) ? deal.owner : null
    return speak(book, rule, settings, context, deal, { rep, deal: { id: deal.id, name: deal.name } }) ?? []
  })
}

function speaksOfRenewal(rule: Rule<'deal'>, deal: Deal, book: Book): boolean {
  return rule.renewals !== 'never' && deal.closeDate !== undefined && deal.closeDate - book.asOf <= RENEWAL_DAYS
}

function contextFor(
  book: Book,
  rule: AnyRule,
  settings: RuleSettings | undefined,
  stage: string | undefined,
): RuleContext<RuleOptions> {
  const forStage = stage === undefined ? undefined : settings?.stages.get(stage.toLowerCase())
  const staged = rule.perStage === undefined || forStage === undefined ? {} : { [rule.perStage]: forStage }
  const configured: RuleOptions = { ...settings?.options, ...staged }
  return {
    book,
    asOf: book.asOf,
    options: { ...rule.options, ...configured },
    isConfigured: (option) => Object.hasOwn(configured, option),
  }
}

function speak<S extends Deal | Rep>(
  book: Book,
  rule: {
    readonly id: string
    readonly scope: 'deal' | 'rep'
    check(subject: S, context: RuleContext<RuleOptions>): { severity: Severity; evidence: Evidence } | undefined
    say: AnyRule['say']
  },
  settings: RuleSettings | undefined,
  context: RuleContext<RuleOptions>,
  subject: S,
  about: Pick<Finding, 'rep' | 'deal'>,
): Finding | undefined {
  const seen = rule.check(subject, context)
  if (seen === undefined) return undefined
  const said = rule.say(seen.evidence, wordsFor(book.asOf, book.currency, subject.name))
  return {
    rule: rule.id,
    scope: rule.scope,
    ...about,
    severity: settings?.severity ?? seen.severity,
    age: 1,
    evidence: seen.evidence,
    ...said,
  }
}

/** A rule that yields to another says nothing where the other speaks about the same subject. */
function withoutYielded(findings: readonly Finding[], rules: readonly AnyRule[]): Finding[] {
  const subject = (finding: Finding) => finding.deal?.id ?? `rep ${finding.rep}`
  const spoken = new Set(findings.map((finding) => `${finding.rule} ${subject(finding)}`))
  const yields = new Map(rules.map((rule) => [rule.id, rule.yieldsTo ?? []]))
  return findings.filter(
    (finding) => !(yields.get(finding.rule) ?? []).some((other) => spoken.has(`${other} ${subject(finding)}`)),
  )
}
