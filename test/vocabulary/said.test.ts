import { describe, expect, it } from 'vitest'
import { readNextStep } from '../../src/book/deals/next-step.ts'
import { companyKey } from '../../src/vocabulary/accounts.ts'
import { isDeciding } from '../../src/vocabulary/people.ts'
import { bookOf, day, firstDeal, iso } from '../support/exports.ts'

describe('who decides', () => {
  it.each([
    'Geschäftsführer',
    'Inhaberin',
    'Entscheider',
    'Décideur',
    'Directeur général',
    'Director General',
    'Amministratore delegato',
    'Beslisser',
    'Head of Finance',
    'Board Member',
    'Economic Buyer (CFO)',
  ])('%s', (role) => {
    expect(isDeciding(role)).toBe(true)
  })

  it.each(['Business User', 'Assistentin der Geschäftsführung', 'Not decision maker', 'Vice President', 'Influencer'])(
    'not %s',
    (role) => {
      expect(isDeciding(role)).toBe(false)
    },
  )
})

describe('a next step that names a day in words', () => {
  // 20 November 2026 is a Friday.
  const on = (text: string, asOf = '2026-11-20', written = asOf) =>
    iso(readNextStep(text, day(asOf), day(written))?.date)

  it.each([
    ['Demo on Monday', '2026-11-23'],
    ['Send offer by Fri', '2026-11-20'],
    ['Call tomorrow', '2026-11-21'],
    ['Session scheduled for next week', '2026-11-27'],
    ['Vertrag bis Freitag', '2026-11-20'],
    ['Rappeler la semaine prochaine', '2026-11-27'],
    ['Follow up in 2 weeks', '2026-12-04'],
    ['Sign by end of month', '2026-11-30'],
  ])('%s', (text, expected) => {
    expect(on(text)).toBe(expected)
  })

  it.each(['sat with the buyer', 'send revised quote', 'waiting to hear back', 'tbd', 'a weekly call'])(
    'none in “%s”',
    (text) => {
      expect(on(text)).toBeUndefined()
    },
  )

  it('counts from the day on which it was written', () => {
    expect(on('Demo on Monday', '2026-11-20', '2026-11-06')).toBe('2026-11-09')
  })
})

describe('a mailing', () => {
  it.each([
    [{ type: 'ListEmail', subject: 'November' }, '2026-10-12'],
    [{ type: 'Email', subject: 'List Email: November newsletter' }, '2026-10-12'],
    [{ type: 'Call', subject: 'About the newsletter' }, '2026-11-18'],
  ])('is no touch: %o', (activity, expected) => {
    const deals = [{ stage: 'Qualification', created: '2026-10-01' }]
    const activities = [
      { dealId: 'deal-1', type: 'Call', date: '2026-10-12' },
      { dealId: 'deal-1', date: '2026-11-18', ...activity },
    ]
    expect(iso(firstDeal(bookOf({ deals, activities })).lastActivity)).toBe(expected)
  })
})

describe('a company', () => {
  it.each(['Northwind, Inc.', 'NORTHWIND', 'Northwind Inc', 'Northwind GmbH & Co. KG'])('%s is Northwind', (name) => {
    expect(companyKey(name)).toBe('northwind')
  })

  it('is not another that begins alike', () => {
    expect(companyKey('Northwind Marine Ltd')).toBe('northwind marine')
  })
})
