import { describe, expect, it } from 'vitest'
import { Owners, type Met } from '../../src/ingest/owners/owners.ts'
import type { RepRow, UserRow } from '../../src/records/fields.ts'
import { row } from '../support/exports.ts'

interface Told {
  readonly users?: readonly Partial<UserRow>[]
  readonly reps?: readonly Partial<RepRow>[]
  /** An owner's text, and on how many deals it stands. */
  readonly deals?: Readonly<Record<string, number>>
  readonly others?: readonly string[]
}

function ownersOf({ users = [], reps = [], deals = {}, others = [] }: Told): Owners {
  const met = Object.entries(deals).map(([text, count], at): [string, Met] => [
    text,
    { count, file: 'deals.csv', line: at + 2 },
  ])
  return new Owners({
    users: users.map((cells) => row('users', cells)),
    reps: reps.map((cells) => row('reps', cells as { rep: string })),
    deals: new Map(met),
    others,
  })
}

describe('one person', () => {
  it.each([
    'dana whitfield',
    'DANA WHITFIELD',
    'Whitfield, Dana',
    'whitfield,dana',
    'Dana  Whitfield',
    'Dana Whitfield <d@x.com>',
    'Dana Whitfield (d@x.com)',
    'dana.whitfield@x.com',
  ])('is called as the deals do: %s', (text) => {
    expect(ownersOf({ deals: { 'Dana Whitfield': 2 }, others: [text] }).nameOf(text)).toBe('Dana Whitfield')
    expect(ownersOf({ deals: { [text]: 1, 'Dana Whitfield': 2 } }).nameOf(text)).toBe('Dana Whitfield')
  })

  it.each([
    ['Ren\u00E9 Lund', 'Rene\u0301 Lund'],
    ['Ada O’Hara', "Ada O'Hara"],
  ])('is one however letters are composed: %s', (one, other) => {
    expect(ownersOf({ deals: { [one]: 2, [other]: 1 } }).nameOf(other)).toBe(one)
  })

  it('is called as most deals do, and by a name before an address', () => {
    const owners = ownersOf({
      deals: { 'Whitfield, Dana': 3, 'Dana Whitfield': 1, 'kim.osei@x.com': 5 },
      others: ['Kim Osei'],
    })
    expect(owners.nameOf('Dana Whitfield')).toBe('Whitfield, Dana')
    expect(owners.nameOf('kim.osei@x.com')).toBe('Kim Osei')
  })

  it.each(['Dan Whitfield', 'Whitfield Dana', 'Dana', 'Dana Whitfield (EMEA)', 'd.whitfield@x.com'])(
    'is not %s',
    (text) => {
      expect(ownersOf({ deals: { 'Dana Whitfield': 2, [text]: 1 } }).nameOf(text)).toBe(text)
    },
  )
})

describe('two of one name', () => {
  const users = [
    { id: '1', name: 'Ivan Petrov', email: 'i1@x.com' },
    { id: '2', name: 'Ivan Petrov', email: 'i2@x.com' },
  ]

  it('stay two where the deals’ owners differ in id', () => {
    const owners = ownersOf({ users, deals: { 1: 1, 2: 1 } })
    expect(['1', '2', 'i2@x.com'].map((owner) => owners.nameOf(owner))).toEqual([
      'Ivan Petrov (i1@x.com)',
      'Ivan Petrov (i2@x.com)',
      'Ivan Petrov (i2@x.com)',
    ])
  })

  it('are told apart by the addresses of a reps file', () => {
    const reps = users.map(({ name, email }) => ({ rep: name, email }))
    const owners = ownersOf({ reps, deals: { 'i1@x.com': 1, 'Ivan Petrov <i2@x.com>': 1 } })
    expect(owners.repNamed('Ivan Petrov', 'i2@x.com')).toBe('Ivan Petrov (i2@x.com)')
    expect(owners.nameOf('Ivan Petrov <i2@x.com>')).not.toBe(owners.nameOf('i1@x.com'))
  })

  it('stay two where only addresses are known', () => {
    const deals = { 'dana.lee@a.com': 1, 'dana.lee@b.com': 1 }
    const owners = ownersOf({ deals, others: ['Dana Lee'] })
    expect(Object.keys(deals).map((owner) => owners.nameOf(owner))).toEqual(Object.keys(deals))
  })

  it('are one name where no deal tells which, whoever else is among the users', () => {
    const owners = ownersOf({ users, deals: { 'Ivan Petrov': 3, 1: 1 } })
    expect(owners.nameOf('1')).toBe('Ivan Petrov')
  })
})

describe('several owners in one cell', () => {
  const deals = { 'Dana Whitfield': 1, 'Lee Wong': 1 }

  it.each([
    'Dana Whitfield; Lee',
    'Dana Whitfield;Lee Wong',
    'Dana Whitfield | Lee Wong',
    'Dana Whitfield, Lee Wong',
    'Whitfield, Dana; Wong, Lee',
    'Dana Whitfield & Lee Wong',
  ])('count for the first: %s', (text) => {
    const owners = ownersOf({ deals: { ...deals, [text]: 4 } })
    expect(owners.nameOf(text)).toBe('Dana Whitfield')
    expect(owners.several).toEqual([{ text, first: 'Dana Whitfield', count: 4, file: 'deals.csv', line: 4 }])
  })

  it.each(['Partners; Alliances', 'Smith & Wong', 'Inbound / Web', 'Dana Whitfield & Inbound', 'Osei, Kim'])(
    'are one where the parts are nobody: %s',
    (text) => {
      const owners = ownersOf({ deals: { ...deals, [text]: 1 } })
      expect(owners.nameOf(text)).toBe(text)
      expect(owners.several).toEqual([])
    },
  )
})

describe('those who attend', () => {
  const owners = ownersOf({
    reps: [{ rep: 'Dana Whitfield', email: 'd@x.com' }],
    deals: { 'Dana Whitfield': 1, Kim: 1 },
  })

  it('are ours by a name or by an address that a file tells', () => {
    expect(['D@x.com', 'whitfield, dana'].map((name) => owners.attendeeNamed(name))).toEqual([
      'Dana Whitfield',
      'Dana Whitfield',
    ])
  })

  it('are not ours for an address that only sounds so', () => {
    expect(owners.attendeeNamed('kim@client.example')).toBe('kim@client.example')
  })
})
