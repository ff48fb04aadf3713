import type { Book } from '../book/book.ts'
import type { Deal } from '../book/deal.ts'
import { RENEWAL_DAYS } from '../book/renewals.ts'
import { produces } from '../book/outcomes.ts'
import type { Finding } from './finding.ts'
import type { AnyRule, RuleScope, Subjects } from './rule.ts'

/** One thing that a rule is asked about, and how a finding names it. */
export interface Subject {
  readonly subject: Subjects[RuleScope]
  readonly stage: string | undefined
  readonly about: Pick<Finding, 'scope' | 'rep' | 'manager' | 'deal' | 'account'>
}

/** Everything that the rule is asked about, scope by scope, in the order of the book. */
export function subjectsOf(rule: AnyRule, book: Book): readonly Subject[] {
  return rule.scopes.flatMap((scope) => subjects[scope](rule, book))
}

const subjects: Record<RuleScope, (rule: AnyRule, book: Book) => readonly Subject[]> = {
  deal: (rule, book) => {
    const owners = new Set(book.reps.map((rep) => rep.name))
    const deals = rule.deals === 'lost' ? book.deals.filter(({ state }) => state === 'lost') : book.open
    return deals
      .filter((deal) => !deal.isRenewal || speaksOfRenewal(rule, deal, book))
      .map((deal) => ({ subject: deal, stage: deal.stage, about: aboutDeal(deal, owners) }))
  },
  rep: (rule, book) =>
    book.reps
      .filter((rep) => rule.sparesProducers !== true || !produces(rep, book))
      .map((rep) => ({ subject: rep, ...aboutGroup('rep', rep.name) })),
  account: (_, { accounts, reps }) => {
    const owners = new Set(reps.map(({ name }) => name))
    return accounts.map((account) => {
      const rep = account.owner !== undefined && owners.has(account.owner) ? account.owner : null
      const about = { scope: 'account', rep, manager: null, deal: null, account: account.name } as const
      return { subject: account, stage: undefined, about }
    })
  },
  team: (_, { team }) => [{ subject: team, ...aboutGroup('team', null, team.name) }],
  manager: (rule, { managers }) =>
    managers
      .filter(({ isTop }) => !isTop || !rule.scopes.includes('team'))
      .map((manager) => ({ subject: manager, ...aboutGroup('manager', null, manager.name) })),
}

function aboutDeal(deal: Deal, owners: ReadonlySet<string>): Subject['about'] {
  const rep = deal.owner !== undefined && owners.has(deal.owner) ? deal.owner : null
  return { scope: 'deal', rep, manager: null, deal: { id: deal.id, name: deal.name }, account: null }
}

function aboutGroup(scope: RuleScope, rep: string | null, manager?: string): Omit<Subject, 'subject'> {
  return { stage: undefined, about: { scope, rep, manager: manager ?? null, deal: null, account: null } }
}

function speaksOfRenewal(rule: AnyRule, deal: Deal, book: Book): boolean {
  // Of a lost one the close is past.
  const close = deal.closeDate ?? deal.closedOn
  return rule.renewals !== 'never' && close !== undefined && close - book.asOf <= RENEWAL_DAYS
}
