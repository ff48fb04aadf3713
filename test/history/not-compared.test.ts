import { describe, expect, it } from 'vitest'
import { buildBook } from '../../src/book/build-book.ts'
import { noPast, type Past } from '../../src/book/past/past.ts'
import { noSettings, type Settings } from '../../src/book/settings.ts'
import { compare } from '../../src/history/compare.ts'
import { notCompared } from '../../src/history/not-compared.ts'
import { seenBy } from '../../src/history/seen.ts'
import { wordsFor } from '../../src/language/words.ts'
import { day, exportsOf, inputOf, TODAY, type Cells } from '../support/exports.ts'
import { alder, birch } from '../support/two-deals.ts'

// Another export, other columns, another config: what is no change in the pipeline, and what is said instead.

type Cell = Cells<'opportunities'>
type Columns = Readonly<Record<string, string>>

const COLUMNS = {
  id: 'Id',
  name: 'Name',
  owner: 'Owner',
  stage: 'Stage',
  amount: 'Amount',
  closeDate: 'Close Date',
  created: 'Created',
}
interface Told {
  readonly deals: readonly Cell[]
  readonly columns?: Columns
  readonly settings?: Partial<Settings>
}

function bookOf({ deals, columns = COLUMNS, settings = {} }: Told, past: Past, asOf: string) {
  const input = inputOf('x.csv', 'opportunities', columns)
  return buildBook({ ...exportsOf({ deals }), inputs: [input] }, past, { ...noSettings, ...settings }, day(asOf))
}

function since(before: Told, now: Told) {
  const last = seenBy(bookOf(before, noPast, '2026-11-13'), [])
  const book = bookOf(now, { ...noPast, reviews: [last] }, TODAY)
  return {
    changes: compare(book).map(({ deal, change }) => `${deal.name} ${change}`),
    notes: notCompared(book, wordsFor(book.asOf, book.currency)),
    before: book.deals[0]?.before,
  }
}

const moved = { ...alder, stage: 'Needs Analysis', amount: 30_000, closeDate: '2027-01-15' }

describe('another column', () => {
  it('of one field is not compared, and the rest is', () => {
    const { changes, notes, before } = since(
      { deals: [alder] },
      { deals: [moved], columns: { ...COLUMNS, amount: 'Annual Value' } },
    )
    expect(changes).toEqual(['Alder pushed', 'Alder advanced'])
    expect(notes).toEqual([
      'The amounts are not compared with Nov 13: they stood in “Amount”, and stand in “Annual Value”.',
    ])
    // Rules see it so too.
    expect(before).toMatchObject({ amount: undefined, stage: 'Qualification' })
  })

  it('that came or went is said', () => {
    const { closeDate: _, ...without } = COLUMNS
    expect(since({ deals: [alder], columns: without }, { deals: [moved] }).notes).toEqual([
      'The close dates are not compared with Nov 13: the column “Close Date” was not there.',
    ])
    expect(since({ deals: [alder] }, { deals: [moved], columns: without }).notes[0]).toMatch(
      /“Close Date” is no longer there/,
    )
  })

  it('for the ids leaves only what is dated since', () => {
    const { id: _, ...without } = COLUMNS
    const won = { ...birch, id: 'W', name: 'Walnut', stage: 'Closed Won', closeDate: '2026-11-17' }
    const fresh = { ...birch, id: 'F', name: 'Fir', created: '2026-11-16' }
    const { changes, notes } = since({ deals: [alder, birch] }, { deals: [moved, won, fresh], columns: without })
    expect(changes).toEqual(['Fir created', 'Walnut won'])
    expect(notes).toEqual([expect.stringMatching(/identifies its deals otherwise than that of Nov 13/)])
  })

  it('that tells won and lost: what is not dated since was so before', () => {
    const columns = { ...COLUMNS, status: 'Status' }
    const closed = (closedOn: string) => ({ ...alder, status: 'Won', closedOn })
    const told = (closedOn: string) => since({ deals: [alder] }, { deals: [closed(closedOn)], columns })
    expect(told('2026-11-02').changes).toEqual([])
    expect(told('2026-11-17').changes).toEqual(['Alder won'])
    expect(told('2026-11-17').notes).toEqual([expect.stringMatching(/^Won and lost are told by other columns/)])
  })
})

describe('another config', () => {
  it('that calls a stage won closes no deal', () => {
    const settings = { stages: { order: [], won: ['Qualification'], lost: [] } }
    expect(since({ deals: [alder, birch] }, { deals: [alder, birch], settings }).changes).toEqual([])
  })

  it('another currency of the review is not compared', () => {
    const euros = { currency: 'EUR', rates: new Map([['USD', 0.9]]) }
    const { changes, notes } = since({ deals: [alder] }, { deals: [alder], settings: euros })
    expect(changes).toEqual([])
    expect(notes).toEqual(['The amounts are not compared with Nov 13: they were in USD, and are in EUR.'])
  })

  it('another rate moves no amount', () => {
    const at = (rate: number) => ({ currency: 'EUR', rates: new Map([['USD', rate]]) })
    const told = (amount: number) =>
      since({ deals: [alder], settings: at(0.9) }, { deals: [{ ...alder, amount }], settings: at(0.95) }).changes
    expect(told(20_000)).toEqual([])
    expect(told(10_000)).toEqual(['Alder amount-down'])
  })
})

describe('a narrower or a wider export', () => {
  const [tom, tomsOther] = ['T', 'U'].map((id) => ({ ...birch, id, name: `Tom’s ${id}`, owner: 'Tom' }))

  it('without anything of somebody leaves their deals alone', () => {
    const { changes, notes } = since({ deals: [alder, tom ?? {}, tomsOther ?? {}] }, { deals: [alder] })
    expect(changes).toEqual([])
    expect(notes).toEqual([expect.stringMatching(/^This export has nothing of Tom \(2 open deals on Nov 13\)/)])
  })

  it('with one deal less has lost it', () => {
    expect(since({ deals: [alder, tom ?? {}, tomsOther ?? {}] }, { deals: [alder, tom ?? {}] }).changes).toEqual([
      'Tom’s U gone',
    ])
  })

  it('older deals that were not there are not new', () => {
    const { changes, notes } = since({ deals: [alder] }, { deals: [alder, birch] })
    expect(changes).toEqual([])
    expect(notes).toEqual(['Created before Nov 13 and not in the export of that day, so not told as new: Birch.'])
  })

  it('unless they are newer than the newest of an export that was older than was thought', () => {
    const late = { ...birch, created: '2026-11-12' }
    expect(since({ deals: [alder] }, { deals: [alder, late] }).changes).toEqual(['Birch created'])
  })

  it('of open deals only says that what is gone may be won', () => {
    const won = { ...birch, stage: 'Closed Won', closeDate: '2026-11-10' }
    const { changes, notes } = since({ deals: [alder, { ...alder, id: 'C', name: 'Cedar' }, won] }, { deals: [alder] })
    expect(changes).toEqual(['Cedar gone'])
    expect(notes).toEqual(['This export holds no closed deals: what is told as gone may have been won or lost.'])
  })
})
