/** How numbers and dates are written where the reader is. The words around them stay English. */
export interface Notation {
  readonly decimal: '.' | ','
  /** `Nov 30` and not `30 Nov`. */
  readonly isMonthFirst: boolean
  /** `31 %` and not `31%`. */
  readonly isPercentApart: boolean
}

/** Without `--locale`: as in the United States. */
export const standardNotation: Notation = { decimal: '.', isMonthFirst: true, isPercentApart: false }

/**
 * What a locale (`en-US`, `de`) writes. Only these three facts are asked of the system: they have been the same in all
 * of its versions, which names of months and kinds of spaces have not.
 */
export function notationFor(locale: string): Notation {
  const part = (parts: readonly Intl.DateTimeFormatPart[] | readonly Intl.NumberFormatPart[], type: string) =>
    parts.findIndex((candidate) => candidate.type === type)
  const number = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1.5)
  const percent = new Intl.NumberFormat(locale, { numberingSystem: 'latn', style: 'percent' }).formatToParts(0.5)
  const day = new Intl.DateTimeFormat(locale, { calendar: 'gregory', month: 'short', day: 'numeric', timeZone: 'UTC' })
  const date = day.formatToParts(0)
  return {
    decimal: number[part(number, 'decimal')]?.value === ',' ? ',' : '.',
    isMonthFirst: part(date, 'month') < part(date, 'day'),
    isPercentApart: /\s/.test(percent[part(percent, 'literal')]?.value ?? ''),
  }
}
