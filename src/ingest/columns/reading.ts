import type { Concept } from '../../vocabulary/headers/concepts.ts'
import type { Kind } from '../../records/fields.ts'
import { assign, claimsOf, type Claims } from './claims.ts'
import { crmFileOf, type CrmFile } from './crm-shapes.ts'
import { REPEATED, type Facts } from './evidence.ts'
import type { Header } from './header.ts'
import type { KindOfHeader } from './kinds/kind-of-header.ts'

/** A header read as one kind of file. */
export interface Reading {
  readonly kind: Kind
  readonly crmFile: CrmFile
  readonly claims: Claims
  readonly columns: ReadonlyMap<string, number>
  /** How much of the header it explains. */
  readonly total: number
}

/** What a field tells of the kind where nothing is said. */
const TELLS = 0.4
/** A CRM's telltales are worth this much. */
const TELLTALE = 1.5
/** More columns of one sign say nothing more. */
const MOST_SIGNS = 3
/** What a column of another trade counts against a kind. */
const TRADE = 1.3
const MOST_TRADES = 4
const TRADE_OF_PEOPLE = 0.5

export function readAs(
  header: Header,
  kind: KindOfHeader,
  facts: readonly Facts[],
  given: ReadonlyMap<string, number>,
): Reading {
  const crmFile = crmFileOf(header, kind.kind)
  const claims = claimsOf(header, kind, crmFile, facts)
  const columns = assign(claims, given)
  const tells: Readonly<Record<string, number>> = kind.tells
  let total = crmFile.telltales > 0 ? TELLTALE : 0
  for (const [field, column] of columns) {
    const worth = claims.worths[claims.fields.indexOf(field)]?.[column] ?? 1
    total += Math.min(1, given.has(field) ? 1 : worth) * (tells[field] ?? TELLS)
  }
  for (const [sign, weight] of Object.entries(kind.signs ?? {}))
    total += weight * Math.min(MOST_SIGNS, having(header, sign as Concept))
  total -= (kind.kind === 'contacts' ? TRADE_OF_PEOPLE : TRADE) * Math.min(MOST_TRADES, having(header, 'trade'))
  total += ofIds(kind, header, columns, facts)
  return { kind: kind.kind, crmFile, claims, columns, total }
}

/** In a file of deals each has one row, or a few; an id that is named after what the file is about says what that is. */
function ofIds(
  { own }: KindOfHeader,
  header: Header,
  columns: ReadonlyMap<string, number>,
  facts: readonly Facts[],
): number {
  const id = columns.get('id')
  if (id === undefined) return 0
  const { filled = 0, distinct = 0 } = facts[id] ?? {}
  const isUnique = distinct >= filled * REPEATED
  return isUnique && own.some((concept) => header.meanings[id]?.concepts.has(concept)) ? ID : 0
}

const ID = 1.2

function having(header: Header, concept: Concept): number {
  return header.meanings.filter(({ concepts }) => concepts.has(concept)).length
}
