import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.ts'
import { exampleBook } from '../../src/engine/examples/example-book.ts'
import { defineRule } from '../../src/engine/rule.ts'
import { runRules } from '../../src/engine/run-rules.ts'

const untouched = '2026-07-01'

/** Nobody has touched the first in 142 days, it stands where it was created, and nothing is planned. */
const book = exampleBook({
  kind: 'hit',
  title: '',
  deals: [
    {
      created: untouched,
      stage: 'Prospecting',
      stages: [[untouched, 'Prospecting']],
      lastActivity: null,
      nextStep: null,
    },
    { stageChanged: '2026-11-02', activities: [{ on: '2026-11-18' }], times: 3 },
  ],
})

const JUDGED = new Set(['stale-deal', 'never-worked', 'under-worked', 'stuck-in-stage', 'aging-deal'])

function speaking(...off: readonly string[]): readonly string[] {
  const setting = { off: true, severity: undefined, options: {}, stages: new Map<string, number>() }
  const { findings } = runRules(book, rules, new Map(off.map((id) => [id, setting])))
  return findings.flatMap(({ rule, deal }) => (deal?.id === 'deal-1' && JUDGED.has(rule) ? [rule] : []))
}

describe('of rules that exclude each other', () => {
  it('one that has itself yielded is yielded to by nothing: the age is still said', () => {
    expect(speaking()).toEqual(['never-worked', 'aging-deal'])
  })

  it('one that is off is yielded to by nothing', () => {
    expect(speaking('never-worked')).toEqual(['stale-deal', 'stuck-in-stage'])
    expect(speaking('never-worked', 'stuck-in-stage')).toEqual(['stale-deal', 'aging-deal'])
    expect(speaking('never-worked', 'stuck-in-stage', 'stale-deal')).toEqual(['under-worked', 'aging-deal'])
  })

  it('of two that yield to each other one speaks', () => {
    const yielding = (id: string, other: string) =>
      defineRule({
        id,
        scopes: ['deal'],
        family: 'deals',
        place: 'agenda',
        cures: 'other',
        title: id,
        why: '',
        needs: [],
        options: {},
        yieldsTo: [other],
        check: ({ id: deal }) => (deal === 'deal-1' ? { severity: 'low', evidence: {} } : undefined),
        say: () => ({ problem: id, asks: [] }),
        examples: () => [],
      })
    const { findings } = runRules(book, [yielding('a', 'b'), yielding('b', 'a')])
    expect(findings.map(({ rule }) => rule)).toEqual(['b'])
  })
})
