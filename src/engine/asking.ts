import type { Book } from '../book/book.ts'
import { judgesNobody } from '../book/checks/data-check.ts'
import type { Deal } from '../book/deals/deal.ts'
import type { Fix, Gap } from '../book/known/gaps.ts'
import { isoDate } from '../time/plain-date.ts'
import type { Severity } from './finding.ts'
import type { AnyRule, RuleContext, RuleOptions } from './rule.ts'
import { scopeOf } from './subjects.ts'

/** What the config says about one rule. */
export interface RuleSettings {
  readonly off: boolean
  readonly severity: Severity | undefined
  readonly options: RuleOptions
  /** Stage to the value of the rule's per-stage option. */
  readonly stages: ReadonlyMap<string, number>
}

/** What the other rules said, for a rule that reads it. */
export type Known = Pick<RuleContext<RuleOptions>, 'findings' | 'commitments'>

/** What keeps the rule from running. */
export function gapsOf({ scopes, needs }: AnyRule, book: Book): readonly Gap[] {
  const { old } = book.data
  // An export that ends before the day that was asked for tells of deals, and of nobody's work.
  if (old !== undefined && judgesNobody(book.data) && scopes.some((scope) => scope !== 'deal')) {
    const fixes: readonly Fix[] = [{ kind: 'deals', of: 'a new export' }]
    return [{ missing: `entries after ${isoDate(old.lastGoodDay)}`, fixes, enable: 'export again' }]
  }
  return needs.flatMap((need) => book.knowledge.get(need) ?? [])
}

/** What a rule is told beside its subject: the same for all subjects, or for all of one stage where a stage has options. */
export function contexts(book: Book, rule: AnyRule, settings: RuleSettings | undefined, known: Known) {
  const contextOf = (ofStage: RuleOptions): RuleContext<RuleOptions> => {
    const configured: RuleOptions = { ...settings?.options, ...ofStage }
    return {
      book,
      asOf: book.asOf,
      options: { ...rule.options, ...configured },
      isConfigured: (option) => Object.hasOwn(configured, option),
      ...known,
    }
  }
  const usual = contextOf({})
  const { perStage } = rule
  const staged = new Map(
    perStage === undefined
      ? []
      : [...(settings?.stages ?? [])].map(([stage, value]) => [stage, contextOf({ [perStage]: value })] as const),
  )
  return (stage: string | undefined) => (stage === undefined ? usual : (staged.get(stage.toLowerCase()) ?? usual))
}

/** Whether a rule speaks about open deals by itself: not about people, lost deals or what other rules said. */
export function isAboutOpenDeals({ scopes, deals, readsFindings }: AnyRule): boolean {
  return scopes.includes('deal') && deals !== 'lost' && readsFindings !== true
}

/** The open deals that a rule is asked about, whatever other rules say. */
export function dealsAsked(rule: AnyRule, book: Book): readonly Deal[] {
  return scopeOf('deal').subjects(rule, book) as readonly Deal[]
}

/** Asks a rule about single deals, and wants no words: undefined where it says nothing. */
export function dealAsker(rule: AnyRule, book: Book, settings: RuleSettings | undefined) {
  const contextFor = contexts(book, rule, settings, { findings: [], commitments: [] })
  return (deal: Deal): Severity | undefined => rule.check(deal, contextFor(deal.stage))?.severity
}
