import { calendarParts, isoDate, type PlainDate } from '../../src/time/plain-date.ts'
import { instant, monthDay, usDate } from './calendar.ts'
import { states, type State } from './history.ts'
import type { Ids } from './ids.ts'
import type { Activity, Deal } from './model.ts'
import { Random } from './random.ts'

type Row = readonly string[]

/** The simulated truth, with the ids that both exports share. */
export interface Truth {
  readonly deals: readonly Deal[]
  readonly dealIds: ReadonlyMap<Deal, string>
  readonly activities: readonly Activity[]
  /** Of contact roles, by deal and person; of history rows, by deal and day. */
  readonly rowIds: ReadonlyMap<string, string>
}

export function rowIds(deals: readonly Deal[], ids: Ids): Map<string, string> {
  const found = new Map<string, string>()
  for (const deal of deals) {
    for (const { person } of deal.contacts) found.set(roleKey(deal, person.id), ids.next('00K'))
    for (const { day } of states(deal)) found.set(historyKey(deal, day), ids.next('008'))
  }
  return found
}

function roleKey(deal: Deal, personId: string): string {
  return `${deal.key}|role|${personId}`
}

function historyKey(deal: Deal, day: PlainDate): string {
  return `${deal.key}|history|${day}`
}

/** What the CRM held at the end of that day, and nothing that happened later. */
export function exportOn(truth: Truth, day: PlainDate): ReadonlyMap<string, string> {
  const deals = truth.deals.filter(({ created }) => created <= day)
  return new Map([
    ['opportunities.csv', report(deals.map((deal) => opportunity(deal, truth, day)))],
    ['contact-roles.csv', table(ROLE_COLUMNS, contactRoles(deals, truth, day))],
    ['activities.csv', table(ACTIVITY_COLUMNS, activityRows(truth, day))],
    ['opportunity-history.csv', table(HISTORY_COLUMNS, historyRows(deals, truth, day))],
  ])
}

const OPPORTUNITY_COLUMNS =
  `Opportunity ID,Opportunity Name,Account Name,Opportunity Owner,Type,Stage,Amount,Close Date,\
Created Date,Lead Source,Next Step,Last Activity,Push Count`.split(',')
const ROLE_COLUMNS = 'Id,OpportunityId,ContactId,Contact.Name,Contact.Title,Role,IsPrimary'.split(',')
const ACTIVITY_COLUMNS = 'Id,WhatId,WhoId,Who.Name,Owner.Name,Subject,Type,Status,ActivityDate,CallDisposition'.split(
  ',',
)
const HISTORY_COLUMNS = 'Id,OpportunityId,StageName,Amount,CloseDate,CreatedDate'.split(',')

function opportunity(deal: Deal, truth: Truth, day: PlainDate): Row {
  const past = states(deal).filter((state) => state.day <= day)
  const now = past.at(-1)
  if (now === undefined) throw new RangeError(`not created yet: ${deal.name}`)
  const done = truth.activities.filter((each) => each.deal === deal && each.day <= day).map((each) => each.day)
  return [
    truth.dealIds.get(deal) ?? '',
    deal.name,
    deal.account,
    deal.rep,
    deal.type,
    now.stage,
    now.amount === undefined ? '' : dollars(now.amount),
    usDate(now.closeDate),
    usDate(deal.created),
    deal.source,
    isOpen(now) ? nextStep(deal, truth, day) : '',
    done.length === 0 ? '' : usDate(done.reduce((latest, each) => (each > latest ? each : latest))),
    String(pushCount(past)),
  ]
}

function isOpen({ stage }: State): boolean {
  return stage !== 'Closed Won' && stage !== 'Closed Lost'
}

function dollars(amount: number): string {
  return `$${String(amount).replace(/\B(?=(\d{3})+$)/g, ',')}.00`
}

/** The earliest thing planned, as reps write it: the date first. Else whatever was left standing there. */
function nextStep(deal: Deal, { activities }: Truth, day: PlainDate): string {
  const planned = activities.filter((each) => each.deal === deal && each.day > day && each.known <= day)
  const [next] = planned.toSorted((a, b) => a.day - b.day)
  return next?.step === undefined ? (deal.rhythm.note ?? '') : `${monthDay(next.day)}: ${next.step}`
}

/** As Salesforce counts: only the moves out of a calendar month into a later one, and not the closing itself. */
function pushCount(past: readonly State[]): number {
  const months = past.filter(isOpen).map(({ closeDate }) => {
    const { year, month } = calendarParts(closeDate)
    return year * 12 + month
  })
  return months.filter((month, at) => at > 0 && month > (months[at - 1] ?? month)).length
}

function contactRoles(deals: readonly Deal[], truth: Truth, day: PlainDate): Row[] {
  return deals.flatMap((deal) => {
    const there = deal.contacts.filter(({ since }) => since <= day && (deal.end === undefined || since <= deal.end.day))
    return there.map(({ person, role }, at) => {
      const id = truth.rowIds.get(roleKey(deal, person.id)) ?? ''
      return [id, truth.dealIds.get(deal) ?? '', person.id, person.name, person.title, role, String(at === 0)]
    })
  })
}

function activityRows({ activities, dealIds }: Truth, day: PlainDate): Row[] {
  const there = activities.filter((each) => each.known <= day)
  return there.map((each) => [
    each.id,
    each.deal === undefined ? '' : (dealIds.get(each.deal) ?? ''),
    each.who?.id ?? '',
    each.who?.name ?? '',
    each.owner,
    each.subject,
    each.type,
    each.day <= day ? 'Completed' : 'Open',
    isoDate(each.day),
    each.day <= day ? (each.disposition ?? '') : '',
  ])
}

function historyRows(deals: readonly Deal[], truth: Truth, day: PlainDate): Row[] {
  const all = deals.flatMap((deal) => states(deal).map((state) => ({ deal, state })))
  const there = all.filter(({ state }) => state.day <= day).sort((a, b) => a.state.day - b.state.day)
  return there.map(({ deal, state }) => [
    truth.rowIds.get(historyKey(deal, state.day)) ?? '',
    truth.dealIds.get(deal) ?? '',
    state.stage,
    state.amount === undefined ? '' : String(state.amount),
    isoDate(state.closeDate),
    instant(state.day, new Random(historyKey(deal, state.day)).int(0, 359)),
  ])
}

/** A Salesforce report: every value quoted, CRLF, and the footer that these reports end in. */
function report(rows: readonly Row[]): string {
  const footer = [
    `"Grand Totals (${rows.length} records)"`,
    '"Pipeline review: opportunities since October 2025"',
    '"Confidential Information - Do Not Distribute"',
    '"Copyright © 2000-2026 salesforce.com, inc. All rights reserved."',
  ]
  return [quoted(OPPORTUNITY_COLUMNS), ...rows.map(quoted), '', ...footer, ''].join('\r\n')
}

/** A Data Loader export: every value quoted, and nothing but rows. */
function table(columns: Row, rows: readonly Row[]): string {
  return [columns, ...rows].map((row) => `${quoted(row)}\n`).join('')
}

export function quoted(row: Row): string {
  return row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')
}
