import type { Agenda } from '../../agenda/agenda.ts'
import { reportContent } from '../content/compose-content.ts'
import {
  BEFORE_THE_MEETING,
  type DealsContent,
  DO_NOT_RELY_ON,
  type HalfPage,
  type Labelled,
  type Raised,
  READ_FIRST,
  type RepContent,
  type Seen,
  type TeamContent,
  type Weekly,
} from '../content/content.ts'
import { upToNow } from '../content/lead-lines.ts'
import { sparkline } from '../text/lines.ts'
import { escapeCell, escapeMarkdown } from './markdown-text.ts'

const BLANK = '……………………………'

/** How words are written. */
interface Marks {
  /** Ours alone. */
  readonly own: (words: string) => string
  /** What may hold names: it is shown, and nothing else becomes of it. */
  readonly text: (said: string) => string
  /** The same in a table. */
  readonly cell: (said: string) => string
  /** Undefined in ASCII, which has none. */
  readonly bars: ((values: readonly number[]) => string) | undefined
}

function marksOf(ascii: ((text: string) => string) | undefined): Marks {
  const own = ascii ?? ((words: string) => words)
  return {
    own,
    // The bar between two facts makes no table outside of one, and with a backslash it would be in the reader's way.
    text: (said) => escapeMarkdown(own(said)).replaceAll(ascii === undefined ? ' · ' : String.raw` \| `, own(' · ')),
    cell: (said) => escapeCell(own(said)),
    bars: ascii === undefined ? sparkline : undefined,
  }
}

