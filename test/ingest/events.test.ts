import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activityKinds, directions, type ActivityKind, type ActivityState } from '../../src/records/activity-traits.ts'
import { Events } from '../../src/records/events.ts'
import { day, iso, row, type Cells } from '../support/exports.ts'

function eventOf(
  cells: Cells<'activities'>,
  { nonSelling = [] as readonly string[], ofFile = undefined as ActivityKind | undefined } = {},
) {
  const events = new Events(nonSelling)
  events.add(row('activities', cells), ofFile)
  return {
    kind: events.kind(0),
    direction: events.direction(0),
    isConversation: events.isConversation(0),
    nature: events.nature(0),
    attendees: events.attendeesOf(0),
  }
}

describe('who began an activity', () => {
  it.each<[string, Cells<'activities'>, 'in' | 'out' | undefined]>([
    ['a column says it', { type: 'Email', direction: 'Incoming' }, 'in'],
    ['a column says it shortly', { type: 'Email', direction: 'OUT' }, 'out'],
    ['HubSpot’s column says it', { type: 'Email', direction: 'INCOMING_EMAIL' }, 'in'],
    ['the column for calls says it', { type: 'Call', callDirection: 'outbound' }, 'out'],
    ['the type says it', { type: 'Inbound call' }, 'in'],
    ['the type of a call that nobody took says it', { type: 'Missed call' }, 'in'],
    ['Salesforce’s arrow says it', { type: 'Email', subject: '← Email: the offer' }, 'in'],
    ['Outreach’s mark says it', { type: 'Email', subject: '[Outreach] [Email] [Out] the offer' }, 'out'],
    ['the column wins over the type', { type: 'Outbound call', direction: 'in' }, 'in'],
    ['an empty word says nothing', { type: 'Email', direction: '—' }, undefined],
    ['nothing says it', { type: 'Check-in call', subject: 'Called in the morning' }, undefined],
    ['a subject that only speaks of it does not', { type: 'Task', subject: '[In] box' }, undefined],
  ])('%s', (_, cells, direction) => {
    expect(eventOf(cells).direction).toBe(direction)
  })
})

describe('a conversation', () => {
  it.each<[string, Cells<'activities'>, boolean]>([
    ['a meeting', { type: 'Meeting' }, true],
    ['a call of which nothing more is known', { type: 'Call' }, true],
    ['a call that connected', { type: 'Call', outcome: 'Connected' }, true],
    ['a call with a live message', { type: 'Call', outcome: 'Left live message' }, true],
    ['a call without an answer', { type: 'Call', outcome: 'No answer' }, false],
    ['a call to a mailbox', { type: 'Call', outcome: 'vm-left' }, false],
    ['a busy line', { type: 'Call', outcome: 'No response/Busy' }, false],
    ['a call whose status tells', { type: 'Call', status: 'no-answer' }, false],
    ['a call whose subject tells', { type: 'Call', subject: 'Left voicemail for Ada' }, false],
    ['a missed call', { type: 'Missed call' }, false],
    ['a call about something busy', { type: 'Call', subject: 'Busy season plans' }, true],
    ['an e-mail', { type: 'Email' }, false],
    ['a task', { type: 'Task' }, false],
  ])('%s', (_, cells, is) => {
    expect(eventOf(cells).isConversation).toBe(is)
  })
})

describe('what an activity was for', () => {
  it.each<[string, Cells<'activities'>, unknown]>([
    ['its type', { type: 'Cold Call', subject: 'Invoice software' }, 'prospecting'],
    ['its subject', { type: 'Call', subject: 'Intro with Ada' }, 'prospecting'],
    ['its subject alone', { subject: 'Product demo for Ada' }, 'presentation'],
    [
      'the word that stands first',
      { type: 'Call', subject: 'Invoice 471 after the demo' },
      { nonSelling: 'invoices and payments' },
    ],
    ['orders', { type: 'Task', subject: 'Order follow-up' }, { nonSelling: 'order follow-up and delivery' }],
    ['reports', { type: 'Task', subject: 'Weekly report' }, { nonSelling: 'reports and admin' }],
    ['support', { type: 'Call', subject: 'Support ticket 31' }, { nonSelling: 'support and complaints' }],
    ['credit notes', { type: 'Email', subject: 'Credit note 12' }, { nonSelling: 'credit notes and returns' }],
    [
      'internal meetings',
      { type: 'Meeting', subject: 'Team meeting' },
      { nonSelling: 'internal meetings and training' },
    ],
    ['paperwork', { type: 'Email', subject: 'NDA' }, { nonSelling: 'contract paperwork' }],
    ['nothing said', { type: 'Call', subject: 'Call Ada in order to agree a date' }, undefined],
    ['nothing at all', {}, undefined],
  ])('by %s', (_, cells, nature) => {
    expect(eventOf(cells).nature).toEqual(nature)
  })

  it('by the config’s own words, which win over the others', () => {
    const nonSelling = ['Fleet', 'RMA case']
    expect(eventOf({ type: 'Call', subject: 'Intro to the RMA-case team' }, { nonSelling }).nature).toEqual({
      nonSelling: 'RMA case',
    })
    expect(eventOf({ type: 'Fleet visit' }, { nonSelling }).nature).toEqual({ nonSelling: 'Fleet' })
  })
})

