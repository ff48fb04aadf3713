const MARKERS = new Set(
  `- -- --- – — n/a #n/a na n.a. n.a n\\a null (null) #null! nil none (none) --none-- nan undefined empty (empty) blank (blank)
   000000000000000aaa 000000000000000 0000-00-00 00/00/0000`.split(/\s+/),
)
MARKERS.add('0000-00-00 00:00:00')
const LONGEST_MARKER = 19

/** What CRMs and spreadsheets write for "nothing" whatever the column is for. `-` may be a deal's name. */
const EMPTY_TEXTS = new Set(['#n/a', 'null', '000000000000000aaa'])

/** Of the markers, what may be a word or a name: Nan, Nil and Blank are persons, NA is a region. */
const WORDS = new Set(['na', 'nil', 'nan', 'empty', 'blank'])

/** Whether a cell is empty where a column holds dates, numbers or ids. Without regard to case. */
export function isEmptyMarker(cell: string): boolean {
  if (cell.length === 0) return true
  const first = cell.charCodeAt(0)
  if (first > 48 && first <= 57) return false
  const text = cell.trim()
  return text === '' || (text.length <= LONGEST_MARKER && MARKERS.has(text.toLowerCase()))
}

/** Whether a cell of words stands for nothing: `-`, `n/a`, `(blank)`, `None`. Without regard to case; quick to say no. */
export function isNothing(cell: string): boolean {
  if (cell.length > LONGEST_MARKER || beginsWord(cell.charCodeAt(0))) return false
  const text = cell.trim().toLowerCase()
  return MARKERS.has(text) && !WORDS.has(text)
}

/** With a digit but 0, or a letter that no marker begins with: most cells do. */
function beginsWord(code: number): boolean {
  if (code > 48 && code <= 57) return true
  const letter = code | 32
  return letter >= 97 && letter <= 122 && letter !== 110 && letter !== 117
}

/**
 * A cell's text for showing and comparing, undefined where it is empty. Nothing that steers a terminal survives:
 * controls become spaces; zero-width, bidi and other format characters go; what stands for no character becomes U+FFFD.
 */
export function readText(cell: string): string | undefined {
  const text = cleanText(cell)
  if (text === '') return undefined
  const mayBeMarker = text.length === 4 || text.length === 18
  return mayBeMarker && EMPTY_TEXTS.has(text.toLowerCase()) ? undefined : text
}

/** Text without what cannot be seen; each run of white space is one space. */
export function cleanText(text: string): string {
  if (isPlain(text)) return text
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ')
    .replace(/[\p{Cs}\p{Co}]/gu, '\uFFFD')
    .trim()
}

/** Letters, digits and signs with single spaces inside: most cells, and nothing to do. */
function isPlain(text: string): boolean {
  let before = 32
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 32 ? before === 32 : !isVisible(code)) return false
    before = code
  }
  return before !== 32 || text.length === 0
}

/** ASCII, Latin, Greek, Cyrillic, Hebrew, dashes and quotes, currency signs: blocks that hold nothing unseen. */
function isVisible(code: number): boolean {
  if (code < 0xa1) return code > 32 && code < 127
  if (code < 0x600) return code !== 0xad
  return (code >= 0x2010 && code <= 0x2027) || (code >= 0x20a0 && code <= 0x20c0)
}
