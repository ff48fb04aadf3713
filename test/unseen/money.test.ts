import { describe, expect, it } from 'vitest'
import { repIn, reviewOf } from './review-of.ts'

describe('the money of files that nobody has named', () => {
  it('is one sum where the amounts are in the company’s currency, whatever the deals are in', async () => {
    for (const amount of ['Amount in company currency', 'Amount (converted)', 'Betrag in Unternehmenswährung']) {
      const review = await reviewOf({
        'deals.csv': [
          `Record ID,Deal Name,Deal Stage,Deal owner,${amount},Currency,Create Date,Close Date`,
          '1,Larch,Contract Sent,Ana Ruiz,30000,JPY,2026-11-02,2026-12-15',
          '2,Oak,Contract Sent,Ana Ruiz,30000,USD,2026-11-02,2026-12-15',
          '3,Elm,Contract Sent,Ana Ruiz,10000,EUR,2026-11-18,2026-12-15',
        ],
      })
      expect(repIn(review, 'Ana Ruiz').measures).toMatchObject({ openAmount: 70_000, foreignAmounts: [] })
    }
  })

  it('keeps apart what is in several currencies and nobody has converted', async () => {
    const review = await reviewOf({
      'deals.csv': [
        'Record ID,Deal Name,Deal Stage,Deal owner,Amount,Currency,Create Date,Close Date',
        '1,Larch,Contract Sent,Ana Ruiz,30000,JPY,2026-11-02,2026-12-15',
        '2,Oak,Contract Sent,Ana Ruiz,30000,USD,2026-11-02,2026-12-15',
        '3,Elm,Contract Sent,Ana Ruiz,10000,USD,2026-11-18,2026-12-15',
      ],
    })
    expect(repIn(review, 'Ana Ruiz').measures).toMatchObject({
      openAmount: 40_000,
      foreignAmounts: [{ currency: 'JPY', amount: 30_000 }],
    })
  })

  it('is not the growth of a renewal, which can be negative', async () => {
    const lines = (change: string) => [
      `Opportunity Owner,Opportunity Name,Stage,Renewal ACV,Renewal Date,${change}`,
      'Iris Vane,Alder renewal,Proposal,"99,000",2026-12-30,0',
      'Iris Vane,Birch renewal,Procurement,"42,000",2026-12-12,"-42,000"',
      'Iris Vane,Cedar renewal,Proposal,"61,000",2026-12-01,(900)',
    ]
    const review = await reviewOf({ 'deals.csv': lines('Value') })
    expect(review.inputs[0]?.columns['amount']).toBe('Renewal ACV')
    expect(repIn(review, 'Iris Vane').measures.openAmount).toBe(202_000)
  })
})
