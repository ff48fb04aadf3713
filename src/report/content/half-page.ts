import { entryNames } from '../../agenda/team/data-lines.ts'
import type { Book } from '../../book/book.ts'
import { judgesNobody, type OldExport } from '../../book/checks/data-check.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { isWithin, type Period, previousPeriod } from '../../book/goals/period.ts'
import { totalAmount } from '../../book/team/measures.ts'
import { bookWords } from '../../book/book-words.ts'
import type { Words } from '../../language/words.ts'
import { isoDate } from '../../time/plain-date.ts'
import type { DealRef } from '../../engine/finding.ts'

/** A table; the first column is text, `isNumber` says of which others that they are numbers. */
interface TableContent {
  readonly head: readonly string[]
  readonly isNumber: readonly boolean[]
  readonly rows: readonly (readonly string[])[]
}

/** All there is to say of an export that ends before the day that was asked for. */
interface HalfPage {
  /** The end of the file, and that it cannot be reviewed as of the day. */
  readonly lead: string
  /** Where each kind of entry ends. */
  readonly table: TableContent
  /** Why nobody is judged. */
  readonly because: string
  /** What to do about it, in this order. */
  readonly todo: readonly string[]
  /** The last day that the file tells about. */
  readonly stood: { readonly title: string; readonly lines: readonly string[] }
}

const NAMED = 3

/** What there is to say of an export that ends before the day that was asked for; undefined of any other. */
export function halfPage(book: Book): HalfPage | undefined {
  const { old } = book.data
  if (old === undefined || !judgesNobody(book.data)) return undefined
  const words = bookWords(book)
  return {
    lead: `This export ends on ${words.date(old.lastGoodDay)}. It cannot be reviewed as of ${words.weekday(old.asked)}.`,
    table: ends(old, words),
    because: because(old, words),
    todo: todo(old, words),
    stood: { title: `As it stood on ${words.date(old.lastGoodDay)}`, lines: stood(book, old, words) },
  }
}

function ends({ ends: kinds }: OldExport, words: Words): TableContent {
  return {
    head: ['', 'Newest in it', 'Longest gap before that'],
    isNumber: [false, false, false],
    rows: kinds.map(({ kind, newest, gap, longestGap, since }) => [
      entryNames[kind],
      `${words.date(newest)}, ${words.count(gap, 'day')} earlier`,
      `${words.count(longestGap, 'day')}, since ${words.date(since)}`,
    ]),
  }
}

function because({ lastWeek, lastGoodDay, asked, isShort }: OldExport, words: Words): string {
  const { closers, of } = lastWeek
  const forAll =
    of >= 2 && closers * 2 > of
      ? `It ends for most at once: ${closers} of ${words.count(of, 'rep')} closed a last deal in the week to ${words.date(lastGoodDay)}. `
      : ''
  const weeks = words.count(Math.floor((asked - lastGoodDay) / 7), 'week')
  const away = isShort ? ' Or was everybody away?' : ''
  return `${forAll}“Nothing new for ${weeks}” would describe the file and not their work, so nobody is judged on it and there are no pages for the reps.${away}`
}

function todo({ lastGoodDay, asked }: OldExport, words: Words): readonly string[] {
  return [
    `Export again, and check that the report’s filter does not stop at ${words.date(lastGoodDay)}.`,
    `If the new export ends there too, it is the only item on the agenda: from ${words.date(lastGoodDay)} to ${words.date(asked)} nobody opened or closed a deal.`,
    `To see the last complete day instead, run the same command with --as-of ${isoDate(lastGoodDay)}`,
  ]
}

function stood(book: Book, old: OldExport, words: Words): readonly string[] {
  return [broughtIn(book, words), stillOpen(book, words), dueBy(book, old, words)].filter((line) => line !== undefined)
}

/** What the period brought and opened, beside the one before. */
function broughtIn(book: Book, words: Words): string | undefined {
  const before = previousPeriod(book.period)
  const [won, wonBefore] = [wonIn(book, book.period), wonIn(book, before)]
  if (won.length + wonBefore.length === 0) return undefined
  const opened = (period: Period) => book.deals.filter(({ created }) => isWithin(created, period)).length
  const worth = (deals: readonly Deal[]) => {
    const amount = totalAmount(deals)
    return amount === undefined
      ? words.count(deals.length, 'won deal')
      : `${words.money(amount)} from ${words.count(deals.length, 'deal')}`
  }
  const isCreationKnown = book.knowledge.get('created') === undefined
  const created = isCreationKnown ? ` ${opened(book.period)} were opened, after ${opened(before)}.` : ''
  return `${book.period.label} brought ${worth(won)}, after ${worth(wonBefore)} in ${before.label}.${created}`
}

function wonIn({ deals }: Book, period: Period): readonly Deal[] {
  return deals.filter(({ state, closedOn }) => state === 'won' && isWithin(closedOn, period))
}

/** The open deals, and those that have been open longer than any win ever took. */
function stillOpen(book: Book, words: Words): string | undefined {
  const { open } = book
  if (open.length === 0) return undefined
  const amount = totalAmount(open)
  const size = `${words.count(open.length, 'deal')}${amount === undefined ? '' : ` (${words.money(amount)})`}`
  const cycles = book.deals.flatMap(({ state, age }) => (state === 'won' ? (age ?? []) : []))
  const longest = cycles.reduce((most, days) => Math.max(most, days), 0)
  const older = open.filter(({ age }) => age !== undefined && age > longest)
  if (cycles.length < book.norms.wins || cycles.length < ENOUGH_WINS || older.length === 0)
    return `${size} ${open.length === 1 ? 'was' : 'were'} open.`
  return (
    `Of the ${size} still open, ${older.length} were older than any of ${words.count(cycles.length, 'win')} ` +
    `(${words.count(longest, 'day')}): ask about ${older.length === 1 ? 'that' : 'those'} first, if the file is complete.`
  )
}

const ENOUGH_WINS = 20

/** Deals that were due by the day that was asked for: the first to look for in the new export. */
function dueBy({ open }: Book, { asked }: OldExport, words: Words): string | undefined {
  const due = open
    .filter(({ closeDate }) => closeDate !== undefined && closeDate <= asked)
    .sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0))
  if (due.length === 0) return undefined
  const amount = totalAmount(due)
  const size = `${words.count(due.length, 'deal')}${amount === undefined ? '' : ` (${words.money(amount)})`}`
  return `Due by ${words.date(asked)}: ${size}. The largest: ${named(due.slice(0, NAMED), Math.min(due.length, NAMED))}.`
}

/** Names, and how many more there are. */
function named(refs: readonly DealRef[], of: number): string {
  const names = refs.map(({ name }) => name).join(', ')
  return of > refs.length ? `${names} and ${of - refs.length} more` : names
}
