import type { DealBehind, Figure } from '../../history/kept-page.ts'
import { name, text, type Said, type Slots } from '../../language/sentence.ts'
import { isoDate, type PlainDate } from '../../time/plain-date.ts'
import type { Column, Row, Table } from '../content/document.ts'

/** A deal, and whether it is one of those that a rate counts: 98 of 282. */
interface Listed {
  readonly deal: DealBehind
  readonly isCounted: boolean
}

/** The deals behind a figure, the largest first; of a rate those that count, then the others. */
export function dealsBehind({ ids, of }: Figure, deals: ReadonlyMap<string, DealBehind>): readonly Listed[] {
  const counted = new Set(ids)
  return [...new Set([...ids, ...(of ?? [])])]
    .flatMap((id) => deals.get(id) ?? [])
    .map((deal) => ({ deal, isCounted: counted.has(deal.id) }))
    .toSorted(
      (a, b) =>
        Number(b.isCounted) - Number(a.isCounted) ||
        (b.deal.amount ?? -1) - (a.deal.amount ?? -1) ||
        (a.deal.name < b.deal.name ? -1 : 1),
    )
}

const COLUMNS: readonly (Column & { readonly cell: (deal: DealBehind) => Said | undefined })[] = [
  { id: 'deal', title: '', isNumber: false, need: 9, cell: ({ name: called }) => said('{it}', { it: name(called) }) },
  { id: 'rep', title: 'Rep', isNumber: false, need: 6, cell: ({ rep }) => word(rep) },
  {
    id: 'stage',
    title: 'Stage',
    isNumber: false,
    need: 5,
    cell: ({ state, stage }) => word(state === 'open' ? (stage ?? state) : state),
  },
  {
    id: 'amount',
    title: 'Amount',
    isNumber: true,
    need: 8,
    cell: ({ amount, id }) =>
      amount === undefined ? undefined : said('{it}', { it: { kind: 'sum', amount, ids: [id] } }),
  },
  { id: 'opened', title: 'Opened', isNumber: true, need: 4, cell: ({ opened }) => dated(opened) },
  { id: 'closed', title: 'Closed', isNumber: true, need: 4, cell: ({ closed }) => dated(closed) },
  { id: 'due', title: 'Due', isNumber: true, need: 3, cell: ({ due }) => dated(due) },
]

function said(words: string, slots: Slots): Said {
  return { template: 'behind', words, slots }
}

function word(it: string | undefined): Said | undefined {
  return it === undefined ? undefined : said('{it}', { it: text(it) })
}

function dated(day: PlainDate | undefined): Said | undefined {
  return day === undefined ? undefined : said('{it}', { it: { kind: 'date', day } })
}

/** They as a table: of a rate in two parts. A column that none of them fills is left out. */
export function tableBehind(figure: Figure, deals: ReadonlyMap<string, DealBehind>): Table {
  const listed = dealsBehind(figure, deals)
  const columns = COLUMNS.filter(({ cell }) => listed.some(({ deal }) => cell(deal) !== undefined))
  const rows = (isCounted: boolean): readonly Row[] =>
    listed
      .filter((one) => one.isCounted === isCounted)
      .map(({ deal }) => ({ kind: 'rep', cells: columns.map(({ cell }) => cell(deal)) }))
  const title = (words: string): Row => ({ kind: 'title', cells: [said(words, {})] })
  const [counted, others] = [rows(true), rows(false)]
  const parts =
    figure.of === undefined
      ? counted
      : [title('Counted'), ...counted, ...(others.length === 0 ? [] : [title('Others'), ...others])]
  return { kind: 'table', id: 'appendix', columns, rows: parts, notes: [] }
}

const FIELDS = [
  'id',
  'name',
  'customer',
  'rep',
  'state',
  'stage',
  'amount',
  'opened',
  'closed',
  'due',
  'counted',
] as const

/** A row for each field of a deal, as a program reads it. */
export function recordsBehind(figure: Figure, deals: ReadonlyMap<string, DealBehind>) {
  return dealsBehind(figure, deals).map(({ deal, isCounted }) => ({
    id: deal.id,
    name: deal.name,
    customer: deal.customer ?? null,
    rep: deal.rep ?? null,
    state: deal.state,
    stage: deal.stage ?? null,
    amount: deal.amount ?? null,
    opened: iso(deal.opened),
    closed: iso(deal.closed),
    due: iso(deal.due),
    counted: isCounted,
  }))
}

function iso(day: PlainDate | undefined): string | null {
  return day === undefined ? null : isoDate(day)
}

/** The same as CSV. A text that a spreadsheet would take for a formula has a quote before it. */
export function csvBehind(figure: Figure, deals: ReadonlyMap<string, DealBehind>): string {
  const lines = recordsBehind(figure, deals).map((record) => FIELDS.map((field) => csvCell(record[field])).join(','))
  return `${[FIELDS.join(','), ...lines].join('\r\n')}\r\n`
}

function csvCell(value: string | number | boolean | null): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return String(value)
  const harmless = value.replaceAll(/[^\P{C}\n]/gu, ' ').replace(/^(?=[=+\-@\t\r])/u, "'")
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
