import type { Book } from '../../book/book.ts'
import { buildBook } from '../../book/build-book.ts'
import { noPast } from '../../book/past/past.ts'
import { nobodys, noSettings, type Settings } from '../../book/settings.ts'
import { salesforce } from '../../ingest/crms/salesforce.ts'
import { Events } from '../../records/events.ts'
import { People } from '../../records/people.ts'
import type { Exports } from '../../records/exports.ts'
import { contactRows, day, dealRow, historyRows, repRow } from './example-deal-rows.ts'
import { accountRows, addActivities, addPeople } from './example-rows.ts'
import { EXAMPLE_DAY, type Example, type ExampleConfig, type ExampleDeal } from './example.ts'
import { pastOf, promisesOf, saying } from './example-past.ts'
import type { Finding } from '../finding.ts'
import type { AnyRule } from '../rule.ts'
import { runRules } from '../run-rules.ts'

/** Where an example's deal says nothing: late in the sale, well worked, with three people, one of whom decides. */
const HEALTHY = {
  owner: 'Dana Whitfield',
  stage: 'Proposal/Price Quote',
  amount: 20_000,
  created: '2026-10-15',
  closeDate: '2027-01-31',
  lastActivity: '2026-11-18',
  nextStep: '11/27: walk the CFO through the offer',
  nextActivity: null,
  pushCount: 0,
  type: 'New Business',
  contacts: ['Ada Moss (Decision Maker)', 'Bo Lund (Influencer)', 'Cy Reed (Business User)'],
} as const satisfies ExampleDeal

/** What the rule says of the example's first deal, of its owner, or of the team. */
export function judgeExample(rule: AnyRule, example: Example): Finding | undefined {
  const settings = { off: false, severity: undefined, options: example.options ?? {}, stages: new Map() }
  const book = exampleBook(example)
  const { findings, failures } = runRules(book, [...saying(example), rule], new Map([[rule.id, settings]]), () =>
    promisesOf(example),
  )
  const [failure] = failures
  if (failure !== undefined) throw failure.error
  const [first] = book.deals
  const own = findings.filter(
    ({ rule: id, manager }) => id === rule.id && (example.page === undefined || manager === example.page),
  )
  if (rule.scopes.includes('deal') && first !== undefined && own.every(({ scope }) => scope === 'deal'))
    return own.find(({ deal }) => deal?.id === first?.id)
  if (rule.scopes.includes('account')) return own.find(({ account }) => account === first?.account) ?? own[0]
  return rule.scopes.includes('rep') && !rule.scopes.includes('team')
    ? own.find(({ rep, scope }) => rep === first?.owner || scope !== 'rep')
    : own[0]
}

/** How what the rule says differs from what the example expects; undefined where it does not. */
export function contradiction(rule: AnyRule, { says, ...example }: Example): string | undefined {
  const finding = tried(rule, example)
  if (finding instanceof Error) return `it failed: ${finding.message}`
  const spoken = finding === undefined ? 'silent' : finding.severity
  const expected = says === undefined ? 'silent' : says.severity
  if (spoken !== expected) return `it is ${spoken}, expected ${expected}`
  const off = Object.entries(says?.evidence ?? {}).find(
    ([name, value]) => JSON.stringify(finding?.evidence[name]) !== JSON.stringify(value),
  )
  return off === undefined
    ? undefined
    : `${off[0]} is ${JSON.stringify(finding?.evidence[off[0]])}, expected ${JSON.stringify(off[1])}`
}

function tried(rule: AnyRule, example: Example): Finding | undefined | Error {
  try {
    return judgeExample(rule, example)
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

export function exampleBook(example: Example): Book {
  const asOf = day(EXAMPLE_DAY)
  if (asOf === undefined) throw new RangeError(EXAMPLE_DAY)
  const settings = settingsOf(example.config)
  const { deals } = buildBook(exampleExports(example), noPast, settings, asOf)
  return buildBook(exampleExports(example), pastOf(example, deals), settings, asOf)
}

function settingsOf(config: ExampleConfig = {}): Settings {
  const forAll = <T>(value: T | undefined) => ({ ...nobodys<T>(), default: value })
  const { perWeek, qualified, goal, prospecting, winRate, coverage, manager, closed } = config
  const [from, to] = (closed ?? []).map(day)
  return {
    ...noSettings,
    standards: {
      newOpportunities: forAll(perWeek),
      qualified: forAll(qualified === undefined ? undefined : { stage: undefined, requires: [], ...qualified }),
      prospectingActivities: forAll(prospecting),
      winRate: forAll(winRate),
      coverage: forAll(coverage),
    },
    goals: { ...noSettings.goals, amount: forAll(goal) },
    targets: { accounts: config.targetAccounts ?? [], segments: config.targetSegments ?? [] },
    words: { ...noSettings.words, ownSources: config.ownSources ?? [] },
    manager,
    closures: from === undefined || to === undefined ? [] : [{ from, to, reps: undefined }],
  }
}

function exampleExports(example: Example): Exports {
  const given = example.deals.flatMap((deal) => Array.from({ length: deal.times ?? 1 }, () => deal))
  const deals = given.map((deal, at) => ({ ...HEALTHY, ...deal, id: `deal-${at + 1}` }))
  const activities = new Events()
  for (const deal of deals) addActivities(activities, deal.activities, deal)
  addActivities(activities, example.activities)
  const people = new People()
  addPeople(people, example.accounts)
  return {
    inputs: [],
    rejected: [],
    warnings: [],
    older: [],
    deals: deals.map(dealRow),
    contactRoles: deals.flatMap(contactRows),
    history: deals.flatMap(historyRows),
    reps: (example.reps ?? []).map(repRow),
    goals: [],
    users: [],
    accounts: accountRows(example.accounts),
    people,
    activities,
    prices: [],
    extraColumns: [],
    crmStages: salesforce.stages,
  }
}
