import { describe, expect, it } from 'vitest'
import type { Cells, Told } from '../support/exports.ts'
import { agendaOf } from './any-team.ts'

// What a rep is recognised for, the best three.

const won: Cells<'opportunities'> = {
  owner: 'Dana',
  stage: 'Closed Won',
  created: '2026-10-05',
  closeDate: '2026-11-18',
}
const open: Cells<'opportunities'> = {
  id: 'open',
  name: 'Northwind, north',
  owner: 'Dana',
  stage: 'Proposal/Price Quote',
  amount: 64_000,
  created: '2026-10-05',
  closeDate: '2027-01-31',
}

function recognised(told: Told, before?: Told): readonly string[] {
  return agendaOf(told, 3, before).pages[0]?.recognise ?? []
}

describe('a rep is recognised for', () => {
  it('one win of the week, with its amount in brackets', () => {
    expect(recognised({ deals: [{ ...won, name: 'Larkin, Moss & Co', amount: 9000 }] })).toEqual([
      'Won this week: Larkin, Moss & Co ($9k)',
    ])
  })

  it('several by their number, their sum and the largest of them, whichever stands first', () => {
    const deals = [49, 6038, 900, 1200].map((amount) => ({ ...won, name: `Deal of ${amount}`, amount }))
    expect(recognised({ deals })).toEqual(['4 won this week, $8.2k; the largest Deal of 6038 ($6k)'])
  })

  it('no sum where an amount is not known', () => {
    const deals = [
      { ...won, name: 'One', amount: 9000 },
      { ...won, name: 'Two' },
    ]
    expect(recognised({ deals })).toEqual(['2 won this week; the largest One ($9k)'])
  })

  it('a goal that is reached, first', () => {
    const deals = [{ ...won, name: 'One', amount: 9000 }]
    const goal = (amount: number) => [{ rep: 'Dana', goal: amount, from: '2026-10-01', to: '2026-12-31' }]
    expect(recognised({ deals, goals: goal(9000) })[0]).toBe('Q4 goal reached: $9k of $9k, 100%')
    expect(recognised({ deals, goals: goal(9001) })).toEqual(['Won this week: One ($9k)'])
  })

  it('the first on a deal who can say yes', () => {
    const [sally, henrik] = [
      { dealId: 'open', contactName: 'Sally Ortiz', role: 'Influencer' },
      { dealId: 'open', contactName: 'Henrik Solberg', role: 'Economic Buyer' },
    ]
    const bo = { dealId: 'open', contactName: 'Bo Lund', role: 'Decision Maker' }
    const before = { deals: [open], roles: [sally] }
    expect(recognised({ deals: [open], roles: [sally, henrik] }, before)).toEqual([
      'Reached Henrik Solberg, Economic Buyer, on Northwind, north ($64k)',
    ])
    expect(recognised({ deals: [open], roles: [sally] }, before)).toEqual([])
    expect(recognised({ deals: [open], roles: [sally, henrik] })).toEqual([])
    expect(recognised({ deals: [open], roles: [bo, henrik] }, { deals: [open], roles: [bo] })).toEqual([])
  })
})
