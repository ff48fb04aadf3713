import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { exampleBook } from '../../src/engine/examples/example-book.ts'
import { findInsights } from '../../src/engine/find-insights.ts'
import type { AnyInsight, FoundInsight, InsightExample } from '../../src/engine/insight.ts'
import { fill } from '../../src/language/fill.ts'
import { wordsFor } from '../../src/language/words.ts'
import { insights } from '../../src/insights/index.ts'
import { day, TODAY } from '../support/exports.ts'

const words = wordsFor(day(TODAY), 'USD')

function found(insight: AnyInsight, example: InsightExample): readonly FoundInsight[] {
  const { says: _, ...situation } = example
  const run = findInsights(
    exampleBook(situation),
    [insight],
    new Map([[insight.id, { off: false, options: example.options ?? {} }]]),
  )
  const [failure] = run.failures
  if (failure !== undefined) throw failure.error
  return run.insights
}

// Every insight carries its own examples: a situation, and what it makes of it.
for (const insight of insights) {
  describe(`${insight.id}: ${insight.title}`, () => {
    for (const example of insight.examples())
      it(`${example.says === undefined ? 'silent' : 'speaks'}: ${example.title}`, () => {
        const all = found(insight, example)
        const { says } = example
        if (says === undefined) {
          expect(all.map(({ evidence }) => evidence)).toEqual([])
          return
        }
        const own = all.find(({ rep }) => rep === (says.rep ?? null))
        expect(own?.evidence).toMatchObject(says.evidence)
      })

    it('has a hit, a miss and a boundary', () => {
      expect([...new Set(insight.examples().map(({ kind }) => kind))].sort()).toEqual(['boundary', 'hit', 'miss'])
    })

    it('speaks in sentences whose places are all filled, and asks one open question', () => {
      for (const example of insight.examples())
        for (const { said } of found(insight, example)) {
          for (const one of [...said.text, ...(said.caveat === undefined ? [] : [said.caveat])])
            expect(fill(one, words)).toMatch(/^[^{}]*[.]$/)
          expect(fill(said.ask, words)).toMatch(/^[^{}!]*\?$/)
        }
    })

    it('explains itself in two or three sentences', () => {
      expect(insight.why.split(/[.?] /).length).toBeGreaterThanOrEqual(2)
      expect(insight.why.split(/[.?] /).length).toBeLessThanOrEqual(3)
    })
  })
}

describe('the list of insights', () => {
  it('has every file once', () => {
    const files = readdirSync(new URL('../../src/insights', import.meta.url)).filter(
      (file) => file.endsWith('.ts') && file !== 'index.ts',
    )
    expect(insights.map(({ id }) => id).sort()).toEqual(files.map((file) => path.basename(file, '.ts')).sort())
  })
})
