import { describe, expect, it } from 'vitest'
import { noPast, type Past } from '../../src/book/past/past.ts'
import { seenBy } from '../../src/history/seen.ts'
import { noSettings } from '../../src/book/settings.ts'
import { bookOf, day, firstDeal, iso, times, type Cells, type Circumstances } from '../support/exports.ts'

const open: Cells<'opportunities'> = { owner: 'Dana', stage: 'Needs Analysis', created: '2026-10-01' }
const at = (changed: string | undefined, stage: string): Cells<'history'> => ({ dealId: 'deal-1', changed, stage })

function deal(cells: Cells<'opportunities'>, history: Cells<'history'>[] = [], circumstances: Circumstances = {}) {
  const { stageSince, stagesHeld, ...found } = firstDeal(
    bookOf({ deals: [{ ...open, ...cells }], history }, circumstances),
  )
  const held = stagesHeld?.map(({ stage, since }) => `${stage} ${iso(since) ?? '?'}`)
  return { since: iso(stageSince), days: found.daysInStage, hasMoved: found.hasMoved, held }
}

describe('since when a deal stands in its stage', () => {
  const history = [at('2026-10-01', 'Prospecting'), at('2026-10-20', 'Needs Analysis')]

  it('by its history', () => {
    expect(deal({}, history)).toEqual({
      since: '2026-10-20',
      days: 31,
      hasMoved: true,
      held: ['Prospecting 2026-10-01', 'Needs Analysis 2026-10-20'],
    })
  })

  it('another change of the same stage is none', () => {
    expect(deal({}, [...history, at('2026-11-10', 'needs analysis')]).since).toBe('2026-10-20')
  })

  it('what a history of single fields had before its first change stood since the creation', () => {
    expect(deal({}, [at(undefined, 'Prospecting'), at('2026-10-20', 'Needs Analysis')]).held?.[0]).toBe(
      'Prospecting 2026-10-01',
    )
  })

  it('by the column with the last stage change', () => {
    expect(deal({ stageChanged: '2026-11-06' })).toEqual({
      since: '2026-11-06',
      days: 14,
      hasMoved: true,
      held: undefined,
    })
    expect(deal({ stageChanged: '2026-11-06' }, history).since).toBe('2026-11-06')
    expect(deal({ stageChanged: '2026-10-01' }).hasMoved).toBe(false)
    expect(deal({ stageChanged: '2026-10-02' }).hasMoved).toBe(true)
  })

  it('a change after the day of the review has not happened yet', () => {
    expect(deal({ stageChanged: '2026-11-21' })).toMatchObject({ since: undefined, hasMoved: undefined })
    const later = [...history, at('2026-11-21', 'Proposal/Price Quote')]
    expect(deal({ stage: 'Proposal/Price Quote' }, later)).toMatchObject({ since: '2026-10-20', days: 31 })
  })

  it('is unknown without either, or where the history does not reach the present stage', () => {
    expect(deal({})).toEqual({ since: undefined, days: undefined, hasMoved: undefined, held: undefined })
    expect(deal({ stage: 'Negotiation/Review' }, history)).toMatchObject({ since: undefined, hasMoved: true })
  })

  it('closed days do not count', () => {
    const closures = [{ from: day('2026-11-09'), to: day('2026-11-11'), reps: undefined }]
    expect(deal({}, history, { settings: { closures } }).days).toBe(28)
  })

  it('one stage in the history is a deal that never moved', () => {
    expect(deal({ stage: 'Prospecting' }, history.slice(0, 1))).toMatchObject({ hasMoved: false, days: 50 })
  })

  it('an earlier review can tell that it moved, and not that it never did', () => {
    const earlier = (stage: string) => bookOf({ deals: [{ ...open, stage }] }, { asOf: '2026-11-13' })
    const before = (stage: string): Past => ({
      ...noPast,
      reviews: [seenBy(earlier(stage), [])],
    })
    expect(deal({}, [], { past: before('Prospecting') }).hasMoved).toBe(true)
    expect(deal({}, [], { past: before('Needs Analysis') }).hasMoved).toBeUndefined()
  })

  it('a closed deal is in no stage for so many days', () => {
    expect(deal({ stage: 'Closed Won', closeDate: '2026-11-01' }, history)).toMatchObject({
      days: undefined,
      held: ['Prospecting 2026-10-01', 'Needs Analysis 2026-10-20', 'Closed Won 2026-11-01'],
    })
  })
})

describe('what can be known of stages', () => {
  const gap = (need: 'stageDates' | 'history', deals: Cells<'opportunities'>[], history: Cells<'history'>[] = []) =>
    bookOf({ deals, history }).knowledge.get(need) === undefined ? 'known' : 'missing'

  it('days of stage changes where half of the open deals have one', () => {
    const dated = { ...open, stageChanged: '2026-10-10' }
    expect(gap('stageDates', [dated, open])).toBe('known')
    expect(gap('stageDates', [dated, open, open])).toBe('missing')
  })

  it('earlier days by a history or an earlier review', () => {
    expect(gap('history', [open])).toBe('missing')
    expect(gap('history', [open], [at('2026-10-01', 'Prospecting')])).toBe('known')
  })

  it('amounts, goals and closings are gaps of their own', () => {
    const missing = (deals: Cells<'opportunities'>[], settings = noSettings) => {
      const { knowledge } = bookOf({ deals }, { settings })
      return (['amounts', 'goal', 'wonHistory'] as const).filter((need) => knowledge.get(need) !== undefined)
    }
    const goals = { ...noSettings.goals, amount: { ...noSettings.goals.amount, default: 1000 } }
    const won = { ...open, stage: 'Closed Won', amount: 1000, closeDate: '2026-11-01' }
    expect(missing([open])).toEqual(['amounts', 'goal', 'wonHistory'])
    expect(missing([{ ...open, amount: 1000 }, ...times(9, won)], { ...noSettings, goals })).toEqual(['wonHistory'])
    expect(missing([{ ...open, amount: 1000 }, ...times(10, won)], { ...noSettings, goals })).toEqual([])
  })
})
