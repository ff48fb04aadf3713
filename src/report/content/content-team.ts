import type { Agenda, ManagerPage } from '../../agenda/agenda.ts'
import { capitalised } from '../../agenda/page/one-thing.ts'
import { commitmentLine, debtor } from '../../agenda/commitments.ts'
import type { Cause } from '../../agenda/page/diagnosis.ts'
import { ENOUGH_CLOSINGS, totalAmount } from '../../book/team/measures.ts'
import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deals/deal.ts'
import type { Closings, Creation } from '../../book/team/rep.ts'
import { sum } from '../../book/kit/statistics.ts'
import { bookWords } from '../../book/book-words.ts'
import { groupBy } from '../../kit/collections.ts'
import type { Words } from '../../language/words.ts'
import { dealsOf, seen } from './content-page.ts'
import type { TableContent, TeamContent } from './content.ts'
import { isCreationKnown, upToNow, weekly } from './lead-lines.ts'
import { teamSince } from './since.ts'

/** As many lines as are read of a table; the rest is counted. */
const ROWS_SHOWN = 40
const LET_PASS_SHOWN = 5
const PAIRS_SHOWN = 6
const UNASSIGNED_SHOWN = 5

/** To whoever reads a mail, and not what stood on standard error. */
const NO_OWNERS =
  'No export says who owns them, so nobody has a page. Add the owner column to the export, or name it with ' +
  '--set columns.owner="…".'

const shortCauses: Record<Cause, string> = {
  producing: 'producing',
  'too-little-activity': 'activity',
  'too-little-effectiveness': 'effectiveness',
  both: 'both',
  'cannot-tell': 'cannot tell',
}

/** The page of somebody who leads reps, in words. */
export function teamContent(page: ManagerPage, agenda: Agenda): TeamContent {
  const words = bookWords(agenda.book)
  const { name, isTop } = page.manager
  const own = page.findings.filter(({ scope }) => scope === 'team' || scope === 'manager')
  const rest = page.reps.length - ROWS_SHOWN
  return {
    page,
    title: isTop ? (name === undefined ? 'The team' : `${name} · the team`) : `${name}’s team`,
    line: teamLine(page, agenda.book, words),
    inCommon: page.team,
    goal: page.takes?.text,
    table: tableOf(page, agenda, words),
    more:
      rest > 0 && !isOfManagers(page, agenda)
        ? `and ${words.count(rest, 'more rep')}, who need less; all of them are in --format json.`
        : undefined,
    leads: weekly(page.leadMeasures),
    raised: own
      .filter(({ place }) => place !== 'hygiene')
      .map((finding) => ({ ...seen(finding, agenda), ask: finding.asks[0] })),
    settings: own
      .filter(({ place }) => place === 'hygiene')
      .map(({ problem, action }) => `${capitalised(problem)}. ${action}.`),
    letPass: letPassOf(page, words),
    pairs: pairsOf(page),
    join: page.join?.text,
    // What is most of the pipeline stands at the top.
    patterns: page.collapsed.flatMap(({ isMost, text }) => (isMost ? [] : [text])),
    since: teamSince(page, agenda.book, words),
    commitments: page.commitments.map((one) => ({
      label: one.verdict,
      text: `${debtor(one)}: ${commitmentLine(one, agenda.book, words)}`,
    })),
    unassigned: unassignedOf(page, words),
    ofNobody: page.withoutOwner === undefined ? undefined : dealsOf(page.withoutOwner, agenda, words),
    notes: page.notes,
  }
}

/** Whose table lists managers, not reps. Whoever was asked for alone is not a manager of theirs. */
export function isOfManagers({ manager }: ManagerPage, { managers }: Agenda): boolean {
  return manager.isTop && managers.some(isBelow)
}

function isBelow({ manager }: ManagerPage): boolean {
  return !manager.isTop
}

/** Who stands in a line of the table: a rep, or a manager with their reps. */
interface Line {
  readonly name: string
  readonly open: readonly Deal[]
  readonly creation: Creation
  readonly closings: Closings
  readonly last: string
}

/** The reps of a team, or for whoever runs several managers those, in one table. */
function tableOf(page: ManagerPage, agenda: Agenda, words: Words): TableContent {
  if (isOfManagers(page, agenda)) {
    const lines = agenda.managers.filter(isBelow).map(({ manager, causes: [first], reps }) => ({
      ...manager,
      name: manager.name ?? 'no manager',
      last: first === undefined ? '–' : `${first.reps} of ${reps.length} ${shortCauses[first.cause]}`,
    }))
    return tableWith({ name: 'Manager', last: 'Commonest cause' }, lines, agenda.book, words)
  }
  const lines = page.reps
    .slice(0, ROWS_SHOWN)
    .map(({ rep, diagnosis }) => ({ ...rep, last: shortCauses[diagnosis.cause] }))
  return tableWith({ name: 'Rep', last: 'Cause' }, lines, agenda.book, words)
}

type Column = readonly [head: string, cell: (line: Line) => string]

const NEW: readonly Column[] = [
  ['New', ({ creation }) => String(creation.newBusinessByWeek[0] ?? 0)],
  ['4 wks', ({ creation }) => String(sum(creation.newBusinessByWeek.slice(0, 4)))],
]

