import type { Agenda, ManagerPage, Pair } from '../agenda/agenda.ts'
import { ENOUGH_CLOSINGS, totalAmount } from '../book/measures.ts'
import type { Closings } from '../book/rep.ts'
import { groupBy } from '../collections.ts'
import type { Finding } from '../engine/finding.ts'
import { wordsFor, type Words } from '../words.ts'
import { writeLeadMeasures } from './lead-lines.ts'
import { Lines, type Layout } from './lines.ts'
import { managerTable, repTable } from './team-table.ts'
import { writeAsk, writeProblem } from './text-finding.ts'
import { writeTeamSince } from './text-since.ts'

/** As many lines as are read of a table; the rest is counted. */
const ROWS_SHOWN = 40
const LET_PASS_SHOWN = 5
const PAIRS_SHOWN = 6

/** The page of somebody who leads reps: the team in one table, what is theirs to do, what was let pass. */
export function renderManagerPage(page: ManagerPage, agenda: Agenda, layout: Layout): string {
  const words = wordsFor(agenda.book.asOf, agenda.book.currency, '', agenda.book.settings.notation)
  const lines = new Lines(layout)
  const { name } = page.manager
  lines.text(
    layout.paint.bold(page.manager.isTop ? (name === undefined ? 'The team' : `${name} · the team`) : `${name}’s team`),
  )
  lines.text(teamLine(page, words))
  for (const line of page.team) lines.text(line, { indent: 2, label: '! ' })
  if (page.takes !== undefined) lines.text(page.takes.text, { indent: 2, label: `${layout.paint.dim('goal')}  ` })
  writeTable(lines, page, agenda, layout, words)
  lines.blank()
  writeLeadMeasures(lines, page.leadMeasures)
  writeFindings(lines, page, agenda)
  writeLetPass(lines, page, words)
  writePairs(lines, page.pairs)
  writeJoin(lines, page, words)
  for (const pattern of page.collapsed)
    lines.text(
      `${pattern.count} of ${pattern.of} open deals: ${pattern.title.toLowerCase()}. That is a habit of the team’s, so it ranks nothing.`,
      { indent: 2 },
    )
  writeTeamSince(lines, page, agenda.book, words)
  writeUnassigned(lines, page, agenda, words)
  for (const note of page.notes) lines.text(note, { indent: 2 })
  return lines.toString()
}

/** What could not be checked, and which column would enable most: what frees most rules comes first. */
export function renderNotChecked({ notChecked }: Agenda, layout: Layout): string {
  if (notChecked.length === 0) return ''
  const lines = new Lines(layout)
  lines.text('Not checked, which is not “all clear”:')
  const byCure = [...groupBy(notChecked, (entry) => entry.enable)].sort(([, a], [, b]) => b.length - a.length)
  for (const [enable, same] of byCure)
    lines.text(`“${same.map((entry) => entry.title.toLowerCase()).join('”, “')}”: ${enable}.`, {
      indent: 2,
      label: lines.bullet,
    })
  return lines.toString()
}

function writeTable(lines: Lines, page: ManagerPage, agenda: Agenda, layout: Layout, words: Words): void {
  const managers = page.manager.isTop ? agenda.managers : []
  if (page.reps.length === 0) return
  lines.blank()
  if (managers.length > 0) {
    lines.raw(managerTable(managers, words, layout))
    return
  }
  lines.raw(repTable(page.reps.slice(0, ROWS_SHOWN), words, layout))
  const rest = page.reps.length - ROWS_SHOWN
  if (rest > 0) lines.text(`and ${words.count(rest, 'more rep')}, who need less; all of them are in --format json.`)
}

