import { describe, expect, it } from 'vitest'
import { exampleBook } from '../../src/engine/examples/example-book.ts'
import type { Example } from '../../src/engine/examples/example.ts'
import { firstDeal, iso, repCalled } from '../support/exports.ts'

const example = (more: Partial<Example>): Example => ({ kind: 'hit', title: 'an example', deals: [{}], ...more })

describe('an example can tell', () => {
  it('what was done on a deal and is planned, by whom and with whom', () => {
    const book = exampleBook(
      example({
        deals: [
          {
            activities: [
              { on: '2026-11-02', kind: 'email', with: 'Sally Ortiz', direction: 'out', subject: 'The offer' },
              { on: '2026-11-04', times: 2, every: 7, by: 'Kim Osei' },
              { on: '2026-11-24', kind: 'meeting', with: 'Sally Ortiz', attendees: ['Kim Osei'] },
            ],
          },
        ],
      }),
    )
    const touches = book.activities.touches(firstDeal(book))
    expect(touches.map((touch) => [iso(touch.day), touch.kind, touch.person, touch.owner, touch.direction])).toEqual([
      ['2026-11-02', 'email', 'Sally Ortiz', 'Dana Whitfield', 'out'],
      ['2026-11-04', 'call', undefined, 'Kim Osei', undefined],
      ['2026-11-11', 'call', undefined, 'Kim Osei', undefined],
    ])
    expect(book.activities.plannedMeetings()).toMatchObject([{ person: 'Sally Ortiz', attendees: ['Kim Osei'] }])
  })

  it('what a rep did on no deal', () => {
    const book = exampleBook(example({ activities: [{ on: '2026-10-30', times: 4, every: 7, subject: 'Cold call' }] }))
    expect(book.activities.inWeeks(repCalled(book, 'Dana Whitfield'), 4).prospecting).toBe(4)
  })

  it('who the accounts and their people are', () => {
    const book = exampleBook(
      example({
        deals: [{ account: 'Northwind', source: 'Web', valueProposition: 'Saves a shift' }],
        accounts: [{ name: 'Northwind', type: 'Customer', contacts: ['Sally Ortiz (CFO)', 'Bo Lund'] }],
        activities: [{ on: '2026-11-02', with: 'Sally Ortiz' }],
      }),
    )
    expect(firstDeal(book)).toMatchObject({ sourceKind: 'inbound', valueProposition: 'Saves a shift' })
    const [account] = book.accounts
    expect(account).toMatchObject({
      name: 'Northwind',
      isClient: true,
      contacts: [{ name: 'Ada Moss' }, { name: 'Bo Lund' }, { name: 'Cy Reed' }, { name: 'Sally Ortiz', title: 'CFO' }],
    })
    expect(iso(account?.lastSpoken)).toBe('2026-11-02')
  })

  it('no day that does not exist', () => {
    expect(() => exampleBook(example({ activities: [{ on: '2026-11-31' }] }))).toThrow('2026-11-31')
  })
})
