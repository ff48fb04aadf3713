import { describe, expect, it } from 'vitest'
import { isConcept } from '../../src/vocabulary/headers/concepts.ts'
import { languages } from '../../src/vocabulary/headers/index.ts'
import { tokens } from '../../src/vocabulary/headers/tokens.ts'

const listed = (list: string) => list.split(',').map((word) => tokens(word).join(' '))

describe('the words of each language', () => {
  it.each(languages.map((language, at) => [at, language] as const))('number %i mean what there is', (_, language) => {
    const meanings = [...Object.keys(language.words), ...Object.keys(language.phrases ?? {})]
    expect(meanings.flatMap((meaning) => meaning.split(' ')).filter((word) => !isConcept(word))).toEqual([])
  })

  it.each(languages.map((language, at) => [at, language] as const))('number %i are all words', (_, language) => {
    const lists = [...Object.values(language.words), ...Object.values(language.phrases ?? {}), language.stop]
    expect(lists.flatMap(listed).filter((word) => word === '')).toEqual([])
  })
})
