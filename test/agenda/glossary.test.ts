import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.ts'
import { allowedIn, banned } from '../../src/agenda/say/glossary.ts'
import { judgeExample } from '../../src/engine/examples/example-book.ts'
import { templates } from '../../src/agenda/say/say.ts'

/** What stands in a template without its places. */
const wordsOf = (template: string) => template.replaceAll(/\{[^{}]*\}/gu, ' ').toLowerCase()

describe('every template', () => {
  it('speaks the words of a sales meeting', () => {
    const wrong = Object.entries(templates).flatMap(([id, template]) =>
      Object.keys(banned)
        .filter((word) => new RegExp(String.raw`(?<![\p{L}-])${word}(?![\p{L}-])`, 'u').test(wordsOf(template)))
        .filter((word) => !allowedIn[word]?.includes(id))
        .map((word) => `${id}: “${word}”, say “${banned[word]}”`),
    )
    expect(wrong).toEqual([])
  })

  it('and so does what a rule has seen, which is read aloud when it is put aside', () => {
    const wrong = rules.flatMap((rule) =>
      rule.examples().flatMap((example) => {
        // Not what somebody wrote into a cell. “In touch” is how people say it.
        const problem = (judgeExample(rule, example)?.problem ?? '').replaceAll(/“[^”]*”|in touch|Client \d/gu, ' ')
        return Object.keys(banned)
          .filter((word) => new RegExp(String.raw`(?<![\p{L}-])${word}(?![\p{L}-])`, 'u').test(problem.toLowerCase()))
          .map((word) => `${rule.id}: “${problem}” has “${word}”, say “${banned[word]}”`)
      }),
    )
    expect(wrong).toEqual([])
  })

  it('has no space before a percent sign, and no two spaces but between the parts of a cell', () => {
    for (const [id, template] of Object.entries(templates)) {
      expect(template, id).not.toMatch(/\s%/u)
      if (id !== 'cell.due') expect(template, id).not.toMatch(/ {2}/u)
    }
  })

  it('asks in questions, at least forty of them', () => {
    const questions = Object.entries(templates).filter(([id]) => id.startsWith('ask.') && id !== 'ask.own')
    expect(questions.length).toBeGreaterThan(40)
    for (const [id, template] of questions) expect(template, id).toMatch(/\?$/u)
  })
})
