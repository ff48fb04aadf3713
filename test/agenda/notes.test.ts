import { describe, expect, it } from 'vitest'
import { notesOn } from '../../src/agenda/team/manager-notes.ts'
import { bookWords } from '../../src/book/book-words.ts'
import { bookOf, type Told } from '../support/exports.ts'

function notes(told: Told): readonly string[] {
  const book = bookOf(told)
  return notesOn(book, bookWords(book))
}

describe('what the exports call for a word about', () => {
  it('says how many deals were closed and left to promise a day', () => {
    const deal = { owner: 'Dana', created: '2026-09-01', closeDate: '2026-12-15', stage: 'Closed Won' }
    expect(notes({ deals: [deal, { ...deal, stageChanged: '2026-11-18' }] })).toContain(
      '2 deals are closed before their close date, which still lies ahead, 1 of them on a day that nothing tells.',
    )
    expect(notes({ deals: [deal] })).toContain(
      '1 deal is closed before its close date, which still lies ahead, and nothing tells the day.',
    )
  })

  it('counts the deals that were created after the day of the review', () => {
    const then = { owner: 'Dana', stage: 'New', created: '2026-11-20' }
    const later = { ...then, created: '2026-11-21' }
    expect(notes({ deals: [then] }).join(' ')).not.toContain('created after')
    expect(notes({ deals: [then, later] })).toContain('1 deal created after Nov 20 is left out.')
    expect(notes({ deals: [then, later, later] })).toContain('2 deals created after Nov 20 are left out.')
    expect(notes({ deals: [later, later] })).toContain('All deals (2) were created after Nov 20: is --as-of right?')
  })
})
