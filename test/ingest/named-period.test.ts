import { describe, expect, it } from 'vitest'
import { namedPeriod, type PeriodCells } from '../../src/records/named-period.ts'

function read(cells: PeriodCells): string | undefined {
  const found = namedPeriod(cells)
  return found && `${found.part} of ${found.months}, ${found.year ?? 'every year'}`
}

describe('the period of a quota', () => {
  it.each([
    'Q4 2026',
    '2026-Q4',
    'Q4-26',
    "Q4'26",
    '4Q26',
    '4q 2026',
    'FY26 Q4',
    'FY2026-Q4',
    'Q4 FY26',
    'Quarter 4, 2026',
    'Q4/2026',
  ])('%s is a quarter', (period) => expect(read({ period })).toBe('4 of 3, 2026'))

  it.each([
    '2026-11',
    '11/2026',
    'Nov 2026',
    'November 2026',
    'Nov-26',
    'Nov ’26',
    '2026-11-01',
    '2026/11',
    'novembre 2026',
  ])('%s is a month', (period) => expect(read({ period })).toBe('11 of 1, 2026'))

  it('is a year or half of one', () => {
    for (const year of ['2026', 'FY26', 'FY 2026', 'CY2026']) expect(read({ year })).toBe('1 of 12, 2026')
    expect(read({ period: 'H2 2026' })).toBe('2 of 6, 2026')
  })

  it('stands in several columns, or without a year', () => {
    expect(read({ quarter: '4', year: '2026' })).toBe('4 of 3, 2026')
    expect(read({ month: '11', year: 'FY26' })).toBe('11 of 1, 2026')
    expect(read({ period: 'Quarter 4', year: 'FY2026' })).toBe('4 of 3, 2026')
    expect(read({ quarter: 'Q4' })).toBe('4 of 3, every year')
    expect(read({ month: 'November' })).toBe('11 of 1, every year')
  })

  it.each(['soon', 'Q5 2026', '13/2026', '40000', 'Q4 soon', '1/11/2026', '', 'Team 2026'])('“%s” is none', (period) =>
    expect(read({ period })).toBeUndefined(),
  )

  it('is no quarter where a quarter’s column holds a month', () => {
    expect(read({ quarter: '2026-10-01' })).toBeUndefined()
    expect(read({ quarter: 'Q4', year: 'next' })).toBeUndefined()
  })
})
