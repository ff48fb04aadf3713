import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFlag } from '../../../src/vocabulary/yes-and-no.ts'
import { anyText } from './any-text.ts'

test.each([
  'TRUE',
  'true',
  '1',
  'Yes',
  'y',
  'x',
  'X',
  '✓',
  '✔️',
  'да',
  'Ja',
  'sí',
  'si\u0301',
  'oui',
  'vrai',
  'WAHR',
  'verdadero',
  ' yes ',
])('"%s" is a yes', (cell) => expect(readFlag(cell)).toBe(true))

test.each(['FALSE', '0', 'No', 'n', 'нет', 'nein', 'non', 'faux', 'falsch', 'falso', 'não', '✗'])(
  '"%s" is a no',
  (cell) => {
    expect(readFlag(cell)).toBe(false)
  },
)

test.each(['', ' ', '-', 'N/A', '2', 'maybe', 'Closed Won', '__proto__'])('"%s" says neither', (cell) => {
  expect(readFlag(cell)).toBeUndefined()
})

test('no text throws', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect([true, false, undefined]).toContain(readFlag(text))
    }),
  )
})
