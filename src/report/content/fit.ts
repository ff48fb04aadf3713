import { Chalk } from 'chalk'
import type { Words } from '../../language/words.ts'
import { Lines } from '../text/lines.ts'
import { TextWriter } from '../text/text-blocks.ts'
import type { Block } from './document.ts'

/** What a page may take. */
export interface Limit {
  /** Printed lines at 80 columns. */
  readonly lines: number
  /** Tokens with a letter or a digit. */
  readonly words: number
}

const WIDTH = 80
const plain = new Chalk({ level: 0 })

/** Whether these blocks stay within a limit when they are printed. */
export function fits(blocks: readonly Block[], words: Words, { lines, words: most }: Limit): boolean {
  const text = printed(blocks, words)
  return linesIn(text) <= lines && wordsIn(text) <= most
}

function printed(blocks: readonly Block[], words: Words): string {
  const lines = new Lines({ width: WIDTH, paint: plain })
  const writer = new TextWriter(lines, words, '')
  for (const block of blocks) writer.write(block)
  return lines.toString()
}

/** Lines that are not blank. */
export function linesIn(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length
}

export function wordsIn(text: string): number {
  return text.split(/\s+/u).filter((token) => /[\p{L}\p{N}]/u.test(token)).length
}
