import { rules } from '../../rules/index.ts'
import { parseProof, type Commitment } from '../../src/book/past/commitments.ts'
import { noPast, type Past } from '../../src/book/past/past.ts'
import { runRules } from '../../src/engine/run-rules.ts'
import { judge } from '../../src/history/judge.ts'
import { seenBy } from '../../src/history/seen.ts'
import { bookOf, day, type Cells, type Told } from './exports.ts'

// A promise of the 13th, and the export of the 20th that proves or disproves it.

export type Cell = Cells<'opportunities'>

export const alder: Cell = {
  id: 'A',
  name: 'Alder',
  owner: 'Dana',
  stage: 'Needs Analysis',
  amount: 20_000,
  created: '2026-10-01',
  closeDate: '2026-12-31',
  lastActivity: '2026-11-10',
}
/** So that columns are filled, and a rep has a history. */
export const birch: Cell = { ...alder, id: 'B', name: 'Birch', nextStep: '11/27: a call' }

export interface Promised extends Partial<Omit<Commitment, 'proof' | 'on' | 'by' | 'settled'>> {
  readonly proof?: string
  readonly on?: string
  readonly by?: string
  readonly settled?: 'done' | 'dropped'
}

function commitment({ proof, on = '2026-11-13', by = '2026-11-20', settled, ...rest }: Promised): Commitment {
  return {
    id: 'k7m2',
    rep: 'Dana',
    text: 'Call them',
    deal: 'A',
    owedTo: undefined,
    ...rest,
    on: day(on),
    by: day(by),
    proof: proof === undefined ? undefined : parseProof(proof),
    settled: settled === undefined ? undefined : { as: settled, on: day('2026-11-16') },
  }
}

export function judged(
  promised: readonly Promised[],
  now: Told,
  before: Told = { deals: [alder, birch] },
  past?: Past,
) {
  const last = seenBy(bookOf(before, { asOf: '2026-11-13' }), [])
  const remembered = past ?? { ...noPast, reviews: [last] }
  const book = bookOf(now, { past: { ...remembered, commitments: promised.map(commitment) } })
  const { commitments } = runRules(book, rules, new Map(), (run) =>
    judge(
      book,
      run,
      rules.filter((rule) => rule.readsFindings !== true),
    ),
  )
  return commitments
}

export function verdict(promised: Promised, deal: Cell, extra: Omit<Told, 'deals'> = {}): [string, string] | undefined {
  const [one] = judged([promised], { deals: [{ ...alder, ...deal }, birch], ...extra })
  return one === undefined ? undefined : [one.verdict, one.evidence]
}
