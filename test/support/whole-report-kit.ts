import type { CountSlot, name, RateSlot, Said, Slots, SumSlot } from '../../src/language/sentence.ts'
import type { Line } from '../../src/report/content/document.ts'
import { wordsFor } from '../../src/language/words.ts'
import { day } from './exports.ts'

// What the whole report is made with.

export const TODAY = day('2026-11-20')

export const wholeReportWords = wordsFor(TODAY, 'USD')

let made = 0

/** A sentence; no two templates have one name. */
export function said(words: string, slots: Slots = {}): Said {
  made += 1
  return { template: `test.${made}`, words, slots }
}

/** As many made-up ids. */
export function ids(from: number, many: number): readonly string[] {
  return Array.from({ length: many }, (_, at) => `D-${from + at}`)
}

export const count = (many: number): CountSlot => ({ kind: 'count', ids: ids(1, many) })
export const sum = (amount: number, many = 1): SumSlot => ({ kind: 'sum', amount, ids: ids(1, many) })
export const rate = (part: number, whole: number): RateSlot => ({
  kind: 'rate',
  part: ids(1, part),
  whole: ids(1, whole),
})
export const line = (id: Line['id'], label: string, words: string, slots: Slots = {}): Line => ({
  id,
  label,
  said: [said(words, slots)],
})

export type Deal = (given: string) => ReturnType<typeof name>
export type Cell = (given: string) => string

/** Templates are numbered anew for each report, so that two are equal. */
export function begin(): void {
  made = 0
}
