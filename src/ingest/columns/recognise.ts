import type { PlainDate } from '../../time/plain-date.ts'
import { cellKind, type Field, type Kind } from '../../records/fields.ts'
import type { Crm, FileShape } from '../crms/crm.ts'
import { chooseKind } from './choose-kind.ts'
import type { Reading } from './reading.ts'
import { claimsOf, TAKEN } from './claims.ts'
import { crmFileOf, columnsNamed } from './crm-shapes.ts'
import { factsOf, type Facts } from './evidence.ts'
import { readHeader, type Header } from './header.ts'
import { kindsOfHeader } from './kinds/index.ts'
import { plainName } from './plain-name.ts'
import { settleTies } from './ties.ts'

/** The config's `columns`: field to column name. They win over whatever the header seems to say. */
export type ColumnNames = Readonly<Record<string, string>>

/** A column that may be a field and was not taken for it. */
interface NearMiss {
  readonly field: string
  readonly column: number
  /** 0 to 1. */
  readonly confidence: number
}

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
  /** Field to how sure its column is, 0 to 1. */
  readonly confidence: ReadonlyMap<string, number>
  /** Field to the other columns that it might have been. */
  readonly rivals: ReadonlyMap<string, readonly number[]>
  /** Best first. */
  readonly suggestions: readonly NearMiss[]
}

export interface RecogniseOptions {
  readonly file: string
  readonly columns?: ColumnNames
  readonly kind?: Kind | undefined
  /** The first rows, and the day after which dates lie ahead. */
  readonly sample?: readonly (readonly string[])[]
  readonly today?: PlainDate
}

/**
 * Tells from its header and first rows what a file holds, or undefined where nothing fits. What explains most of the header
 * wins.
 *
 * @throws Problem when two columns have an equal claim to a field without which little can be said.
 */
export function recognise(cells: readonly string[], options: RecogniseOptions): Recognised | undefined {
  const header = readHeader(cells)
  const configured = options.columns ?? {}
  const facts = factsOfColumns(cells, options)
  const given = (kind: Kind) => fromConfig(header, kind, configured)
  const reading = chooseKind(header, facts, given, options.kind)
  return reading === undefined ? undefined : recognisedAs(reading, header, given(reading.kind), facts, options.file)
}

function recognisedAs(
  reading: Reading,
  header: Header,
  given: Columns,
  facts: readonly Facts[],
  file: string,
): Recognised {
  const { kind, claims, crmFile } = reading
  const also = furtherColumns(header, crmFile.shape, reading.columns, given)
  const spare = new Set([...also.values()].flat())
  const { columns, rivals } = settleTies(reading, header, given, spare, facts, file)
  const used = new Set([...columns.values(), ...spare])
  const unmapped = header.cells.flatMap((_, at) => (used.has(at) ? [] : [at]))
  const worth = (field: string, at: number) => claims.worths[claims.fields.indexOf(field)]?.[at] ?? 0
  const confidence = new Map(
    [...columns].map(([field, at]) => [field, given.has(field) ? 1 : inShare(worth(field, at))]),
  )
  return {
    kind,
    crm: crmFile.crm,
    shape: crmFile.shape,
    columns,
    also,
    unmapped,
    confidence,
    rivals,
    suggestions: suggestionsOf(reading, columns, unmapped),
  }
}

function inShare(worth: number): number {
  return Math.round(Math.min(1, worth) * 100) / 100
}

/** What is less sure than this is not worth a word. */
const WORTH_A_WORD = 0.42

/** The best field of each column that is left, where nothing else is that field. */
function suggestionsOf({ claims }: Reading, columns: Columns, unmapped: readonly number[]): readonly NearMiss[] {
  const found: NearMiss[] = []
  for (const [at, field] of claims.fields.entries()) {
    if (columns.has(field)) continue
    for (const column of unmapped) {
      const worth = claims.worths[at]?.[column] ?? 0
      if (worth >= WORTH_A_WORD) found.push({ field, column, confidence: inShare(Math.min(worth, TAKEN)) })
    }
  }
  return found.sort((one, other) => other.confidence - one.confidence || one.column - other.column)
}

type Columns = ReadonlyMap<string, number>

function factsOfColumns(cells: readonly string[], { sample = [], today }: RecogniseOptions): readonly Facts[] {
  if (today === undefined || sample.length === 0) return []
  const rows = sample.filter((row) => row.length === cells.length)
  return rows.length === 0
    ? []
    : cells.map((_, at) =>
        factsOf(
          rows.map((row) => row[at] ?? ''),
          today,
        ),
      )
}

function fromConfig(header: Header, kind: Kind, configured: ColumnNames): Columns {
  const found = new Map<string, number>()
  for (const [field, name] of Object.entries(configured)) {
    if (cellKind(kind, field) === undefined) continue
    const index = header.names.indexOf(plainName(name))
    if (index >= 0) found.set(field, index)
  }
  return found
}

/** The further columns of the fields that a row takes from whichever is filled; none where the config names the column. */
function furtherColumns(header: Header, shape: FileShape, columns: Columns, given: Columns): Recognised['also'] {
  const own = columnsNamed(header, shape.columns)
  const taken = new Set(columns.values())
  const further = new Map<string, readonly number[]>()
  for (const field of shape.byRow ?? []) {
    const found = (own.get(field) ?? []).filter((at) => !taken.has(at))
    if (found.length > 0 && columns.has(field) && !given.has(field)) further.set(field, found)
  }
  return further
}

/** Words of a title or a remark, and not of a header. */
const MOST_WORDS = 60

/** How many cells of a row are column names that we understand: tells the header from titles above it and rows below. */
export function headerScore(cells: readonly string[], configured: ColumnNames = {}): number {
  const own = new Set(Object.values(configured).map(plainName))
  const { meanings, names } = readHeader(cells.map((cell) => (cell.length > MOST_WORDS ? '' : cell)))
  const said = meanings.flatMap(({ concepts, unknown }, at) => {
    if (own.has(names[at] ?? '')) return [names[at] ?? '']
    const isName = unknown === 0 && concepts.size > 0 && !concepts.has('other')
    return isName ? [[...concepts].sort().join(' ')] : []
  })
  return new Set(said).size
}

/** Whether a name by itself says a field of deals: the heading of a group names its column. */
export function saysField(name: string, field: Field<'opportunities'>): boolean {
  const header = readHeader([name])
  const { fields, worths } = claimsOf(header, kindsOfHeader.opportunities, crmFileOf(header, 'opportunities'), [])
  return (worths[fields.indexOf(field)]?.[0] ?? 0) >= TAKEN
}

/** Whether the name of an amount says that it is brought to one currency. */
export function saysConverted(name: string): boolean {
  return readHeader([name]).meanings[0]?.concepts.has('converted') === true
}
