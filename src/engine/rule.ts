import type { Account } from '../book/accounts/account.ts'
import type { Book } from '../book/book.ts'
import type { Deal } from '../book/deals/deal.ts'
import type { Need } from '../book/known/knowledge.ts'
import type { JudgedCommitment } from '../book/past/commitments.ts'
import type { Manager, Team } from '../book/team/groups.ts'
import type { Rep } from '../book/team/rep.ts'
import type { Words } from '../language/words.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { Example } from './examples/example.ts'
import type { Cure, Evidence, Family, Finding, Place, Severity } from './finding.ts'

/** The options of a rule with their defaults: days, counts and shares, switches, lists of words. */
export type RuleOptions = Readonly<Record<string, number | boolean | string | readonly string[]>>

/** What a rule of each scope is asked about. */
export interface Subjects {
  deal: Deal
  rep: Rep
  account: Account
  team: Team
  manager: Manager
}

export type RuleScope = keyof Subjects

export const ruleScopes = ['deal', 'rep', 'account', 'team', 'manager'] as const satisfies readonly RuleScope[]

export interface RuleContext<O> {
  readonly book: Book
  readonly asOf: PlainDate
  readonly options: O
  /** Whether the config set this option: what the manager said wins over what the team's history suggests. */
  readonly isConfigured: (option: keyof O) => boolean
  /** What the other rules said; empty for a rule that does not read findings. */
  readonly findings: readonly Finding[]
  /** What was promised in earlier reviews, and what became of it; empty for a rule that does not read findings. */
  readonly commitments: readonly JudgedCommitment[]
}

/** A rule's words for one finding. */
export interface Said {
  readonly problem: string
  /** Open questions that depend on the evidence, the best first. */
  readonly asks: readonly string[]
  /** An imperative that can be done within a week, with a name or a count in it; else the first question is asked. */
  readonly action?: string
  /** Where it compares with colleagues: what the rep's own copy says instead. */
  readonly forRep?: SaidToRep
}

/** The same without colleagues' numbers. */
export interface SaidToRep {
  readonly problem: string
  /** Where the action has such a number in it too. */
  readonly action?: string
  /** The parts of the evidence that come of colleagues' numbers. */
  readonly without: readonly string[]
}

/** A rule's words for what many deals show: the leader's before it is any rep's. */
export interface SaidOfMany {
  /** How bad it is, in a clause: days, or money. */
  readonly fact?: string
  /** An open question for whoever leads the team. */
  readonly ask: string
}

/**
 * One belief about selling, named for the smell and not for the cure. `check` turns a subject into evidence or says
 * nothing; `say` turns evidence into words; each can be tested alone.
 */
export interface Rule<
  S extends RuleScope = RuleScope,
  O extends RuleOptions = RuleOptions,
  E extends Evidence = Evidence,
> {
  readonly id: string
  /** Where a rule speaks of the team and of managers, whoever leads the whole team is not told twice. */
  readonly scopes: readonly S[]
  readonly family: Family
  /**
   * `hygiene` is one line to clean up before the meeting, and never takes the place of a coaching item. What an `agenda`
   * rule says of a team or a manager stands on the manager's page.
   */
  readonly place: Place | ((evidence: E) => Place)
  readonly cures: Cure
  readonly title: string
  /** What deals are where it speaks of them, to stand in “Producing, but …”: `on single contacts`; else its title. */
  readonly phrase?: string
  /** What it is called where it speaks of one of several cases; without it the title. */
  titleOf?(evidence: E): string
  /** Why it matters, in two or three sentences. */
  readonly why: string
  /** Missing: “not checked”, never “all clear”. */
  readonly needs: readonly Need[]
  /** The defaults; the config can change each. */
  readonly options: O
  /** The option that the config can set for each stage. */
  readonly perStage?: keyof O & string
  /** Which deals a deal rule is asked about: open ones where it does not say. */
  readonly deals?: 'open' | 'lost'
  /** Renewals: only in the 90 days before their close (the default), or never. */
  readonly renewals?: 'never'
  /** Of reps who produce (`produces` in book/outcomes) it says nothing: whoever brings the results is left alone. */
  readonly sparesProducers?: true
  /** Reads what the other rules said and what was promised, and so runs after them. */
  readonly readsFindings?: true
  /** Rules that speak instead of this one about the same subject. */
  readonly yieldsTo?: readonly string[]
  check(subject: Subjects[S], context: RuleContext<O>): { severity: Severity; evidence: E } | undefined
  say(evidence: E, words: Words): Said
  /** Where so many deals show it that it is how the team works; without it a question that fits any rule. */
  ofMany?(evidence: readonly E[], words: Words): SaidOfMany
  /** What the next export would show if it were put right; without it: that the rule no longer speaks. */
  proof?(evidence: E): string
  /** At least a hit, a miss and a boundary: they are the tests and the documentation, and a review builds none of them. */
  readonly examples: () => readonly Example[]
}

/** Checks a rule's parts against each other and forgets them, so that rules of all kinds stand in one list. */
export function defineRule<S extends RuleScope, const O extends RuleOptions, E extends Evidence>(
  rule: Rule<S, Widened<O>, E> & { options: O },
): AnyRule {
  return rule as unknown as AnyRule
}

/** `14` as an option's default means any number. */
type Widened<O> = {
  readonly [K in keyof O]: O[K] extends number
    ? number
    : O[K] extends boolean
      ? boolean
      : O[K] extends string
        ? string
        : readonly string[]
}

/** Where a finding of the rule belongs, by what it saw and in whom. */
export function placeOf({ place }: Pick<AnyRule, 'place'>, evidence: Evidence, scope: RuleScope): Place {
  const declared = typeof place === 'function' ? place(evidence) : place
  return declared === 'agenda' && (scope === 'team' || scope === 'manager') ? 'manager' : declared
}

/** A rule of any scope: whoever applies it hands it subjects of its own scopes. */
export interface AnyRule extends Omit<Rule, 'check'> {
  /** From a file of the user's. */
  readonly isOwn?: true
  check(subject: Subjects[RuleScope], context: RuleContext<RuleOptions>): ReturnType<Rule['check']>
}
