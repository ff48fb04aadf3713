import type { ChalkInstance } from 'chalk'
import type { Agenda, DealItem, RepPage } from '../agenda/agenda.ts'
import { capitalised, CREATION_RULES, oldness } from '../agenda/one-thing.ts'
import type { Cause } from '../agenda/diagnosis.ts'
import type { Deal } from '../book/deal.ts'
import type { Finding } from '../engine/finding.ts'
import { isoDate } from '../plain-date.ts'
import { wordsFor, type Words } from '../words.ts'
import { writeLeadMeasures } from './lead-lines.ts'
import { Lines, type Layout } from './lines.ts'
import { writeAsk, writeProblem } from './text-finding.ts'
import { writeChanges, writeCommitments } from './text-since.ts'
import { named } from './since.ts'

export const causeNames: Record<Cause, string> = {
  producing: 'Producing',
  'too-little-activity': 'Too little activity',
  'too-little-effectiveness': 'Too little effectiveness',
  both: 'Too little activity and too little effectiveness',
  'cannot-tell': 'Cannot tell yet',
}

const WEEKS_SHOWN = 12

/** One rep's page. */
export function renderPage(page: RepPage, agenda: Agenda, layout: Layout): string {
  const lines = new Lines(layout)
  const words = wordsFor(agenda.book.asOf, agenda.book.currency, page.rep.name, agenda.book.settings.notation)
  writeHeader(lines, page, words)
  if (page.oneThing === null) {
    writeHealthy(lines, page)
    writeCommitments(lines, page.commitments, agenda.book, words)
    return lines.toString()
  }
  writeOneThing(lines, page)
  if (page.oneThing.deal === null) writeAsk(lines, findingAsked(page, agenda))
  let section = 1
  lines.blank()
  writeCreation(lines, page, agenda, section++)
  writeAbout(lines, page, agenda)
  if (page.changes.length + page.commitments.length + page.lost.length > 0) {
    writeHeading(lines, section++, 'SINCE LAST TIME', '')
    writeCommitments(lines, page.commitments, agenda.book, words)
    writeChanges(lines, page, words)
    writeLost(lines, page, agenda)
  }
  if (page.deals.length > 0 || page.collapsed.length > 0 || page.stillAnOpportunity !== undefined)
    writeDeals(lines, page, agenda, section++, words)
  writePeople(lines, page, words)
  for (const text of page.recognise) lines.text(`${lines.paint.green('Recognise')}  ${text}`, { indent: 2 })
  writeCommit(lines, section)
  writeFooter(lines, page, agenda, words)
  return lines.toString()
}

/** What is not over yet, although it is lost: the best one is enough for a meeting. */
function writeLost(lines: Lines, { lost }: RepPage, { findings }: Agenda): void {
  const [first] = lost.flatMap((index) => findings[index] ?? [])
  if (first?.deal == null) return
  lines.text(`${first.deal.name}: ${first.problem}`, { indent: 5 })
  writeAsk(lines, first.asks[0])
}

function writeHeader(lines: Lines, page: RepPage, words: Words): void {
  const { rep, openAmount, foreignAmounts, minutes, diagnosis } = page
  const apart = foreignAmounts.map((foreign) => `and ${words.money(foreign.amount, foreign.currency)}`)
  const amounts = [openAmount === undefined ? undefined : words.money(openAmount), ...apart]
  const open = [`${rep.open.length} open`, ...amounts]
  const size = [...open, `about ${minutes} min`].filter((part) => part !== undefined).join(' · ')
  lines.ends(lines.paint.bold(rep.name), size)
  const because = diagnosis.because.join('; ')
  lines.text(`${causeNames[diagnosis.cause]}. ${because === '' ? '' : `${capitalised(because)}.`}`)
}

