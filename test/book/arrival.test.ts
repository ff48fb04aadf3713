import { arrivalOf } from '../../src/book/deals/arrival.ts'
import { clientBegunShare } from '../../src/book/team/client-begun-share.ts'
import { bookOf, type Cells, firstDeal, times, type Told } from '../support/exports.ts'
import { expect, it } from 'vitest'

const DEAL: Cells<'opportunities'> = { owner: 'Dana Whitfield', stage: 'Prospecting', created: '2026-10-01' }
const CALL: Cells<'activities'> = { dealId: 'deal-1', type: 'Call', date: '2026-10-05' }

it.each<[string, Cells<'opportunities'>, Cells<'activities'>[], string | undefined]>([
  ['a tender by its source', { source: 'RFP' }, [], 'tender'],
  ['inbound by its source, whatever it is called', { source: 'Website', name: 'Northwind RFP' }, [], 'inbound'],
  ['our own, and then they asked for a proposal', { source: 'Outbound', name: 'Northwind RFP' }, [], 'other'],
  ['nobody’s in particular, and its name says tender', { source: 'Partner', name: 'City of Ulm tender' }, [], 'tender'],
  ['without a source, by its type', { type: 'Public tender' }, [], 'tender'],
  ['without a source, by who began', {}, [{ ...CALL, direction: 'in' }], 'inbound'],
  [
    '… the first of them',
    {},
    [
      { ...CALL, direction: 'in' },
      { ...CALL, date: '2026-10-04', direction: 'out' },
    ],
    'other',
  ],
  ['… where anything says so', {}, [CALL], undefined],
])('how a deal came: %s', (_, cells, activities, arrival) => {
  expect(arrivalOf(firstDeal(bookOf({ deals: [{ ...DEAL, ...cells }], activities })))).toBe(arrival)
})

it.each<[string, Told['deals'], number | undefined]>([
  ['tenders and inbound together', [{ source: 'RFP' }, { source: 'Website' }, { source: 'Outbound' }], 2 / 3],
  ['of what is known', [{ source: 'Website' }, { source: 'Outbound' }, ...times(3, {})], 1 / 2],
  [
    'of a year',
    [
      { source: 'Website', created: '2025-11-20' },
      { source: 'Outbound', created: '2025-11-21' },
    ],
    0,
  ],
  ['of new business', [{ source: 'Website', type: 'Renewal' }, { source: 'Outbound' }], 0],
  ['of nothing', [{}], undefined],
])('the share that clients began: %s', (_, deals = [], share) => {
  expect(clientBegunShare(bookOf({ deals: deals.map((cells) => ({ ...DEAL, ...cells })) }))).toBe(share)
})
