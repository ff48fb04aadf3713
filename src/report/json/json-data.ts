import type { Agenda } from '../../agenda/agenda.ts'
import { dataLines, unreliableLines } from '../../agenda/team/data-lines.ts'
import { bookWords } from '../../book/book-words.ts'
import type { Book } from '../../book/book.ts'
import { isoOrNull } from '../../language/words.ts'
import { isoDate } from '../../time/plain-date.ts'

/** What the check of the files found. */
export function dataDocument({ book, audience }: Agenda) {
  const words = bookWords(book)
  const { created, closed, activity, change } = book.data.lastDays
  return {
    lastDays: {
      created: isoOrNull(created),
      closed: isoOrNull(closed),
      activity: isoOrNull(activity),
      change: isoOrNull(change),
    },
    old: book.data.old !== undefined,
    asOfUsed: isoDate(book.asOf),
    // What is wrong with the files is the manager's to put right.
    findings: audience === 'rep' ? [] : dataLines(book, words),
    unreliable: audience === 'rep' ? [] : unreliableDocument(book),
  }
}

function unreliableDocument(book: Book) {
  const lines = unreliableLines(book, bookWords(book))
  return book.data.unreliable.map(({ field, column, why, count, of }, at) => ({
    field,
    column,
    why,
    deals: count,
    of,
    text: lines[at]?.text ?? '',
  }))
}
