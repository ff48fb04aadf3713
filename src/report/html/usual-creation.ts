import type { RepPage } from '../../agenda/agenda.ts'
import type { Book } from '../../book/book.ts'
import { sum } from '../../book/kit/statistics.ts'
import { isCreationKnown } from '../content/lead-lines.ts'

const WEEKS = 12

/** New opportunities a week: over the weeks of the diagnosis, else over twelve; undefined where nothing is dated. */
export function usualCreation({ diagnosis, rep }: RepPage, book: Book): number | undefined {
  if (diagnosis.creation !== undefined && diagnosis.creation.weeks > 0)
    return diagnosis.creation.created / diagnosis.creation.weeks
  return isCreationKnown(book) ? sum(rep.creation.newBusinessByWeek.slice(0, WEEKS)) / WEEKS : undefined
}
