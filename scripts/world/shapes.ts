import { calendarParts, isoDate, type PlainDate } from '../../src/time/plain-date.ts'
import { emailOf } from './names.ts'
import { allColumns } from './deal.ts'
import { STAGES, type World } from './log.ts'
import { onDay, type DealOnDay } from './on-day.ts'
import { ownerName, type RowsOptions } from './rows.ts'

export const SHAPES = ['salesforce', 'hubspot', 'spreadsheet'] as const
export type ShapeName = (typeof SHAPES)[number]

type Cell = string | number | undefined
/** A file’s columns: its header, and what stands in it. */
type Columns<T> = readonly (readonly [header: string, cell: (of: T) => Cell])[]

/** What the CRM exports at the end of a day: file name to content. Files beside the deals only where they are asked for. */
export function exportOn(
  world: World,
  day: PlainDate,
  shape: ShapeName,
  options: RowsOptions = {},
): Map<string, string> {
  const deals = onDay(world, day)
  const files =
    shape === 'salesforce'
      ? salesforce(deals, day, options)
      : shape === 'hubspot'
        ? hubspot(deals, day, options)
        : spreadsheet()
  const [name, columns] = files.deals
  const more: Columns<DealOnDay> = allColumns(world.options).map(
    ({ name: header }) => [header, ({ columns: cells }) => cells.get(header)] as const,
  )
  const written = new Map([[name, table([...columns, ...more], deals)], ...files.further])
  written.set('reps.csv', reps(world))
  return written
}

interface Files {
  readonly deals: readonly [name: string, columns: Columns<DealOnDay>]
  readonly further: readonly (readonly [name: string, content: string])[]
}

const us = (day: PlainDate | undefined) => {
  if (day === undefined) return ''
  const { year, month, day: of } = calendarParts(day)
  return `${month}/${of}/${year}`
}
const iso = (day: PlainDate | undefined) => (day === undefined ? '' : isoDate(day))

function salesforce(deals: readonly DealOnDay[], day: PlainDate, options: RowsOptions): Files {
  const columns: Columns<DealOnDay> = [
    ['Opportunity ID', ({ deal }) => deal.id],
    ['Opportunity Name', ({ deal }) => deal.name],
    ['Account Name', ({ deal }) => deal.customer.name],
    ['Opportunity Owner', ownerName],
    ['Created By', ({ deal }) => deal.createdBy.name],
    ['Type', ({ deal }) => deal.type],
    ['Lead Source', ({ deal }) => deal.source],
    ['Product Name', ({ deal }) => deal.product],
    ['Region', ({ deal }) => deal.customer.region],
    ['Stage', ({ stage }) => stage],
    ['Probability (%)', probability],
    ['Amount', ({ amount }) => amount],
    ['Close Date', ({ closeDate }) => us(closeDate)],
    ['Created Date', ({ deal }) => us(deal.created)],
    ['Last Activity', ({ lastActivity }) => us(lastActivity)],
    ['Next Step', (each) => nextStep(each)],
    ['Push Count', ({ pushes }) => pushes],
    ['Loss Reason', ({ reason }) => reason],
  ]
  const further: (readonly [string, string])[] = []
  if (options.activities === true)
    further.push([
      'activities.csv',
      table(
        SALESFORCE_ACTIVITIES,
        activitiesOf(deals).map((each) => ({ ...each, asOf: day })),
      ),
    ])
  if (options.contacts === true) further.push(['contact-roles.csv', table(SALESFORCE_ROLES, rolesOf(deals))])
  if (options.history === true) further.push(['opportunity-history.csv', table(SALESFORCE_HISTORY, historyOf(deals))])
  return { deals: ['opportunities.csv', columns], further }
}

const PROBABILITY: Readonly<Record<string, number>> = {
  [STAGES[0]]: 10,
  [STAGES[1]]: 25,
  [STAGES[2]]: 50,
  [STAGES[3]]: 75,
}
const probability = ({ state, stage }: DealOnDay) => (state === 'won' ? 100 : state === 'lost' ? 0 : PROBABILITY[stage])

function nextStep({ planned, state }: DealOnDay): string {
  if (state !== 'open' || planned === undefined) return ''
  return `${us(planned.day)}: ${planned.type.toLowerCase()} with ${planned.person.name}`
}

const rolesOf = (deals: readonly DealOnDay[]) =>
  deals.flatMap(({ deal, contacts }) => contacts.map((person, at) => ({ deal, person, at })))
const historyOf = (deals: readonly DealOnDay[]) =>
  deals.flatMap(({ deal, history }) => history.map((held) => ({ deal, held })))
const activitiesOf = (deals: readonly DealOnDay[]) =>
  deals.flatMap(({ deal, activities }) => activities.map((activity) => ({ deal, activity })))

const SALESFORCE_ROLES: Columns<ReturnType<typeof rolesOf>[number]> = [
  ['OpportunityId', ({ deal }) => deal.id],
  ['ContactId', ({ person }) => person.id],
  ['Contact.Name', ({ person }) => person.name],
  ['Contact.Title', ({ person }) => person.title],
  ['Role', ({ person }) => (person.isDeciding ? 'Decision Maker' : 'Evaluator')],
  ['IsPrimary', ({ at }) => String(at === 0)],
]

