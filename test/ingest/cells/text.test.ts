import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isEmptyMarker, readText } from '../../../src/vocabulary/nothing.ts'
import { anyText } from './any-text.ts'

describe('empty in a column of dates, numbers or ids', () => {
  test.each([
    '',
    '  ',
    '\u00a0',
    '-',
    '–',
    '—',
    '--',
    'N/A',
    'n/a',
    '#N/A',
    'NULL',
    '(none)',
    'None',
    'n.a.',
    '000000000000000AAA',
  ])('"%s"', (cell) => expect(isEmptyMarker(cell)).toBe(true))
  test.each(['0', '-5', 'Anna', '003000000000001AAA', '1', 'n'])('not "%s"', (cell) => {
    expect(isEmptyMarker(cell)).toBe(false)
  })
})

describe('text', () => {
  test.each([
    ['Acme', 'Acme'],
    ['  Acme \u00a0\u202f GmbH\r\n& Co\t', 'Acme GmbH & Co'],
    ['Ac\u200bme', 'Acme'],
    ['\ufeffAcme', 'Acme'],
    ['\u001b[31mred\u001b[0m', '[31mred [0m'],
    ['Jürgen', 'Jürgen'],
    ['Сделка', 'Сделка'],
    ['🚀 launch', '🚀 launch'],
    ['half \ud83d emoji', 'half \ufffd emoji'],
    ['-', '-'],
    ['none', 'none'],
  ])('%j is shown as %j', (cell, text) => expect(readText(cell)).toBe(text))

  test.each(['', ' ', '\u200b', '#N/A', 'null', '000000000000000AAA'])('%j is empty', (cell) => {
    expect(readText(cell)).toBeUndefined()
  })

  test('nothing that steers a terminal survives, and cleaning twice changes nothing', () => {
    const nasty = fc.constantFrom(
      '\u001b',
      '\u009b',
      '\u202e',
      '\u200d',
      '\u2028',
      '\ue000',
      '\ud800',
      ' ',
      '\n',
      'a',
      '[2J',
    )
    const cell = fc.oneof(
      anyText,
      fc.array(nasty).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(cell, (text) => {
        const read = readText(text)
        if (read === undefined) return
        expect(read).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]|^\s|\s$|\s\s/u)
        expect(readText(read)).toBe(read)
      }),
      { numRuns: 300 },
    )
  })
})
