import { describe, expect, it } from 'vitest'
import { valueFor } from '../src/book/settings.ts'
import { configSchema } from '../src/config/schema.ts'
import { bookSettings } from '../src/config/settings.ts'
import { unmatchedNames } from '../src/config/unmatched.ts'
import { bookOf } from './support/exports.ts'
import { run } from './support/run.ts'

// Names in the config that nobody bears: said where a letter is wrong, and not where somebody is on leave.

const book = bookOf({
  deals: [
    { id: 'A', owner: 'Dana Whitfield', stage: 'Proposal', amount: 5 },
    { id: 'B', owner: 'Tom Ek', stage: 'Stage 1', amount: 5 },
    { id: 'C', owner: 'Maria Lopez', stage: 'Signed', amount: 5 },
  ],
})

const said = (config: object) => unmatchedNames(configSchema.parse(config), book)

describe('a name in the config that nobody bears', () => {
  it.each([
    ['under reps', { reps: { 'Dana Whitfeld': { level: 'senior' } } }, 'reps: no rep is called “Dana Whitfeld”'],
    [
      'of a standard',
      { standards: { coverage: { reps: { 'Dana-Whitfield': 3 } } } },
      'standards.coverage.reps: no rep is called “Dana-Whitfield”',
    ],
    [
      'of whoever is away',
      { closed: [{ from: '2026-11-16', to: '2026-11-18', reps: ['Danna Whitfield'] }] },
      'closed.0.reps: no rep is called “Danna Whitfield”',
    ],
  ])('%s', (_, config, what) => {
    expect(said(config)).toEqual([`${what}: did you mean “Dana Whitfield”?`])
  })

  it.each(['dana whitfield', 'Whitfield, Dana'])('is nobody who is only written in another way: %s', (name) => {
    expect(said({ goals: { reps: { [name]: 5 } } })).toEqual([])
    const { goals } = bookSettings(configSchema.parse({ goals: { reps: { [name]: 5 } } }))
    expect(valueFor(goals.amount, 'Dana Whitfield', undefined)).toBe(5)
  })

  it('of a stage', () => {
    expect(said({ rules: { 'stale-deal': { stages: { Propsal: 4 } } }, stages: { won: ['Signd'] } })).toEqual([
      'stages.won: no stage is called “Signd”: did you mean “Signed”?',
      'rules.stale-deal.stages: no stage is called “Propsal”: did you mean “Proposal”?',
    ])
  })

  it.each([
    ['who is there', { reps: { 'Tom Ek': {} }, rules: { 'stale-deal': { stages: { proposal: 4 } } } }],
    ['who is on leave', { reps: { 'Nobody Here': {} }, stages: { lost: ['Dead'] } }],
    ['whose short name is another', { reps: { 'Tim Ek': {} } }],
    ['whose number is another', { rules: { 'stale-deal': { stages: { 'Stage 2': 4 } } } }],
    ['who is named beside the other', { reps: { 'Maria Lopez': {}, 'Marie Lopez': {} } }],
  ])('nothing is said of somebody %s', (_, config) => {
    expect(said(config)).toEqual([])
  })

  it('is a warning of the review', async () => {
    const set = ['--set', 'reps.Dana Whitfeld.level=senior']
    const { code, stderr } = await run(['fixtures/four-weeks/week-4', '--as-of', '2026-11-20', '--no-config', ...set])
    expect([code, stderr]).toEqual([
      0,
      'pipeline-coach: reps: no rep is called “Dana Whitfeld”: did you mean “Dana Whitfield”?\n',
    ])
  })
})
