import type { Book } from '../../book/book.ts'
import type { Cure, Finding } from '../../engine/finding.ts'
import { isSilenceNoSignal } from './read-first.ts'

const SILENCE: ReadonlySet<Cure> = new Set<Cure>(['call', 'work'])

/** Where silence tells nothing about how a deal ends, it is held against none. */
export function isHeldAgainst(book: Book): (finding: Finding) => boolean {
  const isNoSignal = isSilenceNoSignal(book)
  return ({ cures }) => !(isNoSignal && SILENCE.has(cures))
}
