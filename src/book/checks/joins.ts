import type { Exports } from '../../records/exports.ts'
import type { Kind } from '../../records/fields.ts'
import { idKey } from '../../records/ids.ts'
import { dealId } from '../past/past.ts'
import type { DataFinding } from './data-check.ts'

/** From this share of its rows on, a file belongs to these deals. */
export const JOINED = 0.1

type NothingJoins = Extract<DataFinding, { id: 'nothing-joins' }>

/** The files whose rows find no deals, and the exports without them. */
export function withoutJoinless(exports: Exports): { exports: Exports; findings: readonly NothingJoins[] } {
  const ids = new Set(exports.deals.map(dealId))
  const [ours] = ids
  const joinless = (
    kind: Kind,
    rows: readonly { readonly dealId?: string | undefined }[],
  ): NothingJoins | undefined => {
    const named = rows.flatMap(({ dealId: id }) => id ?? [])
    const [theirs] = named
    if (theirs === undefined || ours === undefined) return undefined
    const found = named.filter((id) => ids.has(idKey(id))).length
    if (found >= JOINED * named.length) return undefined
    return { id: 'nothing-joins', file: fileOf(exports, kind), rows: rows.length, theirs, ours }
  }
  const roles = joinless('contact-roles', exports.contactRoles)
  const history = joinless('history', exports.history)
  return {
    exports: {
      ...exports,
      contactRoles: roles === undefined ? exports.contactRoles : [],
      history: history === undefined ? exports.history : [],
    },
    findings: [roles, history, activitiesOf(exports, ids, ours)].filter((one) => one !== undefined),
  }
}

/** Of activities only those count that name a deal: prospecting is on none. They stay, as the work of their owners. */
function activitiesOf(exports: Exports, ids: ReadonlySet<string>, ours: string | undefined): NothingJoins | undefined {
  const { activities, deals } = exports
  const named = [...activities.deals]
  const [theirs] = named
  if (theirs === undefined || ours === undefined) return undefined
  const known = new Set(
    deals.flatMap(({ name, account, accountId }) =>
      [name, account, accountId].flatMap((text) => (text === undefined ? [] : [idKey(text).toLowerCase()])),
    ),
  )
  const found = named.filter((id) => ids.has(idKey(id)) || known.has(idKey(id).toLowerCase())).length
  if (found >= JOINED * named.length) return undefined
  return { id: 'nothing-joins', file: fileOf(exports, 'activities'), rows: activities.length, theirs, ours }
}

function fileOf({ inputs }: Exports, kind: Kind): string {
  const files = inputs.filter((input) => input.kind === kind || (kind === 'history' && input.kind === 'field-history'))
  return files.map(({ file }) => file).join(', ')
}
