import { standstillOf, withoutDates } from '../../src/book/deals/standstill.ts'
import { noPast, noReading, type Past, seenOf } from '../../src/book/past/past.ts'
import type { SeenDeal } from '../../src/book/past/seen-deal.ts'
import { addDays } from '../../src/time/plain-date.ts'
import { bookOf, type Cells, day, firstDeal, TODAY } from '../support/exports.ts'
import { describe, expect, it } from 'vitest'

const open: Cells<'opportunities'> = {
  owner: 'Dana',
  stage: 'Qualification',
  amount: 20_000,
  created: '2026-09-01',
  contact: 'Sally Ortiz',
  nextStep: '11/27: call the CFO',
}

type Differing = Partial<SeenDeal> | undefined

/** Reviews a week apart, the newest first: what each saw otherwise; undefined where it did not see the deal. */
function pastOf(reviews: readonly Differing[], others: Differing = {}): Past {
  const seen = seenOf(firstDeal(bookOf({ deals: [open] })))
  return {
    ...noPast,
    reviews: reviews.map((differing, at) => ({
      asOf: addDays(day(TODAY), -7 * (at + 1)),
      newest: undefined,
      findings: new Set<string>(),
      reading: noReading,
      reps: [],
      judged: new Map(),
      deals: new Map([
        ...(differing === undefined ? [] : [['deal-1', { ...seen, ...differing }] as const]),
        ['deal-2', { ...seen, ...others }],
      ]),
    })),
  }
}

const still = (reviews: readonly Differing[], others: Differing = {}, closures: readonly [string, string][] = []) => {
  const settings = { closures: closures.map(([from, to]) => ({ from: day(from), to: day(to), reps: undefined })) }
  const book = bookOf({ deals: [open, open] }, { past: pastOf(reviews, others), settings })
  const { reviews: count, same } = standstillOf(firstDeal(book), book)
  return [count, ...same]
}

const ALL = ['stage', 'amount', 'next step', 'contacts']

describe('the same update', () => {
  it.each<[string, readonly Differing[], unknown[]]>([
    ['no earlier review', [], [1]],
    ['the last one saw the same', [{}], [2, ...ALL]],
    ['three did', [{}, {}, {}], [4, ...ALL]],
    ['the second had another stage', [{}, { stage: 'Prospecting' }, {}], [2, ...ALL]],
    ['a stage in other capitals', [{ stage: 'QUALIFICATION' }], [2, ...ALL]],
    ['the last did not see it', [undefined, {}], [1]],
    ['another amount', [{ amount: 19_999 }], [1]],
    ['another day in the next step', [{ nextStep: '11/20: call the CFO' }], [2, ...ALL]],
    ['another next step', [{ nextStep: '11/27: call the CEO' }], [1]],
    ['the next step is new', [{ nextStep: undefined }], [1]],
    ['another contact', [{ contacts: ['Bo Lund'] }], [1]],
    ['the contact in other capitals', [{ contacts: ['SALLY ORTIZ'] }], [2, ...ALL]],
    ['another close date', [{ closeDate: day('2026-12-31') }], [2, ...ALL]],
    ['it was lost then', [{ state: 'lost' }], [1]],
    ['it was somebody else’s then', [{ owner: 'Priya' }], [1]],
    ['that export had no owners', [{ owner: undefined }], [2, ...ALL]],
  ])('%s', (_, reviews, expected) => {
    expect(still(reviews)).toEqual(expected)
  })

  it('what a whole export did not have is compared with nothing', () => {
    const bare = { nextStep: undefined, contacts: undefined }
    expect(still([bare], bare)).toEqual([2, 'stage', 'amount'])
    expect(still([{ ...bare, amount: undefined }], { ...bare, amount: undefined })).toEqual([1])
  })

  it('a week without a working day is no review that could have heard anything new', () => {
    expect(still([{}, {}], {}, [['2026-11-16', '2026-11-20']])).toEqual([2, ...ALL])
    expect(still([{}, {}], {}, [['2026-11-16', '2026-11-19']])).toEqual([3, ...ALL])
    expect(still([{}], {}, [['2026-11-16', '2026-11-20']])).toEqual([1])
  })
})

describe('a next step without its dates', () => {
  it.each([
    ['11/27: call the CFO', '12/4: call the CFO'],
    ['Call the CFO on Friday, 27 Nov at 10am', 'call the CFO on Monday 3rd December at 2pm'],
    ['Demo next week', 'Demo this week'],
    ['2026-11-27', '2026-12-04'],
    ['Angebot bis Freitag, 4. Dezember', 'Angebot bis Montag, 7. Januar'],
  ])('%s – %s', (then, now) => {
    expect(withoutDates(then)).toBe(withoutDates(now))
  })

  it.each([
    ['call the CFO', 'call the CEO'],
    ['marketing to approve', 'legal to approve'],
    ['send the offer', 'send the contract'],
  ])('%s is not %s', (then, now) => {
    expect(withoutDates(then)).not.toBe(withoutDates(now))
  })
})
