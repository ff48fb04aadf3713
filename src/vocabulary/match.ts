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
