import { assert, dictionary, jsonValue, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toJson, toJsonPieces } from '../../src/report/json/to-json.ts'
import { inPieces } from '../../src/system/pieces.ts'

describe('a JSON document in pieces', () => {
  it('is the same text as in one piece', () => {
    const documents = dictionary(string(), jsonValue())
    assert(
      property(documents, (document) => {
        expect([...toJsonPieces(document)].join('')).toBe(toJson(document))
      }),
    )
  })

  it('is the same where lists are made while they are written', () => {
    const made = (function* items() {
      yield { id: 'a', tags: [] }
      yield { id: 'b\nc', tags: ['\u009B31m'] }
    })()
    const whole = {
      name: 'x',
      items: [
        { id: 'a', tags: [] },
        { id: 'b\nc', tags: ['\u009B31m'] },
      ],
      none: [],
    }
    expect([...toJsonPieces({ name: 'x', items: made, none: [] })].join('')).toBe(toJson(whole))
  })

  it('leaves out what is undefined, and has null for it in a list', () => {
    const document = { a: undefined, b: [undefined, 1] }
    expect([...toJsonPieces(document)].join('')).toBe(toJson(document))
  })

  it('makes no item before the one before it was taken', () => {
    let made = 0
    const items = (function* count() {
      for (;;) yield { number: made++ }
    })()
    const pieces = toJsonPieces({ items })
    for (let taken = 0; taken < 5; taken++) pieces.next()
    expect(made).toBeLessThan(6)
  })
})

describe('what is written in pieces', () => {
  it('is handed on in fewer, larger ones, and nothing is lost', () => {
    const parts = Array.from({ length: 10_000 }, (_, at) => `line ${at}\n`)
    const pieces = [...inPieces(parts)]
    expect(pieces.length).toBeLessThan(5)
    expect(pieces.join('')).toBe(parts.join(''))
  })
})
