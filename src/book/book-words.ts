import { oncePer } from '../kit/remembered.ts'
import { wordsFor, type Words } from '../language/words.ts'
import type { Book } from './book.ts'

/** How a report on this book puts money, dates and counts. */
export function bookWords(book: Book, subject = ''): Words {
  return { ...ofBook(book), subject }
}

const ofBook = oncePer(({ asOf, currency, settings: { notation }, calendar }: Book) =>
  wordsFor(asOf, currency, { notation, nextReview: calendar.nextReview }),
)
