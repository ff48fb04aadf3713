import { describe, expect, it } from 'vitest'
import { dataLines } from '../../src/agenda/team/data-lines.ts'
import { leftOutNotes } from '../../src/agenda/team/manager-notes.ts'
import { readFirst } from '../../src/agenda/team/read-first.ts'
import { bookWords } from '../../src/book/book-words.ts'
import { fill } from '../../src/language/fill.ts'
import { bookOf, type Cells } from '../support/exports.ts'

// What a file cannot show is said of the file, and held against nobody.

type Row = Cells<'opportunities'>

const open = (at: number, cells: Row = {}): Row => ({
  id: `D${at}`,
  name: `Deal ${at}`,
  owner: 'Dana',
  stage: 'Proposal',
  amount: 1000,
  created: '2026-09-01',
  ...cells,
})
const many = (count: number, cells: (at: number) => Row) =>
  Array.from({ length: count }, (_, at) => open(at, cells(at)))

describe('renewal pipelines', () => {
  const rows = (share: number) =>
    many(40, (at) => ({
      pipeline: 'Renewals Pipeline',
      name: at < 40 * share ? `Acme ${at} - New Business Opportunity` : `Acme ${at}`,
    }))
  const renewalsOf = (share: number) => bookOf({ deals: rows(share) }).deals.filter(({ isRenewal }) => isRenewal)

  it('tell no renewals where many of their deals are called new business', () => {
    expect(renewalsOf(1 / 2)).toEqual([])
  })

  it('are believed where few are', () => {
    expect(renewalsOf(1 / 10)).toHaveLength(40)
  })

  it('that are not believed are named first', () => {
    const book = bookOf({ deals: rows(1 / 2) })
    const finding = { id: 'kinds-contradict', deals: 20, of: 40 } as const
    const told = { ...book, data: { ...book.data, findings: [finding] } }
    expect(dataLines(told, bookWords(book)).map(({ text }) => text)).toContain(
      'Names and pipelines contradict each other: 20 of 40 deals in a renewal pipeline are called new business. So renewals are not split off.',
    )
  })
})

describe('deals without any date', () => {
  it('are left out where the export goes on after the day, and that is said', () => {
    const undated = { id: 'X', owner: 'Dana', stage: 'Prospecting', amount: 5 }
    const book = bookOf({ deals: [open(1), undated, open(2, { created: '2026-11-19' })] }, { asOf: '2026-10-01' })
    expect(book.open.map(({ id }) => id)).toEqual(['D1'])
    expect(leftOutNotes(book, bookWords(book)).join(' ')).toContain('1 deal without any date is left out.')
  })

  it('count where nothing is of a later day', () => {
    const book = bookOf({ deals: [open(1), { id: 'X', owner: 'Dana', stage: 'Prospecting', amount: 5 }] })
    expect(book.open.map(({ id }) => id).sort()).toEqual(['D1', 'X'])
  })
})

describe('one contact a deal', () => {
  const said = (contact: (at: number) => string) => {
    const book = bookOf({ deals: many(20, (at) => ({ contact: contact(at) })) })
    return readFirst(book).map((line) => fill(line, bookWords(book)))
  }

  it('is the file’s, where it has room for no second', () => {
    expect(said((at) => `Sally ${at}`)).toContain('One contact a deal.')
  })

  it('is the deals’, where others have two', () => {
    expect(said((at) => (at < 8 ? `Sally ${at}; Bob ${at}` : `Sally ${at}`))).not.toContain('One contact a deal.')
  })
})
