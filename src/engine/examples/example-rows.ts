import type { ActivityKind, Direction } from '../../records/activity-traits.ts'
import type { Events } from '../../records/events.ts'
import type { AccountRow, ActivityRow } from '../../records/fields.ts'
import type { People } from '../../records/people.ts'
import { addDays, parseIsoDate, type PlainDate } from '../../time/plain-date.ts'

/** An activity of an example, as an export would tell it. One after the day of the review is planned. */
export interface ExampleActivity {
  /** `YYYY-MM-DD`. */
  readonly on: string
  /** Left out: a call. */
  readonly kind?: ActivityKind
  /** The client's person, by name. */
  readonly with?: string
  /** Left out: nothing says who began it. */
  readonly direction?: Direction
  readonly subject?: string
  /** What came of a call: `No answer`. */
  readonly outcome?: string
  /** Who did it. Left out: the deal's owner, and off a deal `Dana Whitfield`; null where the export does not say. */
  readonly by?: string | null
  readonly attendees?: readonly string[]
  /** The account of an activity that is on no deal. */
  readonly account?: string
  /** How many such activities there are, … */
  readonly times?: number
  /** … each so many days after the one before. Left out: all on one day. */
  readonly every?: number
}

/** A company, as an export of accounts would tell it. */
export interface ExampleAccount {
  readonly name: string
  /** `Customer`, `Prospect` … */
  readonly type?: string
  readonly segment?: string
  readonly owner?: string
  /** Its people, by name: `Sally Ortiz (CFO)` has a title. */
  readonly contacts?: readonly string[]
}

/** What an example's deal can say of where it came from and of what was done on it. */
export interface ExampleBackground {
  /** Completed and planned, on this deal. */
  readonly activities?: readonly ExampleActivity[]
  /** Left out: a company of its own, `Client 1`; null where the export does not say. */
  readonly account?: string | null
  readonly source?: string
  readonly valueProposition?: string
  readonly lostReason?: string
}

const BY = 'Dana Whitfield'

/** @param deal left out: on none. */
export function addActivities(
  events: Events,
  activities: readonly ExampleActivity[] = [],
  deal?: { readonly id: string; readonly owner?: string | null | undefined },
): void {
  for (const activity of activities)
    for (let n = 0; n < (activity.times ?? 1); n++)
      events.add(activityRow(activity, addDays(dayOf(activity.on), n * (activity.every ?? 0)), deal))
}

function activityRow(
  activity: ExampleActivity,
  date: PlainDate,
  deal: { readonly id: string; readonly owner?: string | null | undefined } | undefined,
): ActivityRow {
  const by =
    activity.by === undefined ? (deal === undefined ? BY : (deal.owner ?? undefined)) : (activity.by ?? undefined)
  return {
    dealId: deal?.id,
    personId: undefined,
    personName: activity.with,
    accountId: activity.account,
    owner: by,
    date,
    dueDate: undefined,
    type: activity.kind ?? 'call',
    subject: activity.subject,
    status: undefined,
    outcome: activity.outcome,
    isClosed: undefined,
    direction: activity.direction,
    callDirection: undefined,
    attendees: activity.attendees?.join(';'),
  }
}

export function accountRows(accounts: readonly ExampleAccount[] = []): AccountRow[] {
  return accounts.map(({ name, type, segment, owner }) => ({
    id: undefined,
    name,
    type,
    segment,
    domain: undefined,
    owner,
  }))
}

export function addPeople(people: People, accounts: readonly ExampleAccount[] = []): void {
  for (const account of accounts)
    for (const contact of account.contacts ?? []) {
      const [, name = contact, title] = /^(.*?)(?: \((.*)\))?$/.exec(contact) ?? []
      people.add({
        id: name,
        name,
        firstName: undefined,
        lastName: undefined,
        email: undefined,
        title,
        account: account.name,
        accountId: undefined,
      })
    }
}

function dayOf(text: string): PlainDate {
  const day = parseIsoDate(text)
  if (day === undefined) throw new RangeError(text)
  return day
}
