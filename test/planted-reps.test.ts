import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { differences, reviewPlanted, type Agenda, type Expected } from './support/planted.ts'

// Small teams of reps whose names say the case, each with every finding that the rules about reps and teams are to have.

/** The rules about reps and teams that need no earlier review. */
const JUDGED = new Set([
  'no-new-opportunities',
  'creation-below-standard',
  'sporadic-prospecting',
  'unfocused-prospecting',
  'reactive-pipeline',
  'creation-hole',
  'senior-rep-not-prospecting',
  'too-little-activity',
  'few-live-conversations',
  'non-selling-work',
  'low-win-rate',
  'anemic-pipeline',
  'goal-out-of-reach',
  'renewals-outrun-new-business',
])

const root = fileURLToPath(new URL('../fixtures/planted-reps', import.meta.url))
const teams = readdirSync(root)

function expectedOf(team: string): Expected[] {
  return JSON.parse(readFileSync(path.join(root, team, 'expected.json'), 'utf8')) as Expected[]
}

describe.each(teams)('%s', (team) => {
  let agenda: Agenda

  beforeAll(async () => {
    agenda = await reviewPlanted(path.join(root, team))
  })

  it('is read whole', () => {
    expect(agenda.rejected).toEqual([])
    for (const { rows } of agenda.inputs) expect(rows.used).toBe(rows.read)
  })

  it('lets every rule run that something is expected of', () => {
    const wanted = new Set(expectedOf(team).map(({ rule }) => rule))
    expect(agenda.notChecked.filter(({ rule }) => wanted.has(rule))).toEqual([])
  })

  it('gets exactly the findings that were planted', () => {
    const found = agenda.findings.filter(({ rule }) => JUDGED.has(rule))
    expect(differences(expectedOf(team), found)).toEqual([])
  })
})

it('the planted teams have every one of these rules speak', () => {
  const spoken = new Set(teams.flatMap(expectedOf).map(({ rule }) => rule))
  expect([...JUDGED].filter((rule) => !spoken.has(rule))).toEqual([])
})
