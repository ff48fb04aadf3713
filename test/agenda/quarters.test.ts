import { describe, expect, it } from 'vitest'
import { moreWon } from '../../src/agenda/causes/fall.ts'
import { explain, twoPeriods } from '../../src/agenda/facts/quarters.ts'
import { bookWords } from '../../src/book/book-words.ts'
import { fill } from '../../src/language/fill.ts'
import { bookOf, repCalled, type Cells } from '../support/exports.ts'

// What a quarter's money is made of, beside the quarter before. The review is of Sep 30, the last day of Q3.

type Row = Cells<'opportunities'>

const closed = (stage: string, closeDate: string, count: number, amount: number): Row[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `${stage}-${closeDate}-${at}-${amount}`,
    name: `Deal ${closeDate} ${at}`,
    owner: 'Dana',
    stage,
    amount,
    created: '2026-03-01',
    closeDate,
  }))
const won = (closeDate: string, count: number, amount: number) => closed('Closed Won', closeDate, count, amount)
const lost = (closeDate: string, count: number) => closed('Closed Lost', closeDate, count, 1000)

const bookFor = (deals: readonly Row[]) => bookOf({ deals: [...deals] }, { asOf: '2026-09-30' })

function kindOf(deals: readonly Row[]): string | undefined {
  const book = bookFor(deals)
  const two = twoPeriods(repCalled(book, 'Dana').deals, book)
  return two === undefined ? undefined : explain(two, book).kind
}

describe('what explains a change in money won', () => {
  it('is the win rate, where as many closed and fewer were won', () => {
    expect(
      kindOf([
        ...won('2026-05-10', 10, 1000),
        ...lost('2026-05-11', 5),
        ...won('2026-08-10', 4, 1000),
        ...lost('2026-08-11', 11),
      ]),
    ).toBe('rate')
  })

  it('is the size, where as many were won for less', () => {
    expect(kindOf([...won('2026-05-10', 10, 2000), ...won('2026-08-10', 10, 1000)])).toBe('size')
  })

  it('is the number, where fewer closed', () => {
    expect(kindOf([...won('2026-05-10', 10, 1000), ...won('2026-08-10', 4, 1000)])).toBe('number')
  })

  it('is not looked for on few wins', () => {
    expect(kindOf([...won('2026-05-10', 4, 1000), ...won('2026-08-10', 1, 1000)])).toBeUndefined()
  })

  it('counts a quarter that has hardly begun as nothing', () => {
    const book = bookOf({ deals: won('2026-08-10', 9, 1000) }, { asOf: '2026-10-20' })
    expect(twoPeriods(repCalled(book, 'Dana').deals, book)).toBeUndefined()
  })
})

describe('more won', () => {
  it('says of what', () => {
    const book = bookFor([...won('2026-05-10', 10, 1000), ...won('2026-08-10', 10, 2000)])
    const said = moreWon(repCalled(book, 'Dana').deals, book)
    expect(said === undefined ? undefined : fill(said, bookWords(book))).toBe('Bigger wins: $2k, after $1k')
  })

  it('is nothing where it is less', () => {
    const book = bookFor([...won('2026-05-10', 10, 2000), ...won('2026-08-10', 10, 1000)])
    expect(moreWon(repCalled(book, 'Dana').deals, book)).toBeUndefined()
  })
})
