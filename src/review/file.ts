import type { Book } from '../book/book.ts'
import type { RuleRun } from '../engine/run-rules.ts'
import type { History } from '../history/folder.ts'
import { seenBy } from '../history/seen.ts'
import { isoDate } from '../time/plain-date.ts'

/**
 * Keeps a review in the history. One of an old export never goes behind a newer one.
 *
 * @returns why it was not kept; empty where it was.
 */
export async function file(book: Book, run: RuleRun, history: History): Promise<readonly string[]> {
  const why = await whyNot(book, history)
  if (why !== undefined) return [`this review is not kept in the history: ${why}`]
  await history.remember(seenBy(book, run.findings, run.commitments, run.ran))
  return []
}

async function whyNot({ asOf, data }: Book, history: History): Promise<string | undefined> {
  if (data.old === undefined) return undefined
  const newest = (await history.days()).at(-1)
  if (newest === undefined || newest <= asOf) return undefined
  return `the export ends on ${isoDate(asOf)}, and there is a review of ${isoDate(newest)}`
}
