import { Chalk } from 'chalk'
import * as fc from 'fast-check'
import stringWidth from 'string-width'
import { beforeAll, describe, expect, it } from 'vitest'
import { readText } from '../../src/vocabulary/nothing.ts'
import { renderText } from '../../src/report/text/text.ts'
import { widthOf, withExactWidths } from '../../src/report/text/width.ts'
import type { Cells, Told } from '../support/exports.ts'
import { anyTeam, keptAgendaOf, OWNERS } from './any-team.ts'

// The printed agenda, with names that nobody expects: as a cell may hold them, read as every cell is read.

const WIDTHS = [40, 51, 60, 80, 120] as const
const paint = new Chalk({ level: 0 })

// As a command does where a report turns out to hold wide characters.
beforeAll(() => withExactWidths(() => String(widthOf('株'))))

const hostile = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom('株', '式', '社', '한', '🚀', '👩‍💻', '🇪🇸', 'e\u0301', ' '),
      minLength: 1,
      maxLength: 90,
    }),
    fc.string({ unit: fc.constantFrom('x', 'W', '-'), minLength: 60, maxLength: 300 }),
    fc.constantFrom('\u001B[31mred\u001B[0m', '\u001B]0;title\u0007', 'a\r\nb\tc', '\u202Eesrever\u202C', '“Ltd” …'),
  )
  .map((cell) => readText(cell) ?? 'Alder')

/** The team with a hostile name for each of its people, too. */
function renamed(told: Told, names: readonly string[]): Told {
  const owner = (name: string | undefined) =>
    name === undefined ? name : (names[OWNERS.indexOf(name as never)] ?? name)
  const rename = <C extends { readonly owner?: string | undefined }>(cells: C): C => ({
    ...cells,
    owner: owner(cells.owner),
  })
  return {
    ...told,
    deals: (told.deals ?? []).map((cells) => rename<Cells<'opportunities'>>(cells)),
    activities: (told.activities ?? []).map((cells) => rename<Cells<'activities'>>(cells)),
  }
}

const lastWeek = (told: Told): Told => ({
  ...told,
  deals: (told.deals ?? [])
    .slice(0, -2)
    .map((deal, at) => (at % 3 === 0 ? { ...deal, stage: 'Prospecting', amount: 1 } : deal)),
})

/** The pages of reps: all but the first, the team's own, where names stand in a table. */
function repPages(text: string, width: number): string {
  return text
    .split(`\n${'─'.repeat(width)}\n`)
    .slice(1)
    .join('\n')
}

function tooWide(text: string, width: number): string[] {
  return text.split('\n').filter((line) => stringWidth(line) > width)
}

describe('the agenda as text', () => {
  it.each(WIDTHS)('keeps to %i columns, whatever the deals are called', (width) => {
    fc.assert(
      fc.property(anyTeam(hostile), (told) => {
        const text = renderText(keptAgendaOf(told, 3, lastWeek(told)), { width, paint })
        expect(tooWide(text, width)).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  it.each(WIDTHS)('keeps to %i columns, whatever the people are called', (width) => {
    fc.assert(
      fc.property(anyTeam(), fc.array(hostile, { minLength: 3, maxLength: 3 }), (told, names) => {
        const text = repPages(renderText(keptAgendaOf(renamed(told, names)), { width, paint }), width)
        expect(tooWide(text, width)).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  it('holds nothing that steers a terminal, and no trailing blanks', () => {
    fc.assert(
      fc.property(anyTeam(hostile), fc.array(hostile, { minLength: 3, maxLength: 3 }), (told, names) => {
        const text = renderText(keptAgendaOf(renamed(told, names)), { width: 80, paint })
        expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u)
        expect(text).not.toMatch(/ $/m)
        expect(text).toMatch(/[^\n]\n$/)
      }),
      { numRuns: 30 },
    )
  })

  it('never says “undefined”, “NaN” or “null”', () => {
    fc.assert(
      fc.property(anyTeam(fc.constant('Alder')), fc.constantFrom(...WIDTHS), (told, width) => {
        expect(renderText(keptAgendaOf(told, 3, lastWeek(told)), { width, paint })).not.toMatch(
          /undefined|NaN|null|Infinity/,
        )
      }),
      { numRuns: 50 },
    )
  })
})
