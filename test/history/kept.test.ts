import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { dismissalOf } from '../../src/engine/dismissals.ts'
import { History } from '../../src/history/folder.ts'
import { readReview, reviewText } from '../../src/history/review-file.ts'
import type { AgendaDocument } from '../../src/report/json/agenda-schema.ts'
import { bookOf, day } from '../support/exports.ts'
import { projectFolder, run } from '../support/run.ts'

// A history that was written once and is kept: what a later version must still understand.

const kept = path.join(projectFolder, 'fixtures', 'history-v1')
let history: History

beforeAll(() => {
  history = new History(kept, 'kept')
})

describe('a history of the first version', () => {
  it('has its reviews', async () => {
    const { past, warnings } = await history.before(day('2026-11-27'))
    expect(warnings).toEqual([])
    expect(
      past.reviews.map(({ asOf, deals, findings }) => [asOf - day('2026-11-20'), deals.size, findings.size > 0]),
    ).toEqual([
      [0, 8, true],
      [-7, 8, true],
      [-14, 7, true],
      [-21, 7, true],
    ])
    expect(past.reviews[0]?.deals.get('006A01')).toEqual({
      name: 'Northwind expansion',
      owner: 'Dana Whitfield',
      state: 'open',
      stage: 'Value Proposition',
      amount: 120_000,
      closeDate: day('2026-12-18'),
      nextStep: '11/26: call with the buyer',
      contacts: ['Ken Roth', 'Sally Ortiz'],
    })
    expect(past.reviews[0]?.judged.size).toBe(5)
  })

  it('has what was promised, as it stood on each day', async () => {
    const on = async (text: string) =>
      (await history.before(day(text))).past.commitments.map(({ rep, text: what, proof, settled }) =>
        [rep, what, proof?.kind ?? '–', settled?.as ?? '–'].join(' · '),
      )
    expect(await on('2026-11-06')).toEqual([
      'Tom Okafor · Create two opportunities · new-opportunities · –',
      'Dana Whitfield · Send the business case · activity · –',
    ])
    expect(await on('2026-11-20')).toEqual([
      'Tom Okafor · Create two opportunities · new-opportunities · –',
      'Dana Whitfield · Send the business case · activity · –',
      'Dana Whitfield · Add the CFO · cleared · –',
      'Dana Whitfield · Call Umbrella · activity · dropped',
      'manager · Ask legal about Globex · – · done',
    ])
  })

  it('has what was dismissed, until its day', async () => {
    const about = { deal: { id: '006A04', name: 'Umbrella audit' } }
    const why = async (text: string) => {
      const { past } = await history.before(day(text))
      return dismissalOf(bookOf({ deals: [] }, { asOf: text, past }), 'no-next-step deal 006A04', about)
    }
    expect(await why('2026-12-04')).toBe('waiting for their audit')
    expect(await why('2026-12-05')).toBeNull()
  })

  it('is written again as the second version, and nothing is lost', async () => {
    for (const asOf of await history.days()) {
      const review = await history.review(asOf)
      expect(reviewText(review)).toContain('"schemaVersion": 2')
      expect(readReview(reviewText(review), asOf, 'again')).toEqual(review)
      // What the first version did not keep stays unknown.
      expect(review.kept).toBeUndefined()
    }
  })

  it('is what the next review goes on from', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
    cpSync(kept, folder, { recursive: true })
    const week = path.join('fixtures', 'four-weeks', 'week-4')
    const args = [week, '--as-of', '2026-11-27', '--no-config', '--history', folder, '--format', 'json']
    const { code, stdout, stderr } = await run(args)
    expect([code, stderr]).toEqual([0, ''])
    const { previousReview, findings } = JSON.parse(stdout) as AgendaDocument
    expect(previousReview).toBe('2026-11-20')
    // The data is that of the last review once more: what has stood for four reviews does not stand for five.
    expect(findings.find(({ rule, deal }) => rule === 'stale-deal' && deal?.id === '006A04')?.age).toBe(4)
    expect(findings.find(({ rule, deal }) => rule === 'no-next-step' && deal?.id === '006A04')?.dismissed).toBe(
      'waiting for their audit',
    )
  })
})
