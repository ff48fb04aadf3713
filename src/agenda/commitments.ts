import type { Book } from '../book/book.ts'
import { dealById } from '../book/lookup.ts'
import { MANAGER, type JudgedCommitment } from '../book/past/commitments.ts'
import type { DealRef } from '../engine/finding.ts'
import { groupBy } from '../kit/collections.ts'
import { oncePer } from '../kit/remembered.ts'
import { isoDate, type PlainDate } from '../time/plain-date.ts'
import type { Words } from '../language/words.ts'

/** What the manager owes, and what was promised by whoever has no page. */
export function onManagersPage(
  commitments: readonly JudgedCommitment[],
  reps: ReadonlySet<string>,
): readonly JudgedCommitment[] {
  return commitments.filter(({ commitment }) => commitment.rep === MANAGER || !reps.has(commitment.rep))
}

/** The deal that was promised something about, by the name it has now or had last. */
export function dealOf({ commitment: { deal: id } }: JudgedCommitment, book: Book): DealRef | null {
  if (id === undefined) return null
  const seen = book.past.reviews.find(({ deals }) => deals.has(id))?.deals.get(id)
  return { id, name: dealById(id, book)?.name ?? seen?.name ?? id }
}

const SHORTEST_NAME = 3

/** What was promised, with the deal's name in front where it names neither the deal nor the customer. */
export function withDeal(promise: string, deal: DealRef | null, book: Book): string {
  if (deal === null) return promise
  const names = [deal.name, dealById(deal.id, book)?.account ?? '']
  const said = promise.toLowerCase()
  const isNamed = names.some((name) => name.length >= SHORTEST_NAME && said.includes(name.toLowerCase()))
  return isNamed ? promise : `${deal.name}: ${promise}`
}

/** `Business case to Initech by 13 Nov (no activity since 2 Nov), 2nd time`. */
export function commitmentLine(judged: JudgedCommitment, book: Book, words: Words): string {
  const { commitment, verdict, evidence, timesMissed } = judged
  const what = withDeal(commitment.text, dealOf(judged, book), book)
  const by = verdict === 'missed' || verdict === 'open' ? ` by ${words.date(isoDate(commitment.by))}` : ''
  // Nobody has missed what no export can show; that its day has passed can be said.
  const late = verdict === 'open' && commitment.by < book.asOf ? `, ${daysAgo(commitment.by, book, words)}` : ''
  const again = timesMissed > 1 ? `, ${ordinal(timesMissed)} time` : ''
  return `${what}${by}${late} (${evidence})${again}`
}

function daysAgo(day: PlainDate, { asOf }: Book, words: Words): string {
  return `${words.count(asOf - day, 'day')} ago`
}

/** What the manager owes a rep and has not given yet. */
export function debtsTo(rep: string, commitments: readonly JudgedCommitment[]): readonly JudgedCommitment[] {
  return debts(commitments).get(rep) ?? []
}

const debts = oncePer((commitments: readonly JudgedCommitment[]) =>
  groupBy(
    commitments.filter(
      ({ commitment, verdict }) => commitment.rep === MANAGER && (verdict === 'open' || verdict === 'missed'),
    ),
    ({ commitment }) => commitment.owedTo,
  ),
)

function ordinal(count: number): string {
  const ending = count % 100 > 10 && count % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th')
  return `${count}${ending}`
}
