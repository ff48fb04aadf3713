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
  it('a rep has an open deal, or has opened or closed one in the last ninety days', () => {
    const lost = { ...open, stage: 'Closed Lost', closeDate: '2026-08-22' }
    const deals = [
      { ...open, owner: 'Open', created: '2025-01-10' },
      { ...lost, owner: 'Recent', created: '2026-08-23' },
      { ...lost, owner: 'Former', created: '2026-08-21' },
      { ...lost, owner: 'Closer', created: '2026-08-21', closeDate: '2026-08-23' },
      { ...open, owner: 'Future', created: '2026-11-21' },
    ]
    expect(repNames(bookOf({ deals }))).toEqual(['Closer', 'Open', 'Recent'])
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

  it('or has logged or planned something in the last four weeks; whoever leads is no rep for that alone', () => {
    const by = (owner: string, date: string) => ({ owner, date, type: 'Call' })
    const activities = [
      by('Dana', '2026-11-19'),
      by('Lee', '2026-10-24'),
      by('Past', '2026-10-23'),
      by('Kim', '2026-11-18'),
    ]
    expect(repNames(bookOf({ deals: [open], activities, reps: [{ rep: 'Dana', manager: 'Kim' }] }))).toEqual([
      'Dana',
      'Lee',
    ])
  })

  it('or has a goal for the day, and owns a deal of whatever day', () => {
    const old = { ...won, created: '2024-01-02', closeDate: '2024-03-01' }
    const goals = [
      { rep: 'Current', goal: 50_000, from: '2026-10-01', to: '2026-12-31' },
      { rep: 'Over', goal: 50_000, from: '2026-07-01', to: '2026-09-30' },
      { rep: 'Stranger', goal: 50_000, from: '2026-10-01', to: '2026-12-31' },
    ]
    const deals = [open, { ...old, owner: 'Current' }, { ...old, owner: 'Over' }]
    expect(repNames(bookOf({ deals, goals }))).toEqual(['Current', 'Dana'])
  })

  describe('no sign of life for four weeks', () => {
    const quiet = { ...open, owner: 'Quiet', created: '2026-06-01' }
    const lee = { ...open, owner: 'Lee' }
    const busy = ['2026-09-01', '2026-11-19'].flatMap((date) => [
      { owner: 'Dana', date },
      { owner: 'Lee', date },
    ])
    const lastSign = (
      more: { deals?: Cells<'opportunities'>[]; activities?: Cells<'activities'>[] },
      settings = {},
    ) => {
      const deals = [quiet, open, lee, ...(more.deals ?? [])]
      const book = bookOf({ deals, activities: [...busy, ...(more.activities ?? [])] }, { settings })
      return iso(repCalled(book, 'Quiet').lastSign)
    }

    it('keeps the page, with the last sign there was', () => {
      expect(lastSign({})).toBe('2026-06-01')
    })

    it.each([
      ['2026-10-23', '2026-10-23'],
      ['2026-10-24', undefined],
      ['2026-11-24', undefined],
    ])('not of somebody who logged or planned something on %s', (date, expected) => {
      expect(lastSign({ activities: [{ owner: 'Quiet', date }] })).toBe(expected)
    })

    it('not of somebody who closed a deal since, or was away', () => {
      expect(lastSign({ deals: [{ ...won, owner: 'Quiet' }] })).toBeUndefined()
      const closures = [{ from: day('2026-06-02'), to: day('2026-11-19'), reps: ['Quiet'] }]
      expect(lastSign({}, { closures })).toBeUndefined()
    })

    it('not where the activities reach back a few days only', () => {
      const activities = [{ owner: 'Dana', date: '2026-11-19' }]
      expect(repCalled(bookOf({ deals: [quiet, open], activities }), 'Quiet').lastSign).toBeUndefined()
    })
  })

  describe('who has left', () => {
    const gone = { ...open, owner: 'Gone', amount: 90_000 }

    it.each([
      ['a list of users says so', gone, [{ name: 'Gone', isActive: false }]],
      ['the deals say so', { ...gone, ownerActive: false }, []],
      ['the CRM marks the name', { ...gone, owner: 'Gone Guy (deactivated)' }, []],
      ['the CRM has no other name', { ...gone, owner: 'Deactivated User 123' }, []],
    ])('%s: no page, and the deals have no active owner', (_, deal, users) => {
      const book = bookOf({ deals: [open, deal], users })
      expect(repNames(book)).toEqual(['Dana'])
      expect(book.unassigned.map(({ id }) => id)).toEqual(['deal-2'])
      expect(book.withoutActiveOwner.map(({ owner, deals }) => [owner, deals.length])).toEqual([[deal.owner, 1]])
      expect(book.openAmounts.size).toBe(1)
    })

    it('is not whoever a list of users has as active', () => {
      const users = [{ name: 'Gone', isActive: true }]
      expect(repNames(bookOf({ deals: [open, gone], users }))).toEqual(['Dana', 'Gone'])
    })
  })

  describe('who opened a deal', () => {
    const opened = (book: ReturnType<typeof bookOf>, name: string) => repCalled(book, name).opened.map(({ id }) => id)

    it('is whom the export names, whoever owns it now', () => {
      const deals = [open, { ...open, owner: 'Lee', createdBy: 'Dana' }, { ...open, owner: 'Lee', createdBy: 'Lee' }]
      const book = bookOf({ deals })
      expect([opened(book, 'Dana'), opened(book, 'Lee')]).toEqual([['deal-1', 'deal-2'], ['deal-3']])
    })

    it('is the owner where a machine, or somebody who sells nothing, typed it in', () => {
      const deals = ['Integration User', 'Office'].map((createdBy) => ({ ...open, createdBy }))
      expect(opened(bookOf({ deals }), 'Dana')).toEqual(['deal-1', 'deal-2'])
    })

    it('is called a handover where nothing is left of many', () => {
      const deals = Array.from({ length: 5 }, () => ({ ...open, owner: 'Lee', createdBy: 'Dana' }))
      const own = { ...won, owner: 'Dana', createdBy: 'Dana' }
      const lees = Array.from({ length: 6 }, () => ({ ...open, owner: 'Lee', createdBy: 'Lee' }))
      expect(bookOf({ deals: [...deals, own, ...lees] }).data.findings).toEqual([
        { id: 'handover', from: 'Dana', to: 'Lee', deals: 5 },
      ])
      expect(bookOf({ deals: [...deals, own, open, ...lees] }).data.findings).toEqual([])
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
        { owner: 'Integration User', deals: 1, amount: 20_000 },
        { owner: 'Lead Queue', deals: 1, amount: 20_000 },
        { owner: 'Zapier Bot', deals: 1, amount: 20_000 },
      ])
    })

    it('are those the config names, and then no others', () => {
      const book = bookOf({ deals }, { settings: { ignoreOwners: ['dana'] } })
      expect(repNames(book)).toEqual(['Abbott Botham', 'Integration User', 'Lead Queue', 'Zapier Bot'])
      expect(book.ignored).toEqual([{ owner: 'Dana', deals: 1, amount: 20_000 }])
    })

    it('are persons where a reps file or a list of users has them', () => {
      expect(repNames(bookOf({ deals, reps: [{ rep: 'Zapier Bot' }] }))).toContain('Zapier Bot')
      expect(repNames(bookOf({ deals, users: [{ name: 'Lead Queue' }] }))).toContain('Lead Queue')
    })

    it.each(['Marijke Bot', 'Ravi Api', 'Agent 1', 'Anna System', 'Team Rocket', 'Sales North'])(
      'not %s, whose whole name does not say it',
      (owner) => {
        expect(repNames(bookOf({ deals: [{ ...open, owner }] }))).toEqual([owner])
      },
    )

    it.each([
      'API',
      'Marketing Automation',
      'HubSpot Bot',
      'Inbound Queue',
      'EMEA SDR Queue',
      'Automated Process',
      'System',
    ])('but %s', (owner) => {
      expect(repNames(bookOf({ deals: [{ ...open, owner }] }))).toEqual([])
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