function writeFindings(lines: Lines, page: ManagerPage, { findings, audience }: Agenda): void {
  const own = page.findings
    .flatMap((index) => findings[index] ?? [])
    .filter(({ scope }) => scope === 'team' || scope === 'manager')
  const [settings, coaching] = [own.filter(isSetting), own.filter((finding) => !isSetting(finding))]
  for (const finding of coaching) {
    writeProblem(lines, finding, audience, 2)
    writeAsk(lines, finding.asks[0], 2)
  }
  for (const { problem, action } of settings) lines.text(`${capital(problem)}. ${action}.`, { indent: 2 })
}

function isSetting({ isHygiene }: Finding): boolean {
  return isHygiene
}

function writeLetPass(lines: Lines, { letPass }: ManagerPage, words: Words): void {
  if (letPass.length === 0) return
  lines.text(`${lines.paint.bold('Let pass')}  seen three reviews running, and nothing promised:`, { indent: 2 })
  for (const { rep, deal, problem, age } of letPass.slice(0, LET_PASS_SHOWN))
    lines.text(`${rep}${deal === null ? '' : `, ${deal.name}`}: ${problem} (${words.count(age, 'review')})`, {
      indent: 4,
      label: lines.bullet,
    })
  if (letPass.length > LET_PASS_SHOWN) lines.text(`and ${letPass.length - LET_PASS_SHOWN} more`, { indent: 6 })
}

function writePairs(lines: Lines, pairs: readonly Pair[]): void {
  if (pairs.length === 0) return
  lines.text(`${lines.paint.bold('Pair')}  who can show whom:`, { indent: 2 })
  for (const { rep, text, isMutual } of pairs.slice(0, PAIRS_SHOWN))
    lines.text(`${rep}: ${text}${isMutual ? '; and the other way round' : ''}`, { indent: 4, label: lines.bullet })
  if (pairs.length > PAIRS_SHOWN) lines.text(`and ${pairs.length - PAIRS_SHOWN} more`, { indent: 6 })
}

function writeJoin(lines: Lines, { join }: ManagerPage, words: Words): void {
  if (join === undefined) return
  const { day, rep, person, deal } = join
  const worth = deal.amount === undefined ? '' : `, ${words.money(deal.amount)}`
  lines.text(
    `${words.date(day)}, ${rep ?? 'the team'} with ${person ?? deal.account ?? 'the client'} about ${deal.name}${worth}.`,
    { indent: 2, label: `${lines.paint.bold('Join')}  ` },
  )
}

function teamLine({ manager }: ManagerPage, words: Words): string {
  const { creation, closings } = manager
  const [now = 0, ...before] = creation.byWeek.slice(0, 5)
  const four = before.join(' · ')
  return `${now} new this week (weeks back: ${four}); ${wonLine(closings, words)}.`
}

function wonLine({ won, lost, newBusinessWon, newBusinessLost, winRate, averageWon }: Closings, words: Words): string {
  if (winRate === undefined) return 'nothing closed in a year'
  if (won + lost < ENOUGH_CLOSINGS) return `won ${won} of ${won + lost} closed`
  const average = averageWon === undefined ? '' : `, ${words.money(averageWon)} on average`
  return `wins ${words.percent(winRate)} of ${newBusinessWon + newBusinessLost} closed${average}`
}

function writeUnassigned(lines: Lines, page: ManagerPage, { findings }: Agenda, words: Words): void {
  if (page.unassigned.length === 0) return
  const amount = totalAmount(page.unassigned)
  // That they have no owner is what the line says already.
  const spoken = page.findings.flatMap((index) => findings[index] ?? []).filter((finding) => !finding.isHygiene)
  const flagged = new Set(spoken.flatMap(({ deal }) => deal?.id ?? [])).size
  const names = page.unassigned.slice(0, 5).map((deal) => deal.name)
  lines.text(
    `${lines.paint.bold('Unassigned')}  ${words.count(page.unassigned.length, 'open deal')}${amount === undefined ? '' : `, ${words.money(amount)}`}, ` +
      `${flagged} flagged: ${names.join(', ')}${page.unassigned.length > names.length ? ' …' : ''}. Who takes them, and by when?`,
    { indent: 2 },
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
