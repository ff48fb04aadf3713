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

function closed(owner: string, won: number, lost: number): Deals {
  const base = { owner, created: ago(300), closeDate: ago(280) }
  return [...times(won, { ...base, stage: 'Closed Won' }), ...times(lost, { ...base, stage: 'Closed Lost' })]
}

const PEERS = ['Bea', 'Cy', 'Di', 'Eva']

function about(told: Told, reader: 'manager' | 'rep' = 'manager') {
  const book = bookOf(told)
  return diagnose(repCalled(book, 'Ann'), book, wordsFor(book.asOf, book.currency), reader)
}

describe('a count of new opportunities', () => {
  const deals = [...opened('Ann', 4, 1), ...PEERS.flatMap((name) => opened(name, 4, 3))]

  it('stands beside the rep’s own usual and what the median rep did in the same weeks', () => {
    expect(about({ deals }).because[0]).toBe('4 new in 4 weeks (own usual 16, median rep 12)')
    expect(about({ deals }, 'rep').because[0]).toBe('4 new in 4 weeks (own usual 16)')
  })

  it('of a team that has fallen altogether says so, to a rep without its numbers', () => {
    const fallen = [...opened('Ann', 4, 1), ...PEERS.flatMap((name) => opened(name, 4, 1))]
    expect(about({ deals: fallen }).because.slice(0, 2)).toEqual([
      '4 new in 4 weeks (own usual 16, median rep 4)',
      'the whole team has fallen: the median rep usually opens 16',
    ])
    expect(about({ deals: fallen }, 'rep').because[1]).toBe('the whole team has fallen')
  })

  it('that is as usual, and under what the others do now, says that they have risen', () => {
    const risen = [...opened('Ann', 4, 4), ...PEERS.flatMap((name) => opened(name, 4, 8))]
    expect(about({ deals: risen }).because.slice(0, 2)).toEqual([
      '16 new in 4 weeks (own usual 16, median rep 32)',
      'the others have risen: the median rep usually opens 16',
    ])
    expect(about({ deals: risen }, 'rep').because[0]).toBe('16 new in 4 weeks (own usual 16)')
  })

  it('is no cause where open deals without a creation date could make it enough', () => {
    const undated = (count: number) => [...deals, ...times(count, { owner: 'Ann', stage: 'Prospecting' })]
    expect(about({ deals }).cause).toBe('too-little-activity')
    expect(about({ deals: undated(4) })).toMatchObject({ cause: 'too-little-activity' })
    expect(about({ deals: undated(4) }).because[1]).toBe('too few even with 4 open deals without a creation date')
    expect(about({ deals: undated(8) })).toMatchObject({ cause: 'cannot-tell', asked: undefined })
    expect(about({ deals: undated(8) }).because[1]).toBe('8 open deals without a creation date may be new too')
  })
})

describe('under on both counts', () => {
  const peers = PEERS.flatMap((name) => [...opened(name, 2, 2), ...closed(name, 16, 24)])
  const ann = (now: number, won: number, lost: number) =>
    about({ deals: [...peers, ...opened('Ann', 2, now).slice(0, -1), ...closed('Ann', won, lost)] })

  it('and each by what chance explains is not “producing”, and no cause either', () => {
    const short = [...times(6, { owner: 'Ann', stage: 'Prospecting', created: ago(3) }), ...opened('Ann', 2, 0)]
    const low = about({ deals: [...peers, ...short, ...closed('Ann', 4, 9)] })
    expect(low.cause).toBe('cannot-tell')
    expect(low.because.at(-1)).toBe('both are low, and too few to tell from chance')
  })

  it('on one of them alone still produces', () => {
    expect(ann(2, 4, 9).cause).toBe('producing')
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
    const [alone] = agendaOf({ deals: half }).pages
    expect(alone?.oneThing).toMatchObject({ rule: 'no-new-opportunities', worth: null })
  })

  it('says that half the team is short too', () => {
    const short = ['Ann', 'Bea', 'Cy'].flatMap((name) => opened(name, 1, 0))
    const busy = ['Di', 'Eva', 'Flo'].flatMap((name) => opened(name, 8, 8))
    const pages = agendaOf({ deals: [...short, ...busy] }).pages.filter(
      ({ diagnosis }) => diagnosis.asked !== undefined,
    )
    expect(pages).toHaveLength(3)
    for (const { oneThing } of pages) expect(oneThing?.why).toContain('; half the team or more is short too')
  })
})