function writeHealthy(lines: Lines, page: RepPage): void {
  const fixes = page.fixBeforeMeeting.map((fix) => `${fix.title.toLowerCase()} on ${fix.deals.length}`)
  const isMissed = page.commitments.some(({ verdict }) => verdict === 'missed')
  const rest = isMissed ? 'Nothing else needs the meeting.' : 'Nothing that needs the meeting.'
  const nothing = page.rep.open.length === 0 ? 'No open deals.' : rest
  const recognised = page.recognise.length > 0 ? `${page.recognise.join('. ')}. ` : ''
  const fix = fixes.length > 0 ? ` Fix before the meeting: ${fixes.join(', ')}.` : ''
  lines.text(`${recognised}${nothing}${fix} ${lines.paint.bold('What do you need from me?')}`)
}

function writeOneThing(lines: Lines, { oneThing, takes }: RepPage): void {
  if (oneThing === null) return
  const { action, why } = oneThing
  lines.blank()
  lines.text(action, { indent: 2, label: `${lines.paint.bold('THE ONE THING')}  `, style: lines.paint.bold })
  lines.text(why, { indent: 2, label: `${lines.paint.dim('why')}            ` })
  if (takes !== undefined) lines.text(takes.text, { indent: 2, label: `${lines.paint.dim('goal')}           ` })
}

function writeHeading(lines: Lines, number: number, title: string, rest: string): void {
  lines.text(rest, { label: `  ${number}  ${lines.paint.bold(title)}   ` })
}

function writeCreation(lines: Lines, page: RepPage, agenda: Agenda, number: number): void {
  const weeks = page.rep.creation.byWeek.slice(0, WEEKS_SHOWN)
  const [now = 0, ...before] = weeks
  const business = page.rep.creation.newBusinessByWeek[0] ?? 0
  const count = business === now ? `${now}` : `${now} (new business ${business})`
  // The bars run as time does, up to now; the numbers from now back, as one asks about them.
  writeHeading(lines, number, 'NEW THIS WEEK', `${count}   weeks back: ${before.join(' ')}${lines.bars(weeks)}`)
  for (const { rule, problem, asks } of about(page, agenda)) {
    if (!CREATION_RULES.has(rule) || rule === page.oneThing?.rule) continue
    // What half the team has in common is discussed once, and not on every page.
    if (agenda.manager.shared.includes(rule))
      lines.text(`${capitalised(problem)}, as half the team or more.`, { indent: 5 })
    else writeAsk(lines, asks[0])
  }
  writeLeadMeasures(
    lines,
    page.leadMeasures.filter(({ id }) => id !== 'newOpportunities'),
  )
}

function about(page: RepPage, { findings }: Agenda): readonly Finding[] {
  return page.about.flatMap((index) => findings[index] ?? [])
}

/** The question that belongs to the one thing. */
function findingAsked(page: RepPage, agenda: Agenda): string | undefined {
  return about(page, agenda).find(({ rule }) => rule === page.oneThing?.rule)?.asks[0]
}

/** What else is said of the rep: the number that says so, and the question. */
function writeAbout(lines: Lines, page: RepPage, agenda: Agenda): void {
  for (const finding of about(page, agenda)) {
    if (CREATION_RULES.has(finding.rule) || finding.rule === page.oneThing?.rule) continue
    // The diagnosis above has its number already.
    if (finding.rule !== 'too-little-activity') writeProblem(lines, finding, agenda.audience)
    writeAsk(lines, finding.asks[0])
  }
}

function writeDeals(lines: Lines, page: RepPage, agenda: Agenda, number: number, words: Words): void {
  const shown = page.deals.length
  const old = page.stillAnOpportunity
  const counts = [
    page.flagged > 0 ? `${shown} of ${page.flagged} flagged` : undefined,
    old === undefined ? undefined : `${old.count} old`,
  ].filter((part) => part !== undefined)
  writeHeading(lines, number, 'DEALS WORTH THE TIME', counts.join(', '))
  for (const item of page.deals) writeDeal(lines, item, agenda, words)
  for (const pattern of page.collapsed) {
    const names = named(pattern.largest.slice(0, 3), pattern.count)
    lines.text(`${pattern.count} of ${pattern.of} open deals: ${pattern.title.toLowerCase()} (${names})`, { indent: 5 })
  }
  if (old === undefined) return
  const amount = old.amount === undefined ? '' : `, ${words.money(old.amount)}`
  const names = named(old.largest, old.count)
  lines.text(
    `${lines.paint.bold('Still an opportunity?')}  ${words.count(old.count, 'deal')}${amount}, ${oldness(agenda.book)}` +
      `${canBeOverdue(agenda) ? ' or overdue and silent' : ''}: ${names}. Close, or say what has changed.`,
    { indent: 5 },
  )
}

