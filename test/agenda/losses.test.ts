import { describe, expect, it } from 'vitest'
import { lastLosses } from '../../src/agenda/page/losses.ts'
import { wordsFor } from '../../src/language/words.ts'
import { bookOf, day, repCalled, TODAY, type Cells } from '../support/exports.ts'

const DAYS = ['2026-11-17', '2026-11-16', '2026-11-13', '2026-11-11', '2026-11-10', '2026-11-09']

function lost(count: number, cells: Cells<'opportunities'> = {}): Cells<'opportunities'>[] {
  return DAYS.slice(0, count).map((closeDate, at) => ({
    id: `L${at}`,
    name: `Loss ${at}`,
    owner: 'Dana',
    stage: 'Closed Lost',
    amount: 10_000,
    created: '2026-09-01',
    closeDate,
    ...cells,
  }))
}

function told(deals: Cells<'opportunities'>[], from: readonly string[] = []): string | undefined {
  const history = from.map((stage, at) => ({ dealId: `L${at}`, stage, changed: '2026-10-01' }))
  const closings = from.map((_, at) => ({ dealId: `L${at}`, stage: 'Closed Lost', changed: DAYS[at] ?? '' }))
  const book = bookOf({ deals, history: [...history, ...closings] })
  return lastLosses(repCalled(book, 'Dana'), wordsFor(day(TODAY), 'USD'))
}

describe('the last losses', () => {
  it('are five by name, the latest first', () => {
    expect(told(lost(6))).toBe(
      'The last 5: Loss 0 ($10k), Loss 1 ($10k), Loss 2 ($10k), Loss 3 ($10k) and Loss 4 ($10k).',
    )
  })

  it('say from which stage three of them were lost, and not of two', () => {
    expect(told(lost(5), ['Proposal', 'Proposal', 'Discovery', 'Proposal', 'Discovery'])).toMatch(
      /; 3 of them from Proposal\.$/,
    )
    expect(told(lost(5), ['Proposal', 'Proposal', 'Discovery', 'Demo', 'Demo'])).toMatch(/\(\$10k\)\.$/)
  })

  it('are not told where four are known, or are renewals', () => {
    expect(told(lost(4))).toBeUndefined()
    expect(told(lost(6, { type: 'Renewal' }))).toBeUndefined()
  })

  it('go without an amount where none is known', () => {
    const plain = 'The last 5: Loss 0, Loss 1, Loss 2, Loss 3 and Loss 4.'
    expect(told(lost(5, { amount: undefined }))).toBe(plain)
    expect(told(lost(5, { amount: 0 }))).toBe(plain)
  })
})
