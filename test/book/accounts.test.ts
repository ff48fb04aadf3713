import type { Account } from '../../src/book/accounts/account.ts'
import type { Book } from '../../src/book/book.ts'
import { bookOf, type Cells, iso, type Told } from '../support/exports.ts'
import { describe, expect, it } from 'vitest'

const DEAL: Cells<'opportunities'> = { owner: 'Dana Whitfield', stage: 'Prospecting', created: '2026-10-01' }

function called(book: Book, name: string): Account {
  const account = book.accounts.find((candidate) => candidate.name === name)
  if (account === undefined) throw new Error(`no account ${name}: ${book.accounts.map((a) => a.name).join(', ')}`)
  return account
}

const northwind = (told: Told) => called(bookOf(told), 'Northwind')

describe('the accounts', () => {
  it('are those that deals or an accounts file name, each once, by name', () => {
    const { accounts } = bookOf({
      deals: [
        { ...DEAL, accountId: '001A', account: 'Northwind' },
        { ...DEAL, account: 'NORTHWIND' },
        { ...DEAL, account: 'globex.example' },
        { ...DEAL },
      ],
      accounts: [
        { id: '001A', name: 'Northwind', type: 'Prospect', segment: 'Retail' },
        { name: 'Globex', domain: 'Globex.example' },
        { name: 'Initech' },
      ],
    })
    expect(accounts.map(({ name, id, segment, deals }) => [name, id, segment, deals.map((deal) => deal.id)])).toEqual([
      ['Globex', undefined, undefined, ['deal-3']],
      ['Initech', undefined, undefined, []],
      ['Northwind', '001A', 'Retail', ['deal-1', 'deal-2']],
    ])
  })

  it('are two where two of one name have ids of their own', () => {
    const deals = ['001A', '001B'].map((accountId) => ({ ...DEAL, accountId, account: 'Northwind' }))
    expect(bookOf({ deals }).accounts.map(({ id }) => id)).toEqual(['001A', '001B'])
  })

  it('that only a later deal or an ignored owner’s names do not exist yet', () => {
    const deals = [
      { ...DEAL, account: 'Northwind', created: '2026-11-21' },
      { ...DEAL, account: 'Globex', owner: 'Integration bot' },
    ]
    expect(bookOf({ deals }).accounts).toEqual([])
  })
})

it('activities that name a deal as two are named are those of their owner’s deal’s account', () => {
  const deals = [
    { ...DEAL, name: 'Renewal', account: 'Northwind' },
    { ...DEAL, name: 'Renewal', account: 'Globex', owner: 'Kim Ode' },
  ]
  const call = { dealId: 'Renewal', type: 'Call', date: '2026-11-10', personName: 'Bo Lund' }
  const activities = [{ ...call, owner: 'Dana Whitfield' }, { ...call, owner: 'Kim Ode', date: '2026-11-12' }, call]
  const { accounts } = bookOf({ deals, activities })
  expect(accounts.map(({ name, lastSpoken }) => [name, iso(lastSpoken)])).toEqual([
    ['Globex', '2026-11-12'],
    ['Northwind', '2026-11-10'],
  ])
})

describe('an account is a client', () => {
  it.each<[string, Cells<'opportunities'>, string | undefined, boolean]>([
    ['when a deal with it was won', { stage: 'Closed Won', closeDate: '2026-11-20' }, undefined, true],
    ['not when it is won tomorrow', { stage: 'Closed Won', closedOn: '2026-11-21' }, undefined, false],
    ['when its type says so', {}, 'Customer', true],
    ['not when its type says otherwise', {}, 'Prospect', false],
    ['not when nothing says so', {}, undefined, false],
  ])('%s', (_, deal, type, is) => {
    const deals = [{ ...DEAL, account: 'Northwind', ...deal }]
    expect(northwind({ deals, accounts: [{ name: 'Northwind', type }] }).isClient).toBe(is)
  })
})

