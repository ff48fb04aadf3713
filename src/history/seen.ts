import type { Book } from '../book/book.ts'
import type { JudgedCommitment } from '../book/past/commitments.ts'
import { isSameData } from '../book/checks/data-check.ts'
import { findingKey, seenOf, type PastReview, type PastVerdict } from '../book/past/past.ts'
import { keptVerdicts } from '../book/team/team-verdicts.ts'
import type { Finding } from '../engine/finding.ts'
import { addDays } from '../time/plain-date.ts'

/** Deals closed longer ago than this are news in no later review. */
const KEPT_AFTER_CLOSING_DAYS = 100

/** What a review saw and said: all that later ones compare with. */
export function seenBy(
  book: Book,
  findings: readonly Finding[],
  judged: readonly JudgedCommitment[] = [],
  rules: readonly string[] = [],
): PastReview {
  const since = addDays(book.asOf, -KEPT_AFTER_CLOSING_DAYS)
  const kept = book.deals.filter(
    ({ state, closedOn }) => state === 'open' || closedOn === undefined || closedOn > since,
  )
  return {
    asOf: book.asOf,
    newest: book.team.creation.lastCreated,
    isSameData: isSameData(book.data),
    deals: new Map(kept.map((deal) => [deal.id, seenOf(deal)])),
    findings: new Set(findings.map(findingKey)),
    reading: book.reading,
    reps: book.reps.map(({ name }) => name),
    judged: verdicts(book, judged),
    kept: {
      rules,
      severities: new Map(findings.map((finding) => [findingKey(finding), finding.severity])),
      verdicts: keptVerdicts(book),
    },
  }
}

/** What this review said, and what earlier ones said for good: so none of them is needed to know it. */
function verdicts({ past, asOf }: Book, judged: readonly JudgedCommitment[]): ReadonlyMap<string, PastVerdict> {
  const [last] = past.reviews
  const earlier = [...(last?.judged ?? [])].filter(([, { verdict }]) => verdict === 'kept' || verdict === 'moot')
  // What was agreed after this review is for the next to judge.
  const before = judged.filter(({ commitment }) => commitment.on < asOf)
  const now = before.map(({ commitment, verdict, standing }): [string, PastVerdict] => [
    commitment.id,
    { verdict, ...standing },
  ])
  return new Map([...earlier, ...now])
}
