import Table from 'cli-table3'
import type { Agenda, RepPage } from '../agenda/agenda.ts'
import type { Cause } from '../agenda/diagnosis.ts'
import type { Closings } from '../book/rep.ts'
import { ENOUGH_CLOSINGS, totalAmount } from '../book/measures.ts'
import { sum } from '../book/statistics.ts'
import { groupBy } from '../collections.ts'
import { calendarParts, isoDate } from '../plain-date.ts'
import { wordsFor, type Words } from '../words.ts'
import { Lines, type Layout } from './lines.ts'
import { widthOf, wrap } from './width.ts'
import { renderPage } from './text-page.ts'

/** The agenda for a terminal or a plain mail: a page a rep, then the manager's own. */
export function renderText(agenda: Agenda, layout: Layout): string {
  const pages = agenda.pages.map((page) => renderPage(page, agenda, layout))
  const separator = `\n${layout.paint.dim('─'.repeat(layout.width))}\n`
  const closing = agenda.isWholeTeam ? managerPage(agenda, layout) : notCheckedPage(agenda, layout)
  return [title(agenda, layout), ...pages, ...closing].join(separator)
}

function title(agenda: Agenda, layout: Layout): string {
  const { book } = agenda
  const { weekday, year } = calendarParts(book.asOf)
  const words = wordsFor(book.asOf, book.currency)
  const lines = new Lines(layout)
  const day = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'][weekday]
  const open = agenda.isWholeTeam ? book.open.length : sum(agenda.pages.map((page) => page.rep.open.length))
  const minutes = sum(agenda.pages.map((page) => page.minutes))
  lines.ends(
    layout.paint.bold(`Pipeline review · ${day} ${words.date(isoDate(book.asOf))} ${year}`),
    `${words.count(agenda.pages.length, 'rep')} · ${words.count(open, 'open deal')} · about ${minutes} min`,
  )
  return lines.toString()
}

function managerPage(agenda: Agenda, layout: Layout): string[] {
  const { book, manager } = agenda
  const words = wordsFor(book.asOf, book.currency)
  const lines = new Lines(layout)
  lines.text(layout.paint.bold('The team'))
  lines.text(teamLine(agenda, words))
  for (const line of manager.team) lines.text(line, { indent: 2, label: '! ' })
  if (agenda.pages.length > 0) {
    lines.blank()
    lines.raw(teamTable(agenda.pages, words, layout))
  }
  lines.blank()
  for (const pattern of manager.collapsed)
    lines.text(
      `${pattern.count} of ${pattern.of} open deals: ${pattern.title.toLowerCase()}. That is a habit of the team’s, so it ranks nothing.`,
      { indent: 2 },
    )
  unassigned(lines, agenda, words)
  for (const note of manager.notes) lines.text(note, { indent: 2 })
  lines.blank()
  writeNotChecked(lines, agenda)
  return [lines.toString()]
}

function notCheckedPage(agenda: Agenda, layout: Layout): string[] {
  if (agenda.notChecked.length === 0) return []
  const lines = new Lines(layout)
  writeNotChecked(lines, agenda)
  return [lines.toString()]
}

function writeNotChecked(lines: Lines, { notChecked }: Agenda): void {
  if (notChecked.length === 0) return
  lines.text('Not checked, which is not “all clear”:')
  for (const [enable, same] of groupBy(notChecked, (entry) => entry.enable))
    lines.text(`“${same.map((entry) => entry.title.toLowerCase()).join('”, “')}”: ${enable}.`, {
      indent: 2,
      label: '· ',
    })
}

function teamLine({ book }: Agenda, words: Words): string {
  const { creation, closings } = book.team
  const [now = 0, ...before] = creation.byWeek.slice(0, 5)
  const four = before.join(' · ')
  const won = wonLine(closings, words)
  return `${now} new this week (weeks back: ${four}); ${won}.`
}

