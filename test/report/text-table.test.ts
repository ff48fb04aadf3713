import { Chalk } from 'chalk'
import { describe, expect, it } from 'vitest'
import { writeTable } from '../../src/report/text/text-table.ts'

function namesAt(width: number, ...names: string[]): string[] {
  const table = {
    head: ['Rep', 'Open', 'Amount', 'New', 'Cause'],
    isNumber: [false, true, true, true, false],
    rows: names.map((name) => [name, '70', '8.1M', '0', 'too little activity']),
  }
  const text = writeTable(table, { width, paint: new Chalk({ level: 0 }) })
  return text
    .split('\n')
    .slice(1)
    .map((line) => line.split(/\s{2,}/u)[0] ?? '')
}

describe('a name in the team’s table', () => {
  it('is whole where there is room', () => {
    expect(namesAt(80, 'jim.halpert@example.com')).toEqual(['jim.halpert@example.com'])
  })

  it('is an address without its domain where there is not', () => {
    expect(namesAt(60, 'jim.halpert@example.com', 'Pam')).toEqual(['jim.halpert', 'Pam'])
  })

  it('and is cut where two would look the same, or where it is no address', () => {
    expect(namesAt(60, 'jim.halpert@example.com', 'jim.halpert@example.org')).toEqual(
      Array(2).fill('jim.halpert@example…'),
    )
    expect(namesAt(60, 'Maximiliane-Freifrau-Oberhausen')).toEqual(['Maximiliane-Freifra…'])
  })
})
