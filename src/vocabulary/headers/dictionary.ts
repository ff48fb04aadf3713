import { once } from '../../kit/remembered.ts'
import type { Concept, HeaderWords } from './concepts.ts'
import { languages } from './index.ts'
import { fold, tokens } from './tokens.ts'

/** Words and phrases of one language, folded, to what they mean. Words between the others mean nothing. */
type Dictionary = ReadonlyMap<string, readonly Concept[]>

/** Phrases of more words are not looked for. */
const LONGEST_PHRASE = 5

const dictionaries = once(() => languages.map(dictionaryOf))

function dictionaryOf({ words, phrases = {}, stop }: HeaderWords): Dictionary {
  const found = new Map<string, readonly Concept[]>()
  const add = (list: string, meaning: readonly Concept[]) => {
    for (const phrase of list.split(','))
      for (const form of spellings(phrase)) if (!found.has(form)) found.set(form, meaning)
  }
  for (const [meaning, list] of Object.entries(phrases)) add(list, meaning.split(' ') as Concept[])
  for (const [concept, list] of Object.entries(words)) add(list, [concept as Concept])
  add(stop, [])
  return found
}

/** As it stands without accents, and as Germans write umlauts where there are none: `waehrung`. */
function spellings(phrase: string): readonly string[] {
  const plain = tokens(phrase).join(' ')
  const written = phrase.replaceAll(/[äöü]/gu, (vowel) => `${fold(vowel)}e`)
  return plain === '' ? [] : [plain, tokens(written).join(' ')]
}

/** What the name of a column means. */
export interface Meaning {
  readonly concepts: ReadonlySet<Concept>
  /** Words that no dictionary has. */
  readonly unknown: number
}

/** Reads the names of one header, in the language that most of them are in; other languages have what it lacks. */
export class HeaderReader {
  readonly #order: readonly Dictionary[]
  /** The language of the header, and English. */
  readonly #main: readonly Dictionary[]

  constructor(header: readonly (readonly string[])[]) {
    const words = header.flat()
    const known = dictionaries().map(
      (dictionary) => words.filter((word) => (dictionary.get(word)?.length ?? 0) > 0).length,
    )
    // Of languages that know as many words the earlier one, and English is the first.
    this.#order = dictionaries()
      .map((dictionary, at) => ({ dictionary, known: known[at] ?? 0, at }))
      .sort((one, other) => other.known - one.known || one.at - other.at)
      .map(({ dictionary }) => dictionary)
    this.#main = [...new Set([...this.#order.slice(0, 1), ...dictionaries().slice(0, 1)])]
  }

  meaning(words: readonly string[]): Meaning {
    const concepts = new Set<Concept>()
    let unknown = 0
    for (let at = 0; at < words.length;) {
      const found = this.#phraseAt(words, at)
      if (found === undefined) unknown += this.#glued(words[at] ?? '', concepts)
      for (const concept of found?.concepts ?? []) concepts.add(concept)
      at += found?.length ?? 1
    }
    return { concepts, unknown }
  }

  /** The longest phrase that begins here. */
  #phraseAt(words: readonly string[], at: number) {
    return this.#longest(words, at, this.#main) ?? this.#longest(words, at, this.#order)
  }

  #longest(words: readonly string[], at: number, order: readonly Dictionary[]) {
    for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length--) {
      const concepts = lookOrSingular(words.slice(at, at + length).join(' '), order)
      if (concepts !== undefined) return { concepts, length }
    }
    return undefined
  }

  /** Adds what the parts of a word mean that is written in one: `closedate`, `Abschlussdatum`, `取引担当者`. Returns what stays unknown. */
  #glued(word: string, concepts: Set<Concept>): number {
    if (UNSPACED.test(word)) return this.#unspaced(word, concepts)
    const parts = word.length > LONGEST_WORD ? undefined : (partsOf(word, this.#main) ?? partsOf(word, this.#order))
    for (const concept of parts ?? []) concepts.add(concept)
    return parts === undefined ? 1 : 0
  }

  /** A text without spaces between its words: from the left the longest that is known. */
  #unspaced(text: string, concepts: Set<Concept>): number {
    let isUnknown = false
    for (let at = 0; at < text.length;) {
      let length = Math.min(LONGEST_UNSPACED, text.length - at)
      while (length > 0 && look(text.slice(at, at + length), this.#order) === undefined) length--
      for (const concept of look(text.slice(at, at + length), this.#order) ?? []) concepts.add(concept)
      isUnknown ||= length === 0 && !KANA.test(text.charAt(at))
      at += Math.max(length, 1)
    }
    return isUnknown ? 1 : 0
  }
}

const LONGEST_WORD = 40
const SHORTEST_PART = 3
/** Shorter ones that names are full of. */
const SHORT_PARTS = new Set(['id', 'no'])
/** What stands between the parts of German, Dutch and Swedish words; nothing is tried first. */
const LINKS = ['', 's', 'n', 'en', 'es']

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
/** Endings and particles. */
const KANA = /[\p{Script=Hiragana}ー]/u
const LONGEST_UNSPACED = 12

function look(phrase: string, order: readonly Dictionary[]): readonly Concept[] | undefined {
  for (const dictionary of order) {
    const concepts = dictionary.get(phrase)
    if (concepts !== undefined) return concepts
  }
  return undefined
}

function lookOrSingular(phrase: string, order: readonly Dictionary[]): readonly Concept[] | undefined {
  return look(phrase, order) ?? (/[^s]s$/u.test(phrase) ? look(phrase.slice(0, -1), order) : undefined)
}

function partsOf(
  word: string,
  order: readonly Dictionary[],
  from = 0,
  dead: Set<number> = new Set(),
): readonly Concept[] | undefined {
  if (from === word.length) return []
  // Places from which the rest of the word has been tried in vain.
  if (dead.has(from)) return undefined
  for (let to = word.length; to > from; to--) {
    if (to - from < SHORTEST_PART && !SHORT_PARTS.has(word.slice(from, to))) continue
    const meaning = from === 0 && to === word.length ? undefined : look(word.slice(from, to), order)
    if (meaning === undefined || meaning.length === 0) continue
    for (const link of LINKS) {
      const rest = word.startsWith(link, to) ? partsOf(word, order, to + link.length, dead) : undefined
      if (rest !== undefined) return [...meaning, ...rest]
    }
  }
  dead.add(from)
  return undefined
}
