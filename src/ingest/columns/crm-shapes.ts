import type { ActivityKind } from '../../records/activity-traits.ts'
import type { Kind } from '../../records/fields.ts'
import { crms, spreadsheet } from '../crms/index.ts'
import type { Crm, FileShape } from '../crms/crm.ts'
import type { Header } from './header.ts'
import { plainName } from './plain-name.ts'

export interface CrmFile {
  readonly crm: Crm
  readonly shape: FileShape
  /** How many of its telltales stand in the header; 0 for a spreadsheet. */
  readonly telltales: number
}

/** The CRM whose telltales a file of this kind has most of; a spreadsheet where there are none. */
export function crmFileOf(header: Header, kind: Kind): CrmFile {
  let best: CrmFile = { crm: spreadsheet, shape: { kind }, telltales: 0 }
  for (const crm of crms)
    for (const shape of crm.files) {
      if (shape.kind !== kind) continue
      const telltales = (shape.telltales ?? []).filter((name) => header.there.has(plainName(name))).length
      const isAlone = shape.beside?.some((name) => header.there.has(plainName(name))) === false
      const isForbidden = (shape.forbids ?? []).some((name) => header.there.has(plainName(name)))
      if (telltales > best.telltales && !isForbidden && !isAlone) best = { crm, shape, telltales }
    }
  return best
}

type Names = Readonly<Partial<Record<string, readonly string[]>>>

/** Field to the columns that the CRM's own names are of, best first. */
export function columnsNamed(header: Header, namesOf: Names = {}): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>()
  for (const [field, names = []] of Object.entries(namesOf)) {
    const at = names.flatMap((name) => {
      const index = header.names.indexOf(plainName(name))
      return index < 0 ? [] : [index]
    })
    if (at.length > 0) found.set(field, at)
  }
  return found
}

/** Tells the rows of a file that are not of its kind: the tasks of a contact among those of deals, what was deleted. */
export function otherRows(shape: FileShape, header: readonly string[]): (cells: readonly string[]) => boolean {
  const [isWanted, isUnwanted] = [holdsOne(shape.only, header), holdsOne(shape.except, header)]
  if (isUnwanted === undefined) return isWanted === undefined ? () => false : (cells) => !isWanted(cells)
  return (cells) => isUnwanted(cells) || isWanted?.(cells) === false
}

/** Undefined where the file has none of these columns. */
function holdsOne(wanted: FileShape['only'], header: readonly string[]) {
  const names = new Set(wanted?.columns.map(plainName))
  const index = header.findIndex((cell) => names.has(plainName(cell)))
  if (wanted === undefined || index < 0) return undefined
  const values = new Set(wanted.values.map(plainName))
  return (cells: readonly string[]) => values.has(plainName(cells[index] ?? ''))
}

/** What all activities of the file are, where one of its columns is only in files of that kind. */
export function activityKindOf({ activityKinds = {} }: FileShape, header: readonly string[]): ActivityKind | undefined {
  const names = new Set(header.map(plainName))
  return Object.entries(activityKinds).find(([column]) => names.has(plainName(column)))?.[1]
}
