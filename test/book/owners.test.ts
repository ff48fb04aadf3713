import { describe, expect, it } from 'vitest'
import { bookOf, day, iso, repCalled, repNames, type Cells } from '../support/exports.ts'

const open: Cells<'opportunities'> = {
  owner: 'Dana',
  stage: 'Prospecting',
  amount: 20_000,
  created: '2026-10-01',
  closeDate: '2027-01-31',
}
const won: Cells<'opportunities'> = { ...open, stage: 'Closed Won', created: '2026-09-01', closeDate: '2026-11-10' }

describe('whose deals they are', () => {
  it('a rep has an open deal or one created in the last ninety days', () => {
    const lost = { ...open, stage: 'Closed Lost', closeDate: '2026-11-01' }
    const deals = [
      { ...open, owner: 'Open', created: '2025-01-10' },
      { ...lost, owner: 'Recent', created: '2026-08-23' },
      { ...lost, owner: 'Former', created: '2026-08-22' },
      { ...open, owner: 'Future', created: '2026-11-21' },
    ]
    expect(repNames(bookOf({ deals }))).toEqual(['Open', 'Recent'])
  })

  it('or is listed in a reps file, even without a deal; a name in the config alone may be a typing error', () => {
    const reps = [{ rep: 'Listed', team: 'North', level: 'Senior', startDate: '2026-01-07', goal: 90_000 }]
    const configured = { email: 'd@example.com', level: undefined, manager: 'Kim', startDate: undefined }
    const settings = {
      reps: new Map([
        ['Dana', configured],
        ['Danna', configured],
      ]),
    }
    const book = bookOf({ deals: [open], reps }, { settings })
    expect(repNames(book)).toEqual(['Dana', 'Listed'])
    expect(repCalled(book, 'Listed')).toMatchObject({
      open: [],
      team: 'North',
      level: 'Senior',
      goal: { amount: 90_000 },
    })
    expect(repCalled(book, 'Dana')).toMatchObject({ email: 'd@example.com', manager: 'Kim' })
  })

  it('deals without an owner are unassigned, closed ones of no concern', () => {
    const deals = [{ ...open, owner: undefined }, open, { ...won, owner: undefined }]
    const cells = deals.map(({ owner, ...rest }) => (owner === undefined ? rest : { ...rest, owner }))
    expect(bookOf({ deals: cells }).unassigned.map(({ id }) => id)).toEqual(['deal-1'])
  })

  describe('orphans', () => {
    const orphan = { ...open, owner: 'Gone', created: '2026-06-01' }
    const busy = { owner: 'Dana', date: '2026-11-19' }
    const judge = (deals: Cells<'opportunities'>[], activities: Cells<'activities'>[], reps: string[] = []) => {
      const book = bookOf({ deals, activities, reps: reps.map((rep) => ({ rep })) })
      return [repNames(book), book.unassigned.map(({ id }) => id)]
    }

    it('are the deals of an owner who has created and logged nothing in 28 days', () => {
      expect(judge([orphan, open], [busy])).toEqual([['Dana'], ['deal-1']])
    })

    it.each([
      ['2026-10-24', ['Dana', 'Gone']],
      ['2026-10-23', ['Dana']],
    ])('an owner who logged on %s', (date, expected) => {
      expect(judge([orphan, open], [busy, { owner: 'Gone', date }])[0]).toEqual(expected)
    })

    it('are not those of an owner who created one lately', () => {
      expect(judge([orphan, { ...orphan, created: '2026-10-24' }, open], [busy])).toEqual([['Dana', 'Gone'], []])
      expect(judge([orphan, { ...orphan, created: '2026-10-23' }, open], [busy])[0]).toEqual(['Dana'])
    })

    it('are not those of a person in the reps file', () => {
      expect(judge([orphan, open], [busy], ['Gone'])).toEqual([['Dana', 'Gone'], []])
    })

    it('cannot be told where the export does not say who logs', () => {
      expect(judge([orphan, open], [])).toEqual([['Dana', 'Gone'], []])
      expect(judge([orphan, open], [{ date: '2026-11-19' }])).toEqual([['Dana', 'Gone'], []])
    })
  })

  describe('owners that are no persons', () => {
    const deals = ['Integration User', 'Zapier Bot', 'Lead Queue', 'Abbott Botham', 'Dana'].map((owner) => ({
      ...open,
      owner,
    }))

    it('are left out and counted', () => {
      const book = bookOf({ deals: [...deals, { ...won, owner: 'Zapier Bot' }] })
      expect(repNames(book)).toEqual(['Abbott Botham', 'Dana'])
      expect(book.open.map(({ owner }) => owner)).toEqual(['Abbott Botham', 'Dana'])
      expect(book.team.closings.won).toBe(0)
      expect(book.unassigned).toEqual([])
      expect(book.ignored).toEqual([
        { owner: 'Integration User', deals: 1 },
        { owner: 'Lead Queue', deals: 1 },
        { owner: 'Zapier Bot', deals: 1 },
      ])
    })

    it('are those the config names, and then no others', () => {
      const book = bookOf({ deals }, { settings: { ignoreOwners: ['dana'] } })
      expect(repNames(book)).toEqual(['Abbott Botham', 'Integration User', 'Lead Queue', 'Zapier Bot'])
      expect(book.ignored).toEqual([{ owner: 'Dana', deals: 1 }])
    })

    it('get no page even when a reps file lists them', () => {
      expect(repNames(bookOf({ deals, reps: [{ rep: 'Zapier Bot' }] }))).not.toContain('Zapier Bot')
    })
  })
})

describe('tenure', () => {
  const told = { deals: [{ ...open, created: '2026-03-02' }], reps: [{ rep: 'Dana', startDate: '2026-08-24' }] }
  const configured = (startDate: string) =>
    new Map([['Dana', { email: undefined, level: undefined, manager: undefined, startDate: day(startDate) }]])

  it('begins with the config’s start date, else the reps file’s, else the first appearance', () => {
    const since = (more: object, settings = {}) =>
      iso(repCalled(bookOf({ ...told, ...more }, { settings }), 'Dana').since)
    expect(since({}, { reps: configured('2026-09-01') })).toBe('2026-09-01')
    expect(since({})).toBe('2026-08-24')
    expect(since({ reps: [] })).toBe('2026-03-02')
    expect(since({ reps: [], activities: ['2026-02-10', '2026-11-19'].map((date) => ({ owner: 'Dana', date })) })).toBe(
      '2026-02-10',
    )
    expect(since({ reps: [{ rep: 'Dana' }], deals: [] })).toBeUndefined()
  })

  it.each([
    ['2026-08-23', true],
    ['2026-08-22', false],
  ])('of under ninety days is new: since %s', (startDate, isNew) => {
    const book = bookOf(told, { settings: { reps: configured(startDate) } })
    expect(repCalled(book, 'Dana').isNew).toBe(isNew)
  })

  it('without any appearance is not taken to be new', () => {
    expect(repCalled(bookOf({ reps: [{ rep: 'Dana' }] }), 'Dana').isNew).toBe(false)
  })
})
