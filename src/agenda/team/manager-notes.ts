import type { Book } from '../../book/book.ts'
import { sumForeign } from '../../book/kit/currency.ts'
import { unknownStages } from '../../book/deals/qualified.ts'
import { countUndated } from '../../book/team/outcomes.ts'
import { totalAmount } from '../../book/team/measures.ts'
import { sum } from '../../book/kit/statistics.ts'
import { compareText } from '../../kit/collections.ts'
import { notCompared } from '../../history/not-compared.ts'
import { isoDate } from '../../time/plain-date.ts'
import type { Words } from '../../language/words.ts'

/** Deals whose owner has left: how many, how much, and the largest. */
function orphans({ withoutActiveOwner }: Book, words: Words): string[] {
  return withoutActiveOwner.map(({ owner, deals }) => {
    const amount = totalAmount(deals)
    const largest = [...deals].sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0)).slice(0, LARGEST)
    return (
      `Without an active owner: ${words.count(deals.length, 'open deal')}${amount === undefined ? '' : ` (${words.money(amount)})`} of ${owner}, who has left. ` +
      `${deals.length > LARGEST ? 'The largest: ' : ''}${words.list(largest.map(({ name }) => name))}. Who takes them?`
    )
  })
}

/** Who is no person, what was left out with them, and how to bring them back. */
function machines({ ignored, settings }: Book, words: Words): string[] {
  const how =
    settings.ignoreOwners === undefined
      ? 'because the whole name reads as a machine. To keep such a name, list it in a reps file, or set ignoreOwners: [] in pipeline-coach.yaml'
      : 'because ignoreOwners in pipeline-coach.yaml names it'
  return ignored.map(
    ({ owner, deals, amount }) =>
      `${owner} is left out (${words.count(deals, 'open deal')}${amount === undefined ? '' : `, ${words.money(amount)}`}), ${how}.`,
  )
}

const LARGEST = 3

/** Open deals that may be the newest of all: whoever has many of them is not accused of opening few. */
function undated(book: Book, words: Words): string[] {
  if (book.knowledge.get('created') !== undefined) return []
  const owners = book.reps
    .map(({ name, open }) => ({ name, count: countUndated({ open }, book.asOf) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || compareText(a.name, b.name))
  const [most] = owners
  if (most === undefined) return []
  const column = book.reading.columns.get('created')
  return [
    `${words.count(sum(owners.map(({ count }) => count)), 'open deal')} of ${words.count(owners.length, 'rep')} have no creation date` +
      `${column === undefined ? '' : ` (“${column}”)`}, ${most.count} of them ${most.name}’s: what they have opened may be more than is counted.`,
  ]
}

/** Closed deals that still promise a day: when they were closed may not be known, and no week has won them. */
function closedAhead({ deals }: Book, words: Words): string[] {
  const ahead = deals.filter(({ closeDateAhead }) => closeDateAhead !== undefined)
  if (ahead.length === 0) return []
  const dayless = ahead.filter(({ closedOn }) => closedOn === undefined).length
  const unknown =
    dayless === 0
      ? ''
      : dayless === ahead.length
        ? ', and nothing tells the day'
        : `, ${dayless} of them on a day that nothing tells`
  const [are, their] = ahead.length === 1 ? ['is', 'its'] : ['are', 'their']
  return [
    `${words.count(ahead.length, 'deal')} ${are} closed before ${their} close date, which still lies ahead${unknown}.`,
  ]
}

/** Deals, amounts and people that the report leaves out, each with what brings them back. */
export function leftOutNotes(book: Book, words: Words): string[] {
  const notes: string[] = []
  const { createdLater } = book
  const asOf = words.date(isoDate(book.asOf))
  if (createdLater > 0 && book.deals.length === 0)
    notes.push(`All deals (${words.number(createdLater)}) were created after ${asOf}: is --as-of right?`)
  else if (createdLater > 0)
    notes.push(
      `${words.count(createdLater, 'deal')} created after ${asOf} ${createdLater === 1 ? 'is' : 'are'} left out.`,
    )
  if (book.undated > 0)
    notes.push(`${words.count(book.undated, 'deal')} without any date ${book.undated === 1 ? 'is' : 'are'} left out.`)
  const apart = sumForeign(book.open)
  if (apart.length > 0)
    notes.push(
      `Not added to anything, for want of a rate (rates: in the config): ${words.list(apart.map(({ amount, currency }) => words.money(amount, currency)))}.`,
    )
  return [...notes, ...machines(book, words)]
}

/** What the exports themselves call for a word about. */
export function notesOn(book: Book, words: Words): string[] {
  const notes: string[] = [...notCompared(book, words), ...orphans(book, words)]
  const { ends } = book.activities.window
  if (ends !== undefined)
    notes.push(
      `Nobody has an activity after ${words.date(isoDate(ends))}: is that export older than the others? Then the silence since is not theirs.`,
    )
  notes.push(...closedAhead(book, words))
  notes.push(...leftOutNotes(book, words))
  for (const stage of unknownStages(book))
    notes.push(`No deal is in a stage “${stage}”, which the config asks of a qualified one: is it spelt so?`)
  notes.push(...undated(book, words))
  const { importDays, defaultCloseDates, joined } = book
  if (importDays.length > 0)
    notes.push(
      `Deals created on ${words.list(importDays.map((day) => words.date(isoDate(day))))} look imported; their creation dates are not used.`,
    )
  if (defaultCloseDates > 0)
    notes.push(
      `${words.count(defaultCloseDates, 'open deal')} close the same number of days after creation: a default, so not used as promises.`,
    )
  if (joined.total > 0)
    notes.push(`Activities: ${joined.total - joined.unmatched} of ${joined.total} found their deal.`)
  return notes
}