describe('an account belongs', () => {
  const deals = [
    { ...DEAL, account: 'Northwind', owner: 'Kim Osei', created: '2026-10-02' },
    { ...DEAL, account: 'Northwind', owner: 'Dana Whitfield', created: '2026-10-01' },
  ]
  const accounts = [{ name: 'Northwind', owner: 'Lee Park' }]

  it('to the owner of its latest deal', () => {
    expect(northwind({ deals, accounts }).owner).toBe('Kim Osei')
  })

  it('to its own owner where it has no deal', () => {
    expect(northwind({ accounts }).owner).toBe('Lee Park')
  })
})

describe('the people of an account', () => {
  const deals = [{ ...DEAL, account: 'Northwind', accountId: '001A' }]
  const people = [
    { id: '003A', name: 'Ada Moss', title: 'CFO', accountId: '001A' },
    { id: '003Z', name: 'Zoe Quist', account: 'Elsewhere' },
  ]
  const activity = (cells: Cells<'activities'>): Cells<'activities'> => ({ type: 'Call', date: '2026-11-01', ...cells })

  it('are named by the contacts file, by roles, and by activities, each once', () => {
    const account = northwind({
      deals,
      people,
      roles: [{ dealId: 'deal-1', contactName: 'Bo Lund', role: 'Influencer' }],
      activities: [
        activity({ dealId: 'deal-1', personId: '003A' }),
        activity({ accountId: 'Northwind', personName: 'Cy Reed' }),
        activity({ dealId: 'deal-1', personName: 'bo lund' }),
        activity({ dealId: 'deal-1', personName: 'Di Ek', date: '2026-11-21' }),
      ],
    })
    expect(account.contacts).toEqual([
      { name: 'Ada Moss', title: 'CFO' },
      { name: 'Cy Reed', title: undefined },
      { name: 'bo lund', title: 'Influencer' },
    ])
  })

  it.each<[string, Cells<'activities'>, string | undefined]>([
    ['on its deal', { dealId: 'deal-1', personName: 'Bo Lund' }, '2026-11-01'],
    ['by whose person they were', { personId: '003A' }, '2026-11-01'],
    ['with nobody named', { dealId: 'deal-1' }, undefined],
    ['in a note', { dealId: 'deal-1', personName: 'Bo Lund', type: 'Note' }, undefined],
    ['tomorrow', { dealId: 'deal-1', personName: 'Bo Lund', date: '2026-11-21' }, undefined],
    ['elsewhere', { personId: '003Z' }, undefined],
  ])('were last spoken to: %s', (_, cells, last) => {
    expect(iso(northwind({ deals, people, activities: [activity(cells)] }).lastSpoken)).toBe(last)
  })

  it('were touched: on its deals and on none', () => {
    const book = bookOf({
      deals,
      people,
      activities: [
        activity({ dealId: 'deal-1', direction: 'out' }),
        activity({ personId: '003A', direction: 'in', date: '2026-08-23' }),
        activity({ personId: '003A', direction: 'in', date: '2026-08-22' }),
      ],
    })
    const account = called(book, 'Northwind')
    expect(book.activities.accountTouchCounts(account, 90)).toEqual({
      total: 2,
      incoming: 1,
      outgoing: 1,
      undirected: 0,
    })
    expect(book.activities.touchesOfAccount(account).map((touch) => iso(touch.day))).toEqual([
      '2026-08-22',
      '2026-08-23',
      '2026-11-01',
    ])
  })
})

describe('two accounts of one name', () => {
  it('are each known by the people who are known by that name', () => {
    const rows = [
      { id: '1', name: 'Larch Sports', type: 'Customer' },
      { id: '2', name: 'Larch Sports', type: 'Customer' },
    ]
    for (const accounts of [rows, rows.toReversed()]) {
      const book = bookOf({
        deals: [{ account: 'Oak' }],
        accounts,
        people: [{ name: 'Nell Frost', account: 'Larch Sports' }],
      })
      const named = book.accounts.filter(({ name }) => name === 'Larch Sports')
      expect(named.map(({ contacts }) => contacts.length)).toEqual([1, 1])
    }
  })
})
