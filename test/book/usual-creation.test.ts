import { describe, expect, it } from 'vitest'
import { countUndated, judgeCreation } from '../../src/book/team/outcomes.ts'
import { askedPace, hasTeamFallen, medianCreated, ownPace } from '../../src/book/team/usual-creation.ts'
import { addDays } from '../../src/time/plain-date.ts'
import { bookOf, day, iso, repCalled, times, TODAY, type Cells } from '../support/exports.ts'

// What a count of new opportunities is read beside, and what is asked for where it is too low.

function inWeek(owner: string, week: number, count: number): Cells<'opportunities'>[] {
  return times(count, { owner, stage: 'Prospecting', created: iso(addDays(day(TODAY), -7 * week)) })
}

/** So many a week in the weeks 4 to 29, and so many in each of the last four. */
function rep(owner: string, usual: number, now: number): Cells<'opportunities'>[] {
  return Array.from({ length: 30 }, (_, week) => inWeek(owner, week, week < 4 ? now : usual)).flat()
}

const fallen = bookOf({ deals: [...rep('Ann', 2, 1), ...rep('Bea', 13, 3), ...rep('Cy', 6, 1), ...rep('Di', 6, 1)] })

describe('beside a count of new opportunities', () => {
  it('stands the rep’s own half-year before those weeks', () => {
    expect(ownPace(repCalled(fallen, 'Bea'), fallen, 4)).toBe(13)
    expect(ownPace(repCalled(bookOf({ deals: inWeek('Eva', 10, 3) }), 'Eva'), fallen, 4)).toBeUndefined()
  })

  it('stands what the median rep has opened in the same weeks, not what a usual pace would have made', () => {
    expect(medianCreated(fallen, 4)).toBe(4)
    expect((fallen.team.medianPace ?? 0) * 4).toBe(24)
    expect(hasTeamFallen(fallen, 4)).toBe(true)
    expect(hasTeamFallen(bookOf({ deals: [...rep('Ann', 2, 2), ...rep('Bea', 4, 3)] }), 4)).toBe(false)
  })

  it('whoever owns no deal pulls no median down', () => {
    const deals = [...rep('Ann', 2, 1), ...rep('Bea', 4, 3)]
    const listed = bookOf({ deals, reps: ['Carl', 'Carol', 'Mei'].map((name) => ({ rep: name })) })
    expect(listed.reps).toHaveLength(5)
    expect(listed.team.medianPace).toBe(3)
    expect(medianCreated(listed, 4)).toBe(8)
  })
})

describe('what is asked for', () => {
  const asked = (name: string) => {
    const created = { Bea: 12, Cy: 4 }[name] ?? 0
    return askedPace(repCalled(fallen, name), fallen, { created, weeks: 4 }, { perWeek: 6, of: 'others' })
  }

  it('is the own usual pace of whoever has fallen below it', () => {
    expect(asked('Bea')).toEqual({ perWeek: 13, of: 'own', target: 13 })
    expect(asked('Cy')).toEqual({ perWeek: 6, of: 'own', target: 6 })
  })

  it('is one more than the own pace where that is what is too low', () => {
    const low = bookOf({ deals: [...rep('Ann', 1, 1), ...rep('Bea', 6, 6), ...rep('Cy', 6, 6)] })
    const ann = repCalled(low, 'Ann')
    expect(judgeCreation(ann, low)).toMatchObject({ verdict: 'below', created: 13, weeks: 13 })
    expect(askedPace(ann, low, { created: 4, weeks: 4 }, { perWeek: 6, of: 'others' })).toEqual({
      perWeek: 6,
      of: 'others',
      target: 2,
    })
  })

  it('is the standard itself', () => {
    const bea = repCalled(fallen, 'Bea')
    expect(askedPace(bea, fallen, { created: 0, weeks: 4 }, { perWeek: 2.5, of: 'standard' }).target).toBe(3)
  })
})

describe('open deals without a creation date', () => {
  const undated = (count: number) => times(count, { owner: 'Ann', stage: 'Prospecting' })
  const judged = (count: number) => {
    const book = bookOf({ deals: [...rep('Ann', 6, 1), ...undated(count), ...rep('Bea', 6, 6), ...rep('Cy', 6, 6)] })
    return judgeCreation(repCalled(book, 'Ann'), book)
  }

  it('leave it open whether a count is too low, where they could make it enough', () => {
    expect(judged(0)).toMatchObject({ verdict: 'below', created: 3, undated: 0 })
    expect(judged(11)).toMatchObject({ verdict: 'below', undated: 11 })
    expect(judged(12)).toMatchObject({ verdict: 'unknown', created: 3, undated: 12 })
  })

  it('are no newer than the import that made them', () => {
    const others = Array.from({ length: 30 }, (_, week) => inWeek('Bea', week, 1)).flat()
    const imported = bookOf({ deals: [...inWeek('Ann', 10, 40), ...others] })
    expect(imported.importDays).toHaveLength(1)
    const before = (weeks: number) => countUndated(repCalled(imported, 'Ann'), addDays(day(TODAY), -7 * weeks))
    expect([before(9), before(11)]).toEqual([0, 40])
  })
})
