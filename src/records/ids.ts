/** What a spreadsheet leaves of a whole number that it takes for one with decimals: `101.0`. */
const WHOLE = /^\d+(?=\.0$)/

/**
 * An id under which two exports of Salesforce agree: reports give 15 characters, the API the same 15 and 3 more
 * that only repeat their case. A whole number is itself also where a spreadsheet has made `101.0` of it.
 */
export function idKey(id: string): string {
  if (id.endsWith('.0')) return WHOLE.exec(id)?.[0] ?? id
  return id.length === 18 && id.startsWith('00') && /^[0-9A-Za-z]{18}$/.test(id) ? id.slice(0, 15) : id
}

/** What is left of a long id that a spreadsheet took for a number: several ids have become this one. */
export function isRounded(id: string): boolean {
  return id.includes('E+') && /^\d(?:[.,]\d+)?E\+\d+$/.test(id)
}
