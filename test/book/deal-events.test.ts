import { describe, expect, it } from 'vitest'
import { DealEvents } from '../../src/book/activity/deal-events.ts'
import { idKey } from '../../src/records/ids.ts'
import { People } from '../../src/records/people.ts'
import { day, exportsOf, iso, TODAY, type Cells } from '../support/exports.ts'

const ID15 = '006A000000abcDE'
const ID18 = '006A000000abcDEIAZ'

function eventsOf(
  activities: readonly Cells<'activities'>[],
  deals: readonly { id: string; contact?: string; name?: string; owner?: string; account?: string }[],
): DealEvents {
  const all = deals.map(({ id, contact, name, owner, account }) => ({
    id,
    name,
    contacts: contact === undefined ? [] : [contact],
    accounts: account === undefined ? [] : [account],
    owner,
  }))
  return new DealEvents(exportsOf({ activities }).activities, all, new People())
}

describe('activities find their deal', () => {
  it('by its id, in the order of the export', () => {
    const events = eventsOf(
      [{ dealId: 'b' }, { dealId: 'a' }, { dealId: 'b' }],
      [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
    )
    expect([0, 1, 2].map((deal) => [...events.of(deal)])).toEqual([[1], [0, 2], []])
    expect(events.joined).toEqual({ total: 3, byDeal: 3, byContact: 0, byAccount: 0, unmatched: 0 })
  })

  it('by Salesforce’s id of 15 or 18 characters, whichever side has which', () => {
    expect([...eventsOf([{ dealId: ID18 }], [{ id: ID15 }]).of(0)]).toEqual([0])
    expect([...eventsOf([{ dealId: ID15 }], [{ id: ID18 }]).of(0)]).toEqual([0])
    expect(idKey('006a000000ABCde')).not.toBe(idKey(ID15))
  })

  it('but other ids of 18 characters are left as they are', () => {
    expect(idKey('ORDER-2026-1127-01')).toBe('ORDER-2026-1127-01')
    expect(idKey('123456789012345678')).toBe('123456789012345678')
  })

  it('by the person, on every deal whose contact it is', () => {
    const deals = [{ id: 'a', contact: 'Ada Moss' }, { id: 'b' }, { id: 'c', contact: 'ADA MOSS' }]
    const events = eventsOf([{ personName: 'ada moss' }, { dealId: 'gone', personName: 'Ada Moss' }], deals)
    expect([0, 1, 2].map((deal) => [...events.of(deal)])).toEqual([[0, 1], [], [0, 1]])
    expect(events.joined).toEqual({ total: 2, byDeal: 0, byContact: 2, byAccount: 0, unmatched: 0 })
  })

  it('by its id alone where it has one, whoever took part', () => {
    const deals = [{ id: 'a', contact: 'Ada Moss' }, { id: 'b' }]
    const events = eventsOf([{ dealId: 'b', personName: 'Ada Moss' }], deals)
    expect([0, 1].map((deal) => [...events.of(deal)])).toEqual([[], [0]])
  })

  it('by its name where one deal has it, or one of the activity’s owner', () => {
    const deals = [
      { id: 'a', name: 'Rollout', owner: 'Dana' },
      { id: 'b', name: 'Renewal', owner: 'Dana' },
      { id: 'c', name: 'RENEWAL', owner: 'Kim' },
      { id: 'd', name: 'Pilot', owner: 'Kim' },
      { id: 'e', name: 'Pilot', owner: 'Kim', account: 'Globex' },
    ]
    const events = eventsOf(
      [
        { dealId: 'rollout', owner: 'Somebody' },
        { dealId: 'Renewal', owner: 'Kim' },
        { dealId: 'Renewal', owner: 'Somebody' },
        { dealId: 'Renewal' },
        { dealId: 'Pilot', owner: 'Kim' },
        { dealId: 'Pilot', owner: 'Kim', accountId: 'globex' },
      ],
      deals,
    )
    expect(deals.map((_, deal) => [...events.of(deal)])).toEqual([[0], [], [1], [], [5]])
    expect(events.joined).toEqual({ total: 6, byDeal: 2, byContact: 0, byAccount: 1, unmatched: 3 })
  })

  it('or none, and that is counted', () => {
    const events = eventsOf([{ dealId: 'gone' }, { personName: 'Bo Lund' }, {}], [{ id: 'a', contact: 'Ada Moss' }])
    expect([...events.of(0)]).toEqual([])
    expect(events.joined).toEqual({ total: 3, byDeal: 0, byContact: 0, byAccount: 0, unmatched: 3 })
  })
})

describe('an activity took place or is planned', () => {
  function judged(cells: Cells<'activities'>) {
    const events = eventsOf([{ dealId: 'a', ...cells }], [{ id: 'a' }])
    return [events.tookPlace(0, day(TODAY)), iso(events.plannedFor(0, day(TODAY)))]
  }

  it.each([
    ['yesterday, without a status', { date: '2026-11-19' }, true, undefined],
    ['today, without a status', { date: '2026-11-20' }, true, undefined],
    ['tomorrow, without a status', { date: '2026-11-21' }, false, '2026-11-21'],
    ['yesterday, done', { date: '2026-11-19', status: 'Completed' }, true, undefined],
    ['yesterday, by its flag', { date: '2026-11-19', isClosed: true }, true, undefined],
    ['yesterday, still open: overdue, neither', { date: '2026-11-19', status: 'Not Started' }, false, undefined],
    ['today, still open: planned for today', { dueDate: '2026-11-20', isClosed: false }, false, '2026-11-20'],
    ['today, done', { dueDate: '2026-11-20', isClosed: true }, true, undefined],
    ['tomorrow, open', { dueDate: '2026-11-21', status: 'Open' }, false, '2026-11-21'],
    ['yesterday, cancelled', { date: '2026-11-19', status: 'Cancelled' }, false, undefined],
    ['tomorrow, cancelled', { date: '2026-11-21', status: 'Canceled' }, false, undefined],
    [
      'a meeting tomorrow that was rescheduled',
      { date: '2026-11-21', type: 'Meeting', outcome: 'RESCHEDULED' },
      false,
      undefined,
    ],
    ['a meeting yesterday of which nobody says more', scheduled('2026-11-19'), true, undefined],
    ['a meeting today that is in the calendar', scheduled('2026-11-20'), false, '2026-11-20'],
    ['a meeting tomorrow that is', scheduled('2026-11-21'), false, '2026-11-21'],
    [
      'a meeting yesterday that nobody came to',
      { date: '2026-11-19', type: 'Meeting', outcome: 'NO_SHOW' },
      false,
      undefined,
    ],
    ['on no day', { status: 'Completed' }, false, undefined],
  ])('%s', (_, cells, tookPlace, planned) => {
    expect(judged(cells)).toEqual([tookPlace, planned])
  })
})

/** A meeting whose outcome was never filled in. */
function scheduled(date: string): Cells<'activities'> {
  return { date, type: 'Meeting', outcome: 'Scheduled' }
}