const SALESFORCE_HISTORY: Columns<ReturnType<typeof historyOf>[number]> = [
  ['OpportunityId', ({ deal }) => deal.id],
  ['StageName', ({ held }) => held.stage],
  ['Amount', ({ held }) => held.amount],
  ['CloseDate', ({ held }) => isoDate(held.closeDate)],
  ['CreatedDate', ({ held }) => isoDate(held.day)],
]

type ActivityOnDay = ReturnType<typeof activitiesOf>[number] & { readonly asOf: PlainDate }

const SALESFORCE_ACTIVITIES: Columns<ActivityOnDay> = [
  ['Id', ({ activity }) => activity.id],
  ['WhatId', ({ deal }) => deal.id],
  ['WhoId', ({ activity }) => activity.person.id],
  ['Who.Name', ({ activity }) => activity.person.name],
  ['Owner.Name', ({ activity }) => activity.owner.name],
  ['Subject', ({ activity, deal }) => `${activity.type} about ${deal.product}`],
  ['Type', ({ activity }) => activity.type],
  ['Status', ({ activity, asOf }) => (activity.day <= asOf ? 'Completed' : 'Open')],
  ['ActivityDate', ({ activity }) => isoDate(activity.day)],
]

function hubspot(deals: readonly DealOnDay[], day: PlainDate, options: RowsOptions): Files {
  const columns: Columns<DealOnDay> = [
    ['Record ID', ({ deal }) => deal.id],
    ['Deal Name', ({ deal }) => deal.name],
    ['Deal Stage', ({ stage }) => stage],
    ['Pipeline', () => 'Sales Pipeline'],
    ['Amount', ({ amount }) => amount],
    ['Close Date', ({ closeDate }) => iso(closeDate)],
    ['Create Date', ({ deal }) => iso(deal.created)],
    ['Deal owner', (each) => (each.owner === undefined ? '' : ownerName(each))],
    ['Deal Type', ({ deal }) => deal.type],
    ['Original Traffic Source', ({ deal }) => deal.source],
    ['Product', ({ deal }) => deal.product],
    ['Region', ({ deal }) => deal.customer.region],
    ['Last Activity Date', ({ lastActivity }) => iso(lastActivity)],
    ['Next Activity Date', ({ planned }) => iso(planned?.day)],
    ['Closed Lost Reason', ({ reason }) => reason],
    ['Associated Company', ({ deal }) => deal.customer.name],
    ['Associated Contact', ({ contacts }) => contacts.map(({ name }) => name).join(';')],
  ]
  const further: (readonly [string, string])[] = []
  if (options.activities === true)
    further.push([
      'activities.csv',
      table(
        HUBSPOT_ACTIVITIES,
        activitiesOf(deals).map((each) => ({ ...each, asOf: day })),
      ),
    ])
  return { deals: ['deals.csv', columns], further }
}

const HUBSPOT_ACTIVITIES: Columns<ActivityOnDay> = [
  ['Activity ID', ({ activity }) => activity.id],
  ['Activity Type', ({ activity }) => activity.type],
  ['Activity Date', ({ activity }) => isoDate(activity.day)],
  ['Activity Owner', ({ activity }) => activity.owner.name],
  ['Task Status', ({ activity, asOf }) => (activity.day <= asOf ? 'Completed' : 'Not Started')],
  ['Associated Deal IDs', ({ deal }) => deal.id],
  ['Associated Contact Email', ({ activity }) => activity.person.email],
]

function spreadsheet(): Files {
  const columns: Columns<DealOnDay> = [
    ['Deal', ({ deal }) => deal.name],
    ['Customer', ({ deal }) => deal.customer.name],
    ['Rep', ownerName],
    ['Stage', ({ stage }) => stage],
    ['Value', ({ amount }) => amount],
    ['Opened', ({ deal }) => iso(deal.created)],
    ['Expected close', ({ closeDate }) => iso(closeDate)],
    ['Last contact', ({ lastActivity }) => iso(lastActivity)],
    ['Product', ({ deal }) => deal.product],
    ['Source', ({ deal }) => deal.source],
    ['Region', ({ deal }) => deal.customer.region],
    ['Why lost', ({ reason }) => reason],
  ]
  return { deals: ['pipeline.csv', columns], further: [] }
}

function reps({ reps: all, options: { goal } }: World): string {
  const columns: Columns<(typeof all)[number]> = [
    ['Rep', ({ name }) => name],
    ['Email', ({ name }) => emailOf(name, 'seller.example')],
    ['Manager', ({ manager }) => manager],
    ['Team', ({ team }) => team],
    ...(goal === undefined ? [] : ([['Quarterly Goal', () => goal]] as const)),
  ]
  return table(columns, all)
}

function table<T>(columns: Columns<T>, rows: readonly T[]): string {
  const lines = [
    columns.map(([header]) => quoted(header)),
    ...rows.map((row) => columns.map(([, cell]) => quoted(cell(row)))),
  ]
  return lines.map((cells) => `${cells.join(',')}\n`).join('')
}

function quoted(cell: Cell): string {
  const text = cell === undefined ? '' : String(cell)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
