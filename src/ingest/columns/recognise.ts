import { Problem } from '../../system/problem.ts'
import { once } from '../../kit/remembered.ts'
import type { ActivityKind } from '../../records/activity-traits.ts'
import { crms, spreadsheet } from '../crms/index.ts'
import type { Crm, FileShape } from '../crms/crm.ts'
import { cellKind, type Kind } from '../../records/fields.ts'
import { splitUnit } from './header-unit.ts'

/** What a file is, and which of its columns is which field. */
export interface Recognised {
  readonly kind: Kind
  readonly crm: Crm
  readonly shape: FileShape
  /** Field to the index of its column. */
  readonly columns: ReadonlyMap<string, number>
  /** Field to the columns that a row's cell is taken from where the one above is empty, in this order. */
  readonly also: ReadonlyMap<string, readonly number[]>
  /** Indexes of the columns that no field was found for. */
  readonly unmapped: readonly number[]
}

const PLAIN = /^[ -~]*$/

/** A header cell without regard to case, spaces, punctuation and accents. */
export function plainName(header: string): string {
  // A start looks at two thousand names, nearly all of them plain.
  if (PLAIN.test(header)) return header.toLowerCase().replaceAll(/[^0-9a-z]+/g, '')
  // Accents go with the punctuation: many write `Etape` for `Étape`.
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

/** `Close date*`, `Stage (new)` and `Created in CRM` without what stands behind the name. */
function withoutRemark(header: string): string {
  return plainName(header.replace(/\s{0,9}([([][^([]*[)\]]|\*{1,9}|\bin \S{1,4})\s{0,9}$/u, ''))
}

interface Header {
  readonly cells: readonly string[]
  readonly names: readonly string[]
  /** The names again: most of what they are searched for is not there. */
  readonly there: ReadonlySet<string>
  /** The names without the unit of an amount: `Quota (k€)` is a quota. */
  readonly amounts: () => readonly string[]
}

function readHeader(cells: readonly string[]): Header {
  const names = cells.map(plainName)
  return {
    cells,
    names,
    there: new Set(names),
    amounts: once(() => cells.map((cell) => plainName(splitUnit(cell).name))),
  }
}

function isAmount({ kind }: FileShape, field: string): boolean {
  return cellKind(kind, field) === 'money'
}

type Columns = Map<string, number>

/** The config's `columns`: field to column name. They win over whatever the header seems to say. */
export type ColumnNames = Readonly<Record<string, string>>

function fromConfig(header: Header, kind: Kind, configured: ColumnNames): Columns {
  const found: Columns = new Map()
  for (const [field, name] of Object.entries(configured)) {
    if (cellKind(kind, field) === undefined) continue
    const index = header.names.indexOf(plainName(name))
    if (index >= 0) found.set(field, index)
  }
  return found
}

/** Field to its plain names, best first, those of `otherwise` last: worked out once, because each of a file's first rows may be its header. */
const plainColumns = new Map<FileShape, readonly (readonly [field: string, names: readonly string[]])[]>()

function columnsOf(shape: FileShape): readonly (readonly [field: string, names: readonly string[]])[] {
  const known = plainColumns.get(shape)
  if (known !== undefined) return known
  const entries = [...Object.entries(shape.columns), ...Object.entries(shape.otherwise ?? {})]
  const columns = entries.map(([field, names]) => [field, names.map(plainName)] as const)
  plainColumns.set(shape, columns)
  return columns
}

/** A CRM's own names: the best of each field's list that stands in the header. */
function ownColumns(header: Header, shape: FileShape, given: Columns): Columns {
  const columns = new Map(given)
  const taken = new Set(given.values())
  for (const [field, names] of columnsOf(shape)) {
    if (columns.has(field)) continue
    const index =
      firstNamed(header, names, taken) ?? (isAmount(shape, field) ? onlyAmount(header, names, taken) : undefined)
    if (index === undefined) continue
    columns.set(field, index)
    taken.add(index)
  }
  return columns
}

/** The further columns of the fields that a row takes from whichever is filled; none where the config names the column. */
function furtherColumns(
  header: Header,
  shape: FileShape,
  columns: Columns,
  named: Columns,
): ReadonlyMap<string, readonly number[]> {
  const fields: readonly string[] = shape.byRow ?? []
  const taken = new Set(columns.values())
  const further = new Map<string, readonly number[]>()
  for (const [field, names] of columnsOf(shape)) {
    if (!fields.includes(field) || named.has(field)) continue
    const found = names.flatMap((name) => {
      const index = header.names.indexOf(name)
      return index < 0 || taken.has(index) ? [] : [index]
    })
    if (found.length > 0) further.set(field, found)
    for (const index of found) taken.add(index)
  }
  return further
}

function firstNamed(header: Header, names: readonly string[], taken: ReadonlySet<number>): number | undefined {
  for (const name of names) {
    if (!header.there.has(name)) continue
    const index = header.names.findIndex((cell, at) => cell === name && !taken.has(at))
    if (index >= 0) return index
  }
  return undefined
}

/** The one column that has such a name and a unit behind it; of several none, for the user decides. */
function onlyAmount(header: Header, names: readonly string[], taken: ReadonlySet<number>): number | undefined {
  const found = header.amounts().flatMap((cell, at) => (names.includes(cell) && !taken.has(at) ? [at] : []))
  return found.length === 1 ? found[0] : undefined
}

/** The fields still open, by everyday names. Two columns with an equal claim are for the user to decide. */
function everydayColumns(
  header: Header,
  shape: FileShape,
  given: Columns,
  also: Recognised['also'],
  file: string,
): Columns {
  const columns = new Map(given)
  const taken = new Set([...given.values(), ...[...also.values()].flat()])
  for (const [field, names] of columnsOf(shape)) {
    if (columns.has(field)) continue
    const wanted = new Set(names)
    const claims = (cells: readonly string[]) =>
      cells.flatMap((cell, at) => (wanted.has(cell) && !taken.has(at) ? [at] : []))
    const exact = claims(header.names)
    const loosely = isAmount(shape, field) ? header.amounts() : header.cells.map(withoutRemark)
    const found = exact.length > 0 ? exact : claims(loosely)
    if (found.length > 1) throw twoClaims(header, field, found, file)
    if (found[0] === undefined) continue
    columns.set(field, found[0])
    taken.add(found[0])
  }
  return columns
}

function twoClaims(header: Header, field: string, found: readonly number[], file: string): Problem {
  const named = found.map((at) => `column ${at + 1} “${header.cells[at]}”`)
  const first = header.cells[found[0] ?? 0] ?? ''
  const setting = `--set columns.${field}="${first}"`
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

function fits(shape: FileShape, columns: Columns, header: Header): boolean {
  const stands = (name: string) => header.there.has(plainName(name))
  const isTold = shape.telltales === undefined || shape.telltales.some(stands)
  const isForbidden = (shape.forbids ?? []).some(stands)
  const required = (shape.requires as readonly (string | readonly string[])[]).every((need) =>
    typeof need === 'string' ? columns.has(need) : need.some((field) => columns.has(field)),
  )
  return required && isTold && !isForbidden
}

interface Candidate {
  readonly crm: Crm
  readonly shape: FileShape
  readonly columns: Columns
}

function candidates(header: Header, configured: ColumnNames, only: Kind | undefined): Candidate[] {
  return crms.flatMap((crm) =>
    crm.files.flatMap((shape) => {
      if (only !== undefined && shape.kind !== only) return []
      const columns = ownColumns(header, shape, fromConfig(header, shape.kind, configured))
      return fits(shape, columns, header) ? [{ crm, shape, columns }] : []
    }),
  )
}

/** A CRM's own shape before everyday names; among either the one that explains most columns, of equals the earlier. */
function bestOf(found: readonly Candidate[]): Candidate | undefined {
  const most = (some: readonly Candidate[]) =>
    some.reduce<Candidate | undefined>(
      (best, candidate) => (best === undefined || candidate.columns.size > best.columns.size ? candidate : best),
      undefined,
    )
  return most(found.filter(({ crm }) => crm !== spreadsheet)) ?? most(found)
}

/** How many cells of a row are column names we know: tells the header from titles above it. */
export function headerScore(cells: readonly string[], configured: ColumnNames = {}): number {
  const header = readHeader(cells)
  const own = new Set(Object.values(configured).map(plainName))
  // Rows of data hold no column names, and most rows are data.
  if (!header.names.some((name) => knownNames().has(name) || own.has(name))) return 0
  const scores = crms.flatMap((crm) =>
    crm.files.map((shape) => ownColumns(header, shape, fromConfig(header, shape.kind, configured)).size),
  )
  return Math.max(...scores)
}

let allNames: ReadonlySet<string> | undefined

/** The plain names of all columns of all CRMs. */
function knownNames(): ReadonlySet<string> {
  allNames ??= new Set(
    crms.flatMap(({ files }) => files.flatMap((shape) => columnsOf(shape).flatMap(([, names]) => names))),
  )
  return allNames
}

/**
 * Tells from its header what a file holds, or undefined where nothing fits. The shape that explains most
 * columns wins; what the CRM's own names leave open is filled by everyday names.
 *
 * @throws Problem when two columns have an equal claim to one field.
 */
export function recognise(
  cells: readonly string[],
  options: { file: string; columns?: ColumnNames; kind?: Kind | undefined },
): Recognised | undefined {
  const header = readHeader(cells)
  const configured = options.columns ?? {}
  const best = bestOf(candidates(header, configured, options.kind))
  if (best === undefined) return undefined
  const { kind } = best.shape
  const given = best.crm === spreadsheet ? fromConfig(header, kind, configured) : best.columns
  const everyday = best.crm === spreadsheet ? best.shape : spreadsheet.files.find((shape) => shape.kind === kind)
  const also = furtherColumns(header, best.shape, given, fromConfig(header, kind, configured))
  const columns = everyday === undefined ? given : everydayColumns(header, everyday, given, also, options.file)
  const used = new Set([...columns.values(), ...[...also.values()].flat()])
  const unmapped = cells.flatMap((_, at) => (used.has(at) ? [] : [at]))
  return { kind, crm: best.crm, shape: best.shape, columns, also, unmapped }
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
