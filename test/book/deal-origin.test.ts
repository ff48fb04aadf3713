import { describe, expect, it } from 'vitest'
import { noSettings } from '../../src/book/settings.ts'
import { bookOf, firstDeal, iso, type Cells, type Told } from '../support/exports.ts'

const DEAL: Cells<'opportunities'> = {
  account: 'Northwind',
  owner: 'Dana Whitfield',
  stage: 'Prospecting',
  created: '2026-10-01',
}

const activity = (cells: Cells<'activities'>): Cells<'activities'> => ({ type: 'Call', date: '2026-09-30', ...cells })
/** Activities reach back before the deal. */
const OLD = activity({ date: '2026-01-05' })

const dealOf = (told: Told) => firstDeal(bookOf({ deals: [DEAL], ...told }))

describe('the account was in touch before the deal', () => {
  it.each<[string, Told, boolean | undefined]>([
    ['an activity with it the day before', { activities: [activity({ accountId: 'Northwind' })] }, true],
    ['an activity on the deal the day before', { activities: [activity({ dealId: 'deal-1' })] }, true],
    ['one on the day', { activities: [OLD, activity({ dealId: 'deal-1', date: '2026-10-01' })] }, false],
    ['one that was cancelled', { activities: [OLD, activity({ accountId: 'Northwind', status: 'Cancelled' })] }, false],
    ['nothing, by activities from before', { activities: [OLD] }, false],
    ['nothing, by activities that begin later', { activities: [activity({ date: '2026-10-02' })] }, undefined],
    ['nothing, without activities', {}, undefined],
    ['an earlier deal', { deals: [DEAL, { ...DEAL, created: '2026-09-30' }] }, true],
    ['a deal of the same day', { activities: [OLD], deals: [DEAL, DEAL] }, false],
    ['no creation date', { activities: [OLD], deals: [{ ...DEAL, created: undefined }] }, undefined],
    ['no account', { activities: [OLD], deals: [{ ...DEAL, account: undefined }] }, undefined],
  ])('%s', (_, told, had) => {
    expect(dealOf(told).hadEarlierContact).toBe(had)
  })
})

describe('the first activity on a deal', () => {
  it('is the earliest completed one that is not older than the deal', () => {
    const activities = ['2026-10-09', '2026-10-05', '2026-09-30', '2026-12-01'].map((date) =>
      activity({ dealId: 'deal-1', date }),
    )
    expect(iso(dealOf({ activities }).firstActivity)).toBe('2026-10-05')
  })

  it('is unknown where there is none, whatever the deal’s own column says', () => {
    expect(dealOf({ deals: [{ ...DEAL, lastActivity: '2026-11-01' }] }).firstActivity).toBeUndefined()
  })
})

describe('where a deal came from', () => {
  it('is told by its source, in the manager’s own words too', () => {
    const deals = [{ ...DEAL, source: 'Partner desk' }]
    const settings = { words: { ...noSettings.words, ownSources: ['partner desk'] } }
    expect(firstDeal(bookOf({ deals })).sourceKind).toBe('other')
    expect(firstDeal(bookOf({ deals }, { settings })).sourceKind).toBe('own')
    expect(dealOf({}).sourceKind).toBeUndefined()
  })

  it('is kept beside why it was lost, once it is', () => {
    const lost = { ...DEAL, stage: 'Closed Lost', closeDate: '2026-11-20', lostReason: 'Price', type: 'New' }
    expect(dealOf({ deals: [lost] })).toMatchObject({ lostReason: 'Price', type: 'New' })
    expect(dealOf({ deals: [{ ...lost, closedOn: '2026-11-21' }] }).lostReason).toBeUndefined()
  })
})
