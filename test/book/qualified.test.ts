import { describe, expect, it } from 'vitest'
import { isQualified, unknownStages } from '../../src/book/deals/qualified.ts'
import { nobodys, noSettings, type Requirement } from '../../src/book/settings.ts'
import { bookOf, firstDeal, type Cells, type Told } from '../support/exports.ts'

const open: Cells<'opportunities'> = { owner: 'Dana', stage: 'Needs Analysis', created: '2026-10-01' }
const full: Cells<'opportunities'> = {
  ...open,
  amount: 1000,
  closeDate: '2026-12-31',
  account: 'Northwind',
  contact: 'Ada Moss',
  decisionMaker: 'Ada Moss',
  nextStep: 'call',
}

function isQualifiedBy(cells: Cells<'opportunities'>, requires: Requirement[], stage?: string, told: Told = {}) {
  const book = bookOf({ ...told, deals: [cells, full] })
  return isQualified(firstDeal(book), { stage, requires }, book)
}

describe('an opportunity counts', () => {
  it.each(['amount', 'closeDate', 'account', 'contact', 'decisionMaker', 'nextStep'] as const)(
    'only with its %s, where that is asked for',
    (requirement) => {
      expect(isQualifiedBy(full, [requirement])).toBe(true)
      expect(isQualifiedBy(open, [requirement])).toBe(false)
      expect(isQualifiedBy({ ...full, [requirement]: undefined }, [requirement])).toBe(false)
    },
  )

  it('with all that is asked for', () => {
    expect(isQualifiedBy({ ...open, amount: 1000 }, ['amount', 'nextStep'])).toBe(false)
    expect(isQualifiedBy({ ...open, amount: 1000, nextActivity: '2026-12-01' }, ['amount', 'nextStep'])).toBe(true)
    expect(isQualifiedBy({ ...open, amount: 1000, currency: 'EUR' }, ['amount'])).toBe(true)
  })

  it.each([
    ['Prospecting', false],
    ['Needs Analysis', true],
    ['Proposal/Price Quote', true],
  ])('in %s, where Needs Analysis has to be reached: %s', (stage, expected) => {
    expect(isQualifiedBy({ ...open, stage }, [], 'needs analysis')).toBe(expected)
  })

  it('where it was once in the stage, or beyond', () => {
    const been = (stage: string) => ({ history: [{ dealId: 'deal-1', changed: '2026-10-02', stage }] })
    expect(isQualifiedBy({ ...open, stage: 'Prospecting' }, [], 'Needs Analysis', been('Value Proposition'))).toBe(true)
    const lost = { ...open, stage: 'Closed Lost', closeDate: '2026-11-01' }
    expect(isQualifiedBy(lost, [], 'Needs Analysis', been('Value Proposition'))).toBe(true)
    expect(isQualifiedBy(lost, [], 'Needs Analysis', been('Prospecting'))).toBe(false)
  })

  it('won, or lost nobody knows in which stage', () => {
    expect(isQualifiedBy({ ...open, stage: 'Closed Won', closeDate: '2026-11-01' }, [], 'Needs Analysis')).toBe(true)
    expect(isQualifiedBy({ ...open, stage: 'Closed Lost', closeDate: '2026-11-01' }, [], 'Needs Analysis')).toBe(true)
  })

  it('in a stage of which nobody knows whether it comes later', () => {
    expect(
      isQualifiedBy({ ...open, stage: 'Limbo' }, [], 'Needs Analysis', { crmStages: ['Needs Analysis', 'Proposal'] }),
    ).toBe(true)
  })

  it('whatever the export does not hold', () => {
    const book = bookOf({ deals: [open] })
    expect(isQualified(firstDeal(book), { stage: undefined, requires: ['amount', 'contact'] }, book)).toBe(true)
  })
})

it('a stage that no deal knows is said, because everything would count', () => {
  const asked = (stage: string) => {
    const forAll = { stage, requires: [] }
    const qualified = { ...nobodys<typeof forAll>(), default: forAll }
    const settings = { standards: { ...noSettings.standards, qualified } }
    return unknownStages(bookOf({ deals: [open] }, { settings }))
  }
  expect(asked('Needs Analysis')).toEqual([])
  expect(asked('proposal/price quote')).toEqual([])
  expect(asked('Need Analysis')).toEqual(['Need Analysis'])
})
