import path from 'node:path'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rules } from '../rules/index.ts'
import { examplesOf, judged } from './support/judged.ts'

// Every rule carries its own examples: a situation, and what the rule says of it.
for (const rule of rules) {
  describe(`${rule.id}: ${rule.title}`, () => {
    for (const example of examplesOf(rule)) {
      it(`${example.says?.severity ?? 'silent'}: ${example.title}`, () => {
        const finding = judged(rule, example)
        if (example.says === undefined) {
          expect(finding).toBeUndefined()
          return
        }
        expect(finding?.severity).toBe(example.says.severity)
        expect(finding?.evidence).toMatchObject(example.says.evidence ?? {})
      })
    }

    it('has a hit, a miss and a boundary', () => {
      const found = new Set(examplesOf(rule).map((example) => example.kind))
      const hasMiss = examplesOf(rule).some((example) => example.says === undefined)
      expect([...found].sort()).toEqual(expect.arrayContaining(['boundary', 'hit']))
      expect(hasMiss).toBe(true)
    })

    it('speaks as a coach: the problem without a full stop, open questions, one action', () => {
      for (const example of examplesOf(rule)) {
        const finding = judged(rule, example)
        if (finding === undefined) continue
        expect(finding.problem).not.toMatch(/[.!?]$|undefined|null|NaN/)
        expect(finding.action).not.toMatch(/[.!?]$|undefined|null|NaN/)
        expect(finding.asks.length).toBeGreaterThan(0)
        for (const ask of finding.asks) expect(ask).toMatch(/^[^!]*\?$/)
      }
    })

    it('checks and speaks in functions that fit a screen', () => {
      for (const name of ['check', 'say'] as const)
        expect(String(rule[name]).split('\n').length).toBeLessThanOrEqual(45)
    })

    it('explains itself in two or three sentences', () => {
      expect(rule.why.split(/[.?] /).length).toBeGreaterThanOrEqual(2)
      expect(rule.why.split(/[.?] /).length).toBeLessThanOrEqual(3)
    })
  })
}

describe('the catalogue', () => {
  it('lists every rule file once', () => {
    const files = readdirSync(new URL('../rules', import.meta.url), { recursive: true, encoding: 'utf8' })
      .filter((file) => path.dirname(file) !== '.' && file.endsWith('.ts'))
      .map((file) => path.basename(file, '.ts'))
    expect(rules.map((rule) => rule.id).sort()).toEqual(files.sort())
  })
})
