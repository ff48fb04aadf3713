import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { differences, reviewPlanted, type Agenda, type Expected } from './support/planted.ts'

const OF_DEALS_IN_TIME = [
  'stale-deal',
  'never-worked',
  'under-worked',
  'stuck-in-stage',
  'aging-deal',
  'close-date-passed',
  'close-date-pushed',
  'stage-moved-back',
  'amount-cut',
  'no-next-step',
  'missing-essentials',
]

const OF_PEOPLE = [
  'single-threaded-champion',
  'no-decision-maker',
  'gatekeeper-loop',
  'lost-at-gatekeeper',
  'one-sided-commitments',
  'blind-opportunity',
  'weak-value-proposition',
  'vendor-relationship',
  'client-list-without-people',
  'manager-out-of-the-field',
]

/** By folder the rules whose every finding is listed; what other rules say about these sets is not judged here. */
const SETS: Readonly<Record<string, readonly string[]>> = {
  'planted-deals': OF_DEALS_IN_TIME,
  'planted-deals-again': [...OF_DEALS_IN_TIME, 'same-update'],
  'planted-people': OF_PEOPLE,
  'planted-people-inbound': OF_PEOPLE,
}

describe.each(Object.entries(SETS))('%s', (set, judged) => {
  const folder = fileURLToPath(new URL(`../fixtures/${set}`, import.meta.url))
  const expected = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as Expected[]
  let agenda: Agenda

  beforeAll(async () => {
    agenda = await reviewPlanted(folder)
  })

  it('is read without a rejected row, and its footer is no deal', () => {
    expect(agenda.rejected).toEqual([])
    const opportunities = agenda.inputs.find(({ file }) => path.basename(file) === 'opportunities.csv')
    const lines = readFileSync(path.join(folder, 'opportunities.csv'), 'utf8').trimEnd().split('\n').length
    expect(opportunities?.rows).toEqual({ read: lines - 1, used: lines - 6, rejected: 0, ignored: 5 })
  })

  it('lets every judged rule run', () => {
    expect(agenda.notChecked.filter(({ rule }) => judged.includes(rule))).toEqual([])
  })

  it('gets exactly the findings that were planted', () => {
    const found = agenda.findings.filter(({ rule }) => judged.includes(rule))
    expect(differences(expected, found)).toEqual([])
  })
})

describe('a rule that is off is yielded to by nothing', () => {
  const folder = fileURLToPath(new URL('../fixtures/planted-deals', import.meta.url))
  const deal = 'untouched for 50 days, in its first stage all along'
  const saidOf = async (...off: readonly string[]) => {
    const { findings } = await reviewPlanted(folder, ...off.flatMap((rule) => ['--set', `rules.${rule}=off`]))
    const own = findings.filter((finding) => finding.deal?.name === deal && OF_DEALS_IN_TIME.includes(finding.rule))
    return own.map(({ rule }) => rule).filter((rule) => rule !== 'no-next-step')
  }

  it.each([
    [[], ['never-worked']],
    [['never-worked'], ['stale-deal', 'stuck-in-stage']],
    [
      ['never-worked', 'stale-deal'],
      ['under-worked', 'stuck-in-stage'],
    ],
  ])('off: %j', async (off, expected) => {
    expect(await saidOf(...off)).toEqual(expected)
  })
})
