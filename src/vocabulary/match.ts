import { remembered } from '../remembered.ts'

/** How exports' texts are compared with the lists of this folder: without regard to case, as whole words or whole texts. */

// Stages, types and roles are few and come in every row.
const plain = remembered((text) => text.trim().toLowerCase().replaceAll(/\s+/gu, ' '))
const spaced = remembered((text) => ` ${plain(text).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `)

/** Whether the whole text is one of these words. */
export function isOneOf(text: string, list: readonly string[]): boolean {
  const wanted = plain(text)
  return list.some((word) => plain(word) === wanted)
}

/** Whether one of these words stands in the text as a word of its own. */
export function mentions(text: string, list: readonly string[]): boolean {
  const said = spaced(text)
  return list.some((word) => said.includes(spaced(word)))
}

/** Words that turn others around: “not won”, “won’t close”. */
const NEGATIONS = ['not', 'no', 'never', 'won t', 'nicht', 'pas', 'не']

/** Whether the text says one of these words, and does not deny it. */
export function says(text: string, wanted: readonly string[]): boolean {
  return mentions(text, wanted) && !mentions(text, NEGATIONS)
}

/** Letters and digits of Latin and Cyrillic, in lower case: what may not stand beside a word that is one of its own. */
const LETTER = String.raw`a-z0-9\u00df-\u024f\u0400-\u04ff`

/**
 * Tells which of several lists has the word that stands first in a text, by the list's place; undefined for none. For
 * texts that do not repeat, such as subjects, and are many: one pattern for all lists, some half a microsecond a text.
 * Words are found in the singular or with an s, with or without spaces and hyphens between their parts.
 */
export function firstMention(lists: readonly (readonly string[])[]): (text: string) => number | undefined {
  // Of two words that start at the same place the longer one: “order” would hide “order form”.
  const groups = lists.map((list) =>
    list
      .toSorted((a, b) => b.length - a.length)
      .map(loosely)
      .filter((word) => word !== ''),
  )
  if (groups.every((words) => words.length === 0)) return () => undefined
  const pattern = new RegExp(
    String.raw`(?:^|[^${LETTER}])(?:${groups.map((words) => `(${words.join('|') || NEVER})`).join('|')})s?(?![${LETTER}])`,
    'u',
  )
  return (text) => {
    const found = pattern.exec(text.toLowerCase())
    if (found === null) return undefined
    for (let at = 1; at < found.length; at++) if (found[at] !== undefined) return at - 1
    return undefined
  }
}

const NEVER = '(?!)'

function loosely(word: string): string {
  const parts = word.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  return parts.filter((part) => part !== '').join(String.raw`[ _.:/'’\-]*`)
}
