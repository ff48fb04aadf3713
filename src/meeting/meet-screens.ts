import { bookWords } from '../book/book-words.ts'
import type { Agenda, RepPage } from '../agenda/agenda.ts'
import { commitmentLine } from '../agenda/commitments.ts'
import { capitalised } from '../agenda/page/one-thing.ts'
import { dealById } from '../book/lookup.ts'
import { MANAGER } from '../book/past/commitments.ts'
import type { Deal } from '../book/deals/deal.ts'
import { sum } from '../book/kit/statistics.ts'
import type { Finding } from '../engine/finding.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { Lines } from '../report/text/lines.ts'
import { proofWords } from '../report/content/proof-words.ts'
import { widthOf, wrap } from '../report/text/width.ts'
import { fill } from '../language/fill.ts'
import type { Words } from '../language/words.ts'
import { itemsOf, reasonsOf, withoutDay, type MeetingItem, type Proposal } from './meeting-items.ts'
import type { Aside, Whose } from './meeting.ts'
import type { MeetingProgress } from './meeting-progress.ts'

/** Done; a terminal that garbles it is given another by `--ascii`. */
export const CHECK = '✓'

/** The reps in order, with their minutes and what it is about. */
export function writeStart(lines: Lines, agenda: Agenda, progress: MeetingProgress, width: number): void {
  const { pages, book } = agenda
  const words = bookWords(book)
  const left = pages.filter(({ rep }) => !progress.isMet(rep.name))
  const minutes = sum(left.map((page) => page.minutes))
  const size =
    left.length === pages.length ? words.count(pages.length, 'rep') : `${left.length} of ${pages.length} left`
  lines.raw('')
  lines.ends(lines.paint.bold(`Pipeline meeting · ${words.weekday(book.asOf)}`), `${size} · about ${minutes} min`)
  lines.blank()
  const room = Math.min(24, Math.max(...pages.map(({ rep }) => rep.name.length)))
  for (const [at, page] of pages.entries()) {
    const name = cut(page.rep.name, room).padEnd(room)
    const before = `${String(at + 1).padStart(3)}  ${name}  ${String(page.minutes).padStart(2)} min  `
    const what = cut(stateOf(page, agenda, progress), Math.max(10, width - before.length))
    const line = `${before}${what}`
    lines.raw(progress.isMet(page.rep.name) ? lines.paint.dim(line) : line)
  }
  lines.blank()
}

function stateOf(page: RepPage, agenda: Agenda, progress: MeetingProgress): string {
  if (progress.isMet(page.rep.name)) return `${CHECK} met`
  const items = itemsOf(page, agenda)
  const done = items.filter((item) => progress.isDone(item)).length
  const left = done === 0 ? '' : `begun, ${items.length - done} left. `
  const missed = page.commitments.filter(({ verdict }) => verdict === 'missed').length
  const promises = missed === 0 ? '' : `${missed} missed. `
  const rest = missed === 0 ? 'Nothing that needs the meeting.' : ''
  return `${left}${promises}${page.oneThing === null ? rest : withoutDay(page.oneThing.action, agenda)}`
}

/** The first line of a text that fits. */
function cut(text: string, room: number): string {
  if (widthOf(text) <= room) return text
  return `${wrap(text, Math.max(1, room - 1))[0]}…`
}

/** One conversation, with the words to begin it. */
export function writeItem(
  lines: Lines,
  item: MeetingItem,
  place: { readonly at: number; readonly of: number },
  { page }: Whose,
  agenda: Agenda,
): void {
  const words = bookWords(agenda.book, page?.rep.name)
  const { paint } = lines
  lines.raw('')
  lines.ends(paint.dim(`── ${page?.rep.name ?? 'You'}`), paint.dim(`${place.at} of ${place.of}`))
  if (item.kind === 'promise') return writePromise(lines, item, agenda, words)
  if (item.kind === 'one-thing') {
    lines.text(item.oneThing.action, { label: `${paint.bold('DO')}  `, style: paint.bold })
    const about = item.oneThing.deal
    const deal = about === null ? undefined : dealById(about.id, agenda.book)
    if (deal !== undefined) lines.text(dealLine(deal, words, paint), { indent: 2 })
    lines.text(item.oneThing.why, { indent: 2 })
    if (page?.talk.ask !== undefined) writeAsk(lines, fill(page.talk.ask, words), 2)
    return
  }
  if (item.kind === 'point') return lines.text(item.said)
  lines.text(dealLine(item.deal.deal, words, paint))
  for (const reason of reasonsOf(item, agenda)) lines.text(capitalised(reason), { indent: 2 })
  for (const ask of item.deal.asks) writeAsk(lines, ask, 2)
}

