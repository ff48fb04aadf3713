import { describe, expect, it } from 'vitest'
import { pageText, readPage, type DealBehind } from '../../src/history/kept-page.ts'
import { csvBehind, dealsBehind, tableBehind } from '../../src/report/figures/behind.ts'
import { figuresIn } from '../../src/report/figures/figures.ts'
import { findFigure, textOf } from '../../src/report/figures/find.ts'
import { day } from '../support/exports.ts'
import { wholeReport, wholeReportWords as words } from '../support/whole-report.ts'

// “Is this true?”: from a figure as somebody types it to the deals behind it.

const figures = figuresIn(wholeReport(), words)
const find = (asked: string) => findFigure(figures, asked)

function found(asked: string) {
  const answer = find(asked)
  if (answer.kind !== 'one') throw new Error(`${asked}: ${answer.kind}`)
  return answer.figure
}

const deals = new Map(
  Array.from({ length: 400 }, (_, at): [string, DealBehind] => {
    const id = `D-${at + 1}`
    const deal = { id, name: `Deal ${at + 1}`, customer: undefined, rep: 'Ann', state: 'open', stage: 'New' }
    return [id, { ...deal, amount: at * 1000, opened: day('2026-11-02'), closed: undefined, due: undefined }]
  }),
)

describe('a figure', () => {
  it.each([
    ['98 of 282', 98, 282],
    ['0 of 60', 0, 60],
    ['wins 9%, 7 of 77', 7, 77],
    ['7 OF 77', 7, 77],
    ['114 open deals', 114, undefined],
    ['$4.54M', 114, undefined],
    ['$120k', 4, undefined],
    ['6 deals, $184k', 6, undefined],
    ['of 35 at Proposal', 35, undefined],
    ['7 more due by Dec 1, $412k', 7, undefined],
    ['Summerfield Glass, $73k', 1, undefined],
  ])('%s is found as it is printed', (asked, part, whole) => {
    const { ids, of } = found(asked)
    expect([ids.length, of?.length]).toEqual([part, whole])
  })

  it('is no part of a longer number', () => {
    expect(find('8 of 282').kind).toBe('none')
    expect(find('$12').kind).toBe('none')
  })

  it('that stands there several times with other deals is asked about', () => {
    const answer = find('11')
    expect(answer.kind).not.toBe('none')
    const money = find('$87k')
    expect(money.kind).toBe('one')
    const two = find('of 35 at Proposal 6 were won')
    expect(two.kind === 'several' ? two.figures.map(textOf) : two.kind).toEqual(['35', '6'])
  })

  it('that no deals stand behind says so, and one that is nowhere has neighbors', () => {
    expect(find('6 reps').kind).toBe('no-deals')
    const near = find('97 of 282')
    expect(near.kind === 'none' ? near.near.map(textOf) : near.kind).toContain('98 of 282')
    expect(find('').kind).toBe('none')
  })
})

describe('the deals behind it', () => {
  it('are listed with those that count first, the largest first', () => {
    const listed = dealsBehind(found('7 of 77'), deals)
    expect(listed).toHaveLength(77)
    expect(listed.slice(0, 8).map(({ deal, isCounted }) => `${deal.id}${isCounted ? '' : ' not'}`)).toEqual([
      'D-7',
      'D-6',
      'D-5',
      'D-4',
      'D-3',
      'D-2',
      'D-1',
      'D-77 not',
    ])
    const { rows, columns } = tableBehind(found('7 of 77'), deals)
    expect(rows.filter(({ kind }) => kind === 'title')).toHaveLength(2)
    expect(columns.map(({ id }) => id)).toEqual(['deal', 'rep', 'stage', 'amount', 'opened'])
  })

  it('as CSV are a row each, and no text is a formula', () => {
    const nasty = new Map([
      ['D-1', { ...deals.get('D-1')!, name: '=HYPERLINK("x")', customer: 'Bell, Inc.', stage: '+1\u001B[31m' }],
    ])
    const [head, row, end] = csvBehind({ ...found('114 open deals'), ids: ['D-1'] }, nasty).split('\r\n')
    expect(head).toBe('id,name,customer,rep,state,stage,amount,opened,closed,due,counted')
    expect(row).toBe(`D-1,"'=HYPERLINK(""x"")","Bell, Inc.",Ann,open,'+1 [31m,0,2026-11-02,,,yes`)
    expect(end).toBe('')
  })
})

it('a page that is kept is read back as it was', () => {
  const page = { asOf: day('2026-11-20'), currency: 'USD', figures, deals }
  const text = pageText(page)
  expect(readPage(text, 'last-page.json')).toEqual(page)
  expect(() => readPage(text.replace('"figures"', '"figure"'), 'last-page.json')).toThrow('damaged')
})
