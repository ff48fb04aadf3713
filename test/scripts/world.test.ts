import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../scripts/world/deal.ts'
import { onDay } from '../../scripts/world/on-day.ts'
import type { WorldOptions } from '../../scripts/world/options.ts'
import { rowsOn } from '../../scripts/world/rows.ts'
import { exportOn, SHAPES } from '../../scripts/world/shapes.ts'
import { world } from '../../scripts/world/simulate.ts'
import { bookOf } from '../support/exports.ts'
import { run } from '../support/run.ts'

const TO = dayOf('2026-11-20')
const EVERYTHING = { activities: true, contacts: true, history: true } as const

function winRateOf(options: Partial<WorldOptions>, isIn: (deal: ReturnType<typeof onDay>[number]) => boolean): number {
  const closed = onDay(world(options), TO).filter((each) => each.state !== 'open' && isIn(each))
  return closed.filter(({ state }) => state === 'won').length / closed.length
}

describe('the world', () => {
  it('is the same for the same seed, and another for another', () => {
    const files = (seed: number) => [...exportOn(world({ seed }), TO, 'salesforce', EVERYTHING).values()].join('')
    expect(files(3)).toBe(files(3))
    expect(files(3)).not.toBe(files(4))
  })

  it('tells in an export of a day nothing of later days', () => {
    const day = dayOf('2026-08-14')
    const files = exportOn(
      world({ seed: 5, columns: [{ name: 'Why', values: [{ value: 'x', share: 1 }], filled: 'closed' }] }),
      day,
      'salesforce',
      EVERYTHING,
    )
    const rows = rowsOn(world({ seed: 5 }), day)
    expect(rows.deals.every(({ created }) => String(created) <= '2026-08-14')).toBe(true)
    const history = files.get('opportunity-history.csv') ?? ''
    expect(
      history
        .trim()
        .split('\n')
        .slice(1)
        .every((line) => line.slice(-10) <= '2026-08-14'),
    ).toBe(true)
    const deals = files.get('opportunities.csv') ?? ''
    const open = deals.split('\n').filter((line) => /,(Qualification|Proposal),/.test(line))
    expect(open.length).toBeGreaterThan(10)
    expect(open.every((line) => line.endsWith(','))).toBe(true)
  })

  it('has the planted differences', () => {
    const reps = [{}, {}, {}, {}, { winFactor: 0.5, creationFactor: 0.33 }]
    const weak = (each: ReturnType<typeof onDay>[number]) => each.deal.createdBy.name.startsWith('Elena')
    const rates = [1, 2, 3, 4, 5].map((seed) => winRateOf({ seed, reps, dealsAWeek: 3 }, weak))
    expect(rates.reduce((all, rate) => all + rate, 0) / 5).toBeLessThan(0.24)
    const deals = onDay(world({ seed: 1, reps, dealsAWeek: 3 }), TO)
    expect(deals.filter(weak).length / deals.length).toBeLessThan(0.1)
  })

  it('leaves all other deals as they are where something is planted', () => {
    const values = [
      { value: 'Known', share: 0.5, winFactor: 1.5 },
      { value: 'Unknown', share: 0.5 },
    ]
    const plain = values.map(({ value, share }) => ({ value, share }))
    const states = (planted: boolean) =>
      onDay(world({ seed: 2, columns: [{ name: 'Process', values: planted ? values : plain }] }), TO)
        .filter(({ columns }) => columns.get('Process') === 'Unknown')
        .map(({ deal, state, amount, closeDate }) => [deal.id, state, amount, closeDate])
    expect(states(true)).toEqual(states(false))
  })

  it('hands deals over, and moves close dates together', () => {
    const made = world({
      seed: 1,
      handover: { from: 0, to: 1, day: '2026-09-01' },
      cluster: { rep: 2, deals: 5, from: '2026-12-01', days: 9 },
    })
    const open = onDay(made, TO).filter(({ state }) => state === 'open')
    expect(open.filter(({ owner }) => owner === made.reps[0])).toEqual([])
    const due = open.filter(({ owner, closeDate }) => owner === made.reps[2] && closeDate >= dayOf('2026-12-01'))
    expect(due.filter(({ closeDate }) => closeDate <= dayOf('2026-12-09')).length).toBeGreaterThanOrEqual(5)
  })

  it.each(SHAPES)('is read from its export in the shape of %s, and nothing is rejected', async (shape) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
    const made = world({ seed: 7, dealsAWeek: 0.5 })
    for (const [name, content] of exportOn(made, TO, shape, EVERYTHING)) writeFileSync(path.join(folder, name), content)
    const { code, stdout } = await run([folder, '--as-of', '2026-11-20', '--no-config', '--format', 'json'])
    const agenda = JSON.parse(stdout) as { rejected: unknown[]; reps: { measures: { openDeals: number } }[] }
    const open = onDay(made, TO).filter(({ state }) => state === 'open').length
    expect(code).toBe(0)
    expect(agenda.rejected).toEqual([])
    expect(agenda.reps.reduce((all, { measures }) => all + measures.openDeals, 0)).toBe(open)
  })

  it('is the same team as rows and as files', () => {
    const book = bookOf(rowsOn(world({ seed: 7 }), TO, EVERYTHING))
    expect(book.reps).toHaveLength(5)
    expect(book.open.length).toBe(onDay(world({ seed: 7 }), TO).filter(({ state }) => state === 'open').length)
    expect(book.stages.isGiven).toBe(true)
  })
})
