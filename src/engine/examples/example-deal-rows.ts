import type { ContactRoleRow, DealRow, HistoryRow, RepRow } from '../../records/fields.ts'
import { parseIsoDate, type PlainDate } from '../../time/plain-date.ts'
import type { ExampleDeal, ExampleRep } from './example.ts'

export type FullDeal = ExampleDeal & { readonly id: string }

export function dealRow(deal: FullDeal, at: number): DealRow {
  return {
    id: deal.id,
    name: deal.name ?? `Deal ${at + 1}`,
    account: deal.account === undefined ? `Client ${at + 1}` : (deal.account ?? undefined),
    product: undefined,
    owner: deal.owner ?? undefined,
    stage: deal.stage ?? undefined,
    status: undefined,
    isClosed: undefined,
    isWon: undefined,
    isLost: undefined,
    amount: deal.amount ?? undefined,
    amountWon: undefined,
    amountPeriod: undefined,
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
    source: deal.source,
    createdBy: deal.createdBy,
    type: deal.type,
    pipeline: undefined,
    contact: undefined,
    contactId: undefined,
    accountId: undefined,
    wonOn: undefined,
    lostOn: undefined,
    lostReason: deal.lostReason,
    stageChanged: day(deal.stageChanged),
    decisionMaker: undefined,
    valueProposition: deal.valueProposition,
  }
}

export function contactRows(deal: FullDeal): ContactRoleRow[] {
  return (deal.contacts ?? []).map((contact) => {
    const [, name = contact, role] = /^(.*?)(?: \((.*)\))?$/.exec(contact) ?? []
    return { dealId: deal.id, contactId: undefined, contactName: name, role: role ?? 'Business User' }
  })
}

export function historyRows({ id, closeDates = [], stages = [], amounts = [] }: FullDeal): HistoryRow[] {
  const row = { dealId: id, stage: undefined, amount: undefined, closeDate: undefined }
  return [
    ...closeDates.map(([from, closeDate]) => ({ ...row, changed: day(from), closeDate: day(closeDate) })),
    ...stages.map(([from, stage]) => ({ ...row, changed: day(from), stage })),
    ...amounts.map(([from, amount]) => ({ ...row, changed: day(from), amount })),
  ]
}

export function repRow({ rep, level, startDate, manager, goal }: ExampleRep): RepRow {
  const untold = {
    email: undefined,
    team: undefined,
    period: undefined,
    month: undefined,
    quarter: undefined,
    year: undefined,
  }
  return { rep, level, startDate: day(startDate), manager, goal, ...untold }
}

export function day(text: string | null | undefined): PlainDate | undefined {
  return text === null || text === undefined ? undefined : parseIsoDate(text)
}
