import { describe, expect, it } from 'vitest'
import { noSettings } from '../../src/book/settings.ts'
import { bookOf, firstDeal, type Cells, type Told } from '../support/exports.ts'

const deal = { owner: 'Dana', stage: 'Prospecting', created: '2026-05-01' }

function contacts(told: Omit<Told, 'deals'>, column: Cells<'opportunities'> = {}, deciding: readonly string[] = []) {
  const book = bookOf(
    { ...told, deals: [{ ...deal, ...column }] },
    { settings: { words: { ...noSettings.words, deciding } } },
  )
  return firstDeal(book)
}

function names(told: Omit<Told, 'deals'>, column: Cells<'opportunities'> = {}): string[] {
  return (contacts(told, column).contacts ?? []).map(({ name }) => name)
}

function met(personName: string, date: string, more: Cells<'activities'> = {}): Cells<'activities'> {
  return { dealId: 'deal-1', personName, date, owner: 'Dana', ...more }
}

function role(contactName: string, title: string, dealId = 'deal-1'): Cells<'contact-roles'> {
  return { dealId, contactName, role: title }
}

describe('the contacts of a deal', () => {
  const ada = role('Ada Moss', 'Business User')

  it('are the persons of its activities, each once, before its roles and its column', () => {
    const activities = [met('Bo Lund', '2026-11-02'), met('Cy Reed', '2026-11-03'), met('Bo Lund', '2026-11-09')]
    expect(names({ activities, roles: [ada] }, { contact: 'Di Voss' })).toEqual(['Bo Lund', 'Cy Reed'])
  })

  it('are its roles where no activity names anyone, before its column', () => {
    const activities = [{ dealId: 'deal-1', date: '2026-11-02' }]
    expect(names({ activities, roles: [ada, ada] }, { contact: 'Di Voss' })).toEqual(['Ada Moss'])
  })

  it('are those of its contact column where there is nothing else', () => {
    expect(names({}, { contact: 'Di Voss; Ed Park ;' })).toEqual(['Di Voss', 'Ed Park'])
    expect(names({})).toEqual([])
  })

  it.each([
    ['on the day of the review', '2026-11-20', 'Bo Lund'],
    ['eighty-nine days ago', '2026-08-23', 'Bo Lund'],
    ['ninety days ago, which is one more than there are in ninety days', '2026-08-22', 'Ada Moss'],
    ['tomorrow', '2026-11-21', 'Ada Moss'],
  ])('an activity %s', (_, date, expected) => {
    expect(names({ activities: [met('Bo Lund', date)], roles: [ada] })).toEqual([expected])
  })

  it.each([['Cancelled'], ['Not Started']])('an activity that is “%s” engaged nobody', (status) => {
    expect(names({ activities: [met('Bo Lund', '2026-11-02', { status })], roles: [ada] })).toEqual(['Ada Moss'])
  })

  it('those of another deal are not its own', () => {
    const activities = [met('Bo Lund', '2026-11-02', { dealId: 'deal-9' })]
    expect(names({ activities, roles: [role('Cy Reed', 'Influencer', 'deal-9'), ada] })).toEqual(['Ada Moss'])
  })

  it('an activity’s person has the name and the role that the contact roles give', () => {
    const activities = [{ dealId: 'deal-1', personId: '0031', date: '2026-11-02' }]
    const roles = [{ dealId: 'deal-1', contactId: '0031', contactName: 'Ada Moss', role: 'Economic Buyer' }]
    expect(contacts({ activities, roles }).contacts).toEqual([
      { name: 'Ada Moss', role: 'Economic Buyer', isDeciding: true },
    ])
  })
})

describe('a decision maker', () => {
  it.each([
    ['Decision Maker', true],
    ['Economic Buyer (CFO)', true],
    ['ceo', true],
    ['President', true],
    ['Vice President', false],
    ['Influencer', false],
    ['VP Ops', false],
  ])('by the role %s: %s', (title, expected) => {
    expect(contacts({ roles: [role('Ada Moss', title)] }).hasDecisionMaker).toBe(expected)
  })

  it('by a word of the config', () => {
    expect(contacts({ roles: [role('Ada Moss', 'vp ops')] }, {}, ['VP Ops']).hasDecisionMaker).toBe(true)
  })

  it('by a column of its own', () => {
    expect(contacts({}, { decisionMaker: 'Ada Moss' }).hasDecisionMaker).toBe(true)
  })

  it('on another deal decides nothing here', () => {
    expect(contacts({ roles: [role('Ada Moss', 'CEO', 'deal-9')] }).hasDecisionMaker).toBe(false)
  })
})
