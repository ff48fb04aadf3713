import { describe, expect, it } from 'vitest'
import { readStates } from '../../src/book/states/states.ts'
import { day, row, TODAY, type Cells } from '../support/exports.ts'

const settings = { order: [], won: [], lost: [] }
const past = '2026-08-01'
const ahead = '2026-12-24'

function read(cells: readonly Cells<'opportunities'>[]) {
  const rows = cells.map((each) => row('opportunities', each))
  const states = readStates(rows, settings, day(TODAY))
  return { states: rows.map((each) => states.of(each)), asked: states.unclear.map(({ name }) => name) }
}

describe('a stage whose name does not tell', () => {
  const open = { stage: 'Proposal', probability: 50, closeDate: ahead }

  it('is won or lost where all its deals are certain or hopeless, and due to close', () => {
    const last = { stage: 'Phase 9', probability: 100, closeDate: past }
    const waiting = { stage: 'Nurture', probability: 0, closeDate: past }
    expect(read([open, waiting]).states).toEqual(['open', 'lost'])
    expect(read([open, { ...waiting, closeDate: ahead }]).states).toEqual(['open', 'open'])
    const none = { stage: 'Phase 0', probability: 0, closeDate: past }
    expect(read([open, last, none]).states).toEqual(['open', 'won', 'lost'])
    expect(read([open, { ...last, closeDate: ahead }]).states).toEqual(['open', 'open'])
    expect(read([open, { ...last, probability: 90 }]).states).toEqual(['open', 'open'])
    // A first step may well stand at nothing.
    expect(read([open, { ...none, stage: 'Prospecting' }]).states).toEqual(['open', 'open'])
  })

  it('is lost where nearly all its deals have a reason for it', () => {
    const gone = { stage: 'Phase 0', lostReason: 'Price' }
    expect(read([open, gone, gone]).states).toEqual(['open', 'lost', 'lost'])
  })

  it('that says closed or agreed is won beside lost ones, where none is won by a plainer word', () => {
    const lost = { stage: 'Geweigerd' }
    expect(read([{ stage: 'Aanvaard' }, lost]).states).toEqual(['won', 'lost'])
    expect(read([{ stage: 'Closed' }, lost]).states).toEqual(['won', 'lost'])
    expect(read([{ stage: 'Closed' }, lost, { stage: 'Won' }]).states).toEqual(['unknown', 'lost', 'won'])
    expect(read([{ stage: 'Closed' }]).states).toEqual(['unknown'])
    expect(read([{ stage: 'Accepted' }, { stage: 'Won' }]).states).toEqual(['open', 'won'])
  })

  it('that says “not closed” is lost beside one that says “closed”', () => {
    expect(read([{ stage: 'Fechado' }, { stage: 'Não fechado' }, { stage: 'Em negociação' }]).states).toEqual([
      'won',
      'lost',
      'open',
    ])
    expect(read([{ stage: 'Not closed' }]).states).toEqual(['open'])
  })

  it('leaves a deal over that has a day of closing which the others have not', () => {
    expect(read([open, { ...open, closedOn: past, lostReason: 'Price' }, { ...open, closedOn: past }]).states).toEqual([
      'open',
      'lost',
      'unknown',
    ])
  })
})

describe('what is asked', () => {
  const closed = [{ stage: 'Closed Won' }, { stage: 'Closed Lost' }]

  it('is every stage that is a number or an id', () => {
    expect(read([...closed, { stage: '422982642' }, { stage: '1c0b7a2e-4f7d' }]).asked).toEqual([
      '1c0b7a2e-4f7d',
      '422982642',
    ])
  })

  it('is every stage that says closed and not how', () => {
    expect(read([...closed, { stage: 'Closed - other' }]).asked).toEqual(['Closed - other'])
  })

  it('is an unknown word on deals that are all overdue, where nothing is won or nearly all stand there', () => {
    const strange = Array.from({ length: 3 }, () => ({ stage: 'Handover', closeDate: past }))
    expect(read([{ stage: 'Closed Lost' }, ...strange]).asked).toEqual(['Handover'])
    expect(read([...closed, ...strange]).asked).toEqual(['Handover'])
    const others = Array.from({ length: 3 }, () => ({ stage: 'Proposal', closeDate: ahead }))
    expect(read([...closed, ...strange, ...others]).asked).toEqual([])
    expect(read(strange.map((each) => ({ ...each, stage: 'Negotiation' }))).asked).toEqual([])
    expect(read(strange.map((each) => ({ ...each, stage: 'On hold' }))).asked).toEqual([])
  })
})
