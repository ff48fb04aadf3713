import { describe, expect, it } from 'vitest'
import { dealsOf, repIn, reviewOf } from './review-of.ts'

describe('where the deals of a file that nobody has named stand', () => {
  const header = 'Opportunity Number,Opportunity Name,Opp Status,Opp Owner,Estimated $,Probability'

  it('is told by a status that names the steps of the sale, and a delivered offer at 70 % is open', async () => {
    const review = await reviewOf({
      'deals.csv': [
        header,
        '901,Alder retrofit,Estimating,Iris Vane,12000,0.5',
        '902,Birch audit,Delivered,Tom Quill,30000,0.7',
        '903,Cedar training,Won,Tom Quill,9000,1',
      ],
    })
    expect(repIn(review, 'Iris Vane').measures).toMatchObject({ openDeals: 1, openAmount: 12_000 })
    expect(repIn(review, 'Tom Quill').measures).toMatchObject({ openDeals: 1, openAmount: 30_000 })
  })

  it('is told by a status of unusual words, where others of it say won or lost', async () => {
    const review = await reviewOf({
      'deals.csv': [header, '901,Alder,Walk-through,Iris Vane,12000,50%', '902,Birch,Lost,Iris Vane,30000,0%'],
    })
    expect(repIn(review, 'Iris Vane').measures).toMatchObject({ openDeals: 1, openAmount: 12_000 })
  })

  it('leaves delivered deals won where no probability denies it', async () => {
    const review = await reviewOf({
      'deals.csv': [
        header,
        '901,Alder,Estimating,Iris Vane,12000,50',
        '902,Birch,Delivered,Iris Vane,30000,100',
        '903,Cedar,Won,Iris Vane,9000,100',
      ],
    })
    expect(repIn(review, 'Iris Vane').measures.openDeals).toBe(1)
  })

  it('is known with its contacts where each has a row and a role of its own', async () => {
    const deal = (id: number, name: string, contact: string, role: string) =>
      `006${id},${name},${name},Ana Ruiz,Negotiation/Review,20000,2026-10-11,2026-12-10,2026-11-17,${contact},${role}`
    const review = await reviewOf({
      'opps.csv': [
        'Opportunity ID,Opportunity Name,Account Name,Opportunity Owner,Stage,Amount,Created Date,Close Date,Last Activity,Contact Name,Contact Role',
        deal(1, 'Larch', 'Pat Ely', 'Influencer'),
        deal(1, 'Larch', 'Sam Orr', 'Economic Buyer'),
        deal(1, 'Larch', 'Lu Wong', 'Evaluator'),
        deal(2, 'Elm', 'Kit Marsh', 'Evaluator'),
      ],
    })
    expect(repIn(review, 'Ana Ruiz').measures.openDeals).toBe(2)
    expect(dealsOf(review, 'no-decision-maker')).toEqual(['Elm'])
    expect(dealsOf(review, 'single-threaded-champion')).toEqual(['Elm'])
  })
})
