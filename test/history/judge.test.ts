import { describe, expect, it } from 'vitest'
import { formatProof, parseProof } from '../../src/book/past/commitments.ts'
import { TODAY } from '../support/exports.ts'
import { alder, birch, judged, verdict, type Cell } from '../support/promises.ts'

// Each proof, and what it takes to be kept, missed, open or moot.

const won: Cell = { stage: 'Closed Won', closeDate: '2026-11-18' }
const lost: Cell = { stage: 'Closed Lost', closeDate: '2026-11-18' }

describe('each proof', () => {
  it.each<[string, string, Cell, string, string]>([
    ['activity, since', 'activity', { lastActivity: '2026-11-14' }, 'kept', 'activity on Nov 14'],
    ['activity, on the day itself', 'activity', { lastActivity: '2026-11-13' }, 'missed', 'no activity since Nov 13'],
    ['activity, none ever', 'activity', { lastActivity: undefined }, 'missed', 'no activity so far'],
    ['activity, won since', 'activity', won, 'kept', 'the deal was won on Nov 18'],
    [
      'a stage, reached',
      'stage:Perception Analysis',
      { stage: 'Perception Analysis' },
      'kept',
      'in Perception Analysis',
    ],
    [
      'a stage, passed',
      'stage:Value Proposition',
      { stage: 'Perception Analysis' },
      'kept',
      'in Perception Analysis, past Value Proposition',
    ],
    ['a stage, not reached', 'stage:Value Proposition', {}, 'missed', 'still in Needs Analysis'],
    [
      'a stage nobody knows',
      'stage:Handshake',
      {},
      'open',
      'where “Handshake” comes among the stages is not known (stages.order in the config)',
    ],
    [
      'a stage, unknown',
      'stage:Value Proposition',
      { stage: undefined, status: 'Open' },
      'open',
      'the stage of the deal is missing',
    ],
    ['a stage, won', 'stage:Value Proposition', won, 'kept', 'the deal was won on Nov 18'],
    ['a next step ahead', 'next-step', { nextStep: '11/24: demo' }, 'kept', 'next step on Nov 24'],
    ['a next step today', 'next-step', { nextStep: '11/20: demo' }, 'kept', 'next step on Nov 20'],
    [
      'a next step that has passed',
      'next-step',
      { nextStep: '11/17: demo' },
      'missed',
      'next step of Nov 17 has passed',
    ],
    ['a next step without a date', 'next-step', { nextStep: 'demo' }, 'missed', 'next step without a date: “demo”'],
    ['no next step', 'next-step', {}, 'missed', 'no next step'],
    ['a close date, earlier', 'close-date:2026-12-15', { closeDate: '2026-12-15' }, 'kept', 'closes Dec 15'],
    ['a close date, still later', 'close-date:2026-12-15', {}, 'missed', 'closes Dec 31'],
    [
      'a close date, past',
      'close-date:2026-12-15',
      { closeDate: '2026-11-19' },
      'missed',
      'its close date, Nov 19, has passed',
    ],
    [
      'a close date, unknown',
      'close-date:2026-12-15',
      { closeDate: undefined },
      'open',
      'the close date of the deal is missing',
    ],
    ['a close date, won in time', 'close-date:2026-11-18', won, 'kept', 'won on Nov 18'],
    ['a close date, won too late', 'close-date:2026-11-17', won, 'missed', 'won on Nov 18, later than agreed'],
    ['won', 'won', won, 'kept', 'the deal was won on Nov 18'],
    ['not won', 'won', {}, 'missed', 'still in Needs Analysis'],
    ['lost', 'won', lost, 'moot', 'the deal was lost on Nov 18'],
    [
      'lost, whatever the proof',
      'activity',
      { ...lost, lastActivity: '2026-11-18' },
      'moot',
      'the deal was lost on Nov 18',
    ],
    ['a state nobody knows', 'activity', { stage: 'Closed' }, 'open', 'whether the deal is open is not known'],
  ])('%s', (_, proof, deal, is, evidence) => {
    expect(verdict({ proof }, deal)).toEqual([is, evidence])
  })

  it.each([
    'activity',
    'next-step',
    'won',
    'stage:X',
    'cleared:stale-deal',
    'new-opportunities:3',
    'close-date:2026-12-15',
  ])('%s is read as it is written', (text) => {
    const proof = parseProof(text)
    expect(proof && formatProof(proof)).toBe(text)
  })
})

