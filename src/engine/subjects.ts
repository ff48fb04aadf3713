import type { Book } from '../book/book.ts'
import type { Deal } from '../book/deals/deal.ts'
import { repByName } from '../book/lookup.ts'
import { produces } from '../book/team/outcomes.ts'
import { RENEWAL_DAYS } from '../book/deals/renewals.ts'
import type { Finding } from './finding.ts'
import type { AnyRule, RuleScope, Subjects } from './rule.ts'

/** How a finding names what it is about. */
export type About = Pick<Finding, 'scope' | 'rep' | 'manager' | 'deal' | 'account'>

interface Scope<S extends RuleScope> {
  /** Everything that the rule is asked about, in the order of the book. */
  readonly subjects: (rule: AnyRule, book: Book) => readonly Subjects[S][]
  /** Asked of what a rule speaks about only: it is one subject in fifty. */
  readonly about: (subject: Subjects[S], book: Book) => Partial<About>
  readonly stage?: (subject: Subjects[S]) => string | undefined
}

const scopes: { readonly [S in RuleScope]: Scope<S> } = {
  deal: {
    subjects: (rule, book) =>
      (rule.deals === 'lost' ? book.deals.filter(({ state }) => state === 'lost') : book.open).filter(
        (deal) => !deal.isRenewal || speaksOfRenewal(rule, deal, book),
      ),
    about: ({ id, name, owner }, book) => ({ rep: repNamed(owner, book), deal: { id, name } }),
    stage: ({ stage }) => stage,
  },
  rep: {
    subjects: (rule, book) => book.reps.filter((rep) => rule.sparesProducers !== true || !produces(rep, book)),
    about: ({ name }) => ({ rep: name }),
  },
  account: {
    subjects: (_, { accounts }) => accounts,
    about: ({ name, owner }, book) => ({ rep: repNamed(owner, book), account: name }),
  },
  team: {
    subjects: (_, { team }) => [team],
    about: ({ name }) => ({ manager: name ?? null }),
  },
  manager: {
    subjects: (rule, { managers }) => managers.filter(({ isTop }) => !isTop || !rule.scopes.includes('team')),
    about: ({ name }) => ({ manager: name ?? null }),
  },
}

/** A scope as the engine sees it: a rule's subjects go back to the scope that they came from. */
export const scopeOf = (scope: RuleScope) => scopes[scope] as Scope<RuleScope>

/** How a finding of the scope names this subject. */
export function aboutOf(scope: RuleScope, subject: Subjects[RuleScope], book: Book): About {
  const { rep = null, manager = null, deal = null, account = null } = scopeOf(scope).about(subject, book)
  return { scope, rep, manager, deal, account }
}

function repNamed(owner: string | undefined, book: Book): string | null {
  return repByName(owner, book)?.name ?? null
}

function speaksOfRenewal(rule: AnyRule, deal: Deal, book: Book): boolean {
  // Of a lost one the close is past.
  const close = deal.closeDate ?? deal.closedOn
  return rule.renewals !== 'never' && close !== undefined && close - book.asOf <= RENEWAL_DAYS
}
