import { describe, expect, it } from 'vitest'
import { daysUnworked, workRate } from '../../src/book/deals/work.ts'
import { bookOf, day, firstDeal, iso, times, type Cells, type Told } from '../support/exports.ts'

const open: Cells<'opportunities'> = { owner: 'Dana', stage: 'Prospecting', created: '2026-10-16' }
const call = (date: string, dealId = 'deal-1') => ({ dealId, date, type: 'Call', status: 'Completed', owner: 'Dana' })
/** Ten deals, the second to the eleventh, from long before the first activity. */
const older = times(10, { ...open, created: '2026-08-01' })

describe('days unworked', () => {
  const unworked = (told: Told) => {
    const book = bookOf(told)
    return daysUnworked(firstDeal(book), book)
  }

  it.each<[string, Told, number | undefined]>([
    ['since its creation', { deals: [open] }, 35],
    ['one call', { deals: [open], activities: [call('2026-10-20')] }, undefined],
    ['a call still to come', { deals: [open], activities: [call('2026-11-27')] }, 35],
    ['a column with a past day', { deals: [{ ...open, lastActivity: '2026-10-20' }] }, undefined],
    [
      'a column with a day ahead hides what was before',
      { deals: [{ ...open, lastActivity: '2026-12-01' }] },
      undefined,
    ],
    ['no day of creation', { deals: [{ ...open, created: undefined }] }, undefined],
    ['moved', { deals: [{ ...open, stageChanged: '2026-10-30' }] }, undefined],
    ['past the first stage, nobody knows since when', { deals: [{ ...open, stage: 'Qualification' }] }, undefined],
    [
      'past the first stage, where other deals have their stage changes',
      {
        deals: [
          { ...open, stage: 'Qualification' },
          { ...open, stageChanged: '2026-10-30' },
        ],
      },
      35,
    ],
  ])('%s', (_, told, expected) => {
    expect(unworked(told)).toBe(expected)
  })

  it('are unknown of a deal older than an export of activities that is cut off', () => {
    const deals = [{ ...open, created: '2026-08-01' }, ...older]
    expect(unworked({ deals, activities: [call('2026-10-20', 'deal-2')] })).toBeUndefined()
    const [first, second, ...others] = deals
    const told = [{ ...first }, { ...second, lastActivity: '2026-09-01' }, ...others]
    expect(unworked({ deals: told, activities: [call('2026-10-20', 'deal-3')] })).toBe(111)
  })
})

describe('the rate of work', () => {
  const rate = (told: Told, settings = {}) => {
    const book = bookOf(told, { settings })
    const found = workRate(firstDeal(book), book)
    return found && [found.touches, found.weeks, iso(found.since)]
  }

  it('counts completed touches and weeks since the creation', () => {
    const activities = [call('2026-10-20'), call('2026-11-10'), call('2026-11-27'), call('2026-09-01')]
    expect(rate({ deals: [open], activities })).toEqual([2, 5, '2026-10-16'])
  })

  it('counts one that only the column with the last activity knows', () => {
    const deals = [{ ...open, lastActivity: '2026-11-12' }]
    expect(rate({ deals, activities: [call('2026-11-10')] })).toEqual([2, 5, '2026-10-16'])
    expect(rate({ deals, activities: [call('2026-11-12')] })).toEqual([1, 5, '2026-10-16'])
  })

  it('leaves closed days out', () => {
    const closures = [{ from: day('2026-11-01'), to: day('2026-11-07'), reps: undefined }]
    expect(rate({ deals: [open] }, { closures })).toEqual([0, 4, '2026-10-16'])
  })

  it('begins with the export of activities where that is cut off', () => {
    const deals = [{ ...open, created: '2026-08-01' }, ...older]
    expect(rate({ deals, activities: [call('2026-10-30'), call('2026-11-10')] })).toEqual([2, 3, '2026-10-30'])
    // Nine may have waited; ten have not.
    expect(rate({ deals: deals.slice(2), activities: [call('2026-10-30')] })).toEqual([1, 111 / 7, '2026-08-01'])
  })

  it('begins for a renewal ninety days before its close', () => {
    const deals = [{ ...open, type: 'Renewal', created: '2026-01-05', closeDate: '2027-01-31' }]
    expect(rate({ deals })).toEqual([0, 18 / 7, '2026-11-02'])
  })

  it('is unknown without a day of creation', () => {
    expect(rate({ deals: [{ ...open, created: undefined }] })).toBeUndefined()
  })
})
