import { describe, expect, it } from 'vitest'
import { noPast, type Past } from '../../src/book/past/past.ts'
import type { Settings } from '../../src/book/settings.ts'
import { compare } from '../../src/history/compare.ts'
import { seenBy } from '../../src/history/seen.ts'
import { bookOf, type Cells } from '../support/exports.ts'
import { alder, birch } from '../support/two-deals.ts'

// What changed between last week's export and this week's.

type Cell = Cells<'opportunities'>

function lastWeek(deals: readonly Cell[], settings: Partial<Settings> = {}): Past {
  return { ...noPast, reviews: [seenBy(bookOf({ deals }, { asOf: '2026-11-13', settings }), [])] }
}

function changes(before: readonly Cell[], now: readonly Cell[], settings: Partial<Settings> = {}) {
  return compare(bookOf({ deals: now }, { past: lastWeek(before, settings), settings })).map(
    ({ deal, change, from, to }) => [deal.name, change, from, to] as const,
  )
}

function without(cells: Cell, ...fields: (keyof Cell)[]): Cell {
  return Object.fromEntries(Object.entries(cells).filter(([field]) => !fields.includes(field as keyof Cell)))
}

describe('what became of a deal', () => {
  const cases: readonly [string, Cell, string, string | number, string | number][] = [
    ['pushed', { closeDate: '2027-01-15' }, 'pushed', '2026-12-31', '2027-01-15'],
    ['pulled in', { closeDate: '2026-12-15' }, 'pulled-in', '2026-12-31', '2026-12-15'],
    ['a stage on', { stage: 'Needs Analysis' }, 'advanced', 'Qualification', 'Needs Analysis'],
    ['a stage back', { stage: 'Prospecting' }, 'moved-back', 'Qualification', 'Prospecting'],
    ['larger', { amount: 25_000 }, 'amount-up', 20_000, 25_000],
    ['smaller', { amount: 0 }, 'amount-down', 20_000, 0],
    ['handed over', { owner: 'Priya' }, 'owner', 'Dana', 'Priya'],
    ['won', { stage: 'Closed Won', closeDate: '2026-11-18' }, 'won', 'Qualification', 'Closed Won'],
    ['lost', { stage: 'Closed Lost', closeDate: '2026-11-18' }, 'lost', 'Qualification', 'Closed Lost'],
  ]

  it.each(cases)('%s', (_, cells, change, from, to) => {
    expect(changes([alder], [{ ...alder, ...cells }])).toEqual([['Alder', change, from, to]])
  })

  it('new', () => {
    const now = { ...birch, created: '2026-11-16' }
    expect(changes([alder], [alder, now])).toEqual([['Birch', 'created', null, 'Qualification']])
  })

  it('gone, which is the loss of whoever had it', () => {
    const [change] = compare(bookOf({ deals: [alder] }, { past: lastWeek([alder, birch]) }))
    expect(change).toEqual({
      deal: { id: 'B', name: 'Birch' },
      change: 'gone',
      from: 'Qualification',
      to: null,
      reason: null,
      owner: 'Dana',
      amount: 50_000,
    })
  })

  it('a deal handed over is the new owner’s change', () => {
    const [change] = compare(bookOf({ deals: [{ ...alder, owner: 'Priya' }] }, { past: lastWeek([alder]) }))
    expect(change?.owner).toBe('Priya')
  })

  it('several things at once are several changes', () => {
    const now = { ...alder, closeDate: '2027-01-15', amount: 10_000, owner: 'Priya', stage: 'Prospecting' }
    expect(changes([alder], [now]).map(([, change]) => change)).toEqual([
      'pushed',
      'moved-back',
      'amount-down',
      'owner',
    ])
  })

  it('won is told alone, whatever else moved', () => {
    const now = { ...alder, stage: 'Closed Won', amount: 5_000, owner: 'Priya', closeDate: '2026-11-18' }
    expect(changes([alder], [now]).map(([, change]) => change)).toEqual(['won'])
  })

  it('lost after it was taken for won', () => {
    const [won, lost] = ['Closed Won', 'Closed Lost'].map((stage) => ({ ...alder, stage, closeDate: '2026-11-10' }))
    expect(changes([won ?? {}], [lost ?? {}])).toEqual([['Alder', 'lost', 'Closed Won', 'Closed Lost']])
  })

  it('is told by the config’s stages', () => {
    const settings = { stages: { order: ['Handshake', 'Qualification'], won: ['Live'], lost: [] } }
    const at = (stage: string) => ({ ...alder, stage, closeDate: '2026-11-18' })
    expect(changes([at('Qualification')], [at('Handshake')], settings)[0]?.[1]).toBe('moved-back')
    expect(changes([at('Qualification')], [at('Live')], settings)[0]?.[1]).toBe('won')
  })
})

describe('the biggest comes first', () => {
  it('by the amount of the deal, gone and unknown ones among them', () => {
    const cedar = { ...alder, id: 'C', name: 'Cedar', amount: 90_000 }
    const elm = without({ ...alder, id: 'E', name: 'Elm' }, 'amount')
    const later = { closeDate: '2027-01-15' }
    const before = [elm, alder, birch, cedar]
    const now = [
      { ...elm, ...later },
      { ...alder, ...later },
      { ...cedar, ...later },
    ]
    expect(changes(before, now).map(([name]) => name)).toEqual(['Cedar', 'Birch', 'Alder', 'Elm'])
  })
})

describe('no change', () => {
  it('nothing moved', () => {
    expect(changes([alder, birch], [birch, alder])).toEqual([])
  })

  it('there is no earlier export', () => {
    expect(compare(bookOf({ deals: [alder] }))).toEqual([])
  })

  it.each<[string, keyof Cell]>([
    ['the close date', 'closeDate'],
    ['the amount', 'amount'],
    ['the owner', 'owner'],
    ['the stage', 'stage'],
  ])('%s is unknown then or now', (_, field) => {
    const less = without(alder, field)
    // The state stays known without a stage.
    const status = { status: 'Open' }
    expect(changes([{ ...alder, ...status }], [{ ...less, ...status }])).toEqual([])
    expect(changes([{ ...less, ...status }], [{ ...alder, ...status }])).toEqual([])
  })

  it('stages whose order nobody knows', () => {
    expect(changes([{ ...alder, stage: 'Zap' }], [{ ...alder, stage: 'Grok' }])).toEqual([])
  })

  it('a closed deal whose cells were tidied', () => {
    const won = { ...alder, stage: 'Closed Won', closeDate: '2026-11-10' }
    expect(changes([won], [{ ...won, amount: 1, closeDate: '2026-11-09', owner: 'Priya' }])).toEqual([])
  })

  it('a closed deal that this export leaves out', () => {
    const won = { ...birch, stage: 'Closed Won', closeDate: '2026-11-10' }
    expect(changes([alder, won], [alder])).toEqual([])
  })

  it('Salesforce’s id is of 15 characters in one and 18 in the other', () => {
    expect(changes([{ ...alder, id: '006A000000abcDE' }], [{ ...alder, id: '006A000000abcDEIAZ' }])).toEqual([])
  })

  it('deals without ids are the same by name, account and day', () => {
    const nameless = { ...without(alder, 'id'), account: 'Acme' }
    const past = lastWeek([{ ...nameless, id: undefined }])
    const book = bookOf({ deals: [{ ...nameless, id: undefined, amount: 30_000 }] }, { past })
    expect(compare(book).map(({ change }) => change)).toEqual(['amount-up'])
  })
})
