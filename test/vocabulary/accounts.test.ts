import { describe, expect, it } from 'vitest'
import { companyKey } from '../../src/vocabulary/accounts.ts'

describe('a company', () => {
  it.each([
    ['Northwind', 'NORTHWIND', 'Northwind, Inc.', 'Northwind LLC'],
    ['Müller', 'Muller GmbH', 'Müller GmbH & Co. KG'],
    ['Larch', 'Larch S.p.A.', 'Larch B.V.', 'Larch Sp. z o.o.', 'Larch S.A.'],
    ['Ромашка', 'ООО Ромашка', 'ООО «Ромашка»'],
    ['青葉', '青葉株式会社', '株式会社青葉'],
  ])('is the same with and without its legal form: %s', (...names) => {
    expect(new Set(names.map(companyKey)).size).toBe(1)
  })

  it.each([
    ['Northwind Traders', 'Northwind'],
    ['Plan A', 'Plan B'],
    ['AG', 'Co'],
  ])('is another by any other word: %s, %s', (a, b) => expect(companyKey(a)).not.toBe(companyKey(b)))
})
