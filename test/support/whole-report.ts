import { date, list, name, number, text, type RateSlot } from '../../src/language/sentence.ts'
import type { Bars, Column, Report, Row } from '../../src/report/content/document.ts'
import { day } from './exports.ts'

import { quietSheet, repSheet } from './whole-report-reps.ts'
import { begin, count, line, rate, said, sum, TODAY, type Cell, type Deal } from './whole-report-kit.ts'

export { wholeReportWords } from './whole-report-kit.ts'

// A report that has each block, each picture and each kind of slot once: what every format is shown with.

/** Every text of a cell in the report is made of this: the attacks put theirs in its place. */
export function wholeReport(cell: Cell = (given) => given): Report {
  begin()
  const deal: Deal = (given) => name(cell(given), ['D-1'])
  return {
    title: said('Pipeline review: Q4 is tight, {left} to go', { left: sum(317_000) }),
    meeting: day('2026-11-23'),
    audience: 'manager',
    sheets: [teamSheet(cell, deal), repSheet(cell, deal), quietSheet(cell)],
    appendix: [
      {
        kind: 'fold',
        title: said('All deals'),
        blocks: [
          {
            kind: 'table',
            id: 'appendix',
            columns: [column('deal', 'Deal', false), column('amount', 'Amount'), column('due', 'Due')],
            rows: [
              row('rep', [
                said('{deal}', { deal: deal('Ashgrove Tools') }),
                said('{a}', { a: sum(35_000) }),
                undefined,
              ]),
            ],
            notes: [],
          },
        ],
      },
      {
        kind: 'fold',
        title: said('How figures are counted'),
        blocks: [{ kind: 'sentences', title: undefined, items: [[said('Win: won of what closed in 12 months.')]] }],
      },
    ],
  }
}

function teamSheet(cell: Cell, deal: Deal): Report['sheets'][number] {
  return {
    kind: 'team',
    id: 'team',
    name: cell('Kim Osei'),
    blocks: [
      {
        kind: 'head',
        title: said('{name}’s team', { name: name(cell('Kim Osei')) }),
        aside: said('For {day:action}', { day: date(day('2026-11-23')) }),
        facts: [
          said('{n} reps', { n: number(6) }),
          said('{n} open deals, {sum:total}', { n: count(114), sum: sum(4_540_000, 114) }),
        ],
        factsAside: said('Data to {day:action}', { day: date(TODAY) }),
      },
      {
        kind: 'lines',
        lines: [
          line('read-first', 'Read first', 'No deal has an amount in {text}.', { text: text(cell('EUR')) }),
          {
            ...line(
              'period',
              'Q4',
              '{won} won of {goal:total} ({share}), with {gone} of the quarter gone. {left} to go.',
              {
                won: sum(823_000, 20),
                goal: sum(1_140_000, 0),
                share: { kind: 'share', part: 823_000, whole: 1_140_000 },
                gone: { kind: 'share', part: 51, whole: 92 },
                left: sum(317_000),
              },
            ),
            picture: { kind: 'progress', won: 823_000, goal: 1_140_000, gone: 0.554 },
          },
        ],
      },
      pointsBlock(cell),
      teamTable(cell),
      {
        kind: 'lines',
        lines: [
          line(
            'due-soon',
            'Due in 2 weeks',
            '{n} deals, {sum}. {deal} ({amount}, {rep:first}, {due}): next step a week later.',
            {
              n: count(4),
              sum: sum(120_000, 4),
              deal: deal('Palisade Breweries'),
              amount: sum(49_000),
              rep: name(cell('Sofia Lindqvist')),
              due: date(day('2026-11-30')),
            },
          ),
          line('overdue', 'Overdue', '{n} {n?deal|deals}, {sum}: {reps}.', {
            n: count(6),
            sum: sum(184_000, 6),
            reps: list([
              said('{rep:first} {n} ({sum})', { rep: name(cell('Tom Okafor')), n: count(3), sum: sum(87_000, 3) }),
              said('{rep:first} {n} ({sum})', { rep: name(cell('Marcus Bell')), n: count(1), sum: sum(73_000, 1) }),
            ]),
          }),
          line('join', 'For you', '{rep:first} has a proposal review at {deal} on {day:action}: join?', {
            rep: name(cell('Walter Grimm')),
            deal: deal('Harborview Marine'),
            day: date(day('2026-11-27')),
          }),
        ],
      },
    ],
  }
}

