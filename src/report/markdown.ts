import type { Agenda } from '../agenda/agenda.ts'
import { reportContent } from './compose-content.ts'
import type { Labelled, Raised, RepContent, Seen, TeamContent, Weekly } from './content.ts'
import { upToNow } from './lead-lines.ts'
import { sparkline } from './lines.ts'
import { escapeCell, escapeMarkdown as text } from './markdown-text.ts'

const BLANK = '……………………………'

/** The agenda as Markdown, for issues, chats and wikis: a heading a rep, the team as a table. */
export function renderMarkdown(agenda: Agenda): string {
  const content = reportContent(agenda)
  const reps = content.reps.flatMap(repBlocks)
  const blocks = [
    `# ${text(content.title)}`,
    text(content.summary),
    ...(content.isTeamFirst
      ? [...content.teams.flatMap(teamBlocks), ...reps]
      : [...reps, ...content.teams.flatMap(teamBlocks)]),
    ...(content.notChecked.length === 0
      ? []
      : ['---', 'Not checked, which is not “all clear”:', list(content.notChecked.map(text))]),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function repBlocks(rep: RepContent): readonly string[] {
  const start = [
    '---',
    `## ${text(rep.name)}`,
    text(rep.size),
    `**${text(rep.cause)}.**${rep.because === '' ? '' : ` ${text(rep.because)}`}`,
  ]
  if (rep.healthy !== undefined)
    return [...start, `${text(rep.healthy)} **What do you need from me?**`, list(rep.commitments.map(promised))]
  const sections = [creationBlocks(rep), changeBlocks(rep), dealBlocks(rep)]
  const shown = sections.filter((section) => section.length > 0)
  return [
    ...start,
    oneThing(rep),
    ...shown.flatMap(([heading = '', ...rest], at) => [`### ${at + 1}. ${heading}`, ...rest]),
    ...rep.people.map(({ label, text: said }) => `**${label}:** ${text(said)}`),
    ...rep.recognise.map((said) => `**Recognise:** ${text(said)}`),
    `### ${shown.length + 1}. Commit`,
    list([`What: ${BLANK} By: …………`, `What do you need from me? ${BLANK}`]),
    ...rep.fixes.map((fix) => `Fix before the meeting: ${text(fix)}`),
    rep.notChecked === undefined ? '' : `Not checked, for want of: ${text(rep.notChecked)}`,
  ]
}

function oneThing({ oneThing: thing, goal }: RepContent): string {
  if (thing === undefined) return ''
  const lines = [
    `**The one thing:** ${text(thing.action)}`,
    `Why: ${text(thing.why)}`,
    ...askedAlso(thing.ask),
    ...(goal === undefined ? [] : [`Goal: ${text(goal.text)}`, ...askedAlso(goal.ask)]),
  ]
  return lines.map((line) => `> ${line}`).join('\n>\n')
}

function askedAlso(question: string | undefined): string[] {
  return question === undefined ? [] : [ask(question)]
}

function creationBlocks({ creation, about }: RepContent): readonly string[] {
  return [
    `New this week: ${text(creation.now)}`,
    weeksTable([{ name: 'new opportunities', byWeek: creation.byWeek }, ...creation.leads]),
    list([...creation.asks.map(ask), ...creation.shared.map(text), ...about.flatMap(raised)]),
  ]
}

const WEEKS_SHOWN = 5
const WEEKS_CHARTED = 12

function weeksTable(measures: readonly Weekly[]): string {
  const known = measures.filter(({ byWeek }) => byWeek.length > 0)
  if (known.length === 0) return ''
  const rows = known.map(({ name, byWeek }) => {
    return [name, String(byWeek[0] ?? 0), upToNow(byWeek, WEEKS_SHOWN), sparkline(byWeek.toReversed())]
  })
  return table(
    ['By week', 'This week', `${WEEKS_SHOWN} weeks to now`, `${WEEKS_CHARTED} weeks to now`],
    [false, true, false, false],
    rows,
  )
}

function changeBlocks({ commitments, promisedAsk, changes, changeNotes, lost }: RepContent): readonly string[] {
  if (commitments.length + changes.length + changeNotes.length === 0 && lost === undefined) return []
  return [
    'Since last time',
    list([
      ...commitments.map(promised),
      ...askedAlso(promisedAsk),
      ...changes.map(({ label, text: said }) => `${label}: ${text(said)}`),
      ...changeNotes.map(text),
      ...(lost === undefined ? [] : raised(lost)),
    ]),
  ]
}

function dealBlocks({ dealCounts, deals, patterns, together }: RepContent): readonly string[] {
  if (dealCounts === undefined) return []
  return [
    `Deals worth the time${dealCounts === '' ? '' : ` (${text(dealCounts)})`}`,
    ...deals.flatMap((deal) => [
      [`**${text(deal.name)}**`, ...deal.facts.map(text)].join(' · '),
      list([...deal.seen.map(seen), ...deal.asks.map(ask)]),
    ]),
    ...patterns.map(text),
    ...together.map((some) => `**${text(some.label)}** ${text(some.text)}`),
  ]
}

function teamBlocks(team: TeamContent): readonly string[] {
  return [
    '---',
    `## ${text(team.title)}`,
    text(team.line),
    ...team.inCommon.map((line) => `**${text(line)}**`),
    team.goal === undefined ? '' : `Goal: ${text(team.goal)}`,
    team.table.rows.length === 0 ? '' : table(team.table.head, team.table.isNumber, team.table.rows),
    team.more === undefined ? '' : text(team.more),
    team.leads.length === 0 ? '' : weeksTable(team.leads),
    list(team.raised.flatMap(raised)),
    ...team.settings.map(text),
    ...titled('Let pass: seen three reviews running, and nothing promised', team.letPass),
    ...titled('Pair: who can show whom', team.pairs),
    team.join === undefined ? '' : `**Join:** ${text(team.join)}`,
    ...team.patterns.map(text),
    team.since === undefined ? '' : text(team.since),
    list(team.commitments.map(promised)),
    team.unassigned === undefined ? '' : `**Unassigned:** ${text(team.unassigned)}`,
    ...team.notes.map(text),
  ]
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`**${title}**`, list(lines.map(text))]
}

function promised({ label, text: said }: Labelled): string {
  return `**${label}:** ${text(said)}`
}

function raised({ ask: question, severity, problem }: Raised): readonly string[] {
  return [
    ...(problem === undefined ? [] : [seen({ severity, problem })]),
    ...(question === undefined ? [] : [ask(question)]),
  ]
}

function seen({ severity, problem }: Seen): string {
  return `${severity === undefined ? 'seen' : `**${severity}**`}: ${text(problem)}`
}

function ask(question: string): string {
  return `*Ask:* ${text(question)}`
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}

function table(head: readonly string[], isNumber: readonly boolean[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(head.map(escapeCell)),
    line(isNumber.map((right) => (right ? '--:' : '---'))),
    ...rows.map((row) => line(row.map(escapeCell))),
  ].join('\n')
}
