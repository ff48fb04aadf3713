import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureProgress } from '../../src/book/goals/progress.ts'
import { periodContaining } from '../../src/book/goals/period.ts'
import { bookOf, day, times, type Cells } from '../support/exports.ts'

const wonOn = (closeDate: string, amount = 1000): Cells<'opportunities'> => ({
  owner: 'Dana',
  stage: 'Closed Won',
  created: '2024-01-01',
  amount,
  closeDate,
})

/** Of each quarter's wins one in five before its middle, from 2025 Q3 on; the first quarter is not full. */
function quarters(count: number) {
  const starts = ['2025-07', '2025-10', '2026-01', '2026-04', '2026-07'].slice(-count - 1)
  return starts.flatMap((month) => {
    const late = month.replace(/\d\d$/, (digits) => String(Number(digits) + 2).padStart(2, '0'))
    return [wonOn(`${month}-02`), ...times(4, wonOn(`${late}-28`))]
  })
}

const at = (asOf: string, deals: Cells<'opportunities'>[]) => bookOf({ deals }, { asOf }).progress

describe('the share of a period’s goal that is usually won by a day', () => {
  it('is measured on four earlier full periods with twenty wins', () => {
    expect(at('2026-11-20', quarters(4))).toEqual({ share: 0.2, from: 'earlier periods', periods: 4, wins: 20 })
    expect(at('2026-12-31', quarters(4)).share).toBe(1)
  })

  it('three periods, or nineteen wins, are no history: the days that have passed decide', () => {
    expect(at('2026-11-20', quarters(3))).toEqual({ share: 51 / 92, from: 'days elapsed', periods: 0, wins: 0 })
    expect(at('2026-11-20', quarters(4).slice(0, -1)).from).toBe('days elapsed')
  })

  it('counts money and not deals, and nothing of the present period', () => {
    const large = quarters(4).map((cells) => (cells.closeDate?.endsWith('-02') ? { ...cells, amount: 4000 } : cells))
    expect(at('2026-11-20', [...large, wonOn('2026-10-05', 1_000_000)]).share).toBe(0.5)
  })

  it('days elapsed go from one day of the period to all of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.constantFrom('month', 'quarter', 'year'), (offset, kind) => {
        const asOf = day('2026-01-01') + offset
        const period = periodContaining(asOf as ReturnType<typeof day>, kind)
        const { share } = measureProgress([], period, asOf as ReturnType<typeof day>)
        expect(share).toBeGreaterThan(0)
        expect(share).toBeLessThanOrEqual(1)
        expect(share === 1).toBe(period.to === asOf)
      }),
    )
  })
})
