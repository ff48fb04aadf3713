import { fixInWords } from '../book/known/gaps.ts'
import type { NotChecked } from './finding.ts'

/** Something that can be added at one stroke, and the rules that wait for it. */
export interface Remedy {
  /** As the object of a sentence: `an export of contact roles`. */
  readonly text: string
  readonly rules: readonly NotChecked[]
}

/** What would let rules run, the remedy that the most rules wait for first. */
export function remediesFor(entries: readonly NotChecked[]): readonly Remedy[] {
  const waiting = new Map<string, Set<NotChecked>>()
  for (const entry of entries)
    for (const fix of entry.gaps.flatMap(({ fixes }) => fixes)) {
      const text = fixInWords(fix)
      waiting.set(text, (waiting.get(text) ?? new Set()).add(entry))
    }
  return [...waiting]
    .map(([text, rules]) => ({ text, rules: [...rules] }))
    .toSorted((a, b) => b.rules.length - a.rules.length)
}