function pointsBlock(cell: Cell): Report['sheets'][number]['blocks'][number] {
  const bar = (
    label: string,
    value: number,
    isHot = false,
    isPart = false,
  ): Bars['groups'][number]['bars'][number] => ({
    label: cell(label),
    value,
    said: said('{n}', { n: number(value) }),
    isHot,
    isPart,
  })
  return {
    kind: 'points',
    points: [
      {
        said: [
          said('The quarter is tight.'),
          said('{sum:total} is due; you need to win {share} of it.', {
            sum: sum(2_300_000, 60),
            share: { kind: 'share', part: 14, whole: 100 },
          }),
        ],
        picture: {
          kind: 'bars',
          groups: [
            { title: undefined, bars: [bar('Q2 brought', 26), bar('Q4 needs', 14, true), bar('Q3 brought', 13)] },
          ],
        },
      },
      {
        said: [
          said('No decision maker, no win.'),
          said('In 12 months {without:of} deals without one were won, {with:of} with one.', {
            without: rate(0, 60),
            with: rate(98, 282),
          }),
        ],
        picture: {
          kind: 'bars',
          groups: [
            {
              title: undefined,
              bars: [
                { ...bar('With one', 98 / 282), said: said('{r:of}', { r: rate(98, 282) }) },
                { ...bar('at Proposal', 97 / 163, false, true), said: said('{r:of}', { r: rate(97, 163) }) },
                { ...bar('Without', 0, true), said: said('{r:of}', { r: rate(0, 60) }) },
              ],
            },
          ],
        },
      },
      {
        said: [
          said('{rep:first} has all but stopped opening deals:', { rep: name(cell('Dana Whitfield')) }),
          said('{n} in four weeks, after {m} in the four before.', { n: count(2), m: count(8) }),
        ],
      },
    ],
  }
}

const column = (id: string, title: string, isNumber = true, need = 5): Column => ({ id, title, isNumber, need })
const row = (kind: Row['kind'], cells: Row['cells'], more: Partial<Row> = {}): Row => ({ kind, cells, ...more })

function teamTable(cell: Cell): Report['sheets'][number]['blocks'][number] {
  const money = (amount: number) => said('{a}', { a: sum(amount) })
  const cells = (rep: string, won: number, goal: number, win: RateSlot, about: string) => [
    said('{rep}', { rep: name(cell(rep)) }),
    money(won),
    money(goal),
    said('{n}', { n: count(11) }),
    said('{win}', { win }),
    said('{about}', { about: text(about) }),
  ]
  return {
    kind: 'table',
    id: 'reps',
    columns: [
      column('rep', '', false, 9),
      column('won', 'Q4 won', true, 8),
      column('goal', 'Goal'),
      column('new', 'New'),
      column('win', 'Win'),
      column('about', 'Talk about', false, 9),
    ],
    rows: [
      row('rep', cells('Marcus Bell', 69_000, 180_000, rate(7, 77), 'Lost proposals'), {
        sheet: 'rep-1',
        reached: 0.38,
        tone: 'bad',
      }),
      row('rep', cells('Priya Natarajan', 246_000, 180_000, rate(34, 87), 'Leave alone'), {
        sheet: 'rep-2',
        reached: 1.37,
        tone: 'good',
      }),
      row('nobody', [
        said('No owner'),
        undefined,
        undefined,
        said('{n}', { n: count(2) }),
        undefined,
        said('Who takes them?'),
      ]),
      row(
        'total',
        [
          said('Team'),
          money(823_000),
          money(1_140_000),
          said('{n}', { n: count(44) }),
          said('{r}', { r: rate(105, 342) }),
          undefined,
        ],
        { reached: 0.72 },
      ),
    ],
    notes: [said('New: opened in four weeks.'), said('Win: won of what closed in 12 months.')],
  }
}
