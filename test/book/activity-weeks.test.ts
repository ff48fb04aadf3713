import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ActivityCounts } from '../../src/book/activity/activity-weeks.ts'
import type { Book } from '../../src/book/book.ts'
import { bookOf, day, repCalled, times, type Cells } from '../support/exports.ts'
import { DANA, DEAL, lastWeeks, toldOf } from './danas-activities.ts'

describe('prospecting', () => {
  it.each<[string, Cells<'activities'>, number]>([
    ['a call on no deal', { type: 'Call', personName: 'Zoe Quist' }, 1],
    ['an e-mail on no deal', { type: 'Email' }, 1],
    ['a meeting on no deal', { type: 'Meeting' }, 1],
    ['what is called so, on a deal', { type: 'Cold call', dealId: 'deal-1' }, 1],
    ['a task called so', { type: 'Task', subject: 'Prospecting block' }, 1],
    ['any other task', { type: 'Task', subject: 'Sort the desk' }, 0],
    ['a call on a deal', { type: 'Call', dealId: 'deal-1' }, 0],
    ['a call to an account with a deal', { type: 'Call', accountId: 'Northwind' }, 0],
    ['a call that the client began', { type: 'Call', direction: 'in' }, 0],
    ['a call about an invoice', { type: 'Call', subject: 'Invoice 12' }, 0],
    ['a demo on no deal', { type: 'Meeting', subject: 'Demo' }, 0],
    ['a note', { type: 'Note', subject: 'Prospecting' }, 0],
    ['a call that is planned', { type: 'Call', status: 'Open' }, 0],
    ['a call to a client', { type: 'Call', accountId: 'Globex' }, 0],
    ['a call to someone who is only in the accounts file', { type: 'Call', accountId: 'Initech' }, 1],
  ])('%s', (_, cells, count) => {
    const accounts = [
      { name: 'Globex', type: 'Customer' },
      { name: 'Initech', type: 'Prospect' },
    ]
    expect(lastWeeks([cells], 1, { accounts }).prospecting).toBe(count)
  })

  it('is what led to a deal, until the day it was created', () => {
    const deals = [{ ...DEAL, created: '2026-11-18' }]
    const on = (date: string) => lastWeeks([{ type: 'Call', accountId: 'Northwind', date }], 1, { deals }).prospecting
    expect([on('2026-11-17'), on('2026-11-18')]).toEqual([1, 0])
  })

  it('is what led to a client, until the day they first bought', () => {
    const won = { ...DEAL, account: 'Globex', stage: 'Closed Won', created: '2026-11-19', closeDate: '2026-11-19' }
    const on = (date: string) =>
      lastWeeks([{ type: 'Call', accountId: 'Globex', date }], 1, { deals: [DEAL, won] }).prospecting
    expect([on('2026-11-18'), on('2026-11-19'), on('2026-11-20')]).toEqual([1, 0, 0])
  })
})

