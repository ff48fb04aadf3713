import { groupBy } from '../kit/collections.ts'
import type { Exports } from '../records/exports.ts'
import type { DealRow, Field } from '../records/fields.ts'
import type { Deal } from './deals/deal.ts'
import { dealId } from './past/past.ts'

/** A column of the deals that sorts them: a source, a product, a region, or one that the program knows nothing about. */
export interface DealColumn {
  /** As the export calls it. */
  readonly name: string
  /** The field that it was read as; undefined for a column that is none of ours. */
  readonly field: string | undefined
  /** The deal's cell; undefined where it is empty. */
  readonly of: (deal: Pick<Deal, 'id'>) => string | undefined
}

type TextField = Extract<
  Field<'opportunities'>,
  'product' | 'source' | 'type' | 'pipeline' | 'lineOfBusiness' | 'campaign' | 'rating'
>

/** Fields that say what kind of deal it is. Owners, stages, forecasts and reasons are told elsewhere, or too late. */
const SORTING: Readonly<Record<TextField, string>> = {
  product: 'product',
  source: 'source',
  type: 'type',
  pipeline: 'pipeline',
  lineOfBusiness: 'line of business',
  campaign: 'campaign',
  rating: 'rating',
}
/** Of a review that is set back, only these were the same then. */
const LASTING: ReadonlySet<TextField> = new Set<TextField>(['product'])
const MOST_VALUES = 12

/** The columns with 2 to 12 values, of the deals that the book has. */
export function dealColumns(
  { deals: rows, inputs, extraColumns }: Exports,
  deals: readonly Deal[],
  isSetBack: boolean,
): readonly DealColumn[] {
  const byId = groupBy(rows, dealId)
  const rowOf = ({ id }: Pick<Deal, 'id'>): DealRow | undefined => byId.get(id)?.[0]
  const headers = new Map(
    inputs.flatMap(({ kind, columns }) =>
      kind === 'opportunities' ? columns.map(({ field, column }) => [field, column] as const) : [],
    ),
  )
  const fields = (Object.keys(SORTING) as TextField[]).filter((field) => !isSetBack || LASTING.has(field))
  const mapped = fields.map((field): DealColumn => ({
    name: headers.get(field) ?? SORTING[field],
    field,
    of: (deal) => rowOf(deal)?.[field],
  }))
  const extra = (isSetBack ? [] : extraColumns).map((column): DealColumn => ({
    name: column.column,
    field: undefined,
    of: (deal) => {
      const row = rowOf(deal)
      return row === undefined ? undefined : column.of(row)
    },
  }))
  return [...mapped.filter((column) => sorts(column, deals)), ...extra]
}

function sorts({ of }: DealColumn, deals: readonly Deal[]): boolean {
  const values = new Set<string>()
  for (const deal of deals) {
    const value = of(deal)
    if (value !== undefined) values.add(value)
    if (values.size > MOST_VALUES) return false
  }
  return values.size >= 2
}

/** The product of a deal, where a column has it. */
export function productIn({
  columns,
}: {
  readonly columns: readonly DealColumn[]
}): (deal: Deal) => string | undefined {
  const column = columns.find(({ field }) => field === 'product')
  return (deal) => column?.of(deal)
}
