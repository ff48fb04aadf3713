import { describe, expect, it } from 'vitest'
import type { Pushes } from '../../src/book/deals/deal.ts'
import { countPushes } from '../../src/book/deals/pushes.ts'
import { day, iso, row } from '../support/exports.ts'

type Promised = readonly [changed: string, closeDate: string]

interface Known {
  readonly history?: readonly Promised[]
  readonly now?: string
  readonly pushCount?: number
  readonly original?: string
  readonly slipDays?: number
  readonly before?: string
}

function pushes({ history = [], now, pushCount, original, slipDays, before }: Known) {
  const date = (text: string | undefined) => (text === undefined ? undefined : day(text))
  const changes = history.map(([changed, closeDate]) => row('history', { dealId: 'deal-1', changed, closeDate }))
  const told = { pushCount, originalCloseDate: date(original), slipDays }
  return shown(countPushes(changes, date(now), told, before === undefined ? [] : [day(before)]))
}

function shown(found: Pushes | undefined) {
  return found === undefined ? undefined : [found.count, iso(found.firstPromised), found.source]
}

const september: Promised = ['2026-07-01', '2026-09-30']
const october: Promised = ['2026-09-20', '2026-10-31']
const december: Promised = ['2026-10-30', '2026-12-31']

describe('pushes', () => {
  it('are unknown where nothing tells', () => {
    expect(pushes({})).toBeUndefined()
    expect(pushes({ now: '2026-12-31' })).toBeUndefined()
    expect(pushes({ before: '2026-12-31' })).toBeUndefined()
  })

  it('are the moves to a later day in the history', () => {
    expect(pushes({ history: [september, october, december] })).toEqual([2, '2026-09-30', 'history'])
    expect(pushes({ history: [september] })).toEqual([0, '2026-09-30', 'history'])
  })

  it('count the move that the history does not have yet', () => {
    expect(pushes({ history: [september, october], now: '2026-12-31' })).toEqual([2, '2026-09-30', 'history'])
    expect(pushes({ history: [september, october], now: '2026-10-31' })).toEqual([1, '2026-09-30', 'history'])
  })

  it('do not count what was pulled in', () => {
    expect(pushes({ history: [december, ['2026-11-01', '2026-11-30']] })).toEqual([0, '2026-12-31', 'history'])
    expect(pushes({ now: '2026-11-30', before: '2026-12-31' })).toEqual([0, '2026-12-31', 'earlier reviews'])
  })

  it('do not count what was changed and changed back within a day', () => {
    const slip: Promised[] = [
      ['2026-10-01', '2026-12-31'],
      ['2026-10-01', '2026-10-31'],
    ]
    expect(pushes({ history: [['2026-07-01', '2026-10-31'], ...slip] })).toEqual([0, '2026-10-31', 'history'])
  })

  it('pass over changes of other fields', () => {
    const stage = row('history', { dealId: 'deal-1', changed: '2026-09-20', stage: 'Proposal' })
    const dated = [september, october].map(([changed, closeDate]) => row('history', { changed, closeDate }))
    expect(shown(countPushes([...dated, stage], undefined, row('opportunities', {}), []))).toEqual([
      1,
      '2026-09-30',
      'history',
    ])
  })

  it('are one, or none, where only the original close date is known', () => {
    expect(pushes({ original: '2026-10-31', now: '2026-12-31' })).toEqual([1, '2026-10-31', 'original close date'])
    expect(pushes({ original: '2026-12-31', now: '2026-12-31' })).toEqual([0, '2026-12-31', 'original close date'])
    expect(pushes({ slipDays: 30, now: '2026-12-31' })).toEqual([1, '2026-12-01', 'original close date'])
    expect(pushes({ pushCount: 3, original: '2026-10-31', now: '2026-12-31' })).toEqual([3, '2026-10-31', 'push count'])
  })

  it('are the CRM’s count where there is no history', () => {
    expect(pushes({ pushCount: 3, now: '2026-12-31' })).toEqual([3, undefined, 'push count'])
    expect(pushes({ pushCount: 0 })).toEqual([0, undefined, 'push count'])
  })

  it('are one where the an earlier review saw an earlier day', () => {
    expect(pushes({ now: '2026-12-31', before: '2026-11-30' })).toEqual([1, '2026-11-30', 'earlier reviews'])
    expect(pushes({ now: '2026-12-31', before: '2026-12-31' })).toEqual([0, '2026-12-31', 'earlier reviews'])
  })

  it('are the most that any of the three has seen', () => {
    expect(pushes({ history: [september, october], pushCount: 4 })).toEqual([4, '2026-09-30', 'push count'])
    expect(pushes({ history: [september, october, december], pushCount: 1 })).toEqual([2, '2026-09-30', 'history'])
    expect(pushes({ pushCount: 0, now: '2026-12-31', before: '2026-11-30' })).toEqual([
      1,
      '2026-11-30',
      'earlier reviews',
    ])
  })
})
