/**
 * What a renderer of Markdown would make more of than text although no mark says so: addresses, mentions, references to
 * issues and commits, pictures by name. A backslash does not help, since most look for these after reading the marks.
 */
const LIVE = new RegExp(
  [
    String.raw`\w:\/\/`,
    String.raw`(?:https?|ftp|mailto|xmpp):`,
    String.raw`www\.`,
    String.raw`@[\p{L}\p{N}_]`,
    String.raw`#\p{N}`,
    String.raw`GH-\d`,
    String.raw`:[\w+-]+:`,
    // “example.com”, but not “1.9” or “e.g.”.
    String.raw`[\p{L}\p{N}]\.[a-z]{2,}(?![\p{L}\p{N}])`,
    String.raw`\b(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{7,40}\b`,
  ].join('|'),
  'iu',
)

/** What stands around a word and is not part of it. */
const AROUND = /^([“”‘’"'(«]{0,9})(.*?)([“”‘’"')»,;.!?…]{0,9})$/su

/**
 * A text as Markdown that shows it and nothing else: never a link, image, tag, mention, heading or list. What would
 * become live becomes a code span, which every renderer leaves alone.
 */
export function escapeMarkdown(text: string): string {
  return escapeWords(text, (word) => word)
}

/** The same for a cell of a table. In a code span a bar cannot be escaped so that every renderer agrees. */
export function escapeCell(text: string): string {
  return escapeWords(text, (word) => word.replaceAll('|', '¦'))
}

function escapeWords(text: string, inCode: (word: string) => string): string {
  const words = text
    .replaceAll(/[\p{C}\p{Z}\s]+/gu, ' ')
    .trim()
    .split(' ')
  return words.map((word, at) => escapeWord(word, at === 0, inCode)).join(' ')
}

function escapeWord(word: string, isFirst: boolean, inCode: (word: string) => string): string {
  if (!LIVE.test(word)) return escapeMarks(word, isFirst)
  const [, before = '', live = '', after = ''] = AROUND.exec(word) ?? []
  return escapeMarks(before, isFirst) + codeSpan(inCode(live)) + escapeMarks(after, false)
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${text}${pad}${fence}`
}

/** No more than is needed: in a tool that knows no backslash it is still to be read. */
function escapeMarks(word: string, isFirst: boolean): string {
  const escaped = word
    .replaceAll(/[\\`*[\]{}|~#]/g, String.raw`\$&`)
    // Inside a word it is no mark.
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\_`)
    // Before a digit it ends no formula.
    .replaceAll(/\$(?!\d)/g, String.raw`\$`)
    .replaceAll(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
  return isFirst ? escaped.replace(/^[-+=]/, String.raw`\$&`).replace(/^(\d+)([.)])$/, String.raw`$1\$2`) : escaped
}
