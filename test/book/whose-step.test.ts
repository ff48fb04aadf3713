import { ourSteps } from '../../src/book/deals/whose-step.ts'
import { noPast, noReading } from '../../src/book/past/past.ts'
import type { SeenDeal } from '../../src/book/past/seen-deal.ts'
import { isOurStep } from '../../src/vocabulary/next-steps.ts'
import { bookOf, day, firstDeal } from '../support/exports.ts'
import { describe, expect, it } from 'vitest'

describe('whose a next step is', () => {
  it.each([
    ['Follow up', true],
    ['follow-up with Sally', true],
    ['11/27: send the offer', true],
    ['3 Dec – call the CFO', true],
    ['We send the contract', true],
    ['Email deck', true],
    ['Client to send the figures', false],
    ['Send the offer; client to sign', false],
    ['Waiting for legal', false],
    ['Demo for the plant team', false],
    ['CFO signs on Friday', false],
    ['Callum signs', false],
    ['11/27', false],
  ])('%s: ours %s', (text, isOurs) => {
    expect(isOurStep(text)).toBe(isOurs)
  })
})

describe('all next steps were ours', () => {
  const SEEN: SeenDeal = {
    name: 'Northwind',
    owner: undefined,
    state: 'open',
    stage: undefined,
    amount: undefined,
    closeDate: undefined,
    nextStep: 'Send the offer',
    contacts: undefined,
  }
  const stepsOf = (nextStep: string | undefined, earlier: readonly (readonly [string, string | undefined])[]) => {
    const reviews = earlier.map(([asOf, step]) => ({
      asOf: day(asOf),
      deals: new Map([['deal-1', { ...SEEN, nextStep: step }]]),
      findings: new Set<string>(),
      newest: undefined,
      reading: noReading,
      reps: [],
      judged: new Map(),
    }))
    const deal = { owner: 'Dana Whitfield', stage: 'Prospecting', created: '2026-09-01', nextStep }
    const book = bookOf({ deals: [deal] }, { past: { ...noPast, reviews } })
    return ourSteps(firstDeal(book), book, 14)
  }

  it.each<[string, string | undefined, [string, string | undefined][], string[] | undefined]>([
    [
      'for fourteen days',
      'Call',
      [
        ['2026-11-13', 'Send'],
        ['2026-11-06', 'Call'],
      ],
      ['Call', 'Send'],
    ],
    ['for thirteen', 'Call', [['2026-11-07', 'Send']], undefined],
    [
      'but the client’s before that',
      'Call',
      [
        ['2026-11-06', 'Send'],
        ['2026-10-30', 'Client to sign'],
      ],
      ['Call', 'Send'],
    ],
    [
      'but one was the client’s',
      'Call',
      [
        ['2026-11-13', 'Client to sign'],
        ['2026-11-06', 'Call'],
      ],
      undefined,
    ],
    [
      'but one is not known',
      'Call',
      [
        ['2026-11-13', undefined],
        ['2026-11-06', 'Call'],
      ],
      undefined,
    ],
    ['but there is none now', undefined, [['2026-11-06', 'Call']], undefined],
  ])('%s', (_, step, earlier, texts) => {
    expect(stepsOf(step, earlier)?.texts).toEqual(texts)
  })
})
