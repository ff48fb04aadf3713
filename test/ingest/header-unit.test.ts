import { describe, expect, test } from 'vitest'
import { splitUnit, unitInWords } from '../../src/ingest/columns/header-unit.ts'

describe('the unit of an amount’s header', () => {
  test.each([
    ['ACV ($K)', 'ACV', 'in thousands of USD'],
    ['Amount (k€)', 'Amount', 'in thousands of EUR'],
    ['Amount in kEUR', 'Amount', 'in thousands of EUR'],
    ['Amount (TEUR)', 'Amount', 'in thousands of EUR'],
    ['Amount in T€', 'Amount', 'in thousands of EUR'],
    ['Amount [k$]', 'Amount', 'in thousands of USD'],
    ['Amount (000s)', 'Amount', 'in thousands'],
    ["Amount ($'000)", 'Amount', 'in thousands of USD'],
    ['Amount (€ 000)', 'Amount', 'in thousands of EUR'],
    ['Amount ($,000)', 'Amount', 'in thousands of USD'],
    ['Amount (USD, 000s)', 'Amount', 'in thousands of USD'],
    ['Amount (in thousands)', 'Amount', 'in thousands'],
    ['Amount (in thousands of dollars)', 'Amount', 'in thousands of USD'],
    ['Amount in thousands', 'Amount', 'in thousands'],
    ['Amount in USD thousands', 'Amount', 'in thousands of USD'],
    ['Wert (in Tsd. €)', 'Wert', 'in thousands of EUR'],
    ['Amount (M€)', 'Amount', 'in millions of EUR'],
    ['Amount (mn)', 'Amount', 'in millions'],
    ['Amount (US$m)', 'Amount', 'in millions of USD'],
    ['Amount (Mio. EUR)', 'Amount', 'in millions of EUR'],
    ['Värde (tkr)', 'Värde', 'in thousands'],
    ['Сумма (тыс. руб.)', 'Сумма', 'in thousands of RUB'],
    ['Amount k€', 'Amount', 'in thousands of EUR'],
    ['Amount USD', 'Amount', 'in USD'],
    ['Amount USD k', 'Amount', 'in thousands of USD'],
    ['amount_usd', 'amount', 'in USD'],
    ['Amount EUR (k)', 'Amount', 'in thousands of EUR'],
    ['Amount (k€, net)', 'Amount', 'in thousands of EUR'],
    ['Amount (€/year)', 'Amount', 'in EUR'],
    ['Amount (EUR)*', 'Amount', 'in EUR'],
    ['Amount ($)', 'Amount', 'in USD'],
    ['Amount (TRY)', 'Amount', 'in TRY'],
    ['Amount TRY', 'Amount', 'in TRY'],
  ])('%s', (header, name, unit) => {
    expect([splitUnit(header).name, unitInWords(splitUnit(header).unit)]).toEqual([name, unit])
  })

  test.each([
    'Amount (net)',
    'Amount (RM)',
    'Amount (pm)',
    'Amount (R)',
    'Amount (M or F)',
    'Amount (last try)',
    'Amount (kg)',
  ])('%s has none, and its brackets are no part of the name', (header) =>
    expect([splitUnit(header).name, unitInWords(splitUnit(header).unit)]).toEqual(['Amount', undefined]),
  )

  test.each([
    'Amount',
    'Plan B',
    'Amount M',
    'Next Try',
    'Amount in words',
    'USD',
    'K',
    '',
    '(k€)',
    'Value Proposition',
  ])('“%s” stays as it is', (header) =>
    expect([splitUnit(header).name, unitInWords(splitUnit(header).unit)]).toEqual([header, undefined]),
  )
})
