import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from '../rules/index.ts'
import { valueFor } from '../src/book/settings.ts'
import { loadConfig } from '../src/config/load-config.ts'
import { bookSettings, ruleSettings } from '../src/config/settings.ts'
import { runRules } from '../src/engine/run-rules.ts'
import { bookOf, type Cells, type Told } from './support/exports.ts'

// What the manager expects, in `pipeline-coach.yaml`: goals, and what counts towards a standard.

const cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))

async function load(yaml: string) {
  writeFileSync(path.join(cwd, 'pipeline-coach.yaml'), yaml)
  return loadConfig({ file: undefined, none: false, set: [], modules: [], cwd, env: {} }, rules)
}

async function bookWith(yaml: string, told: Told) {
  const { config } = await load(yaml)
  return bookOf(told, { settings: bookSettings(config, undefined) })
}

async function says(rule: string, yaml: string, told: Told): Promise<string[]> {
  const { config } = await load(yaml)
  const { findings } = runRules(await bookWith(yaml, told), rules, ruleSettings(config))
  return findings.flatMap((found) => (found.rule === rule ? `${found.rep} ${found.severity}` : []))
}

const open: Cells<'opportunities'> = { owner: 'Dana', stage: 'Qualification', amount: 20_000, created: '2026-10-01' }

describe('goals, and what counts towards the standard', () => {
  const deals = [open, { ...open, owner: 'Ann' }]
  const reps = [{ rep: 'Ann', level: 'Senior' }]
  const goalsWith = async (yaml: string) => {
    const book = await bookWith(yaml, { deals, reps })
    return book.reps.map(({ goal }) => goal?.amount)
  }

  it.each([
    ['goals: { perRep: 150000 }', [150_000, 150_000]],
    ['goals: { perRep: 150000, levels: { senior: 200000 } }', [200_000, 150_000]],
    ['goals: { levels: { senior: 200000 }, reps: { Ann: 1 } }', [1, undefined]],
  ])('%s', async (yaml, expected) => {
    expect(await goalsWith(yaml)).toEqual(expected)
  })

  it.each([
    ['goals: { period: month }', 'November'],
    ['goals: { fiscalYearStart: 2 }', 'FY27 Q4'],
    ['', 'Q4'],
  ])('%s makes the period %s', async (yaml, label) => {
    expect((await bookWith(yaml, { deals })).period.label).toBe(label)
  })

  it('every standard is a value for all, or has exceptions', async () => {
    const yaml =
      'standards: { coverage: 3, winRate: { default: 0.25, levels: { Senior: 0.3 } }, prospectingActivities: ' +
      '{ perWeek: { reps: { Ann: 25 } } }, newOpportunities: { qualified: { stage: Legal, requires: [amount] } } }'
    const { standards } = (await bookWith(yaml, { deals })).settings
    const of = (rep: string, level?: string) => [
      valueFor(standards.coverage, rep, level),
      valueFor(standards.winRate, rep, level),
      valueFor(standards.prospectingActivities, rep, level),
      valueFor(standards.qualified, rep, level),
    ]
    const qualified = { stage: 'Legal', requires: ['amount'] }
    expect(of('Ann', 'senior')).toEqual([3, 0.3, 25, qualified])
    expect(of('Dana')).toEqual([3, 0.25, undefined, qualified])
  })

  it('qualified may differ by level too', async () => {
    const yaml =
      'standards: { newOpportunities: { qualified: { default: { stage: Legal }, levels: { Senior: { requires: [] } } } } }'
    const { qualified } = (await bookWith(yaml, { deals })).settings.standards
    expect(valueFor(qualified, 'Ann', 'Senior')).toEqual({ stage: undefined, requires: [] })
    expect(valueFor(qualified, 'Dana', undefined)).toEqual({ stage: 'Legal', requires: [] })
  })

  it('what a rep opens is below the standard when too little of it is qualified', async () => {
    const yaml = (requires: string) =>
      `standards: { newOpportunities: { perWeek: 1, qualified: { requires: [${requires}] } } }`
    const created = { ...open, created: '2026-11-19' }
    const told = { deals: [open, created, created, created, { ...created, account: 'Northwind' }] }
    expect(await says('creation-below-standard', yaml('amount'), told)).toEqual([])
    expect(await says('creation-below-standard', yaml('amount, account'), told)).toEqual(['Dana medium'])
  })

  it('targets, words and the manager', async () => {
    const yaml =
      'targets: { accounts: [Northwind] }\nwords: { ownSources: [Outbound], nonSelling: [RMA] }\nmanager: Kim Osei'
    expect((await bookWith(yaml, { deals })).settings).toMatchObject({
      targets: { accounts: ['Northwind'], segments: [] },
      words: { ownSources: ['Outbound'], nonSelling: ['RMA'], renewal: [] },
      manager: 'Kim Osei',
    })
  })

  it.each([
    ['goals: { period: week }', 'goals.period'],
    ['goals: { fiscalYearStart: 13 }', 'goals.fiscalYearStart: too big'],
    ['goals: { perRep: 0 }', 'goals.perRep: too small'],
    ['goals: { perrep: 1 }', 'unknown key “goals.perrep”'],
    ['standards: { coverage: 0.5 }', 'standards.coverage: too small'],
    ['standards: { winRate: 25 }', 'standards.winRate: too big'],
    ['standards: { winRate: { default: 25 } }', 'standards.winRate.default: too big'],
    ['standards: { winRate: { level: { senior: 0.3 } } }', 'unknown key “standards.winRate.level”'],
    [
      'standards: { newOpportunities: { qualified: { stage: Legal, require: [] } } }',
      'unknown key “standards.newOpportunities.qualified.require”',
    ],
    [
      'standards: { newOpportunities: { qualified: { default: {}, level: {} } } }',
      'unknown key “standards.newOpportunities.qualified.level”',
    ],
    [
      'standards: { newOpportunities: { qualified: { requires: [money] } } }',
      'standards.newOpportunities.qualified.requires.0',
    ],
    [
      'standards: { newOpportunities: { qualified: { stage: Legal, levels: { senior: {} } } } }',
      'either stage and requires, for all, or default, levels and reps',
    ],
    ['targets: { account: [] }', 'unknown key “targets.account”'],
    ['words: { ownSource: [] }', 'unknown key “words.ownSource”'],
  ])('%s is refused', async (yaml, message) => {
    await expect(load(yaml)).rejects.toThrow(message)
  })
})
