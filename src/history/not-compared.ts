import type { Book } from '../book/book.ts'
import type { Deal } from '../book/deals/deal.ts'
import type { PastReview, Reading } from '../book/past/past.ts'
import { areSameIds, differentColumn, isComparable } from '../book/known/reading.ts'
import { compareText } from '../kit/collections.ts'
import { isoDate } from '../time/plain-date.ts'
import type { Words } from '../language/words.ts'
import { isCreatedSince } from './compare.ts'
import { missingDeals } from './missing.ts'

/** What could not be compared with the last review, and why, for whoever reads the changes. */
export function notCompared(book: Book, words: Words): string[] {
  const [last] = book.past.reviews
  if (last === undefined) return []
  const since = words.date(isoDate(last.asOf))
  if (!areSameIds(last.reading, book.reading))
    return [
      `This export identifies its deals otherwise than that of ${since}: only what was created or closed since is told as changed.`,
    ]
  return [
    ...otherColumns(last.reading, book.reading, since),
    ...leftOut(book, last, words, since),
    ...appeared(book, last, words, since),
    ...withoutClosed(book, last),
  ]
}

const NAMES = { stages: 'stages', amounts: 'amounts', closeDates: 'close dates', owners: 'owners' } as const
type Told = keyof typeof NAMES

function otherColumns(then: Reading, now: Reading, since: string): string[] {
  const notes = (Object.keys(NAMES) as Told[]).flatMap((what) =>
    isComparable(what, then, now)
      ? []
      : [`The ${NAMES[what]} are not compared with ${since}: ${whyNot(what, then, now)}.`],
  )
  return isComparable('states', then, now) || !isComparable('stages', then, now)
    ? notes
    : [...notes, `Won and lost are told by other columns than on ${since}: only what is dated since is told as closed.`]
}

function whyNot(what: Told, then: Reading, now: Reading): string {
  const columns = differentColumn(what, then, now)
  if (columns === undefined) return `they were in ${then.currency ?? '?'}, and are in ${now.currency ?? '?'}`
  const { before, after } = columns
  if (before === undefined) return `the column “${after}” was not there`
  return after === undefined
    ? `the column “${before}” is no longer there`
    : `they stood in “${before}”, and stand in “${after}”`
}

function leftOut(book: Book, last: PastReview, words: Words, since: string): string[] {
  const owners = [...missingDeals(book, last).leftOut].sort(([a], [b]) => compareText(a, b))
  if (owners.length === 0) return []
  const named = owners.map(([owner, deals]) => `${owner} (${words.count(deals, 'open deal')} on ${since})`)
  return [
    `This export has nothing of ${words.list(named)}: it seems a narrower one, so their deals are not told as gone.`,
  ]
}

const SHOWN = 3

/** Deals that are older than the last review, which did not see them. */
function appeared(book: Book, last: PastReview, words: Words, since: string): string[] {
  const older = book.open.filter(
    ({ id, created }) => created !== undefined && !isCreatedSince(created, last) && !last.deals.has(id),
  )
  if (older.length === 0) return []
  const largest = [...older].sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0) || compareText(a.id, b.id))
  const names = largest.slice(0, SHOWN).map(({ name }) => name)
  const rest = older.length > SHOWN ? [`${older.length - SHOWN} more`] : []
  return [
    `Created before ${since} and not in the export of that day, so not told as new: ${words.list([...names, ...rest])}.`,
  ]
}

function withoutClosed(book: Book, last: PastReview): string[] {
  const isClosed = ({ state }: Pick<Deal, 'state'>) => state === 'won' || state === 'lost'
  return [...last.deals.values()].some(isClosed) &&
    !book.deals.some(isClosed) &&
    missingDeals(book, last).gone.length > 0
    ? ['This export holds no closed deals: what is told as gone may have been won or lost.']
    : []
}
