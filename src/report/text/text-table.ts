import Table from 'cli-table3'
import { sum } from '../../book/kit/statistics.ts'
import type { TableContent } from '../content/content.ts'
import type { Layout } from './lines.ts'
import { withoutDomain } from '../content/rep-names.ts'
import { cut, widthOf } from './width.ts'

const GAP = 2
const SHORTEST_NAME = 12

/** How much a column is needed where a narrow terminal has no room for all; the cause is in between. */
const NEED: Readonly<Record<string, number>> = {
  New: 8,
  Open: 7,
  Wins: 6,
  '4 wks': 5,
  Amount: 3,
  'Won–lost': 2,
  Renewals: 1,
}
const NEED_OF_CAUSE = 4

/** A team in one table. Columns that do not fit are left out, the least telling first. */
export function writeTable({ head, isNumber, rows }: TableContent, layout: Layout): string {
  const { ascii = (text: string) => text } = layout
  const columns = head.map((title, at) => ({
    need: NEED[title] ?? NEED_OF_CAUSE,
    align: isNumber[at] === true ? ('right' as const) : ('left' as const),
    // A name stays as it is; all else in the table is ours.
    cells: [title, ...rows.map((row) => row[at] ?? '')].map((cell) => (at === 0 ? cell : ascii(cell))),
  }))
  const [names, ...others] = columns
  if (names === undefined) return ''
  const widths = new Map(others.map((column) => [column, Math.max(...column.cells.map(widthOf)) + GAP]))
  const fitting = [...others]
  const room = () => layout.width - sum(fitting.map((column) => widths.get(column) ?? 0))
  while (room() < SHORTEST_NAME && fitting.length > 1) {
    const least = fitting.reduce((a, b) => (b.need < a.need ? b : a))
    fitting.splice(fitting.indexOf(least), 1)
  }
  const shortened = (name: string) =>
    widthOf(name) <= room() ? name : shorten(withoutDomain(name, names.cells), room(), ascii('…'))
  return drawn([{ ...names, cells: names.cells.map(shortened) }, ...fitting])
}

interface Column {
  readonly align: 'left' | 'right'
  /** The head first. */
  readonly cells: readonly string[]
}

function drawn(columns: readonly Column[]): string {
  const table = new Table({
    colAligns: columns.map(({ align }) => align),
    // cli-table3 would write its own colours into pipes.
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': GAP },
    chars: NO_LINES,
  })
  for (const at of columns[0]?.cells.keys() ?? []) table.push(columns.map(({ cells }) => cells[at] ?? ''))
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

/** Cut to so many columns, never through a character. */
function shorten(name: string, room: number, ellipsis: string): string {
  if (widthOf(name) <= room) return name
  const [start = ''] = cut(name, room - ellipsis.length)
  return `${start}${ellipsis}`
}
