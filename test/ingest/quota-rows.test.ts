import { describe, expect, it } from 'vitest'
import { exportsOf } from './files.ts'

const DEALS = ['Deal,Owner,Stage', 'Acme,Dana,Proposal']

describe('quotas by period', () => {
  it('make a file of a rep, a quarter and a quota one of goals', async () => {
    const lines = ['Rep,Quarter,Quota', 'Dana,Q4 2026,"$40,000"', 'Dana,Q1 2026,"$10,000"', 'Dana,soon,5']
    const { goals, rejected, inputs } = await exportsOf({ 'deals.csv': DEALS, 'goals.csv': lines })
    expect(goals.map(({ quarter, goal }) => [quarter, goal])).toEqual([
      ['Q4 2026', 40_000],
      ['Q1 2026', 10_000],
    ])
    expect(rejected).toMatchObject([{ line: 4, value: 'soon' }])
    expect(inputs[1]).toMatchObject({ kind: 'goals', rows: { read: 3, used: 2, rejected: 1 } })
  })

  it('leave a list of deals with a quarter what it is', async () => {
    const { inputs } = await exportsOf({ 'deals.csv': ['Deal,Owner,Amount,Quarter,Year', 'Acme,Dana,100,Q4,2026'] })
    expect(inputs[0]?.kind).toBe('opportunities')
  })

  it('are not known where two contradict each other and no period tells them apart', async () => {
    const lines = ['Rep,Quota', 'Dana,40000', 'Kim,7', 'Dana,10000', 'Kim,7']
    const { reps, rejected, warnings } = await exportsOf({ 'deals.csv': DEALS, 'reps.csv': lines })
    expect(reps.map(({ goal }) => goal)).toEqual([undefined, 7, undefined, 7])
    expect(rejected.map(({ line, column, value }) => [line, column, value])).toEqual([
      [2, 'Quota', '40,000'],
      [4, 'Quota', '10,000'],
    ])
    expect(warnings[0]).toContain('40,000 on line 2 and of 10,000 on line 4')
  })
})
