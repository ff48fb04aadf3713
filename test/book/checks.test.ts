import { describe, expect, it } from 'vitest'
import { checkData } from '../../src/book/checks/check-data.ts'
import type { Checked } from '../../src/book/checks/data-check.ts'
import { noSettings, type Settings } from '../../src/book/settings.ts'
import { isoDate } from '../../src/time/plain-date.ts'
import { day, exportsOf, iso, type Cells, type Told } from '../support/exports.ts'

type Deal = Cells<'opportunities'>

function check(told: Told, asOf: string, settings: Partial<Settings> = {}, isAskedFor = false): Checked {
  return checkData(exportsOf(told), { ...noSettings, ...settings }, { asOf: day(asOf), isAskedFor })
}

function plus(from: string, days: number): string {
  return isoDate((day(from) + days) as ReturnType<typeof day>)
}

/** A deal opened and one closed every third day, from the start of the year up to a day. */
function worked(until: string): Deal[] {
  const deals: Deal[] = []
  for (let at = 0; plus('2026-01-02', at) <= until; at += 3) {
    const on = plus('2026-01-02', at)
    deals.push({ owner: 'Ana Ruiz', stage: 'Qualification', created: on, closeDate: plus(on, 120) })
    deals.push({
      owner: 'Ben Cole',
      stage: at % 2 === 0 ? 'Closed Won' : 'Closed Lost',
      created: plus(on, -30),
      closeDate: on,
    })
  }
  return deals
}

describe('where the data ends', () => {
  it('is an old export, and the last good day is reviewed, where opening and closing have stopped', () => {
    const { asOf, data } = check({ deals: worked('2026-09-25') }, '2026-11-20')
    expect(iso(asOf)).toBe('2026-09-23')
    expect(data.old).toMatchObject({ isAskedFor: false })
    expect(data.findings.map(({ id }) => id)).toContain('old-export')
  })

  it('is none where the last entry is two days old', () => {
    const { asOf, data } = check({ deals: worked('2026-11-18') }, '2026-11-20')
    expect(iso(asOf)).toBe('2026-11-20')
    expect(data.old).toBeUndefined()
  })

  it('does not count days on which everybody was away', () => {
    const closures = [{ from: day('2026-09-24'), to: day('2026-11-18'), reps: undefined }]
    expect(check({ deals: worked('2026-09-25') }, '2026-11-20', { closures }).data.old).toBeUndefined()
  })

  it('is usual after a gap as long in the year before', () => {
    const deals = worked('2026-09-25').filter(
      ({ created }) => (created ?? '') < '2026-03-01' || (created ?? '') > '2026-04-15',
    )
    const quiet = deals.filter(({ closeDate }) => (closeDate ?? '') < '2026-03-01' || (closeDate ?? '') > '2026-04-15')
    expect(check({ deals: quiet }, '2026-11-20').data.old).toBeUndefined()
  })

  it('says that nobody opens deals any more, and not that the file is old, where work on deals goes on', () => {
    const deals = worked('2026-09-25').map((deal, at) => (at === 0 ? { ...deal, lastActivity: '2026-11-19' } : deal))
    const { data } = check({ deals }, '2026-11-20')
    expect(data.old).toBeUndefined()
    expect(data.findings.map(({ id }) => id)).toContain('creation-ended')
  })

  it('asks about a small export of which nothing is of the last days', () => {
    const { data } = check({ deals: [{ stage: 'Qualification', created: '2026-10-01' }] }, '2026-11-20')
    expect(data.old).toBeUndefined()
    expect(data.findings).toContainEqual({ id: 'newest-entry', day: day('2026-10-01'), gap: 50 })
  })
})

describe('what the file cannot show', () => {
  const outcome = (stages: readonly string[]) =>
    check({ deals: stages.map((stage) => ({ stage, created: '2026-11-18' })) }, '2026-11-20').data.findings

  it.each([
    ['lost', ['Closed Won', 'Closed Won', 'Closed Won', 'Qualification']],
    ['won', ['Closed Lost', 'Closed Lost', 'Closed Lost', 'Qualification']],
    ['closed', ['Qualification', 'Qualification', 'Qualification']],
    ['open', ['Closed Won', 'Closed Lost', 'Closed Lost']],
  ])('no %s deals', (missing, stages) => {
    expect(outcome(stages)).toMatchObject([{ id: 'outcomes-missing', missing }])
  })

  it('nothing where there are some of each', () => {
    expect(outcome(['Closed Won', 'Closed Lost', 'Qualification'])).toEqual([])
  })
})