describe('the weeks of a rep', () => {
  const countsOf = (book: Book, count: keyof ActivityCounts) =>
    book.activities.weeks(repCalled(book, DANA)).map((week) => week[count])

  it('are seven days each, the first of them ending on the day of the review, and twelve', () => {
    const days = ['2026-11-20', '2026-11-14', '2026-11-13', '2026-08-29', '2026-08-28']
    const book = bookOf(toldOf(days.map((date) => ({ type: 'Call', date }))))
    expect(countsOf(book, 'total')).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
  })

  it('hold what the rep did, and nothing of others', () => {
    const book = bookOf(toldOf([{ owner: 'Dana Whitfield' }, { owner: 'Kim Osei' }, { owner: undefined }, {}]))
    expect(countsOf(book, 'total')[0]).toBe(2)
  })

  it('count conversations, and those with somebody on the client’s side', () => {
    const summary = lastWeeks([
      { type: 'Call', personName: 'Zoe Quist' },
      { type: 'Meeting', subject: 'Team meeting' },
      { type: 'Call', outcome: 'No answer', personName: 'Zoe Quist' },
      { type: 'Email', personName: 'Zoe Quist' },
    ])
    expect(summary).toMatchObject({ total: 4, conversations: 1, clientConversations: 1, conversationShare: 0.25 })
  })

  it('count what has no kind that anybody could tell', () => {
    const kinds = ['Call', 'Email', 'Meeting', 'Task', 'Other', 'Sequence step', undefined]
    expect(lastWeeks(kinds.map((type) => ({ type }))).untold).toBe(3)
  })

  it('count presentations that were held, and not those that were prepared or sent', () => {
    const summary = lastWeeks([
      { type: 'Meeting', subject: 'Demo' },
      { type: 'Call', subject: 'Pitch' },
      { type: 'Email', subject: 'The demo’s recording' },
      { type: 'Task', subject: 'Prepare the presentation' },
      { type: 'Call', subject: 'Demo', outcome: 'No answer' },
    ])
    expect(summary.presentations).toBe(2)
  })

  it('count first meetings: with a person, by whatever they are called, once and for all reps', () => {
    const people = [{ id: '003', name: 'Ada Moss' }]
    const meeting = (date: string, cells: Cells<'activities'>) => ({ type: 'Meeting', date, ...cells })
    const told = [
      meeting('2026-11-18', { personId: '003' }),
      meeting('2026-11-19', { personName: 'ADA MOSS' }),
      meeting('2026-11-18', { personName: 'Bo Lund' }),
      meeting('2026-10-01', { personName: 'Bo Lund', owner: 'Kim Osei' }),
      meeting('2026-11-18', { dealId: 'deal-1' }),
      meeting('2026-11-19', { dealId: 'deal-1' }),
      meeting('2026-11-18', {}),
      meeting('2026-11-21', { personName: 'Cy Reed' }),
      { type: 'Call', personName: 'Di Ek' },
    ]
    expect(lastWeeks(told, 1, { people }).firstMeetings).toBe(2)
  })

  it('name the commonest work that is no selling', () => {
    const summary = lastWeeks([
      ...times(3, { type: 'Task', subject: 'Order 12' }),
      ...times(1, { type: 'Task', subject: 'Report' }),
      ...times(4, { type: 'Call', dealId: 'deal-1' }),
    ])
    expect(summary).toMatchObject({
      nonSelling: 4,
      nonSellingShare: 0.5,
      nonSellingBy: [
        { category: 'order follow-up and delivery', count: 3, share: 0.75 },
        { category: 'reports and admin', count: 1, share: 0.25 },
      ],
    })
  })

  it('know no share of nothing', () => {
    expect(lastWeeks([])).toMatchObject({
      total: 0,
      conversationShare: undefined,
      nonSellingShare: undefined,
      nonSellingBy: [],
      prospectingPerWeek: 0,
    })
  })

  it('count in no pace when they were closed, or before the rep was there', () => {
    const weekly = ['2026-11-20', '2026-11-13', '2026-11-06', '2026-10-30'].map((date) => ({ type: 'Call', date }))
    const closures = [{ from: day('2026-11-07'), to: day('2026-11-13'), reps: [DANA] }]
    const book = bookOf(toldOf(weekly, { reps: [{ rep: DANA, startDate: '2026-11-05' }] }), { settings: { closures } })
    const rep = repCalled(book, DANA)
    expect(book.activities.inWeeks(rep, 4)).toMatchObject({ weeks: 2, total: 2, prospectingPerWeek: 1 })
    expect(
      book.activities
        .weeks(rep)
        .map(({ counts }) => counts)
        .slice(0, 4),
    ).toEqual([true, false, true, false])
    expect(book.activities.inWeeks({ name: DANA, since: day('2026-11-21') }, 4)).toMatchObject({
      weeks: 0,
      prospectingPerWeek: undefined,
    })
  })

  it('are the team’s together: all reps’, and not the manager’s', () => {
    const told = toldOf([{ type: 'Call' }, { type: 'Call', owner: 'Lee Park' }, { type: 'Call', owner: 'A manager' }], {
      deals: [DEAL, { ...DEAL, owner: 'Lee Park' }],
      reps: [{ rep: DANA, manager: 'A manager' }],
    })
    const book = bookOf(told)
    expect(book.activities.teamInWeeks(1)).toMatchObject({ weeks: 2, total: 2, prospecting: 2, prospectingPerWeek: 1 })
    expect(book.activities.teamInWeeks(1, [repCalled(book, DANA)])).toMatchObject({ weeks: 1, total: 1 })
    expect(
      book.activities
        .teamWeeks()
        .map(({ total }) => total)
        .slice(0, 2),
    ).toEqual([2, 0])
  })

  it('add up to their summary, and no count is larger than the whole', () => {
    const activity = fc.record({
      type: fc.constantFrom('Call', 'Email', 'Meeting', 'Task', 'Note', undefined),
      subject: fc.constantFrom('Demo', 'Intro', 'Invoice', 'Report', undefined),
      date: fc.integer({ min: 1, max: 30 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`),
      personName: fc.constantFrom('Ada Moss', 'Bo Lund', undefined),
      dealId: fc.constantFrom('deal-1', undefined),
      outcome: fc.constantFrom('No answer', undefined),
    })
    fc.assert(
      fc.property(fc.array(activity, { maxLength: 30 }), fc.integer({ min: 1, max: 12 }), (activities, weeks) => {
        const book = bookOf(toldOf(activities, { reps: [{ rep: DANA, startDate: '2020-01-01' }] }))
        const rep = repCalled(book, DANA)
        const summary = book.activities.inWeeks(rep, weeks)
        const each = book.activities.weeks(rep).slice(0, weeks)
        for (const count of ['total', 'prospecting', 'conversations', 'firstMeetings', 'nonSelling'] as const) {
          expect(summary[count]).toBe(each.reduce((sum, week) => sum + week[count], 0))
          expect(summary[count]).toBeLessThanOrEqual(summary.total)
        }
        expect(summary.clientConversations).toBeLessThanOrEqual(summary.conversations)
        expect(summary.prospecting + summary.nonSelling + summary.presentations).toBeLessThanOrEqual(summary.total)
        expect(summary.nonSellingBy.reduce((sum, { count }) => sum + count, 0)).toBe(summary.nonSelling)
      }),
      { numRuns: 50 },
    )
  })
})
