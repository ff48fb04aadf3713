import { describe, expect, it } from 'vitest'
import { isSameQuestion, shareAsks } from '../../src/agenda/page/asks.ts'
import type { Finding, Severity } from '../../src/engine/finding.ts'

// A question that was answered for one deal is not asked again at the next.

function saying(asks: readonly string[], severity: Severity = 'medium'): Finding {
  const about = { rule: 'any', scope: 'deal', rep: 'Dana', manager: null, deal: null, account: null } as const
  const declared = { family: 'deals', place: 'agenda', cures: 'other' } as const
  const state = { age: 1, evidence: {}, proof: null, ...declared, dismissed: null, forRep: undefined }
  return { ...about, ...state, severity, asks, problem: 'something', action: 'Do it' }
}

const silent = (who: string, day: string) =>
  saying([
    `What did ${who} agree to on ${day}, and what has become of it?`,
    'What would be worth a call to them this week?',
  ])
const stepless = saying(['What will the client do next, and on which day?'])

describe('the questions of a page', () => {
  it('stand there once: the second deal has the next question of the same rule, and the third is named with the first', () => {
    const deals = [
      { name: 'Acme', findings: [silent('Bo Lund', '2 Nov')] },
      { name: 'Globex', findings: [silent('Cy Reed', '23 Oct')] },
      { name: 'Initech', findings: [silent('Ada Moss', '30 Oct')] },
    ]
    expect(shareAsks(deals)).toEqual([
      ['What did Bo Lund agree to on 2 Nov, and what has become of it? And for Initech?'],
      ['What would be worth a call to them this week?'],
      [],
    ])
  })

  it('are asked once for all where the rule has only one', () => {
    const deals = ['Acme', 'Globex', 'Initech'].map((name) => ({ name, findings: [stepless] }))
    expect(shareAsks(deals)).toEqual([
      ['What will the client do next, and on which day? And for Globex, and for Initech?'],
      [],
      [],
    ])
  })

  it('are the first ones of each finding before any second one, and never those of low findings beside others', () => {
    const low = saying(['Who else could say no?'], 'low')
    const deals = [
      { name: 'Acme', findings: [silent('Bo Lund', '2 Nov'), stepless, low] },
      { name: 'Globex', findings: [low] },
    ]
    expect(shareAsks(deals)).toEqual([
      [
        'What did Bo Lund agree to on 2 Nov, and what has become of it?',
        'What will the client do next, and on which day?',
        'What would be worth a call to them this week?',
      ],
      ['Who else could say no?'],
    ])
  })

  it('are the same where little but names and days differs', () => {
    const [one = '', other = ''] = [silent('Bo Lund', '2 Nov'), silent('Cy Reed', '23 Oct')].map(({ asks }) => asks[0])
    expect(isSameQuestion(one, other)).toBe(true)
    expect(isSameQuestion(one, stepless.asks[0] ?? '')).toBe(false)
    expect(isSameQuestion('?', '!')).toBe(false)
  })
})
