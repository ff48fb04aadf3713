import { Problem } from '../system/problem.ts'
import { lineAt } from './explain.ts'

/** What a YAML parser says of a mistake. */
interface Mistake {
  readonly code: string
  readonly message: string
  readonly pos: readonly number[]
}

type Said = readonly [what: string, hint: string]

/** By the parser's codes, in words for somebody who has never heard of YAML. */
const SAID: Readonly<Record<string, Said>> = {
  TAB_AS_INDENT: ['this line begins with a tab', 'begin it with two spaces instead'],
  BAD_INDENT: [
    'this line begins further left or right than the others of its group',
    'keys of one group begin in the same column: line it up with the one above',
  ],
  DUPLICATE_KEY: ['this key stands here for the second time', 'put both in one place'],
  BLOCK_AS_IMPLICIT_KEY: [
    'this line has a second colon with a space behind it',
    'put the text in quotes: manager: "Kim: Osei"; or begin a new line',
  ],
  MULTILINE_IMPLICIT_KEY: ['this line has no colon behind its key', 'write it as “key: value”'],
  MISSING_CHAR: ['something that was opened is not closed', 'close the quote or bracket on the same line'],
  BAD_DQ_ESCAPE: ['a backslash in double quotes', "use single quotes: 'C:\\exports'"],
  UNEXPECTED_TOKEN: [
    'something here is in the wrong place',
    'write “key: value” a line; texts with special characters go in quotes',
  ],
  BAD_ALIAS: ['a text that begins with * means something else to YAML', 'put it in quotes'],
}

/** Where two mistakes share a code. */
const BY_MESSAGE: readonly (readonly [pattern: RegExp, said: Said])[] = [
  [/quote/u, ['a quote is opened here and not closed', 'put the second quote at the end of the text']],
  [/flow map|\}/iu, ['a { is opened and not closed', 'put a } at the end of the line that has the {']],
  [/flow seq|\]/iu, ['a [ is opened and not closed', 'put a ] at the end of the line that has the [']],
  [/all sequence items/iu, ['this line is no item of the list above it', 'begin it with “- ” in the same column']],
  [
    /implicit keys need to be on a single line|implicit map key/iu,
    ['this line has no colon behind its key', 'write it as “key: value”'],
  ],
]

/** A config that is no YAML: which line, what stands there, what is wrong with it, and what to do. */
export function yamlMistake({ code, message, pos }: Mistake, file: string, text: string): Problem {
  const from = openedAt(message, pos[0] ?? 0, text)
  const line = lineAt(text, from)
  const stands = (text.split('\n')[line - 1] ?? '').trim()
  const own = BY_MESSAGE.find(([pattern]) => code !== 'TAB_AS_INDENT' && pattern.test(message))?.[1]
  const [what, hint] = own ?? SAID[code] ?? [`this line cannot be read (${message})`, 'write “key: value” a line']
  return new Problem(what, { where: { file, line, ...(stands !== '' && { value: shortened(stands) }) }, hint })
}

/** What was never closed is found out lines later: the place to mend is where it was opened. */
function openedAt(message: string, at: number, text: string): number {
  const mark = /quote/u.test(message)
    ? /['"]/u.exec(message)?.[0]
    : /flow map/iu.test(message)
      ? '{'
      : /flow seq/iu.test(message)
        ? '['
        : undefined
  const opened = mark === undefined ? -1 : text.lastIndexOf(mark, at)
  return opened < 0 ? at : opened
}

const LONGEST = 60

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