/** The agenda as Markdown, for issues, chats and wikis: a heading a rep, the team as a table. */
export function renderMarkdown(agenda: Agenda, ascii?: (text: string) => string): string {
  const marks = marksOf(ascii)
  const { text, own } = marks
  const content = reportContent(agenda)
  if (content.half !== undefined) return halfPage(content.title, content.half, marks)
  const reps = content.reps.flatMap((rep) => repBlocks(rep, marks))
  const teams = content.teams.flatMap((team) => teamBlocks(team, marks))
  const blocks = [
    `# ${text(content.title)}`,
    text(content.summary),
    ...content.readFirst.map((line) => `**${own(READ_FIRST)}:** ${text(line)}`),
    ...(content.unreliable.length === 0 ? [] : [`**${own(DO_NOT_RELY_ON)}:**`, list(content.unreliable.map(text))]),
    ...(content.isTeamFirst ? [...teams, ...reps] : [...reps, ...teams]),
    ...(content.notChecked.length === 0
      ? []
      : ['---', own('Not checked, which is not “all clear”:'), list(content.notChecked.map(text))]),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function halfPage(title: string, half: HalfPage, { text, own, cell }: Marks): string {
  const { head, rows } = half.table
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  const blocks = [
    `# ${text(title)}`,
    `**${text(half.lead)}**`,
    [line(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n'),
    text(half.because),
    `## ${own(BEFORE_THE_MEETING)}`,
    half.todo.map((one, at) => `${at + 1}. ${text(one)}`).join('\n'),
    `## ${text(half.stood.title)}`,
    ...half.stood.lines.map(text),
  ]
  return `${blocks.join('\n\n')}\n`
}

function repBlocks(rep: RepContent, marks: Marks): readonly string[] {
  const { text, own } = marks
  const start = [
    '---',
    `## ${text(rep.name)}`,
    text(rep.size),
    `**${text(rep.cause)}.**${rep.because === '' ? '' : ` ${text(rep.because)}`}`,
  ]
  if (rep.healthy !== undefined)
    return [
      ...start,
      `${text(rep.healthy)} **What do you need from me?**`,
      list(rep.commitments.map((one) => promised(one, marks))),
    ]
  const sections = [creationBlocks(rep, marks), changeBlocks(rep, marks), dealBlocks(rep, marks)]
  const shown = sections.filter((section) => section.length > 0)
  return [
    ...start,
    oneThing(rep, marks),
    ...shown.flatMap(([heading = '', ...rest], at) => [`### ${at + 1}. ${heading}`, ...rest]),
    ...rep.people.map(({ label, text: said }) => `**${label}:** ${text(said)}`),
    ...rep.recognise.map((said) => `**Recognise:** ${text(said)}`),
    `### ${shown.length + 1}. Commit`,
    list([`What: ${BLANK} By: …………`, `What do you need from me? ${BLANK}`].map(own)),
    ...fixLines(rep, marks),
    rep.notChecked === undefined ? '' : `Not checked, for want of: ${text(rep.notChecked)}`,
  ]
}

function fixLines({ fixes }: DealsContent, { text }: Marks): readonly string[] {
  return fixes.map((fix) => `Fix before the meeting: ${text(fix)}`)
}

function oneThing({ oneThing: thing, goal }: RepContent, marks: Marks): string {
  const { text } = marks
  if (thing === undefined) return ''
  const lines = [
    `**The one thing:** ${text(thing.action)}`,
    `Why: ${text(thing.why)}`,
    ...askedAlso(thing.ask, marks),
    ...(goal === undefined ? [] : [`Goal: ${text(goal.text)}`, ...askedAlso(goal.ask, marks)]),
  ]
  return lines.map((line) => `> ${line}`).join('\n>\n')
}

function askedAlso(question: string | undefined, marks: Marks): string[] {
  return question === undefined ? [] : [ask(question, marks)]
}

function creationBlocks({ creation, about }: RepContent, marks: Marks): readonly string[] {
  const { text } = marks
  return [
    `New this week: ${text(creation.now)}`,
    weeksTable([{ name: 'new opportunities', byWeek: creation.byWeek }, ...creation.leads], marks),
    list([
      ...creation.asks.map((question) => ask(question, marks)),
      ...creation.shared.map(text),
      ...about.flatMap((one) => raised(one, marks)),
    ]),
  ]
}

const WEEKS_SHOWN = 5
const WEEKS_CHARTED = 12

function weeksTable(measures: readonly Weekly[], marks: Marks): string {
  const { bars } = marks
  const known = measures.filter(({ byWeek }) => byWeek.length > 0)
  if (known.length === 0) return ''
  const rows = known.map(({ name, byWeek }) => {
    return [
      name,
      String(byWeek[0] ?? 0),
      upToNow(byWeek, WEEKS_SHOWN),
      ...(bars === undefined ? [] : [bars(byWeek.toReversed())]),
    ]
  })
  return table(
    [
      'By week',
      'This week',
      `${WEEKS_SHOWN} weeks to now`,
      ...(bars === undefined ? [] : [`${WEEKS_CHARTED} weeks to now`]),
    ],
    [false, true, false, ...(bars === undefined ? [] : [false])],
    rows,
    marks,
  )
}

function changeBlocks(rep: RepContent, marks: Marks): readonly string[] {
  const { commitments, promisedAsk, changes, changeNotes, lost } = rep
  const { text } = marks
  if (commitments.length + changes.length + changeNotes.length === 0 && lost === undefined) return []
  return [
    'Since last time',
    list([
      ...commitments.map((one) => promised(one, marks)),
      ...askedAlso(promisedAsk, marks),
      ...changes.map(({ label, text: said }) => `${label}: ${text(said)}`),
      ...changeNotes.map(text),
      ...(lost === undefined ? [] : raised(lost, marks)),
    ]),
  ]
}

function dealBlocks({ dealCounts, deals, patterns, together }: DealsContent, marks: Marks): readonly string[] {
  const { text, own } = marks
  if (dealCounts === undefined) return []
  return [
    `Deals worth the time${dealCounts === '' ? '' : ` (${text(dealCounts)})`}`,
    ...deals.flatMap((deal) => [
      [`**${text(deal.name)}**`, ...deal.facts.map(text)].join(own(' · ')),
      list([...deal.seen.map((one) => seen(one, marks)), ...deal.asks.map((question) => ask(question, marks))]),
    ]),
    ...patterns.map(text),
    ...together.map((some) => `**${text(some.label)}** ${text(some.text)}`),
  ]
}

function teamBlocks(team: TeamContent, marks: Marks): readonly string[] {
  const { text } = marks
  const unassigned = team.unassigned === undefined ? '' : `**Unassigned:** ${text(team.unassigned)}`
  return [
    '---',
    `## ${text(team.title)}`,
    text(team.line),
    ...team.inCommon.map((line) => `**${text(line)}**`),
    team.goal === undefined ? '' : `Goal: ${text(team.goal)}`,
    team.table.rows.length === 0 ? '' : table(team.table.head, team.table.isNumber, team.table.rows, marks),
    team.more === undefined ? '' : text(team.more),
    ...(team.ofNobody === undefined ? [] : ofNobody(team.ofNobody, unassigned, marks)),
    team.leads.length === 0 ? '' : weeksTable(team.leads, marks),
    list(team.raised.flatMap((one) => raised(one, marks))),
    ...team.settings.map(text),
    ...titled('Let pass: seen three reviews running, and nothing promised', team.letPass, marks),
    ...titled('Pair: who can show whom', team.pairs, marks),
    team.join === undefined ? '' : `**Join:** ${text(team.join)}`,
    ...team.patterns.map(text),
    team.since === undefined ? '' : text(team.since),
    list(team.commitments.map((one) => promised(one, marks))),
    team.ofNobody === undefined ? unassigned : '',
    ...team.notes.map(text),
  ]
}

/** Where no deal is anybody's, they are gone through here. */
function ofNobody(deals: DealsContent, unassigned: string, marks: Marks): readonly string[] {
  const [heading, ...rest] = dealBlocks(deals, marks)
  return [unassigned, ...(heading === undefined ? [] : [`### ${heading}`, ...rest]), ...fixLines(deals, marks)]
}

function titled(title: string, lines: readonly string[], { text }: Marks): readonly string[] {
  return lines.length === 0 ? [] : [`**${title}**`, list(lines.map(text))]
}

function promised({ label, text: said }: Labelled, { text }: Marks): string {
  return `**${label}:** ${text(said)}`
}

function raised({ ask: question, severity, problem }: Raised, marks: Marks): readonly string[] {
  return [
    ...(problem === undefined ? [] : [seen({ severity, problem }, marks)]),
    ...(question === undefined ? [] : [ask(question, marks)]),
  ]
}

function seen({ severity, problem }: Seen, { text }: Marks): string {
  return `${severity === undefined ? 'seen' : `**${severity}**`}: ${text(problem)}`
}

function ask(question: string, { text }: Marks): string {
  return `*Ask:* ${text(question)}`
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}

function table(
  head: readonly string[],
  isNumber: readonly boolean[],
  rows: readonly (readonly string[])[],
  { cell }: Marks,
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(head.map(cell)),
    line(isNumber.map((right) => (right ? '--:' : '---'))),
    ...rows.map((row) => line(row.map(cell))),
  ].join('\n')
}
