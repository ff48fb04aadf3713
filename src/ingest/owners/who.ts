import { nearest } from '../../language/suggestion.ts'
import { forgetUnknownOwners, type EventRange } from './activity-owners.ts'
import type { DealRows } from '../rows/deal-rows.ts'
import type { Events } from '../../records/events.ts'
import type { AccountRow, GoalRow, RepRow, UserRow } from '../../records/fields.ts'
import { plural } from '../messages.ts'
import { Owners, type Met } from './owners.ts'

type OwnerBeside = Pick<UserRow, 'name' | 'id' | 'email'>

/** What all files name people in. */
export interface Named {
  readonly deals: DealRows
  readonly reps: readonly RepRow[]
  readonly users: readonly UserRow[]
  readonly goals: readonly GoalRow[]
  readonly accounts: readonly AccountRow[]
  readonly activities: Events
  readonly activityFiles: readonly EventRange[]
  /** Where the goals of each name stand. */
  readonly goalsOf: ReadonlyMap<string, Met>
}

/** Calls everybody by one name in all that was read. Returns what the reader should know of it, a sentence each. */
export function nameEverybody(named: Named): string[] {
  const { deals, reps, users, goals, accounts, activities } = named
  const owners = new Owners({
    users: [...users, ...besideOwners(deals)],
    reps,
    deals: deals.owners,
    others: [
      ...goals.flatMap(({ rep }) => rep ?? []),
      ...deals.rows.flatMap(({ createdBy }) => createdBy ?? []),
      ...reps.flatMap(({ manager }) => manager ?? []),
      ...accounts.flatMap(({ owner }) => owner ?? []),
      ...activities.owners,
    ],
  })
  activities.renameOwners(
    (owner) => owners.nameOf(owner),
    (attendee) => owners.attendeeNamed(attendee),
  )
  for (const row of deals.rows) if (row.owner !== undefined) row.owner = owners.nameOf(row.owner)
  for (const row of users) row.name = owners.userNamed(row)
  for (const row of deals.rows) if (row.createdBy !== undefined) row.createdBy = owners.nameOf(row.createdBy)
  for (const row of goals) row.rep ??= row.repId
  for (const row of goals) if (row.rep !== undefined) row.rep = owners.nameOf(row.rep)
  for (const row of accounts) if (row.owner !== undefined) row.owner = owners.nameOf(row.owner)
  for (const row of reps) {
    if (row.rep !== undefined) row.rep = owners.repNamed(row.rep, row.email)
    if (row.manager !== undefined) row.manager = owners.nameOf(row.manager)
  }
  const ofDeals = new Set([...deals.owners.keys()].map((owner) => owners.nameOf(owner)))
  return [
    ...severalOwners(owners),
    ...goalsOfNobody(named, owners, ofDeals),
    ...forgetUnknownOwners(activities, named.activityFiles, ofDeals),
  ]
}

/** Ids and addresses that stand beside the names of owners: other files may have only those. */
function besideOwners({ rows }: DealRows): readonly OwnerBeside[] {
  const beside = new Map<string, OwnerBeside>()
  for (const { owner: name, ownerId: id, ownerEmail: email } of rows)
    if (name !== undefined && (id ?? email) !== undefined) beside.set(`${name} ${id} ${email}`, { name, id, email })
  return [...beside.values()]
}

function severalOwners(owners: Owners): string[] {
  const { several } = owners
  const [one] = several
  if (one === undefined) return []
  const count = several.reduce((sum, met) => sum + met.count, 0)
  const names = count === 1 ? 'names several owners' : 'name several owners'
  return [
    `${one.file}, line ${one.line}: “${one.text}” counts as ${one.first}’s: ${plural(count, 'deal')} ${names}, and the first is taken`,
  ]
}

/** Goals of somebody who owns no deal and stands in no reps file: they count for nobody. */
function goalsOfNobody({ reps, goalsOf }: Named, owners: Owners, ofDeals: ReadonlySet<string>): string[] {
  const known = new Set(ofDeals)
  for (const { rep } of reps) if (rep !== undefined) known.add(rep)
  const strangers = [...goalsOf].filter(([rep]) => !known.has(owners.nameOf(rep)))
  const [first] = strangers
  if (first === undefined) return []
  const [name, { file, line }] = first
  const near = nearest(name, [...known])
  const hint = near === undefined ? 'a reps file makes one of whoever has no deals' : `did you mean “${near}”?`
  const others = strangers.length - 1
  const more = others === 0 ? '' : ` (and ${others} more ${others === 1 ? 'name' : 'names'})`
  return [`${file}, line ${line}: goal for “${name}”${more}: no such rep; ${hint}`]
}
