import { describe, expect, it } from 'vitest'
import { diagnose } from '../../src/agenda/page/diagnosis.ts'
import { addDays } from '../../src/time/plain-date.ts'
import { wordsFor } from '../../src/language/words.ts'
import { bookOf, day, iso, repCalled, times, TODAY, type Cells, type Told } from '../support/exports.ts'
import { agendaOf } from './any-team.ts'

// What a page says of a rep in its first line, and which cause that is.

type Deals = Cells<'opportunities'>[]

const ago = (days: number) => iso(addDays(day(TODAY), -days))

/** So many a week in the weeks 4 to 29, and so many in each of the last four. */
function opened(owner: string, usual: number, now: number): Deals {
  const weeks = Array.from({ length: 30 }, (_, week) => (week < 4 ? now : usual))
  return weeks.flatMap((count, week) => times(count, { owner, stage: 'Prospecting', created: ago(7 * week) }))
}

const PEERS = ['Bea', 'Cy', 'Di', 'Eva']

function about(told: Told, reader: 'manager' | 'rep' = 'manager') {
  const book = bookOf(told)
  return diagnose(repCalled(book, 'Ann'), book, wordsFor(book.asOf, book.currency), reader)
}

describe('a count of new opportunities', () => {
  const deals = [...opened('Ann', 4, 1), ...PEERS.flatMap((name) => opened(name, 4, 3))]

  it('stands beside the rep’s own usual and what the others did in the same weeks', () => {
    expect(about({ deals }).because[0]).toMatch(/^\d+ new in \d+ weeks \(own usual \d+, the others \d+ each\)$/)
    expect(about({ deals }, 'rep').because[0]).toMatch(/^\d+ new in \d+ weeks \(own usual \d+\)$/)
  })

  const stopped = [...opened('Ann', 4, 0), ...PEERS.flatMap((name) => opened(name, 4, 4))]

  it('of a team that has fallen altogether is nobody’s cause', () => {
    const fallen = [...opened('Ann', 4, 0), ...PEERS.flatMap((name) => opened(name, 4, 0))]
    expect(about({ deals: stopped }).cause).toBe('too-little-activity')
    expect(about({ deals: fallen }).cause).not.toBe('too-little-activity')
  })

  it('is no cause where open deals without a creation date could make it enough', () => {
    const undated = (count: number) => [...stopped, ...times(count, { owner: 'Ann', stage: 'Prospecting' })]
    expect(about({ deals: undated(12) })).toMatchObject({ cause: 'cannot-tell', asked: undefined })
    expect(about({ deals: undated(12) }).because[1]).toBe('12 open deals without a creation date may be new too')
  })
})

describe('the one thing', () => {
  const silent = { owner: 'Ann', stage: 'Proposal', lastActivity: ago(20), nextStep: 'waiting', amount: 10_000 }
  const slow = Array.from({ length: 26 }, (_, week) => week).filter((week) => week >= 3 && week % 2 === 1)
  const half = slow.map((week) => ({
    owner: 'Ann',
    stage: 'Closed Lost',
    created: ago(7 * week),
    closeDate: ago(7 * week - 1),
  }))

  it('is no shortfall that chance explains, as long as there is something else', () => {
    const [page] = agendaOf({ deals: [...half, { ...silent, created: ago(40) }] }).pages
    expect(page?.about.length).toBeGreaterThan(0)
    expect(page?.oneThing?.rule).not.toBe('no-new-opportunities')
  })
})
