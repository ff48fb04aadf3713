import { cleanText } from './nothing.ts'

const YES = `true t yes y 1 1.0 x ✓ ✔ ☑ ✅ on checked wahr ja j vrai oui verdadero sí si s vero sì verdadeiro sim waar
  истина да`
const NO = `false f no n 0 0.0 ✗ ✘ ☐ ❌ off unchecked falsch nein faux non falso não nao onwaar nee ложь нет`

const FLAGS = new Map<string, boolean>()
for (const word of YES.split(/\s+/)) FLAGS.set(word, true).set(word.toUpperCase(), true)
for (const word of NO.split(/\s+/)) FLAGS.set(word, false).set(word.toUpperCase(), false)

/** A yes or a no in the languages CRMs export in. Undefined where the cell is empty or says neither. */
export function readFlag(cell: string): boolean | undefined {
  const known = FLAGS.get(cell)
  if (known !== undefined || cell.length > 20) return known
  // Emoji presentation (U+FE0F) changes how a tick looks, not what it says.
  return FLAGS.get(cleanText(cell).replace('\uFE0F', '').normalize('NFC').toLowerCase())
}