describe('new opportunities', () => {
  const promise = { proof: 'new-opportunities:2', deal: undefined }
  const fresh = (id: string, created: string, rest: Cell = {}): Cell => ({ ...alder, id, name: id, created, ...rest })
  const told = (...deals: Cell[]) => judged([promise], { deals: [alder, birch, ...deals] })[0]

  it('counts those created since, the rep’s own, renewals left out', () => {
    const one = fresh('C', '2026-11-16')
    const others = [fresh('D', '2026-11-16', { owner: 'Tom' }), fresh('E', '2026-11-17', { type: 'Renewal' })]
    expect(told(one, ...others)).toMatchObject({ verdict: 'missed', evidence: '1 of 2 created since Nov 13: C' })
    expect(told(one, fresh('F', '2026-11-20'))).toMatchObject({ verdict: 'kept' })
  })

  it('counts one of the same day that the review of that day did not see', () => {
    const sameDay = [fresh('C', '2026-11-13'), fresh('D', '2026-11-14')]
    expect(told(...sameDay)).toMatchObject({ verdict: 'kept' })
    const [seen] = judged([promise], { deals: [alder, ...sameDay] }, { deals: [alder, ...sameDay.slice(0, 1)] })
    expect(seen).toMatchObject({ verdict: 'missed', evidence: '1 of 2 created since Nov 13: D' })
  })

  it('stays open where nothing tells when deals were created', () => {
    const deals = [alder, birch].map((deal) => ({ ...deal, created: undefined }))
    expect(judged([promise], { deals })[0]).toMatchObject({
      verdict: 'open',
      evidence: 'the export does not tell: creation dates missing',
    })
  })
})

describe('a rule that no longer speaks', () => {
  const proof = 'cleared:stale-deal'

  it('kept where it ran and is silent', () => {
    expect(verdict({ proof }, { lastActivity: '2026-11-17' })).toEqual([
      'kept',
      '“gone silent” no longer holds on Nov 20',
    ])
  })

  it('missed where it still speaks, in its own words', () => {
    expect(verdict({ proof }, { lastActivity: '2026-10-20' })).toEqual([
      'missed',
      'no contact for 31 days, since Oct 20',
    ])
  })

  it('missed where another rule speaks in its place', () => {
    // It yields to the rule that speaks when nothing was created at all.
    const promise = { proof: 'cleared:creation-below-standard', deal: undefined }
    expect(judged([promise], { deals: [alder, birch] })[0]).toMatchObject({
      verdict: 'missed',
      evidence: expect.stringMatching(/^no new business in/),
    })
  })

  it('open where it could not run', () => {
    const deals = [alder, birch].map((deal) => ({ ...deal, lastActivity: undefined, nextStep: undefined }))
    expect(judged([{ proof }], { deals })[0]).toMatchObject({
      verdict: 'open',
      evidence: 'the export does not tell: last activity missing',
    })
    expect(verdict({ proof: 'cleared:gone-with-the-wind' }, {})).toEqual([
      'open',
      'the rule gone-with-the-wind did not run',
    ])
  })

  it('of a rep, without a deal', () => {
    const promise = { proof: 'cleared:no-new-opportunities', deal: undefined }
    expect(judged([promise], { deals: [alder, birch] })[0]?.verdict).toBe('missed')
    const created = { ...alder, id: 'C', created: '2026-11-19' }
    expect(judged([promise], { deals: [alder, birch, created] })[0]?.verdict).toBe('kept')
  })
})

describe('a deal that is not in the export', () => {
  const rest = { ...birch, id: 'R', name: 'Rowan' }

  it('is gone, and the promise moot', () => {
    expect(judged([{ proof: 'activity' }], { deals: [birch, rest] })[0]).toMatchObject({
      verdict: 'moot',
      evidence: 'the deal is no longer in the export',
    })
  })

  it('is not gone where the export has nothing of its owner', () => {
    const tom = { ...birch, id: 'T', owner: 'Tom' }
    const before = { deals: [alder, birch, tom] }
    expect(judged([{ proof: 'activity' }], { deals: [tom] }, before)[0]).toMatchObject({
      verdict: 'open',
      evidence: 'this export has nothing of Dana',
    })
  })
})

describe('the day', () => {
  it('not due is open, and due on the day of the review is due', () => {
    expect(verdict({ proof: 'won', by: '2026-11-21' }, {})?.[0]).toBe('open')
    expect(verdict({ proof: 'won', by: '2026-11-20' }, {})?.[0]).toBe('missed')
  })

  it('what is shown before it is due is kept', () => {
    expect(verdict({ proof: 'won', by: '2026-12-20' }, won)?.[0]).toBe('kept')
  })

  it('a close date that was to hold is kept when the day comes', () => {
    const hold = { proof: 'close-date:2026-12-31', by: '2026-11-27' }
    expect(verdict(hold, {})).toEqual(['open', 'closes Dec 31 so far'])
    expect(verdict({ ...hold, by: '2026-11-20' }, {})).toEqual(['kept', 'closes Dec 31'])
  })

  it('what was agreed today is not judged by today’s export', () => {
    expect(verdict({ proof: 'won', on: TODAY, by: TODAY }, won)).toEqual(['open', 'agreed today'])
  })
})

describe('without a proof', () => {
  it('is never missed, only asked', () => {
    expect(verdict({}, {})).toEqual(['open', 'no export can show it; is k7m2 done?'])
    expect(verdict({ by: '2026-12-01' }, {})).toEqual(['open', 'no export can show it'])
  })

  it('done by hand is kept by word, and dropped is not told', () => {
    expect(verdict({ settled: 'done' }, {})).toEqual(['kept', 'said to be done on Nov 16'])
    expect(verdict({ settled: 'dropped' }, {})).toBeUndefined()
  })
})
