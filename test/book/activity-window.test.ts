import { describe, expect, it } from 'vitest'
import { notesOn } from '../../src/agenda/team/manager-notes.ts'
import { addDays } from '../../src/time/plain-date.ts'
import { wordsFor } from '../../src/language/words.ts'
import { bookOf, day, iso, TODAY } from '../support/exports.ts'

/** So many activities, one a day, the last on this day; the review is on Friday the 20th. */
function endingOn(last: string, count = 20, closures: { from: string; to: string }[] = []) {
  const to = day(last)
  const activities = Array.from({ length: count }, (_, at) => ({
    dealId: 'deal-1',
    owner: 'Dana',
    type: 'Call',
    date: iso(addDays(to, -at)) ?? '',
  }))
  const settings = {
    closures: closures.map(({ from, to: end }) => ({ from: day(from), to: day(end), reps: undefined })),
  }
  return bookOf({ deals: [{ owner: 'Dana', created: '2026-10-01' }], activities }, { settings })
}

describe('an export of activities', () => {
  const ends = (...told: Parameters<typeof endingOn>) => iso(endingOn(...told).activities.window.ends)

  it('that ends days before the review is more likely old than a team silent', () => {
    expect(ends('2026-11-15')).toBe('2026-11-15')
    expect(notesOn(endingOn('2026-11-15'), wordsFor(day(TODAY), 'USD')).join()).toContain(
      'Nobody has an activity after Nov 15: is that export older than the others?',
    )
  })

  it('may end with the week before a long weekend', () => {
    expect(ends('2026-11-16')).toBeUndefined()
    expect(ends(TODAY)).toBeUndefined()
  })

  it('may pause while all are away', () => {
    expect(ends('2026-11-12', 20, [{ from: '2026-11-13', to: '2026-11-17' }])).toBeUndefined()
  })

  it('with few in it stops for no reason', () => {
    expect(ends('2026-11-10', 19)).toBeUndefined()
  })
})
