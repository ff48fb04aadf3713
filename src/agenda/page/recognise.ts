import type { Book } from '../../book/book.ts'
import type { JudgedCommitment } from '../../book/past/commitments.ts'
import type { Contact, Deal } from '../../book/deals/deal.ts'
import { totalAmount } from '../../book/team/measures.ts'
import type { Rep } from '../../book/team/rep.ts'
import { compareText } from '../../kit/collections.ts'
import type { Words } from '../../language/words.ts'

const LINES = 3
const THREE_MONTHS = 91

/**
 * What to recognise a rep for, the best three: a goal that is reached, the wins of the week, somebody who decides and
 * was reached for the first time, promises kept, and the best creation in three months.
 */
export function recognise(rep: Rep, commitments: readonly JudgedCommitment[], book: Book, words: Words): string[] {
  const lines = [
    goalReached(rep, words),
    winsOfTheWeek(rep, book, words),
    deciderReached(rep, words),
    promisesKept(commitments, words),
    bestCreation(rep, book),
  ]
  return lines.filter((line) => line !== undefined).slice(0, LINES)
}

function goalReached({ goal }: Rep, words: Words): string | undefined {
  if (goal?.won === undefined || goal.won < goal.amount) return undefined
  const { label } = goal.period
  return `${label} goal reached: ${words.money(goal.won)} of ${words.money(goal.amount)}, ${words.percent(goal.won / goal.amount)}`
}

function winsOfTheWeek({ deals }: Rep, { calendar }: Book, words: Words): string | undefined {
  const won = deals
    .filter(({ state, closedOn }) => state === 'won' && closedOn !== undefined && calendar.weekOf(closedOn) === 0)
    .sort(byAmount)
  const [largest] = won
  if (largest === undefined) return undefined
  if (won.length === 1) return `Won this week: ${withAmount(largest, words)}`
  const total = won.every(({ amount }) => amount !== undefined) ? totalAmount(won) : undefined
  const all = total === undefined ? '' : `, ${words.money(total)}`
  return `${won.length} won this week${all}; the largest ${withAmount(largest, words)}`
}

/** Somebody who can say yes, where nobody could at the last review: the largest such deal. */
function deciderReached({ open }: Rep, words: Words): string | undefined {
  const reached = [...open].sort(byAmount).flatMap((deal) => {
    const person = firstDecider(deal)
    return person === undefined ? [] : [{ deal, person }]
  })
  const [first] = reached
  if (first === undefined) return undefined
  const { name, role } = first.person
  const rest = reached.length > 1 ? `, and whoever decides on ${words.count(reached.length - 1, 'more deal')}` : ''
  return `Reached ${name}${role === undefined ? '' : `, ${role},`} on ${withAmount(first.deal, words)}${rest}`
}

function firstDecider({ contacts, before }: Deal): Contact | undefined {
  const known = before?.contacts
  if (known === undefined) return undefined
  const deciding = (contacts ?? []).filter(({ isDeciding }) => isDeciding)
  return deciding.some(({ name }) => known.includes(name)) ? undefined : deciding[0]
}

function promisesKept(commitments: readonly JudgedCommitment[], words: Words): string | undefined {
  const kept = commitments.filter(({ verdict }) => verdict === 'kept').length
  const due = kept + commitments.filter(({ verdict }) => verdict === 'missed').length
  return kept > 0 ? `Kept ${kept} of ${words.count(due, 'promise')}` : undefined
}

/** Only where the export knows three months: a record beats something. */
function bestCreation({ creation }: Rep, { knowledge, deals, asOf }: Book): string | undefined {
  const isKnown =
    knowledge.get('created') === undefined &&
    deals.some(({ created }) => created !== undefined && asOf - created >= THREE_MONTHS)
  if (!isKnown) return undefined
  const [week = 0, ...before] = creation.newBusinessByWeek.slice(0, 13)
  return week >= 2 && before.every((count) => count < week)
    ? `${week} new this week, the most in three months`
    : undefined
}

function byAmount(a: Deal, b: Deal): number {
  return (b.amount ?? 0) - (a.amount ?? 0) || compareText(a.id, b.id)
}

/** A name can hold commas itself, so the amount stands in brackets. */
function withAmount({ name, amount }: Deal, words: Words): string {
  return amount === undefined ? name : `${name} (${words.money(amount)})`
}
