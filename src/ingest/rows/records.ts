import { Events } from '../../records/events.ts'
import {
  type AccountRow,
  type ContactRoleRow,
  type ContactRow,
  type GoalRow,
  type HistoryRow,
  type Kind,
  type PriceRow,
  type RepRow,
  type UserRow,
} from '../../records/fields.ts'
import { activityKindOf } from '../columns/crm-shapes.ts'
import type { Recognised } from '../columns/recognise.ts'
import { meet, type Met } from '../owners/owners.ts'
import type { EventRange } from '../owners/activity-owners.ts'
import { DealRows } from './deal-rows.ts'
import { ExtraColumns } from './extra-columns.ts'
import { acceptGoal, repStore } from './quota-rows.ts'
import type { CellOptions, RecordReader } from './row-reader.ts'
import { eventStore, fieldHistoryStore, recordStore, rejectedFor, type Store } from './stores.ts'

/** The file whose rows are read. */
export interface PresentFile {
  readonly name: string
  readonly header: readonly string[]
  readonly recognised: Recognised
  readonly reader: RecordReader<Kind>
}

/** The records of all files, by their kind. */
export class Records {
  readonly contactRoles: ContactRoleRow[] = []
  readonly deals = new DealRows(this.contactRoles)
  readonly extras = new ExtraColumns()
  readonly history: HistoryRow[] = []
  readonly reps: RepRow[] = []
  readonly goals: GoalRow[] = []
  readonly users: UserRow[] = []
  readonly contacts: ContactRow[] = []
  readonly accounts: AccountRow[] = []
  readonly prices: PriceRow[] = []
  readonly activities: Events
  readonly activityFiles: EventRange[] = []
  /** Where the first goal of each name stands. */
  readonly goalsOf = new Map<string, Met>()

  constructor(nonSelling: readonly string[] | undefined) {
    this.activities = new Events(nonSelling)
  }

  /** Where the records of this file go, and how their provisional values are replaced afterwards. */
  storeFor({ name, header, recognised, reader }: PresentFile, options: CellOptions, warnings: string[]): Store {
    const wanting =
      <R>(field: keyof R & string, what: string) =>
      (row: R) =>
        row[field] === undefined ? rejectedFor(what) : ('used' as const)
    switch (recognised.kind) {
      case 'opportunities':
        this.extras.beginFile(header, recognised.unmapped)
        return this.deals.store(reader, options.today)
      case 'contact-roles':
        return recordStore(this.contactRoles, wanting<ContactRoleRow>('dealId', 'no opportunity id'))
      case 'history':
        return recordStore(this.history, wanting<HistoryRow>('dealId', 'no opportunity id'))
      case 'field-history':
        return fieldHistoryStore(this.history, options)
      case 'reps':
        return repStore(this.reps, name, warnings)
      case 'goals':
        return recordStore(this.goals, (row, line) => {
          if (row.rep !== undefined) meet(this.goalsOf, row.rep, name, line)
          return acceptGoal(row)
        })
      case 'users':
        return recordStore(this.users, (row) => ((row.id ?? row.email) === undefined ? rejectedFor('no id') : 'used'))
      case 'contacts':
        return recordStore(this.contacts, (row) =>
          (row.id ?? row.email) === undefined ? rejectedFor('no id') : 'used',
        )
      case 'accounts':
        return recordStore(this.accounts, wanting<AccountRow>('name', 'no name'))
      case 'prices':
        return recordStore(this.prices, wanting<PriceRow>('product', 'no product'))
      case 'activities':
        return eventStore(this.activities, activityKindOf(recognised.shape, header))
    }
  }
}
