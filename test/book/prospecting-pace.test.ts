import { describe, expect, it } from 'vitest'
import { prospectingPace } from '../../src/book/activity/prospecting-pace.ts'
import { nobodys, noSettings, type Settings } from '../../src/book/settings.ts'
import { bookOf, repCalled, times, type Cells } from '../support/exports.ts'

/** Created in the last four weeks, and calls on no deal in them. */
type Team = Readonly<Record<string, readonly [created: number, calls: number]>>

const settings = (prospecting?: number): Partial<Settings> => ({
  standards: {
    ...noSettings.standards,
    newOpportunities: { ...nobodys(), default: 1 },
    prospectingActivities: { ...nobodys(), default: prospecting },
  },
})

function paceFor(
  name: string,
  team: Team,
  { standard, starts = {} }: { standard?: number; starts?: Record<string, string> } = {},
) {
  const deal: Cells<'opportunities'> = { stage: 'Prospecting' }
  const names = Object.keys(team)
  const book = bookOf(
    {
      deals: names.flatMap((owner) =>
        // On different days: many of one day would be an import.
        ['2026-10-30', '2026-10-29'].flatMap((created) =>
          times((team[owner]?.[0] ?? 0) / 2, { ...deal, owner, created }),
        ),
      ),
      reps: names.map((rep) => ({ rep, startDate: starts[rep] ?? '2024-01-08' })),
      activities: names.flatMap((owner) => times(team[owner]?.[1] ?? 0, { type: 'Call', date: '2026-11-10', owner })),
    },
    { settings: settings(standard) },
  )
  return prospectingPace(repCalled(book, name), book)
}

describe('the prospecting that is to be expected', () => {
  it('is the standard, where there is one', () => {
    expect(paceFor('Dana', { Dana: [0, 4], Ann: [4, 40], Bea: [4, 60] }, { standard: 25 })).toEqual({
      perWeek: 25,
      of: 'standard',
    })
  })

  it('else the median of those who produce: nobody else counts', () => {
    const team: Team = { Dana: [0, 4], Ann: [12, 40], Bea: [12, 60], Eve: [0, 400] }
    expect(paceFor('Dana', team)).toEqual({ perWeek: 12.5, of: 'reps who produce' })
  })

  it.each<[string, Team, Record<string, string>]>([
    ['only one produces', { Dana: [0, 4], Ann: [4, 40] }, {}],
    ['the second logs nothing', { Dana: [0, 4], Ann: [4, 40], Bea: [4, 0] }, {}],
    ['the second is new', { Dana: [0, 4], Ann: [4, 40], Bea: [4, 40] }, { Bea: '2026-10-05' }],
    ['the rep is new', { Dana: [0, 4], Ann: [4, 40], Bea: [4, 40] }, { Dana: '2026-10-05' }],
  ])('is not known where %s', (_, team, starts) => {
    expect(paceFor('Dana', team, { starts })).toBeUndefined()
  })

  it('a standard holds for a new rep too', () => {
    expect(paceFor('Dana', { Dana: [0, 4] }, { standard: 25, starts: { Dana: '2026-10-05' } })?.perWeek).toBe(25)
  })
})
