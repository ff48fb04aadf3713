import type { Key } from '../terminal/prompts.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** What one may do below a page that is longer than the window. */
export interface PageKeys<Then extends string> {
  /** At the end of the page; the first of them is Enter. Undefined: what follows comes at once. */
  readonly atEnd: readonly Key<Then>[] | undefined
  /** Before its end, beside Enter for more. */
  readonly before: readonly Key<Then>[]
  /** What happens at the end where nothing is asked there. */
  readonly otherwise: Then
}

/** Room for a few lines of keys. */
const KEY_LINES = 4

/** Shows a page in pieces that a window holds. */
export async function paged<Then extends string>(
  text: string,
  { atEnd, before, otherwise }: PageKeys<Then>,
  terminal: Terminal,
): Promise<Then> {
  const all = ['', terminal.paint.dim('─'.repeat(terminal.layout.width)), ...text.trimEnd().split('\n')]
  const piece = terminal.rows - KEY_LINES
  for (let from = 0; ; from += piece) {
    terminal.print(`${all.slice(from, from + piece).join('\n')}\n`)
    if (from + piece >= all.length) return atEnd === undefined ? otherwise : terminal.keys(atEnd)
    const action = await terminal.keys<Then | 'more'>([
      { key: 'enter', action: 'more', says: 'more of the page' },
      { key: 'space', action: 'more', says: 'more', isSilent: true },
      ...before,
    ])
    if (action !== 'more') return action
  }
}
