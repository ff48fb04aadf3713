import { oncePer, remembered } from '../kit/remembered.ts'

/** How exports' texts are compared with the lists of this folder: without regard to case and accents, as whole words or whole texts. */

// Stages, types and roles are few and come in every row.
const plain = remembered((text) => withoutMarks(text).trim().replaceAll(/\s+/gu, ' '))
const spaced = remembered(
  (text) =>
    ` ${plain(text)
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `,
)

// Names are as many as deals, and would push the words of a list out of what is remembered.
const plainList = oncePer((list: readonly string[]) => list.map(plain))
const spacedList = oncePer((list: readonly string[]) => list.map(spaced))

/** Letters that are their own and no others with a mark. */
const LETTERS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' }

/** In lower case and without accents: exports write “Geschäft”, “GESCHAFT” and “Clôturée”, “Cloturee”. */
function withoutMarks(text: string): string {
  // Most texts have no letter that could have a mark.
  if (/^[\u0000-\u007f]*$/u.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[łøđıßæœ]/gu, (letter) => LETTERS[letter] ?? letter)
}

/** The words of a text with one space between them, in lower case, without accents and signs. */
export function folded(text: string): string {
  return spaced(text).trim()
}

/** Whether the whole text is one of these words. */
export function isOneOf(text: string, list: readonly string[]): boolean {
  const wanted = plain(text)
  return plainList(list).includes(wanted)
}

/** Whether one of these words stands in the text as a word of its own. */
export function mentions(text: string, list: readonly string[]): boolean {
  const said = spaced(text)
  return spacedList(list).some((word) => said.includes(word))
}

/** Words that turn the next one around: “not won”, “nicht gewonnen”, … */
const NEGATIONS = ['not', 'no', 'never', 'isn t', 'wasn t', 'nicht', 'nie', 'pas', 'non', 'не', 'нет']
/** … with one of these between: “not yet lost”, “pas encore perdu”. */
const BETWEEN = ['yet', 'been', 'really', 'noch', 'mehr', 'encore', 'ещё', 'еще']
const DENIED = new RegExp(` (?:${NEGATIONS.join('|')}) (?:(?:${BETWEEN.join('|')}) )?$`, 'u')

/**
 * Whether the text says one of these words and does not deny it: a negation counts right before the word alone, so
 * that “lost, no budget” is lost.
 *
 * @param apart phrases in which the words mean something else: “lost contact”, “won’t close”.
 */
export function says(text: string, wanted: readonly string[], apart: readonly string[] = []): boolean {
  let said = spaced(text)
  for (const phrase of apart) said = said.replaceAll(spaced(phrase), ' · ')
  return wanted.some((word) => {
    const sought = spaced(word)
    for (let at = said.indexOf(sought); at >= 0; at = said.indexOf(sought, at + 1))
      if (!DENIED.test(said.slice(0, at + 1))) return true
    return false
  })
}

/** What stands before the first sign that sets a reason or a detail apart: “Rejected” of “Rejected - budget”. */
export function headOf(text: string): string {
  return text.split(/[:;,/([|]|\s[-–—]/u, 1)[0] ?? ''
}

/** Whether the text begins with one of these words. */
export function beginsWith(text: string, list: readonly string[]): boolean {
  const said = spaced(text)
  return list.some((word) => said.startsWith(spaced(word)))
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