/** A question to ask. */
export function writeAsk(lines: Lines, question: string | undefined, indent: number): void {
  if (question !== undefined) lines.text(question, { indent, label: lines.paint.cyan('ask  ') })
}

/** `$120k`, `Proposal`, `due Nov 30`: what is known of a deal. */
function dealFacts({ amount, foreign, stage, closeDate }: Deal, words: Words): readonly string[] {
  return [
    ...(amount === undefined ? [] : [words.money(amount)]),
    ...(foreign === undefined ? [] : [words.money(foreign.amount, foreign.currency)]),
    ...(stage === undefined ? [] : [stage]),
    ...(closeDate === undefined ? [] : [`due ${words.date(closeDate)}`]),
  ]
}

/** `Northwind expansion · $120k · Proposal · due Nov 30`; with the customer, as the page calls it, where the name has none. */
function dealLine(deal: Deal, words: Words, paint: Lines['paint']): string {
  const { name: own, account } = deal
  const isNamed = account === undefined || own.toLowerCase().includes(account.toLowerCase())
  return [paint.bold(isNamed ? own : `${account}: ${own}`), ...dealFacts(deal, words)].join(' · ')
}

function writePromise(
  lines: Lines,
  { promise }: Extract<MeetingItem, { kind: 'promise' }>,
  { book }: Agenda,
  words: Words,
): void {
  const { commitment, verdict } = promise
  const whose = commitment.rep === MANAGER ? 'YOU PROMISED' : 'PROMISED'
  const label = verdict === 'missed' ? lines.paint.red(`${whose}, MISSED  `) : lines.paint.bold(`${whose}, DUE  `)
  lines.text(commitmentLine(promise, book, words), { label })
  writeAsk(
    lines,
    verdict === 'missed' ? 'What came in between, and what would make it happen this time?' : 'What became of it?',
    2,
  )
}

/** What would be written down. */
export function writeProposal(
  lines: Lines,
  { text, by, proof }: Pick<Proposal, 'text' | 'proof'> & { readonly by: PlainDate },
  words: Words,
  titles: ReadonlyMap<string, string>,
): void {
  const label = (name: string) => lines.paint.dim(name.padEnd(10))
  lines.text(text, { indent: 2, label: label('commit'), style: lines.paint.bold })
  lines.text(words.weekday(by), { indent: 2, label: label('by') })
  lines.text(proofWords(proof, words, titles), { indent: 2, label: label('shown by') })
}

/** `Umbrella audit: no next step (“their audit”, until Fri, Dec 11)`. */
export function asideLine({ findings, reason, until }: Aside, words: Words): string {
  const [first] = findings
  const what = findings.map(({ problem }) => problem).join('; ')
  const about = first?.deal == null ? what : `${first.deal.name}: ${what}`
  return `${about} (“${reason}”, until ${until === undefined ? 'the deal changes' : words.weekday(until)})`
}

/** What is not talked about, and why. */
export function writeAside(lines: Lines, standing: readonly Aside[], words: Words): void {
  for (const one of standing) lines.text(asideLine(one, words), { indent: 2, label: lines.paint.dim('aside  ') })
}

/** What has been written down. */
export function writeDone(lines: Lines, text: string): void {
  lines.text(text, { label: `${lines.paint.green(CHECK)} ` })
}

/** Findings by number, to say which. */
export function writeWhich(lines: Lines, findings: readonly Finding[]): void {
  for (const [at, { problem }] of findings.entries())
    lines.text(capitalised(problem), { indent: 2, label: `${lines.paint.cyan(String(at + 1))}  ` })
}
