import { describe, expect, it } from 'vitest'
import type { JudgedCommitment } from '../../src/book/past/commitments.ts'
import { noPast, type Past, type PastVerdict } from '../../src/book/past/past.ts'
import { seenBy } from '../../src/history/seen.ts'
import { bookOf, day } from '../support/exports.ts'
import { alder, birch, judged } from '../support/promises.ts'

// What earlier reviews said of a promise, and what that changes.

const won = { stage: 'Closed Won', closeDate: '2026-11-18' }

describe('from review to review', () => {
  function after(before: Record<string, PastVerdict['verdict']>, times = 1): Past {
    const last = seenBy(bookOf({ deals: [alder, birch] }, { asOf: '2026-11-13' }), [])
    const told = Object.entries(before).map(
      ([id, is]) => [id, { verdict: is, since: day('2026-11-13'), times }] as const,
    )
    return { ...noPast, reviews: [{ ...last, judged: new Map(told) }] }
  }
  const deals = [alder, birch]
  const times = (all: readonly JudgedCommitment[]) => all.map(({ timesMissed }) => timesMissed)

  it('kept and moot are told once, and stay so whatever the deal does', () => {
    for (const is of ['kept', 'moot'] as const)
      expect(judged([{ proof: 'won', on: '2026-11-06' }], { deals }, undefined, after({ k7m2: is }))).toEqual([])
  })

  it('missed is told until it is kept, and then it was late', () => {
    const promise = { proof: 'won', on: '2026-11-06', by: '2026-11-13' }
    const past = after({ k7m2: 'missed' })
    expect(times(judged([promise], { deals }, undefined, past))).toEqual([2])
    expect(judged([promise], { deals: [{ ...alder, ...won }, birch] }, undefined, past)[0]).toMatchObject({
      verdict: 'kept',
      evidence: 'the deal was won on Nov 18; late',
    })
  })

  it('a second promise that is missed is the second time in a row', () => {
    const first = { id: 'aaaa', proof: 'won', on: '2026-10-30', by: '2026-11-06' }
    const second = { id: 'bbbb', proof: 'won' }
    expect(
      times(judged([{ ...first, settled: 'dropped' }, second], { deals }, undefined, after({ aaaa: 'missed' }))),
    ).toEqual([2])
    expect(times(judged([first, second], { deals }, undefined, after({ aaaa: 'kept' })))).toEqual([1])
    expect(times(judged([{ ...first, rep: 'Tom' }, second], { deals }, undefined, after({ aaaa: 'missed' })))[1]).toBe(
      1,
    )
  })

  it('what was said for good is carried on, so that older reviews can go', () => {
    const book = bookOf({ deals }, { past: after({ k7m2: 'kept', open: 'open' }) })
    expect([...seenBy(book, [], []).judged.keys()]).toEqual(['k7m2'])
  })
})
