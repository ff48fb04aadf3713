import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/time/plain-date.ts'
import { bookOf, day, firstDeal, iso, repCalled, times, type Cells } from '../support/exports.ts'

const open: Cells<'opportunities'> = {
  owner: 'Dana',
  stage: 'Prospecting',
  amount: 20_000,
  created: '2026-10-01',
  closeDate: '2027-01-31',
}
const won: Cells<'opportunities'> = { ...open, stage: 'Closed Won', created: '2026-09-01', closeDate: '2026-11-10' }
const exported = (text: string) => ({ exportedAt: day(text) })

describe('the past as it was', () => {
  it('a deal created after the day of the review does not exist yet', () => {
    const deals = [
      { ...open, created: '2026-11-20' },
      { ...open, created: '2026-11-21' },
    ]
    expect(bookOf({ deals }).deals.map(({ id }) => id)).toEqual(['deal-1'])
  })

  it('a deal closed on that day is closed, with its cycle', () => {
    expect(firstDeal(bookOf({ deals: [won] }, { asOf: '2026-11-10' }))).toMatchObject({
      state: 'won',
      closedOn: day('2026-11-10'),
      age: 70,
      closeDate: undefined,
    })
  })

  it('one closed a day later is open, and what only its closing row holds is unknown', () => {
    expect(firstDeal(bookOf({ deals: [won] }, { asOf: '2026-11-09', settings: exported('2026-11-10') }))).toMatchObject(
      {
        state: 'open',
        closedOn: undefined,
        age: 69,
        stage: undefined,
        amount: undefined,
        closeDate: undefined,
        position: undefined,
      },
    )
  })

  it('but for what its history knew by then', () => {
    const history = [
      { dealId: 'deal-1', changed: '2026-09-01', stage: 'Qualification', amount: 30_000, closeDate: '2026-10-31' },
      { dealId: 'deal-1', changed: '2026-11-09', stage: 'Negotiation/Review' },
      { dealId: 'deal-1', changed: '2026-11-10', stage: 'Closed Won', amount: 20_000, closeDate: '2026-11-10' },
    ]
    const deal = firstDeal(bookOf({ deals: [won], history }, { asOf: '2026-11-09' }))
    expect(deal).toMatchObject({ state: 'open', stage: 'Negotiation/Review', position: 1, amount: 30_000 })
    expect(iso(deal.closeDate)).toBe('2026-10-31')
    expect(deal.pushes?.count).toBe(0)
  })

  it('an open deal stands as its history had it on the day', () => {
    const history = [
      { dealId: 'deal-1', changed: '2026-11-20', stage: 'Qualification', amount: 10_000, closeDate: '2026-12-31' },
      { dealId: 'deal-1', changed: '2026-11-21', stage: 'Prospecting', amount: 20_000, closeDate: '2027-01-31' },
    ]
    const deal = firstDeal(bookOf({ deals: [open], history }))
    expect(deal).toMatchObject({ stage: 'Qualification', amount: 10_000, closeDate: day('2026-12-31') })
    expect(firstDeal(bookOf({ deals: [open], history }, { asOf: '2026-11-21' }))).toMatchObject({
      stage: 'Prospecting',
      amount: 20_000,
      closeDate: day('2027-01-31'),
      pushes: { count: 1 },
    })
  })

  it('a row without a history stands as it is', () => {
    expect(firstDeal(bookOf({ deals: [open] }, { asOf: '2026-10-02' }))).toMatchObject({ amount: 20_000, position: 0 })
  })

  it('win rates and norms do not know of later closings', () => {
    const deals = [won, { ...won, closeDate: '2026-11-30' }, { ...won, stage: 'Closed Lost', closeDate: '2026-12-01' }]
    const { team, norms } = bookOf({ deals }, { settings: exported('2026-12-01') })
    expect([team.closings.won, team.closings.lost, norms.wins]).toEqual([1, 0, 1])
  })

  it('an activity ahead is a plan and not a touch', () => {
    const told = { deals: [{ ...open, lastActivity: '2026-12-01' }] }
    expect(firstDeal(bookOf(told))).toMatchObject({
      lastActivity: undefined,
      daysSilent: undefined,
      isPlanned: true,
      planned: day('2026-12-01'),
    })
    expect(firstDeal(bookOf(told, { asOf: '2026-12-01' }))).toMatchObject({ daysSilent: 0, isPlanned: false })
  })
})

