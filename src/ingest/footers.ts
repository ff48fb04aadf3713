const FOOTER_TEXTS: readonly RegExp[] = [
  /^(?:grand |sub-?)?totals?\s*(?:\([^)]*\))?\s*:?$/i,
  /^confidential information\b/i,
  /^copyright\b.*(?:\(c\)|©|\d{4})/i,
  /^(?:report )?generated (?:by|on|at)\b/i,
]

const TOTAL = /^(?:grand |sub-?)?totals?\b/i

/** A number as totals are written: `5,700`, `$1,234.50`, `EUR 12`, `40%`. */
const NUMBER = /^\(?-?\s*(?:\p{Sc}|[A-Z]{3})?\s*-?\d[\d.,\s\u00A0\u202F']*(?:\p{Sc}|[A-Z]{3}|%)?\s*\)?$/u

/** Whether these cells are one of the lines reports end in: totals, the confidentiality note, the copyright. */
export function isFooter(cells: readonly string[]): boolean {
  const at = cells.findIndex(isFilled)
  const first = cells[at]?.trim()
  if (first === undefined) return false
  const rest = cells.slice(at + 1)
  if (!rest.some(isFilled)) return FOOTER_TEXTS.some((text) => text.test(first))
  return at === 0 && TOTAL.test(first) && rest.every((cell) => !isFilled(cell) || NUMBER.test(cell.trim()))
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
