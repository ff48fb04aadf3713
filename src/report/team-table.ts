import Table from 'cli-table3'
import type { ManagerPage, RepPage } from '../agenda/agenda.ts'
import type { Cause } from '../agenda/diagnosis.ts'
import { totalAmount } from '../book/measures.ts'
import type { Closings, Creation } from '../book/rep.ts'
import { sum } from '../book/statistics.ts'
import type { Words } from '../words.ts'
import type { Layout } from './lines.ts'
import { widthOf, wrap } from './width.ts'

/** Who stands in a line of the table: a rep, or a manager with their reps. */
interface Row {
  readonly name: string
  readonly open: number
  readonly amount: number | undefined
  readonly creation: Creation
  readonly closings: Closings
  readonly last: string
}

/** The reps of a team in one table. */
export function repTable(pages: readonly RepPage[], words: Words, layout: Layout): string {
  const rows = pages.map(({ rep, openAmount, diagnosis }): Row => ({
    name: rep.name,
    open: rep.open.length,
    amount: openAmount,
    creation: rep.creation,
    closings: rep.closings,
    last: shortCauses[diagnosis.cause],
  }))
  return tableOf(rows, { name: 'Rep', last: 'Cause' }, words, layout)
}

/** Several managers in one table, for whoever runs them. */
export function managerTable(pages: readonly ManagerPage[], words: Words, layout: Layout): string {
  const rows = pages.map(({ manager, causes, reps }): Row => ({
    name: manager.name ?? (layout.ascii === undefined ? '–' : '-'),
    open: manager.open.length,
    amount: totalAmount(manager.open),
    creation: manager.creation,
    closings: manager.closings,
    last: causes[0] === undefined ? '–' : `${causes[0].reps} of ${reps.length} ${shortCauses[causes[0].cause]}`,
  }))
  return tableOf(rows, { name: 'Manager', last: 'Commonest cause' }, words, layout)
}

const GAP = 2
const SHORTEST_NAME = 12

/** Columns that do not fit a narrow terminal are left out, the least telling first. */
function tableOf(rows: readonly Row[], heads: { name: string; last: string }, words: Words, layout: Layout): string {
  const { ascii = (text: string) => text } = layout
  // A name stays as it is; all else in the table is ours.
  const others = tableColumns(heads.last, words).map((column) => ({
    ...column,
    head: ascii(column.head),
    cell: (row: Row) => ascii(column.cell(row)),
  }))
  const cells = (column: TableColumn) => [column.head, ...rows.map((row) => column.cell(row))]
  const widths = new Map(others.map((column) => [column, Math.max(...cells(column).map(widthOf)) + GAP]))
  const fitting = [...others]
  const room = () => layout.width - sum(fitting.map((column) => widths.get(column) ?? 0))
  while (room() < SHORTEST_NAME && fitting.length > 1) {
    const least = fitting.reduce((a, b) => (b.need < a.need ? b : a))
    fitting.splice(fitting.indexOf(least), 1)
  }
  const table = new Table({
    head: [heads.name, ...fitting.map((column) => column.head)],
    colAligns: ['left' as const, ...fitting.map((column) => column.align)],
    // cli-table3 would write its own colours into pipes.
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': GAP },
    chars: NO_LINES,
  })
  for (const row of rows)
    table.push([shorten(row.name, room(), ascii('…')), ...fitting.map((column) => column.cell(row))])
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
}

const NO_LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
}

interface TableColumn {
  readonly head: string
  readonly align: 'left' | 'right'
  /** How much it is needed where not all fit. */
  readonly need: number
  cell(row: Row): string
}

function tableColumns(last: string, words: Words): TableColumn[] {
  const four = ({ creation }: Row) => String(sum(creation.byWeek.slice(0, 4)))
  const rate = ({ closings }: Row) => (closings.winRate === undefined ? '–' : words.percent(closings.winRate))
  const money = ({ amount }: Row) => (amount === undefined ? '–' : words.money(amount))
  return [
    { head: 'Open', align: 'right', need: 7, cell: ({ open }) => String(open) },
    { head: 'Amount', align: 'right', need: 3, cell: money },
    { head: 'New', align: 'right', need: 8, cell: ({ creation }) => String(creation.byWeek[0] ?? 0) },
    { head: '4 wks', align: 'right', need: 5, cell: four },
    { head: 'Won–lost', align: 'right', need: 2, cell: ({ closings }) => `${closings.won}–${closings.lost}` },
    { head: 'Wins', align: 'right', need: 6, cell: rate },
    { head: last, align: 'left', need: 4, cell: (row) => row.last },
  ]
}

export const shortCauses: Record<Cause, string> = {
  producing: 'producing',
  'too-little-activity': 'activity',
  'too-little-effectiveness': 'effectiveness',
  both: 'both',
  'cannot-tell': 'cannot tell',
}

/** Cut to so many columns, never through a character. */
function shorten(name: string, room: number, ellipsis: string): string {
  if (widthOf(name) <= room) return name
  const [start = ''] = wrap(name.replaceAll(' ', '\u00A0'), room - ellipsis.length)
  return `${start}${ellipsis}`
}
