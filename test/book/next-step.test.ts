import { describe, expect, it } from 'vitest'
import { readNextStep } from '../../src/book/deals/next-step.ts'
import { day, iso, TODAY } from '../support/exports.ts'

function dateIn(text: string, asOf = TODAY): string | undefined {
  return iso(readNextStep(text, day(asOf))?.date)
}

describe('the day named in a next step', () => {
  it.each([
    ['11/27: pricing call with the CFO', '2026-11-27'],
    ['27/11: pricing call', '2026-11-27'],
    ['Call 27.11.2026', '2026-11-27'],
    ['Call 27.11.26', '2026-11-27'],
    ['Contract on 12/31/26', '2026-12-31'],
    ['Contract on 2026-12-31', '2026-12-31'],
    ['Demo on 3 Dec', '2026-12-03'],
    ['Demo on 3rd December with Ada', '2026-12-03'],
    ['Demo Dec 3', '2026-12-03'],
    ['demo DECEMBER 3rd, 2027', '2027-12-03'],
    ['Demo on 3 Dec 2027', '2027-12-03'],
    ['Sept. 1 kick-off', '2026-09-01'],
  ])('%s: %s', (text, date) => {
    expect(dateIn(text)).toBe(date)
  })

  it.each([
    ['waiting for the CFO'],
    ['send version 3.5'],
    ['27.11'],
    ['50/50 % chance'],
    ['3/4 of the team agrees'],
    ['12/10/8 seats'],
    ['31/31'],
    ['30 Feb 2027'],
  ])('none in “%s”', (text) => {
    expect(readNextStep(text, day(TODAY))).toEqual({ text, date: undefined })
  })

  it('where day and month could be either way round it is the one nearer to the review', () => {
    expect(dateIn('12/03 call')).toBe('2026-12-03')
    expect(dateIn('03/12 call')).toBe('2026-12-03')
    expect(dateIn('03/12 call', '2026-03-01')).toBe('2026-03-12')
    expect(dateIn('3/12/2027 call')).toBe('2027-03-12')
  })

  it('without a year it may lie across the turn of the year, either way', () => {
    expect(dateIn('Jan 8: kick-off')).toBe('2027-01-08')
    expect(dateIn('1/15 kick-off')).toBe('2027-01-15')
    expect(dateIn('15 December: call', '2027-01-04')).toBe('2026-12-15')
    expect(dateIn('12/30 call', '2027-01-04')).toBe('2026-12-30')
  })

  it('29 February is looked for in a year that has it', () => {
    expect(dateIn('29 Feb: call', '2027-11-01')).toBe('2028-02-29')
  })

  it('of several it is the first that has not passed', () => {
    expect(dateIn('12/18 signature. 12/4 legal. 11/10 demo done')).toBe('2026-12-04')
    expect(dateIn('11/10 demo, today 11/20 call, 12/4 legal')).toBe('2026-11-20')
  })

  it('of several that have all passed it is the last', () => {
    expect(dateIn('11/10 demo done; 10/2 call; 3 Nov mail')).toBe('2026-11-10')
  })
})

it('a deal without a next step has none, and no date', () => {
  expect(readNextStep(undefined, day(TODAY))).toBeUndefined()
})
