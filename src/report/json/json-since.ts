import { dealOf } from '../../agenda/commitments.ts'
import type { Book } from '../../book/book.ts'
import { formatProof, type JudgedCommitment, type Verdict } from '../../book/past/commitments.ts'
import type { Change } from '../../history/compare.ts'
import { isoDate } from '../../time/plain-date.ts'

export function changeDocument({ deal, change, from, to, reason }: Change) {
  return { deal, change, from, to, reason }
}

/** By what became of them. */
export function commitmentsDocument(commitments: readonly JudgedCommitment[], book: Book) {
  const told = (verdict: Verdict) =>
    commitments.filter((one) => one.verdict === verdict).map((one) => commitmentDocument(one, book))
  return { kept: told('kept'), missed: told('missed'), open: told('open'), moot: told('moot') }
}

function commitmentDocument(judged: JudgedCommitment, book: Book) {
  const { commitment, evidence, timesMissed } = judged
  return {
    id: commitment.id,
    rep: commitment.rep,
    owedTo: commitment.owedTo ?? null,
    text: commitment.text,
    on: isoDate(commitment.on),
    by: isoDate(commitment.by),
    deal: dealOf(judged, book),
    proof: commitment.proof === undefined ? null : formatProof(commitment.proof),
    evidence,
    timesMissed,
  }
}
