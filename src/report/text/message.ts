import { NO_BREAK, widthOf } from './width.ts'

/** What somebody copies: a command, or a flag and its value. */
const COPIED = [/“pipeline-coach [^”]{1,999}”/gu, /--[\w-]{1,40} "[^"]{1,999}"/gu, /--[\w-]{1,40} [^\s"]{1,999}/gu]

/**
 * A message as a terminal of so many columns shows it: broken between words and not through them, with what follows further
 * in. What somebody copies stays on one line; where that is longer than the window, the terminal breaks it and copies it whole.
 */
export function messageFor(columns: number, message: string): string {
  return message
    .split('\n')
    .map((line) => broken(line, Math.max(20, columns - 1)))
    .join('\n')
}

function broken(given: string, room: number): string {
  const [indent = ''] = /^ */u.exec(given) ?? []
  const further = `${indent}  `
  const whole = COPIED.reduce(
    (text, copied) => text.replaceAll(copied, (found) => found.replaceAll(' ', NO_BREAK)),
    given.slice(indent.length),
  )
  const lines: string[] = []
  let line = indent
  for (const word of whole.split(' ')) {
    const isEmpty = line.trim() === ''
    if (!isEmpty && widthOf(line) + 1 + widthOf(word) > room) {
      lines.push(line)
      line = further + word
    } else line += isEmpty ? word : ` ${word}`
  }
  return [...lines, line].join('\n').replaceAll(NO_BREAK, ' ')
}
