import { describe, expect, it } from 'vitest'
import { engagedIn, unanswered } from '../../src/book/activity/touches.ts'
import { bookOf, firstDeal, iso, type Cells } from '../support/exports.ts'

const OUT: Cells<'activities'> = { type: 'Email', direction: 'out', date: '2026-11-02' }

function touchesOf(activities: readonly Cells<'activities'>[]) {
  const deal = { owner: 'Dana Whitfield', stage: 'Prospecting', created: '2026-09-01' }
  const book = bookOf({ deals: [deal], activities: activities.map((cells) => ({ dealId: 'deal-1', ...cells })) })
  return book.activities.touches(firstDeal(book))
}

describe('what went out since the client last took part', () => {
  it.each<[string, Cells<'activities'>, number]>([
    ['an e-mail from the client is an answer', { type: 'Email', direction: 'in' }, 1],
    ['a meeting is one', { type: 'Meeting' }, 1],
    ['an internal one is none', { type: 'Meeting', subject: 'Internal: team meeting' }, 3],
    ['a call of ours whose outcome says so is one', { type: 'Call', direction: 'out', outcome: 'Connected' }, 1],
    ['a call that reached nobody is not, and went out', { type: 'Call', direction: 'out', outcome: 'No answer' }, 4],
    ['a call of which nothing is known is not, and went out', { type: 'Call', direction: 'out' }, 4],
    ['what nobody knows the beginner of is neither', { type: 'Call' }, 3],
  ])('%s', (_, between, outgoing) => {
    const touches = touchesOf([OUT, OUT, { ...between, date: '2026-11-04' }, { ...OUT, date: '2026-11-06' }])
    expect(unanswered(touches).outgoing).toHaveLength(outgoing)
  })

  it('what went out on the day of the answer was answered', () => {
    const found = unanswered(touchesOf([OUT, { ...OUT, direction: 'in' }, OUT]))
    expect([iso(found.lastAnswer), found.outgoing]).toEqual(['2026-11-02', []])
  })
})

it('who was engaged: the most touched first, notes left out', () => {
  const touches = touchesOf([
    { ...OUT, personName: 'Bo Lund' },
    { ...OUT, personName: 'Ada Moss', date: '2026-11-10' },
    { ...OUT, personName: 'Ada Moss', date: '2026-10-10' },
    { ...OUT, personName: 'Cy Reed', type: 'Note' },
    OUT,
  ])
  expect(engagedIn(touches).map(({ name, touches: n, first, last }) => [name, n, iso(first), iso(last)])).toEqual([
    ['Ada Moss', 2, '2026-10-10', '2026-11-10'],
    ['Bo Lund', 1, '2026-11-02', '2026-11-02'],
  ])
})
