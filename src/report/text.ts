import Table from 'cli-table3'
import type { Agenda, RepPage } from '../agenda/agenda.ts'
import type { Cause } from '../agenda/diagnosis.ts'
import { totalAmount } from '../book/measures.ts'
import { sum } from '../book/statistics.ts'
import { groupBy } from '../agenda/compose-page.ts'
import { calendarParts, isoDate } from '../plain-date.ts'
import { wordsFor, type Words } from '../words.ts'
import { Lines, type Layout } from './lines.ts'
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
      `${pattern.title} on ${pattern.count} of ${pattern.of} open deals: a habit of the team’s, so it ranks nothing.`,
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
  const won =
    closings.winRate === undefined
      ? 'nothing closed in a year'
      : closings.won + closings.lost < ENOUGH_CLOSINGS
        ? `${closings.won} of ${closings.won + closings.lost} closed were won`
        : `wins ${words.percent(closings.winRate)} of what closes` +
          (closings.averageWon === undefined ? '' : `, ${words.money(closings.averageWon)} on average`)
  return `${now} new this week (weeks back: ${four}); ${won}.`
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

const LONGEST_NAME = 22
/** Below this a rate says nothing. */
const ENOUGH_CLOSINGS = 10

/** The team in one table. Columns that do not fit a narrow terminal are left out, the least telling first. */
function teamTable(pages: readonly RepPage[], words: Words, layout: Layout): string {
  const columns = tableColumns(words)
  const fitting = columns.filter((column) => layout.width >= column.fromWidth)
  const table = new Table({
    head: fitting.map((column) => column.head),
    colAligns: fitting.map((column) => column.align),
    // cli-table3 would write its own colours into pipes.
    style: { head: [], border: [], compact: true, 'padding-left': 1, 'padding-right': 1 },
    chars: {
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
      middle: ' ',
    },
  })
  for (const page of pages) table.push(fitting.map((column) => column.cell(page)))
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
}

interface TableColumn {
  readonly head: string
  readonly align: 'left' | 'right'
  readonly fromWidth: number
  cell(page: RepPage): string
}

function tableColumns(words: Words): TableColumn[] {
  const total = (values: readonly number[]) => String(values.reduce((a, b) => a + b, 0))
  return [
    { head: 'Rep', align: 'left', fromWidth: 0, cell: ({ rep }) => shorten(rep.name) },
    { head: 'Open', align: 'right', fromWidth: 0, cell: ({ rep }) => String(rep.open.length) },
    {
      head: 'Amount',
      align: 'right',
      fromWidth: 60,
      cell: ({ openAmount }) => (openAmount === undefined ? '–' : words.money(openAmount)),
    },
    { head: 'New', align: 'right', fromWidth: 0, cell: ({ rep }) => String(rep.creation.byWeek[0] ?? 0) },
    { head: '4 wks', align: 'right', fromWidth: 50, cell: ({ rep }) => total(rep.creation.byWeek.slice(0, 4)) },
    {
      head: 'Won–lost',
      align: 'right',
      fromWidth: 70,
      cell: ({ rep }) => `${rep.closings.won}–${rep.closings.lost}`,
    },
    {
      head: 'Wins',
      align: 'right',
      fromWidth: 0,
      cell: ({ rep }) => (rep.closings.winRate === undefined ? '–' : words.percent(rep.closings.winRate)),
    },
    { head: 'Cause', align: 'left', fromWidth: 78, cell: ({ diagnosis }) => shortCauses[diagnosis.cause] },
  ]
}

const shortCauses: Record<Cause, string> = {
  producing: 'producing',
  'too-little-activity': 'activity',
  'too-little-effectiveness': 'effectiveness',
  both: 'both',
  'cannot-tell': 'cannot tell',
}

function shorten(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`
}