describe('joins that join nothing', () => {
  const deals = [{ id: 'D1', stage: 'Qualification', created: '2026-11-18' }]

  it('leave the file out and name an id of each side', () => {
    const roles = [{ dealId: 'g1', role: 'Decision Maker' }]
    const { exports, data } = check({ deals, roles }, '2026-11-20')
    expect(exports.contactRoles).toEqual([])
    expect(data.findings).toMatchObject([{ id: 'nothing-joins', theirs: 'g1', ours: 'D1' }])
  })

  it('are none where one row in ten finds its deal', () => {
    const roles = [...Array.from({ length: 9 }, (_, at) => ({ dealId: `g${at}` })), { dealId: 'D1' }]
    const { exports, data } = check({ deals, roles }, '2026-11-20')
    expect(exports.contactRoles).toHaveLength(10)
    expect(data.findings).toEqual([])
  })
})

describe('fields that mean nothing', () => {
  const unreliable = (deals: readonly Deal[]) => {
    const { exports, data } = check({ deals }, '2026-11-20')
    return { found: data.unreliable.map(({ field, why, count }) => [field, why, count]), rows: exports.deals }
  }
  const open = (cells: Deal): Deal => ({ stage: 'Qualification', created: '2026-11-02', ...cells })

  it('a probability that follows the close date', () => {
    const deals = Array.from({ length: 20 }, (_, at) =>
      open({ closeDate: plus('2026-12-01', at), probability: 90 - at }),
    )
    const { found, rows } = unreliable(deals)
    expect(found).toEqual([['probability', 'follows-close-date', 20]])
    expect(rows.every(({ probability }) => probability === undefined)).toBe(true)
  })

  it('not one that each stage has its own of', () => {
    const deals = Array.from({ length: 20 }, (_, at) =>
      open({ stage: `Stage ${at % 4}`, closeDate: plus('2026-12-01', at % 4), probability: 10 * (at % 4) }),
    )
    expect(unreliable(deals).found).toEqual([])
  })

  it('a value proposition that repeats the product', () => {
    const deals = Array.from({ length: 4 }, (_, at) =>
      open({ product: `Press ${at}`, valueProposition: `press ${at}` }),
    )
    expect(unreliable(deals).found).toEqual([['valueProposition', 'repeats-product', 4]])
  })

  it('the same text for different customers, and not for one', () => {
    const same = (account: (at: number) => string) =>
      Array.from({ length: 4 }, (_, at) => open({ account: account(at), valueProposition: 'Saves 20% by June' }))
    expect(unreliable(same((at) => `Mill ${at}`)).found).toEqual([['valueProposition', 'same-text', 4]])
    expect(unreliable(same(() => 'Mill')).found).toEqual([])
  })

  it('a last activity months ahead', () => {
    const { found, rows } = unreliable([open({ lastActivity: '2027-06-18' }), open({ lastActivity: '2026-12-01' })])
    expect(found).toEqual([['lastActivity', 'months-ahead', 1]])
    expect(rows.map(({ lastActivity }) => iso(lastActivity))).toEqual([undefined, '2026-12-01'])
  })

  it('a stage that is older than its deal', () => {
    const { found, rows } = unreliable([open({ stageChanged: '2026-10-01' }), open({ stageChanged: '2026-11-10' })])
    expect(found).toEqual([['stageChanged', 'older-than-deal', 1]])
    expect(rows.map(({ stageChanged }) => iso(stageChanged))).toEqual([undefined, '2026-11-10'])
  })

  it('amounts that are all zero', () => {
    const { found, rows } = unreliable(Array.from({ length: 3 }, () => open({ amount: 0 })))
    expect(found).toEqual([['amount', 'always-zero', 3]])
    expect(rows.every(({ amount }) => amount === undefined)).toBe(true)
  })
})
