import { describe, expect, it } from 'vitest'
import { orderStages, StageOrder, type StageSettings } from '../../src/book/deals/stages.ts'
import { readStates } from '../../src/book/states/states.ts'
import { day, row, TODAY, type Cells } from '../support/exports.ts'

const none: StageSettings = { order: [], won: [], lost: [] }

function state(cells: Cells<'opportunities'>, settings: Partial<StageSettings> = {}) {
  const deal = row('opportunities', cells)
  return readStates([deal], { ...none, ...settings }, day(TODAY)).of(deal)
}

describe('open, won or lost', () => {
  it.each([
    ['Closed Won', 'won'],
    ['closedwon', 'won'],
    ['  CLOSED   WON ', 'won'],
    ['7 - Won', 'won'],
    ['Closed Lost', 'lost'],
    ['Lost to competitor', 'lost'],
    ['Disqualified', 'lost'],
    ['Proposal', 'open'],
    ['Wonderful idea', 'open'],
  ])('by the name of the stage alone, %s is %s', (stage, expected) => {
    expect(state({ stage })).toBe(expected)
  })

  it('the flags win over the name of the stage', () => {
    expect(state({ stage: 'Handover', isClosed: true, isWon: true })).toBe('won')
    expect(state({ stage: 'Handover', isWon: true })).toBe('won')
    expect(state({ stage: 'Handover', isClosed: true, isWon: false })).toBe('lost')
    expect(state({ stage: 'Closed Won', isClosed: false, isWon: false })).toBe('open')
  })

  it('a flag for lost tells it too', () => {
    expect(state({ stage: 'Archiv', isWon: false, isLost: true })).toBe('lost')
    expect(state({ stage: 'Archiv', isWon: true, isLost: false })).toBe('won')
    expect(state({ stage: 'Closed Won', isWon: false, isLost: false })).toBe('open')
    expect(state({ stage: 'Closed Won', isLost: false })).toBe('won')
  })

  it('the config names statuses too, where there is no stage', () => {
    expect(state({ status: 'X' }, { won: ['X'] })).toBe('won')
    expect(state({ status: 'X', stage: 'Proposal' }, { won: ['X'] })).toBe('open')
  })

  it('a flag that says only “not won” says nothing', () => {
    expect(state({ stage: 'Closed Lost', isWon: false })).toBe('lost')
    expect(state({ stage: 'Proposal', isWon: false })).toBe('open')
  })

  it('closed without “won” or “lost” is told by the name', () => {
    expect(state({ stage: 'Closed Lost', isClosed: true })).toBe('lost')
  })

  it('the status wins over flags and name, where it says anything', () => {
    expect(state({ status: 'Lost', isClosed: true, isWon: true, stage: 'Closed Won' })).toBe('lost')
    expect(state({ status: 'Tier 1', isClosed: true, isWon: true })).toBe('won')
  })

  it.each(['New', 'Active', 'Pending', 'In Progress', 'Closed'])(
    'a status “%s” is overruled by what is plainer',
    (status) => {
      expect(state({ status, stage: 'Closed Won' })).toBe('won')
      expect(state({ status, stage: 'Closed Lost - No Response' })).toBe('lost')
      expect(state({ status, isClosed: true, isWon: true })).toBe('won')
      expect(state({ status, stage: 'Proposal' })).toBe(status === 'Closed' ? 'unknown' : 'open')
      expect(state({ status })).toBe(status === 'Closed' ? 'unknown' : 'open')
    },
  )

  it('a status “Open” is not', () => {
    expect(state({ status: 'Open', stage: 'Signed' })).toBe('open')
  })

  it('the config wins over all of them', () => {
    expect(state({ status: 'Lost', isClosed: true, isWon: false, stage: 'Live' }, { won: ['live'] })).toBe('won')
    expect(state({ status: 'Won', stage: 'Nurture' }, { lost: ['Nurture'] })).toBe('lost')
    expect(state({ isClosed: true, isWon: true, stage: 'Won, legal' }, { order: ['Won, legal'] })).toBe('open')
    expect(state({ stage: 'Won' }, { order: ['Discovery', 'Won'], won: ['Won'] })).toBe('won')
  })

  it('is unknown where nothing tells', () => {
    expect(state({})).toBe('unknown')
    expect(state({ status: 'Tier 1' })).toBe('unknown')
  })
})

function order(
  stages: readonly (string | [string, number])[],
  { crm = [], settings = {} }: { crm?: readonly string[]; settings?: Partial<StageSettings> } = {},
) {
  const rows = stages.map((entry) =>
    typeof entry === 'string'
      ? row('opportunities', { stage: entry })
      : row('opportunities', { stage: entry[0], probability: entry[1] }),
  )
  const { names, source } = orderStages(rows, crm.length === 0 ? [] : [crm], { ...none, ...settings })
  return [source, ...names]
}

