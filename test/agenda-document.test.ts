import { describe, expect, it } from 'vitest'
import { agendaSchema } from '../src/report/json/agenda-schema.ts'
import { run, sample, type Outcome } from './support/run.ts'
import { sharedData, sharedFile } from './support/shared-data.ts'

// The JSON document against the schema that is published for it, and against itself.

async function document(outcome: Promise<Outcome>) {
  const { code, stdout } = await outcome
  expect(code).toBe(0)
  return agendaSchema.parse(JSON.parse(stdout))
}

function isConsistent(agenda: Awaited<ReturnType<typeof document>>) {
  for (const { rows } of agenda.inputs) expect(rows.read).toBe(rows.used + rows.rejected + rows.ignored)
  for (const page of agenda.reps) {
    for (const index of page.findings) expect(agenda.findings[index]).toMatchObject({ rep: page.rep, deal: null })
    for (const deal of page.deals)
      for (const index of deal.findings)
        expect(agenda.findings[index]).toMatchObject({ rep: page.rep, deal: { id: deal.id, name: deal.name } })
    const ranks = page.deals.map((deal) => deal.rank)
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    if (page.oneThing?.deal && page.patterns.length === 0) expect(page.deals[0]?.id).toBe(page.oneThing.deal.id)
    expect(page.measures.newOpportunities).toBe(page.measures.newByWeek[0])
    const isProducingOrUnknown = page.diagnosis.cause === 'producing' || page.diagnosis.cause === 'cannot-tell'
    if (page.oneThing === null) expect(isProducingOrUnknown).toBe(true)
    if (page.oneThing === null) expect(page.deals.length).toBeLessThanOrEqual(2)
  }
  for (const index of agenda.manager.findings) expect(agenda.findings[index]?.rep).toBeNull()
  for (const { ask, asks } of agenda.findings) expect(ask).toBe(asks[0])
}

describe('the JSON document', () => {
  it('of the sample team', async () => {
    const agenda = await document(sample('--format', 'json'))
    isConsistent(agenda)
    expect(agenda.reps).toHaveLength(6)
    expect(agenda.reps.find((page) => page.rep === 'Priya Natarajan')?.oneThing).toBeNull()
    const pairs = agenda.manager?.pairs.map(({ rep, learnsFrom, on, isMutual }) => [rep, learnsFrom, on, isMutual])
    expect(pairs).toEqual([
      ['Dana Whitfield', 'Priya Natarajan', 'creating', false],
      ['Marcus Bell', 'Priya Natarajan', 'winning', false],
      // What their headlines name: single contacts, and deferring.
      ['Sofia Lindqvist', 'Priya Natarajan', 'habit', false],
      ['Tom Okafor', 'Sofia Lindqvist', 'habit', false],
    ])
  })

  it('of one rep holds that rep’s findings and no other', async () => {
    const agenda = await document(sample('--rep', 'tom okafor', '--format', 'json'))
    isConsistent(agenda)
    expect(agenda.reps.map((page) => page.rep)).toEqual(['Tom Okafor'])
    expect(new Set(agenda.findings.map((finding) => finding.rep))).toEqual(new Set(['Tom Okafor']))
  })

  it('of a rep’s own copy has no severity, and no number that is reckoned with colleagues’', async () => {
    const agenda = await document(sample('--audience', 'rep', '--format', 'json'))
    expect(new Set(agenda.findings.map(({ severity }) => severity))).toEqual(new Set([null]))
    const walter = agenda.findings.find(({ rule }) => rule === 'senior-rep-not-prospecting')
    expect(walter).toMatchObject({ problem: '7 new in 12 weeks', evidence: { created: 7, weeks: 12, others: null } })
    const worths = Object.fromEntries(agenda.reps.map(({ rep, oneThing }) => [rep, oneThing?.worth]))
    // What is asked of Walter is reckoned by the others’ pace.
    expect(worths).toMatchObject({ 'Walter Grimm': null, 'Marcus Bell': null })
    expect(JSON.stringify(agenda)).not.toMatch(
      /median rep \d|those who produce|\(team|team’s usual|the team wins|the others/,
    )
  })

  it.skipIf(sharedData === undefined).each([
    ['maven-crm', '2017-12-31'],
    ['maven-crm', '2017-06-30'],
    ['hubspot-import-shape', '2025-05-05'],
    ['salesforce-dataloader-localised', '2026-03-02'],
  ])('of the real export %s as of %s', async (folder, asOf) => {
    const agenda = await document(
      run([sharedFile(folder), '--as-of', asOf, '--no-config', '--quiet', '--format', 'json']),
    )
    expect(agenda.reps.length + agenda.manager.unassigned.length).toBeGreaterThan(0)
    isConsistent(agenda)
  })
})
