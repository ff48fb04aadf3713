import { describe, expect, it } from 'vitest'
import { times, type Cells } from '../support/exports.ts'
import { agendaOf } from './any-team.ts'

const open: Cells<'opportunities'> = {
  owner: 'Dana',
  stage: 'Prospecting',
  amount: 40_000,
  created: '2026-11-02',
  closeDate: '2026-12-18',
  lastActivity: '2026-11-18',
  nextStep: '11/27 call',
}

/** Each rep's created on a day of their own: all on one would look like an import. */
function closed(owner: 'Dana' | 'Ann', won: number, lost: number, more: Cells<'opportunities'> = {}) {
  const base = {
    owner,
    amount: 20_000,
    created: owner === 'Ann' ? '2026-01-06' : '2026-01-05',
    closeDate: '2026-06-15',
    ...more,
  }
  return [...times(won, { ...base, stage: 'Closed Won' }), ...times(lost, { ...base, stage: 'Closed Lost' })]
}

function why(deals: Cells<'opportunities'>[]): string | undefined {
  const page = agendaOf({ deals }).pages.find(({ rep }) => rep.name === 'Dana')
  return page?.oneThing?.why.replaceAll('\u00A0', ' ')
}

describe('the one thing says', () => {
  it('of losses what they are of the closings of the last 13 weeks, each figure as it stands there', () => {
    const dana = [...closed('Dana', 4, 46), ...closed('Dana', 1, 9, { closeDate: '2026-08-22' })]
    const before = closed('Dana', 0, 5, { closeDate: '2026-08-21' })
    const ann = [...closed('Ann', 60, 5), { ...open, owner: 'Ann' }]
    // The losses by name follow: test/agenda/losses.test.ts.
    const [, won, of, others, rate, closings, between, wins] =
      why([open, ...dana, ...before, ...ann])?.match(
        /Wins (?:\d+) % of what closes \((\d+) of (\d+)\); the others win (\d+) %\.(?: )(()\d+) closed in 13 weeks × the (\d+) % between = ([\d.]+) wins/,
      ) ?? []
    expect([won, rate === undefined, closings === undefined]).toEqual(['5', false, false])
    expect(Number(others)).toBe(92)
    expect(Number(between)).toBe(92 - Math.round((5 / Number(of)) * 100))
    expect(Number(wins)).toBeCloseTo((Number(rate) * Number(between)) / 100, 1)
  })

  it('of a deal its amount and how often such are won, and multiplies by nothing that nobody measured', () => {
    const silent = { ...open, lastActivity: '2026-11-03', nextStep: undefined }
    const fresh = { ...open, created: '2026-11-18' }
    const half = [...closed('Ann', 5, 5), ...closed('Dana', 5, 5)]
    expect(why([silent, fresh, ...half])).toMatch(/\. \$40k, and 50 % of what closes is won\.$/)
    expect(why([silent, fresh, ...closed('Ann', 6, 6)])).toMatch(/\. \$40k, and the team wins 50 % of what closes\.$/)
  })

  it('of a renewal how often renewals are', () => {
    const renewal = { ...open, type: 'Renewal', lastActivity: '2026-07-02', created: '2026-01-05', nextStep: undefined }
    const renewals = closed('Ann', 9, 1, { type: 'Renewal' })
    expect(why([renewal, ...renewals, ...closed('Ann', 5, 5)])).toMatch(
      /\. \$40k, and renewals are won 90 % of the time\.$/,
    )
  })
})
