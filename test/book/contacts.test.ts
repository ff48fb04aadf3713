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

  it.each(['No', 'false', '0', 'TBD', 'n/a', '?'])('nobody decides where the column says “%s”', (cell) => {
    expect(contacts({}, { decisionMaker: cell }).hasDecisionMaker).toBe(false)
  })

  it.each(['Yes', 'true', '1', 'x', 'CFO'])('somebody does where it says “%s”', (cell) => {
    expect(contacts({}, { decisionMaker: cell }).hasDecisionMaker).toBe(true)
  })

  it('on another deal decides nothing here', () => {
    expect(contacts({ roles: [role('Ada Moss', 'CEO', 'deal-9')] }).hasDecisionMaker).toBe(false)
  })
})

describe('whom to speak to about a deal', () => {
  const activity = (more: Cells<'activities'>): Cells<'activities'> => ({ date: '2026-11-02', type: 'Call', ...more })
  const kim = { contact: 'Kim Harris', account: 'Castro LLC' }
  const dan = activity({ accountId: 'Castro LLC', personName: 'Dan Rojas', type: 'Meeting' })
  const speakTo = (activities: readonly Cells<'activities'>[], column: Cells<'opportunities'> = kim) =>
    contacts({ activities }, column).speakTo

  it('is its own contact, and not somebody of the account who was met', () => {
    expect(speakTo([dan])).toBe('Kim Harris')
  })

  it('is somebody of the account where it has nobody', () => {
    expect(speakTo([dan], { account: 'Castro LLC' })).toBe('Dan Rojas')
  })

  it('is nobody of the account where an activity on the deal itself names somebody', () => {
    const column = { account: 'Castro LLC' }
    expect(speakTo([activity({ dealId: 'deal-1', personName: 'Bo Lund', date: '2026-10-01' }), dan], column)).toBe(
      'Bo Lund',
    )
  })

  it('is whom the last activity on it was with, of one day whoever was spoken to', () => {
    const bo = activity({ dealId: 'deal-1', personName: 'Bo Lund' })
    const cy = activity({ dealId: 'deal-1', personName: 'Cy Reed', outcome: 'No answer' })
    expect(speakTo([cy, bo])).toBe('Bo Lund')
    expect(speakTo([{ ...bo, date: '2026-11-01' }, cy])).toBe('Cy Reed')
  })

  it('a note is with nobody, while there is anybody else', () => {
    const note = activity({ dealId: 'deal-1', personName: 'Bo Lund', type: 'Note' })
    expect(speakTo([note])).toBe('Kim Harris')
    expect(speakTo([note], {})).toBe('Bo Lund')
  })

  it('is whoever decides, by its contact roles', () => {
    const roles = [role('Ada Moss', 'Business User'), role('Bo Lund', 'Decision Maker')]
    expect(contacts({ roles }, kim).speakTo).toBe('Bo Lund')
  })

  it('somebody of the account who has a role on the deal is of the deal', () => {
    const roles = [role('Bo Lund', 'Decision Maker'), role('Dan Rojas', 'Influencer')]
    expect(contacts({ roles, activities: [dan] }, kim)).toMatchObject({
      speakTo: 'Dan Rojas',
      lastSpokenTo: 'Dan Rojas',
    })
  })

  it.each([
    ['an address behind the name is left out', 'Rosa Bell (rosa@x.example)', 'Rosa Bell'],
    ['an address alone is a name', 'rosa@x.example', 'rosa@x.example'],
    ['the first of several', 'Rosa Bell; Kim Harris', 'Rosa Bell'],
    ['an id is nobody', '0035e00000XyZab', undefined],
  ])('%s', (_, contact, expected) => {
    expect(speakTo([], { contact })).toBe(expected)
  })

  it('is asked of open deals only', () => {
    expect(speakTo([], { ...kim, stage: 'Closed Won', closeDate: '2026-11-01' })).toBeUndefined()
  })
})

describe('on the day of the last activity', () => {
  function spoken(cells: Cells<'activities'>, column: Cells<'opportunities'> = { contact: 'Bo Lund' }) {
    const { lastSpokenTo, hasSpoken } = contacts({ activities: [met('Bo Lund', '2026-11-02', cells)] }, column)
    return [lastSpokenTo, hasSpoken]
  }

  it.each<[string, Cells<'activities'>]>([
    ['a call', { type: 'Call' }],
    ['a call that connected', { type: 'Call', outcome: 'Connected' }],
    ['a meeting', { type: 'Meeting', outcome: 'Completed' }],
    ['an e-mail of the client’s', { type: 'Email', direction: 'INCOMING_EMAIL' }],
  ])('%s was a conversation', (_, cells) => {
    expect(spoken(cells)).toEqual(['Bo Lund', true])
  })

  it.each<[string, Cells<'activities'>]>([
    ['a note', { type: 'Note' }],
    ['a call that nobody took', { type: 'Call', outcome: 'Left voicemail' }],
    ['an e-mail of ours', { type: 'Email', direction: 'EMAIL' }],
    ['an e-mail of which nobody knows who wrote it', { type: 'Email' }],
    ['a task', { type: 'Task', status: 'Completed' }],
    ['a meeting among ourselves', { type: 'Meeting', subject: 'Pipeline review' }],
  ])('%s was none', (_, cells) => {
    expect(spoken(cells)).toEqual([undefined, false])
  })

  it('a meeting that was cancelled is no activity at all', () => {
    expect(spoken({ type: 'Meeting', outcome: 'Canceled' })).toEqual([undefined, undefined])
  })

  it('a column alone does not tell what was done', () => {
    expect(contacts({}, { lastActivity: '2026-11-02', contact: 'Bo Lund' })).toMatchObject({
      lastSpokenTo: undefined,
      hasSpoken: undefined,
      speakTo: 'Bo Lund',
    })
  })

  it('who was met about another deal of the account was not spoken to about this one', () => {
    const cells = { dealId: undefined, accountId: 'Castro LLC', type: 'Meeting' }
    expect(spoken(cells, { account: 'Castro LLC', contact: 'Kim Harris' })).toEqual([undefined, false])
    expect(spoken(cells, { account: 'Castro LLC' })).toEqual(['Bo Lund', true])
  })
})