describe('the kind of an activity', () => {
  it.each<[string, Cells<'activities'>, ActivityKind | undefined, ActivityKind]>([
    ['its type, whatever the file is', { type: 'Call' }, 'meeting', 'call'],
    ['the file, where it has no type', { subject: 'Pricing' }, 'meeting', 'meeting'],
    ['the file, where the type says nothing', { type: 'Other' }, 'meeting', 'meeting'],
    ['the file before the subject', { subject: 'Call Ada' }, 'meeting', 'meeting'],
    ['the subject, where nothing else does', { subject: 'Call Ada' }, undefined, 'call'],
  ])('is told by %s', (_, cells, ofFile, kind) => {
    expect(eventOf(cells, { ofFile }).kind).toBe(kind)
  })

  it.each<[ActivityKind, ...string[]]>([
    ['call', 'Anruf', 'Telefonanruf', 'Telefonat', 'Appel', 'Llamada', 'Chiamata', 'Ligação', 'Telefoongesprek'],
    ['meeting', 'Termin', 'Besuch', 'Rendez-vous', 'Réunion', 'Reunión', 'Riunione', 'Reunião', 'Afspraak', 'Möte'],
    ['email', 'E-Mail', 'Courriel', 'Correo electrónico'],
    ['task', 'Aufgabe', 'Tâche', 'Tarea', 'Tarefa', 'Taak', 'Uppgift'],
    ['note', 'Notiz', 'Nota'],
    ['other', 'Terminology', 'Rappel'],
  ])('%s is told in other languages', (kind, ...types) => {
    expect(types.map((type) => eventOf({ type }).kind)).toEqual(types.map(() => kind))
  })
})

describe('whether an activity took place', () => {
  const stateOf = (status: string) => {
    const events = new Events()
    events.add(row('activities', { type: 'Task', status }))
    return events.state(0)
  }

  it.each<[ActivityState, ...string[]]>([
    ['done', 'Erledigt', 'Abgeschlossen', 'Terminé', 'Realizada', 'Completata', 'Concluído', 'Voltooid', 'Genomförd'],
    ['open', 'Offen', 'Geplant', 'Nicht begonnen', 'À faire', 'Pendiente', 'Aberta', 'Gepland', 'Planerad'],
    ['cancelled', 'Storniert', 'Abgesagt', 'Annulé', 'Cancelada', 'Annullata', 'Geannuleerd', 'Inställd'],
    ['by-day', 'Entscheider getroffen'],
  ])('%s is told in other languages', (state, ...statuses) => {
    expect(statuses.map(stateOf)).toEqual(statuses.map(() => state))
  })
})

describe('who took part', () => {
  it.each([
    ['Kim Osei', ['Kim Osei']],
    ['Kim Osei; Ada Moss', ['Kim Osei', 'Ada Moss']],
    ['Kim Osei, Ada Moss', ['Kim Osei', 'Ada Moss']],
    ['Osei, Kim; Moss, Ada', ['Osei, Kim', 'Moss, Ada']],
    ['"Kim Osei" <kim@x.example>;ada@y.example', ['Kim Osei', 'ada@y.example']],
    ['<kim@x.example>', ['kim@x.example']],
    [undefined, []],
  ])('%s', (attendees, names) => {
    expect(eventOf({ attendees }).attendees).toEqual(names)
  })

  it('is called by name where a file of users tells it', () => {
    const events = new Events()
    events.add(row('activities', { attendees: '<kim@x.example>;Ada Moss' }))
    events.renameOwners((owner) => (owner === 'kim@x.example' ? 'Kim Osei' : owner))
    expect(events.attendeesOf(0)).toEqual(['Kim Osei', 'Ada Moss'])
  })
})

it('every activity keeps what it is, however many there are and in whatever order', () => {
  const activity = fc.record({
    type: fc.constantFrom('Call', 'Email', 'Meeting', 'Task', 'Note', undefined),
    direction: fc.constantFrom(...directions, undefined),
    status: fc.constantFrom('Completed', 'Open', 'Cancelled', undefined),
    outcome: fc.constantFrom('No answer', 'Connected', undefined),
    subject: fc.constantFrom('Demo', 'Intro', 'Invoice', 'Pricing', undefined),
    attendees: fc.constantFrom('Kim', 'Kim;Ada', undefined),
    accountId: fc.constantFrom('Northwind', undefined),
    date: fc.constantFrom('2026-11-02', undefined),
    dueDate: fc.constantFrom('2026-11-09', undefined),
  })
  const told = (events: Events, at: number) => ({
    kind: events.kind(at),
    state: events.state(at),
    direction: events.direction(at),
    isConversation: events.isConversation(at),
    nature: events.nature(at),
    attendees: events.attendeesOf(at),
    account: events.accountOf(at),
    day: iso(events.day(at)),
  })
  fc.assert(
    fc.property(fc.array(activity, { minLength: 1, maxLength: 150, size: 'max' }), (activities) => {
      const together = new Events()
      for (const cells of activities) together.add(row('activities', cells))
      const [settledDate, settledDue] = [day('2026-01-01'), day('2026-02-02')]
      const settle = { date: () => settledDate, dueDate: () => settledDue }
      together.settleDays(0, settle)
      for (const [at, cells] of activities.entries()) {
        const alone = new Events()
        alone.add(row('activities', cells))
        alone.settleDays(0, settle)
        expect(told(together, at)).toEqual(told(alone, 0))
        expect(activityKinds).toContain(together.kind(at))
      }
    }),
    { numRuns: 30 },
  )
})
