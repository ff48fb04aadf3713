import { describe, expect, it } from 'vitest'
import { repIn, reviewOf } from './review-of.ts'

const HEADER = 'Name,Owner,Stage,Amount,Created,Close Date'
const imported = (day: string, stage: string) =>
  Array.from({ length: 24 }, (_, at) => `Old ${at},Iris Vane,${stage},1000,${day},2026-12-0${1 + (at % 9)}`)

describe('deals that an import brought', () => {
  it('this week are no record of the rep who has them', async () => {
    const review = await reviewOf({ 'deals.csv': [HEADER, ...imported('2026-11-16', 'Proposal')] })
    expect(repIn(review, 'Iris Vane').recognise).toEqual([])
    expect(review.notChecked.map(({ rule }) => rule)).toContain('no-new-opportunities')
  })

  it('long ago hide nothing of what has been created since', async () => {
    const since = Array.from({ length: 10 }, (_, week) => {
      const day = new Date(Date.UTC(2026, 8, 7 + 7 * week)).toISOString().slice(0, 10)
      return `New ${week},Tom Quill,Proposal,1000,${day},2027-01-15`
    })
    const rows = (day: string) => ({ 'deals.csv': [HEADER, ...imported(day, 'Closed Won'), ...since] })
    const old = await reviewOf(rows('2025-11-03'))
    const unchecked = old.notChecked.map(({ rule }) => rule)
    expect(unchecked).not.toContain('no-new-opportunities')
    expect(unchecked).not.toContain('creation-below-standard')
    expect(repIn(old, 'Tom Quill').measures.newByWeek.slice(0, 3)).toEqual([0, 1, 1])
    const recent = await reviewOf(rows('2026-09-01'))
    expect(recent.notChecked.map(({ rule }) => rule)).toContain('no-new-opportunities')
  })
})
