import { expect, it } from 'vitest'
import { bookOf, iso, type Cells } from '../support/exports.ts'
import { isSamePerson } from '../../src/language/person-name.ts'

const DEAL: Cells<'opportunities'> = { owner: 'Dana Whitfield', stage: 'Prospecting', created: '2026-09-01' }
const MEETING: Cells<'activities'> = { type: 'Meeting', dealId: 'deal-1', date: '2026-11-02', owner: 'Dana Whitfield' }

it.each<[string, Cells<'activities'>[], boolean]>([
  ['attendees name our people', [{ ...MEETING, attendees: 'Ada Moss; Whitfield, Dana' }], true],
  ['attendees are the client’s alone', [{ ...MEETING, attendees: 'Ada Moss' }], false],
  ['own activities are in them', [MEETING, { ...MEETING, owner: 'Osei, Kim' }], true],
  ['only those of others', [MEETING], false],
])('whether these exports would show Kim Osei at a meeting: %s', (_, activities, would) => {
  expect(bookOf({ deals: [DEAL], activities }).activities.wouldShow('Kim Osei')).toBe(would)
})

it('the exports say nothing of what was before their first completed activity', () => {
  const activities = [
    MEETING,
    { ...MEETING, date: '2026-10-02' },
    { ...MEETING, date: '2026-09-02', status: 'Cancelled' },
  ]
  expect(iso(bookOf({ deals: [DEAL], activities }).activities.since)).toBe('2026-10-02')
  expect(bookOf({ deals: [DEAL] }).activities.since).toBeUndefined()
})

it('an address is a name too', () => {
  expect(isSamePerson('kim.osei@example.com', 'Kim Osei')).toBe(true)
  expect(isSamePerson('kim@example.com', 'Kim Osei')).toBe(false)
})