/** What is said of their clients, who shows how it is done, and with whom to prepare what is coming. */
function writePeople(lines: Lines, { clients, learnFrom, preparations }: RepPage, words: Words): void {
  for (const { title, count, names, ask } of clients) {
    const more = count > names.length ? ` and ${count - names.length} more` : ''
    lines.text(`${words.count(count, 'client')}: ${title.toLowerCase()} (${names.join(', ')}${more}). ${ask}`, {
      indent: 2,
      label: `${lines.paint.bold('Clients')}  `,
    })
  }
  for (const { deal, day, person, peer } of preparations)
    lines.text(
      `${words.date(day)}${person === undefined ? '' : ` with ${person}`}, ${deal.name}: prepare it with ${peer}.`,
      { indent: 2, label: `${lines.paint.bold('Meeting')}  ` },
    )
  if (learnFrom !== undefined)
    lines.text(`${learnFrom.text}. ${learnFrom.ask}`, { indent: 2, label: `${lines.paint.bold('Learn from')}  ` })
}

/** Without close dates or activities nothing is known to be overdue and silent. */
function canBeOverdue({ book }: Agenda): boolean {
  return book.knowledge.get('closeDate') === undefined && book.knowledge.get('lastActivity') === undefined
}

function writeDeal(lines: Lines, item: DealItem, agenda: Agenda, words: Words): void {
  lines.text(dealFacts(item.deal, words, lines.paint), { indent: 5 })
  for (const index of item.findings) {
    const finding = agenda.findings[index]
    if (finding !== undefined) writeProblem(lines, finding, agenda.audience)
  }
  for (const question of item.asks) writeAsk(lines, question)
}

/** `Northwind expansion · $120k · Proposal · closes 30 Nov`. */
export function dealFacts(
  { name, amount, foreign, stage, closeDate }: Deal,
  words: Words,
  paint: ChalkInstance,
): string {
  const facts = [
    amount === undefined ? undefined : words.money(amount),
    foreign === undefined ? undefined : words.money(foreign.amount, foreign.currency),
    stage,
    closeDate === undefined ? undefined : `closes ${words.date(isoDate(closeDate))}`,
  ].filter((fact) => fact !== undefined)
  return [paint.bold(name), ...facts].join(' · ')
}

function writeCommit(lines: Lines, number: number): void {
  writeHeading(lines, number, 'COMMIT', 'what: __________________________  by: ______')
  lines.text('What do you need from me? ________________________', { indent: 5 })
}

function writeFooter(lines: Lines, page: RepPage, agenda: Agenda, words: Words): void {
  if (page.fixBeforeMeeting.length > 0 || agenda.notChecked.length > 0) lines.blank()
  for (const fix of page.fixBeforeMeeting) {
    const names = named(fix.deals.slice(0, 3), fix.deals.length)
    lines.text(
      `Fix before the meeting: ${fix.title.toLowerCase()} on ${words.count(fix.deals.length, 'deal')} (${names})`,
      { indent: 2 },
    )
  }
  const missing = [...new Set(agenda.notChecked.flatMap((entry) => entry.missing))]
  if (missing.length > 0)
    lines.text(`Not checked, for want of: ${shortened(missing)}. What would help is at the end.`, {
      indent: 2,
      style: lines.paint.dim,
    })
}

const MISSING_SHOWN = 3

function shortened(missing: readonly string[]): string {
  const rest = missing.length - MISSING_SHOWN
  return rest > 0 ? `${missing.slice(0, MISSING_SHOWN).join(', ')} and ${rest} more` : missing.join(', ')
}
