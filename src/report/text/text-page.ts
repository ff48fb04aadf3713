import type { DealContent, DealsContent, RepContent } from '../content/content.ts'
import { upToNow } from '../content/lead-lines.ts'
import { Lines, padEnd, type Layout } from './lines.ts'
import { writeAsk, writePromised, writeRaised, writeSeen, writeWeekly } from './text-parts.ts'
import { NO_BREAK } from './width.ts'

/** One rep's page. */
export function renderPage(rep: RepContent, layout: Layout): string {
  const lines = new Lines(layout)
  lines.ends(lines.paint.bold(rep.name), rep.size)
  lines.text(`${rep.cause}. ${rep.because}`)
  if (rep.healthy === undefined) writeSections(lines, rep)
  else {
    lines.text(`${rep.healthy} ${lines.paint.bold('What do you need from me?')}`)
    for (const one of rep.commitments) writePromised(lines, one, 5)
  }
  return lines.toString()
}

function writeSections(lines: Lines, rep: RepContent): void {
  let section = 1
  writeOneThing(lines, rep)
  lines.blank()
  writeCreation(lines, rep, section++)
  if (rep.commitments.length + rep.changes.length + rep.changeNotes.length > 0 || rep.lost !== undefined)
    writeChanges(lines, rep, section++)
  if (rep.dealCounts !== undefined) writeDeals(lines, rep, section++)
  for (const { label, text } of rep.people) lines.text(text, { indent: 2, label: `${lines.paint.bold(label)}  ` })
  for (const text of rep.recognise) lines.text(text, { indent: 2, label: `${lines.paint.green('Recognise')}  ` })
  writeHeading(lines, section, 'COMMIT', 'what: __________________________  by: ______')
  lines.text('What do you need from me? ________________________', { indent: 5 })
  writeFooter(lines, rep)
}

/** Columns that a heading takes beside its title and what follows it. */
const HEADING = 8

function writeHeading(lines: Lines, number: number, title: string, rest: string): void {
  lines.text(rest, { indent: 2, label: `${number}  ${lines.paint.bold(title)}   ` })
}

function writeOneThing(lines: Lines, { oneThing, goal }: RepContent): void {
  if (oneThing === undefined) return
  const { bold, dim } = lines.paint
  lines.blank()
  lines.text(oneThing.action, { indent: 2, label: `${bold('THE ONE THING')}  `, style: bold })
  lines.text(oneThing.why, { indent: 2, label: `${dim('why')}            ` })
  writeAsk(lines, oneThing.ask)
  if (goal === undefined) return
  lines.text(goal.text, { indent: 2, label: `${dim('goal')}           ` })
  writeAsk(lines, goal.ask)
}

function writeCreation(lines: Lines, { creation, about }: RepContent, number: number): void {
  const { now, byWeek, asks, shared, leads } = creation
  const weeks = `${byWeek.length} weeks to now: ${upToNow(byWeek, byWeek.length, NO_BREAK)}${lines.bars(byWeek)}`
  const title = 'NEW THIS WEEK'
  const inOne = `${now}   ${weeks}`
  // Beside renewals, or in large numbers, the weeks have a line of their own rather than being torn apart.
  const isOneLine = byWeek.length > 0 && lines.fits(inOne, HEADING + title.length)
  writeHeading(lines, number, title, isOneLine ? inOne : now)
  if (byWeek.length > 0 && !isOneLine) lines.text(weeks, { indent: 5 })
  for (const question of asks) writeAsk(lines, question)
  for (const line of shared) lines.text(line, { indent: 5 })
  writeWeekly(lines, leads)
  for (const raised of about) writeRaised(lines, raised)
}

function writeChanges(
  lines: Lines,
  { commitments, promisedAsk, changes, changeNotes, lost }: RepContent,
  number: number,
): void {
  writeHeading(lines, number, 'SINCE LAST TIME', '')
  for (const one of commitments) writePromised(lines, one, 5)
  writeAsk(lines, promisedAsk)
  for (const { label, text } of changes) lines.text(text, { indent: 5, label: padEnd(label, 9) })
  for (const note of changeNotes) lines.text(note, { indent: 5 })
  if (lost === undefined) return
  lines.text(lost.problem ?? '', { indent: 5 })
  writeAsk(lines, lost.ask)
}

function writeDeals(lines: Lines, rep: RepContent, number: number): void {
  writeHeading(lines, number, 'DEALS WORTH THE TIME', rep.dealCounts ?? '')
  writeEachDeal(lines, rep)
}

/** Those to go through, then what is told of several together. */
export function writeEachDeal(lines: Lines, { deals, patterns, together }: DealsContent): void {
  for (const deal of deals) writeDeal(lines, deal)
  for (const pattern of patterns) lines.text(pattern, { indent: 5 })
  for (const { label, text } of together) lines.text(`${lines.paint.bold(label)}  ${text}`, { indent: 5 })
}

function writeDeal(lines: Lines, { name, facts, seen, asks }: DealContent): void {
  lines.text([lines.paint.bold(name), ...facts].join(' · '), { indent: 5 })
  for (const one of seen) writeSeen(lines, one)
  for (const question of asks) writeAsk(lines, question)
}

export function writeFixes(lines: Lines, fixes: readonly string[]): void {
  for (const fix of fixes) lines.text(`Fix before the meeting: ${fix}`, { indent: 2 })
}

function writeFooter(lines: Lines, { fixes, notChecked }: RepContent): void {
  if (fixes.length > 0 || notChecked !== undefined) lines.blank()
  writeFixes(lines, fixes)
  if (notChecked !== undefined)
    lines.text(`Not checked, for want of: ${notChecked}`, { indent: 2, style: lines.paint.dim })
}
