import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstMention } from '../../src/vocabulary/match.ts'

const LISTS = [
  ['cold call', 'intro'],
  ['demo', 'vorführung'],
  ['order', 'order form', 'credit note'],
] as const
const mention = firstMention(LISTS)

describe('the list whose word stands first in a text', () => {
  it.each([
    ['Cold call to Ada', 0],
    ['COLD-CALLS, Monday', 0],
    ['coldcall', 0],
    ['Intro: demo of the order form', 0],
    ['Demo after the intro', 1],
    ['Vorführung bei Northwind', 1],
    ['VORFÜHRUNG', 1],
    ['Order form', 2],
    ['re:credit_notes', 2],
    ['reorder', undefined],
    ['Introspection', undefined],
    ['démonstration', undefined],
    ['demoé', undefined],
    ['border', undefined],
    ['', undefined],
  ])('“%s” → %s', (text, list) => {
    expect(mention(text)).toBe(list)
  })

  it('is found whatever stands around the word', () => {
    const around = fc.stringMatching(/^[ ,.;:!?()0-9-]{0,8}$/)
    fc.assert(
      fc.property(
        around,
        around,
        fc.constantFrom(...LISTS.flatMap((words, at) => words.map((word) => [word, at] as const))),
        (before, after, [word, at]) => {
          // A digit beside a word makes it another.
          const text = `${before.replace(/\d+$/u, '')}${word.toUpperCase()}${after.replace(/^\d+/u, '')}`
          expect(mention(text)).toBe(at)
        },
      ),
    )
  })

  it('is none where there are no lists, or they are empty', () => {
    expect(firstMention([])('order')).toBeUndefined()
    expect(firstMention([[], ['order']])('order')).toBe(1)
    expect(firstMention([['', '()']])('anything ()')).toBeUndefined()
  })
})