describe('the order of the open stages', () => {
  const known: readonly [string, number][] = [
    ['Proposal', 10],
    ['Discovery', 60],
  ]
  const crm = ['Qualify', 'Discovery', 'Demo', 'Proposal']

  it('is the config’s before all, without the stages that are closed', () => {
    const settings = { order: ['Proposal', 'Legal', 'Discovery', 'Live', 'Closed Lost'], won: ['Live'] }
    expect(order(known, { crm, settings })).toEqual(['config', 'Proposal', 'Legal', 'Discovery'])
  })

  it('is the CRM’s own, stages not in use included', () => {
    expect(order(known, { crm })).toEqual(['crm', ...crm])
    expect(order(['PROPOSAL'], { crm })).toEqual(['crm', ...crm])
  })

  it('is not the CRM’s where one stage in use is none of the CRM’s', () => {
    expect(order([...known, ['Legal', 80]], { crm })).toEqual(['probability', 'Proposal', 'Discovery', 'Legal'])
  })

  it('by probability takes the median of each stage', () => {
    expect(
      order([
        ['A-team', 20],
        ['A-team', 30],
        ['A-team', 99],
        ['B-team', 40],
      ]),
    ).toEqual(['probability', 'A-team', 'B-team'])
  })

  it('is told by the names where probabilities are missing or the same', () => {
    expect(order(['Negotiation', 'Discovery', 'Proposal sent', 'New lead'])).toEqual([
      'names',
      'New lead',
      'Discovery',
      'Proposal sent',
      'Negotiation',
    ])
    expect(
      order([
        ['Proposal', 50],
        ['Discovery', 50],
      ]),
    ).toEqual(['names', 'Discovery', 'Proposal'])
    expect(order([['Proposal', 10], 'Discovery'])).toEqual(['names', 'Discovery', 'Proposal'])
  })

  it('is told by numbers before the names', () => {
    expect(order(['10. Sign', '2. Grok', '1. Zap'])).toEqual(['names', '1. Zap', '2. Grok', '10. Sign'])
    expect(order(['B) Grok', 'A) Zap'])).toEqual(['names', 'A) Zap', 'B) Grok'])
  })

  it('does not take the pipeline that stands behind every name for a part of it', () => {
    const stages = ['Contract Sent', 'Appointment Scheduled', 'Qualified to Buy'].map(
      (name) => `${name} (New Business)`,
    )
    const hubspot = ['Appointment Scheduled', 'Qualified to Buy', 'Presentation Scheduled', 'Contract Sent']
    expect(order(stages, { crm: hubspot })).toEqual(['crm', ...hubspot])
    expect(order(stages)).toEqual(['names', 'Appointment Scheduled', 'Qualified to Buy', 'Contract Sent'])
    const rows = [...stages, 'Contract Sent (Renewals)', 'Qualified to Buy (Renewals)'].map((stage) =>
      row('opportunities', { stage }),
    )
    expect(orderStages(rows, [], none).position('Contract Sent (Renewals)')).toBe(1)
    // A bracket of its own is a part of the name.
    expect(order(['Proposal (draft)', 'Discovery (new)'])).toEqual(['names', 'Discovery (new)', 'Proposal (draft)'])
  })

  it.each([
    ['German', 'Erstkontakt', 'Qualifizierung', 'Bedarfsanalyse', 'Angebot', 'Verhandlung', 'Vertrag'],
    ['French', 'Prospection', 'Qualification', 'Analyse des besoins', 'Devis envoyé', 'Négociation'],
    ['Spanish', 'Prospección', 'Calificación', 'Propuesta', 'Negociación', 'Contrato'],
    ['Italian', 'Contatto', 'Qualifica', 'Offerta', 'Trattativa'],
    ['Swedish', 'Prospekt', 'Kvalificerad', 'Offert', 'Förhandling', 'Avtal'],
  ])('is guessed from names in %s', (_language, ...stages) => {
    expect(order(stages.toReversed())).toEqual(['names', ...stages])
  })

  it('is unknown rather than guessed where a name says nothing or two say the same', () => {
    expect(order(['Discovery', 'Zap'])).toEqual(['unknown'])
    expect(order(['Quote', 'Proposal'])).toEqual(['unknown'])
    expect(order([])).toEqual(['unknown'])
  })
})

describe('the position of a stage', () => {
  const stages = new StageOrder(['New', 'Discovery', 'Proposal', 'Legal'], 'config')

  it('is 0 for the first and 1 for the last, with even steps', () => {
    expect(stages.names.map((name) => stages.position(name))).toEqual([0, 1 / 3, 2 / 3, 1])
  })

  it('does not mind capitals', () => {
    expect(stages.position('LEGAL')).toBe(1)
  })

  it('is unknown for another stage, for none, and where there is only one', () => {
    expect(stages.position('Pilot')).toBeUndefined()
    expect(stages.position(undefined)).toBeUndefined()
    expect(new StageOrder(['New'], 'config').position('New')).toBeUndefined()
  })
})
