/** Letters, dashes, quotes, arrows, lines and bars that are one column wide each: nearly all that a report is made of. */
const NARROW = /^[ -~\u00A0-\u02FF\u0370-\u052F\u2010-\u2027\u20A0-\u20BF\u2190-\u21FF\u2212\u2500-\u259F]*$/

// Loading string-width takes longer than rendering a page, and few reports need it.
let stringWidth: ((text: string) => number) | undefined
let wasMissed = false

/** Columns that a text takes on a terminal; wide characters count twice, colour and marks not at all. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length
  if (stringWidth === undefined) wasMissed = true
  return stringWidth === undefined ? text.length : stringWidth(text)
}

/** Lays out a text; once more, with exact widths, where it turned out to hold more than narrow letters. */
export async function withExactWidths(layOut: () => string): Promise<string> {
  wasMissed = false
  const text = layOut()
  if (!wasMissed) return text
  stringWidth = (await import('string-width')).default
  return layOut()
}

/** Between words that are kept on one line where they fit; written as a space in the end. */
export const NO_BREAK = '\u00A0'

/**
 * Lines of at most so many columns, broken between words; what is held together is broken where it is longer than a line,
 * and so is a word.
 */
export function wrap(text: string, room: number): string[] {
  const lines: string[] = []
  let line = ''
  let width = 0
  for (const word of text.split(' ').flatMap((long) => parted(long, room))) {
    const more = widthOf(word)
    if (width > 0 && width + 1 + more > room) {
      lines.push(line)
      line = word
      width = more
    } else {
      line = width === 0 ? word : `${line} ${word}`
      width += (width === 0 ? 0 : 1) + more
    }
  }
  return [...lines, line]
}

function parted(words: string, room: number): string[] {
  return widthOf(words) <= room ? [words] : words.split(NO_BREAK).flatMap((word) => cut(word, room))
}

/** A word in pieces of at most so many columns, never through a character. */
export function cut(word: string, room: number): string[] {
  if (widthOf(word) <= room) return [word]
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
  const pieces: string[] = ['']
  for (const { segment } of graphemes.segment(word)) {
    const piece = pieces.at(-1) ?? ''
    if (piece !== '' && widthOf(piece + segment) > room) pieces.push(segment)
    else pieces[pieces.length - 1] = piece + segment
  }
  return pieces
}
