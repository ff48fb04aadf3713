import { describe, expect, it } from 'vitest'
import { commitmentLine, debtsTo } from '../../src/agenda/commitments.ts'
import { MANAGER, type Commitment, type JudgedCommitment, type Verdict } from '../../src/book/past/commitments.ts'
import { wordsFor } from '../../src/language/words.ts'
import { bookOf, day, TODAY } from '../support/exports.ts'

function judged(verdict: Verdict, by: string, told: Partial<Commitment> = {}): JudgedCommitment {
  const commitment = {
    id: 'a1b2',
    on: day('2026-11-06'),
    rep: 'Dana',
    text: 'A list of target accounts',
    by: day(by),
    deal: undefined,
    proof: undefined,
    owedTo: undefined,
    settled: undefined,
    ...told,
  }
  return {
    commitment,
    verdict,
    evidence: 'no export shows it',
    timesMissed: 0,
    standing: { since: day('2026-11-06'), times: 1 },
  }
}

describe('a promise', () => {
  const line = (verdict: Verdict, by: string) =>
    commitmentLine(judged(verdict, by), bookOf({ deals: [{}] }), wordsFor(day(TODAY), 'USD'))

  it('that is open says how long its day has passed, without a verdict', () => {
    expect(line('open', '2026-11-11')).toBe('A list of target accounts by Nov 11, 9 days ago (no export shows it)')
    expect(line('open', TODAY)).toBe('A list of target accounts by Nov 20 (no export shows it)')
    expect(line('missed', '2026-11-11')).toBe('A list of target accounts by Nov 11 (no export shows it)')
  })

  it('of the manager’s stands on the page of whom it was made to, until it is kept', () => {
    const owed = { rep: MANAGER, owedTo: 'Dana' }
    const all = [
      judged('open', '2026-11-11', owed),
      judged('missed', '2026-11-12', owed),
      judged('kept', '2026-11-13', owed),
      judged('open', '2026-11-14', { rep: MANAGER, owedTo: 'Tom' }),
      judged('open', '2026-11-15'),
    ]
    expect(debtsTo('Dana', all)).toEqual(all.slice(0, 2))
  })
})
