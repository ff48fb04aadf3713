import { commitmentLine, debtor } from '../agenda/commitments.ts'
import type { ManagerPage, RepPage } from '../agenda/agenda.ts'
import type { Book } from '../book/book.ts'
import { verdicts, type JudgedCommitment, type Verdict } from '../book/commitments.ts'
import { sum } from '../book/statistics.ts'
import type { DealRef } from '../engine/finding.ts'
import type { Change, ChangeKind } from '../history/compare.ts'
import { isoDate } from '../plain-date.ts'
import type { Words } from '../words.ts'
import { padEnd, type Lines } from './lines.ts'

const CHANGES_SHOWN = 6
const LABEL = 9

/** What was promised and what became of it: kept first, because what happened gets named. */
export function writeCommitments(lines: Lines, judged: readonly JudgedCommitment[], book: Book, words: Words): void {
  for (const verdict of verdicts)
    for (const one of judged.filter((other) => other.verdict === verdict))
      lines.text(commitmentLine(one, book, words), { indent: 5, label: verdictLabel(verdict, lines) })
}

function verdictLabel(verdict: Verdict, { paint }: Lines): string {
  const colour = { kept: paint.green, missed: paint.red, open: paint.dim, moot: paint.dim }[verdict]
  return colour(padEnd(verdict, LABEL))
}

type Since = Pick<RepPage, 'changes' | 'losses'>

/** What matters most first; deals that moved a stage forward, as they should, together in one line. */
export function writeChanges(lines: Lines, { changes, losses }: Since, words: Words): void {
  const told = CHANGE_ORDER.flatMap((kind) => changes.filter(({ change }) => change === kind))
  for (const change of told.slice(0, CHANGES_SHOWN)) writeChange(lines, change, words)
  const rest = told.length - CHANGES_SHOWN
  if (rest > 0) lines.text(`and ${words.count(rest, 'more change')}`, { indent: 14, style: lines.paint.dim })
  if (losses !== undefined) lines.text(losses, { indent: 5 })
  const forward = changes.filter(({ change }) => change === 'advanced')
  if (forward.length === 0) return
  const names = named(
    forward.slice(0, 3).map(({ deal }) => deal),
    forward.length,
  )
  lines.text(`${words.count(forward.length, 'deal')} a stage on: ${names}`, {
    indent: 5,
    label: 'forward  ',
  })
}

const CHANGE_ORDER = [
  'won',
  'lost',
  'gone',
  'pushed',
  'moved-back',
  'amount-down',
  'owner',
  'amount-up',
  'pulled-in',
  'created',
] as const

const changeNames: Record<ChangeKind, string> = {
  created: 'new',
  won: 'won',
  lost: 'lost',
  gone: 'gone',
  owner: 'owner',
  pushed: 'pushed',
  'pulled-in': 'sooner',
  advanced: 'forward',
  'moved-back': 'back',
  'amount-up': 'more',
  'amount-down': 'less',
}

function writeChange(lines: Lines, { deal, change, from, to, amount, reason }: Change, words: Words): void {
  const value = (side: string | number | null) =>
    typeof side === 'number' ? words.money(side) : side === null ? '?' : words.date(side)
  const size = amount === undefined ? '' : `, ${words.money(amount)}`
  const why = reason === null ? '' : `, “${reason}”`
  const isAboutDeal = change === 'created' || change === 'won' || change === 'lost' || change === 'gone'
  const what = isAboutDeal ? `${deal.name}${size}${why}` : `${deal.name}: ${value(from)} → ${value(to)}`
  lines.text(what, { indent: 5, label: padEnd(changeNames[change], LABEL) })
}

/** Names, and how many more there are. */
export function named(refs: readonly DealRef[], of: number): string {
  const names = refs.map(({ name }) => name).join(', ')
  return of > refs.length ? `${names} and ${of - refs.length} more` : names
}

/** The team's changes in a line, and on the manager's page what the manager owes. */
export function writeTeamSince(lines: Lines, page: ManagerPage, book: Book, words: Words): void {
  const [last] = book.past.reviews
  if (last !== undefined && page.changes.length > 0) {
    const counts = [...CHANGE_ORDER, 'advanced' as const].flatMap((kind) => {
      const same = page.changes.filter(({ change }) => change === kind)
      return same.length === 0 ? [] : [`${same.length} ${teamNames[kind]}${money(same, words)}`]
    })
    lines.text(`Since ${words.date(isoDate(last.asOf))}: ${counts.join(', ')}.`, { indent: 2 })
  }
  for (const one of page.commitments)
    lines.text(`${debtor(one)}: ${commitmentLine(one, book, words)}`, {
      indent: 2,
      label: verdictLabel(one.verdict, lines),
    })
}

const teamNames: Record<ChangeKind, string> = {
  ...changeNames,
  pushed: 'pushed later',
  'pulled-in': 'pulled in',
  advanced: 'a stage on',
  'moved-back': 'a stage back',
  'amount-up': 'larger',
  'amount-down': 'smaller',
  owner: 'handed over',
}

/** What all of it comes to, where it is whole deals that came or went. */
function money(changes: readonly Change[], words: Words): string {
  const [{ change } = { change: 'owner' }] = changes
  const isWhole = change === 'created' || change === 'won' || change === 'lost' || change === 'gone'
  const amounts = changes.flatMap(({ amount }) => amount ?? [])
  return isWhole && amounts.length > 0 ? ` (${words.money(sum(amounts))})` : ''
}
