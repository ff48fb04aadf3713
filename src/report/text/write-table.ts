import CliTable from 'cli-table3'
import type { Said } from '../../language/sentence.ts'
import type { Column, Table } from '../content/document.ts'
import type { Lines } from './lines.ts'
import { cut, widthOf } from './width.ts'

const GAPS = [2, 1] as const
const SHORTEST_NAME = 12

interface Laid extends Column {
  readonly width: number
  readonly cells: readonly string[]
}

/** A table without lines. Columns that do not fit are left out, the least needed first; then names are cut. */
export function writeTable({ title, columns, rows, notes }: Table, lines: Lines, fill: (said: Said) => string): void {
  const laid = columns.map((column, at): Laid => {
    const cells = rows.map(({ kind, cells: own }) => {
      const said = own[at]
      if (said === undefined) return kind === 'title' || at === 0 ? '' : '–'
      return kind === 'title' ? fill(said).toUpperCase() : fill(said)
    })
    const isTitle = rows.map(({ kind }) => kind === 'title')
    const measured = cells.filter((_, row) => isTitle[row] !== true)
    return { ...column, cells, width: Math.max(widthOf(column.title), ...measured.map(widthOf)) }
  })
  const [names, ...others] = laid
  if (names === undefined) return
  const fitting = [...others]
  const roomWith = (between: number) => lines.width - fitting.reduce((total, { width }) => total + width + between, 0)
  const gap = GAPS.find((between) => roomWith(between) >= names.width) ?? 1
  const room = () => roomWith(gap)
  while (room() < Math.min(names.width, SHORTEST_NAME) && fitting.length > 1)
    fitting.splice(fitting.indexOf(fitting.reduce((a, b) => (b.need < a.need ? b : a))), 1)
  const first = { ...names, width: Math.min(names.width, room()) }
  const shown = [first, ...fitting]
  const { bold, dim } = lines.paint
  const head = title === undefined ? '' : fill(title).toUpperCase()
  const titles = fitting.map((column) => column.title)
  const body = rows.map((_, at) =>
    shown.map(({ cells, width }, column) => (column === 0 ? shorten(cells[at] ?? '', width) : (cells[at] ?? ''))),
  )
  // Measured without colours.
  const drawn = draw(columnsOf(shown, [[head, ...titles], ...body], gap), [[bold(head), ...titles], ...body])
  lines.raw(lines.own(drawn))
  for (const note of notes) lines.text(fill(note), { style: dim })
}

interface Drawn {
  readonly aligns: ('left' | 'right')[]
  /** With the gap. */
  readonly widths: number[]
  readonly gap: number
}

function columnsOf(shown: readonly Column[], rows: readonly (readonly string[])[], gap: number): Drawn {
  return {
    aligns: shown.map(({ isNumber }) => (isNumber ? 'right' : 'left')),
    widths: shown.map((_, at) => gap + rows.reduce((most, row) => Math.max(most, widthOf(row[at] ?? '')), 0)),
    gap,
  }
}

function draw(columns: Drawn, rows: readonly (readonly string[])[]): string {
  // cli-table3 compares each cell with all above it: a table of many reps is drawn some rows at a time.
  const slabs = Array.from({ length: Math.ceil(rows.length / SLAB) }, (_, at) => rows.slice(at * SLAB, (at + 1) * SLAB))
  return slabs.map((slab) => drawSlab(columns, slab)).join('\n')
}

const SLAB = 50

function drawSlab({ aligns, widths, gap }: Drawn, rows: readonly (readonly string[])[]): string {
  const table = new CliTable({
    colWidths: widths,
    colAligns: aligns,
    // cli-table3 would write its own colours into pipes.
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': gap },
    chars: NO_LINES,
  })
  for (const row of rows) table.push([...row])
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
function shorten(name: string, room: number): string {
  if (widthOf(name) <= room) return name
  const [start = ''] = cut(name, room - 1)
  return `${start}…`
}
