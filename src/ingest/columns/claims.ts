import { oncePer } from '../../kit/remembered.ts'
import type { Concept } from '../../vocabulary/headers/concepts.ts'
import { cellKind, type CellKind } from '../../records/fields.ts'
import { bestAssignment } from './assignment.ts'
import { columnsNamed, type CrmFile } from './crm-shapes.ts'
import { evidence, type Facts } from './evidence.ts'
import type { Header } from './header.ts'
import type { KindOfHeader } from './kinds/kind-of-header.ts'
import { fit, patterns, type Pattern } from './patterns.ts'

/** From here on a column is taken for the field; below, it is only suggested. */
export const TAKEN = 0.6
/** A CRM's own name is sure, its second name a little less. */
const OWN_NAME = 1.7
const SECOND_NAME = 0.02
/** … and one that serves where there is nothing better. */
const OTHERWISE = 0.7
/** Of equals the earlier column. */
const LATER = 1e-5

/** How well a column goes with a field, and the field's claims on all columns. */
export interface Claims {
  readonly fields: readonly string[]
  /** Field by column: 0 where it cannot be. */
  readonly worths: readonly (readonly number[])[]
}

interface FieldPatterns {
  readonly field: string
  readonly cell: CellKind
  readonly list: readonly Pattern[]
  readonly free: ReadonlySet<Concept>
  readonly own: ReadonlySet<Concept>
}

const NUMBERS: ReadonlySet<CellKind> = new Set(['money', 'number'])

/** The patterns of a kind, worked out once. */
const patternsOf = oncePer((kind: KindOfHeader): readonly FieldPatterns[] =>
  Object.entries<string>(kind.fields).map(([field, list]) => {
    const cell = cellKind(kind.kind, field) ?? 'text'
    const units: readonly Concept[] = NUMBERS.has(cell) ? ['unit', 'percent', 'total'] : []
    return {
      field,
      cell,
      list: patterns(list),
      own: new Set<Concept>(kind.own),
      free: new Set<Concept>([...kind.own, 'filler', 'to', ...units]),
    }
  }),
)

/** @param facts what the values of each column show. */
export function claimsOf(header: Header, kind: KindOfHeader, crmFile: CrmFile, facts: readonly Facts[]): Claims {
  const ownNames = columnsNamed(header, crmFile.shape.columns)
  const otherwise = columnsNamed(header, crmFile.shape.otherwise)
  const all = patternsOf(kind)
  const worths = all.map(({ field, cell, list, free, own }) => {
    const named = ownNames.get(field) ?? []
    return header.meanings.map((meaning, at) => {
      const place = named.indexOf(at)
      const spoken = Math.max(
        otherwise.get(field)?.includes(at) === true ? OTHERWISE : 0,
        ...list.map((each) => fit(each, meaning, free, own)),
      )
      const said = place >= 0 ? OWN_NAME - SECOND_NAME * place : spoken
      const shown = facts[at]
      if (said === 0 || shown === undefined) return said === 0 ? 0 : said - LATER * at
      return Math.max(0, said * evidence(field, cell, shown) - LATER * at)
    })
  })
  for (const row of worths) firstOfItsName(row, header)
  return { fields: all.map(({ field }) => field), worths }
}

/** Of columns of one name the first is read, and where they differ it is said. */
function firstOfItsName(row: number[], { names }: Header): void {
  for (const [at, name] of names.entries()) {
    const first = names.indexOf(name)
    if (first < at && (row[first] ?? 0) > 0) row[at] = Math.min(row[at] ?? 0, (row[first] ?? 0) - LATER * at)
  }
}

/** One assignment for the whole header: each column once, the best total. */
export function assign({ fields, worths }: Claims, given: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const takenAway = new Set(given.values())
  const open = worths.map((row, at) =>
    row.map((worth, column) => (given.has(fields[at] ?? '') || takenAway.has(column) || worth < TAKEN ? 0 : worth)),
  )
  const columns = bestAssignment(open)
  const found = new Map(given)
  for (const [at, column] of columns.entries()) if (column !== undefined) found.set(fields[at] ?? '', column)
  return found
}
