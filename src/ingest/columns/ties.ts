import { Problem } from '../../system/problem.ts'
import type { Reading } from './reading.ts'
import { TAKEN } from './claims.ts'
import type { Facts } from './evidence.ts'
import type { Header } from './header.ts'

type Columns = ReadonlyMap<string, number>

/** A difference by which nobody would decide. */
const EQUAL = 0.005
/** Columns that come so close are named as rivals. */
const CLOSE = 0.15

/** Fields of deals that are asked about rather than left out. */
const ASKED_ABOUT = new Set(['owner', 'stage', 'amount', 'closeDate'])
/** Of two ids, or names, either tells the deals apart: the first is taken. */
const EITHER_WILL_DO = new Set(['id', 'name', 'goal', 'date', 'changed', 'subject'])

/**
 * Where two columns have an equal claim to one field nothing is guessed: of the main fields of deals the user is asked,
 * others are left out. Of a CRM's columns of one name the first is read, and where they
 * differ it is said later.
 *
 * @param spare columns that serve a field where its own is empty.
 */
export function settleTies(
  { kind, claims, columns, crmFile }: Reading,
  header: Header,
  given: Columns,
  spare: ReadonlySet<number>,
  facts: readonly Facts[],
  file: string,
): { columns: Columns; rivals: ReadonlyMap<string, readonly number[]> } {
  const kept = new Map(columns)
  const rivals = new Map<string, readonly number[]>()
  const used = new Set([...columns.values(), ...spare])
  for (const [field, at] of columns) {
    if (given.has(field)) continue
    const worths = claims.worths[claims.fields.indexOf(field)] ?? []
    const worth = worths[at] ?? 0
    const close = worths.flatMap((other, column) =>
      column !== at && !used.has(column) && other >= Math.max(TAKEN, worth - CLOSE) ? [column] : [],
    )
    if (close.length === 0) continue
    rivals.set(
      field,
      close.toSorted((one, other) => (worths[other] ?? 0) - (worths[one] ?? 0)),
    )
    const equal = close.filter(
      (column) =>
        (worths[column] ?? 0) >= worth - EQUAL &&
        (crmFile.telltales === 0 || header.names[column] !== header.names[at]) &&
        (facts[at] === undefined || facts[column]?.beginning !== facts[at].beginning),
    )
    if (equal.length === 0 || EITHER_WILL_DO.has(field)) continue
    if (kind === 'opportunities' && ASKED_ABOUT.has(field))
      throw twoClaims(
        header,
        field,
        [at, ...equal].toSorted((a, b) => a - b),
        file,
      )
    kept.delete(field)
  }
  return { columns: kept, rivals }
}

function twoClaims(header: Header, field: string, found: readonly number[], file: string): Problem {
  const named = found.map((at) => `column ${at + 1} “${header.cells[at]}”`)
  const setting = `--set columns.${field}="${header.cells[found[0] ?? 0] ?? ''}"`
  // By its name nobody can choose the second of two that are called the same.
  const areAlike = new Set(found.map((at) => header.names[at])).size === 1
  return new Problem(`${named.join(' and ')} could both be the ${field}`, {
    where: { file },
    hint: areAlike
      ? `they are called the same: ${setting} takes the first; for another one, rename it in the export`
      : `say which with ${setting}, or in pipeline-coach.yaml under columns:`,
    unsettled: { kind: 'column', field, candidates: found.map((at) => header.cells[at] ?? '') },
  })
}
