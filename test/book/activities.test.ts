import { describe, expect, it } from 'vitest'
import { bookOf, day, firstDeal, iso, type Cells, type Told } from '../support/exports.ts'
import { DANA, toldOf } from './danas-activities.ts'

describe('the touches on a deal', () => {
  const touched = (activities: readonly Cells<'activities'>[], more: Partial<Told> = {}) => {
    const book = bookOf(toldOf(activities, more))
    return book.activities.touches(firstDeal(book))
  }

  it('are its completed activities, oldest first, as they were', () => {
    const roles = [{ dealId: 'deal-1', contactId: '003', contactName: 'Ada Moss', role: 'Decision Maker' }]
    const found = touched(
      [
        { dealId: 'deal-1', date: '2026-11-10', type: 'Email', direction: 'in', personId: '003' },
        { dealId: 'deal-1', date: '2026-11-02', type: 'Call', subject: 'Demo', personName: 'Bo Lund' },
      ],
      { roles },
    )
    expect(found).toEqual([
      {
        day: day('2026-11-02'),
        kind: 'call',
        direction: undefined,
        person: 'Bo Lund',
        isDeciding: false,
        owner: DANA,
        isConversation: true,
        isAnswer: false,
        nature: 'presentation',
      },
      {
        day: day('2026-11-10'),
        kind: 'email',
        direction: 'in',
        person: 'Ada Moss',
        isDeciding: true,
        owner: DANA,
        isConversation: false,
        isAnswer: true,
        nature: undefined,
      },
    ])
  })

  it('are none that is open, cancelled, still to come, or older than the deal', () => {
    const found = touched([
      { dealId: 'deal-1', date: '2026-08-31', type: 'Call' },
      { dealId: 'deal-1', date: '2026-09-01', type: 'Call' },
      { dealId: 'deal-1', date: '2026-11-20', type: 'Call' },
      { dealId: 'deal-1', date: '2026-11-21', type: 'Call' },
      { dealId: 'deal-1', date: '2026-11-10', type: 'Call', status: 'Open' },
      { dealId: 'deal-1', date: '2026-11-10', type: 'Call', status: 'Cancelled' },
    ])
    expect(found.map((touch) => iso(touch.day))).toEqual(['2026-09-01', '2026-11-20'])
  })

  it('are those found by its account too', () => {
    expect(touched([{ accountId: 'northwind', type: 'Call' }])).toHaveLength(1)
  })

  it('are counted by who began them, over days that end with this one', () => {
    const book = bookOf(
      toldOf([
        { dealId: 'deal-1', date: '2026-11-20', type: 'Email', direction: 'out' },
        { dealId: 'deal-1', date: '2026-11-14', type: 'Email', direction: 'in' },
        { dealId: 'deal-1', date: '2026-11-14', type: 'Call' },
        { dealId: 'deal-1', date: '2026-11-13', type: 'Email', direction: 'in' },
      ]),
    )
    const { activities } = book
    expect(activities.touchCounts(firstDeal(book), 7)).toEqual({ total: 3, incoming: 1, outgoing: 1, undirected: 1 })
    expect(activities.touchCounts(firstDeal(book), 8)).toEqual({ total: 4, incoming: 2, outgoing: 1, undirected: 1 })
  })
})

describe('meetings with clients', () => {
  const met = (activities: readonly Cells<'activities'>[]) =>
    bookOf(toldOf(activities.map((cells) => ({ type: 'Meeting', ...cells })))).activities

  it('that are planned: those to come, the next first, with whoever takes part', () => {
    const planned = met([
      { date: '2026-11-25', dealId: 'deal-1', personName: 'Ada Moss', attendees: 'Kim Osei;Ada Moss' },
      { date: '2026-11-21', accountId: 'Northwind' },
      { date: '2026-11-20', dealId: 'deal-1', status: 'Open' },
      { date: '2026-11-20', dealId: 'deal-1' },
      { date: '2026-11-19', dealId: 'deal-1', status: 'Open' },
      { date: '2026-11-24', dealId: 'deal-1', status: 'Cancelled' },
      { date: '2026-11-24', dealId: 'deal-1', subject: 'Internal: prepare Northwind' },
      { date: '2026-11-24', subject: 'Lunch' },
      { date: '2026-11-24', dealId: 'deal-1', type: 'Call' },
    ]).plannedMeetings()
    expect(planned.map((meeting) => iso(meeting.day))).toEqual(['2026-11-20', '2026-11-21', '2026-11-25'])
    expect(planned.at(-1)).toMatchObject({
      deals: [{ id: 'deal-1' }],
      person: 'Ada Moss',
      owner: DANA,
      attendees: ['Kim Osei', 'Ada Moss'],
    })
  })

  it('that somebody was at: the last one they owned or attended', () => {
    const activities = met([
      { date: '2026-10-02', dealId: 'deal-1', owner: 'Kim Osei' },
      { date: '2026-11-02', dealId: 'deal-1', attendees: 'Ada Moss; Osei, Kim' },
      { date: '2026-11-09', dealId: 'deal-1', subject: 'Pipeline review', attendees: 'Kim Osei' },
      { date: '2026-11-10', attendees: 'Kim Osei' },
      { date: '2026-11-21', dealId: 'deal-1', attendees: 'Kim Osei' },
    ])
    const last = activities.lastClientMeetingOf('kim osei')
    expect(iso(last?.day)).toBe('2026-11-02')
    expect(last !== undefined && activities.isAt(last, 'Kim Osei (Manager)')).toBe(true)
    expect(last !== undefined && activities.isAt(last, 'Bo Lund')).toBe(false)
    expect(activities.lastClientMeetingOf('Bo Lund')).toBeUndefined()
  })
})

it('what is done tomorrow is not known today: the same exports, a day earlier', () => {
  const told = toldOf([{ dealId: 'deal-1', type: 'Call', date: '2026-11-19', personName: 'Ada Moss' }])
  const count = (asOf: string) => {
    const book = bookOf(told, { asOf })
    return [
      book.activities.touches(firstDeal(book)).length,
      book.activities.weeks({ name: DANA, since: undefined })[0]?.total,
    ]
  }
  expect([count('2026-11-18'), count('2026-11-19')]).toEqual([
    [0, 0],
    [1, 1],
  ])
})
