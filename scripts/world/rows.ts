import type { Kind, RecordOf } from '../../src/records/fields.ts'
import { isoDate, type PlainDate } from '../../src/time/plain-date.ts'
import { REASONS, STAGES, type World } from './log.ts'
import { onDay, type DealOnDay } from './on-day.ts'

/** A row's known cells, dates as `YYYY-MM-DD`. */
type Row<K extends Kind> = {
  readonly [F in keyof RecordOf<K>]?: number extends RecordOf<K>[F]
    ? RecordOf<K>[F]
    : PlainDate extends RecordOf<K>[F]
      ? string | undefined
      : RecordOf<K>[F]
}

export interface RowsOptions {
  readonly activities?: boolean
  readonly contacts?: boolean
  readonly history?: boolean
}

/** The rows of an export as reading would hand them over: for tests that make many books and read no files. */
export interface WorldRows {
  readonly deals: readonly (Row<'opportunities'> & { readonly id: string })[]
  readonly activities: readonly Row<'activities'>[]
  readonly roles: readonly Row<'contact-roles'>[]
  readonly people: readonly Row<'contacts'>[]
  readonly history: readonly Row<'history'>[]
  readonly reps: readonly Row<'reps'>[]
  readonly crmStages: readonly string[]
  /** Deal id to the cells of columns that are no fields. */
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, string>>
}

const iso = (day: PlainDate | undefined) => (day === undefined ? undefined : isoDate(day))

export function rowsOn(world: World, day: PlainDate, options: RowsOptions = {}): WorldRows {
  const deals = onDay(world, day)
  return {
    deals: deals.map(dealRow),
    activities: options.activities === true ? deals.flatMap((each) => activityRows(each, day)) : [],
    roles:
      options.contacts === true
        ? deals.flatMap(({ deal, contacts }) =>
            contacts.map(({ id, name, title }) => ({ dealId: deal.id, contactId: id, contactName: name, role: title })),
          )
        : [],
    people: [],
    history:
      options.history === true
        ? deals.flatMap(({ deal, history }) =>
            history.map((held) => ({
              dealId: deal.id,
              changed: isoDate(held.day),
              stage: held.stage,
              amount: held.amount,
              closeDate: isoDate(held.closeDate),
            })),
          )
        : [],
    reps: world.reps.map(({ name, email, manager, team }) => {
      const { goal } = world.options
      return { rep: name, email, manager, team, ...(goal !== undefined && { goal }) }
    }),
    crmStages: STAGES,
    columns: new Map(deals.map(({ deal, columns }) => [deal.id, columns])),
  }
}

/** The owner’s name with the mark that the CRM puts on those who have left. */
export function ownerName(each: DealOnDay): string {
  const { owner } = each
  return owner === undefined ? '' : owner.mark === undefined ? owner.name : `${owner.name} ${owner.mark}`
}

function dealRow(each: DealOnDay): WorldRows['deals'][number] {
  const { deal } = each
  return {
    id: deal.id,
    name: deal.name,
    account: deal.customer.name,
    product: deal.product,
    owner: ownerName(each) === '' ? undefined : ownerName(each),
    stage: each.stage,
    amount: each.amount,
    currency: 'USD',
    created: isoDate(deal.created),
    closeDate: isoDate(each.closeDate),
    closedOn: iso(each.closedOn),
    lastActivity: iso(each.lastActivity),
    nextActivity: iso(each.planned?.day),
    pushCount: each.pushes,
    source: deal.source,
    createdBy: deal.createdBy.name,
    type: deal.type,
    lostReason: each.state === 'lost' ? (each.reason ?? REASONS[0]) : undefined,
  }
}

function activityRows({ deal, activities }: DealOnDay, day: PlainDate): Row<'activities'>[] {
  return activities.map((activity) => ({
    dealId: deal.id,
    personId: activity.person.id,
    personName: activity.person.name,
    owner: activity.owner.name,
    date: isoDate(activity.day),
    type: activity.type,
    status: activity.day <= day ? 'Completed' : 'Open',
  }))
}
