import type { Book } from '../book/book.ts'
import type { Commitment, JudgedCommitment, Verdict } from '../book/past/commitments.ts'
import type { PastVerdict } from '../book/past/past.ts'
import type { AnyRule } from '../engine/rule.ts'
import { isoDate } from '../time/plain-date.ts'
import { bookWords } from '../book/book-words.ts'
import { prove, type Judging, type Proven } from './prove.ts'

/**
 * What became of everything that was promised and is still to be told: open and missed ones until they are kept, done or
 * dropped; kept and moot ones in the first review that says so, which settles them.
 */
export function judge(book: Book, run: Judging['run'], rules: readonly AnyRule[]): readonly JudgedCommitment[] {
  const judging = { book, run, rules, words: bookWords(book) }
  const judged = book.past.commitments.flatMap((commitment) => judgeOne(commitment, judging) ?? [])
  return judged.map((one) => ({ ...one, timesMissed: timesMissed(one, judged, book) }))
}

function judgeOne(commitment: Commitment, judging: Judging): JudgedCommitment | undefined {
  const { book, words } = judging
  const before = lastVerdict(commitment.id, book)
  if (before?.verdict === 'kept' || before?.verdict === 'moot') return undefined
  const { settled } = commitment
  if (settled?.as === 'dropped') return undefined
  const { verdict, evidence } =
    settled === undefined
      ? verdictOn(commitment, judging)
      : { verdict: 'kept' as const, evidence: `said to be done on ${words.date(isoDate(settled.on))}` }
  const again = before?.verdict === verdict ? before : undefined
  return {
    commitment,
    verdict,
    evidence: verdict === 'kept' && before?.verdict === 'missed' ? `${evidence}; late` : evidence,
    timesMissed: 0,
    standing: { since: again?.since ?? book.asOf, times: 1 + (again?.times ?? 0) },
  }
}

function verdictOn(commitment: Commitment, judging: Judging): { verdict: Verdict; evidence: string } {
  const { on, proof, by, id } = commitment
  // This export is from before the meeting in which it was promised.
  if (on >= judging.book.asOf) return { verdict: 'open', evidence: 'agreed today' }
  const isDue = by <= judging.book.asOf
  if (proof === undefined)
    return {
      verdict: 'open',
      evidence: isDue ? `no export can show it; is ${id} done?` : 'no export can show it',
    }
  const proven = prove(commitment, proof, judging)
  return { verdict: verdictOf(proven.is, isDue), evidence: proven.evidence }
}

function verdictOf(is: Proven['is'], isDue: boolean): Verdict {
  if (is === 'shown') return 'kept'
  if (is === 'moot') return 'moot'
  return is === 'not shown' && isDue ? 'missed' : 'open'
}

/** What the last review that judged it said. */
function lastVerdict(id: string, { past }: Book): PastVerdict | undefined {
  return past.reviews.find(({ judged }) => judged.has(id))?.judged.get(id)
}

/**
 * How many times in a row somebody is told of a miss: once for each review that said so of this one, and once for each
 * commitment of theirs that was due before it and missed too, back to the last that was kept.
 */
function timesMissed(one: JudgedCommitment, judged: readonly JudgedCommitment[], book: Book): number {
  if (one.verdict !== 'missed') return 0
  const { rep, by, owedTo } = one.commitment
  const earlier = book.past.commitments
    .filter((other) => other.rep === rep && other.owedTo === owedTo && other.by < by)
    .sort((a, b) => b.by - a.by)
  let misses = 0
  for (const other of earlier) {
    const verdict = finalVerdict(other, judged, book)
    if (verdict === 'kept') break
    if (verdict === 'missed') misses++
  }
  return one.standing.times + misses
}

/** A commitment that was dropped after it had been missed was missed. */
function finalVerdict(commitment: Commitment, judged: readonly JudgedCommitment[], book: Book): Verdict | undefined {
  if (commitment.settled?.as === 'done') return 'kept'
  const now = judged.find((one) => one.commitment.id === commitment.id)
  return now?.verdict ?? lastVerdict(commitment.id, book)?.verdict
}
