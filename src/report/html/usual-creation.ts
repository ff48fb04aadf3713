import type { RepPage } from '../../agenda/agenda.ts'
import type { Book } from '../../book/book.ts'
import { sum } from '../../book/statistics.ts'

const WEEKS = 12

/** Whether any export says when deals were created; where none does, no deal is new and none is old. */
export function isCreationKnown({ knowledge }: Book): boolean {
  return knowledge.get('created') === undefined
}

/** New opportunities a week: over the weeks of the diagnosis, else over twelve; undefined where nothing is dated. */
export function usualCreation({ diagnosis, rep }: RepPage, book: Book): number | undefined {
  if (diagnosis.creation !== undefined && diagnosis.creation.weeks > 0)
    return diagnosis.creation.created / diagnosis.creation.weeks
  return isCreationKnown(book) ? sum(rep.creation.byWeek.slice(0, WEEKS)) / WEEKS : undefined
}
