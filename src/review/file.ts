import type { Agenda } from '../agenda/agenda.ts'
import type { Book } from '../book/book.ts'
import { bookWords } from '../book/book-words.ts'
import type { RuleRun } from '../engine/run-rules.ts'
import type { History } from '../history/folder.ts'
import { seenBy } from '../history/seen.ts'
import { composeReport } from '../report/content/compose-report.ts'
import { keptPage } from '../report/figures/keep.ts'
import { isoDate } from '../time/plain-date.ts'

/**
 * Keeps a review in the history. One of an old export never goes behind a newer one.
 *
 * @returns why it was not kept; empty where it was.
 */
export async function file(agenda: Agenda, run: RuleRun, history: History): Promise<readonly string[]> {
  const { book } = agenda
  const why = await whyNot(book, history)
  if (why !== undefined) return [`this review is not kept in the history: ${why}`]
  await history.remember(seenBy(book, run.findings, run.commitments, run.ran))
  await history.keepPage(keptPage(composeReport(agenda), book, bookWords(book)))
  return []
}

async function whyNot({ asOf, data }: Book, history: History): Promise<string | undefined> {
  if (data.old === undefined) return undefined
  const newest = (await history.days()).at(-1)
  if (newest === undefined || newest <= asOf) return undefined
  return `the export ends on ${isoDate(asOf)}, and there is a review of ${isoDate(newest)}`
}
