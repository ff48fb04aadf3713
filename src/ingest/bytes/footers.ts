/** What reports and spreadsheets call their sums. A whole text, but for a count in brackets, a colon or the number itself. */
const SUMS =
  `grand totals?|sub ?-?totals?|totals?|grand sum|sum|average|avg|count|summe|gesamt|gesamtsumme|gesamtergebnis|
  zwischensumme|teilergebnis|total g[eé]n[eé]ral|total general|total geral|sous-total|somme|suma|totaal|subtotaal|totaal generaal|
  totale|totale generale|subtotale|somma|razem|summa|итого|всего|сумма`
    .split('\n')
    .map((line) => line.trim())
    .join('')

/** A number as totals are written: `5,700`, `$1,234.50`, `EUR 12`, `40%`. */
const AMOUNT = String.raw`\(?-?\s*(?:\p{Sc}|[A-Z]{3})?\s*-?\d[\d.,\s\u00A0\u202F']*(?:\p{Sc}|[A-Z]{3}|%)?\s*\)?`
const NUMBER = new RegExp(`^${AMOUNT}$`, 'u')
const SUM = new RegExp(String.raw`^(?:${SUMS})\s*(?:\([^)]*\))?\s*:?\s*(?:[\d.,]+)?$`, 'iu')
/** The subtotal of a group as spreadsheets write it: `Dana Whitfield Total`, beside nothing but numbers. */
const SUM_OF_GROUP = /\S\s(?:totals?|subtotals?|ergebnis)$/i

/** Lines that stand alone below, or among, the rows. */
const NOTES: readonly RegExp[] = [
  /^confidential information\b/i,
  /^copyright\b.*(?:\(c\)|©|\d{4})/i,
  /^(?:report )?generated (?:by|on|at)\b/i,
  /^\(?\d[\d.,]*\s(?:rows?|records?|results?|entries|items?|deals?|opportunit(?:y|ies))(?: (?:total|in total|selected|exported|found))?\)?\.?$/i,
  /^\*+\s\S/,
]

/** A longer text is neither a sum nor a note of a report; the patterns need not look at it. */
const LONGEST_FOOTER = 300

/** A sum, or one of the notes that reports end in: the confidentiality note, the copyright, `* amounts in kEUR`. */
export function footerKind(cells: readonly string[]): 'sum' | 'note' | undefined {
  const at = cells.findIndex(isFilled)
  const first = cells[at]?.trim()
  if (first === undefined || first.length > LONGEST_FOOTER) return undefined
  const rest = cells.slice(at + 1).filter(isFilled)
  if (rest.length === 0) return SUM.test(first) ? 'sum' : NOTES.some((note) => note.test(first)) ? 'note' : undefined
  if (!SUM.test(first) && !SUM_OF_GROUP.test(first)) return undefined
  return rest.map((cell) => cell.trim()).every(isNumberOrSum) ? 'sum' : undefined
}

function isNumberOrSum(cell: string): boolean {
  return cell.length <= LONGEST_FOOTER && (NUMBER.test(cell) || SUM.test(cell))
}

/** Whether a sum is that of a group and not of all: `Subtotal`, `Dana Total`. */
export function isSumOfGroup(cells: readonly string[]): boolean {
  const first = cells.find(isFilled)?.trim() ?? ''
  return /sub|zwischen|teil|sous/i.test(first) || !SUM.test(first)
}

/** Whether two cells surely begin no footer: sums that begin with T, G or S may have a word beside them, others a number. */
export function isPlainBeginning(first: number, second: number): boolean {
  return isVisible(first) && isVisible(second) && !SUM_INITIALS.has(first) && (second >= LETTERS || isDigit(first))
}

const SUM_INITIALS = new Set(Array.from('tTgGsS', (letter) => letter.charCodeAt(0)))
const LETTERS = 0x41

function isVisible(code: number): boolean {
  return code > 0x20 && code < 0x80
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function isFilled(cell: string): boolean {
  return cell.trim() !== ''
}

export function isBlank(cells: readonly string[]): boolean {
  return !cells.some(isFilled)
}

/** Only the first cell has anything in it. */
export function isLoneCell(cells: readonly string[]): boolean {
  return (cells[0] ?? '').trim() !== '' && isBlank(cells.slice(1))
}
