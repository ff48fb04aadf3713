import { describe, expect, it } from 'vitest'
import { namedCurrency } from '../../../src/ingest/cells/currency.ts'

describe('a column of currencies', () => {
  it.each([
    ['USD', 'USD'],
    ['us dollar', 'USD'],
    ['US Dollar (USD)', 'USD'],
    ['EUR - Euro', 'EUR'],
    ['EUR (€)', 'EUR'],
    ['Swiss franc: CHF', 'CHF'],
    ['Test (ABC)', 'Test (ABC)'],
    ['ARR', 'ARR'],
    ['EURO (€)', 'EUR'],
    ['€', 'EUR'],
    ['Svensk krona', 'SEK'],
    ['EUR function convert() { return; }', 'EUR'],
    ['function convert() { return 1; }', undefined],
    ['EUR or USD', 'EUR or USD'],
  ])('“%s” is %s', (text, code) => expect(namedCurrency(text)).toBe(code))
})
