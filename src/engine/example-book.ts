import type { Book } from '../book/book.ts'
import { buildBook } from '../book/build-book.ts'
import { noPast } from '../book/past.ts'
import { noSettings } from '../book/settings.ts'
import { salesforce } from '../ingest/crms/salesforce.ts'
import { Events } from '../ingest/events.ts'
import { People } from '../ingest/people.ts'
import type { Exports } from '../ingest/exports.ts'
import type { ContactRoleRow, DealRow, HistoryRow } from '../ingest/fields.ts'
import { parseIsoDate, type PlainDate } from '../plain-date.ts'
import { EXAMPLE_DAY, type Example, type ExampleDeal } from './example.ts'
import type { Finding } from './finding.ts'
import type { AnyRule } from './rule.ts'
import { runRules } from './run-rules.ts'

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

/** What the rule says of the example's first deal, or of its owner. */
export function judgeExample(rule: AnyRule, example: Example): Finding | undefined {
  const settings = { off: false, severity: undefined, options: example.options ?? {}, stages: new Map() }
  const book = exampleBook(example)
  const { findings, failures } = runRules(book, [rule], new Map([[rule.id, settings]]))
  const [failure] = failures
  if (failure !== undefined) throw failure.error
  const [first] = book.deals
  return findings.find((finding) =>
    rule.scopes.includes('deal') ? finding.deal?.id === first?.id : finding.rep === first?.owner,
  )
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
  return buildBook(exampleExports(example), noPast, noSettings, asOf)
}

function exampleExports(example: Example): Exports {
  const given = example.deals.flatMap((deal) => Array.from({ length: deal.times ?? 1 }, () => deal))
  const deals = given.map((deal, at) => ({ ...HEALTHY, ...deal, id: `deal-${at + 1}` }))
  return {
    inputs: [],
    rejected: [],
    warnings: [],
    deals: deals.map(dealRow),
    contactRoles: deals.flatMap(contactRows),
    history: deals.flatMap(historyRows),
    reps: [],
    goals: [],
    people: new People(),
    activities: new Events(),
    crmStages: salesforce.stages,
  }
}

type FullDeal = ExampleDeal & { readonly id: string }

function dealRow(deal: FullDeal, at: number): DealRow {
  return {
    id: deal.id,
    name: deal.name ?? `Deal ${at + 1}`,
    account: `Client ${at + 1}`,
    product: undefined,
    owner: deal.owner,
    stage: deal.stage ?? undefined,
    status: undefined,
    isClosed: undefined,
    isWon: undefined,
    amount: deal.amount ?? undefined,
    amountWon: undefined,
    currency: 'USD',
    created: day(deal.created),
    closeDate: day(deal.closeDate),
    closedOn: undefined,
    lastActivity: day(deal.lastActivity),
    nextStep: deal.nextStep ?? undefined,
    nextActivity: day(deal.nextActivity),
    hasOpenActivity: undefined,
    pushCount: deal.pushCount ?? undefined,
    probability: undefined,
    source: undefined,
    type: deal.type,
    pipeline: undefined,
    contact: undefined,
    contactId: undefined,
    accountId: undefined,
    wonOn: undefined,
    lostOn: undefined,
    lostReason: undefined,
    stageChanged: undefined,
    decisionMaker: undefined,
  }
}

function contactRows(deal: FullDeal): ContactRoleRow[] {
  return (deal.contacts ?? []).map((contact) => {
    const [, name = contact, role] = /^(.*?)(?: \((.*)\))?$/.exec(contact) ?? []
    return { dealId: deal.id, contactId: undefined, contactName: name, role: role ?? 'Business User' }
  })
}

function historyRows(deal: FullDeal): HistoryRow[] {
  return (deal.closeDates ?? []).map(([from, closeDate]) => ({
    dealId: deal.id,
    changed: day(from),
    stage: undefined,
    amount: undefined,
    closeDate: day(closeDate),
  }))
}

function day(text: string | null | undefined): PlainDate | undefined {
  return text === null || text === undefined ? undefined : parseIsoDate(text)
}