describe('silence and plans', () => {
  it('the last activity is the later of the column and the completed activities', () => {
    const activities = [
      { dealId: 'deal-1', date: '2026-11-10', status: 'Completed' },
      { dealId: 'deal-1', date: '2026-11-18', status: 'Cancelled' },
    ]
    const silent = (lastActivity: string) => firstDeal(bookOf({ deals: [{ ...open, lastActivity }], activities }))
    expect(silent('2026-11-01').daysSilent).toBe(10)
    expect(silent('2026-11-15').daysSilent).toBe(5)
  })

  it('a deal that nobody ever touched is silent since it was created', () => {
    expect(firstDeal(bookOf({ deals: [open] })).daysSilent).toBe(50)
  })

  it.each<[string, Cells<'opportunities'>, boolean]>([
    ['a next activity today', { nextActivity: '2026-11-20' }, true],
    ['a next activity that has passed', { nextActivity: '2026-11-19' }, false],
    ['a next step with a day ahead', { nextStep: '11/27 call' }, true],
    ['a next step with a day that has passed', { nextStep: '11/10 call' }, false],
    ['a next step without a day', { nextStep: 'call' }, false],
    ['an open activity on no known day', { hasOpenActivity: true }, true],
  ])('%s', (_, cells, expected) => {
    expect(firstDeal(bookOf({ deals: [{ ...open, ...cells }] })).isPlanned).toBe(expected)
  })

  it('the next planned day is the nearest', () => {
    const deals = [{ ...open, nextActivity: '2026-12-04', nextStep: '11/27 call; 12/18 signature' }]
    expect(iso(firstDeal(bookOf({ deals })).planned)).toBe('2026-11-27')
  })

  it('leave counts in the silence of its own rep only', () => {
    const closures = [{ from: day('2026-11-09'), to: day('2026-11-13'), reps: ['Dana'] }]
    const silent = (owner: string) =>
      firstDeal(bookOf({ deals: [{ ...open, owner, lastActivity: '2026-11-06' }] }, { settings: { closures } }))
    expect([silent('Dana').daysSilent, silent('Priya').daysSilent]).toEqual([9, 14])
  })
})

describe('import days', () => {
  const usual = ['2026-10-05', '2026-10-06', '2026-10-07'].map((created) => ({ ...open, created }))
  const imported = (count: number) => [...times(count, { ...open, created: '2026-10-12' }), ...usual]

  it('twenty deals where one a day is usual: their creation dates are unknown', () => {
    const book = bookOf({ deals: imported(20) })
    expect(book.importDays.map((date) => iso(date))).toEqual(['2026-10-12'])
    expect(firstDeal(book)).toMatchObject({ created: undefined, age: undefined })
    expect(book.deals.at(-1)?.created).toBe(day('2026-10-07'))
    expect(repCalled(book, 'Dana').creation.byWeek[5]).toBe(0)
  })

  it('nineteen are none', () => {
    expect(bookOf({ deals: imported(19) }).importDays).toEqual([])
  })

  it('twenty where three a day are usual are none', () => {
    expect(bookOf({ deals: [...imported(20), ...usual, ...usual] }).importDays).toEqual([])
  })

  it('unless most of them were due before they were created', () => {
    const due = (count: number) => [
      ...times(count, { ...open, created: '2026-10-12', closeDate: '2024-02-03' }),
      ...times(20 - count, { ...open, created: '2026-10-12', closeDate: '2026-12-01' }),
      ...usual,
      ...usual,
      ...usual,
    ]
    expect(bookOf({ deals: due(11) }).importDays.map((date) => iso(date))).toEqual(['2026-10-12'])
    expect(bookOf({ deals: due(10) }).importDays).toEqual([])
  })
})

describe('close dates that are the CRM’s default', () => {
  /** Each created on a day of its own and due a year later. */
  const defaulted = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      ...open,
      created: `2026-10-${String(at + 1).padStart(2, '0')}`,
      closeDate: `2027-10-${String(at + 1).padStart(2, '0')}`,
    }))
  const promised = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      ...open,
      created: `2026-09-${String((at % 20) + 1).padStart(2, '0')}`,
      closeDate: iso(addDays(day('2026-12-01'), 2 * at)) ?? '',
    }))

  it('ten and a fifth of the open deals are no promises', () => {
    const book = bookOf({ deals: [...defaulted(10), ...promised(40)] })
    expect(book.defaultCloseDates).toBe(10)
    expect(firstDeal(book).closeDate).toBeUndefined()
    expect(book.deals[10]?.closeDate).toBe(day('2026-12-01'))
  })

  it('less than a fifth are', () => {
    expect(bookOf({ deals: [...defaulted(10), ...promised(41)] }).defaultCloseDates).toBe(0)
  })

  it('nine are', () => {
    expect(bookOf({ deals: defaulted(9) }).defaultCloseDates).toBe(0)
  })
})

describe('a deal’s name', () => {
  it.each<[string, Cells<'opportunities'>, string]>([
    ['its own', { name: 'Alder', account: 'Acme' }, 'Alder'],
    ['else its account and product', { account: 'Acme', product: 'GTX' }, 'Acme: GTX'],
    ['else its id', {}, 'deal-1'],
  ])('is %s', (_, cells, name) => {
    expect(firstDeal(bookOf({ deals: [{ ...open, ...cells }] })).name).toBe(name)
  })
})