function wonLine({ won, lost, newBusinessWon, newBusinessLost, winRate, averageWon }: Closings, words: Words): string {
  if (winRate === undefined) return 'nothing closed in a year'
  if (won + lost < ENOUGH_CLOSINGS) return `won ${won} of ${won + lost} closed`
  const average = averageWon === undefined ? '' : `, ${words.money(averageWon)} on average`
  return `wins ${words.percent(winRate)} of ${newBusinessWon + newBusinessLost} closed${average}`
}

function unassigned(lines: Lines, { manager, findings }: Agenda, words: Words): void {
  if (manager.unassigned.length === 0) return
  const amount = totalAmount(manager.unassigned)
  const flagged = new Set(manager.findings.flatMap((index) => findings[index]?.deal?.id ?? [])).size
  const names = manager.unassigned.slice(0, 5).map((deal) => deal.name)
  lines.text(
    `${lines.paint.bold('Unassigned')}  ${words.count(manager.unassigned.length, 'open deal')}${amount === undefined ? '' : `, ${words.money(amount)}`}, ` +
      `${flagged} flagged: ${names.join(', ')}${manager.unassigned.length > names.length ? ' …' : ''}. Who takes them, and by when?`,
    { indent: 2 },
  )
}

const GAP = 2
const SHORTEST_NAME = 12

/** The team in one table. Columns that do not fit a narrow terminal are left out, the least telling first. */
function teamTable(pages: readonly RepPage[], words: Words, layout: Layout): string {
  const [names, ...others] = tableColumns(words)
  if (names === undefined) return ''
  const cells = (column: TableColumn) => [column.head, ...pages.map((page) => column.cell(page))]
  const widths = new Map(others.map((column) => [column, Math.max(...cells(column).map(widthOf)) + GAP]))
  const fitting = [...others]
  const room = () => layout.width - sum(fitting.map((column) => widths.get(column) ?? 0))
  while (room() < SHORTEST_NAME && fitting.length > 1) {
    const least = fitting.reduce((a, b) => (b.need < a.need ? b : a))
    fitting.splice(fitting.indexOf(least), 1)
  }
  const columns = [names, ...fitting]
  const table = new Table({
    head: columns.map((column) => column.head),
    colAligns: columns.map((column) => column.align),
    // cli-table3 would write its own colours into pipes.
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': GAP },
    chars: NO_LINES,
  })
  for (const page of pages) table.push([shorten(page.rep.name, room()), ...fitting.map((column) => column.cell(page))])
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
  cell(page: RepPage): string
}

function tableColumns(words: Words): TableColumn[] {
  const four = (page: RepPage) => String(sum(page.rep.creation.byWeek.slice(0, 4)))
  const rate = ({ rep }: RepPage) => (rep.closings.winRate === undefined ? '–' : words.percent(rep.closings.winRate))
  const amount = ({ openAmount }: RepPage) => (openAmount === undefined ? '–' : words.money(openAmount))
  return [
    { head: 'Rep', align: 'left', need: 9, cell: ({ rep }) => rep.name },
    { head: 'Open', align: 'right', need: 7, cell: ({ rep }) => String(rep.open.length) },
    { head: 'Amount', align: 'right', need: 3, cell: amount },
    { head: 'New', align: 'right', need: 8, cell: ({ rep }) => String(rep.creation.byWeek[0] ?? 0) },
    { head: '4 wks', align: 'right', need: 5, cell: four },
    { head: 'Won–lost', align: 'right', need: 2, cell: ({ rep }) => `${rep.closings.won}–${rep.closings.lost}` },
    { head: 'Wins', align: 'right', need: 6, cell: rate },
    { head: 'Cause', align: 'left', need: 4, cell: ({ diagnosis }) => shortCauses[diagnosis.cause] },
  ]
}

const shortCauses: Record<Cause, string> = {
  producing: 'producing',
  'too-little-activity': 'activity',
  'too-little-effectiveness': 'effectiveness',
  both: 'both',
  'cannot-tell': 'cannot tell',
}

/** Cut to so many columns, never through a character. */
function shorten(name: string, room: number): string {
  if (widthOf(name) <= room) return name
  const [start = ''] = wrap(name.replaceAll(' ', '\u00A0'), room - 1)
  return `${start}…`
}
