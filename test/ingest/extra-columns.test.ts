import { describe, expect, it } from 'vitest'
import { exportsOf } from './files.ts'

describe('columns that are no field', () => {
  const rows = (texts: readonly string[]) => texts.map((text, at) => `${at + 1},Deal ${at},Dana,Proposal,${text}`)
  const header = 'Deal ID,Deal,Owner,Stage,Shoe size'

  it('keep their texts where these sort the deals', async () => {
    const { deals, extraColumns } = await exportsOf({ 'deals.csv': [header, ...rows(['small', 'large', '', 'small'])] })
    const [column] = extraColumns
    expect([column?.column, column?.values]).toEqual(['Shoe size', ['small', 'large']])
    expect(deals.map((deal) => column?.of(deal))).toEqual(['small', 'large', undefined, 'small'])
  })

  it('keep none where each deal has another, or all have the same', async () => {
    const many = Array.from({ length: 13 }, (_, at) => `text ${at}`)
    expect((await exportsOf({ 'deals.csv': [header, ...rows(many)] })).extraColumns).toEqual([])
    expect((await exportsOf({ 'deals.csv': [header, ...rows(['same', 'same'])] })).extraColumns).toEqual([])
  })

  it('are one where two files have it', async () => {
    const other = ['Deal ID,Deal,Owner,Stage,Colour,Shoe size', '9,Deal 9,Dana,Proposal,red,large']
    const files = { 'deals.csv': [header, ...rows(['small', 'large'])], 'more.csv': other }
    const { deals, extraColumns } = await exportsOf(files)
    expect(extraColumns.map(({ column }) => column)).toEqual(['Shoe size'])
    expect(deals.map((deal) => extraColumns[0]?.of(deal))).toEqual(['small', 'large', 'large'])
  })
})
