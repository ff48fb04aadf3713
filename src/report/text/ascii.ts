import type { Agenda } from '../../agenda/agenda.ts'
import type { Evidence } from '../../engine/finding.ts'
import type { Exports } from '../../records/exports.ts'
import { SHOWN } from '../inspection.ts'

/** What our own words are written with beyond ASCII, and what stands for it. */
const PLAIN: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '…': '...',
  '–': '-',
  '—': '-',
  '−': '-',
  '─': '-',
  '→': '->',
  '·': '|',
  '×': 'x',
  '÷': '/',
  '≤': '<=',
  '≥': '>=',
  '±': '+/-',
  '¼': '1/4',
  '½': '1/2',
  '¾': '3/4',
  σ: 'sigma',
  '©': '(c)',
  '€': 'EUR ',
  '£': 'GBP ',
  '¥': 'JPY ',
  '₹': 'INR ',
}

const GLYPHS = `[${Object.keys(PLAIN).join('')}]`
const HAS_GLYPH = new RegExp(GLYPHS)
const HAS_LETTER = /[\p{L}\p{N}]/u

/** Writes our own words in ASCII. These names and whatever else came from the export stay as they are. */
export function asciiWriter(names: Iterable<string | undefined>): (text: string) => string {
  const kept = new Set<string>()
  for (const name of names) if (name !== undefined && HAS_GLYPH.test(name) && HAS_LETTER.test(name)) kept.add(name)
  // The longest first: a name may be the beginning of another.
  const escaped = [...kept]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`))
  const pattern = new RegExp([...escaped, GLYPHS].join('|'), 'g')
  return (text) => text.replaceAll(pattern, (found) => PLAIN[found] ?? found)
}

/** Everything in an agenda that came from outside. */
export function* namesOf({ book, findings, pages }: Agenda): Generator<string | undefined> {
  for (const { name, account, owner, stage, nextStep, source, lostReason, valueProposition } of book.deals)
    yield* [name, account, owner, stage, nextStep?.text, source, lostReason, valueProposition]
  for (const { name } of book.reps) yield name
  for (const { evidence } of findings) yield* textsIn(evidence)
  for (const { changes } of pages)
    for (const { deal, from, to } of changes) yield* [deal.name, from, to].filter((text) => typeof text === 'string')
}

/** Everything in an inspection that came from outside. */
export function* namesIn({ inputs, rejected }: Exports): Generator<string | undefined> {
  for (const { file, columns, unmapped } of inputs) {
    yield* [file, ...unmapped]
    for (const { column, samples } of columns) yield* [column, ...samples.flatMap(whole)]
  }
  for (const { column, value } of rejected) yield* [column, ...whole(value)]
}

/** A text, and as it is cut to be shown. */
function whole(text: string): string[] {
  return [text, text.slice(0, SHOWN - 1)]
}

function* textsIn(evidence: Evidence): Generator<string> {
  for (const value of Object.values(evidence))
    if (typeof value === 'string') yield value
    else if (Array.isArray(value)) yield* value.filter((text) => typeof text === 'string')
}