function tableWith(
  heads: { name: string; last: string },
  lines: readonly Line[],
  book: Book,
  words: Words,
): TableContent {
  // What is won and lost is new business, as the rate beside it; renewals are won more easily, and stand apart.
  const hasRenewals = lines.some(({ closings }) => renewalsIn(closings) !== '–')
  const columns: readonly Column[] = [
    ['Open', ({ open }) => String(open.length)],
    ['Amount', ({ open }) => orDash(totalAmount(open), (amount) => words.money(amount))],
    ...(isCreationKnown(book) ? NEW : []),
    ['Won–lost', ({ closings }) => wonAndLost(closings)],
    ['Wins', ({ closings }) => orDash(closings.winRate, (rate) => words.percent(rate))],
    ...(hasRenewals ? [['Renewals', ({ closings }: Line) => renewalsIn(closings)] as const] : []),
  ]
  return {
    head: [heads.name, ...columns.map(([head]) => head), heads.last],
    isNumber: [false, ...columns.map(() => true), false],
    rows: lines.map((line) => [line.name, ...columns.map(([, cell]) => cell(line)), line.last]),
  }
}

/** Renewals won and lost. */
/** Wins of which nobody knows the day are not none. */
function wonAndLost({ newBusinessWon, newBusinessLost, winRate, unclear }: Closings): string {
  return winRate === undefined && unclear > 0 ? '–' : `${newBusinessWon}–${newBusinessLost}`
}

function renewalsIn({ won, lost, newBusinessWon, newBusinessLost }: Closings): string {
  const [kept, gone] = [won - newBusinessWon, lost - newBusinessLost]
  return kept + gone === 0 ? '–' : `${kept}–${gone}`
}

function orDash(value: number | undefined, write: (value: number) => string): string {
  return value === undefined ? '–' : write(value)
}

/** A line a rep: what has stood longest, of the rep rather than of a deal, and how much else. */
function letPassOf({ letPass }: ManagerPage, words: Words): readonly string[] {
  const byRep = [...groupBy(letPass, ({ rep }) => rep)]
  return [
    ...byRep.slice(0, LET_PASS_SHOWN).map(([rep, all]) => {
      // What the goal takes is told on the rep's page, as it is today.
      const own = all.filter(({ cures }) => cures !== 'goal')
      const first = own.find(({ deal }) => deal === null) ?? own[0] ?? all[0]
      const about = first?.deal == null ? '' : `${first.deal.name}: `
      const more = all.length === 1 ? '' : `, and ${all.length - 1} more`
      return `${rep}: ${about}${first?.problem ?? ''} (${words.count(first?.age ?? 0, 'review')})${more}`
    }),
    ...andMore(byRep.length - LET_PASS_SHOWN),
  ]
}

function pairsOf({ pairs }: ManagerPage): readonly string[] {
  const shown = pairs.slice(0, PAIRS_SHOWN)
  return [
    ...shown.map(({ rep, learnsFrom, text, isMutual }, at) => {
      const isSecond = isMutual && shown.findIndex((other) => other.rep === learnsFrom) < at
      return `${rep}: ${text}${isSecond ? '; each can show the other' : ''}`
    }),
    ...andMore(pairs.length - PAIRS_SHOWN),
  ]
}

function andMore(rest: number): readonly string[] {
  return rest > 0 ? [`and ${rest} more`] : []
}

function teamLine({ manager }: ManagerPage, book: Book, words: Words): string {
  const { creation, closings } = manager
  const won = `${wonLine(closings, words)}${manager.isTop ? wonBefore(book, closings) : ''}`
  if (!isCreationKnown(book)) return `${capitalised(won)}.`
  const [now = 0, ...before] = creation.newBusinessByWeek
  return `${now} new this week (the four before: ${upToNow(before, 4, ' · ')}); ${won}.`
}

/** An export that ends with last year’s wins is not one of a team that never wins. */
function wonBefore({ deals, asOf }: Book, { won, lost }: Closings): string {
  if (won + lost >= ENOUGH_CLOSINGS) return ''
  const before = deals.filter(({ state, closedOn }) => state === 'won' && closedOn !== undefined && closedOn <= asOf)
  return before.length > won ? `, and ${before.length - won} before` : ''
}

function wonLine(closings: Closings, words: Words): string {
  const { won, lost, unclear, newBusinessWon, newBusinessLost, winRate, averageWon } = closings
  if (winRate === undefined && unclear > 0)
    return `no win rate: the outcome or the day of ${words.count(unclear, 'closed deal')} is not known`
  if (winRate === undefined && won + lost === 0) return 'nothing closed in a year'
  if (winRate === undefined) return `${won > 0 ? `won ${won}` : `lost ${lost}`} in a year; the win rate is not known`
  if (won + lost < ENOUGH_CLOSINGS) return `won ${won} of ${won + lost} closed in a year`
  const average = averageWon === undefined ? '' : `, ${words.money(averageWon)} on average`
  return `wins ${words.percent(winRate)} of ${newBusinessWon + newBusinessLost} closed in a year${average}`
}

function unassignedOf(page: ManagerPage, words: Words): string | undefined {
  const { unassigned, findings } = page
  if (unassigned.length === 0) return undefined
  const amount = totalAmount(unassigned)
  const size = `${words.count(unassigned.length, 'open deal')}${amount === undefined ? '' : `, ${words.money(amount)}`}`
  if (page.withoutOwner !== undefined && unassigned.every(({ owner }) => owner === undefined))
    return `${size}. ${NO_OWNERS}`
  // That they have no owner is what the line says already.
  const spoken = findings.filter(({ place }) => place !== 'hygiene')
  const flagged = new Set(spoken.flatMap(({ deal }) => deal?.id ?? [])).size
  const names = unassigned.slice(0, UNASSIGNED_SHOWN).map((deal) => deal.name)
  return `${size}, ${flagged} flagged: ${names.join(', ')}${unassigned.length > names.length ? ' …' : ''}. Who takes them, and by when?`
}
