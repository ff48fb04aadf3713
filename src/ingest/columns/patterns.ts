import { isConcept, type Concept } from '../../vocabulary/headers/concepts.ts'
import type { Meaning } from '../../vocabulary/headers/dictionary.ts'

/**
 * A way in which a column's name can say a field: `.8 owner id|code name?` needs owner and one of id and code, and may have
 * name; it is as good as 0.8. With `=` before it no word of the name may be unknown.
 */
export interface Pattern {
  readonly worth: number
  readonly strict: boolean
  readonly needs: readonly (readonly Concept[])[]
  readonly may: ReadonlySet<Concept>
}

/** Each unknown word makes it less sure: `Payment type` is not the type. */
const UNKNOWN_WORD = 0.75

/** Of two names that say the same the shorter one: `Value`, and not `Total value`. */
const FURTHER_WORD = 0.008
const OWN = 0.02

/** Patterns with semicolons between them. */
export function patterns(list: string): readonly Pattern[] {
  return list
    .split(';')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map(pattern)
}

function pattern(text: string): Pattern {
  const words = text.split(/\s+/u)
  const worth = Number(words[0])
  if (!Number.isNaN(worth)) words.shift()
  const strict = words[0]?.startsWith('=') === true
  const parts = words.map((word) => word.replace(/^=/u, ''))
  const groups = parts.map((part) => part.replaceAll('?', '').split('|').map(known))
  return {
    worth: Number.isNaN(worth) ? 1 : worth,
    strict,
    needs: groups.filter((_, at) => parts[at]?.endsWith('?') === false),
    may: new Set(groups.flat()),
  }
}

function known(word: string): Concept {
  if (!isConcept(word)) throw new TypeError(`no concept: ${word}`)
  return word
}

/**
 * How well a name fits, 0 where it does not: each concept that the pattern does not know makes it something else.
 *
 * @param free concepts that may stand beside any pattern: what the file is about, fillers.
 * @param own what the file is about: a name that says it is the surer one (`Deal owner` beside `Owner`).
 */
export function fit(
  { worth, strict, needs, may }: Pattern,
  { concepts, unknown }: Meaning,
  free: ReadonlySet<Concept>,
  own: ReadonlySet<Concept>,
): number {
  if (strict && unknown > 0) return 0
  for (const group of needs) if (!group.some((concept) => concepts.has(concept))) return 0
  let more = -needs.length
  let owned = 0
  for (const concept of concepts) {
    if (!may.has(concept) && !free.has(concept)) return 0
    if (own.has(concept) && !may.has(concept)) owned = OWN
    // A day is what most of the names with a day are about.
    else if (concept !== 'date') more++
  }
  return worth * UNKNOWN_WORD ** unknown + owned - FURTHER_WORD * Math.max(0, more)
}
